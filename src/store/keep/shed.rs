//! Shedding: who left the holding pool a while ago is erased, so that the pool costs no room once it is emptied.

use super::{Keep, NotSaved};
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::store::page::{Page, is_trashed};
use crate::store::shelf::Shelf;

const DAY: u64 = 24 * 3_600_000;
/// How long an import can be taken back; erasing what it brought would put an end to that.
const MONTH: u64 = 30 * DAY;
/// So many must have left a pool in which others wait before erasing them is worth an act.
const WORTH: usize = 100;

impl<S: Shelf> Keep<S> {
    /// Erases who left the holding pool: a day ago where the pool is empty, else a month ago; how many. Their ids stay, so
    /// that no old file and no other tab brings them back. `now` is in milliseconds since 1970.
    ///
    /// # Errors
    /// [`NotSaved`]: then nothing was erased.
    pub fn shed(&mut self, book: &mut Book, now: u64) -> Result<usize, NotSaved> {
        let kind = Kind::Connection.word().to_string();
        let kept = |page: &Page| match page {
            Page::Kept(text) => Some((is_trashed(&kind, text), page.latest().millis)),
            Page::Erased(_) => None,
        };
        let pool = self.pages.kinds().find(|(name, _)| *name == kind).map(|(_, pages)| pages);
        let all = || pool.into_iter().flatten().filter_map(|(id, page)| Some((*id, kept(page)?)));
        let is_empty = all().all(|(_, (left, _))| left);
        let stays = if is_empty { DAY } else { MONTH };
        let gone = all().filter(|(_, (left, since))| *left && since.saturating_add(stays) <= now);
        let gone: Vec<(Kind, Id)> = gone.map(|(id, _)| (Kind::Connection, id)).collect();
        if gone.is_empty() || !is_empty && gone.len() < WORTH {
            return Ok(0);
        }
        self.erase(book, &gone, now).map(|()| gone.len())
    }
}
