//! Acts too large for one task: their parts are written one by one, count once the mark lies there, and come into
//! memory one by one; a tab that dies between leaves all of it or nothing.

use super::back::Back;
use super::{Chunk, Imported, Keep, NotSaved, Room};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::stamp::Stamp;
use crate::domain::undo::Undo;
use crate::store::chunk::{Came, Rows, SEGMENT_MAX, encode, mark, parts_up_to};
use crate::store::page::Page;
use crate::store::pages::Pages;
use crate::store::receipt;
use crate::store::shelf::{Place, Shelf, units};
use std::collections::VecDeque;

/// An act under way: nothing of it is in the book before [`Keep::complete`], and all of it after.
#[derive(Debug)]
pub struct Staged {
    pub(super) stamp: Stamp,
    /// What stood where it writes; `None` where it is taken back by undo alone.
    receipt: Option<Pages>,
    /// What it tells of itself.
    came: Came,
    parts: VecDeque<Pages>,
    places: Vec<(Place, Chunk)>,
    /// How full the shelf was before, and by how much it has grown.
    used: usize,
    undo: Undo,
    /// Where it takes an import back.
    pub(super) back: Option<Back>,
}

impl<S: Shelf> Keep<S> {
    /// Begins an act whose parts follow; with a `file` it is an import, which leaves a receipt. `now` is in
    /// milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved::Storage`] when the shelf cannot be reached.
    pub fn begin(&mut self, file: Option<&str>, now: u64) -> Result<Staged, NotSaved> {
        let used = if self.is_blocked { 0 } else { self.room().map_err(NotSaved::Storage)?.used };
        Ok(Staged {
            stamp: self.tick(now),
            receipt: file.map(|_| Pages::of_book(None)),
            came: Came { file: file.unwrap_or_default().to_string(), rows: Rows::default() },
            parts: VecDeque::new(),
            places: Vec::new(),
            used,
            undo: Undo::default(),
            back: None,
        })
    }

    /// Writes the next part: what this change does to the book. No record may be in two parts.
    ///
    /// # Errors
    /// [`NotSaved`]: then nothing of the act lies on the shelf any more. [`NotSaved::WouldFill`] when an import would
    /// use more than four fifths of the room.
    pub fn stage_part(&mut self, book: &Book, staged: &mut Staged, change: &Change, now: u64) -> Result<(), NotSaved> {
        let edits = change.edits(book);
        if edits.is_empty() {
            return Ok(());
        }
        let undo = Undo::of(&edits, book);
        let outcome = self.entry_of(edits, staged.stamp).and_then(|part| self.stage_pages(staged, part, now));
        match outcome {
            Ok(()) => staged.undo.and(undo),
            Err(_) => self.give_up(staged),
        }
        outcome
    }

    /// Writes the next part of an act that erases records for good, as [`Keep::erase`] does.
    ///
    /// # Errors
    /// As [`Keep::stage_part`].
    pub fn stage_erased(&mut self, staged: &mut Staged, gone: &[(Kind, Id)], now: u64) -> Result<(), NotSaved> {
        let mut part = self.entry();
        for (kind, id) in gone {
            part.put(kind.word(), *id, Page::Erased(staged.stamp));
        }
        let outcome = self.stage_pages(staged, part, now);
        if outcome.is_err() {
            self.give_up(staged);
        }
        outcome
    }

    pub(super) fn stage_pages(&mut self, staged: &mut Staged, part: Pages, now: u64) -> Result<(), NotSaved> {
        if let Some(receipt) = &mut staged.receipt {
            receipt.join(receipt::of_import(&self.pages, &part, staged.stamp), |_, _| {});
        }
        for part in parts_up_to(&part, SEGMENT_MAX) {
            if !self.is_blocked {
                let number = u32::try_from(staged.places.len()).unwrap_or(u32::MAX);
                let place = Place::Import(staged.stamp, number);
                self.stage_value(staged, place, &part, now)?;
            }
            staged.parts.push_back(part);
        }
        Ok(())
    }

    fn stage_value(&mut self, staged: &mut Staged, place: Place, pages: &Pages, now: u64) -> Result<(), NotSaved> {
        let value = encode(place, pages);
        staged.used += units(&place.key()) + units(&value);
        let is_import = staged.receipt.is_some() || matches!(place, Place::Receipt(_));
        if is_import && !Room::of(staged.used).takes_imports() {
            return Err(NotSaved::WouldFill);
        }
        self.write(place, &value, Some(pages), now)?;
        // Only what counts may be folded: until the mark lies there, this is no chunk of the book.
        let chunk = self.chunks.remove(&place);
        staged.places.push((place, chunk.unwrap_or(Chunk { units: 0, whole: true, folded: false, stale: false })));
        Ok(())
    }

    /// Writes the receipt and then the mark: from here on all of it counts. [`Imported::Nothing`] where no part had
    /// anything to write.
    ///
    /// # Errors
    /// As [`Keep::stage_part`].
    pub fn complete(&mut self, staged: &mut Staged, now: u64) -> Result<Imported, NotSaved> {
        if !self.is_blocked
            && !staged.parts.is_empty()
            && let Err(why) = self.try_complete(staged, now)
        {
            self.give_up(staged);
            return Err(why);
        }
        self.taken_back.extend(staged.back.as_ref().map(|back| (back.import, now)));
        Ok(if staged.parts.is_empty() { Imported::Nothing } else { Imported::Done(staged.stamp) })
    }

    fn try_complete(&mut self, staged: &mut Staged, now: u64) -> Result<(), NotSaved> {
        let parts = staged.places.len();
        if let Some(receipt) = staged.receipt.take() {
            let place = Place::Receipt(staged.stamp);
            self.stage_value(staged, place, &receipt, now)?;
        }
        self.write(Place::Complete(staged.stamp), &mark(parts, &staged.came), None, now)?;
        let chunks = staged.places.iter().filter(|(place, _)| place.is_chunk());
        self.chunks.extend(chunks.map(|(place, chunk)| (*place, chunk.clone())));
        Ok(())
    }

    /// Shows the next part in the book, once the act is complete; whether there are more.
    pub fn take_part(&mut self, book: &mut Book, staged: &mut Staged) -> bool {
        if let Some(part) = staged.parts.pop_front() {
            book.wait_for_more(true);
            self.take(book, part);
            book.wait_for_more(!staged.parts.is_empty());
        }
        !staged.parts.is_empty()
    }

    /// Takes an act that is not complete off the shelf again.
    pub fn give_up(&mut self, staged: &mut Staged) {
        // The mark first: a part without it counts for nothing.
        self.forget(Place::Complete(staged.stamp));
        for (place, _) in staged.places.drain(..).rev() {
            self.forget(place);
        }
        staged.parts.clear();
    }
}

impl Staged {
    /// With what becomes of the rows of its file, to be told for as long as it can be taken back.
    #[must_use]
    pub fn telling(mut self, rows: Rows) -> Staged {
        self.came.rows = rows;
        self
    }

    /// How many parts are not in the book yet.
    pub fn left(&self) -> usize {
        self.parts.len()
    }

    /// What takes the act back.
    pub fn undo(&self) -> Undo {
        self.undo.clone()
    }
}
