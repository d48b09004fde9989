//! The audit: what was written is looked at again, because a browser may drop a write long after it took it.

use super::open::counts;
use super::{Chunk, NotSaved, QUOTA, RESERVE, SETTLED, Store};
use crate::store::checksum::checksum;
use crate::store::chunk::{ENTRY_MAX, SEGMENT_MAX, encode, filler, parts_up_to};
use crate::store::form;
use crate::store::key_value::{KeyValueStore, StorageKey};
use crate::store::partial_book::PartialBook;
use std::collections::BTreeSet;

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audit {
    /// How many records were no longer in storage and have been written again; worth telling the person.
    pub rewritten: usize,
    /// Why something is missing in storage and could not be written again: the person must be told to back up now.
    pub trouble: Option<NotSaved>,
}

impl<S: KeyValueStore> Store<S> {
    /// Looks whether everything in memory is still in storage, and writes again what is not. To be called 2 s and
    /// 10 s after an act, and when the page is hidden or shown. `now` is in milliseconds since 1970.
    pub fn audit(&mut self, now: u64) -> Audit {
        if self.is_blocked {
            return Audit::default();
        }
        let keys = match self.storage.keys() {
            Ok(keys) => keys,
            Err(why) => return Audit { trouble: Some(NotSaved::Storage(why)), ..Audit::default() },
        };
        let storage_keys = StorageKey::all_of(&keys);
        let mut in_doubt = self.chunks.keys().any(|storage_key| !storage_keys.contains(storage_key));
        for own in &self.own {
            let value = self.storage.get(&own.storage_key.key()).ok().flatten();
            in_doubt |= value.is_none_or(|value| checksum(value.as_bytes()) != own.sum);
        }
        self.own.retain(|own| now < own.written.saturating_add(SETTLED));
        let audit = if in_doubt { self.make_good(&storage_keys, now) } else { Audit::default() };
        if in_doubt {
            self.forget_lost_folds();
        } else {
            self.drop_taken_back(now);
            self.settle_folds(now);
        }
        if !storage_keys.contains(&StorageKey::Reserve) {
            self.lay_in_reserve();
        }
        audit
    }

    /// Reads the whole storage and writes what memory has beyond it.
    fn make_good(&mut self, storage_keys: &BTreeSet<StorageKey>, now: u64) -> Audit {
        let mut there = PartialBook::default();
        let mut readable = BTreeSet::new();
        for storage_key in storage_keys.iter().filter(|storage_key| counts(storage_key, storage_keys)) {
            if let Ok(Some((read, units))) = self.fetch(*storage_key) {
                // What another tab wrote again, and this one knows already, is looked for here too from now on.
                if !self.chunks.contains_key(storage_key) && self.partial_book.contains(&read.partial_book) {
                    self.chunks.insert(*storage_key, Chunk { units, whole: read.whole, folded: false, stale: false });
                    self.note_erased_in(*storage_key, &read.partial_book);
                }
                there.join(read.partial_book, |_, _| {});
                readable.insert(*storage_key);
            }
        }
        let missing = self.partial_book.beyond(&there);
        let rewritten = missing.len();
        if rewritten > 0 {
            for part in parts_up_to(&missing, SEGMENT_MAX) {
                let stamp = self.tick(now);
                let is_large = form::compact(&part).len() > ENTRY_MAX;
                let storage_key = if is_large { StorageKey::Segment(stamp) } else { StorageKey::Journal(stamp) };
                if let Err(trouble) = self.write(storage_key, &encode(storage_key, &part), Some(&part), now) {
                    return Audit { rewritten: 0, trouble: Some(trouble) };
                }
                readable.insert(storage_key);
            }
        }
        self.chunks.retain(|storage_key, _| readable.contains(storage_key));
        self.own.retain(|own| readable.contains(&own.storage_key));
        Audit { rewritten, trouble: None }
    }

    /// Fills the reserve again where there is room for it and as much besides.
    fn lay_in_reserve(&self) {
        let has_room = self.quota_usage().is_ok_and(|room| room.used + 2 * RESERVE < QUOTA);
        if has_room && !self.partial_book.is_empty() {
            // If it fails there is no reserve; nothing else depends on it.
            let _ = self.storage.set(&StorageKey::Reserve.key(), &filler(RESERVE));
        }
    }
}
