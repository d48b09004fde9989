//! What would come of a reading in this book: who is new, who is here already. Nothing is written; the change is given
//! to the store once the person has said yes.

use super::merge_fields::FieldUpdate;
use super::{Format, Reading, Refused};
use crate::domain::change::Change;
use crate::domain::id::{ConnectionId, PersonId};
use crate::domain::person::Name;
use crate::rules::duplicate::Probably;
use chrono::NaiveDate;

/// From so many contacts on a file is a bulk import.
const BULK: usize = 300;

/// Where the new people of a file go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Destination {
    /// Into the book, at once.
    #[default]
    Book,
    /// Into the holding pool, outside the book (R12).
    Pool,
}

impl Reading {
    /// Where its people belong unless somebody says otherwise: the connections of a network, and any file of many
    /// hundreds, wait in the holding pool (R12).
    pub fn belongs(&self) -> Destination {
        if self.format == Format::LinkedIn || self.contacts.len() > BULK {
            Destination::Pool
        } else {
            Destination::Book
        }
    }
}

/// What would come of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrival {
    /// Every contact of the file, in its order.
    pub rows: Vec<ArrivalRow>,
    /// What could not be read.
    pub refused: Vec<Refused>,
    /// The new people, and the places they work at; empty where nobody is new.
    pub change: Change,
}

/// One contact of the file, and what would come of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrivalRow {
    /// The line of the file.
    pub line: usize,
    /// What they are called.
    pub name: Name,
    /// Who they are, in a few words.
    pub detail: String,
    /// What would come of it.
    pub verdict: Verdict,
    /// What the file knows that is not known here.
    pub news: Vec<FieldUpdate>,
    /// Where the file says another job than the book. What stands here stays, unless the person says otherwise.
    pub differs: Vec<FieldUpdate>,
}

/// What would come of one contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A new person.
    New,
    /// A new person, unless it is whoever of the book it probably is, which the person can say.
    Perhaps(Probably),
    /// In the book already.
    Already(PersonId),
    /// In the book already, and the file knows something new.
    Updates(PersonId),
    /// In the holding pool already; brought into the book from there, if that is where the file goes.
    Waiting(ConnectionId),
    /// In the holding pool already, and the file knows better where they work or how to reach them.
    News(ConnectionId),
    /// A contact that an earlier one of the file says already, which begins on this line.
    Same(usize),
}

impl Arrival {
    /// What would come of it, in numbers.
    pub fn counts(&self) -> VerdictCounts {
        VerdictCounts::of(&self.rows, self.refused.len())
    }
}

/// How many rows of a file come to what; together they are all rows of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VerdictCounts {
    /// New people.
    pub new: usize,
    /// Of whom the file knows something new.
    pub updated: usize,
    /// Of whom it knows nothing new, and rows that say the same as an earlier one.
    pub same: usize,
    /// What could not be read.
    pub refused: usize,
    /// Those of them who wait in the holding pool.
    pub waiting: usize,
    /// Those who wait, and of whom the file knows something new.
    pub news: usize,
}

impl VerdictCounts {
    /// Of these rows, beside so many that could not be read.
    pub fn of(rows: &[ArrivalRow], refused: usize) -> VerdictCounts {
        let mut counts = VerdictCounts { refused, ..VerdictCounts::default() };
        for row in rows {
            match row.verdict {
                Verdict::New | Verdict::Perhaps(_) => counts.new += 1,
                Verdict::Updates(_) | Verdict::News(_) => counts.updated += 1,
                Verdict::Already(_) | Verdict::Waiting(_) | Verdict::Same(_) => counts.same += 1,
            }
            counts.waiting += usize::from(matches!(row.verdict, Verdict::Waiting(_) | Verdict::News(_)));
            counts.news += usize::from(matches!(row.verdict, Verdict::News(_)));
        }
        counts
    }
}

impl ArrivalRow {
    /// The rows worth a look come first: what changes somebody or could, what is in doubt, who is new, and then the rest.
    fn rank(&self) -> u8 {
        if self.differs.is_empty() { self.verdict.rank() } else { 0 }
    }
}

impl Verdict {
    /// Whether an import would write anything because of the row: into the book those who wait for it come as well.
    pub fn comes(&self, into: Destination) -> bool {
        match self {
            Verdict::New | Verdict::Perhaps(_) | Verdict::Updates(_) | Verdict::News(_) => true,
            Verdict::Waiting(_) => into == Destination::Book,
            Verdict::Already(_) | Verdict::Same(_) => false,
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Verdict::Updates(_) => 0,
            Verdict::Perhaps(_) => 1,
            Verdict::News(_) => 2,
            Verdict::New => 3,
            Verdict::Waiting(_) => 4,
            Verdict::Already(_) | Verdict::Same(_) => 5,
        }
    }
}

/// The places of these rows in the order in which they are shown.
pub fn in_order(rows: &[ArrivalRow]) -> Vec<usize> {
    let mut order: Vec<(u8, usize)> = rows.iter().enumerate().map(|(at, row)| (row.rank(), at)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

/// How I came by those of this file (R12).
pub(super) fn provenance(file: &str, today: NaiveDate) -> String {
    format!("from {file}, {today}")
}
