//! Files being read and brought in, a turn at a time: the page answers all the while, and Cancel leaves nothing.

use super::incoming::{IncomingFile, PEOPLE, Report};
use super::preview::{ImportPreview, PreviewRow, shown};
use crate::app::clock;
use crate::app::local_storage::BrowserStorage;
use crate::app::state::large::Large;
use crate::app::state::long_task::{Ended, Left, LongTask, PART, Progress, WRITTEN};
use crate::app::state::{BUSY, State};
use kith::domain::book::Book;
use kith::exchange::contact_reader::ContactReader;
use kith::exchange::contacts::{
    Contact, Destination, Format, Matching, NotContacts, Ticked, VerdictCounts, links, wording,
};
use kith::exchange::csv::{Habits, Laid};
use kith::exchange::detect::{self, DetectedFile};
use kith::route::Page;
use kith::rules::links::Links;
use kith::store::engine::{Imported, StagedWrite, Store};
use leptos::prelude::*;
use std::sync::Arc;

/// So many are read, learned or weighed before the clock is looked at.
const ROWS: usize = 50;
/// So many rows are shown while the rest is read.
const FIRST: usize = 20;

/// What weighing again is of the way into the book, in hundredths.
const WEIGHED: usize = 30;

/// What is said to be done while a file is read.
const READING: &str = "Reading";
/// What is said to be done while a file is brought in.
pub(in crate::app::state) const BRINGING: &str = "Bringing in";

/// What is shown while a file is worked on.
pub struct Working {
    /// The file.
    pub file: String,
    /// What is done: "Reading", "Bringing in".
    pub doing: &'static str,
    /// The first rows, as soon as there are any.
    pub rows: Vec<PreviewRow>,
    /// What was read of it before, where it is read again.
    before: Option<Arc<ImportPreview>>,
}

impl LongTask {
    /// Learns the book, before anything is held against it.
    async fn learn(&mut self) -> Result<Large<Matching>, Left> {
        let mut matching = Large::new(self.state.peek(|book, _| Matching::of(book)));
        while self.state.peek(|book, _| matching.learn(book, ROWS)) {
            self.rest(0, true).await?;
        }
        Ok(matching)
    }

    fn weigh(&self, matching: &mut Matching, contacts: &[Contact]) {
        self.state.with_store(|store| {
            self.state.peek(|book, _| contacts.iter().for_each(|contact| matching.weigh(book, contact, store.mint())));
        });
    }

    /// Reads a file and holds it against the book.
    async fn read(
        &mut self,
        file: &str,
        mut reader: Large<ContactReader>,
        before: Option<Arc<ImportPreview>>,
    ) -> Result<(IncomingFile, Option<Laid>), Left> {
        let mut matching = self.learn().await?;
        let (mut weighed, mut more, mut is_shown) = (0, true, false);
        while more {
            more = match reader.step(ROWS) {
                Err(why) => return Ok((refused(file, why), None)),
                Ok(more) => more,
            };
            let contacts = &reader.so_far().contacts;
            self.weigh(&mut matching, contacts.get(weighed..).unwrap_or_default());
            weighed = contacts.len();
            if more && !is_shown && !matching.rows().is_empty() && self.turn.is_over() {
                is_shown = true;
                let rows = matching.rows().iter().take(FIRST);
                let rows = self.state.peek(|book, _| rows.map(|row| shown(book, row)).collect());
                let before = before.clone();
                let working = Working { file: file.to_string(), doing: READING, rows, before };
                self.state.arriving.set(Some(IncomingFile::Working(Arc::new(working))));
            }
            self.rest(reader.percent(), true).await?;
        }
        let laid = reader.laid();
        match reader.finish() {
            Err(why) => Ok((refused(file, why), None)),
            Ok(reading) => {
                let links = self.links(&matching).await?;
                // To count and to order all rows is a turn of its own, and so is showing them.
                self.pause(100, true).await?;
                let names = ImportPreview::of(file.to_string(), reading, matching.take_rows(), links);
                self.pause(100, true).await?;
                let names = if let Some(before) = before { names.after(&before) } else { names };
                Ok((IncomingFile::Names(Arc::new(names)), laid))
            }
        }
    }

