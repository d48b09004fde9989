//! The audit: what was written is looked at again, because a browser may drop a write long after it took it.

use super::open::counts;
use super::{Chunk, Keep, NotSaved, QUOTA, RESERVE, SETTLED};
use crate::store::chunk::{ENTRY_MAX, SEGMENT_MAX, encode, filler, parts_up_to};
use crate::store::form;
use crate::store::pages::Pages;
use crate::store::seal::checksum;
use crate::store::shelf::{Place, Shelf};
use std::collections::BTreeSet;

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Audit {
    /// How many records were no longer on the shelf and have been written again; worth telling the person.
    pub rewritten: usize,
    /// Why something is missing on the shelf and could not be written again: the person must be told to back up now.
    pub trouble: Option<NotSaved>,
}

impl<S: Shelf> Keep<S> {
    /// Looks whether everything in memory is still on the shelf, and writes again what is not. To be called 2 s and
    /// 10 s after an act, and when the page is hidden or shown. `now` is in milliseconds since 1970.
    pub fn audit(&mut self, now: u64) -> Audit {
        if self.is_blocked {
            return Audit::default();
        }
        let keys = match self.shelf.keys() {
            Ok(keys) => keys,
            Err(why) => return Audit { trouble: Some(NotSaved::Storage(why)), ..Audit::default() },
        };
        let places = Place::all_of(&keys);
        let mut in_doubt = self.chunks.keys().any(|place| !places.contains(place));
        for own in &self.own {
            let value = self.shelf.get(&own.place.key()).ok().flatten();
            in_doubt |= value.is_none_or(|value| checksum(value.as_bytes()) != own.sum);
        }
        self.own.retain(|own| now < own.written.saturating_add(SETTLED));
        let audit = if in_doubt { self.make_good(&places, now) } else { Audit::default() };
        if in_doubt {
            self.forget_lost_folds();
        } else {
            self.drop_taken_back(now);
            self.settle_folds(now);
        }
        if !places.contains(&Place::Reserve) {
            self.lay_in_reserve();
        }
        audit
    }

    /// Reads the whole shelf and writes what memory has beyond it.
    fn make_good(&mut self, places: &BTreeSet<Place>, now: u64) -> Audit {
        let mut there = Pages::default();
        let mut readable = BTreeSet::new();
        for place in places.iter().filter(|place| counts(place, places)) {
            if let Ok(Some((read, units))) = self.fetch(*place) {
                // What another tab wrote again, and this one knows already, is looked for here too from now on.
                if !self.chunks.contains_key(place) && self.pages.contains(&read.pages) {
                    self.chunks.insert(*place, Chunk { units, whole: read.whole, folded: false, stale: false });
                    self.note_erased_in(*place, &read.pages);
                }
                there.join(read.pages, |_, _| {});
                readable.insert(*place);
            }
        }
        let missing = self.pages.beyond(&there);
        let rewritten = missing.len();
        if rewritten > 0 {
            for part in parts_up_to(&missing, SEGMENT_MAX) {
                let stamp = self.tick(now);
                let is_large = form::compact(&part).len() > ENTRY_MAX;
                let place = if is_large { Place::Segment(stamp) } else { Place::Journal(stamp) };
                if let Err(trouble) = self.write(place, &encode(place, &part), Some(&part), now) {
                    return Audit { rewritten: 0, trouble: Some(trouble) };
                }
                readable.insert(place);
            }
        }
        self.chunks.retain(|place, _| readable.contains(place));
        self.own.retain(|own| readable.contains(&own.place));
        Audit { rewritten, trouble: None }
    }

    /// Fills the reserve again where there is room for it and as much besides.
    fn lay_in_reserve(&self) {
        let has_room = self.room().is_ok_and(|room| room.used + 2 * RESERVE < QUOTA);
        if has_room && !self.pages.is_empty() {
            // If it fails there is no reserve; nothing else depends on it.
            let _ = self.shelf.set(&Place::Reserve.key(), &filler(RESERVE));
        }
    }
}
