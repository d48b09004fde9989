//! What one entry takes over from another: what it lacks, all of what both may have, and what was chosen.

use super::{Filled, rule};
use crate::domain::book::Book;
use crate::domain::person::{Mention, Person, person_fields};
use crate::domain::record::{Fields, Record};
use serde_json::Value;

/// A field in which two entries may differ and only one value can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MergeChoice {
    /// The name.
    Name,
    /// Where they work.
    Organisation,
    /// What they do there.
    Title,
    /// How good the relationship is.
    Rating,
    /// The tier that was set.
    Tier,
    /// Through whom we met.
    MetThrough,
    /// The birthday.
    Birthday,
    /// The anniversary.
    Anniversary,
}

/// The fields in which entries differ, each with what every entry says, in their order.
pub type Differs = Vec<(MergeChoice, Vec<String>)>;

impl MergeChoice {
    /// All of them, in the order of the screen.
    pub const ALL: [MergeChoice; 8] = [
        MergeChoice::Name,
        MergeChoice::Organisation,
        MergeChoice::Title,
        MergeChoice::Rating,
        MergeChoice::Tier,
        MergeChoice::MetThrough,
        MergeChoice::Birthday,
        MergeChoice::Anniversary,
    ];

    /// The label on the screen.
    pub fn label(self) -> &'static str {
        match self {
            MergeChoice::Name => "Name",
            MergeChoice::Organisation => "Works at",
            MergeChoice::Title => "Title",
            MergeChoice::Rating => "Relationship",
            MergeChoice::Tier => "Tier",
            MergeChoice::MetThrough => "Met through",
            MergeChoice::Birthday => "Birthday",
            MergeChoice::Anniversary => "Anniversary",
        }
    }

    /// What an entry says; empty when nothing.
    pub fn of(self, book: &Book, person: &Person) -> String {
        match self {
            MergeChoice::Name => person.name.as_str().to_string(),
            MergeChoice::Organisation => book.workplace(person).to_string(),
            MergeChoice::Title => person.title.clone(),
            MergeChoice::Rating => person.rating.map(|rating| rating.label().to_string()).unwrap_or_default(),
            MergeChoice::Tier => person.tier.as_ref().map(|tier| tier.label().to_string()).unwrap_or_default(),
            MergeChoice::MetThrough => {
                let through = person.met_through();
                through.map(|who| crate::domain::draft::mentioned(book, who).to_string()).unwrap_or_default()
            }
            MergeChoice::Birthday => person.birthday().map(|day| day.to_string()).unwrap_or_default(),
            MergeChoice::Anniversary => person.anniversary().map(|day| day.to_string()).unwrap_or_default(),
        }
    }

    /// Takes over the value of another entry.
    fn take(self, kept: &mut Person, other: &Person) {
        match self {
            MergeChoice::Name => kept.name = other.name.clone(),
            MergeChoice::Organisation => kept.organisation = other.organisation.clone(),
            MergeChoice::Title => kept.title.clone_from(&other.title),
            MergeChoice::Rating => kept.rating = other.rating,
            MergeChoice::Tier => kept.tier = other.tier.clone(),
            MergeChoice::MetThrough if other.met_through.as_ref().and_then(Mention::id) == Some(kept.id.0) => {}
            MergeChoice::MetThrough => kept.met_through = other.met_through.clone(),
            MergeChoice::Birthday => kept.birthday = other.birthday(),
            MergeChoice::Anniversary => kept.anniversary = other.anniversary(),
        }
    }
}

/// The kept entry with what it takes over from another one; `chosen` are the fields whose value is the other's.
pub fn absorbed(book: &Book, mut kept: Person, other: &Person, chosen: &[MergeChoice]) -> Person {
    for choice in MergeChoice::ALL {
        let says = !choice.of(book, other).is_empty();
        if says && (chosen.contains(&choice) || choice.of(book, &kept).is_empty()) {
            choice.take(&mut kept, other);
        }
    }
    take_over(&mut kept, other);
    kept
}

/// Declares what becomes of every field, as [`person_fields!`] says.
macro_rules! merge {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$what:meta])* pub $field:ident: $type:ty {
        merge: $merge:ident, form: $form:tt, file: $file:tt, page: $page:tt
    },)* }) => {
        fn take_over(kept: &mut Person, other: &Person) {
            $(rule::$merge(&mut kept.$field, &other.$field);)*
        }
    };
}

person_fields!(merge);

/// The fields in which two states of an entry differ, with both values.
pub fn filled(before: &Person, after: &Person) -> Vec<Filled> {
    let fields = |person: &Person| -> Fields { Record::from(person.clone()).fields() };
    let (old, new) = (fields(before), fields(after));
    let mut names: Vec<&String> = old.keys().chain(new.keys()).collect();
    names.sort_unstable();
    names.dedup();
    let value = |fields: &Fields, name: &str| fields.get(name).cloned().unwrap_or(Value::Null);
    let one = |name: &String| Filled { field: name.clone(), was: value(&old, name), now: value(&new, name) };
    names.into_iter().map(one).filter(|filled| filled.was != filled.now).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::Object;

    #[test]
    fn an_entry_that_says_nothing_takes_over_every_field() {
        let other = Person::example();
        let kept = Person { id: "p2".parse().unwrap(), ..Person::default() };
        let merged = absorbed(&Book::default(), kept.clone(), &other, &[]);
        for ((name, now), (_, there)) in merged.fields().into_iter().zip(other.fields()) {
            let stays = ["id", "merged", "trashed"].contains(&name);
            assert_eq!(now.value() == there.value(), !stays, "{name}");
        }
        assert_eq!(absorbed(&Book::default(), other.clone(), &kept, &[]), other, "and from it nothing is taken");
    }

    #[test]
    fn a_birthday_in_the_facts_of_an_old_book_differs_and_is_taken_like_one_in_its_field() {
        let book = Book::default();
        let old = Person { facts: "Birthday: 9 May".into(), ..Person::default() };
        let new = Person { birthday: "1 June 1971".parse().ok(), ..Person::default() };
        assert_eq!(MergeChoice::Birthday.of(&book, &old), "9 May");
        assert_eq!(absorbed(&book, Person::default(), &old, &[]).birthday(), old.birthday());
        let kept = absorbed(&book, new.clone(), &old, &[]);
        assert_eq!((kept.birthday(), kept.facts.as_str()), (new.birthday, "Birthday: 9 May"));
        let chosen = absorbed(&book, new, &old, &[MergeChoice::Birthday]);
        assert_eq!(chosen.birthday(), old.birthday());
    }
}
