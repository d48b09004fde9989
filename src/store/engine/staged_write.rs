//! Acts too large for one task: their parts are written one by one, count once the mark lies there, and come into
//! memory one by one; a tab that dies between leaves all of it or nothing.

use super::import_undo::ImportUndo;
use super::{Chunk, Imported, NotSaved, QuotaUsage, Store};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::stamp::Stamp;
use crate::domain::undo::Undo;
use crate::store::chunk::{ImportSummary, ImportedRows, SEGMENT_MAX, encode, mark, parts_up_to};
use crate::store::key_value::{KeyValueStore, StorageKey, units};
use crate::store::partial_book::PartialBook;
use crate::store::receipt;
use crate::store::stored_record::StoredRecord;
use std::collections::VecDeque;

/// An act under way: nothing of it is in the book before [`Store::complete`], and all of it after.
#[derive(Debug)]
pub struct StagedWrite {
    pub(super) stamp: Stamp,
    /// What stood where it writes; `None` where it is taken back by undo alone.
    pub(super) receipt: Option<PartialBook>,
    /// Whether taking it back would change anything; else no receipt is written.
    takes_back: bool,
    /// What it tells of itself.
    came: ImportSummary,
    parts: VecDeque<PartialBook>,
    storage_keys: Vec<(StorageKey, Chunk)>,
    /// How full the storage was before, and by how much it has grown.
    used: usize,
    undo: Undo,
    /// Where it takes an import back.
    pub(super) import_undo: Option<ImportUndo>,
}

impl<S: KeyValueStore> Store<S> {
    /// Begins an act whose parts follow; with a `file` it is an import, which leaves a receipt. `now` is in
    /// milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved::Storage`] when the storage cannot be reached.
    pub fn begin(&mut self, file: Option<&str>, now: u64) -> Result<StagedWrite, NotSaved> {
        let used = if self.is_blocked { 0 } else { self.quota_usage().map_err(NotSaved::Storage)?.used };
        Ok(StagedWrite {
            stamp: self.tick(now),
            receipt: file.map(|_| PartialBook::of_book(None)),
            takes_back: false,
            came: ImportSummary { file: file.unwrap_or_default().to_string(), rows: ImportedRows::default() },
            parts: VecDeque::new(),
            storage_keys: Vec::new(),
            used,
            undo: Undo::default(),
            import_undo: None,
        })
    }

    /// Writes the next part: what this change does to the book. No record may be in two parts.
    ///
    /// # Errors
    /// [`NotSaved`]: then nothing of the act lies in storage any more. [`NotSaved::WouldFill`] when an import would
    /// use more than four fifths of the room.
    pub fn stage_part(
        &mut self,
        book: &Book,
        staged: &mut StagedWrite,
        change: &Change,
        now: u64,
    ) -> Result<(), NotSaved> {
        let edits = change.edits(book);
        if edits.is_empty() {
            return Ok(());
        }
        let undo = Undo::of(&edits, book);
        let outcome = self.entry_of(edits, staged.stamp).and_then(|part| self.stage_pages(staged, part, now));
        match outcome {
            Ok(()) => staged.undo.and(undo),
            Err(_) => self.give_up(staged),
        }
        outcome
    }

    /// Writes the next part of an act that erases records for good, as [`Store::erase`] does.
    ///
    /// # Errors
    /// As [`Store::stage_part`].
    pub fn stage_erased(&mut self, staged: &mut StagedWrite, gone: &[(Kind, Id)], now: u64) -> Result<(), NotSaved> {
        let mut part = self.entry();
        for (kind, id) in gone {
            part.put(kind.word(), *id, StoredRecord::Erased(staged.stamp));
        }
        let outcome = self.stage_pages(staged, part, now);
        if outcome.is_err() {
            self.give_up(staged);
        }
        outcome
    }

