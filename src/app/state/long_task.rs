//! Work too large for one task, on a file or on an act: a turn at a time while the page answers, with how far it has come,
//! and Cancel while nothing of it counts yet.

use super::State;
use crate::app::clock;
use crate::app::local_storage::BrowserStorage;
use crate::app::time_slice::TimeSlice;
use kith::domain::book::Book;
use kith::domain::undo::Undo;
use kith::store::engine::{Imported, NotSaved, StagedWrite, Store};
use leptos::prelude::*;

/// So many records go into one part.
pub(super) const PART: usize = 150;
/// What writing is of the whole way, in hundredths; the rest is showing.
pub(super) const WRITTEN: usize = 70;

/// Somebody pressed Cancel, or chose another file.
pub(super) struct Left;

/// How far a work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// What is done, such as "Taking back".
    pub doing: &'static str,
    /// In hundredths.
    pub percent: usize,
    /// Whether it can still be left without a trace.
    pub can_stop: bool,
}

/// The place of one work at a time.
#[derive(Clone, Copy)]
pub(super) struct TaskSlot {
    progress: RwSignal<Option<Progress>>,
    /// Which work it is, so that an earlier one finds itself left; and whether it is left itself.
    which: StoredValue<(usize, bool)>,
}

impl TaskSlot {
    /// One on which nothing lies.
    pub(super) fn empty() -> TaskSlot {
        TaskSlot { progress: RwSignal::new(None), which: StoredValue::new((0, false)) }
    }

    /// How far the work on it has come.
    pub(super) fn far(self) -> Option<Progress> {
        self.progress.get()
    }

    /// Whether there is work on it.
    pub(super) fn is_taken(self) -> bool {
        self.progress.with_untracked(Option::is_some)
    }

    /// Whether this is done on it.
    pub(super) fn is_doing(self, doing: &str) -> bool {
        self.progress.with_untracked(|one| one.is_some_and(|one| one.doing == doing))
    }

    /// Leaves the work on it; nothing of it is kept.
    pub(super) fn leave(self) {
        self.which.update_value(|(_, is_left)| *is_left = true);
        self.progress.update(|one| one.iter_mut().for_each(|one| one.can_stop = false));
    }
}

/// Writes the next part of an act; how far it is in hundredths of the whole way, `None` once there is no other.
pub(super) type NextPart<'a> =
    &'a mut dyn FnMut(&mut Store<BrowserStorage>, &Book, &mut StagedWrite) -> Option<Result<usize, NotSaved>>;

/// How an act in turns ended.
pub(super) enum Ended {
    /// Nothing of it is in the book: somebody pressed Cancel.
    Stopped,
    /// It is in the book, or there was nothing to write; what takes it back.
    Done(Imported, Undo),
    /// Nothing of it is in the book.
    Failed(NotSaved),
}

/// A work under way.
pub(super) struct LongTask {
    pub(super) state: State,
    slot: TaskSlot,
    doing: &'static str,
    number: usize,
    pub(super) turn: TimeSlice,
}

impl LongTask {
    /// Begins a work in place of what else lies on its bench.
    pub(super) fn begin(state: State, slot: TaskSlot, doing: &'static str) -> LongTask {
        slot.which.update_value(|which| *which = (which.0 + 1, false));
        slot.progress.set(Some(Progress { doing, percent: 0, can_stop: true }));
        LongTask { state, slot, doing, number: slot.which.get_value().0, turn: TimeSlice::begin() }
    }

    /// Where the turn is over: says how far it came, and lets the page answer.
    pub(super) async fn rest(&mut self, percent: usize, can_stop: bool) -> Result<(), Left> {
        if self.turn.is_over() { self.pause(percent, can_stop).await } else { Ok(()) }
    }

    /// Lets the page answer, however little of the turn is over.
    pub(super) async fn pause(&mut self, percent: usize, can_stop: bool) -> Result<(), Left> {
        if !self.is_left() {
            self.slot.progress.set(Some(Progress { doing: self.doing, percent, can_stop }));
        }
        self.turn.rest().await;
        if self.is_left() { Err(Left) } else { Ok(()) }
    }

    fn is_left(&self) -> bool {
        self.slot.which.get_value() != (self.number, false)
    }

    /// Writes part after part, then shows part after part; the screens look again once all is there.
    pub(super) async fn in_turns(&mut self, begun: Result<StagedWrite, NotSaved>, next: NextPart<'_>) -> Ended {
        let mut staged = match begun {
            Ok(staged) => staged,
            Err(why) => return Ended::Failed(why),
        };
        let state = self.state;
        let written = loop {
            match state.with_store(|store| state.book.with_untracked(|book| next(store, book, &mut staged))) {
                None => break state.with_store(|store| store.complete(&mut staged, clock::now_millis())),
                Some(Err(why)) => break Err(why),
                Some(Ok(percent)) => {
                    if self.rest(percent, true).await.is_err() {
                        state.with_store(|store| store.give_up(&mut staged));
                        return Ended::Stopped;
                    }
                }
            }
        };
        self.show(&mut staged).await;
        state.look_again_soon();
        state.fold_soon();
        match written {
            Ok(done) => Ended::Done(done, staged.undo()),
            Err(why) => Ended::Failed(why),
        }
    }

    /// Shows what is complete in the book, part after part; nothing where it was given up.
    async fn show(&mut self, staged: &mut StagedWrite) {
        let state = self.state;
        let all = staged.left().max(1);
        while state.with_store(|store| {
            state.book.try_update_untracked(|book| store.take_part(book, staged)).unwrap_or_default()
        }) {
            // Whoever leaves now leaves what is done already.
            let _ = self.rest(100 - staged.left() * (100 - WRITTEN) / all, false).await;
        }
        while state.prepare_duties() {
            let _ = self.rest(100, false).await;
        }
        state.book.notify();
    }
}

impl Drop for LongTask {
    fn drop(&mut self) {
        if self.slot.which.get_value().0 == self.number {
            self.slot.progress.set(None);
        }
    }
}
