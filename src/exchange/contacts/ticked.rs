//! What the person ticked of the rows of a file: which stay out, of whom the job it tells of counts, and who is who.

use super::{ArrivalRow, Contact, Destination};
use crate::domain::id::PersonId;
use std::collections::{BTreeMap, BTreeSet};

/// The ticks, each by the line of its row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ticked {
    /// Those that stay out.
    pub without: BTreeSet<usize>,
    /// Those whose job counts where another stands in the book.
    pub jobs: BTreeSet<usize>,
    /// Those that are whoever of the book they probably are.
    pub same: BTreeMap<usize, PersonId>,
}

impl Ticked {
    /// Turns the tick of a line the other way, in one of the two.
    pub fn turn(lines: &mut BTreeSet<usize>, line: usize) {
        if !lines.remove(&line) {
            lines.insert(line);
        }
    }

    /// Says that a line is this one of the book, or somebody new after all.
    pub fn turn_same(&mut self, line: usize, person: PersonId) {
        if self.same.insert(line, person) == Some(person) {
            self.same.remove(&line);
        }
    }

    /// Whether an import would write anything because of this row.
    pub fn bring(&self, row: &ArrivalRow, into: Destination) -> bool {
        let renews = !row.differs.is_empty() && self.jobs.contains(&row.line);
        !self.without.contains(&row.line) && (renews || row.verdict.comes(into))
    }

    /// The contact as it comes; `None` where it stays out.
    pub fn of(&self, contact: &Contact) -> Option<Contact> {
        let renews = self.jobs.contains(&contact.line);
        let same_as = self.same.get(&contact.line).copied();
        (!self.without.contains(&contact.line)).then(|| Contact { renews, same_as, ..contact.clone() })
    }
}
