//! Files that come in: read, shown as what they would change, brought in after a yes, and taken back.

use super::State;
use crate::app::shelf::Local;
use crate::app::ui::signal::{Told, memo};
use crate::app::{clock, file};
use kith::domain::kind::Kind;
use kith::domain::stamp::Stamp;
use kith::domain::undo::Undo;
use kith::exchange::backup::{self, Fate, Incoming, Preview};
use kith::exchange::chosen::{self, Chosen};
pub use kith::exchange::contacts::Destination;
use kith::exchange::contacts::{self, Arrival, Reading, Verdict};
use kith::message::pool;
use kith::message::reason::{ago, count};
use kith::route::{Page, Route};
use kith::store::keep::{Imported, Keep, NotSaved};
use leptos::prelude::*;
use std::sync::Arc;

/// How many rows of a preview are shown; the counts are of all.
const ROWS_MAX: usize = 300;
/// How many imports can be chosen from to be taken back.
const LISTED_MAX: usize = 5;

/// Where people who came in are seen.
const PEOPLE: (&str, Page) = ("See your people", Page::People);

/// A file on its way into the book.
#[derive(Clone)]
pub enum Arriving {
    /// It is being read.
    Reading,
    /// It was refused: its name, and why.
    Refused(String, String),
    /// Contacts that wait for a yes.
    Names(Arc<Names>),
    /// A backup that waits for a yes.
    Merge(Arc<Merge>),
    /// It is done.
    Done(Report),
}

