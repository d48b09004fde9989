//! Importing: a partial book from elsewhere, staged in parts that count only once they all lie there.

use super::{Keep, NotSaved, Room};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::stamp::Stamp;
use crate::store::chunk::{Came, encode, mark, marked, parts};
use crate::store::clock_skew::ClockSkew;
use crate::store::pages::Pages;
use crate::store::receipt;
use crate::store::shelf::{Place, Shelf, units};

/// How many records go into one part of what is brought in at once.
const PART: usize = 1_000;

/// What became of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    /// Everything in it was in the book already, or ours is later; nothing was written.
    Nothing,
    /// It is in the book. The stamp names its receipt, where it left one.
    Done(Stamp),
}

impl<S: Shelf> Keep<S> {
    /// Joins a partial book from a file into the book. What the file has from ahead of the clock counts as written now
    /// ([`ClockSkew`]). It leaves a receipt where there is anything to take back; what it erases is not. `now` is in
    /// milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved`]: then nothing of it is in the book, nor will be. [`NotSaved::WouldFill`] when more than four fifths
    /// of the room would be used.
    pub fn import(&mut self, book: &mut Book, incoming: Pages, now: u64) -> Result<Imported, NotSaved> {
        if self.pages.contains(&incoming) {
            return Ok(Imported::Nothing);
        }
        let skew = ClockSkew::of(&self.pages, &incoming, now);
        let incoming = match &skew {
            Some(skew) => skew.apply(&incoming),
            None => incoming,
        };
        let mut more = incoming.beyond(&self.pages);
        for (_, _, page) in more.iter() {
            page.each_stamp(|stamp| self.clock.see(stamp));
        }
        let stamp = self.tick(now);
        let memory = skew.as_ref().map(|skew| skew.memory(stamp)).unwrap_or_default();
        if skew.is_some() && self.pages.contains(&incoming) {
            return self.remember(book, memory, stamp, now);
        }
        let receipt = receipt::of_import(&self.pages, &more, stamp);
        more.join(memory, |_, _| {});
        if !self.is_blocked {
            self.save_import(&more, &receipt, stamp, now)?;
        }
        self.take(book, more);
        Ok(Imported::Done(stamp))
    }

    /// Keeps in mind when a file came of which everything is in the book already, should it come again.
    fn remember(&mut self, book: &mut Book, memory: Pages, stamp: Stamp, now: u64) -> Result<Imported, NotSaved> {
        if !memory.is_empty() {
            self.save(&memory, stamp, now)?;
            self.take(book, memory);
        }
        Ok(Imported::Nothing)
    }

    /// Makes a change in the book that brings in what stands in a `file` of another program. Other than
    /// [`Keep::act`] it leaves a receipt, so that it can be taken back for a month. `now` is in milliseconds since 1970.
    /// A change too large for one task goes through [`Keep::begin`].
    ///
    /// # Errors
    /// As [`Keep::import`].
    pub fn bring(&mut self, book: &mut Book, change: Change, file: &str, now: u64) -> Result<Imported, NotSaved> {
        let mut staged = self.begin(Some(file), now)?;
        for part in change.in_parts(PART) {
            self.stage_part(book, &mut staged, &part, now)?;
        }
        let imported = self.complete(&mut staged, now)?;
        while self.take_part(book, &mut staged) {}
        Ok(imported)
    }

    /// The imports that can be taken back and were not, the latest first.
    pub fn receipts(&self) -> Vec<Stamp> {
        let keys = self.shelf.keys().unwrap_or_default();
        let places = Place::all_of(&keys);
        let is_receipt = |place: &Place| match place {
            Place::Receipt(stamp) if places.contains(&Place::Complete(*stamp)) => Some(*stamp),
            _ => None,
        };
        let is_open = |stamp: &Stamp| !self.taken_back.contains_key(stamp);
        places.iter().rev().filter_map(is_receipt).filter(is_open).collect()
    }

    /// What this import tells of itself: the file of another program that it brought in, and what became of its rows.
    pub fn told_of(&self, import: Stamp) -> Came {
        let mark = self.shelf.get(&Place::Complete(import).key()).ok().flatten();
        mark.map(|mark| marked(&mark)).unwrap_or_default()
    }

    /// Removes the receipts of imports taken back a while ago; never in one task with the write that took them back.
    pub(super) fn drop_taken_back(&mut self, now: u64) {
        for (import, _) in self.taken_back.iter().filter(|(_, when)| **when < now) {
            let place = Place::Receipt(*import);
            // Where it stays, it goes within the month; and what goes on purpose is not looked for again.
            let _ = self.shelf.remove(&place.key());
            self.own.retain(|own| own.place != place);
        }
    }

    /// Parts, then the receipt, then the mark: a crash before the mark leaves nothing that counts.
    fn save_import(&mut self, more: &Pages, receipt: &Pages, stamp: Stamp, now: u64) -> Result<(), NotSaved> {
        let parts = parts(more);
        let mut values: Vec<(Place, String, &Pages)> = Vec::with_capacity(parts.len() + 1);
        for (n, part) in (0..).zip(&parts) {
            let place = Place::Import(stamp, n);
            values.push((place, encode(place, part), part));
        }
        if receipt::takes_back(&self.pages, more, receipt, stamp) {
            let place = Place::Receipt(stamp);
            values.push((place, encode(place, receipt), receipt));
        }
        let size: usize = values.iter().map(|(place, value, _)| units(&place.key()) + units(value)).sum();
        let used = self.room().map_err(NotSaved::Storage)?.used;
        if !Room::of(used + size).takes_imports() {
            return Err(NotSaved::WouldFill);
        }
        self.stage(values, &mark(parts.len(), &Came::default()), stamp, now)
    }
}
