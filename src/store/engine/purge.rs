//! Shedding: who left the holding pool a while ago is erased, so that the pool costs no room once it is emptied.

use super::Store;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::store::key_value::KeyValueStore;
use crate::store::stored_record::{StoredRecord, is_trashed};

const DAY: u64 = 24 * 3_600_000;
/// How long an import can be taken back; erasing what it brought would put an end to that.
const MONTH: u64 = 30 * DAY;
/// So many must have left a pool in which others wait before erasing them is worth an act.
const WORTH: usize = 100;

impl<S: KeyValueStore> Store<S> {
    /// Who left the holding pool long enough ago to be erased ([`Store::stage_erased`]): a day ago where the pool is empty,
    /// else a month ago. Their ids stay, so that no old file and no other tab brings them back. `now` is in milliseconds
    /// since 1970.
    pub fn to_purge(&self, now: u64) -> Vec<(Kind, Id)> {
        let kind = Kind::Connection.word().to_string();
        let kept = |stored: &StoredRecord| match stored {
            StoredRecord::Kept(text) => Some((is_trashed(&kind, text), stored.latest().millis)),
            StoredRecord::Erased(_) => None,
        };
        let pool = self.partial_book.kinds().find(|(name, _)| *name == kind).map(|(_, partial_book)| partial_book);
        let all: Vec<_> = pool.into_iter().flatten().filter_map(|(id, stored)| Some((*id, kept(stored)?))).collect();
        let is_empty = all.iter().all(|(_, (left, _))| *left);
        let stays = if is_empty { DAY } else { MONTH };
        let gone = all.into_iter().filter(|(_, (left, since))| *left && since.saturating_add(stays) <= now);
        let gone: Vec<(Kind, Id)> = gone.map(|(id, _)| (Kind::Connection, id)).collect();
        if is_empty || gone.len() >= WORTH { gone } else { Vec::new() }
    }
}
