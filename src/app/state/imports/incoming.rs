//! Files that come in: read, shown as what they would change, brought in after a yes, and taken back.

use super::preview::ImportPreview;
use super::reader::Working;
use crate::app::clock;
use crate::app::local_storage::BrowserStorage;
use crate::app::state::State;
use crate::app::ui::signal::{Memo, memo};
use kith::domain::book::Book;
use kith::domain::id::Id;
use kith::domain::kind::Kind;
use kith::domain::stamp::Stamp;
use kith::exchange::backup::{Fate, Incoming, Preview};
pub use kith::exchange::contacts::Destination;
use kith::exchange::contacts::report::ImportReport;
use kith::exchange::contacts::wording;
use kith::message::clock_skew;
use kith::message::erase::{EraseQuestion, asked, keep_out, stay_erased};
use kith::message::reason::ago;
use kith::route::Page;
use kith::rules::erase::{Group, erasing, grouped};
use kith::store::engine::{ImportSummary, Imported, NotSaved, Store};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// How many rows of a preview are shown; the counts are of all.
const ROWS_MAX: usize = 300;
/// How many imports can be chosen from to be taken back.
const LISTED_MAX: usize = 5;

/// Where people who came in are seen.
pub(in crate::app::state) const PEOPLE: (&str, Page) = ("See your people", Page::People);

/// A file on its way into the book.
#[derive(Clone)]
pub enum IncomingFile {
    /// It is being read or brought in.
    Working(Arc<Working>),
    /// It was refused: its name, and why.
    Refused(String, String),
    /// Contacts that wait for a yes.
    Names(Arc<ImportPreview>),
    /// A backup that waits for a yes.
    Merge(Arc<Merge>),
    /// It is done.
    Done(Report),
    /// Several files are done.
    All(Vec<Report>),
}