/// What contacts would do to the book.
pub struct Names {
    /// The file.
    pub file: String,
    /// Whose file it is.
    pub format: &'static str,
    /// How many are new, here already, said twice in the file, and not readable.
    pub counts: [(&'static str, usize); 4],
    /// How many are new.
    pub new: usize,
    /// How many wait in the holding pool already.
    pub waiting: usize,
    /// Of how many of those the file has news.
    pub news: usize,
    /// Where they belong unless the person says otherwise (R12).
    pub belongs: Destination,
    /// The contacts: name, who they are, and what would come of them.
    pub rows: Vec<(String, String, String)>,
    /// How many more there are.
    pub more: usize,
    /// Why rows could not be read.
    pub refused: Vec<String>,
    reading: Reading,
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
    incoming: Incoming,
}

/// What a file did to the book.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// In a sentence.
    pub said: String,
    /// Where what came is seen: the label, and the page.
    pub see: (&'static str, Page),
    /// The import, where it left a receipt.
    import: Option<Stamp>,
}

impl Report {
    /// Whether there is anything to take back.
    pub fn can_be_undone(&self) -> bool {
        self.import.is_some()
    }
}

impl State {
    /// What has become of the chosen file so far.
    pub fn arriving(self) -> Option<Arriving> {
        self.arriving.get()
    }

    /// Forgets the chosen file.
    pub fn leave_file(self) {
        self.arriving.set(None);
    }

    /// Reads the file chosen in this field and goes where it is shown. Nothing is written.
    pub fn choose_file(self, field: &web_sys::HtmlInputElement) {
        let Some(chosen) = field.files().and_then(|files| files.get(0)) else { return };
        field.set_value(""); // so that the same file can be chosen again
        self.arriving.set(Some(Arriving::Reading));
        if self.peek_route().page != Page::Import {
            self.go(Route::of(Page::Import));
        }
        leptos::task::spawn_local(async move {
            let name = chosen.name();
            let arriving = match file::read(&chosen).await {
                None => {
                    let why = "The browser could not read this file. Choose it again, or a copy of it.";
                    Arriving::Refused(name, why.to_string())
                }
                Some(bytes) => self.preview(name, &bytes),
            };
            self.arriving.set(Some(arriving));
        });
    }

    /// Reads a list that was pasted, and shows it. Nothing is written.
    pub fn read_pasted(self, text: &str) {
        let arriving = self.preview("a pasted list".to_string(), text.as_bytes());
        self.arriving.set(Some(arriving));
    }

    fn preview(self, file: String, bytes: &[u8]) -> Arriving {
        match chosen::read(bytes) {
            Err(why) => Arriving::Refused(file, why.to_string()),
            Ok(Chosen::Contacts(reading)) => {
                let arrival = self.with_keep(|keep| {
                    let into = reading.belongs();
                    self.peek(|book, today| contacts::arrive(book, &reading, into, &file, today, keep.mint()))
                });
                Arriving::Names(Arc::new(Names::of(file, reading, &arrival)))
            }
            Ok(Chosen::Backup(incoming)) => {
                let preview = self.with_keep(|keep| backup::preview(keep.pages(), &incoming.pages));
                Arriving::Merge(Arc::new(Merge::of(file, incoming, preview)))
            }
        }
    }

    /// Brings the contacts into the book or into the holding pool, as one act.
    pub fn bring_names(self, names: &Names, into: Destination) {
        let (said, see) = match into {
            Destination::Book => {
                (format!("{} came in from {}.", count(names.coming(into), "person"), names.file), PEOPLE)
            }
            Destination::Pool => (pool::came(names.new, names.news, &names.file), ("See the holding pool", Page::Pool)),
        };
        let mut undo = None;
        let done = self.with_keep_and_book(|keep, book| {
            let today = self.today.get_untracked();
            let change = contacts::arrive(book, &names.reading, into, &names.file, today, keep.mint()).change;
            undo = Some(Undo::of(&change.edits(book), book));
            keep.bring(book, change, &names.file, clock::now_millis())
        });
        if done.is_ok() {
            self.remember(undo);
        }
        self.came_in(done, said, see, &names.file);
    }

    /// Merges the backup into the book.
    pub fn merge(self, merge: &Merge) {
        let incoming = merge.incoming.pages.clone();
        let done = self.with_keep_and_book(|keep, book| keep.import(book, incoming, clock::now_millis()));
        self.came_in(done, format!("{} was merged into your book.", merge.file), PEOPLE, &merge.file);
    }

    fn came_in(self, done: Result<Imported, NotSaved>, said: String, see: (&'static str, Page), file: &str) {
        let report = match done {
            Err(why) => return self.say_failed(why.to_string()),
            Ok(Imported::Nothing) => {
                let said = format!("Everything in {file} is in your book already. Nothing was written.");
                Report { said, see, import: None }
            }
            Ok(Imported::Done(import)) => {
                // Where nothing is kept there is no receipt either; the last act can be taken back all the same.
                let is_kept = !self.with_keep(|keep| keep.keeps_nothing());
                Report { said, see, import: is_kept.then_some(import) }
            }
        };
        self.look_again_soon();
        self.fold_soon();
        self.ask_to_persist_once();
        self.say(report.said.clone());
        self.arriving.set(Some(Arriving::Done(report)));
    }

    /// Takes back what a file did.
    pub fn take_back(self, report: &Report) {
        let Some(import) = report.import else { return self.say("There is nothing to take back.") };
        match self.with_keep_and_book(|keep, book| keep.undo_import(book, import, clock::now_millis())) {
            Ok(true) => self.say("The import was taken back. What you wrote since then stays."),
            Ok(false) => self.say("There is nothing left of this import to take back."),
            Err(why) => return self.say_failed(why.to_string()),
        }
        self.look_again_soon();
        self.leave_file();
    }

    /// What came in within a month and was not taken back, the latest first.
    pub fn imports(self) -> Told<Vec<Report>> {
        let imports = memo(move || {
            self.book.track();
            let named = |keep: &mut Keep<Local>| {
                let latest = keep.receipts().into_iter().take(LISTED_MAX);
                latest.map(|import| (import, keep.file_of(import))).collect::<Vec<_>>()
            };
            self.with_keep(named)
        });
        let report = move |(import, file): (Stamp, String)| {
            let day = ago(clock::day_of(import.millis), self.today());
            let said =
                if file.is_empty() { format!("A backup was merged {day}.") } else { format!("{file} came in {day}.") };
            Report { said, see: PEOPLE, import: Some(import) }
        };
        memo(move || imports.get().into_iter().map(report).collect())
    }
}

impl Names {
    /// How many would come: the new ones; into the book those who wait for it in the pool, into the pool news of those.
    pub fn coming(&self, into: Destination) -> usize {
        match into {
            Destination::Book => self.new + self.waiting,
            Destination::Pool => self.new + self.news,
        }
    }

    fn of(file: String, reading: Reading, arrival: &Arrival) -> Names {
        let counts = [
            ("New", arrival.new_people()),
            ("Already here", arrival.already()),
            ("Twice in the file", arrival.same()),
            ("Cannot be read", arrival.refused.len()),
        ];
        let fate = |verdict| match verdict {
            Verdict::New => "New".to_string(),
            Verdict::Waiting(_) => "In the holding pool".to_string(),
            Verdict::News(_) => "In the holding pool, with news".to_string(),
            Verdict::Already(_) => "Already here".to_string(),
            Verdict::Same(line) => format!("As in row {line}"),
        };
        let rows = arrival.rows.iter().take(ROWS_MAX);
        Names {
            file,
            format: reading.format.label(),
            counts,
            new: arrival.new_people(),
            waiting: arrival.waiting(),
            news: arrival.news(),
            belongs: reading.belongs(),
            rows: rows.map(|row| (row.name.to_string(), row.detail.clone(), fate(row.verdict))).collect(),
            more: arrival.rows.len().saturating_sub(ROWS_MAX),
            refused: arrival.refused.iter().map(ToString::to_string).collect(),
            reading,
        }
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
