//! What is erased leaves the storage: chunks that held it are replaced at once, and go once their replacement has settled.

use super::{Chunk, NotSaved, SETTLED, Store};
use crate::domain::id::Id;
use crate::domain::order::collect_sorted;
use crate::store::checksum::checksum;
use crate::store::chunk::encode;
use crate::store::key_value::{KeyValueStore, StorageKey};
use crate::store::partial_book::PartialBook;
use crate::store::stored_record::StoredRecord;
use std::collections::BTreeSet;

/// How many units one step reads.
const STEP_UNITS: usize = 32_768;

/// A segment of this session, and the chunks that it holds.
#[derive(Debug, Clone)]
pub(super) struct Fold {
    by: StorageKey,
    /// The CRC-32 of the segment's value.
    sum: u32,
    /// When it was written, in milliseconds since 1970.
    since: u64,
    storage_keys: Vec<StorageKey>,
    /// Whether these hold what has been erased, so that they go without waiting for the next opening.
    erases: bool,
    /// Whether an audit found the segment in storage after [`SETTLED`].
    is_settled: bool,
}

impl<S: KeyValueStore> Store<S> {
    /// Replaces the next chunks that hold what has been erased by a segment that does not, and removes receipts that hold
    /// values of it: those imports can no longer be undone. Returns how many chunks it looked into. To be called after an
    /// erase and at each opening, again and again until that is none. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved`] when there is no room for the segment; then every chunk is as before.
    pub fn fold_erased(&mut self, now: u64) -> Result<usize, NotSaved> {
        if self.is_blocked {
            return Ok(0);
        }
        if std::mem::take(&mut self.receipts_in_doubt) {
            self.drop_receipts();
        }
        let looked = self.stale_chunks();
        let mut partial_book = PartialBook::of_book(self.partial_book.book);
        let mut taken = Vec::new();
        for storage_key in &looked {
            let Ok(Some((read, _))) = self.fetch(*storage_key) else { continue };
            if self.holds_erased(&read.partial_book) {
                partial_book.join(read.partial_book, |_, _| {});
                taken.push(*storage_key);
            }
        }
        if !taken.is_empty() {
            self.replace(partial_book, taken, true, now)?;
        }
        for storage_key in &looked {
            if let Some(chunk) = self.chunks.get_mut(storage_key) {
                chunk.stale = false;
            }
        }
        Ok(looked.len())
    }

    /// Whether chunks in storage still hold, or may hold, what has been erased.
    pub fn holds_remains(&self) -> bool {
        self.receipts_in_doubt || !self.stale_chunks().is_empty() || self.folds.iter().any(|fold| fold.erases)
    }

    /// How many chunks are kept as they are because a newer version of the app wrote something in them that this one does
    /// not understand; what has been erased may stand there.
    pub fn not_understood(&self) -> usize {
        self.chunks.values().filter(|chunk| !chunk.whole).count() + self.set_aside.len()
    }

    /// Writes one segment in place of these chunks, which hold `partial_book`. They stay until they are cleared.
    pub(super) fn replace(
        &mut self,
        mut partial_book: PartialBook,
        taken: Vec<StorageKey>,
        erases: bool,
        now: u64,
    ) -> Result<(), NotSaved> {
        // What is erased in memory is erased in the fold, even if the erasure lies in a chunk left out of it.
        for (kind, id, stored) in self.erased_among(&partial_book) {
            partial_book.put(&kind, id, stored);
        }
        let by = StorageKey::Segment(self.tick(now));
        let value = encode(by, &partial_book);
        if erases {
            self.write(by, &value, Some(&partial_book), now)?;
        } else {
            // The reserve is for the person's own acts: a fold that finds no room waits for a better day.
            self.write_within_quota(by, &value, Some(&partial_book), now)?;
        }
        for storage_key in &taken {
            if let Some(chunk) = self.chunks.get_mut(storage_key) {
                chunk.folded = true;
            }
        }
        let sum = checksum(value.as_bytes());
        let mut fold = Fold { by, sum, since: now, storage_keys: taken, erases, is_settled: false };
        if erases {
            // What a segment of this session had replaced holds it too.
            let is_taken = |earlier: &mut Fold| fold.storage_keys.contains(&earlier.by);
            let earlier: Vec<Fold> = self.folds.extract_if(.., is_taken).collect();
            fold.storage_keys.extend(earlier.into_iter().flat_map(|earlier| earlier.storage_keys));
        }
        self.folds.push(fold);
        Ok(())
    }

    /// Takes note that everything this session wrote is in storage: what was written long enough ago stays there.
    pub(super) fn settle_folds(&mut self, now: u64) {
        let due = self.folds.iter_mut().filter(|fold| fold.erases && !fold.is_settled);
        for fold in due.filter(|fold| fold.since.saturating_add(SETTLED) <= now) {
            let value = self.storage.get(&fold.by.key()).ok().flatten();
            fold.is_settled = value.is_some_and(|value| checksum(value.as_bytes()) == fold.sum);
        }
    }

