//! Opening: every chunk is read by itself and joined; what cannot be read is set aside and the rest opens.

use super::{Chunk, FLUSHED, SETTLED, SetAside, Store};
use crate::domain::book::Book;
use crate::domain::id::{Mint, Session};
use crate::domain::order::sort_by_key;
use crate::domain::stamp::Clock;
use crate::store::change_count::ChangeCount;
use crate::store::chunk::decode;
use crate::store::form::Read;
use crate::store::key_value::{KEY_PREFIX, KeyValueStore, StorageError, StorageKey, units};
use crate::store::materialize;
use crate::store::partial_book::PartialBook;
use crate::store::unreadable::Unreadable;
use std::collections::{BTreeMap, BTreeSet};

/// How long what an import left unfinished is let lie, in milliseconds: it may still be going on in another tab.
const HOUR: u64 = 3_600_000;
/// How long an import can be taken back, in milliseconds.
const MONTH: u64 = 30 * 24 * HOUR;

/// A book that has been opened.
pub struct Opened<S> {
    /// Keeps it from here on.
    pub store: Store<S>,
    /// What of it can be shown.
    pub book: Book,
    /// What could not be read.
    pub set_aside: Vec<SetAside>,
    /// Whether a newer version of the app has written here; then some of the book may be missing on the screen.
    pub newer: bool,
    /// Whether there was a book at all.
    pub had_book: bool,
    /// Why nothing can be kept, if so; the book then lives only as long as this page.
    pub blocked: Option<StorageError>,
}

/// What may be cleared away after this opening, and what must still be there for it.
#[derive(Debug, Default)]
pub(super) struct Clearing {
    /// Chunks that later ones hold already.
    pub covered: Vec<StorageKey>,
    /// The chunks that hold them.
    pub covering: BTreeSet<StorageKey>,
    /// Parts of imports that were never finished, and marks whose parts are gone.
    pub litter: Vec<StorageKey>,
    /// Not before this moment, in milliseconds since 1970.
    pub from: u64,
}

impl<S: KeyValueStore> Store<S> {
    /// Opens the book on this storage. `session` must be new, `now` is in milliseconds since 1970. Writes nothing.
    pub fn open(storage: S, session: Session, now: u64) -> Opened<S> {
        let listed = storage.keys();
        let blocked = listed.as_ref().err().cloned();
        let keys = listed.unwrap_or_default();
        let mut store = Store {
            storage,
            session,
            partial_book: PartialBook::default(),
            clock: Clock::new(session),
            mint: Mint::new(session),
            chunks: BTreeMap::new(),
            set_aside: BTreeSet::new(),
            oversized: BTreeSet::new(),
            own: Vec::new(),
            taken_back: BTreeMap::new(),
            clearing: Clearing { from: now, ..Clearing::default() },
            folds: Vec::new(),
            receipts_in_doubt: false,
            change_count: ChangeCount::default(),
            is_blocked: blocked.is_some(),
        };
        let set_aside = store.read_all(&keys, now);
        store.change_count = ChangeCount::of(&store.partial_book, |stamp| store.clock.see(stamp));
        let book = materialize::book(&store.partial_book, &store.change_count);
        let newer = keys.iter().any(|key| is_of_newer(key)) || set_aside.iter().any(|s| is_newer(&s.why));
        let had_book = keys.iter().any(|key| key.starts_with(KEY_PREFIX)) || newer;
        Opened { store, book, set_aside, newer, had_book, blocked }
    }

    fn read_all(&mut self, keys: &[String], now: u64) -> Vec<SetAside> {
        let storage_keys = StorageKey::all_of(keys);
        let mut counting: Vec<StorageKey> =
            storage_keys.iter().copied().filter(|storage_key| counts(storage_key, &storage_keys)).collect();
        // The latest first: whatever adds nothing to those read before it is held by later ones.
        sort_by_key(&mut counting, |storage_key| std::cmp::Reverse((storage_key.stamp(), storage_key.key())));
        let mut set_aside = Vec::new();
        for storage_key in counting {
            match self.fetch(storage_key) {
                Ok(None) => {}
                Ok(Some((read, units))) => self.open_chunk(storage_key, read, units, now),
                Err(trouble) => {
                    self.note_oversized(storage_key, &trouble);
                    self.set_aside.insert(trouble.key.clone());
                    set_aside.push(trouble);
                }
            }
        }
        self.clearing.litter = litter(&storage_keys, now);
        self.receipts_in_doubt = self.partial_book.erased().next().is_some();
        set_aside.extend(self.strangers(keys));
        set_aside
    }

