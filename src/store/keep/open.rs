//! Opening: every chunk is read by itself and joined; what cannot be read is set aside and the rest opens.

use super::{Chunk, FLUSHED, Keep, SETTLED, SetAside};
use crate::domain::book::Book;
use crate::domain::id::{Mint, Session};
use crate::domain::order::sort_by_key;
use crate::domain::stamp::Clock;
use crate::store::chunk::decode;
use crate::store::form::Read;
use crate::store::pages::Pages;
use crate::store::shelf::{Place, ROOT, Shelf, ShelfError, units};
use crate::store::tally::Tally;
use crate::store::unreadable::Unreadable;
use crate::store::view;
use std::collections::{BTreeMap, BTreeSet};

/// How long what an import left unfinished is let lie, in milliseconds: it may still be going on in another tab.
const HOUR: u64 = 3_600_000;
/// How long an import can be taken back, in milliseconds.
const MONTH: u64 = 30 * 24 * HOUR;

/// A book that has been opened.
pub struct Opened<S> {
    /// Keeps it from here on.
    pub keep: Keep<S>,
    /// What of it can be shown.
    pub book: Book,
    /// What could not be read.
    pub set_aside: Vec<SetAside>,
    /// Whether a newer version of the app has written here; then some of the book may be missing on the screen.
    pub newer: bool,
    /// Whether there was a book at all.
    pub had_book: bool,
    /// Why nothing can be kept, if so; the book then lives only as long as this page.
    pub blocked: Option<ShelfError>,
}

/// What may be cleared away after this opening, and what must still be there for it.
#[derive(Debug, Default)]
pub(super) struct Clearing {
    /// Chunks that later ones hold already.
    pub covered: Vec<Place>,
    /// The chunks that hold them.
    pub covering: BTreeSet<Place>,
    /// Parts of imports that were never finished, and marks whose parts are gone.
    pub litter: Vec<Place>,
    /// Not before this moment, in milliseconds since 1970.
    pub from: u64,
}

impl<S: Shelf> Keep<S> {
    /// Opens the book on this shelf. `session` must be new, `now` is in milliseconds since 1970. Writes nothing.
    pub fn open(shelf: S, session: Session, now: u64) -> Opened<S> {
        let listed = shelf.keys();
        let blocked = listed.as_ref().err().cloned();
        let keys = listed.unwrap_or_default();
        let mut keep = Keep {
            shelf,
            session,
            pages: Pages::default(),
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
            tally: Tally::default(),
            is_blocked: blocked.is_some(),
        };
        let set_aside = keep.read_all(&keys, now);
        keep.tally = Tally::of(&keep.pages, |stamp| keep.clock.see(stamp));
        let book = view::book(&keep.pages, &keep.tally);
        let newer = keys.iter().any(|key| is_of_newer(key)) || set_aside.iter().any(|s| is_newer(&s.why));
        let had_book = keys.iter().any(|key| key.starts_with(ROOT)) || newer;
        Opened { keep, book, set_aside, newer, had_book, blocked }
    }

    fn read_all(&mut self, keys: &[String], now: u64) -> Vec<SetAside> {
        let places = Place::all_of(keys);
        let mut counting: Vec<Place> = places.iter().copied().filter(|place| counts(place, &places)).collect();
        // The latest first: whatever adds nothing to those read before it is held by later ones.
        sort_by_key(&mut counting, |place| std::cmp::Reverse((place.stamp(), place.key())));
        let mut set_aside = Vec::new();
        for place in counting {
            match self.fetch(place) {
                Ok(None) => {}
                Ok(Some((read, units))) => self.open_chunk(place, read, units, now),
                Err(trouble) => {
                    self.note_oversized(place, &trouble);
                    self.set_aside.insert(trouble.key.clone());
                    set_aside.push(trouble);
                }
            }
        }
        self.clearing.litter = litter(&places, now);
        self.receipts_in_doubt = self.pages.erased().next().is_some();
        set_aside.extend(self.strangers(keys));
        set_aside
    }

