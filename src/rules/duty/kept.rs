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
    prepared: Option<Prepared>,
}

/// How far the list has been worked out ahead.
#[derive(Debug)]
struct Prepared {
    as_of: (NaiveDate, usize),
    /// To whom what is owed is still to be worked out.
    rest: Vec<PersonId>,
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

    /// Works out what is owed to the next `many` people, where [`Duties::owed`] would have to for everyone in one task.
    /// Returns whether there are more of them. The book may change in between.
    pub fn prepare(&mut self, book: &Book, today: NaiveDate, many: usize) -> bool {
        let is_known = |(day, mark): (NaiveDate, usize)| day == today && book.dirty_since(mark).is_some();
        if self.as_of.is_some_and(is_known) {
            return false;
        }
        let begun = self.prepared.take().filter(|prepared| is_known(prepared.as_of));
        let Prepared { as_of, mut rest } = begun.unwrap_or_else(|| {
            (self.as_of, self.raised) = (None, IdMap::default());
            Prepared { as_of: (today, book.mark()), rest: book.everyone().map(|(person, _)| person.id).collect() }
        });
        let next: Vec<PersonId> = rest.split_off(rest.len().saturating_sub(many));
        self.again(book, &next, today);
        match rest.is_empty() {
            true => self.as_of = Some(as_of),
            false => self.prepared = Some(Prepared { as_of, rest }),
        }
        self.prepared.is_some()
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
