//! Taking an import back: what stood there before is written again as a new act, in parts where it is large.

use super::{Imported, Keep, NotSaved, Staged};
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::stamp::Stamp;
use crate::store::chunk::decode;
use crate::store::page::Page;
use crate::store::pages::Pages;
use crate::store::receipt;
use crate::store::shelf::{Place, Shelf};

/// An import that is being taken back, and what of its receipt is still to come.
#[derive(Debug)]
pub(super) struct Back {
    pub import: Stamp,
    rest: Vec<(Box<str>, Id, Page)>,
}

impl<S: Shelf> Keep<S> {
    /// Begins an act that takes an import back; its parts follow by [`Keep::stage_back`]. `now` is in milliseconds since
    /// 1970.
    ///
    /// # Errors
    /// [`NotSaved::NoReceipt`] when the receipt is gone or unreadable.
    pub fn begin_back(&mut self, import: Stamp, now: u64) -> Result<Staged, NotSaved> {
        let place = Place::Receipt(import);
        let value = self.shelf.get(&place.key()).map_err(NotSaved::Storage)?.ok_or(NotSaved::NoReceipt)?;
        let receipt = decode(place, &value).map_err(|_| NotSaved::NoReceipt)?.pages;
        let rest = receipt.iter().map(|(kind, id, page)| (kind.into(), id, page.clone())).collect();
        let mut staged = self.begin(None, now)?;
        staged.back = Some(Back { import, rest });
        Ok(staged)
    }

    /// Writes the next part: what takes back so many more records. How many are left.
    ///
    /// # Errors
    /// [`NotSaved`]: then nothing of the act lies on the shelf any more.
    pub fn stage_back(&mut self, staged: &mut Staged, many: usize, now: u64) -> Result<usize, NotSaved> {
        let Some(Back { import, rest }) = &mut staged.back else { return Ok(0) };
        let mut receipt = Pages::of_book(None);
        for (kind, id, page) in rest.drain(rest.len().saturating_sub(many)..) {
            receipt.put(&kind, id, page);
        }
        let (import, left) = (*import, rest.len());
        let part = receipt::undo(&self.pages, &receipt, import, staged.stamp);
        if !part.is_empty()
            && let Err(why) = self.stage_pages(staged, part, now)
        {
            self.give_up(staged);
            return Err(why);
        }
        Ok(left)
    }

    /// Takes an import back in one go; whether there was anything to write. What it erased stays erased.
    ///
    /// # Errors
    /// [`NotSaved`]: then the book is as before. [`NotSaved::NoReceipt`] when the receipt is gone or unreadable.
    pub fn undo_import(&mut self, book: &mut Book, import: Stamp, now: u64) -> Result<bool, NotSaved> {
        let mut staged = self.begin_back(import, now)?;
        self.stage_back(&mut staged, usize::MAX, now)?;
        let done = self.complete(&mut staged, now)?;
        while self.take_part(book, &mut staged) {}
        Ok(done != Imported::Nothing)
    }
}
