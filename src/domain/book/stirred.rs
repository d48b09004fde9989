//! What was stirred: whose duties a change may touch, so that nothing else is worked out again.

use crate::domain::id::PersonId;

/// How many people are remembered; past that everyone counts as stirred.
const MOST: usize = 4_096;

/// The people whom changes may have touched, in the order of the changes, counted from the beginning of the book.
#[derive(Debug, Default)]
pub struct Stirred {
    people: Vec<PersonId>,
    /// How many were forgotten, because everyone was stirred or too many were.
    forgotten: usize,
    /// Whether anybody listens: while a book is being filled, nobody does.
    listening: bool,
}

impl Stirred {
    /// Begins to note who is stirred.
    pub fn listen(&mut self) {
        self.listening = true;
    }

    /// Stops noting who is stirred, or goes on with it.
    pub fn rest(&mut self, is_resting: bool) {
        self.listening = !is_resting;
    }

    /// Whether anybody listens.
    pub fn is_listening(&self) -> bool {
        self.listening
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
        let mut stirred = Stirred::default();
        let person = |n: usize| format!("p{n}").parse().unwrap();
        stirred.note(person(1));
        let mark = stirred.mark();
        assert_eq!(stirred.since(mark), Some(&[][..]));
        stirred.note(person(2));
        assert_eq!(stirred.since(mark), Some(&[person(2)][..]));
        assert_eq!(stirred.since(0).map(<[PersonId]>::len), Some(2));
        stirred.note_everyone();
        assert_eq!(stirred.since(mark), None);
        assert_eq!(stirred.since(stirred.mark()), Some(&[][..]));
        (0..=MOST).for_each(|n| stirred.note(person(n)));
        assert_eq!(stirred.since(stirred.mark() - 1), None, "too many are everyone");
    }
}