    /// Forgets the folds whose segment was lost: what they had replaced is to be folded again.
    pub(super) fn forget_lost_folds(&mut self) {
        let is_lost = |fold: &mut Fold| !self.chunks.contains_key(&fold.by);
        let lost: Vec<Fold> = self.folds.extract_if(.., is_lost).collect();
        for storage_key in lost.iter().flat_map(|fold| &fold.storage_keys) {
            if let Some(chunk) = self.chunks.get_mut(storage_key) {
                (chunk.folded, chunk.stale) = (false, true);
            }
        }
    }

    /// The chunks that may go because they held what has been erased, and their replacement has settled.
    pub(super) fn replaced_by(&mut self, storage_keys: &BTreeSet<StorageKey>) -> BTreeSet<StorageKey> {
        let is_ready = |fold: &mut Fold| fold.is_settled && storage_keys.contains(&fold.by);
        let ready: Vec<Fold> = self.folds.extract_if(.., is_ready).collect();
        collect_sorted(ready.into_iter().flat_map(|fold| fold.storage_keys))
    }

    /// When the first replacement will have settled, in milliseconds since 1970.
    pub(super) fn replaced_until(&self) -> Option<u64> {
        let erasing = self.folds.iter().filter(|fold| fold.erases);
        erasing.map(|fold| fold.since.saturating_add(SETTLED)).min()
    }

    /// Removes the receipts that hold values of erased records, and those that could take nothing back any more.
    fn drop_receipts(&mut self) {
        let Some(storage_keys) = self.storage_keys() else { return };
        let is_gone = |(kind, id, _): (&str, Id, &StoredRecord)| self.is_erased(kind, id);
        let is_spent = |partial_book: &PartialBook| self.holds_erased(partial_book) || partial_book.iter().all(is_gone);
        let spent = storage_keys.iter().filter(|storage_key| matches!(storage_key, StorageKey::Receipt(_))).filter(
            |storage_key| {
                let receipt = self.fetch(**storage_key).ok().flatten();
                receipt.is_none_or(|(read, _)| is_spent(&read.partial_book))
            },
        );
        let spent: BTreeSet<StorageKey> = spent.copied().collect();
        self.remove_with_marks(&storage_keys, spent);
    }

    /// The next chunks to be looked into: the first, and those after it that fit beside it.
    fn stale_chunks(&self) -> Vec<StorageKey> {
        let going: BTreeSet<&StorageKey> = collect_sorted(&self.clearing.covered);
        let stale = self
            .chunks
            .iter()
            .filter(|(storage_key, chunk)| chunk.stale && chunk.whole && !chunk.folded && !going.contains(storage_key));
        let mut size = 0;
        let fits = |(_, chunk): &(&StorageKey, &Chunk)| {
            size += chunk.units;
            size <= STEP_UNITS || size == chunk.units
        };
        stale.take_while(fits).map(|(storage_key, _)| *storage_key).collect()
    }

    fn is_erased(&self, kind: &str, id: Id) -> bool {
        matches!(self.partial_book.get(kind, id), Some(StoredRecord::Erased(_)))
    }

    /// Whether these hold a record that is erased in memory.
    fn holds_erased(&self, partial_book: &PartialBook) -> bool {
        if partial_book.len() < self.partial_book.len() {
            partial_book
                .iter()
                .any(|(kind, id, stored)| matches!(stored, StoredRecord::Kept(_)) && self.is_erased(kind, id))
        } else {
            self.partial_book.erased().any(|(kind, id)| is_kept(partial_book, kind, id))
        }
    }

    fn erased_among(&self, partial_book: &PartialBook) -> Vec<(Box<str>, Id, StoredRecord)> {
        let mut erased = Vec::new();
        for (kind, id) in self.partial_book.erased().filter(|(kind, id)| partial_book.get(kind, *id).is_some()) {
            erased.extend(self.partial_book.get(kind, id).map(|stored| (kind.into(), id, stored.clone())));
        }
        erased
    }

    /// Takes note when what is about to be joined erases records that chunks read before hold.
    pub(super) fn note_erased(&mut self, more: &PartialBook) {
        if more.erased().any(|(kind, id)| is_kept(&self.partial_book, kind, id)) {
            self.receipts_in_doubt = true;
            self.chunks.values_mut().for_each(|chunk| chunk.stale = true);
        }
    }

    /// Like [`Store::note_erased`], for a chunk that is being read, which may itself hold what has been erased already.
    pub(super) fn note_erased_in(&mut self, storage_key: StorageKey, partial_book: &PartialBook) {
        self.note_erased(partial_book);
        if self.holds_erased(partial_book)
            && let Some(chunk) = self.chunks.get_mut(&storage_key)
        {
            chunk.stale = true;
        }
    }
}

fn is_kept(partial_book: &PartialBook, kind: &str, id: Id) -> bool {
    matches!(partial_book.get(kind, id), Some(StoredRecord::Kept(_)))
}
