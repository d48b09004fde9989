//! Erasing for good: the record, what goes with it, and the drafts that were about it.

use super::State;
use crate::app::clock::now_millis;
use kith::domain::id::Id;
use kith::domain::kind::Kind;
use kith::rules::erase::erasing;
use kith::store::keep::NotSaved;

impl State {
    /// Erases these records of one kind with what goes with them. What was written of it leaves the storage as its chunks are folded.
    ///
    /// # Errors
    /// Why it could not be kept; then nothing was erased.
    pub fn erase(self, kind: &Kind, ids: &[Id]) -> Result<(), NotSaved> {
        let gone = self.peek(|book, _| erasing(book, kind, ids)).gone;
        self.with_keep_and_book(|keep, book| keep.erase(book, &gone, now_millis()))?;
        gone.iter().for_each(|(_, id)| self.drop_drafts_of(*id));
        self.look_again_soon();
        self.fold_soon();
        Ok(())
    }
}
