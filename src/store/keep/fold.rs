//! Folding small chunks into one, and clearing away at a later opening what later chunks hold.

use super::{Chunk, Keep, NotSaved, QUOTA};
use crate::domain::id::Id;
use crate::domain::order::{gathered, sort_by_key};
use crate::store::chunk::{SEGMENT_MAX, encode};
use crate::store::page::Page;
use crate::store::pages::Pages;
use crate::store::shelf::{Place, Shelf};
use std::collections::BTreeSet;

/// From so many entries on, or so many units, folding is worth its write.
const WORTH_ENTRIES: usize = 24;
const WORTH_UNITS: usize = 32_768;
/// How many units one fold takes in: it is one task, which must not be felt, and its segment must find room beside what it
/// replaces.
const PIECE_MAX: usize = 32_768;
/// How much may lie there twice, in units: what was folded stays until the next opening clears it away.
const TWICE_MAX: usize = QUOTA / 8;

impl<S: Shelf> Keep<S> {
    /// Folds the journal, finished imports, and those segments that are less than twice as large into one new
    /// segment, when that is worth it; how many chunks it took in. A fold takes a piece: to be called when the page is
    /// hidden or idle, again and again until it takes in nothing. Nothing is deleted. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved`] when there is no room for the new segment; then nothing is other than before.
    pub fn fold(&mut self, now: u64) -> Result<usize, NotSaved> {
        self.fold_from(WORTH_ENTRIES, now)
    }

    /// The same, worth it from so many entries on.
    ///
    /// # Errors
    /// As [`Keep::fold`].
    pub fn fold_from(&mut self, entries: usize, now: u64) -> Result<usize, NotSaved> {
        let places = self.foldable(entries);
        if places.is_empty() || self.is_blocked {
            return Ok(0);
        }
        let mut pages = Pages::of_book(self.pages.book);
        let (mut taken, mut size, mut is_full) = (Vec::new(), 0, false);
        for place in places {
            if let Ok(Some((read, _))) = self.fetch(place) {
                // What deflates very well may be more than one segment holds.
                size += read.pages.text_length();
                if size > SEGMENT_MAX && !taken.is_empty() {
                    is_full = true;
                    break;
                }
                pages.join(read.pages, |_, _| {});
                taken.push(place);
            }
        }
        let is_stale = |place: &Place| self.chunks.get(place).is_some_and(|chunk| chunk.stale);
        if is_full && taken.len() == 1 && !taken.iter().any(is_stale) {
            return Ok(0);
        }
        // What is erased in memory is erased in the fold, even if the erasure lies in a chunk left out of it.
        let erased: Vec<(Box<str>, Id, Page)> = self.erased_among(&pages);
        for (kind, id, page) in erased {
            pages.put(&kind, id, page);
        }
        let place = Place::Segment(self.tick(now));
        // The reserve is for the person's own acts: a fold that finds no room waits for a better day.
        self.write_in_free_room(place, &encode(place, &pages), now)?;
        let mut erases = false;
        for place in &taken {
            if let Some(chunk) = self.chunks.get_mut(place) {
                chunk.folded = true;
                erases |= chunk.stale;
            }
        }
        if erases {
            self.drop_receipts();
        }
        Ok(taken.len())
    }

    /// Removes the receipts that hold values of erased records: those imports can no longer be taken back.
    fn drop_receipts(&mut self) {
        for stamp in self.receipts() {
            let receipt = self.fetch(Place::Receipt(stamp)).ok().flatten();
            if receipt.is_none_or(|(read, _)| !self.erased_among(&read.pages).is_empty()) {
                // Where it stays, it goes within the month; and what goes on purpose is not looked for again.
                let _ = self.shelf.remove(&Place::Receipt(stamp).key());
                self.own.retain(|own| own.place != Place::Receipt(stamp));
            }
        }
    }

