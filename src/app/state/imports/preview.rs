//! Contacts that wait for a yes: what the preview shows of them, a window at a time.

use super::report::Rest;
use crate::app::state::State;
use crate::app::state::large::Large;
use kith::domain::book::Book;
use kith::domain::id::PersonId;
pub use kith::exchange::contacts::Ticked;
use kith::exchange::contacts::Unread;
use kith::exchange::contacts::report::ImportReport;
use kith::exchange::contacts::{
    ArrivalRow, Destination, Reading, Verdict, VerdictCounts, in_order, links, report, wording,
};
use kith::message::import_room_text::Space;
use kith::message::pool::all_at_once;
use kith::rules::links::{ByHand, Links};
use kith::store::engine::ImportedRows;
use leptos::prelude::*;
use std::sync::Arc;

/// How many reasons why rows could not be read are shown.
const REASONS_MAX: usize = 100;

/// What contacts would do to the book.
pub struct ImportPreview {
    /// The file.
    pub file: String,
    /// Whose file it is.
    pub format: &'static str,
    /// How many are new, would be completed, are here already, and cannot be read.
    pub counts: [(&'static str, usize); 4],
    /// Where they belong unless the person says otherwise (R12).
    belongs: Destination,
    /// What bringing them into the book means.
    pub all_at_once: String,
    /// Why rows could not be read: the first of them, and how many more.
    pub refused: (Vec<String>, usize),
    /// Where they go, as it is chosen now.
    pub into: ArcRwSignal<Destination>,
    /// Which rows come, as they are ticked now.
    pub ticks: ArcRwSignal<Ticked>,
    /// Who brought whom, as it is chosen now (B7).
    pub links: ArcRwSignal<Links>,
    /// The links as they were shown first, and what was chosen by hand before the file was read again.
    shown: Links,
    by_hand: ByHand,
    /// How much room they take, as they are chosen now; nothing while it is not known.
    pub(in crate::app::state) space: ArcRwSignal<Option<Space>>,
    /// What of the file could not be read.
    pub rest: Option<Rest>,
    pub(in crate::app::state) reading: Large<Reading>,
    pub(in crate::app::state) unread: Arc<Unread>,
    rows: Large<Vec<ArrivalRow>>,
    order: Vec<usize>,
}

/// A row of the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// The line of the file, by which it is known.
    pub line: usize,
    /// What they are called.
    pub name: String,
    /// Who they are, in a few words.
    pub detail: String,
    /// What would come of it.
    pub fate: String,
    /// What the file knows that is not known here.
    pub news: Vec<String>,
    /// Where the file says another job than the book, which stays unless it is ticked.
    pub differs: Vec<String>,
    /// Whom of the book it probably is, which the person can say.
    pub same: Option<ProbableMatch>,
    /// Whether an import into the book would write anything, and into the pool.
    pub comes: [bool; 2],
}

/// Whom of the book a row probably is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProbableMatch {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// What is said where the row is them, and where it is somebody new.
    pub either: [String; 2],
}

impl ImportPreview {
    pub(in crate::app::state) fn of(
        file: String,
        mut reading: Reading,
        rows: Vec<ArrivalRow>,
        links: Links,
    ) -> ImportPreview {
        let unread = Arc::new(Unread::taken_from(&mut reading));
        let counts = VerdictCounts::of(&rows, unread.refused.len());
        let reasons = unread.refused.iter().take(REASONS_MAX).map(ToString::to_string);
        ImportPreview {
            rest: Rest::of(&file, &unread),
            file,
            format: reading.format.label(),
            counts: [
                ("New", counts.new),
                ("With news", counts.updated),
                ("Nothing new", counts.same),
                ("Cannot be read", counts.refused),
            ],
            belongs: reading.belongs(),
            all_at_once: all_at_once(counts.new, counts.waiting),
            refused: (reasons.collect(), unread.refused.len().saturating_sub(REASONS_MAX)),
            order: in_order(&rows),
            into: ArcRwSignal::new(reading.belongs()),
            ticks: ArcRwSignal::default(),
            links: ArcRwSignal::new(links.clone()),
            shown: links,
            by_hand: ByHand::default(),
            space: ArcRwSignal::default(),
            reading: Large::new(reading),
            unread,
            rows: Large::new(rows),
        }
    }

    /// Returns the preview with what was chosen while the file was `before`, as it was read then: a row is known by its
    /// line.
    pub(in crate::app::state) fn after(mut self, before: &ImportPreview) -> ImportPreview {
        let into = before.into.get_untracked();
        if into != before.belongs {
            self.into.set(into);
        }
        self.ticks.set(before.ticks.get_untracked());
        self.by_hand = before.by_hand.clone();
        self.by_hand.note(&before.shown, &before.links.get_untracked());
        self.by_hand.meet(&links::met(&before.rows, &self.rows));
        self.by_hand.choose(&mut self.shown);
        self.links.set(self.shown.clone());
        self
    }

    /// How many rows come to what, once these came `into` the book or the pool, as they are ticked.
    pub(in crate::app::state) fn rows_of(
        &self,
        rows: &[ArrivalRow],
        into: Destination,
        ticks: &Ticked,
    ) -> ImportedRows {
        let left_out = self.rows.iter().filter(|row| ticks.without.contains(&row.line)).count();
        report::rows(rows, into, left_out, self.unread.refused.len())
    }

    /// What became of every row, once these came.
    pub(in crate::app::state) fn kept(&self, rows: Vec<ArrivalRow>, into: Destination, ticks: &Ticked) -> ImportReport {
        ImportReport::of(&self.file, &self.reading, self.unread.clone(), rows, into, ticks)
    }

    /// How many names would come, as the rows are ticked.
    pub fn coming(&self, into: Destination, ticks: &Ticked) -> usize {
        self.rows.iter().filter(|row| ticks.bring(row, into)).count()
    }

    /// How many rows there are.
    pub fn many(&self) -> usize {
        self.rows.len()
    }
}

impl State {
    /// The first rows of a preview, those worth a look before the others.
    pub fn window(self, names: &ImportPreview, most: usize) -> Vec<PreviewRow> {
        let rows = names.order.iter().take(most).filter_map(|at| names.rows.get(*at));
        self.peek(|book, _| rows.map(|row| shown(book, row)).collect())
    }
}

/// A row as the screen tells it.
pub(in crate::app::state) fn shown(book: &Book, row: &ArrivalRow) -> PreviewRow {
    PreviewRow {
        line: row.line,
        name: row.name.to_string(),
        detail: row.detail.clone(),
        fate: wording::fate(book, row),
        news: row.news.iter().map(wording::news).collect(),
        differs: row.differs.iter().map(wording::differs).collect(),
        same: same(book, row),
        comes: [Destination::Book, Destination::Pool].map(|into| row.verdict.comes(into)),
    }
}

fn same(book: &Book, row: &ArrivalRow) -> Option<ProbableMatch> {
    let Verdict::Perhaps(found) = &row.verdict else { return None };
    let name = book.person(found.person)?.name.to_string();
    Some(ProbableMatch { person: found.person, either: wording::either(&name), name })
}
