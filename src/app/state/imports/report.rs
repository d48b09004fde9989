//! What is kept of an import while the page is open: its report, and what could not be read, as files.

use super::incoming::Report;
use crate::app::state::State;
use crate::app::time_slice::TimeSlice;
use crate::app::{clock, file};
use kith::domain::stamp::Stamp;
use kith::exchange::contacts::Unread;
use kith::exchange::contacts::report::{ImportReport, ReportWriter, file_name};
use kith::exchange::contacts::wording;
use leptos::prelude::*;
use std::sync::Arc;

/// So many rows are written before the clock is looked at.
const ROWS: usize = 200;
/// Of so many imports the report is kept, the latest, as long as they have no more rows than so many besides those of the
/// last; it is gone with the page.
const KEPT_MAX: usize = 5;
const ROWS_MAX: usize = 50_000;

/// The reports of the latest imports.
pub(in crate::app::state) type Reports = Vec<(Stamp, Arc<ImportReport>)>;

/// What of a file could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Rest {
    /// The file.
    pub file: String,
    pub(in crate::app::state) unread: Arc<Unread>,
}

impl Rest {
    /// Of this file; `None` where all of it could be read.
    pub(in crate::app::state) fn of(file: &str, unread: &Arc<Unread>) -> Option<Rest> {
        (!unread.is_empty()).then(|| Rest { file: file.to_string(), unread: unread.clone() })
    }
}

impl Report {
    /// Whether it tells of every row what became of it.
    pub fn is_kept(&self) -> bool {
        self.kept.is_some()
    }

    /// What of the file could not be read.
    pub fn rest(&self) -> Option<Rest> {
        self.kept.as_ref().and_then(|kept| Rest::of(&kept.file, &kept.unread))
    }
}

impl State {
    /// Keeps the report of an import for as long as the page is open.
    pub(in crate::app::state) fn keep_report(self, import: Stamp, kept: Arc<ImportReport>) {
        self.reports.update_value(|reports| {
            let mut rows = 0;
            let mut is_cheap = |(_, kept): &(Stamp, Arc<ImportReport>)| {
                rows += kept.many();
                rows <= ROWS_MAX
            };
            let kept_on = reports.iter().rev().take(KEPT_MAX - 1).take_while(|one| is_cheap(one)).count();
            reports.drain(..reports.len() - kept_on);
            reports.push((import, kept));
        });
    }

    /// The report of an import of this page.
    pub(in crate::app::state) fn report_of(self, import: Stamp) -> Option<Arc<ImportReport>> {
        let is_it = |(of, _): &&(Stamp, Arc<ImportReport>)| *of == import;
        self.reports.with_value(|reports| reports.iter().find(is_it).map(|(_, kept)| kept.clone()))
    }

    /// Hands over what became of every row of these files, as one table.
    pub fn hand_over_report(self, reports: Vec<Report>) {
        leptos::task::spawn_local(async move {
            let mut turn = TimeSlice::begin();
            let mut writing = ReportWriter::begin();
            for report in &reports {
                let Some(kept) = &report.kept else {
                    writing.whole(&report.said);
                    continue;
                };
                while self.peek(|book, _| writing.step(book, kept, ROWS)) {
                    if turn.is_over() {
                        turn.rest().await;
                    }
                }
            }
            let name = file_name(clock::today());
            if file::hand_over_own(&name, "text/csv", &writing.text()) {
                self.say(wording::report_went(&name));
            } else {
                self.say_not_taken();
            }
        });
    }

    /// Hands back what of a file could not be read, to be corrected.
    pub fn hand_back(self, rest: &Rest) {
        let written = rest.unread.write(&rest.file);
        if file::hand_over_own(&written.name, written.kind, &written.text) {
            self.say(wording::handed_back(&written));
        } else {
            self.say_not_taken();
        }
    }
}
