//! Structs that are objects in the file: a field that is absent has its resting value, and a name that is not known is
//! passed over. What serde derives for this is three times as much code, because it would read lists as well.
//!
//! Braces behind the type of a field may say how it is used, such as how it is merged. `fields!` passes them over; other
//! macros read them (`person_fields!` in `src/domain/person.rs`).

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::borrow::Cow;

/// Declares a struct that is read from an object of the file.
macro_rules! fields {
    ($(#[$about:meta])* pub struct $name:ident {
        $($(#[$what:meta])* $seen:vis $field:ident: $type:ty $({ $($uses:tt)* })?,)*
    }) => {
        $(#[$about])*
        pub struct $name { $($(#[$what])* $seen $field: $type,)* }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                struct Object;
                impl<'de> serde::de::Visitor<'de> for Object {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("an object")
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut object: A) -> Result<$name, A::Error> {
                        let mut read = $name::default();
                        while let Some($crate::domain::fields::FieldName(name)) = object.next_key()? {
                            match &*name {
                                $(stringify!($field) => read.$field = object.next_value()?,)*
                                _ => {
                                    object.next_value::<serde::de::IgnoredAny>()?;
                                }
                            }
                        }
                        Ok(read)
                    }
                }
                deserializer.deserialize_map(Object)
            }
        }

        impl $crate::domain::fields::Object for $name {
            fn fields(&self) -> Vec<(&'static str, &dyn $crate::domain::fields::Field)> {
                vec![$((stringify!($field), &self.$field)),*]
            }
        }

        impl $crate::domain::fields::Overlay for $name {
            fn over(self, opened: $name, now: $name) -> $name {
                $name { $($field: $crate::domain::draft::typed(self.$field, opened.$field, now.$field),)* }
            }
        }
    };
}

pub(crate) use fields;

/// The name of a field.
#[derive(Deserialize)]
pub struct FieldName<'a>(#[serde(borrow)] pub Cow<'a, str>);

/// A struct that is an object in the file.
pub trait Object {
    /// Every field, with its name.
    fn fields(&self) -> Vec<(&'static str, &dyn Field)>;
}

/// A struct whose fields are taken one by one from what was typed, or from the book.
pub trait Overlay: Sized {
    /// Returns `self` as typed since it was `opened`, over what the book has `now`: another tab may have kept other fields
    /// meanwhile.
    #[must_use]
    fn over(self, opened: Self, now: Self) -> Self;
}

/// A field of such a struct.
pub trait Field {
    /// Its value in the file.
    fn value(&self) -> Value;
}

impl<T: Serialize> Field for T {
    fn value(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }
}