    fn open_chunk(&mut self, place: Place, read: Read, units: usize, now: u64) {
        let whole = read.whole;
        self.chunks.insert(place, Chunk { units, whole, folded: false, stale: false });
        self.clock.see(place.stamp());
        self.note_erased_in(place, &read.pages);
        let adds = self.pages.join(read.pages, |_, _| {});
        // Every chunk is of an earlier session. What it holds is relied on once it has surely reached the disk.
        let since = place.stamp().millis;
        let from = if since > now { now + SETTLED } else { since.saturating_add(FLUSHED) };
        self.clearing.from = self.clearing.from.max(from);
        if adds || !whole {
            self.clearing.covering.insert(place);
        } else {
            self.clearing.covered.push(place);
        }
    }

    /// Reads and decodes one chunk; its room on the shelf with it. `None` when it is no longer there.
    /// A value that was found to be too large is as good as gone: to inflate it again would take as long.
    pub(super) fn fetch(&self, place: Place) -> Result<Option<(Read, usize)>, SetAside> {
        if self.oversized.contains(&place) {
            return Ok(None);
        }
        let key = place.key();
        let value = match self.shelf.get(&key) {
            Ok(Some(value)) => value,
            Ok(None) => return Ok(None),
            Err(_) => return Err(SetAside { key, why: Unreadable::Unreached, text: String::new() }),
        };
        match decode(place, &value) {
            Ok(read) => Ok(Some((read, units(&key) + units(&value)))),
            Err(why) => Err(SetAside { key, why, text: value }),
        }
    }

    /// Notes a value that is too large to be read.
    pub(super) fn note_oversized(&mut self, place: Place, trouble: &SetAside) {
        if trouble.why == Unreadable::TooLarge {
            self.oversized.insert(place);
        }
    }

    /// Keys that look like the book's but name no place: kept, and shown to the person.
    fn strangers(&self, keys: &[String]) -> Vec<SetAside> {
        let strange = keys.iter().filter(|key| key.starts_with(ROOT) && Place::of(key).is_none());
        let with_text = |key: &String| SetAside {
            key: key.clone(),
            why: Unreadable::Foreign,
            text: self.shelf.get(key).ok().flatten().unwrap_or_default(),
        };
        strange.map(with_text).collect()
    }
}

/// Whether what lies there counts: the parts of an import do once its mark is there. The mark is the key itself, so
/// that a byte of its value cannot cost the import.
pub(super) fn counts(place: &Place, places: &BTreeSet<Place>) -> bool {
    match place {
        Place::Import(stamp, _) => places.contains(&Place::Complete(*stamp)),
        _ => place.is_chunk(),
    }
}

/// What unfinished imports left behind an hour ago or more, marks without parts, and receipts of a month ago.
fn litter(places: &BTreeSet<Place>, now: u64) -> Vec<Place> {
    let is_old = |place: &Place, age: u64| place.stamp().millis.saturating_add(age) <= now;
    let old = |place: &&Place| is_old(place, HOUR);
    let is_litter = |place: &&Place| match place {
        Place::Import(stamp, _) => !places.contains(&Place::Complete(*stamp)),
        Place::Receipt(stamp) => is_old(place, MONTH) || !places.contains(&Place::Complete(*stamp)),
        Place::Complete(stamp) => !places.iter().any(|other| other != *place && other.stamp() == *stamp),
        _ => false,
    };
    places.iter().filter(old).filter(is_litter).copied().collect()
}

fn is_of_newer(key: &str) -> bool {
    let version = key.strip_prefix("kith/").and_then(|rest| rest.split('/').next());
    version.and_then(|text| text.parse::<u32>().ok()).is_some_and(|version| version > 1)
}

fn is_newer(why: &Unreadable) -> bool {
    matches!(why, Unreadable::Newer(_))
}
