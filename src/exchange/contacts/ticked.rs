//! What the person ticked of the rows of a file: which stay out, and of whom the job it tells of counts.

use super::{ArrivalRow, Contact, Destination};
use std::collections::BTreeSet;

/// The ticks, each by the line of its row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ticked {
    /// Those that stay out.
    pub without: BTreeSet<usize>,
    /// Those whose job counts where another stands in the book.
    pub jobs: BTreeSet<usize>,
}

impl Ticked {
    /// Turns the tick of a line the other way, in one of the two.
    pub fn turn(lines: &mut BTreeSet<usize>, line: usize) {
        if !lines.remove(&line) {
            lines.insert(line);
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
        (!self.without.contains(&contact.line)).then(|| Contact { renews, ..contact.clone() })
    }
}