    /// Looks who brought whom, as the file has it.
    async fn links(&mut self, matching: &Matching) -> Result<Links, Left> {
        let mut search = self.state.peek(|book, _| links::LinkSearch::of(book, matching));
        while self.state.peek(|book, _| search.step(book, matching, ROWS)) {
            self.rest(100, true).await?;
        }
        Ok(search.found())
    }

    /// Holds the contacts against the book as it is now, as they are ticked.
    pub(in crate::app::state) async fn weigh_again(
        &mut self,
        names: &ImportPreview,
        ticks: &Ticked,
    ) -> Result<Large<Matching>, Left> {
        let mut matching = self.learn().await?;
        let all = names.reading.contacts.len().max(1);
        for (at, piece) in (0..).zip(names.reading.contacts.chunks(ROWS)) {
            let wanted: Vec<Contact> = piece.iter().filter_map(|one| ticks.of(one)).collect();
            self.weigh(&mut matching, &wanted);
            self.rest(at * ROWS * WEIGHED / all, true).await?;
        }
        Ok(matching)
    }
}

fn refused(file: &str, why: NotContacts) -> IncomingFile {
    IncomingFile::Refused(file.to_string(), format!("{why} Nothing was changed."))
}

impl State {
    /// How far the work on a file has come.
    pub fn progress(self) -> Progress {
        self.on_file.far().unwrap_or_default()
    }

    /// Whether what is shown of a file is being read again: it must not come in as it was read before.
    pub fn is_read_again(self) -> bool {
        self.on_file.far().is_some()
    }

    /// Ends the work on a file; nothing of it is kept.
    pub(in crate::app::state) fn close_file(self) {
        self.on_file.leave();
        self.on_room.leave();
        self.unlay();
    }

    /// Looks what is in a file, and shows what it would change. Nothing is written.
    pub(in crate::app::state) async fn look_into(self, file: String, bytes: Vec<u8>) {
        self.begin_reading(&file);
        self.look(file, Arc::new(bytes), true).await;
    }

    /// Like `look_into`, for a file that may be read again as was said meanwhile: what is shown of it stays until that
    /// is done.
    pub(in crate::app::state) async fn look(self, file: String, bytes: Arc<Vec<u8>>, is_first: bool) {
        let mut task = LongTask::begin(self, self.on_file, READING);
        let before = if is_first { None } else { self.read_before() };
        let days = self.usual_order();
        let habits = self.peek(|book, _| Habits::of(book, days));
        let looked = match detect::detect(bytes.clone(), habits) {
            Err(why) => Ok((refused(&file, why), None)),
            Ok(DetectedFile::Contacts(reader)) => task.read(&file, Large::new(*reader), before).await,
            Ok(DetectedFile::Backup(why)) => task.look_into_backup(&file, &bytes, why).await.map(|shown| (shown, None)),
        };
        if let Ok((arriving, laid)) = looked {
            let is_table = matches!(&arriving, IncomingFile::Names(names) if names.reading.format == Format::Table);
            let ask = is_first && is_table && laid.as_ref().is_some_and(|laid| laid.is_guessed);
            self.source.set_value(laid.is_some().then_some((file, bytes)));
            self.arriving.set(Some(arriving));
            self.lay(laid, ask);
        }
    }

    /// Shows that this file is being read.
    pub(in crate::app::state) fn begin_reading(self, file: &str) {
        self.on_room.leave();
        self.unlay();
        self.working(file, READING);
    }

    /// What is shown of the file that is looked at, or was before it is read again.
    fn read_before(self) -> Option<Arc<ImportPreview>> {
        self.arriving.with_untracked(|arriving| match arriving {
            Some(IncomingFile::Names(names)) => Some(names.clone()),
            Some(IncomingFile::Working(working)) => working.before.clone(),
            _ => None,
        })
    }