/// What a backup would do to the book.
pub struct Merge {
    /// The file.
    pub file: String,
    /// The day it was written on, as it says; empty where it does not.
    pub written: String,
    /// How many records are new, changed, put in the trash and brought back.
    pub counts: [(&'static str, usize); 4],
    /// In how many fields the book differs and stays as it is, because it is later.
    pub differing: usize,
    /// Whether merging would write nothing that is seen.
    pub is_nothing: bool,
    /// What is said where the file has times ahead of this device's clock: what is so, and what becomes of them.
    pub ahead: Option<(String, &'static str)>,
    /// The records: name, kind, and what would become of them.
    pub rows: Vec<(String, String, String)>,
    /// How many more there are.
    pub more: usize,
    /// What the file would erase for good, each to be ticked by its place here.
    pub erases: Vec<EraseQuestion>,
    /// What is said of the file's erasures beside those.
    pub notes: Vec<String>,
    /// Which are ticked; none to begin with.
    pub ticked: ArcRwSignal<BTreeSet<usize>>,
    /// The records of each, a group for everything that is asked about.
    groups: Vec<Vec<Group>>,
    pub(super) incoming: Incoming,
}

/// What a file did to the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// In a sentence.
    pub said: String,
    /// Where what came is seen: the label, and the page.
    pub see: (&'static str, Page),
    /// The import, where it left a receipt.
    pub(in crate::app::state) import: Option<Stamp>,
    /// What became of every row of the file.
    pub(in crate::app::state) kept: Option<Arc<ImportReport>>,
}

impl Report {
    /// Of a file that did nothing to the book, or nothing any more.
    pub(in crate::app::state) fn nothing(said: String, see: (&'static str, Page)) -> Report {
        Report { said, see, import: None, kept: None }
    }

    /// Whether there is anything to take back.
    pub fn can_be_undone(&self) -> bool {
        self.import.is_some()
    }
}

impl IncomingFile {
    /// `ahead` is the latest stamp of the file, where it lies ahead of the clock.
    pub(in crate::app::state) fn merge(
        book: &Book,
        file: String,
        incoming: Incoming,
        preview: Preview,
        ahead: Option<Stamp>,
    ) -> IncomingFile {
        let ahead = ahead.map(|latest| clock_skew::said(clock::day_of(latest.millis), clock::today()));
        IncomingFile::Merge(Arc::new(Merge { ahead, ..Merge::of(book, file, incoming, preview) }))
    }
}

impl State {
    /// What has become of the chosen file so far.
    pub fn arriving(self) -> Option<IncomingFile> {
        self.arriving.get()
    }

    pub(in crate::app::state) fn came_in(
        self,
        done: Result<Imported, NotSaved>,
        said: String,
        see: (&'static str, Page),
        file: &str,
        kept: Option<Arc<ImportReport>>,
    ) {
        let report = match done {
            Err(why) => return self.say_failed(why.to_string()),
            Ok(Imported::Nothing) => {
                let said = format!("Everything in {file} is in your book already. Nothing was written.");
                Report { said, see, import: None, kept }
            }
            Ok(Imported::Done(import)) => {
                // Without a receipt there is nothing to take back: nothing is kept here, or all it did was to erase.
                let has_receipt = self.with_store(|store| store.receipts().contains(&import));
                kept.iter().for_each(|kept| self.keep_report(import, kept.clone()));
                Report { said, see, import: has_receipt.then_some(import), kept }
            }
        };
        self.ask_to_persist_once();
        self.say(report.said.clone());
        self.file_ended(report);
    }

    /// What came in within a month and was not taken back, the latest first.
    pub fn imports(self) -> Memo<Vec<Report>> {
        let imports = memo(move || {
            self.book.track();
            let named = |store: &mut Store<BrowserStorage>| {
                let latest = store.receipts().into_iter().take(LISTED_MAX);
                latest.map(|import| (import, store.told_of(import))).collect::<Vec<_>>()
            };
            self.with_store(named)
        });
        let report = move |(import, came): (Stamp, ImportSummary)| {
            let said = wording::listed(&came, &ago(clock::day_of(import.millis), self.today()));
            Report { said, see: PEOPLE, import: Some(import), kept: self.report_of(import) }
        };
        memo(move || imports.get().into_iter().map(report).collect())
    }
}

impl Merge {
    /// How many are ticked to be erased.
    pub fn many_ticked(&self) -> usize {
        self.ticked.with(BTreeSet::len)
    }

    /// What is ticked to be erased, with all that goes with it by now.
    pub(super) fn to_erase(&self, book: &Book) -> Vec<Group> {
        let ticked = self.ticked.get_untracked();
        let groups = self.groups.iter().enumerate().filter(|(at, _)| ticked.contains(at)).flat_map(|(_, row)| row);
        let again = |Group { of, gone }: &Group| match book.record(&of.0, of.1) {
            Some(_) => Group { of: of.clone(), gone: erasing(book, &of.0, &[of.1]).gone },
            None => Group { of: of.clone(), gone: gone.clone() },
        };
        groups.map(again).collect()
    }

    fn of(book: &Book, file: String, incoming: Incoming, preview: Preview) -> Merge {
        let fate = |fate| match fate {
            Fate::New => "New",
            Fate::Changed => "Changed",
            Fate::Deleted => "Into the trash",
            Fate::BroughtBack => "Brought back",
            Fate::Same => "As it is",
        };
        let all = preview.new + preview.changed + preview.deleted + preview.brought_back;
        let rows: Vec<_> = preview
            .named
            .iter()
            .take(ROWS_MAX)
            .map(|named| {
                (named.name.clone(), Kind::of_word(&named.kind).label().to_string(), fate(named.fate).to_string())
            })
            .collect();
        let mut groups: Vec<Vec<Group>> =
            grouped(book, &preview.would_erase).into_iter().map(|one| vec![one]).collect();
        let mut erases: Vec<EraseQuestion> = groups.iter().flatten().map(|group| asked(book, group)).collect();
        let alone = |of: &(Kind, Id)| Group { of: of.clone(), gone: vec![of.clone()] };
        if !preview.erased_elsewhere.is_empty() {
            erases.push(keep_out(preview.erased_elsewhere.len()));
            groups.push(preview.erased_elsewhere.iter().map(alone).collect());
        }
        let refused = incoming.refused.map(|refused| refused.to_string());
        let notes = [refused, stay_erased(preview.stay_erased)];
        Merge {
            file,
            erases,
            notes: notes.into_iter().flatten().collect(),
            ticked: ArcRwSignal::default(),
            groups,
            written: incoming.exported_at.chars().take(10).collect(),
            counts: [
                ("New", preview.new),
                ("Changed", preview.changed),
                ("Into the trash", preview.deleted),
                ("Brought back", preview.brought_back),
            ],
            differing: preview.differing,
            is_nothing: preview.is_nothing(),
            ahead: None,
            more: all.saturating_sub(rows.len()),
            rows,
            incoming,
        }
    }
}
