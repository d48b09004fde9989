//! Erasing for good: the record, what goes with it, and what of it lies beside the book.

use super::State;
use super::imports::incoming::IncomingFile;
use crate::app::clock::now_millis;
use kith::domain::id::Id;
use kith::domain::kind::Kind;
use kith::message::erase::{Question, Storage, question};
use kith::rules::erase::erasing;
use kith::rules::traces::Traces;
use kith::store::engine::NotSaved;
use leptos::prelude::*;
use std::time::Duration;

/// How long between one step of replacing what held it and the next, in milliseconds: the page answers between them.
const PAUSE: u64 = 20;
/// How long after it was due what was replaced is cleared away, in milliseconds.
const LATER: u64 = 1_000;

impl State {
    /// The question whether these records of one kind are to be erased; `None` where none of them is here.
    pub fn ask_to_erase(self, kind: &Kind, ids: &[Id]) -> Option<Question> {
        let storage = self
            .store
            .with_value(|store| Storage { unread: store.not_understood(), has_imports: !store.receipts().is_empty() });
        self.peek(|book, _| question(book, kind, ids, storage))
    }

    /// Erases these records of one kind with what goes with them. What was written of them leaves the storage a minute
    /// later.
    ///
    /// # Errors
    /// Why it could not be kept; then nothing was erased.
    pub fn erase(self, kind: &Kind, ids: &[Id]) -> Result<(), NotSaved> {
        // What another tab wrote of them goes too.
        self.catch_up();
        let gone = self.peek(|book, _| erasing(book, kind, ids)).gone;
        self.erase_all(&gone)
    }

    /// Erases these records.
    ///
    /// # Errors
    /// Like [`State::erase`].
    pub(super) fn erase_all(self, gone: &[(Kind, Id)]) -> Result<(), NotSaved> {
        let traces = self.traces_of(gone);
        self.with_store_and_book(|store, book| store.erase(book, gone, now_millis()))?;
        self.forget_traces(&traces);
        self.look_again_soon();
        Ok(())
    }

    /// By what these records are told in drafts, before they are erased.
    pub(super) fn traces_of(self, gone: &[(Kind, Id)]) -> Traces {
        self.peek(|book, _| Traces::of(book, gone))
    }

    /// Removes what lies beside the book of records that were just erased, and sees to it that their text leaves the
    /// storage: drafts that name them, and the reports of imports, in which they may stand.
    pub(super) fn forget_traces(self, traces: &Traces) {
        self.store.with_value(|store| store.drop_drafts(|text| traces.are_in(text)));
        self.reports.update_value(Vec::clear);
        let is_done =
            |arriving: &Option<IncomingFile>| matches!(arriving, Some(IncomingFile::Done(_) | IncomingFile::All(_)));
        if self.arriving.with_untracked(is_done) {
            self.arriving.set(None);
        }
        self.remove_remains();
    }

    /// Replaces what still holds text of what was erased, a step at a time, and clears the rest away once that has settled.
    pub(super) fn remove_remains(self) {
        let looked = self.with_store(|store| store.fold_erased(now_millis()));
        if looked.is_ok_and(|looked| looked > 0) {
            set_timeout(move || self.remove_remains(), Duration::from_millis(PAUSE));
        } else {
            self.clear_when_due();
        }
    }

    /// Clears away what is due, and comes back when more of it will be.
    pub(super) fn clear_when_due(self) {
        let Some(due) = self.store.with_value(|store| store.clears_from()) else { return };
        let wait = due.saturating_sub(now_millis()) + LATER;
        let clear = move || {
            // Only what an audit has just found is relied on.
            self.look_again();
            self.with_store(|store| store.clear(now_millis()));
            if self.store.with_value(|store| store.clears_from()).is_some_and(|due| due > now_millis()) {
                self.clear_when_due();
            }
        };
        set_timeout(clear, Duration::from_millis(wait));
    }
}
