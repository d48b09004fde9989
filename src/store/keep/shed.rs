//! Shedding: who left the holding pool a while ago is erased, so that the pool costs no room once it is emptied.

use super::Keep;
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
    /// Who left the holding pool long enough ago to be erased ([`Keep::stage_erased`]): a day ago where the pool is empty,
    /// else a month ago. Their ids stay, so that no old file and no other tab brings them back. `now` is in milliseconds
    /// since 1970.
    pub fn to_shed(&self, now: u64) -> Vec<(Kind, Id)> {
        let kind = Kind::Connection.word().to_string();
        let kept = |page: &Page| match page {
            Page::Kept(text) => Some((is_trashed(&kind, text), page.latest().millis)),
            Page::Erased(_) => None,
        };
        let pool = self.pages.kinds().find(|(name, _)| *name == kind).map(|(_, pages)| pages);
        let all: Vec<_> = pool.into_iter().flatten().filter_map(|(id, page)| Some((*id, kept(page)?))).collect();
        let is_empty = all.iter().all(|(_, (left, _))| *left);
        let stays = if is_empty { DAY } else { MONTH };
        let gone = all.into_iter().filter(|(_, (left, since))| *left && since.saturating_add(stays) <= now);
        let gone: Vec<(Kind, Id)> = gone.map(|(id, _)| (Kind::Connection, id)).collect();
        if is_empty || gone.len() >= WORTH { gone } else { Vec::new() }
    }
}
