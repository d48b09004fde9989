//! Taking an import back: what stood there before is written again as a new act, in parts where it is large.

use super::{Imported, NotSaved, StagedWrite, Store};
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::stamp::Stamp;
use crate::store::chunk::decode;
use crate::store::key_value::{KeyValueStore, StorageKey};
use crate::store::partial_book::PartialBook;
use crate::store::receipt;
use crate::store::stored_record::StoredRecord;

/// An import that is being taken back, and what of its receipt is still to come.
#[derive(Debug)]
pub(super) struct ImportUndo {
    pub import: Stamp,
    rest: Vec<(Box<str>, Id, StoredRecord)>,
}

impl<S: KeyValueStore> Store<S> {
    /// Begins an act that takes an import back; its parts follow by [`Store::stage_import_undo`]. `now` is in milliseconds
    /// since
    /// 1970.
    ///
    /// # Errors
    /// [`NotSaved::NoReceipt`] when the receipt is gone or unreadable.
    pub fn begin_import_undo(&mut self, import: Stamp, now: u64) -> Result<StagedWrite, NotSaved> {
        let storage_key = StorageKey::Receipt(import);
        let value = self.storage.get(&storage_key.key()).map_err(NotSaved::Storage)?.ok_or(NotSaved::NoReceipt)?;
        let receipt = decode(storage_key, &value).map_err(|_| NotSaved::NoReceipt)?.partial_book;
        let rest = receipt.iter().map(|(kind, id, stored)| (kind.into(), id, stored.clone())).collect();
        let mut staged = self.begin(None, now)?;
        staged.import_undo = Some(ImportUndo { import, rest });
        Ok(staged)
    }

    /// Writes the next part: what takes back so many more records. How many are left.
    ///
    /// # Errors
    /// [`NotSaved`]: then nothing of the act lies in storage any more.
    pub fn stage_import_undo(&mut self, staged: &mut StagedWrite, many: usize, now: u64) -> Result<usize, NotSaved> {
        let Some(ImportUndo { import, rest }) = &mut staged.import_undo else { return Ok(0) };
        let mut receipt = PartialBook::of_book(None);
        for (kind, id, stored) in rest.drain(rest.len().saturating_sub(many)..) {
            receipt.put(&kind, id, stored);
        }
        let (import, left) = (*import, rest.len());
        let part = receipt::undo(&self.partial_book, &receipt, import, staged.stamp);
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
        let mut staged = self.begin_import_undo(import, now)?;
        self.stage_import_undo(&mut staged, usize::MAX, now)?;
        let done = self.complete(&mut staged, now)?;
        while self.take_part(book, &mut staged) {}
        Ok(done != Imported::Nothing)
    }
}
