//! Acts too large for one task: done a turn at a time while the page answers, with how far they have come, and Cancel
//! while nothing of them counts yet.

use super::State;
use crate::app::clock;
use crate::app::shelf::Local;
use crate::app::turn::Turn;
use kith::domain::book::Book;
use kith::domain::change::Change;
use kith::domain::undo::Undo;
use kith::store::keep::{Imported, Keep, NotSaved, Staged};
use leptos::prelude::*;

/// From so many records on an act goes in turns, and so many go into one part.
pub(super) const LARGE: usize = 300;
pub(super) const PART: usize = 150;

/// An act under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnderWay {
    /// What is done, such as "Taking back".
    pub doing: &'static str,
    /// How far it is, in hundredths.
    pub percent: usize,
    /// Whether it can still be left without a trace.
    pub can_stop: bool,
    /// Whether somebody pressed Cancel.
    is_left: bool,
}

impl UnderWay {
    fn at(doing: &'static str, percent: usize, can_stop: bool) -> Option<UnderWay> {
        Some(UnderWay { doing, percent, can_stop, is_left: false })
    }
}

/// Writes the next part of an act; how far it is in hundredths, `None` once there is no other.
type Next<'a> = &'a mut dyn FnMut(&mut Keep<Local>, &Book, &mut Staged) -> Option<Result<usize, NotSaved>>;

/// How an act in turns ended.
pub(super) enum Ended {
    /// Nothing of it is in the book: somebody pressed Cancel.
    Stopped,
    /// It is in the book, or there was nothing to write; what takes it back.
    Done(Imported, Undo),
    /// Nothing of it is in the book.
    Failed(NotSaved),
}

impl State {
    /// The act under way, if one is.
    pub fn under_way(self) -> Option<UnderWay> {
        self.under_way.get()
    }

    /// Leaves the act under way; nothing of it is kept.
    pub fn stop(self) {
        self.under_way.update(|one| one.iter_mut().for_each(|one| (one.is_left, one.can_stop) = (true, false)));
    }

    /// Whether another act must wait.
    pub(super) fn is_busy(self) -> bool {
        self.under_way.with_untracked(Option::is_some)
    }

    /// Makes a large change in turns, with `said` and Undo in the toast once all of it is kept.
    pub(super) fn act_in_turns(self, change: Change, said: String) {
        leptos::task::spawn_local(async move {
            let all = change.records.len().max(1);
            let (mut parts, mut done) = (change.in_parts(PART), 0);
            let mut next = |keep: &mut Keep<Local>, book: &Book, staged: &mut Staged| {
                let part = parts.next()?;
                done += part.records.len();
                Some(keep.stage_part(book, staged, &part, clock::now_millis()).map(|()| done * 100 / all))
            };
            let begun = self.with_keep(|keep| keep.begin(None, clock::now_millis()));
            match self.in_turns("Saving", begun, &mut next).await {
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
                let mut next = |keep: &mut Keep<Local>, book: &Book, staged: &mut Staged| {
                    let part = parts.next()?;
                    done += part.len();
                    let change = part.change(book);
                    Some(keep.stage_part(book, staged, &change, clock::now_millis()).map(|()| done * 100 / all))
                };
                let begun = self.with_keep(|keep| keep.begin(None, clock::now_millis()));
                self.in_turns("Taking back", begun, &mut next).await
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

    /// Writes part after part, then shows part after part; the screens look again once all is there.
    pub(super) async fn in_turns(self, doing: &'static str, begun: Result<Staged, NotSaved>, next: Next<'_>) -> Ended {
        let mut staged = match begun {
            Ok(staged) => staged,
            Err(why) => return Ended::Failed(why),
        };
        let mut turn = Turn::begin();
        self.under_way.set(UnderWay::at(doing, 0, true));
        let ended = loop {
            let step = self.with_keep(|keep| self.book.with_untracked(|book| next(keep, book, &mut staged)));
            match step {
                None => break self.with_keep(|keep| keep.complete(&mut staged, clock::now_millis())),
                Some(Err(why)) => break Err(why),
                Some(Ok(percent)) if turn.is_over() => {
                    self.under_way.set(UnderWay::at(doing, percent * 7 / 10, true));
                    turn.rest().await;
                    if self.under_way.with_untracked(|one| one.as_ref().is_some_and(|one| one.is_left)) {
                        self.with_keep(|keep| keep.give_up(&mut staged));
                        self.under_way.set(None);
                        return Ended::Stopped;
                    }
                }
                Some(Ok(_)) => {}
            }
        };
        self.show_in_turns(doing, &mut staged, turn).await;
        self.under_way.set(None);
        self.look_again_soon();
        self.fold_soon();
        match ended {
            Ok(done) => Ended::Done(done, staged.undo()),
            Err(why) => Ended::Failed(why),
        }
    }

    /// Shows what is complete in the book, part after part; nothing where it was given up.
    async fn show_in_turns(self, doing: &'static str, staged: &mut Staged, mut turn: Turn) {
        let all = staged.left().max(1);
        let take = |staged: &mut Staged| {
            self.with_keep(|keep| {
                self.book.try_update_untracked(|book| keep.take_part(book, staged)).unwrap_or_default()
            })
        };
        while take(staged) {
            if turn.is_over() {
                let percent = 100 - staged.left() * 30 / all;
                self.under_way.set(UnderWay::at(doing, percent, false));
                turn.rest().await;
            }
        }
        self.book.notify();
    }
}
