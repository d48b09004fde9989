//! A backup held against the book and merged into it, a turn at a time: the page answers, and Cancel leaves nothing.

use super::incoming::{IncomingFile, Merge, PEOPLE, Report};
use super::reader::BRINGING;
use crate::app::clock;
use crate::app::local_storage::BrowserStorage;
use crate::app::state::long_task::{Ended, Left, LongTask, PART, WRITTEN};
use crate::app::state::{BUSY, State};
use kith::domain::book::Book;
use kith::domain::id::Id;
use kith::domain::kind::Kind;
use kith::exchange::backup::{Incoming, Preview, chosen};
use kith::exchange::contacts::NotContacts;
use kith::exchange::detect;
use kith::message::erase::{merged, nothing_erased};
use kith::rules::erase::Group;
use kith::store::clock_skew::{ClockSkew, ClockSkewScan};
use kith::store::engine::{BackupImport, Imported, StagedWrite, Store};
use leptos::prelude::*;
use std::sync::Arc;

/// The share of looking into a backup that reading it takes, in hundredths.
const READ: usize = 60;
/// The share of the whole way into the book that looking through a backup takes, in hundredths.
const LOOKED: usize = 30;

impl LongTask {
    /// Reads a backup and holds it against the book; `why` it holds no contacts is said where it is no backup either.
    pub(super) async fn look_into_backup(
        &mut self,
        file: &str,
        bytes: &[u8],
        why: NotContacts,
    ) -> Result<IncomingFile, Left> {
        let incoming = match self.read_whole(bytes, 0..READ).await? {
            Ok(read) => Incoming::of(read),
            Err(refusal) => return Ok(IncomingFile::Refused(file.to_string(), detect::refused(why, refusal))),
        };
        let (skew, preview) = self.held_against_book(&incoming).await?;
        let ahead = skew.as_ref().and_then(ClockSkew::latest);
        Ok(self.state.peek(|book, _| IncomingFile::merge(book, file.to_string(), incoming, preview, ahead)))
    }

    /// Finds out which stamps of a backup have to be moved, and what merging it would change.
    async fn held_against_book(&mut self, incoming: &Incoming) -> Result<(Option<ClockSkew>, Preview), Left> {
        let (state, theirs) = (self.state, &incoming.partial_book);
        let all = theirs.len().max(1);
        let mut scan = state.with_store(|store| ClockSkewScan::of(store.partial_book(), clock::now_millis()));
        for (at, (_, _, stored)) in (0..).zip(theirs.iter()) {
            scan.note(stored);
            if at % PART == 0 {
                self.rest(READ + at * (100 - READ) / 2 / all, true).await?;
            }
        }
        let skew = scan.finish();
        let (mut preview, mut records, mut done) = (Preview::default(), theirs.iter(), 0);
        while done < all {
            let piece = records.by_ref().take(PART);
            state.with_store(|store| {
                for (kind, id, stored) in piece {
                    let moved = skew.as_ref().map(|skew| skew.moved(kind, id, stored));
                    preview.note(store.partial_book(), theirs, (kind, id, moved.as_ref().unwrap_or(stored)));
                }
            });
            done += PART;
            self.rest(READ + (100 - READ) * (all + done.min(all)) / 2 / all, true).await?;
        }
        Ok((skew, preview))
    }

    /// Merges what is chosen of a backup into the book.
    async fn bring_backup(&mut self, merge: &Merge, ticked: &[Group]) -> Result<Ended, Left> {
        let state = self.state;
        let incoming = chosen(&merge.incoming.partial_book, ticked);
        let mut import =
            state.with_store(|store| BackupImport::of(store.partial_book(), incoming, clock::now_millis()));
        while state.with_store(|store| import.look(store.partial_book(), PART)) {
            self.rest(import.percent() * LOOKED / 100, true).await?;
        }
        let begun = state.with_store(|store| store.begin_import(&mut import, clock::now_millis()));
        let (mut all, mut is_over) = (0, false);
        let mut next = |store: &mut Store<BrowserStorage>, _: &Book, staged: &mut StagedWrite| {
            if is_over {
                return None;
            }
            let left = store.stage_import(&mut import, staged, clock::now_millis());
            Some(left.map(|left| {
                (all, is_over) = (all.max(left + 1), left == 0);
                WRITTEN - left * (WRITTEN - LOOKED) / all
            }))
        };
        Ok(match self.in_turns(begun, &mut next).await {
            Ended::Done(done, undo) => Ended::Done(import.outcome(done), undo),
            other => other,
        })
    }
}

impl State {
    /// Merges the backup into the book, and erases what is ticked; where anything is, the book is handed over first.
    pub fn merge(self, merge: Arc<Merge>) {
        if self.is_busy() || self.on_file.is_taken() {
            return self.say_failed(BUSY);
        }
        let groups = self.peek(|book, _| merge.to_erase(book));
        leptos::task::spawn_local(async move {
            // Cancelled: nothing was written, and there is nothing to say.
            let _ = self.try_merge(&merge, &groups).await;
        });
    }

    async fn try_merge(self, merge: &Arc<Merge>, groups: &[Group]) -> Result<(), Left> {
        let mut task = LongTask::begin(self, self.on_file, BRINGING);
        self.working(&merge.file, BRINGING);
        let copy = if groups.is_empty() { None } else { task.hand_over_book().await? };
        if copy.is_none() && !groups.is_empty() {
            self.arriving.set(Some(IncomingFile::Merge(merge.clone())));
            return Ok(()); // why is said already
        }
        let erased =
            self.peek(|book, _| groups.iter().filter(|one| book.record(&one.of.0, one.of.1).is_some()).count());
        let gone: Vec<(Kind, Id)> = groups.iter().flat_map(|group| group.gone.clone()).collect();
        let traces = self.traces_of(&gone);
        let done = match task.bring_backup(merge, groups).await? {
            Ended::Stopped => return Err(Left),
            Ended::Failed(why) => {
                // What was ticked still stands, and can be ticked otherwise.
                self.arriving.set(Some(IncomingFile::Merge(merge.clone())));
                self.say_failed(why.to_string());
                return Ok(());
            }
            Ended::Done(done, _) => done,
        };
        if !gone.is_empty() {
            self.forget_traces(&traces);
        }
        if done == Imported::Nothing && !(merge.erases.is_empty() && merge.notes.is_empty()) {
            let report = Report::nothing(nothing_erased(&merge.file), PEOPLE);
            self.say(report.said.clone());
            self.file_ended(report);
        } else {
            self.came_in(Ok(done), merged(&merge.file, erased, copy.as_deref()), PEOPLE, &merge.file, None);
        }
        Ok(())
    }
}
