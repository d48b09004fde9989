//! What was stirred: whom the changes concern, so that nothing else is worked out again.

use super::Book;
use crate::domain::id::{Id, PersonId};
use crate::domain::kind::Kind;
use crate::domain::record::Record;

/// Returns whom the record of this kind and id concerns as it stands in the book; `None` when everyone. The record is what
/// it is about to become, where that is known. Whoever listens says it, because the book does not know what is worked out
/// from it.
pub type Concerned = fn(&Book, &Kind, Id, Option<&Record>) -> Option<Vec<PersonId>>;

/// How many people are remembered; past that everyone counts as stirred.
const MOST: usize = 4_096;

/// The people whom changes may have touched, in the order of the changes, counted from the beginning of the book.
#[derive(Debug, Default)]
pub struct DirtyPeople {
    people: Vec<PersonId>,
    /// How many were forgotten, because everyone was stirred or too many were.
    forgotten: usize,
    /// Says whom a record concerns; `None` while nobody listens, as when a book is being filled.
    concerned: Option<Concerned>,
}

impl DirtyPeople {
    /// Begins to note who is stirred.
    pub fn listen(&mut self, concerned: Concerned) {
        self.concerned = Some(concerned);
    }

    /// Returns what says whom a record concerns; `None` when nobody listens.
    pub fn concerned(&self) -> Option<Concerned> {
        self.concerned
    }

    /// Stops noting who is stirred, and returns what to hand to [`DirtyPeople::resume`].
    pub fn pause(&mut self) -> Option<Concerned> {
        self.concerned.take()
    }

    /// Goes on noting who is stirred.
    pub fn resume(&mut self, concerned: Option<Concerned>) {
        self.concerned = concerned;
    }

    /// Notes one person.
    pub fn note(&mut self, person: PersonId) {
        self.people.push(person);
        if self.people.len() > MOST {
            self.note_everyone();
        }
    }

    /// Notes everyone: whoever looks next must look at all.
    pub fn note_everyone(&mut self) {
        self.forgotten += self.people.len() + 1;
        self.people.clear();
    }

    /// How many were noted until now: the mark from which on to ask the next time.
    pub fn mark(&self) -> usize {
        self.forgotten + self.people.len()
    }

    /// Who was noted since that mark; `None` when it must be taken to be everyone.
    pub fn since(&self, mark: usize) -> Option<&[PersonId]> {
        self.people.get(mark.checked_sub(self.forgotten)?..)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_was_stirred_since_a_mark_is_told_until_it_was_everyone() {
        let mut dirty = DirtyPeople::default();
        let person = |n: usize| format!("p{n}").parse().unwrap();
        dirty.note(person(1));
        let mark = dirty.mark();
        assert_eq!(dirty.since(mark), Some(&[][..]));
        dirty.note(person(2));
        assert_eq!(dirty.since(mark), Some(&[person(2)][..]));
        assert_eq!(dirty.since(0).map(<[PersonId]>::len), Some(2));
        dirty.note_everyone();
        assert_eq!(dirty.since(mark), None);
        assert_eq!(dirty.since(dirty.mark()), Some(&[][..]));
        (0..=MOST).for_each(|n| dirty.note(person(n)));
        assert_eq!(dirty.since(dirty.mark() - 1), None, "too many are everyone");
    }
}
