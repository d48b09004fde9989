//! The kept book of one session: what lies in storage, the same in memory, and every way the two meet.

mod act;
mod audit;
mod backup_import;
mod drafts;
mod erased;
mod fold;
mod import;
mod import_undo;
mod open;
mod other_tabs;
mod purge;
mod quota;
mod staged_write;

pub use audit::Audit;
pub use backup_import::BackupImport;
pub use import::Imported;
pub use open::{Opened, Opening};
pub use other_tabs::OtherTabChanges;
pub use quota::{FILL_MAX, Measured, QuotaUsage};
pub use staged_write::StagedWrite;

pub use super::chunk::{ImportSummary, ImportedRows};

use super::key_value::{KeyValueStore, StorageError, StorageKey};
use super::materialize;
use super::partial_book::PartialBook;
use super::unreadable::Unreadable;
use crate::domain::book::Book;
use crate::domain::id::{Id, Mint, Session};
use crate::domain::stamp::{Clock, Stamp};
use crate::store::change_count::ChangeCount;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// How much a browser keeps for one site, in UTF-16 units, keys included.
pub const QUOTA: usize = 5_242_880;
/// From how many records on everyone's duties are worked out again, and not those of whom each record touches.
const STIR_MAX: usize = 20;
/// How large the filler is that is given up when the store is full, in units.
const RESERVE: usize = 131_072;
/// After how many milliseconds a write can be taken to have reached the disk, or to have been refused.
const SETTLED: u64 = 60_000;
/// How long a browser takes at most before it writes what it was given to its disk, in milliseconds.
const FLUSHED: u64 = 10_000;

/// The kept book of one session.
///
/// Nothing is in memory that is not in storage as well, unless the browser keeps nothing at all
/// ([`Store::is_volatile`]). No key is written twice, and none is deleted before another holds what it held.
pub struct Store<S> {
    storage: S,
    session: Session,
    partial_book: PartialBook,
    clock: Clock,
    mint: Mint,
    chunks: BTreeMap<StorageKey, Chunk>,
    set_aside: BTreeSet<String>,
    /// What inflates to more than is read: it is not inflated again.
    oversized: BTreeSet<StorageKey>,
    own: Vec<OwnWrite>,
    /// The imports taken back in this session, and when.
    taken_back: BTreeMap<Stamp, u64>,
    clearing: open::Clearing,
    /// What the folds of this session replaced.
    folds: Vec<erased::Fold>,
    /// Whether receipts may hold values of records that have been erased.
    receipts_in_doubt: bool,
    change_count: ChangeCount,
    is_blocked: bool,
}

/// What is known of a chunk that has been joined.
#[derive(Debug, Clone)]
struct Chunk {
    /// Its room in storage, key and value.
    units: usize,
    /// Whether it was understood to its last member.
    whole: bool,
    /// Whether a segment of this session holds it too.
    folded: bool,
    /// Whether it may hold a record that has been erased since.
    stale: bool,
}

/// A chunk this session wrote, until it has surely reached the disk.
#[derive(Debug, Clone)]
struct OwnWrite {
    storage_key: StorageKey,
    /// The CRC-32 of the value.
    sum: u32,
    written: u64,
}

/// A value that could not be read. It stays where it is, untouched, and is offered as a download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its key.
    pub key: String,
    /// Why it was not read.
    pub why: Unreadable,
    /// The value as it lies there; empty where even that could not be had.
    pub text: String,
}

/// A change was not saved. Nothing of it is in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// There is no room left, even without the reserve.
    Full,
    /// The result would leave too little room to work with.
    WouldFill,
    /// A text is longer than 20,000 characters; a backup with it could not be read again.
    TooLong,
    /// What was written did not read back the same.
    Lost,
    /// The next opening could not read what was written.
    Unreadable(Unreadable),
    /// There is no receipt of the import that is to be taken back.
    NoReceipt,
    /// The storage failed.
    Storage(StorageError),
}

impl fmt::Display for NotSaved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotSaved::Full => f.write_str(
                "The browser has no room left, so this was not saved. Back up, then erase what you no longer need.",
            ),
            NotSaved::WouldFill => f.write_str(
                "This would fill more than four fifths of the room the browser gives. Nothing was brought in.",
            ),
            NotSaved::TooLong => f.write_str("A text has at most 20,000 characters. Shorten it and save again."),
            NotSaved::Lost => f.write_str(
                "The browser did not keep what was written, so this was not saved. Try again, or copy it elsewhere.",
            ),
            NotSaved::Unreadable(_) => f.write_str(
                "Kith could not read again what it wrote, so this was not saved. Your book is as it was. Back up, reload this page and try again.",
            ),
            NotSaved::NoReceipt => f.write_str(
                "What this import changed is no longer known, so it cannot be taken back. Restore a backup instead.",
            ),
            NotSaved::Storage(why) => write!(f, "This was not saved. {why}"),
        }
    }
}

impl std::error::Error for NotSaved {}

impl<S: KeyValueStore> Store<S> {
    /// Gives new records their ids.
    pub fn mint(&mut self) -> &mut Mint {
        &mut self.mint
    }

    /// Whether the browser keeps nothing, so that the book lives only as long as this page.
    pub fn is_volatile(&self) -> bool {
        self.is_blocked
    }

    /// Everything kept, as one partial book.
    pub fn partial_book(&self) -> &PartialBook {
        &self.partial_book
    }

    /// Joins a partial book into memory and shows every record that changed; the records that did.
    fn take(&mut self, book: &mut Book, more: PartialBook) -> Vec<(Box<str>, Id)> {
        let mut touched = Vec::new();
        self.note_erased(&more);
        self.partial_book.join(more, |kind, id| touched.push((Box::from(kind), id)));
        let mut show = |book: &mut Book| {
            for (kind, id) in &touched {
                let stored = self.partial_book.get(kind, *id);
                if let Some(stored) = stored {
                    self.change_count.note(kind, *id, stored);
                    stored.each_stamp(|stamp| self.clock.see(stamp));
                }
                materialize::show(book, kind, *id, stored);
            }
        };
        if touched.len() > STIR_MAX {
            book.stir_everyone(|book| book.put_all(show));
        } else {
            book.put_all(&mut show);
        }
        book.changes_since_backup = self.change_count.count();
        touched
    }

    /// The next stamp; later than everything seen.
    fn tick(&mut self, now: u64) -> Stamp {
        self.clock.tick(now)
    }
}
