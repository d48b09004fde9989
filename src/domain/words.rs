//! Enumerations kept as words in the file, with a case that keeps a word this version does not know.

/// Declares an enumeration whose cases are words in the file and labels on the screen. A word that a newer
/// version wrote is kept in the case `Other`.
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$case_doc:meta])* $case:ident = $word:literal, $label:literal;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$case_doc])* $case,)*
            /// A word of a newer version, kept as it came.
            Other(Box<str>),
        }

        impl $name {
            /// Every known case, in the order the screen offers them.
            pub const ALL: &'static [$name] = &[$($name::$case),*];

            /// The word in the file.
            pub fn word(&self) -> &str {
                match self { $($name::$case => $word,)* $name::Other(word) => word }
            }

            /// The label on the screen.
            pub fn label(&self) -> &str {
                match self { $($name::$case => $label,)* $name::Other(word) => word }
            }

            /// The case of a word; an unknown word is kept.
            pub fn of_word(word: &str) -> $name {
                match word { $($word => $name::$case,)* other => $name::Other(other.into()) }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                let word = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Ok($name::of_word(&word))
            }
        }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    words! {
        /// Two fruits.
        pub enum Fruit {
            /// An apple.
            Apple = "apple", "An apple";
            /// A pear.
            Pear = "pear", "A pear";
        }
    }

    #[test]
    fn a_word_of_a_newer_version_is_kept() {
        let read: Vec<Fruit> = serde_json::from_str(r#"["pear", "quince"]"#).unwrap();
        assert_eq!(read, [Fruit::Pear, Fruit::Other("quince".into())]);
        assert_eq!(serde_json::to_string(&read).unwrap(), r#"["pear","quince"]"#);
        assert_eq!(Fruit::ALL.iter().map(Fruit::label).collect::<Vec<_>>(), ["An apple", "A pear"]);
    }
}