    pub(super) fn working(self, file: &str, doing: &'static str) {
        let working = Working { file: file.to_string(), doing, rows: Vec::new(), before: None };
        self.arriving.set(Some(IncomingFile::Working(Arc::new(working))));
    }

    /// Brings the contacts into the book or into the holding pool as one act, as they are ticked.
    pub fn bring_names(self, names: Arc<ImportPreview>) {
        if self.is_busy() || self.on_file.is_taken() {
            return self.say_failed(BUSY);
        }
        leptos::task::spawn_local(async move {
            // Cancelled: nothing was written, and there is nothing to say.
            let _ = self.try_bring(&names).await;
        });
    }

    async fn try_bring(self, names: &Arc<ImportPreview>) -> Result<(), Left> {
        let (into, ticks) = (names.into.get_untracked(), names.ticks.get_untracked());
        let links = names.links.get_untracked();
        self.on_room.leave();
        let mut task = LongTask::begin(self, self.on_file, BRINGING);
        let laid = self.unlay();
        self.working(&names.file, BRINGING);
        let mut matching = task.weigh_again(names, &ticks).await?;
        let (mut coming, linked) = self.coming(names, into, &links, &matching);
        let mut next = |store: &mut Store<BrowserStorage>, book: &Book, staged: &mut StagedWrite| {
            let change = coming.step(book, &matching, PART, store.mint())?;
            let far = WEIGHED + coming.percent(&matching) * (WRITTEN - WEIGHED) / 100;
            Some(store.stage_part(book, staged, &change, clock::now_millis()).map(|()| far))
        };
        let rows = names.rows_of(matching.rows(), into, &ticks);
        let begun = self.with_store(|store| store.begin(Some(&names.file), clock::now_millis()));
        let done = match task.in_turns(begun.map(|staged| staged.telling(rows)), &mut next).await {
            Ended::Stopped => return Err(Left),
            Ended::Failed(why) => {
                // What was chosen still stands, and can be chosen otherwise.
                self.arriving.set(Some(IncomingFile::Names(names.clone())));
                self.lay_again(laid);
                self.say_failed(why.to_string());
                return Ok(());
            }
            Ended::Done(done, undo) => {
                self.remember(matches!(done, Imported::Done(_)).then_some(undo));
                Ok(done)
            }
        };
        let counts = VerdictCounts::of(matching.rows(), 0);
        let see = match into {
            _ if linked > 0 => ("See the tree", Page::Tree(None)),
            Destination::Pool => ("See the holding pool", Page::Pool),
            Destination::Book => PEOPLE,
        };
        let said = wording::came_linked(&counts, into, &names.file, linked);
        let kept = names.kept(matching.take_rows(), into, &ticks);
        self.came_in(done, said, see, &names.file, Some(Arc::new(kept)));
        Ok(())
    }

    /// Takes back what a file did, in turns.
    pub fn take_back(self, report: &Report) {
        let Some(import) = report.import else { return self.say("There is nothing to take back.") };
        if self.is_busy() {
            return self.say_failed(BUSY);
        }
        let report = report.clone();
        leptos::task::spawn_local(async move {
            let begun = self.with_store(|store| store.begin_import_undo(import, clock::now_millis()));
            let (mut all, mut is_over) = (0, false);
            let mut next = |store: &mut Store<BrowserStorage>, _: &Book, staged: &mut StagedWrite| {
                if is_over {
                    return None;
                }
                let left = store.stage_import_undo(staged, PART, clock::now_millis());
                Some(left.map(|left| {
                    (all, is_over) = (all.max(left + PART), left == 0);
                    WRITTEN - left * WRITTEN / all
                }))
            };
            match self.at_once("Taking back", begun, &mut next).await {
                Ended::Done(Imported::Done(_), _) => {
                    self.say("The import was taken back. What you wrote since then stays.");
                }
                Ended::Done(..) => self.say("There is nothing left of this import to take back."),
                Ended::Stopped => return self.say("Stopped. The import stands as it was."),
                Ended::Failed(why) => return self.say_failed(why.to_string()),
            }
            self.mark_taken_back(&report);
        });
    }
}
