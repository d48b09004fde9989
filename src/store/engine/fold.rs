//! Folding small chunks into one, and clearing away at a later opening what later chunks hold.

use super::{Chunk, NotSaved, QUOTA, Store};
use crate::domain::order::{collect_sorted, sort_by_key};
use crate::domain::stamp::Stamp;
use crate::store::chunk::SEGMENT_MAX;
use crate::store::key_value::{KeyValueStore, StorageKey};
use crate::store::partial_book::PartialBook;
use std::collections::BTreeSet;

/// From so many entries on, or so many units, folding is worth its write.
const WORTH_ENTRIES: usize = 24;
const WORTH_UNITS: usize = 32_768;
/// How many units one fold takes in: it is one task, which must not be felt, and its segment must find room beside what it
/// replaces.
const PIECE_MAX: usize = 32_768;
/// How much may lie there twice, in units: what was folded stays until the next opening clears it away.
const TWICE_MAX: usize = QUOTA / 8;

impl<S: KeyValueStore> Store<S> {
    /// Folds the journal, finished imports, and those segments that are less than twice as large into one new
    /// segment, when that is worth it; how many chunks it took in. A fold takes a piece: to be called when the page is
    /// hidden or idle, again and again until it takes in nothing. Nothing is deleted. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved`] when there is no room for the new segment; then nothing is other than before.
    pub fn fold(&mut self, now: u64) -> Result<usize, NotSaved> {
        self.fold_from(WORTH_ENTRIES, now)
    }

    /// Like `fold`, worth it from so many entries on.
    ///
    /// # Errors
    /// As [`Store::fold`].
    pub fn fold_from(&mut self, entries: usize, now: u64) -> Result<usize, NotSaved> {
        let looked = self.fold_erased(now)?;
        if looked > 0 || self.is_blocked {
            return Ok(looked);
        }
        let storage_keys = self.foldable(entries);
        if storage_keys.is_empty() {
            return Ok(0);
        }
        let mut partial_book = PartialBook::of_book(self.partial_book.book);
        let (mut taken, mut size, mut is_full) = (Vec::new(), 0, false);
        for storage_key in storage_keys {
            if let Ok(Some((read, _))) = self.fetch(storage_key) {
                // What deflates very well may be more than one segment holds.
                size += read.partial_book.text_length();
                if size > SEGMENT_MAX && !taken.is_empty() {
                    is_full = true;
                    break;
                }
                partial_book.join(read.partial_book, |_, _| {});
                taken.push(storage_key);
            }
        }
        let many = taken.len();
        if is_full && many == 1 {
            return Ok(0);
        }
        self.replace(partial_book, taken, false, now)?;
        Ok(many)
    }

    /// Removes what was found at opening to be held by later chunks, once the writes of those have surely settled, and what
    /// [`Store::fold_erased`] replaced, once an audit has found its replacement a minute later. To be called when idle, any
    /// number of times; how many keys went.
    pub fn clear(&mut self, now: u64) -> usize {
        let Some(storage_keys) = self.storage_keys() else { return 0 };
        let mut going = self.replaced_by(&storage_keys);
        if now >= self.clearing.from {
            let clearing = std::mem::take(&mut self.clearing);
            if clearing.covering.is_subset(&storage_keys) {
                going.extend(clearing.covered);
            }
            going.extend(clearing.litter);
        }
        self.remove_with_marks(&storage_keys, going)
    }

    /// The moment from which [`Store::clear`] has something to remove, in milliseconds since 1970; `None` when nothing
    /// waits.
    pub fn clears_from(&self) -> Option<u64> {
        let clearing = &self.clearing;
        let opened = (!clearing.covered.is_empty() || !clearing.litter.is_empty()).then_some(clearing.from);
        opened.into_iter().chain(self.replaced_until()).min()
    }

    /// The places in storage; `None` when it cannot be reached.
    pub(super) fn storage_keys(&self) -> Option<BTreeSet<StorageKey>> {
        if self.is_blocked { None } else { Some(StorageKey::all_of(&self.storage.keys().ok()?)) }
    }

    /// Removes these, and the marks of imports of which nothing else is left; how many keys went.
    pub(super) fn remove_with_marks(
        &mut self,
        storage_keys: &BTreeSet<StorageKey>,
        going: BTreeSet<StorageKey>,
    ) -> usize {
        let left: BTreeSet<Stamp> = storage_keys
            .difference(&going)
            .filter(|storage_key| !is_mark(storage_key))
            .map(StorageKey::stamp)
            .collect();
        let is_bare = |storage_key: &&StorageKey| is_mark(storage_key) && !left.contains(&storage_key.stamp());
        let of_these: BTreeSet<Stamp> = going.iter().map(StorageKey::stamp).collect();
        let marks = storage_keys.iter().filter(is_bare).filter(|storage_key| of_these.contains(&storage_key.stamp()));
        let marks: Vec<StorageKey> = marks.copied().collect();
        let mut gone = 0;
        for storage_key in going.into_iter().chain(marks) {
            gone += usize::from(self.storage.remove(&storage_key.key()).is_ok());
            self.chunks.remove(&storage_key);
            self.own.retain(|own| own.storage_key != storage_key);
        }
        gone
    }

    /// Which chunks the next segment takes in; none when it is not worth it.
    fn foldable(&self, entries: usize) -> Vec<StorageKey> {
        let going: BTreeSet<&StorageKey> = collect_sorted(&self.clearing.covered);
        let is_open =
            |storage_key: &StorageKey, chunk: &Chunk| chunk.whole && !chunk.folded && !going.contains(storage_key);
        let open = || self.chunks.iter().filter(|(storage_key, chunk)| is_open(storage_key, chunk));
        let sized = |(storage_key, chunk): (&StorageKey, &Chunk)| (*storage_key, chunk.units);
        let is_segment = |storage_key: &StorageKey| matches!(storage_key, StorageKey::Segment(_));
        let mut storage_keys: Vec<(StorageKey, usize)> =
            open().filter(|(storage_key, _)| !is_segment(storage_key)).map(sized).collect();
        let mut size: usize = storage_keys.iter().map(|(_, units)| units).sum();
        if storage_keys.len() < entries && size < WORTH_UNITS {
            return Vec::new();
        }
        let mut segments: Vec<(StorageKey, usize)> =
            open().filter(|(storage_key, _)| is_segment(storage_key)).map(sized).collect();
        sort_by_key(&mut segments, |(storage_key, units)| (*units, *storage_key));
        for (storage_key, units) in segments {
            if units >= 2 * size {
                break;
            }
            size += units;
            storage_keys.push((storage_key, units));
        }
        let twice: usize = self.chunks.values().filter(|chunk| chunk.folded).map(|chunk| chunk.units).sum();
        piece(storage_keys, TWICE_MAX.saturating_sub(twice))
    }
}

/// The first of these chunks, and those after it that fit beside it; none where there is less room than that.
fn piece(chunks: Vec<(StorageKey, usize)>, room: usize) -> Vec<StorageKey> {
    let mut size = 0;
    let fits = |(_, units): &(StorageKey, usize)| {
        size += units;
        size <= room && (size <= PIECE_MAX || size == *units)
    };
    chunks.into_iter().take_while(fits).map(|(storage_key, _)| storage_key).collect()
}

fn is_mark(storage_key: &StorageKey) -> bool {
    matches!(storage_key, StorageKey::Complete(_))
}
