//! The last personal word with somebody.

use crate::domain::book::{Book, Ties};
use crate::domain::id::PersonId;
use chrono::NaiveDate;

/// The day of the last personal word with this person, in either direction.
pub fn last_contact(book: &Book, person: PersonId) -> Option<NaiveDate> {
    last_word(book.ties(person))
}

/// Like `last_contact`, from the ties of the person.
pub fn last_word(ties: &Ties) -> Option<NaiveDate> {
    ties.touch_summaries().rfind(|summary| summary.is_personal).map(|summary| summary.on)
}
