//! Clock skew: stamps of a file that lie ahead of this device's clock, moved down before the file is joined.
//!
//! A device with a wrong clock, or whoever wrote a file by hand, can bring stamps of next year. Joined as they are, they
//! would beat everything written elsewhere until next year, and push the clock of this book there for good.
//!
//! # What is done
//!
//! Moving is a step before the join, a function of the file, the moment, and what this book remembers. The join itself
//! knows nothing of it, so its laws (any order, any number of times) hold for every two books that have been read.
//!
//! 1. A stamp that lies more than a day ahead ([`Stamp::is_ahead_of`]) becomes one of the moment of the import: after
//!    every other stamp of the file, in the order of the file, equal ones staying equal. What it stamps counts as written
//!    now. It stands over what was written here before, and whatever is written here afterwards stands over it.
//! 2. The book remembers which stamps it moved and when: a record of the kind [`KIND`] for each session that wrote some,
//!    with `until`, the latest of them, and `at`, the moment they first came. The stamps of one session only rise, so one
//!    that is not after `until` came then, or its value had been written over by then. When a file brings it again it is
//!    moved to before `at`, by as much as it lay before `until`. So the same file brought twice changes nothing, however
//!    much later, and no edit made since is undone by it, not even once time has caught up with the stamp.
//! 3. Where the two disagree (a new stamp lies before one that is remembered) the order inside the file stays, so the new
//!    one counts as written when the remembered one came. A remembered stamp may then lie before others of its file.
//!
//! Only the order of *imports* matters by this: of two files with stamps ahead, the one brought in later counts as
//! written later. The record travels with the book, in backups too. Older versions keep it without reading it.

use super::json::inner;
use super::partial_book::PartialBook;
use super::stored_record::{StampedField, StampedFields, StoredRecord};
use crate::domain::id::{Id, Session};
use crate::domain::stamp::{AHEAD_MAX, Clock, EARLIEST, LATEST, Stamp};
use std::collections::BTreeMap;

/// The kind of the records in which a book remembers what was moved; nobody sees them.
pub const KIND: &str = "clock_skew";

/// The stamps of a file that are moved, and where to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockSkew {
    /// Each stamp that is moved, the earliest first, and where to.
    moved: Vec<(Stamp, Stamp)>,
    /// What to remember of the sessions of which something is moved for the first time.
    news: BTreeMap<Session, Moved>,
    latest: Option<Stamp>,
}

/// What is remembered of a session whose stamps were moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Moved {
    /// The latest of its stamps that were, as it stood in a file.
    until: Stamp,
    /// When the first of them came, in milliseconds since 1970.
    at: u64,
}

impl Moved {
    /// Where this stamp of the session goes, if it came before; `None` where it did not, or lay in the past then.
    fn before(self, stamp: Stamp) -> Option<Stamp> {
        if stamp > self.until || stamp.millis < self.at {
            return None;
        }
        let earlier = self.until.millis - stamp.millis;
        Some(at_least_the_first(Stamp { millis: self.at.saturating_sub(1 + earlier), ..stamp }))
    }
}

/// The stamps of a file as they are looked through, record by record, before any of them is moved.
#[derive(Debug)]
pub struct ClockSkewScan {
    memory: BTreeMap<Session, Moved>,
    /// Every stamp that is moved; where to, if it came before, and `None` where it comes for the first time.
    moves: BTreeMap<Stamp, Option<Stamp>>,
    stays: Stamp,
    now: u64,
}

impl ClockSkewScan {
    /// Begins with what this book remembers; `now` is the moment of the import, in milliseconds since 1970.
    pub fn of(book: &PartialBook, now: u64) -> ClockSkewScan {
        ClockSkewScan { memory: memory_of(book), moves: BTreeMap::new(), stays: Stamp::NEVER, now }
    }

    /// Notes the stamps of the next record of the file.
    pub fn note(&mut self, stored: &StoredRecord) {
        stored.each_stamp(|stamp| {
            let came = self.memory.get(&stamp.session).and_then(|moved| moved.before(stamp));
            if came.is_some() || stamp.is_ahead_of(self.now) {
                self.moves.insert(stamp, came);
            } else {
                self.stays = self.stays.max(stamp);
            }
        });
    }

    /// Returns what has to be moved, once every record of the file is noted; `None` where every stamp may stay.
    pub fn finish(self) -> Option<ClockSkew> {
        let ClockSkewScan { memory, moves, stays, now } = self;
        let latest = *moves.keys().next_back()?;
        let mut moved: Vec<(Stamp, Option<Stamp>)> = moves.into_iter().collect();
        let first: Vec<bool> = moved.iter().map(|(_, to)| to.is_none()).collect();
        let moved = settled(&mut moved, stays, now);
        let mut news: BTreeMap<Session, Moved> = BTreeMap::new();
        for ((stamp, to), _) in moved.iter().copied().zip(first).filter(|(_, is_first)| *is_first) {
            let at = to.millis;
            let known = news.get(&stamp.session).or_else(|| memory.get(&stamp.session));
            let moved = Moved { until: stamp, at };
            let moved = known.map_or(moved, |known| Moved { until: stamp.max(known.until), at: at.min(known.at) });
            news.insert(stamp.session, moved);
        }
        Some(ClockSkew { moved, news, latest: Some(latest).filter(|stamp| stamp.is_ahead_of(now)) })
    }
}

