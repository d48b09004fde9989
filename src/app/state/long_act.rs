//! Acts too large for one task: done a turn at a time while the page answers, with how far they have come, and Cancel
//! while nothing of them counts yet.

use super::State;
use super::long_task::{Ended, LongTask, NextPart, PART, Progress, WRITTEN};
use crate::app::clock;
use crate::app::local_storage::BrowserStorage;
use kith::domain::book::Book;
use kith::domain::change::Change;
use kith::domain::undo::Undo;
use kith::store::engine::{NotSaved, StagedWrite, Store};
use leptos::prelude::*;

/// From so many records on an act goes in turns.
pub(super) const LARGE: usize = 300;

impl State {
    /// The act under way, if one is.
    pub fn under_way(self) -> Option<Progress> {
        self.on_act.far()
    }

    /// Leaves the act under way; nothing of it is kept.
    pub fn stop(self) {
        self.on_act.leave();
    }

    /// Whether another large act must wait: one is under way, or a file is being brought in.
    pub(super) fn is_busy(self) -> bool {
        self.on_act.is_taken() || self.is_bringing()
    }

    /// An act in turns, from its beginning to its end.
    pub(super) async fn at_once(
        self,
        doing: &'static str,
        begun: Result<StagedWrite, NotSaved>,
        next: NextPart<'_>,
    ) -> Ended {
        LongTask::begin(self, self.on_act, doing).in_turns(begun, next).await
    }

    /// Makes a large change in turns, with `said` and Undo in the toast once all of it is kept.
    pub(super) fn act_in_turns(self, change: Change, said: String) {
        leptos::task::spawn_local(async move {
            let all = change.records.len().max(1);
            let (mut parts, mut done) = (change.in_parts(PART), 0);
            let mut next = |store: &mut Store<BrowserStorage>, book: &Book, staged: &mut StagedWrite| {
                let part = parts.next()?;
                done += part.records.len();
                Some(store.stage_part(book, staged, &part, clock::now_millis()).map(|()| done * WRITTEN / all))
            };
            let begun = self.with_store(|store| store.begin(None, clock::now_millis()));
            match self.at_once("Saving", begun, &mut next).await {
                Ended::Stopped => self.say("Stopped. Nothing was changed."),
                Ended::Failed(why) => self.say_failed(why.to_string()),
                Ended::Done(_, undo) => {
                    self.remember(Some(undo));
                    self.say_with_undo(said);
                    self.ask_to_persist_once();
                }
            }
        });
    }

    /// Takes a large act back in turns, or does it again; it goes `from` one list of steps `to` the other.
    pub(super) fn step_in_turns(
        self,
        undo: Undo,
        from: StoredValue<Vec<Undo>>,
        to: StoredValue<Vec<Undo>>,
        said: &'static str,
    ) {
        leptos::task::spawn_local(async move {
            let all = undo.len().max(1);
            let mut done = 0;
            let ended = {
                let mut parts = undo.in_parts(PART);
                let mut next = |store: &mut Store<BrowserStorage>, book: &Book, staged: &mut StagedWrite| {
                    let part = parts.next()?;
                    done += part.len();
                    let change = part.change(book);
                    Some(store.stage_part(book, staged, &change, clock::now_millis()).map(|()| done * WRITTEN / all))
                };
                let begun = self.with_store(|store| store.begin(None, clock::now_millis()));
                self.at_once("Taking back", begun, &mut next).await
            };
            match ended {
                Ended::Done(_, back) => {
                    to.update_value(|list| list.push(back));
                    self.say(said);
                }
                Ended::Stopped => {
                    from.update_value(|list| list.push(undo));
                    self.say("Stopped. Nothing was changed.");
                }
                Ended::Failed(why) => {
                    from.update_value(|list| list.push(undo));
                    self.say_failed(why.to_string());
                }
            }
        });
    }
}