    /// Removes what was found at opening to be held by later chunks, once the writes of those have surely settled.
    /// To be called when idle after opening, any number of times; how many keys went.
    pub fn clear(&mut self, now: u64) -> usize {
        if self.is_blocked || now < self.clearing.from {
            return 0;
        }
        let clearing = std::mem::take(&mut self.clearing);
        let Ok(keys) = self.shelf.keys() else { return 0 };
        let places = Place::all_of(&keys);
        let mut gone = 0;
        if clearing.covering.is_subset(&places) {
            for place in clearing.covered {
                gone += usize::from(self.shelf.remove(&place.key()).is_ok());
                self.chunks.remove(&place);
            }
        }
        for place in clearing.litter {
            gone += usize::from(self.shelf.remove(&place.key()).is_ok());
        }
        gone
    }

    /// Which chunks the next segment takes in; none when it is not worth it.
    fn foldable(&self, entries: usize) -> Vec<Place> {
        let going: BTreeSet<&Place> = gathered(&self.clearing.covered);
        let is_open = |place: &Place, chunk: &Chunk| chunk.whole && !chunk.folded && !going.contains(place);
        let open = || self.chunks.iter().filter(|(place, chunk)| is_open(place, chunk));
        let sized = |(place, chunk): (&Place, &Chunk)| (*place, chunk.units);
        if open().any(|(_, chunk)| chunk.stale) {
            // A record was erased: every chunk must be replaced by one that does not hold it.
            return piece(open().filter(|(_, chunk)| chunk.stale).map(sized).collect(), usize::MAX);
        }
        let is_segment = |place: &Place| matches!(place, Place::Segment(_));
        let mut places: Vec<(Place, usize)> = open().filter(|(place, _)| !is_segment(place)).map(sized).collect();
        let mut size: usize = places.iter().map(|(_, units)| units).sum();
        if places.len() < entries && size < WORTH_UNITS {
            return Vec::new();
        }
        let mut segments: Vec<(Place, usize)> = open().filter(|(place, _)| is_segment(place)).map(sized).collect();
        sort_by_key(&mut segments, |(place, units)| (*units, *place));
        for (place, units) in segments {
            if units >= 2 * size {
                break;
            }
            size += units;
            places.push((place, units));
        }
        let twice: usize = self.chunks.values().filter(|chunk| chunk.folded).map(|chunk| chunk.units).sum();
        piece(places, TWICE_MAX.saturating_sub(twice))
    }

    fn erased_among(&self, pages: &Pages) -> Vec<(Box<str>, Id, Page)> {
        let mut erased = Vec::new();
        for (kind, id) in self.pages.erased().filter(|(kind, id)| pages.get(kind, *id).is_some()) {
            erased.extend(self.pages.get(kind, id).map(|page| (kind.into(), id, page.clone())));
        }
        erased
    }

    /// Takes note when what is about to be joined erases records that chunks read before hold.
    pub(super) fn note_erased(&mut self, more: &Pages) {
        if more.erased().any(|(kind, id)| is_kept(&self.pages, kind, id)) {
            self.chunks.values_mut().for_each(|chunk| chunk.stale = true);
        }
    }

    /// The same for a chunk that is being read, which may itself hold what has been erased already.
    pub(super) fn note_erased_in(&mut self, place: Place, pages: &Pages) {
        self.note_erased(pages);
        let is_erased = |kind: &str, id| matches!(self.pages.get(kind, id), Some(Page::Erased(_)));
        let holds = if pages.len() < self.pages.len() {
            pages.iter().any(|(kind, id, page)| matches!(page, Page::Kept(_)) && is_erased(kind, id))
        } else {
            self.pages.erased().any(|(kind, id)| is_kept(pages, kind, id))
        };
        if holds && let Some(chunk) = self.chunks.get_mut(&place) {
            chunk.stale = true;
        }
    }
}

/// The first of these chunks, and those after it that fit beside it; none where there is less room than that.
fn piece(chunks: Vec<(Place, usize)>, room: usize) -> Vec<Place> {
    let mut size = 0;
    let fits = |(_, units): &(Place, usize)| {
        size += units;
        size <= room && (size <= PIECE_MAX || size == *units)
    };
    chunks.into_iter().take_while(fits).map(|(place, _)| place).collect()
}

fn is_kept(pages: &Pages, kind: &str, id: Id) -> bool {
    matches!(pages.get(kind, id), Some(Page::Kept(_)))
}
