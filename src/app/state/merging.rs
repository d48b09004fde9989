//! A backup held against the book and merged into it, a turn at a time: the page answers, and Cancel leaves nothing.

use super::arriving::{Arriving, Merge, PEOPLE};
use super::work::{Ended, Job, Left, PART, WRITTEN};
use super::{BUSY, State};
use crate::app::clock;
use crate::app::shelf::Local;
use kith::domain::book::Book;
use kith::exchange::backup::{Incoming, Preview};
use kith::store::keep::{Keep, Staged};
use leptos::prelude::*;
use std::sync::Arc;

/// What is said to be done while a backup is merged.
pub(super) const MERGING: &str = "Merging";
/// What looking at the stamps of a backup is of the whole way, in hundredths.
const SEEN: usize = 10;

impl Job {
    /// Holds a backup against the book.
    pub(super) async fn preview(&mut self, incoming: &Incoming) -> Result<Preview, Left> {
        let (mut preview, mut done) = (Preview::default(), 0);
        let all = incoming.pages.len();
        let mut records = incoming.pages.iter();
        while done < all {
            let some = records.by_ref().take(PART);
            let state = self.state;
            state.with_keep(|keep| some.for_each(|one| preview.note(keep.pages(), &incoming.pages, one)));
            done += PART;
            self.rest(100 * done.min(all) / all, true).await?;
        }
        Ok(preview)
    }
}

impl State {
    /// Merges the backup into the book.
    pub fn merge(self, merge: Arc<Merge>) {
        if self.is_busy() || self.on_file.is_taken() {
            return self.say_failed(BUSY);
        }
        leptos::task::spawn_local(async move {
            // Cancelled: nothing was written, and there is nothing to say.
            let _ = self.try_merge(&merge).await;
        });
    }

    async fn try_merge(self, merge: &Arc<Merge>) -> Result<(), Left> {
        let mut job = Job::begin(self, self.on_file, MERGING);
        self.working(&merge.file, MERGING);
        let pages = &merge.incoming.pages;
        let all = pages.len().max(1);
        for (at, piece) in (0..).zip(pages.pieces(PART)) {
            self.with_keep(|keep| keep.see(&piece));
            job.rest(at * PART * SEEN / all, true).await?;
        }
        let (mut pieces, mut done) = (pages.pieces(PART), 0);
        let mut next = |keep: &mut Keep<Local>, _: &Book, staged: &mut Staged| {
            let piece = pieces.next()?;
            done += piece.len();
            let staged = keep.stage_incoming(staged, &piece, clock::now_millis());
            Some(staged.map(|()| SEEN + done * (WRITTEN - SEEN) / all))
        };
        let begun = self.with_keep(|keep| keep.begin(Some(""), clock::now_millis()));
        match job.in_turns(begun, &mut next).await {
            Ended::Stopped => return Err(Left),
            Ended::Failed(why) => {
                self.arriving.set(Some(Arriving::Merge(merge.clone())));
                self.say_failed(why.to_string());
            }
            Ended::Done(done, _) => {
                let said = format!("{} was merged into your book.", merge.file);
                self.came_in(Ok(done), said, PEOPLE, &merge.file, None);
            }
        }
        Ok(())
    }
}
