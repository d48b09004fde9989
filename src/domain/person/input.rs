//! How the fields of a person stand in their form: as text that may be wrong, or as they are.

use super::{Name, Rating, Tier, one_line};
use crate::domain::annual_date::AnnualDate;
use crate::domain::draft::{day, long_text, short_text};
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;
use std::marker::PhantomData;

/// How a field stands in a form.
pub trait FormInput {
    /// The field of the record.
    type Value: Default;
    /// The input of the form.
    type Typed;

    /// Returns the input with this value in it.
    fn show(value: &Self::Value) -> Self::Typed;

    /// Reads the value that was typed.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    fn read(typed: &Self::Typed) -> Result<Self::Value, String>;
}

/// A field that stands in the form as it is.
pub struct AsIs<T>(PhantomData<T>);

impl<T: Clone + Default> FormInput for AsIs<T> {
    type Value = T;
    type Typed = T;

    fn show(value: &T) -> T {
        value.clone()
    }

    fn read(typed: &T) -> Result<T, String> {
        Ok(typed.clone())
    }
}

/// Declares inputs of text: the value, how it is shown, how it is read.
macro_rules! inputs {
    ($($(#[$about:meta])* $name:ident: $value:ty, $show:expr, $read:expr;)*) => { $(
        $(#[$about])*
        pub struct $name;

        impl FormInput for $name {
            type Value = $value;
            type Typed = String;

            fn show(value: &$value) -> String {
                let show: fn(&$value) -> String = $show;
                show(value)
            }

            fn read(typed: &String) -> Result<$value, String> {
                let read: fn(&str) -> Result<$value, String> = $read;
                read(typed)
            }
        }
    )* };
}

inputs! {
    /// A name.
    NameText: Name, |name| name.as_str().into(), |text| Name::new(text).map_err(|why| why.to_string());
    /// One line of text.
    LineText: String, String::clone, short_text;
    /// Several lines of text.
    LongText: String, String::clone, long_text;
    /// A day, or none.
    DayText: Option<NaiveDate>, text_of, |text| day(text).map_err(str::to_string);
    /// A day that returns each year, or none.
    AnnualDateText: Option<AnnualDate>, text_of, annual_date;
    /// A rating from 1 to 5, or none.
    RatingText: Option<Rating>, |rating| text_of(&rating.map(u8::from)), rating;
    /// The word of a tier, or none.
    TierWord: Option<Tier>, |tier| tier.as_ref().map(|tier| tier.word().to_string()).unwrap_or_default(), tier;
    /// Tags, separated by commas.
    TagsText: SortedSet<String>, |tags| tags.iter().cloned().collect::<Vec<_>>().join(", "), tags;
}

fn text_of(value: &Option<impl ToString>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn annual_date(text: &str) -> Result<Option<AnnualDate>, String> {
    match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|why: crate::domain::annual_date::NotAnnualDate| why.to_string()),
    }
}

fn rating(text: &str) -> Result<Option<Rating>, String> {
    let read = |text: &str| text.parse::<u8>().map_err(|_| "A rating goes from 1 to 5.").and_then(Rating::try_from);
    match text.trim() {
        "" => Ok(None),
        text => read(text).map(Some).map_err(str::to_string),
    }
}

fn tier(text: &str) -> Result<Option<Tier>, String> {
    Ok(Some(text.trim()).filter(|text| !text.is_empty()).map(Tier::of_word))
}

fn tags(text: &str) -> Result<SortedSet<String>, String> {
    Ok(text.split([',', '\n', ';']).map(one_line).filter(|tag| !tag.is_empty()).collect())
}
