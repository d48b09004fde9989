//! The list of today, kept: after a change only what it may touch is worked out again.

use super::{Owed, Raised, Rules, raised_to};
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::id_map::{IdMap, IdSet};
use chrono::NaiveDate;

/// What is owed to whom on one day, as of one state of the book.
#[derive(Debug, Default)]
pub struct Duties {
    as_of: Option<(NaiveDate, usize)>,
    raised: IdMap<Option<PersonId>, Vec<Raised>>,
}

impl Duties {
    /// What is owed on this day: the same list as [`super::owed`]. The book must be one and the same each time, and
    /// listen with [`super::concerned`].
    pub fn owed(&mut self, book: &Book, today: NaiveDate) -> Vec<Owed> {
        let known = self.as_of.filter(|(day, _)| *day == today);
        match known.and_then(|(_, mark)| book.dirty_since(mark)) {
            Some(stirred) => self.again(book, stirred, today),
            None => self.afresh(book, today),
        }
        self.as_of = Some((today, book.mark()));
        Rules::of(book, today).standing(self.raised.values().flatten().cloned().collect())
    }

    fn afresh(&mut self, book: &Book, today: NaiveDate) {
        self.raised.clear();
        for raised in super::all_raised(&Rules::of(book, today)) {
            self.raised.entry(raised.person).or_default().push(raised);
        }
    }

    fn again(&mut self, book: &Book, stirred: &[PersonId], today: NaiveDate) {
        // Who became another entry is owed nothing; what a change of theirs touches is owed to the one that was kept.
        let people: IdSet<PersonId> = stirred.iter().map(|id| book.who(*id)).collect();
        // The back-up goes by the count of changes, and so may be due after any.
        let people: Vec<Option<PersonId>> = people.into_iter().map(Some).chain([None]).collect();
        for person in &people {
            self.raised.remove(person);
        }
        for raised in raised_to(book, people, today) {
            self.raised.entry(raised.person).or_default().push(raised);
        }
    }
}

#[cfg(test)]
mod tests;