impl ClockSkew {
    /// Returns what has to be moved in a file that comes into this book at `now`, in milliseconds since 1970; `None`
    /// where every stamp may stay.
    pub fn of(book: &PartialBook, incoming: &PartialBook, now: u64) -> Option<ClockSkew> {
        let mut scan = ClockSkewScan::of(book, now);
        incoming.iter().for_each(|(_, _, stored)| scan.note(stored));
        scan.finish()
    }

    /// The latest stamp of the file that lies ahead of the clock, as it stands there; `None` where all that is moved came
    /// before, and time has caught up with it.
    pub fn latest(&self) -> Option<Stamp> {
        self.latest
    }

    /// The file with its stamps moved.
    #[must_use]
    pub fn apply(&self, incoming: &PartialBook) -> PartialBook {
        let mut partial_book = PartialBook::of_book(incoming.book);
        for (kind, of_kind) in incoming.kinds() {
            partial_book
                .put_kind(kind, of_kind.iter().map(|(id, stored)| (*id, self.moved(kind, *id, stored))).collect());
        }
        partial_book
    }

    /// Returns one record of the file with its stamps moved.
    #[must_use]
    pub fn moved(&self, kind: &str, id: Id, stored: &StoredRecord) -> StoredRecord {
        let to = |stamp: Stamp| {
            let found = self.moved.binary_search_by_key(&stamp, |(from, _)| *from).ok();
            found.and_then(|at| self.moved.get(at)).map_or(stamp, |(_, to)| *to)
        };
        let mut stays = true;
        stored.each_stamp(|stamp| stays &= to(stamp) == stamp);
        match stored {
            _ if stays => stored.clone(),
            StoredRecord::Erased(stamp) => StoredRecord::Erased(to(*stamp)),
            StoredRecord::Kept(text) => {
                let mut fields = StampedFields::of(kind, text);
                fields.0.values_mut().for_each(|field| field.stamp = to(field.stamp));
                StoredRecord::Kept(fields.text(kind, id).into())
            }
        }
    }

    /// What the book has to remember, written under this stamp; empty where all of it came before.
    #[must_use]
    pub fn memory(&self, stamp: Stamp) -> PartialBook {
        let mut partial_book = PartialBook::default();
        for (session, moved) in &self.news {
            let Ok(id) = Id::parse(session.as_str()) else { continue };
            let mut fields = StampedFields::default();
            fields.put("at".into(), StampedField { stamp, value: moved.at.to_string().into() });
            fields.put("until".into(), StampedField { stamp, value: format!("\"{}\"", moved.until).into() });
            partial_book.put(KIND, id, StoredRecord::Kept(fields.text(KIND, id).into()));
        }
        partial_book
    }
}

/// What this book remembers, by session.
fn memory_of(book: &PartialBook) -> BTreeMap<Session, Moved> {
    let mut memory = BTreeMap::new();
    for (id, stored) in book.kinds().filter(|(kind, _)| *kind == KIND).flat_map(|(_, partial_book)| partial_book) {
        let StoredRecord::Kept(text) = stored else { continue };
        let fields = StampedFields::of(KIND, text).0;
        let value = |name: &str| fields.get(name).map(|field| &*field.value).unwrap_or_default();
        let at = value("at").parse().ok().filter(|at| (EARLIEST..LATEST).contains(at));
        if let (Ok(session), Some(at), Ok(until)) =
            (Session::parse(id.as_str()), at, Stamp::parse(inner(value("until"))))
            && until.session == session
        {
            memory.insert(session, Moved { until, at });
        }
    }
    memory
}

/// Where the stamps go, the earliest first: those that come for the first time (`None`) to `now`, after all that stays;
/// those that came before to where they went then, or earlier where a later one of the file goes there too. What came first
/// and lies before a later one that came before goes no later than that.
fn settled(moves: &mut [(Stamp, Option<Stamp>)], stays: Stamp, now: u64) -> Vec<(Stamp, Stamp)> {
    let mut next: Option<Stamp> = None;
    for (stamp, to) in moves.iter_mut().rev() {
        if let Some(next) = next
            && to.is_none_or(|to| to >= next)
        {
            // The more a file holds, the earlier: a file that comes again never rises.
            *to = Some(at_least_the_first(Stamp { millis: next.millis - 1, counter: 0, session: stamp.session }));
        }
        next = *to;
    }
    let mut clock = Clock::new(Session::NONE);
    clock.see(stays);
    let settle = |(stamp, to): &(Stamp, Option<Stamp>)| {
        // Where the clock shows the end of time, the last day is left to the acts that follow.
        let to = to.unwrap_or_else(|| clock.tick(now.min(LATEST - AHEAD_MAX)));
        clock.see(to);
        (*stamp, Stamp { session: stamp.session, ..to }.min(*stamp))
    };
    moves.iter().map(settle).collect()
}

/// The stamp, or the first there is.
fn at_least_the_first(stamp: Stamp) -> Stamp {
    if stamp.millis > EARLIEST { stamp } else { Stamp { millis: EARLIEST, counter: 0, session: stamp.session } }
}
