//! Several files that come in one after the other: which of them is looked at, and what became of those before it.

use super::incoming::{IncomingFile, PEOPLE, Report};
use super::reader::BRINGING;
use crate::app::file;
use crate::app::state::State;
use crate::app::ui::signal::{Memo, memo};
use kith::route::{Page, Route};
use leptos::prelude::*;

/// Where in the line of files one is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::app::state) struct QueuePosition {
    /// Which file is looked at, 1 for the first.
    place: usize,
    /// How many there are.
    all: usize,
    /// What became of those before it.
    ends: Vec<Report>,
}

impl QueuePosition {
    fn of(all: usize) -> QueuePosition {
        QueuePosition { all, ..QueuePosition::default() }
    }
}

impl State {
    /// Reads the files chosen in this field and goes where they are shown. Nothing is written.
    pub fn choose_files(self, field: &web_sys::HtmlInputElement) {
        let chosen = field.files().map(|list| file::all(&list)).unwrap_or_default();
        field.set_value(""); // so that the same file can be chosen again
        self.take_files(chosen);
    }

    /// Takes these files one after the other, each looked at first. While others wait, or one is being brought in, they
    /// go to the end of the line; else they take the place of what was looked at.
    pub fn take_files(self, files: Vec<web_sys::File>) {
        if files.is_empty() {
            return;
        }
        if self.peek_route().page != Page::Import {
            self.go(Route::of(Page::Import));
        }
        let many = files.len();
        if self.has_waiting() || self.is_bringing() {
            self.waiting.update_value(|waiting| waiting.extend(files));
            self.line.update(|line| line.all = line.all.max(1) + many);
        } else {
            self.waiting.set_value(files);
            self.line.set(QueuePosition::of(many));
            self.next_file();
        }
    }

    /// Looks at the next of the files that wait; after the last one it is told what became of each.
    fn next_file(self) {
        let next = self.waiting.try_update_value(|waiting| (!waiting.is_empty()).then(|| waiting.remove(0))).flatten();
        let Some(chosen) = next else {
            let ends = self.line.try_update(|line| std::mem::take(line).ends).unwrap_or_default();
            self.arriving.set((!ends.is_empty()).then_some(IncomingFile::All(ends)));
            return;
        };
        self.line.update(|line| line.place += 1);
        self.begin_reading(&chosen.name());
        leptos::task::spawn_local(async move {
            let name = chosen.name();
            match file::read(&chosen).await {
                None => {
                    let why = "The browser could not read this file. Choose it again, or a copy of it.";
                    self.arriving.set(Some(IncomingFile::Refused(name, why.to_string())));
                }
                Some(bytes) => self.look_into(name, bytes).await,
            }
        });
    }

    /// Reads a list that was pasted, and shows it. Nothing is written.
    pub fn read_pasted(self, text: String) {
        if !self.has_waiting() {
            self.line.set(QueuePosition::default());
        }
        leptos::task::spawn_local(self.look_into("a pasted list".to_string(), text.into_bytes()));
    }

    /// Tells what became of a file: here where it is the only one; else at the end, and the next one is looked at.
    pub(in crate::app::state) fn file_ended(self, report: Report) {
        if self.line.with_untracked(|line| line.all > 1) {
            self.line.update(|line| line.ends.push(report));
            self.next_file();
        } else {
            self.arriving.set(Some(IncomingFile::Done(report)));
        }
    }

    /// Leaves the file that is looked at; nothing of it is kept. The next one is looked at, where there is one.
    pub fn leave_file(self) {
        let left = self.arriving.with_untracked(|arriving| match arriving {
            Some(IncomingFile::Working(working)) => Some((working.file.clone(), "was left out.".to_string())),
            Some(IncomingFile::Names(names)) => Some((names.file.clone(), "was left out.".to_string())),
            Some(IncomingFile::Merge(merge)) => Some((merge.file.clone(), "was left out.".to_string())),
            Some(IncomingFile::Refused(file, why)) => Some((file.clone(), format!("was not read. {why}"))),
            Some(IncomingFile::Done(_) | IncomingFile::All(_)) | None => None,
        });
        self.close_file();
        match left.filter(|_| self.line.with_untracked(|line| line.all > 1)) {
            Some((file, what)) => self.file_ended(Report::nothing(format!("{file} {what}"), PEOPLE)),
            None => self.arriving.set(None),
        }
    }

    /// In a report over several files: marks one as taken back.
    pub(in crate::app::state) fn mark_taken_back(self, report: &Report) {
        let is_listed = self.arriving.with_untracked(|arriving| matches!(arriving, Some(IncomingFile::All(_))));
        self.close_file();
        if !is_listed {
            return self.arriving.set(None);
        }
        self.arriving.update(|arriving| {
            let Some(IncomingFile::All(ends)) = arriving else { return };
            if let Some(end) = ends.iter_mut().find(|end| *end == report) {
                *end = Report::nothing(format!("{} It was taken back.", end.said), PEOPLE);
            }
        });
    }

    /// Which of several files is looked at: `File 2 of 3`; empty where there is one.
    pub fn which_file(self) -> Memo<String> {
        memo(move || {
            self.line.with(|line| match line.all {
                0 | 1 => String::new(),
                all => format!("File {} of {all}", line.place),
            })
        })
    }

    /// Whether more than one file comes in.
    pub fn has_line(self) -> Memo<bool> {
        memo(move || self.line.with(|line| line.all > 1))
    }

    fn has_waiting(self) -> bool {
        self.waiting.with_value(|waiting| !waiting.is_empty())
    }

    /// Whether a file is being brought in.
    pub(in crate::app::state) fn is_bringing(self) -> bool {
        self.on_file.is_doing(BRINGING)
    }

    /// Files are held over the page, or no more.
    pub fn hover(self, over: bool) {
        if self.hovering.get_untracked() != over {
            self.hovering.set(over);
        }
    }

    /// Whether files are held over the page.
    pub fn is_hovered(self) -> bool {
        self.hovering.get()
    }
}
