//! Entries that are one person: one of them is kept, the others became it, and can be parted from it again.
//!
//! What became another entry stays in the file as it was, with a mark that says which. The book follows that mark wherever
//! an entry is named ([`Book::who`](super::book::Book::who)), so that nothing is moved: a word that another device logged
//! with the old entry, or that an old backup brings, stands with the kept one as well, and parting gives back exactly
//! what was theirs. Only what the kept entry took over is written there, with what stood before.

mod absorb;
mod draft;
mod moves;
mod part;
mod rule;

pub use absorb::{Differs, MergeChoice, filled};
pub use draft::MergeDraft;

use super::fields::fields;
use super::id::{ApartId, PersonId};
use super::kind::Kind;
use super::person::Person;
use super::record::Record;
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

fields! {
    /// The mark of an entry that became another one.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Merged {
        /// The entry that was kept.
        pub into: PersonId,
        /// The day.
        pub on: Option<NaiveDate>,
        /// How many were merged into the kept one before.
        pub turn: u32,
        /// What the kept entry took over.
        pub filled: Vec<Filled>,
    }
}

fields! {
    /// One field the kept entry took over, in whole or in part.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Filled {
        /// The field of a person.
        pub field: String,
        /// What stood there before.
        pub was: Value,
        /// What was written there.
        pub now: Value,
    }
}

fields! {
    /// Two people who are not one, however alike they are.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Apart {
        /// Names this record.
        pub id: ApartId,
        /// One of them.
        pub one: PersonId,
        /// The other.
        pub other: PersonId,
        /// In the trash: they may be one after all.
        pub trashed: bool,
    }
}

impl Merged {
    /// The kept entry as it stood before it took anything over from this one.
    pub fn before(&self, kept: &Person) -> Option<Person> {
        let mut fields = Record::from(kept.clone()).fields();
        fields.extend(self.filled.iter().map(|filled| (filled.field.clone(), filled.was.clone())));
        fields.retain(|_, value| !value.is_null());
        match Record::read(&Kind::Person, kept.id.0, &Value::Object(fields).to_string())? {
            Record::Person(before) => Some(before),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
