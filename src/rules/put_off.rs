//! Answers to duties: which are put off to a later day, and which were dropped.

use super::duty::Raised;
use crate::domain::book::Book;
use crate::domain::put_off::PutOff;
use chrono::NaiveDate;

/// The put-offs of a book, asked about one duty at a time.
pub struct Answers<'a>(Vec<&'a PutOff>);

impl<'a> Answers<'a> {
    /// Of this book.
    pub fn of(book: &'a Book) -> Answers<'a> {
        Answers(book.put_offs().collect())
    }

    /// Whether the person said that this is not owed.
    pub fn is_dropped(&self, raised: &Raised) -> bool {
        self.to(raised).any(|answer| !answer.dropped.is_empty())
    }

    /// The day this was put off to, the latest if several.
    pub fn put_off_to(&self, raised: &Raised) -> Option<NaiveDate> {
        self.to(raised).filter_map(|answer| answer.until).max()
    }

    /// The answers to this very duty: the same occurrence, by its due day. A back-up has no due day of its own.
    fn to(&self, raised: &Raised) -> impl Iterator<Item = &'a PutOff> {
        let answers = self.0.iter().copied();
        answers.filter(move |answer| {
            answer.duty == raised.duty.name()
                && answer.person == raised.person
                && answer.referral == raised.referral
                && (raised.person.is_none() || answer.due == Some(raised.due))
        })
    }
}
