//! Answers to duties: which are put off to a later day, and which were dropped.

use super::{Duty, Raised};
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::id_map::IdMap;
use crate::domain::put_off::PutOff;
use chrono::NaiveDate;

/// The put-offs of a book, asked about one duty at a time.
pub struct Answers<'a>(IdMap<Option<PersonId>, Vec<&'a PutOff>>);

impl<'a> Answers<'a> {
    /// Of this book.
    pub fn of(book: &'a Book) -> Answers<'a> {
        let mut by_person: IdMap<_, Vec<&PutOff>> = IdMap::default();
        for put_off in book.put_offs() {
            by_person.entry(put_off.person).or_default().push(put_off);
        }
        Answers(by_person)
    }

    /// Whether any duty to this person was put off or dropped.
    pub fn has_any_to(&self, person: Option<PersonId>) -> bool {
        self.0.contains_key(&person)
    }

    /// Whether this was put off or dropped.
    pub fn is_answered(&self, raised: &Raised) -> bool {
        self.to(raised).next().is_some()
    }

    /// Whether the person said that this is not owed.
    pub fn is_dropped(&self, raised: &Raised) -> bool {
        self.to(raised).any(|answer| !answer.dropped.is_empty())
    }

    /// The day this was put off to, the latest if several.
    pub fn put_off_to(&self, raised: &Raised) -> Option<NaiveDate> {
        self.to(raised).filter_map(|answer| answer.until).max()
    }

    /// The answers to this very duty: the same occurrence, by its due day. A back-up and a ripe ask have no due day.
    fn to(&self, raised: &Raised) -> impl Iterator<Item = &'a PutOff> {
        let answers = self.0.get(&raised.person).map_or(&[][..], Vec::as_slice).iter().copied();
        let has_day = !matches!(raised.duty, Duty::BackUp | Duty::Ask);
        answers.filter(move |answer| {
            answer.duty == raised.duty.name()
                && answer.referral == raised.referral
                && answer.record == raised.record
                && (!has_day || answer.due == Some(raised.due))
                && (answer.milestone.is_none() || answer.milestone == raised.milestone)
        })
    }
}
