//! Keeping: other tabs are heard, what was written is looked at again, and old chunks are folded when nobody waits.

use super::long_task::WRITTEN;
use super::{StandingNotice, State};
use crate::app::clock::now_millis;
use crate::app::local_storage::BrowserStorage;
use kith::domain::book::Book;
use kith::store::engine::{OtherTabChanges, SetAside, StagedWrite, Store};
use leptos::prelude::*;
use std::time::Duration;

/// When a write is looked at again: 2 s and 10 s later, because a browser may drop it long after it took it.
const LOOKS: [u64; 2] = [2, 10];
/// How many who left the pool are erased in one part.
const SHED: usize = 300;
/// How long after an import its parts are folded, in seconds, and how long between one piece and the next.
const FOLDS: [u64; 2] = [15, 1];

impl State {
    /// Another tab wrote under this key; without a key it emptied the whole store.
    pub fn heard(self, key: Option<String>) {
        match key {
            Some(key) if !key.starts_with("kith/1/") => {}
            Some(key) => {
                self.take_in(|store, book| store.take_other_tab(book, &key));
            }
            None => self.look_again(),
        }
    }

    /// The page is shown again: the day may have turned, another tab may have written.
    pub fn shown(self) {
        self.turn_the_day();
        self.catch_up();
        self.look_again();
    }

    /// Takes in what other tabs wrote, also where no event told of it.
    pub(super) fn catch_up(self) {
        self.take_in(|store, book| store.rescan(book));
    }

    /// The page is hidden: what was written is looked at, and what has piled up is folded.
    pub fn hidden(self) {
        self.look_again();
        self.with_store(|store| {
            // A fold that finds no room costs nothing: every chunk it would have replaced is still there.
            let _ = store.fold(now_millis());
            store.clear(now_millis());
        });
    }

    /// A while after the opening, when nobody waits: what later chunks hold already is cleared away.
    pub(super) fn tidy_up_later(self) {
        let tidy = move || {
            self.store.with_value(|store| store.drop_drafts(|_| false));
            self.with_store(|store| store.clear(now_millis()));
            self.shed();
            self.look_again();
            self.remove_remains();
            self.fold_soon();
        };
        set_timeout(tidy, Duration::from_secs(5));
    }

    /// Erases who left the holding pool a while ago, in turns; the screens look again only where there was somebody.
    fn shed(self) {
        let gone = self.with_store(|store| store.to_purge(now_millis()));
        if gone.is_empty() || self.is_busy() {
            return;
        }
        leptos::task::spawn_local(async move {
            let begun = self.with_store(|store| store.begin(None, now_millis()));
            let (mut pieces, mut done) = (gone.chunks(SHED), 0);
            let mut next = |store: &mut Store<BrowserStorage>, _: &Book, staged: &mut StagedWrite| {
                let piece = pieces.next()?;
                done += piece.len();
                Some(store.stage_erased(staged, piece, now_millis()).map(|()| done * WRITTEN / gone.len()))
            };
            // Where it finds no room, or somebody stops it, it is for another day.
            let _ = self.at_once("Tidying the holding pool", begun, &mut next).await;
        });
    }

    /// A while after much was written: it is folded piece by piece, with time for other things between.
    pub(super) fn fold_soon(self) {
        let [first, next] = FOLDS;
        set_timeout(move || self.fold_on(next), Duration::from_secs(first));
    }

    fn fold_on(self, wait: u64) {
        if self.with_store(|store| store.fold(now_millis())).is_ok_and(|taken| taken > 0) {
            set_timeout(move || self.fold_on(wait), Duration::from_secs(wait));
        } else {
            self.clear_when_due();
        }
    }

    /// Looks at what was just written, twice.
    pub(super) fn look_again_soon(self) {
        for seconds in LOOKS {
            set_timeout(move || self.look_again(), Duration::from_secs(seconds));
        }
    }

    pub(super) fn look_again(self) {
        let audit = self.with_store(|store| store.audit(now_millis()));
        if audit.rewritten > 0 {
            self.note(StandingNotice::KeptAgain);
        }
        if let Some(trouble) = audit.trouble {
            self.say_failed(trouble.to_string());
        }
    }

    /// What other tabs wrote; the screens look again only where the book has changed.
    fn take_in(self, listen: impl FnOnce(&mut Store<BrowserStorage>, &mut Book) -> OtherTabChanges) {
        let heard = self.with_store(|store| {
            let mut book = self.book.write();
            let heard = listen(store, &mut book);
            if !heard.changed {
                book.untrack();
            }
            heard
        });
        if heard.newer {
            self.note(StandingNotice::Newer);
        }
        if heard.erased {
            // The tab that erased sees to the storage; here it is looked at a while later.
            self.reports.update_value(Vec::clear);
            self.fold_soon();
        }
        self.set_aside(heard.set_aside);
    }

    /// Notes what could not be read; it is offered as a download.
    pub(super) fn set_aside(self, found: Vec<SetAside>) {
        if !found.is_empty() {
            self.unread.update(|all| all.extend(found));
        }
    }

    /// What could not be read, to be downloaded: (file name, text).
    pub fn unread(self) -> Vec<(String, String)> {
        let named = |(n, aside): (usize, &SetAside)| (format!("kith-set-aside-{}.txt", n + 1), aside.text.clone());
        self.unread.with(|all| all.iter().enumerate().map(named).collect())
    }
}
