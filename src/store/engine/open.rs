//! Opening: every chunk is read by itself and joined; what cannot be read is set aside and the rest opens.

use super::{Chunk, FLUSHED, SETTLED, SetAside, Store};
use crate::domain::book::Book;
use crate::domain::id::{Id, Mint, Session};
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

/// A book that is being opened, a step at a time.
pub struct Opening<S> {
    store: Store<S>,
    keys: Vec<String>,
    storage_keys: BTreeSet<StorageKey>,
    /// The chunks that are still to be read, the earliest first: the latest is read next.
    chunks: Vec<StorageKey>,
    /// The records that are still to be shown, by kind; `None` while chunks are read.
    unshown: Option<Vec<(Box<str>, Vec<Id>)>>,
    book: Book,
    set_aside: Vec<SetAside>,
    blocked: Option<StorageError>,
    now: u64,
}

impl<S: KeyValueStore> Opening<S> {
    /// Begins to open the book on this storage. `session` must be new, `now` is in milliseconds since 1970. Writes
    /// nothing.
    pub fn begin(storage: S, session: Session, now: u64) -> Opening<S> {
        let listed = storage.keys();
        let blocked = listed.as_ref().err().cloned();
        let keys = listed.unwrap_or_default();
        let storage_keys = StorageKey::all_of(&keys);
        let mut chunks: Vec<StorageKey> =
            storage_keys.iter().copied().filter(|storage_key| counts(storage_key, &storage_keys)).collect();
        // The latest is read first: whatever adds nothing to those read before it is held by later ones.
        sort_by_key(&mut chunks, |storage_key| (storage_key.stamp(), storage_key.key()));
        let mut book = Book::default();
        book.wait_for_more(true);
        Opening {
            store: Store::empty(storage, session, blocked.is_some(), now),
            keys,
            storage_keys,
            chunks,
            unshown: None,
            book,
            set_aside: Vec::new(),
            blocked,
            now,
        }
    }

    /// Reads the next chunk or, once all are read, shows the next `many` records. Returns whether there is more to do.
    pub fn step(&mut self, many: usize) -> bool {
        if let Some(storage_key) = self.chunks.pop() {
            self.set_aside.extend(self.store.read_chunk(storage_key, self.now));
            return true;
        }
        let all = self.unshown.get_or_insert_with(|| unshown(&mut self.store));
        let mut left = many;
        while left > 0
            && let Some((kind, ids)) = all.last_mut()
        {
            let next = ids.split_off(ids.len().saturating_sub(left));
            left -= next.len();
            for id in next {
                let Some(stored) = self.store.partial_book.get(kind, id) else { continue };
                stored.each_stamp(|stamp| self.store.clock.see(stamp));
                self.store.change_count.note(kind, id, stored);
                materialize::show(&mut self.book, kind, id, Some(stored));
            }
            if ids.is_empty() {
                all.pop();
            }
        }
        !all.is_empty()
    }

    /// Returns the book, once there is nothing more to do.
    pub fn finish(mut self) -> Opened<S> {
        while self.step(usize::MAX) {}
        let Opening { mut store, keys, storage_keys, mut book, mut set_aside, blocked, now, .. } = self;
        book.changes_since_backup = store.change_count.count();
        book.wait_for_more(false);
        set_aside.extend(store.catch_up(&mut book, &storage_keys));
        store.clearing.litter = litter(&storage_keys, now);
        store.receipts_in_doubt = store.partial_book.erased().next().is_some();
        set_aside.extend(store.strangers(&keys));
        let newer = keys.iter().any(|key| is_of_newer(key)) || set_aside.iter().any(|s| is_newer(&s.why));
        let had_book = keys.iter().any(|key| key.starts_with(KEY_PREFIX)) || newer;
        Opened { store, book, set_aside, newer, had_book, blocked }
    }
}

/// The ids of every record, by kind, the last first; the change count begins with the last backup.
fn unshown<S>(store: &mut Store<S>) -> Vec<(Box<str>, Vec<Id>)> {
    store.change_count = ChangeCount::since_backup(&store.partial_book);
    let kinds =
        store.partial_book.kinds().map(|(kind, of_kind)| (kind.into(), of_kind.keys().copied().rev().collect()));
    let mut kinds: Vec<_> = kinds.collect();
    kinds.reverse();
    kinds
}

impl<S: KeyValueStore> Store<S> {
    /// Opens the book on this storage in one task; [`Opening`] does it in steps. `session` must be new, `now` is in
    /// milliseconds since 1970. Writes nothing.
    pub fn open(storage: S, session: Session, now: u64) -> Opened<S> {
        Opening::begin(storage, session, now).finish()
    }

    /// Without any chunk read.
    fn empty(storage: S, session: Session, is_blocked: bool, now: u64) -> Store<S> {
        Store {
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
            is_blocked,
        }
    }

    /// Joins what another tab wrote while this one opened, of which no event may have told; returns what of it cannot be
    /// read.
    fn catch_up(&mut self, book: &mut Book, known: &BTreeSet<StorageKey>) -> Vec<SetAside> {
        let keys = self.storage.keys().unwrap_or_default();
        if StorageKey::all_of(&keys).is_subset(known) { Vec::new() } else { self.rescan(book).set_aside }
    }

    /// Reads one chunk and joins it; returns it where it cannot be read.
    fn read_chunk(&mut self, storage_key: StorageKey, now: u64) -> Option<SetAside> {
        match self.fetch(storage_key) {
            Ok(None) => None,
            Ok(Some((read, units))) => {
                self.open_chunk(storage_key, read, units, now);
                None
            }
            Err(trouble) => {
                self.note_oversized(storage_key, &trouble);
                self.set_aside.insert(trouble.key.clone());
                Some(trouble)
            }
        }
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
