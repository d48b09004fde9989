//! What is erased leaves the shelf: chunks that held it are replaced at once, and go once their replacement has settled.

use super::{Chunk, Keep, NotSaved, SETTLED};
use crate::domain::id::Id;
use crate::domain::order::gathered;
use crate::store::chunk::encode;
use crate::store::page::Page;
use crate::store::pages::Pages;
use crate::store::seal::checksum;
use crate::store::shelf::{Place, Shelf};
use std::collections::BTreeSet;

/// How many units one step reads.
const STEP_UNITS: usize = 32_768;

/// A segment of this session, and the chunks that it holds.
#[derive(Debug, Clone)]
pub(super) struct Fold {
    by: Place,
    /// The CRC-32 of the segment's value.
    sum: u32,
    /// When it was written, in milliseconds since 1970.
    since: u64,
    places: Vec<Place>,
    /// Whether these hold what has been erased, so that they go without waiting for the next opening.
    erases: bool,
    /// Whether an audit found the segment on the shelf after [`SETTLED`].
    is_settled: bool,
}

impl<S: Shelf> Keep<S> {
    /// Replaces the next chunks that hold what has been erased by a segment that does not, and removes receipts that hold
    /// values of it: those imports can no longer be undone. Returns how many chunks it looked into. To be called after an
    /// erase and at each opening, again and again until that is none. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved`] when there is no room for the segment; then every chunk is as before.
    pub fn fold_erased(&mut self, now: u64) -> Result<usize, NotSaved> {
        if self.is_blocked {
            return Ok(0);
        }
        if std::mem::take(&mut self.receipts_in_doubt) {
            self.drop_receipts();
        }
        let looked = self.stale_chunks();
        let mut pages = Pages::of_book(self.pages.book);
        let mut taken = Vec::new();
        for place in &looked {
            let Ok(Some((read, _))) = self.fetch(*place) else { continue };
            if self.holds_erased(&read.pages) {
                pages.join(read.pages, |_, _| {});
                taken.push(*place);
            }
        }
        if !taken.is_empty() {
            self.replace(pages, taken, true, now)?;
        }
        for place in &looked {
            if let Some(chunk) = self.chunks.get_mut(place) {
                chunk.stale = false;
            }
        }
        Ok(looked.len())
    }

    /// Whether chunks on the shelf still hold, or may hold, what has been erased.
    pub fn holds_remains(&self) -> bool {
        self.receipts_in_doubt || !self.stale_chunks().is_empty() || self.folds.iter().any(|fold| fold.erases)
    }

    /// How many chunks are kept as they are because a newer version of the app wrote something in them that this one does
    /// not understand; what has been erased may stand there.
    pub fn not_understood(&self) -> usize {
        self.chunks.values().filter(|chunk| !chunk.whole).count() + self.set_aside.len()
    }

    /// Writes one segment in place of these chunks, which hold `pages`. They stay until they are cleared.
    pub(super) fn replace(
        &mut self,
        mut pages: Pages,
        taken: Vec<Place>,
        erases: bool,
        now: u64,
    ) -> Result<(), NotSaved> {
        // What is erased in memory is erased in the fold, even if the erasure lies in a chunk left out of it.
        for (kind, id, page) in self.erased_among(&pages) {
            pages.put(&kind, id, page);
        }
        let by = Place::Segment(self.tick(now));
        let value = encode(by, &pages);
        if erases {
            self.write(by, &value, Some(&pages), now)?;
        } else {
            // The reserve is for the person's own acts: a fold that finds no room waits for a better day.
            self.write_in_free_room(by, &value, Some(&pages), now)?;
        }
        for place in &taken {
            if let Some(chunk) = self.chunks.get_mut(place) {
                chunk.folded = true;
            }
        }
        let sum = checksum(value.as_bytes());
        let mut fold = Fold { by, sum, since: now, places: taken, erases, is_settled: false };
        if erases {
            // What a segment of this session had replaced holds it too.
            let is_taken = |earlier: &mut Fold| fold.places.contains(&earlier.by);
            let earlier: Vec<Fold> = self.folds.extract_if(.., is_taken).collect();
            fold.places.extend(earlier.into_iter().flat_map(|earlier| earlier.places));
        }
        self.folds.push(fold);
        Ok(())
    }

