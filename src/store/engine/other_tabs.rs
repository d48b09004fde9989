//! Other tabs: what they wrote is joined when an event tells of it, and again when everything is looked through.

use super::open::counts;
use super::{Chunk, SetAside, Store};
use crate::domain::book::Book;
use crate::store::key_value::{KeyValueStore, StorageKey};
use crate::store::unreadable::Unreadable;

/// What came from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OtherTabChanges {
    /// Whether the book on the screen changed.
    pub changed: bool,
    /// Whether something that is or was here has been erased, so that its text must leave the storage.
    pub erased: bool,
    /// What could not be read, each told once.
    pub set_aside: Vec<SetAside>,
    /// Whether a newer version of the app has written here.
    pub newer: bool,
    /// Whether everything this session knew is gone from the storage; the next audit writes it again.
    pub wiped: bool,
}

impl<S: KeyValueStore> Store<S> {
    /// Another tab wrote this key, says the browser. Events may come late, twice, never, or about our own keys.
    pub fn take_other_tab(&mut self, book: &mut Book, key: &str) -> OtherTabChanges {
        match StorageKey::of(key) {
            Some(StorageKey::Complete(_)) => self.rescan(book),
            Some(storage_key @ (StorageKey::Journal(_) | StorageKey::Segment(_))) => {
                let mut changes = OtherTabChanges::default();
                self.join_other_tab(book, storage_key, &mut changes);
                changes
            }
            _ => OtherTabChanges::default(),
        }
    }

    /// Looks the storage through for what is not in memory yet: on focus, when the page is shown, when in doubt.
    pub fn rescan(&mut self, book: &mut Book) -> OtherTabChanges {
        let mut changes = OtherTabChanges::default();
        let Ok(keys) = self.storage.keys() else { return changes };
        let storage_keys = StorageKey::all_of(&keys);
        changes.wiped =
            !self.chunks.is_empty() && !self.chunks.keys().any(|storage_key| storage_keys.contains(storage_key));
        for storage_key in storage_keys.iter().filter(|storage_key| counts(storage_key, &storage_keys)) {
            self.join_other_tab(book, *storage_key, &mut changes);
        }
        changes
    }

    fn join_other_tab(&mut self, book: &mut Book, storage_key: StorageKey, changes: &mut OtherTabChanges) {
        if self.chunks.contains_key(&storage_key) {
            return;
        }
        match self.fetch(storage_key) {
            Ok(None) => {}
            Ok(Some((read, units))) => {
                self.chunks.insert(storage_key, Chunk { units, whole: read.whole, folded: false, stale: false });
                self.note_erased_in(storage_key, &read.partial_book);
                changes.erased |= self.holds_remains();
                self.clock.see(storage_key.stamp());
                changes.changed |= !self.take(book, read.partial_book).is_empty();
            }
            Err(trouble) => {
                self.note_oversized(storage_key, &trouble);
                changes.newer |= matches!(trouble.why, Unreadable::Newer(_));
                if self.set_aside.insert(trouble.key.clone()) {
                    changes.set_aside.push(trouble);
                }
            }
        }
    }
}
