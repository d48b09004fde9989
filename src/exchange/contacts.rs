//! Contacts from other address books: what their files say, and what would come of it in this book.

mod arrival;
mod draft;
mod drop_in_pieces;
mod import_writer;
mod kith_fields;
pub mod links;
mod matching;
mod merge_fields;
pub(in crate::exchange) mod rejection;
pub mod report;
mod ticked;
mod unread;
mod verdict;
pub mod wording;

use crate::domain::annual_date::AnnualDate;
use crate::domain::id::PersonId;
use crate::domain::person::occasions::{BIRTHDAY, day_in_facts};
use crate::domain::person::{Name, Person, Reach};
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;

pub use super::day::Order;
pub use arrival::arrive;
pub use draft::Draft;
pub use drop_in_pieces::{DropInPieces, Pieces};
pub use import_writer::ImportWriter;
pub use kith_fields::{COLUMN, OWN, PROPERTY, take_column, take_property};
pub use matching::Matching;
pub use merge_fields::{About, FieldUpdate};
pub use rejection::{NotContacts, Refused, Stood, Why};
pub use ticked::Ticked;
pub use unread::{RejectedRowsFile, Unread};
pub use verdict::{Arrival, ArrivalRow, Destination, Verdict, VerdictCounts, in_order};

/// The largest file that is read.
pub const FILE_MAX: usize = 64 * 1024 * 1024;
/// The most characters one field may have.
pub const TEXT_MAX: usize = 20_000;
/// The most rows or cards one file may have.
pub const ROWS_MAX: usize = 200_000;

/// What the reasons are headed with. A column, a line or a property of this name says nothing when it is read.
pub const REASON: &str = "Why it was not read";

/// How a file is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrote {
    /// As a table: its heads, and what parts its cells.
    Table {
        /// The heads, in their order.
        heads: Vec<String>,
        /// A comma, a semicolon, a tab or a bar.
        delimiter: u8,
    },
    /// As vCards.
    Cards,
    /// As lines of text.
    Lines,
    /// As an export of Monica (JSON).
    Export,
}

/// One contact of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// The line of the file on which it begins, 1 for the first.
    pub line: usize,
    /// What they are called: their name, else their company, else their address.
    pub name: Name,
    /// Where they work.
    pub organisation: String,
    /// What they do there.
    pub title: String,
    /// How to reach them, the preferred way of each kind first.
    pub reach: Vec<Reach>,
    /// What the file says besides.
    pub note: String,
    /// Birthday, spouse and the like, in words.
    pub facts: String,
    /// The labels they carry there.
    pub tags: SortedSet<String>,
    /// Who referred them, where the file says so.
    pub referred_by: String,
    /// Since when they are known, where the file says so.
    pub known_since: Option<NaiveDate>,
    /// Whether the person said that this job counts where another stands in the book.
    pub renews: bool,
    /// Whom of the book the person said it is, where that is probable and not sure.
    pub same_as: Option<PersonId>,
    /// What only a file of Kith's says of them: the fields of [`OWN`]; everything else in it rests.
    pub own: Option<Box<Person>>,
}

impl Contact {
    /// Returns the birthday: what a file of Kith's says in its field, else what the facts say.
    pub fn birthday(&self) -> Option<AnnualDate> {
        self.own.as_ref().and_then(|own| own.birthday).or_else(|| day_in_facts(&self.facts, BIRTHDAY))
    }
}

/// The program whose file it is, as far as its columns tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// vCard 2.1, 3.0 or 4.0.
    VCard,
    /// A table of Google Contacts.
    Google,
    /// A table of Outlook.
    Outlook,
    /// The connections of LinkedIn.
    LinkedIn,
    /// A table of HubSpot.
    HubSpot,
    /// A table that Kith wrote.
    Kith,
    /// The export of Monica.
    Monica,
    /// Another table with names at the head of its columns.
    Table,
    /// A line each, without names of columns.
    List,
}

impl Format {
    /// What it is called on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Format::VCard => "vCard",
            Format::Google => "Google contacts (CSV)",
            Format::Outlook => "Outlook contacts (CSV)",
            Format::LinkedIn => "LinkedIn connections (CSV)",
            Format::HubSpot => "HubSpot contacts (CSV)",
            Format::Kith => "People of Kith (CSV)",
            Format::Monica => "Monica (JSON)",
            Format::Table => "Table (CSV)",
            Format::List => "A list of names",
        }
    }
}

/// What a file says: every row or card of it is either a contact or refused with a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Whose file it is.
    pub format: Format,
    /// The contacts, in the order of the file.
    pub contacts: Vec<Contact>,
    /// What could not be read, in the order of the file.
    pub refused: Vec<Refused>,
    /// How the file is written, so that what was refused can be handed back as it stood.
    pub wrote: Wrote,
    /// How many bytes of what was refused are kept.
    kept: usize,
}

impl Reading {
    /// Of a file of which nothing is known yet.
    pub(super) fn new() -> Reading {
        Reading { format: Format::List, contacts: Vec::new(), refused: Vec::new(), wrote: Wrote::Lines, kept: 0 }
    }
}

#[cfg(test)]
mod tests;