    fn open_chunk(&mut self, storage_key: StorageKey, read: Read, units: usize, now: u64) {
        let whole = read.whole;
        self.chunks.insert(storage_key, Chunk { units, whole, folded: false, stale: false });
        self.clock.see(storage_key.stamp());
        self.note_erased_in(storage_key, &read.partial_book);
        let adds = self.partial_book.join(read.partial_book, |_, _| {});
        // Every chunk is of an earlier session. What it holds is relied on once it has surely reached the disk.
        let since = storage_key.stamp().millis;
        let from = if since > now { now + SETTLED } else { since.saturating_add(FLUSHED) };
        self.clearing.from = self.clearing.from.max(from);
        if adds || !whole {
            self.clearing.covering.insert(storage_key);
        } else {
            self.clearing.covered.push(storage_key);
        }
    }

    /// Reads and decodes one chunk; its room in storage with it. `None` when it is no longer there.
    /// A value that was found to be too large is as good as gone: to inflate it again would take as long.
    pub(super) fn fetch(&self, storage_key: StorageKey) -> Result<Option<(Read, usize)>, SetAside> {
        if self.oversized.contains(&storage_key) {
            return Ok(None);
        }
        let key = storage_key.key();
        let value = match self.storage.get(&key) {
            Ok(Some(value)) => value,
            Ok(None) => return Ok(None),
            Err(_) => return Err(SetAside { key, why: Unreadable::Unreached, text: String::new() }),
        };
        match decode(storage_key, &value) {
            Ok(read) => Ok(Some((read, units(&key) + units(&value)))),
            Err(why) => Err(SetAside { key, why, text: value }),
        }
    }

    /// Notes a value that is too large to be read.
    pub(super) fn note_oversized(&mut self, storage_key: StorageKey, trouble: &SetAside) {
        if trouble.why == Unreadable::TooLarge {
            self.oversized.insert(storage_key);
        }
    }

    /// Keys that look like the book's but name no place: kept, and shown to the person.
    fn strangers(&self, keys: &[String]) -> Vec<SetAside> {
        let strange = keys.iter().filter(|key| key.starts_with(KEY_PREFIX) && StorageKey::of(key).is_none());
        let with_text = |key: &String| SetAside {
            key: key.clone(),
            why: Unreadable::Foreign,
            text: self.storage.get(key).ok().flatten().unwrap_or_default(),
        };
        strange.map(with_text).collect()
    }
}

/// Whether what lies there counts: the parts of an import do once its mark is there. The mark is the key itself, so
/// that a byte of its value cannot cost the import.
pub(super) fn counts(storage_key: &StorageKey, storage_keys: &BTreeSet<StorageKey>) -> bool {
    match storage_key {
        StorageKey::Import(stamp, _) => storage_keys.contains(&StorageKey::Complete(*stamp)),
        _ => storage_key.is_chunk(),
    }
}

/// What unfinished imports left behind an hour ago or more, marks without parts, and receipts of a month ago.
fn litter(storage_keys: &BTreeSet<StorageKey>, now: u64) -> Vec<StorageKey> {
    let is_old = |storage_key: &StorageKey, age: u64| storage_key.stamp().millis.saturating_add(age) <= now;
    let old = |storage_key: &&StorageKey| is_old(storage_key, HOUR);
    let is_litter = |storage_key: &&StorageKey| match storage_key {
        StorageKey::Import(stamp, _) => !storage_keys.contains(&StorageKey::Complete(*stamp)),
        StorageKey::Receipt(stamp) => {
            is_old(storage_key, MONTH) || !storage_keys.contains(&StorageKey::Complete(*stamp))
        }
        StorageKey::Complete(stamp) => {
            !storage_keys.iter().any(|other| other != *storage_key && other.stamp() == *stamp)
        }
        _ => false,
    };
    storage_keys.iter().filter(old).filter(is_litter).copied().collect()
}

fn is_of_newer(key: &str) -> bool {
    let version = key.strip_prefix("kith/").and_then(|rest| rest.split('/').next());
    version.and_then(|text| text.parse::<u32>().ok()).is_some_and(|version| version > 1)
}

fn is_newer(why: &Unreadable) -> bool {
    matches!(why, Unreadable::Newer(_))
}