    pub(super) fn stage_pages(
        &mut self,
        staged: &mut StagedWrite,
        part: PartialBook,
        now: u64,
    ) -> Result<(), NotSaved> {
        if let Some(receipt) = &mut staged.receipt {
            let more = receipt::of_import(&self.partial_book, &part, staged.stamp);
            staged.takes_back =
                staged.takes_back || receipt::takes_back(&self.partial_book, &part, &more, staged.stamp);
            receipt.join(more, |_, _| {});
        }
        for part in parts_up_to(&part, SEGMENT_MAX) {
            if !self.is_blocked {
                let number = u32::try_from(staged.storage_keys.len()).unwrap_or(u32::MAX);
                let storage_key = StorageKey::Import(staged.stamp, number);
                self.stage_value(staged, storage_key, &part, now)?;
            }
            staged.parts.push_back(part);
        }
        Ok(())
    }

    fn stage_value(
        &mut self,
        staged: &mut StagedWrite,
        storage_key: StorageKey,
        partial_book: &PartialBook,
        now: u64,
    ) -> Result<(), NotSaved> {
        let value = encode(storage_key, partial_book);
        staged.used += units(&storage_key.key()) + units(&value);
        let is_import = staged.receipt.is_some() || matches!(storage_key, StorageKey::Receipt(_));
        if is_import && !QuotaUsage::of(staged.used).takes_imports() {
            return Err(NotSaved::WouldFill);
        }
        self.write(storage_key, &value, Some(partial_book), now)?;
        // Only what counts may be folded: until the mark lies there, this is no chunk of the book.
        let chunk = self.chunks.remove(&storage_key);
        staged
            .storage_keys
            .push((storage_key, chunk.unwrap_or(Chunk { units: 0, whole: true, folded: false, stale: false })));
        Ok(())
    }

    /// Writes the receipt and then the mark: from here on all of it counts. [`Imported::Nothing`] where no part had
    /// anything to write.
    ///
    /// # Errors
    /// As [`Store::stage_part`].
    pub fn complete(&mut self, staged: &mut StagedWrite, now: u64) -> Result<Imported, NotSaved> {
        if !self.is_blocked
            && !staged.parts.is_empty()
            && let Err(why) = self.try_complete(staged, now)
        {
            self.give_up(staged);
            return Err(why);
        }
        self.taken_back.extend(staged.import_undo.as_ref().map(|import_undo| (import_undo.import, now)));
        Ok(if staged.parts.is_empty() { Imported::Nothing } else { Imported::Done(staged.stamp) })
    }

    fn try_complete(&mut self, staged: &mut StagedWrite, now: u64) -> Result<(), NotSaved> {
        let parts = staged.storage_keys.len();
        if let Some(receipt) = staged.receipt.take().filter(|_| staged.takes_back) {
            let storage_key = StorageKey::Receipt(staged.stamp);
            self.stage_value(staged, storage_key, &receipt, now)?;
        }
        self.write(StorageKey::Complete(staged.stamp), &mark(parts, &staged.came), None, now)?;
        let chunks = staged.storage_keys.iter().filter(|(storage_key, _)| storage_key.is_chunk());
        self.chunks.extend(chunks.map(|(storage_key, chunk)| (*storage_key, chunk.clone())));
        Ok(())
    }

    /// Shows the next part in the book, once the act is complete; whether there are more.
    pub fn take_part(&mut self, book: &mut Book, staged: &mut StagedWrite) -> bool {
        if let Some(part) = staged.parts.pop_front() {
            book.wait_for_more(true);
            self.take(book, part);
            book.wait_for_more(!staged.parts.is_empty());
        }
        !staged.parts.is_empty()
    }

    /// Takes an act that is not complete off the storage again.
    pub fn give_up(&mut self, staged: &mut StagedWrite) {
        // The mark first: a part without it counts for nothing.
        self.forget(StorageKey::Complete(staged.stamp));
        for (storage_key, _) in staged.storage_keys.drain(..).rev() {
            self.forget(storage_key);
        }
        staged.parts.clear();
    }
}

impl StagedWrite {
    /// With what becomes of the rows of its file, to be told for as long as it can be taken back.
    #[must_use]
    pub fn telling(mut self, rows: ImportedRows) -> StagedWrite {
        self.came.rows = rows;
        self
    }

    /// How many parts are not in the book yet.
    pub fn left(&self) -> usize {
        self.parts.len()
    }

    /// What takes the act back.
    pub fn undo(&self) -> Undo {
        self.undo.clone()
    }
}
