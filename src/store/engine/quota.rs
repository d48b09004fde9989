//! Room: how full the browser's store is, and how full an import would make it, found out before any of it is written.

use super::{NotSaved, QUOTA, Store};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::stamp::Stamp;
use crate::store::chunk::{ImportSummary, encode, mark};
use crate::store::key_value::{KeyValueStore, StorageError, StorageKey, units};
use crate::store::receipt;

/// From here on the store is filling up, in hundredths.
const FILLING: usize = 60;
/// No import may fill more of the room than this, in hundredths.
pub const FILL_MAX: usize = 80;

/// How full the browser's store is, in UTF-16 units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotaUsage {
    /// Used by everything of this site, keys included.
    pub used: usize,
    /// How much there is.
    pub quota: usize,
}

impl QuotaUsage {
    /// Of which so many units are used.
    pub fn of(used: usize) -> QuotaUsage {
        QuotaUsage { used, quota: QUOTA }
    }

    /// With so many units more.
    #[must_use]
    pub fn with(self, more: usize) -> QuotaUsage {
        QuotaUsage { used: self.used + more, ..self }
    }

    /// How much is used, in hundredths.
    pub fn percent(self) -> usize {
        self.used * 100 / self.quota.max(1)
    }

    /// Whether it is time to think of making room.
    pub fn is_filling(self) -> bool {
        self.used * 100 > self.quota * FILLING
    }

    /// Whether an import may leave it so full: beyond that, what is left is for the person's own acts.
    pub fn takes_imports(self) -> bool {
        self.used * 100 <= self.quota * FILL_MAX
    }
}

/// An import that is measured, part by part, as it would be written.
#[derive(Debug)]
pub struct Measured {
    stamp: Stamp,
    came: ImportSummary,
    parts: u32,
    /// What the parts take, with the receipt of each.
    units: usize,
}

impl<S: KeyValueStore> Store<S> {
    /// How full the store is. The reserve counts as free.
    ///
    /// # Errors
    /// [`StorageError`] when the storage cannot be reached.
    pub fn quota_usage(&self) -> Result<QuotaUsage, StorageError> {
        let mut used = 0;
        for key in self.storage.keys()? {
            let storage_key = StorageKey::of(&key);
            used += match storage_key.and_then(|storage_key| self.chunks.get(&storage_key)) {
                _ if storage_key == Some(StorageKey::Reserve) => 0,
                Some(chunk) => chunk.units,
                None => units(&key) + self.storage.get(&key)?.map_or(0, |value| units(&value)),
            };
        }
        Ok(QuotaUsage::of(used))
    }

    /// Begins to measure what an import takes that tells this of itself; its parts are those of [`Store::stage_part`].
    /// `now` is in milliseconds since 1970.
    pub fn measure(&self, came: ImportSummary, now: u64) -> Measured {
        // As late as it will be: what it would stand over depends on it.
        let stamp = self.clock.clone().tick(now);
        Measured { stamp, came, parts: 0, units: 0 }
    }

    /// Measures the next part. Nothing is written.
    ///
    /// # Errors
    /// [`NotSaved::TooLong`] where it could not be written either.
    pub fn measure_part(&self, book: &Book, measured: &mut Measured, change: &Change) -> Result<(), NotSaved> {
        let edits = change.edits(book);
        if edits.is_empty() {
            return Ok(());
        }
        let part = self.entry_of(edits, measured.stamp)?;
        let storage_key = StorageKey::Import(measured.stamp, measured.parts);
        measured.units += units(&storage_key.key()) + units(&encode(storage_key, &part));
        // One receipt of all parts deflates better; but to make it whole each time would take longer with every part.
        let receipt = receipt::of_import(&self.partial_book, &part, measured.stamp);
        measured.units += units(&encode(StorageKey::Receipt(measured.stamp), &receipt));
        measured.parts += 1;
        Ok(())
    }
}

impl Measured {
    /// How many units the parts so far take, with all that stands beside them: never less than what is written then, and
    /// hardly more. Nothing where there is nothing to write.
    pub fn units(&self) -> usize {
        if self.parts == 0 {
            return 0;
        }
        let (receipt, complete) = (StorageKey::Receipt(self.stamp).key(), StorageKey::Complete(self.stamp).key());
        let mark = mark(self.parts as usize, &self.came);
        let all = self.units + units(&receipt) + units(&complete) + units(&mark);
        // The stamp and the ids have some digits more by then, and all of it deflates a little otherwise.
        all + all / 32 + 32
    }
}
