//! Folding small chunks into one, and clearing away at a later opening what later chunks hold.

use super::{Chunk, Keep, NotSaved, QUOTA};
use crate::domain::order::{gathered, sort_by_key};
use crate::domain::stamp::Stamp;
use crate::store::chunk::SEGMENT_MAX;
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
        let looked = self.fold_erased(now)?;
        if looked > 0 || self.is_blocked {
            return Ok(looked);
        }
        let places = self.foldable(entries);
        if places.is_empty() {
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
        let many = taken.len();
        if is_full && many == 1 {
            return Ok(0);
        }
        self.replace(pages, taken, false, now)?;
        Ok(many)
    }

    /// Removes what was found at opening to be held by later chunks, once the writes of those have surely settled, and what
    /// [`Keep::fold_erased`] replaced, once an audit has found its replacement a minute later. To be called when idle, any
    /// number of times; how many keys went.
    pub fn clear(&mut self, now: u64) -> usize {
        let Some(places) = self.places() else { return 0 };
        let mut going = self.replaced_by(&places);
        if now >= self.clearing.from {
            let clearing = std::mem::take(&mut self.clearing);
            if clearing.covering.is_subset(&places) {
                going.extend(clearing.covered);
            }
            going.extend(clearing.litter);
        }
        self.remove_with_marks(&places, going)
    }

    /// The moment from which [`Keep::clear`] has something to remove, in milliseconds since 1970; `None` when nothing waits.
    pub fn clears_from(&self) -> Option<u64> {
        let clearing = &self.clearing;
        let opened = (!clearing.covered.is_empty() || !clearing.litter.is_empty()).then_some(clearing.from);
        opened.into_iter().chain(self.replaced_until()).min()
    }

    /// The places on the shelf; `None` when it cannot be reached.
    pub(super) fn places(&self) -> Option<BTreeSet<Place>> {
        if self.is_blocked { None } else { Some(Place::all_of(&self.shelf.keys().ok()?)) }
    }

    /// Removes these, and the marks of imports of which nothing else is left; how many keys went.
    pub(super) fn remove_with_marks(&mut self, places: &BTreeSet<Place>, going: BTreeSet<Place>) -> usize {
        let left: BTreeSet<Stamp> =
            places.difference(&going).filter(|place| !is_mark(place)).map(Place::stamp).collect();
        let is_bare = |place: &&Place| is_mark(place) && !left.contains(&place.stamp());
        let of_these: BTreeSet<Stamp> = going.iter().map(Place::stamp).collect();
        let marks = places.iter().filter(is_bare).filter(|place| of_these.contains(&place.stamp()));
        let marks: Vec<Place> = marks.copied().collect();
        let mut gone = 0;
        for place in going.into_iter().chain(marks) {
            gone += usize::from(self.shelf.remove(&place.key()).is_ok());
            self.chunks.remove(&place);
            self.own.retain(|own| own.place != place);
        }
        gone
    }

    /// Which chunks the next segment takes in; none when it is not worth it.
    fn foldable(&self, entries: usize) -> Vec<Place> {
        let going: BTreeSet<&Place> = gathered(&self.clearing.covered);
        let is_open = |place: &Place, chunk: &Chunk| chunk.whole && !chunk.folded && !going.contains(place);
        let open = || self.chunks.iter().filter(|(place, chunk)| is_open(place, chunk));
        let sized = |(place, chunk): (&Place, &Chunk)| (*place, chunk.units);
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

fn is_mark(place: &Place) -> bool {
    matches!(place, Place::Complete(_))
}
