//! A backup on its way into the book, a turn at a time: looked through first, then written as one act in parts.

use super::{Imported, NotSaved, StagedWrite, Store};
use crate::domain::id::Id;
use crate::domain::stamp::Stamp;
use crate::store::chunk::PART_MAX;
use crate::store::clock_skew::{ClockSkew, ClockSkewScan};
use crate::store::key_value::KeyValueStore;
use crate::store::partial_book::PartialBook;
use crate::store::stored_record::StoredRecord;
use std::collections::VecDeque;

/// A backup that is being merged. Nothing of it is in storage before [`Store::begin_import`], and nothing of it counts
/// before [`Store::complete`].
#[derive(Debug)]
pub struct BackupImport {
    book: Option<Id>,
    /// The records that are still to be looked at, the last first.
    records: Vec<(Box<str>, Id, StoredRecord)>,
    all: usize,
    scan: ImportPhase,
    /// The gain of the book, in parts as they are written.
    parts: VecDeque<PartialBook>,
    /// The part that is being filled.
    part: PartialBook,
    size: usize,
    /// The latest stamp of what the book gains.
    latest: Stamp,
    /// The record of stamps that were moved; written after the parts, and never taken back.
    memory: PartialBook,
    /// Whether the book has all of it already.
    is_known: bool,
    /// Whether any of it was not in the book as it stands in the file: then what was moved has to be remembered.
    moves: bool,
}

/// How far the file has been looked through.
#[derive(Debug)]
enum ImportPhase {
    /// The stamps of so many records are noted.
    Stamps(usize, ClockSkewScan),
    /// Every stamp is noted: what has to be moved is known.
    Moving(Option<ClockSkew>),
}

impl BackupImport {
    /// Begins with the file `incoming`, to be merged into `ours` at `now`, in milliseconds since 1970.
    pub fn of(ours: &PartialBook, incoming: PartialBook, now: u64) -> BackupImport {
        let book = incoming.book;
        let mut records: Vec<_> = incoming.into_records().collect();
        records.reverse(); // each is taken off the end
        BackupImport {
            book,
            all: records.len(),
            records,
            scan: ImportPhase::Stamps(0, ClockSkewScan::of(ours, now)),
            parts: VecDeque::new(),
            part: PartialBook::of_book(book),
            size: 0,
            latest: Stamp::NEVER,
            memory: PartialBook::default(),
            is_known: ours.contains(&PartialBook::of_book(book)),
            moves: false,
        }
    }

    /// Looks at the next `many` records: notes their stamps, and once all are noted, finds out what of them the book
    /// `ours` gains. Returns whether there are more to look at.
    pub fn look(&mut self, ours: &PartialBook, many: usize) -> bool {
        match &mut self.scan {
            ImportPhase::Stamps(noted, scan) => {
                let next = self.records.iter().skip(*noted).take(many);
                next.for_each(|(.., stored)| scan.note(stored));
                *noted = noted.saturating_add(many);
                if *noted >= self.all
                    && let ImportPhase::Stamps(_, scan) = std::mem::replace(&mut self.scan, ImportPhase::Moving(None))
                {
                    self.scan = ImportPhase::Moving(scan.finish());
                }
                true
            }
            ImportPhase::Moving(_) => {
                for _ in 0..many {
                    let Some((kind, id, stored)) = self.records.pop() else { return false };
                    self.sift(ours, &kind, id, stored);
                }
                !self.records.is_empty()
            }
        }
    }

    /// How far it has been looked through, in hundredths.
    pub fn percent(&self) -> usize {
        let looked = match &self.scan {
            ImportPhase::Stamps(noted, _) => *noted.min(&self.all),
            ImportPhase::Moving(_) => 2 * self.all - self.records.len(),
        };
        100 * looked / (2 * self.all).max(1)
    }

    /// Keeps of a record what is beyond the book.
    fn sift(&mut self, ours: &PartialBook, kind: &str, id: Id, stored: StoredRecord) {
        if ours.holds(kind, id, &stored) {
            return;
        }
        self.moves = true;
        let stored = match &self.scan {
            ImportPhase::Moving(Some(skew)) => skew.moved(kind, id, &stored),
            _ => stored,
        };
        if ours.holds(kind, id, &stored) {
            return;
        }
        self.is_known = false;
        stored.each_stamp(|stamp| self.latest = self.latest.max(stamp));
        let length = stored.text_length();
        if self.size > 0 && self.size + length > PART_MAX {
            self.parts.push_back(std::mem::replace(&mut self.part, PartialBook::of_book(self.book)));
            self.size = 0;
        }
        self.size += length;
        self.part.put(kind, id, stored);
    }

    /// Returns how the import ended, given how its last write did: a file of which the book has everything brings nothing,
    /// also where what was moved in it is remembered.
    pub fn outcome(&self, done: Imported) -> Imported {
        if self.is_known { Imported::Nothing } else { done }
    }
}

impl<S: KeyValueStore> Store<S> {
    /// Begins to write what has been looked through; [`Store::stage_import`] writes its parts. What is written here
    /// afterwards is later than everything the file brings. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved::Storage`] when the storage cannot be reached.
    pub fn begin_import(&mut self, import: &mut BackupImport, now: u64) -> Result<StagedWrite, NotSaved> {
        self.clock.see(import.latest);
        let staged = self.begin(Some(""), now)?;
        if !import.is_known {
            import.parts.push_back(std::mem::take(&mut import.part));
        }
        if let ImportPhase::Moving(Some(skew)) = &import.scan
            && import.moves
        {
            import.memory = skew.memory(staged.stamp);
        }
        Ok(staged)
    }

    /// Writes the next part. Returns how many are left.
    ///
    /// # Errors
    /// [`NotSaved`]: then nothing of the act lies in storage any more. [`NotSaved::WouldFill`] when it would use more
    /// than four fifths of the room.
    pub fn stage_import(
        &mut self,
        import: &mut BackupImport,
        staged: &mut StagedWrite,
        now: u64,
    ) -> Result<usize, NotSaved> {
        let outcome = match import.parts.pop_front() {
            Some(part) => self.stage_pages(staged, part, now),
            None if import.memory.is_empty() => Ok(()),
            None => {
                // What is remembered of the clock is no part of what can be taken back.
                let (memory, receipt) = (std::mem::take(&mut import.memory), staged.receipt.take());
                let outcome = self.stage_pages(staged, memory, now);
                staged.receipt = receipt;
                outcome
            }
        };
        if outcome.is_err() {
            self.give_up(staged);
        }
        outcome.map(|()| import.parts.len() + usize::from(!import.memory.is_empty()))
    }
}