    /// Takes note that everything this session wrote is on the shelf: what was written long enough ago stays there.
    pub(super) fn settle_folds(&mut self, now: u64) {
        let due = self.folds.iter_mut().filter(|fold| fold.erases && !fold.is_settled);
        for fold in due.filter(|fold| fold.since.saturating_add(SETTLED) <= now) {
            let value = self.shelf.get(&fold.by.key()).ok().flatten();
            fold.is_settled = value.is_some_and(|value| checksum(value.as_bytes()) == fold.sum);
        }
    }

    /// Forgets the folds whose segment was lost: what they had replaced is to be folded again.
    pub(super) fn forget_lost_folds(&mut self) {
        let is_lost = |fold: &mut Fold| !self.chunks.contains_key(&fold.by);
        let lost: Vec<Fold> = self.folds.extract_if(.., is_lost).collect();
        for place in lost.iter().flat_map(|fold| &fold.places) {
            if let Some(chunk) = self.chunks.get_mut(place) {
                (chunk.folded, chunk.stale) = (false, true);
            }
        }
    }

    /// The chunks that may go because they held what has been erased, and their replacement has settled.
    pub(super) fn replaced_by(&mut self, places: &BTreeSet<Place>) -> BTreeSet<Place> {
        let is_ready = |fold: &mut Fold| fold.is_settled && places.contains(&fold.by);
        let ready: Vec<Fold> = self.folds.extract_if(.., is_ready).collect();
        gathered(ready.into_iter().flat_map(|fold| fold.places))
    }

    /// When the first replacement will have settled, in milliseconds since 1970.
    pub(super) fn replaced_until(&self) -> Option<u64> {
        let erasing = self.folds.iter().filter(|fold| fold.erases);
        erasing.map(|fold| fold.since.saturating_add(SETTLED)).min()
    }

    /// Removes the receipts that hold values of erased records, and those that could take nothing back any more.
    fn drop_receipts(&mut self) {
        let Some(places) = self.places() else { return };
        let is_gone = |(kind, id, _): (&str, Id, &Page)| self.is_erased(kind, id);
        let is_spent = |pages: &Pages| self.holds_erased(pages) || pages.iter().all(is_gone);
        let spent = places.iter().filter(|place| matches!(place, Place::Receipt(_))).filter(|place| {
            let receipt = self.fetch(**place).ok().flatten();
            receipt.is_none_or(|(read, _)| is_spent(&read.pages))
        });
        let spent: BTreeSet<Place> = spent.copied().collect();
        self.remove_with_marks(&places, spent);
    }

    /// The next chunks to be looked into: the first, and those after it that fit beside it.
    fn stale_chunks(&self) -> Vec<Place> {
        let going: BTreeSet<&Place> = gathered(&self.clearing.covered);
        let stale = self
            .chunks
            .iter()
            .filter(|(place, chunk)| chunk.stale && chunk.whole && !chunk.folded && !going.contains(place));
        let mut size = 0;
        let fits = |(_, chunk): &(&Place, &Chunk)| {
            size += chunk.units;
            size <= STEP_UNITS || size == chunk.units
        };
        stale.take_while(fits).map(|(place, _)| *place).collect()
    }

    fn is_erased(&self, kind: &str, id: Id) -> bool {
        matches!(self.pages.get(kind, id), Some(Page::Erased(_)))
    }

    /// Whether these hold a record that is erased in memory.
    fn holds_erased(&self, pages: &Pages) -> bool {
        if pages.len() < self.pages.len() {
            pages.iter().any(|(kind, id, page)| matches!(page, Page::Kept(_)) && self.is_erased(kind, id))
        } else {
            self.pages.erased().any(|(kind, id)| is_kept(pages, kind, id))
        }
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
            self.receipts_in_doubt = true;
            self.chunks.values_mut().for_each(|chunk| chunk.stale = true);
        }
    }

    /// Like [`Keep::note_erased`], for a chunk that is being read, which may itself hold what has been erased already.
    pub(super) fn note_erased_in(&mut self, place: Place, pages: &Pages) {
        self.note_erased(pages);
        if self.holds_erased(pages)
            && let Some(chunk) = self.chunks.get_mut(&place)
        {
            chunk.stale = true;
        }
    }
}

fn is_kept(pages: &Pages, kind: &str, id: Id) -> bool {
    matches!(pages.get(kind, id), Some(Page::Kept(_)))
}
