//! What only a file of Kith's says of somebody, so that a book that is taken out and brought back is the same: the rating,
//! the tier, what they love. A table calls such a field `Kith: rating`, a card `X-KITH-RATING`. Of somebody who is in the
//! book already it fills what is empty, lists and roles as a whole: one that was taken off here must not come back.

use crate::domain::person::{Consent, Person, Rating, Role, Tier, lines, one_line};
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

/// All of them, in the order of a table.
pub const OWN: [KithField; 17] = [
    KithField { name: "roles", say: |p| words(p.roles.iter().map(Role::word)), take: |p, text| p.roles = roles(text) },
    KithField {
        name: "rating",
        say: |p| p.rating.map(|rating| u8::from(rating).to_string()).unwrap_or_default(),
        take: |p, text| p.rating = text.parse::<u8>().ok().and_then(|n| Rating::try_from(n).ok()),
    },
    KithField {
        name: "tier",
        say: |p| p.tier.as_ref().map(|tier| tier.word().to_string()).unwrap_or_default(),
        take: |p, text| p.tier = Some(Tier::of_word(&one_line(text))),
    },
    KithField { name: "known since", say: |p| day(p.known_since), take: |p, text| p.known_since = text.parse().ok() },
    KithField { name: "facts", say: |p| p.facts.clone(), take: |p, text| p.facts = lines(text) },
    KithField { name: "loves", say: |p| p.loves.clone(), take: |p, text| p.loves = lines(text) },
    KithField { name: "looks for", say: |p| p.looks_for.clone(), take: |p, text| p.looks_for = lines(text) },
    KithField {
        name: "satisfied on",
        say: |p| day(p.satisfied_on),
        take: |p, text| p.satisfied_on = text.parse().ok(),
    },
    KithField {
        name: "told of referrals",
        say: |p| day(p.told.referral),
        take: |p, text| p.told.referral = text.parse().ok(),
    },
    KithField {
        name: "told of results",
        say: |p| day(p.told.results),
        take: |p, text| p.told.results = text.parse().ok(),
    },
    KithField {
        name: "told of the ideal client",
        say: |p| day(p.told.ideal_client),
        take: |p, text| p.told.ideal_client = text.parse().ok(),
    },
    KithField {
        name: "cadence in days",
        say: |p| p.cadence_days.map(|days| days.to_string()).unwrap_or_default(),
        take: |p, text| p.cadence_days = text.parse().ok(),
    },
    KithField {
        name: "never ask",
        say: |p| if p.never_ask { "yes".to_string() } else { String::new() },
        take: |p, text| p.never_ask = text == "yes",
    },
    KithField {
        name: "consent",
        say: |p| p.consent.as_ref().map(|consent| consent.word().to_string()).unwrap_or_default(),
        take: |p, text| p.consent = Some(Consent::of_word(&one_line(text))),
    },
    KithField {
        name: "lists of news",
        say: |p| p.lists.iter().cloned().collect::<Vec<_>>().join("\n"),
        take: |p, text| p.lists = text.lines().map(one_line).filter(|list| !list.is_empty()).collect(),
    },
    KithField { name: "no news since", say: |p| day(p.no_news_on), take: |p, text| p.no_news_on = text.parse().ok() },
    KithField { name: "came from", say: |p| p.provenance.clone(), take: |p, text| p.provenance = lines(text) },
];

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
    for own in &OWN {
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

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> String {
    words.collect::<Vec<_>>().join("; ")
}

fn roles(text: &str) -> SortedSet<Role> {
    text.split(';').map(one_line).filter(|word| !word.is_empty()).map(|word| Role::of_word(&word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_has_a_column_and_a_property_and_is_put_back_by_either() {
        for own in &OWN {
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
        assert_eq!(OWN[6].column(), "Kith: looks for");
        assert_eq!(OWN[6].property(), "X-KITH-LOOKS-FOR");
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
