//! What only a file of Kith's says of somebody, so that a book that is taken out and brought back is the same: the rating,
//! the tier, what they love. A table calls such a field `Kith: rating`, a card `X-KITH-RATING`. Of somebody who is in the
//! book already it fills what is empty, lists and roles as a whole: one that was taken off here must not come back.

use crate::domain::annual_date::AnnualDate;
use crate::domain::person::{Consent, Person, Rating, Role, Tier, lines, one_line, person_fields};
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;

/// What stands before its name at the head of a column.
pub const COLUMN: &str = "Kith: ";
/// What stands before its name in a card (RFC 6350 §3.3, x-name).
pub const PROPERTY: &str = "X-KITH-";

/// A field of a person that other programs do not know.
pub struct KithField {
    name: &'static str,
    /// What stands in it, as text; empty where there is nothing.
    pub say: fn(&Person) -> String,
    take: fn(&mut Person, &str),
}

/// Declares the fields that [`person_fields!`] gives a name in files; the last three are parts of one field.
macro_rules! own_fields {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$what:meta])* pub $field:ident: $type:ty {
        merge: $merge:ident, form: $form:tt, file: [$($file:literal)?], page: $page:tt
    },)* }) => {
        /// All of them, in the order of a table.
        pub const OWN: &[KithField] = &[
            $($(KithField { name: $file, say: |p| p.$field.file_text(), take: |p, text| p.$field.take_text(text) },)?)*
            KithField {
                name: "told of referrals",
                say: |p| p.told.referral.file_text(),
                take: |p, text| p.told.referral.take_text(text),
            },
            KithField {
                name: "told of results",
                say: |p| p.told.results.file_text(),
                take: |p, text| p.told.results.take_text(text),
            },
            KithField {
                name: "told of the ideal client",
                say: |p| p.told.ideal_client.file_text(),
                take: |p, text| p.told.ideal_client.take_text(text),
            },
        ];
    };
}

person_fields!(own_fields);

/// A field as text in a file.
trait FileText {
    /// Returns the text; empty where there is nothing.
    fn file_text(&self) -> String;
    /// Takes what a file says. What makes no sense is passed over.
    fn take_text(&mut self, text: &str);
}

/// Declares for each type how a value is written, and how a text is read.
macro_rules! file_texts {
    ($($type:ty: |$value:ident| $say:expr, |$text:ident| $take:expr;)*) => { $(
        impl FileText for $type {
            fn file_text(&self) -> String {
                let $value = self;
                $say
            }

            fn take_text(&mut self, $text: &str) {
                *self = $take;
            }
        }
    )* };
}

file_texts! {
    String: |text| text.clone(), |text| lines(text);
    bool: |yes| if *yes { "yes".to_string() } else { String::new() }, |text| text == "yes";
    Option<NaiveDate>: |day| of_option(day), |text| text.parse().ok();
    Option<AnnualDate>: |day| day.map(AnnualDate::iso).unwrap_or_default(), |text| text.parse().ok();
    Option<u32>: |number| of_option(number), |text| text.parse().ok();
    Option<Rating>: |stars| of_option(&stars.map(u8::from)), |text| rating(text);
    Option<Tier>: |tier| of_word(tier.as_ref().map(Tier::word)), |text| Some(Tier::of_word(&one_line(text)));
    Option<Consent>: |consent| of_word(consent.as_ref().map(Consent::word)), |text| Some(Consent::of_word(&one_line(text)));
    SortedSet<Role>: |set| set.iter().map(Role::word).collect::<Vec<_>>().join("; "), |text| roles(text);
    SortedSet<String>: |set| set.iter().cloned().collect::<Vec<_>>().join("\n"), |text| lists_of(text);
}

impl KithField {
    /// What a table calls it: `Kith: looks for`.
    pub fn column(&self) -> String {
        format!("{COLUMN}{}", self.name)
    }

    /// What a card calls it: `X-KITH-LOOKS-FOR`.
    pub fn property(&self) -> String {
        format!("{PROPERTY}{}", self.name.to_ascii_uppercase().replace(' ', "-"))
    }
}

/// Fills what is empty of somebody with what a file says; the name of each field that was filled, and what stands there now.
pub fn fill(there: &mut Person, said: &Person) -> Vec<(&'static str, String)> {
    let mut filled = Vec::new();
    for own in OWN {
        let text = (own.say)(said);
        if !text.is_empty() && (own.say)(there).is_empty() {
            (own.take)(there, &text);
            filled.push((own.name, text));
        }
    }
    filled
}

/// Puts a text where the column of this head says.
pub fn take_column(person: &mut Person, head: &str, text: &str) {
    take(person, text, |own| own.column() == head);
}

/// Puts a text where the property of this name says.
pub fn take_property(person: &mut Person, name: &str, text: &str) {
    take(person, text, |own| own.property() == name);
}

fn take(person: &mut Person, text: &str, is: impl Fn(&KithField) -> bool) {
    if let Some(own) = OWN.iter().find(|own| is(own)).filter(|_| !text.is_empty()) {
        (own.take)(person, text);
    }
}

fn of_option(value: &Option<impl ToString>) -> String {
    value.as_ref().map(ToString::to_string).unwrap_or_default()
}

fn of_word(word: Option<&str>) -> String {
    word.unwrap_or_default().to_string()
}

fn rating(text: &str) -> Option<Rating> {
    text.parse::<u8>().ok().and_then(|rating| Rating::try_from(rating).ok())
}

fn lists_of(text: &str) -> SortedSet<String> {
    text.lines().map(one_line).filter(|list| !list.is_empty()).collect()
}

fn roles(text: &str) -> SortedSet<Role> {
    text.split(';').map(one_line).filter(|word| !word.is_empty()).map(|word| Role::of_word(&word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_a_column_and_a_property_and_is_put_back_by_either() {
        for own in OWN {
            let text = match own.name {
                "roles" => "client; friend",
                "rating" => "4",
                "tier" => "B",
                "cadence in days" => "45",
                "never ask" => "yes",
                "consent" => "do not contact",
                "lists of news" => "Letter\nQuarterly; plain",
                "facts" | "loves" | "looks for" | "came from" => "two\nlines; and \"more\"",
                _ => "2026-11-18",
            };
            let (mut by_column, mut by_property) = (Person::default(), Person::default());
            take_column(&mut by_column, &own.column(), text);
            take_property(&mut by_property, &own.property(), text);
            assert_eq!((own.say)(&by_column), text, "{}", own.name);
            assert_eq!(by_column, by_property);
        }
        let looks_for = OWN.iter().find(|own| own.name == "looks for").unwrap();
        assert_eq!(looks_for.column(), "Kith: looks for");
        assert_eq!(looks_for.property(), "X-KITH-LOOKS-FOR");
    }

    #[test]
    fn what_makes_no_sense_is_passed_over() {
        let mut person = Person::default();
        for (head, text) in [("Kith: rating", "9"), ("Kith: known since", "spring"), ("Kith: nothing", "x")] {
            take_column(&mut person, head, text);
        }
        assert_eq!(person, Person::default());
    }
}
