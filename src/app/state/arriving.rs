//! Files that come in: read, shown as what they would change, brought in after a yes, and taken back.

use super::State;
use super::names::Names;
use super::reading::Working;
use crate::app::clock;
use crate::app::shelf::Local;
use crate::app::ui::signal::{Told, memo};
use kith::domain::kind::Kind;
use kith::domain::stamp::Stamp;
use kith::exchange::backup::{Fate, Incoming, Preview};
pub use kith::exchange::contacts::Destination;
use kith::exchange::contacts::report::Kept;
use kith::exchange::contacts::said;
use kith::message::reason::ago;
use kith::route::Page;
use kith::store::keep::{Came, Imported, Keep, NotSaved};
use leptos::prelude::*;
use std::sync::Arc;

/// How many rows of a preview are shown; the counts are of all.
const ROWS_MAX: usize = 300;
/// How many imports can be chosen from to be taken back.
const LISTED_MAX: usize = 5;

/// Where people who came in are seen.
pub(super) const PEOPLE: (&str, Page) = ("See your people", Page::People);

/// A file on its way into the book.
#[derive(Clone)]
pub enum Arriving {
    /// It is being read or brought in.
    Working(Arc<Working>),
    /// It was refused: its name, and why.
    Refused(String, String),
    /// Contacts that wait for a yes.
    Names(Arc<Names>),
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
    /// How many records are new, changed, deleted and brought back.
    pub counts: [(&'static str, usize); 4],
    /// In how many fields the book differs and stays as it is, because it is later.
    pub differing: usize,
    /// Whether merging would write nothing that is seen.
    pub is_nothing: bool,
    /// The records: name, kind, and what would become of them.
    pub rows: Vec<(String, String, String)>,
    /// How many more there are.
    pub more: usize,
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
    pub(super) import: Option<Stamp>,
    /// What became of every row of the file.
    pub(super) kept: Option<Arc<Kept>>,
}

impl Report {
    /// Of a file that did nothing to the book, or nothing any more.
    pub(super) fn nothing(said: String, see: (&'static str, Page)) -> Report {
        Report { said, see, import: None, kept: None }
    }

    /// Whether there is anything to take back.
    pub fn can_be_undone(&self) -> bool {
        self.import.is_some()
    }
}

impl Arriving {
    pub(super) fn merge(file: String, incoming: Incoming, preview: Preview) -> Arriving {
        Arriving::Merge(Arc::new(Merge::of(file, incoming, preview)))
    }
}

impl State {
    /// What has become of the chosen file so far.
    pub fn arriving(self) -> Option<Arriving> {
        self.arriving.get()
    }

    pub(super) fn came_in(
        self,
        done: Result<Imported, NotSaved>,
        said: String,
        see: (&'static str, Page),
        file: &str,
        kept: Option<Arc<Kept>>,
    ) {
        let report = match done {
            Err(why) => return self.say_failed(why.to_string()),
            Ok(Imported::Nothing) => {
                let said = format!("Everything in {file} is in your book already. Nothing was written.");
                Report { said, see, import: None, kept }
            }
            Ok(Imported::Done(import)) => {
                // Where nothing is kept there is no receipt either; the last act can be taken back all the same.
                let is_kept = !self.with_keep(|keep| keep.keeps_nothing());
                kept.iter().for_each(|kept| self.keep_report(import, kept.clone()));
                Report { said, see, import: is_kept.then_some(import), kept }
            }
        };
        self.ask_to_persist_once();
        self.say(report.said.clone());
        self.file_ended(report);
    }

    /// What came in within a month and was not taken back, the latest first.
    pub fn imports(self) -> Told<Vec<Report>> {
        let imports = memo(move || {
            self.book.track();
            let named = |keep: &mut Keep<Local>| {
                let latest = keep.receipts().into_iter().take(LISTED_MAX);
                latest.map(|import| (import, keep.told_of(import))).collect::<Vec<_>>()
            };
            self.with_keep(named)
        });
        let report = move |(import, came): (Stamp, Came)| {
            let said = said::listed(&came, &ago(clock::day_of(import.millis), self.today()));
            Report { said, see: PEOPLE, import: Some(import), kept: self.report_of(import) }
        };
        memo(move || imports.get().into_iter().map(report).collect())
    }
}

impl Merge {
    fn of(file: String, incoming: Incoming, preview: Preview) -> Merge {
        let fate = |fate| match fate {
            Fate::New => "New",
            Fate::Changed => "Changed",
            Fate::Deleted => "Deleted",
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
        Merge {
            file,
            written: incoming.exported_at.chars().take(10).collect(),
            counts: [
                ("New", preview.new),
                ("Changed", preview.changed),
                ("Deleted", preview.deleted),
                ("Brought back", preview.brought_back),
            ],
            differing: preview.differing,
            is_nothing: preview.is_nothing(),
            more: all.saturating_sub(rows.len()),
            rows,
            incoming,
        }
    }
}
