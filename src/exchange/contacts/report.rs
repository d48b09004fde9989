//! The report of an import, to keep: what became of every row of the file.

use super::verdict::{ArrivalRow, Destination, Verdict};
use super::{Contact, Reading, Refused, Ticked, Unread, wording};
use crate::domain::book::Book;
use crate::exchange::safe;
use crate::exchange::table::TableWriter;
use crate::store::engine::ImportedRows;
use chrono::NaiveDate;
use std::sync::Arc;

/// What became of a file, row by row.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportReport {
    /// The file.
    pub file: String,
    /// What could not be read.
    pub unread: Arc<Unread>,
    into: Destination,
    rows: Vec<ArrivalRow>,
    left_out: Vec<(usize, String)>,
}

/// What came of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowResult {
    New,
    /// Out of the holding pool into the book.
    Taken,
    Completed,
    Same,
}

impl RowResult {
    fn of(verdict: &Verdict, into: Destination) -> RowResult {
        match (verdict, into) {
            (Verdict::New | Verdict::Perhaps(..), _) => RowResult::New,
            (Verdict::Waiting(_) | Verdict::News(_), Destination::Book) => RowResult::Taken,
            (Verdict::Updates(_), _) | (Verdict::News(_), Destination::Pool) => RowResult::Completed,
            (Verdict::Already(_) | Verdict::Same(_), _) | (Verdict::Waiting(_), Destination::Pool) => RowResult::Same,
        }
    }
}

impl ImportReport {
    /// Of a file of which these rows came `into` the book or the pool, as they were ticked.
    pub fn of(
        file: &str,
        reading: &Reading,
        unread: Arc<Unread>,
        rows: Vec<ArrivalRow>,
        into: Destination,
        ticks: &Ticked,
    ) -> ImportReport {
        let is_out = |contact: &&Contact| ticks.without.contains(&contact.line);
        let out = reading.contacts.iter().filter(is_out).map(|contact| (contact.line, contact.name.to_string()));
        ImportReport { file: file.to_string(), unread, into, rows, left_out: out.collect() }
    }

    /// How many rows it tells of.
    pub fn many(&self) -> usize {
        self.rows.len() + self.left_out.len() + self.unread.refused.len()
    }

    /// How many rows came to what.
    pub fn rows(&self) -> ImportedRows {
        rows(&self.rows, self.into, self.left_out.len(), self.unread.refused.len())
    }

    /// What became of a row that was read.
    fn became(&self, book: &Book, row: &ArrivalRow) -> String {
        let news: Vec<String> = row.news.iter().map(wording::news).collect();
        let with = |what: &str| {
            if news.is_empty() { what.to_string() } else { format!("{what}: {}", news.join("; ")) }
        };
        let new = if self.into == Destination::Pool { "New, in the holding pool" } else { "New" };
        let became = match (RowResult::of(&row.verdict, self.into), &row.verdict) {
            (RowResult::New, Verdict::Perhaps(_)) => return format!("{new}. {}", wording::fate(book, row)),
            (RowResult::New, _) => new.to_string(),
            (RowResult::Taken, _) => with("Taken into the book from the holding pool"),
            (RowResult::Completed, Verdict::News(_)) => with("Completed, in the holding pool"),
            (RowResult::Completed, Verdict::Updates(id)) => with(&wording::completed(book, *id, &row.name)),
            (RowResult::Completed, _) => with("Completed"),
            (RowResult::Same, Verdict::Same(line)) => format!("The same as row {line}"),
            _ => wording::fate(book, row),
        };
        let stays = row.differs.iter().map(|one| format!("{}; what was here stays", wording::differs(one)));
        [became].into_iter().chain(stays).collect::<Vec<_>>().join(". ")
    }
}

/// How many of these rows come to what, beside those that are left out and those that cannot be read.
pub fn rows(rows: &[ArrivalRow], into: Destination, left_out: usize, refused: usize) -> ImportedRows {
    let many = |ends: &[RowResult]| rows.iter().filter(|row| ends.contains(&RowResult::of(&row.verdict, into))).count();
    ImportedRows {
        new: many(&[RowResult::New, RowResult::Taken]),
        completed: many(&[RowResult::Completed]),
        same: many(&[RowResult::Same]),
        left_out,
        refused,
    }
}

/// A report being written, a piece at a time.
pub struct ReportWriter {
    table: TableWriter,
    /// How many of the rows that came, were left out and were refused stand in it already.
    at: [usize; 3],
}

impl ReportWriter {
    /// A report with nothing in it yet.
    pub fn begin() -> ReportWriter {
        ReportWriter { table: TableWriter::new(["File", "Line", "Name", "What became of it"]), at: [0; 3] }
    }

    /// Writes what became of a file of which no row is told.
    pub fn whole(&mut self, what: &str) {
        self.table.row(["", "", "", what]);
    }

    /// Writes so many more rows of a file, in the order of the file; whether there are others. The next file may follow then.
    pub fn step(&mut self, book: &Book, kept: &ImportReport, many: usize) -> bool {
        for _ in 0..many {
            let [row, out, refused] = self.at;
            let (row, out, refused) = (kept.rows.get(row), kept.left_out.get(out), kept.unread.refused.get(refused));
            let lines = [row.map(|row| row.line), out.map(|out| out.0), refused.map(|refused| refused.line)];
            let Some(first) = lines.into_iter().flatten().min() else {
                self.at = [0; 3];
                return false;
            };
            let is_first = |line: Option<usize>| line == Some(first);
            let place = lines.into_iter().position(is_first).unwrap_or_default();
            let (name, what) = match (place, row, out, refused) {
                (0, Some(row), ..) => (row.name.as_str(), kept.became(book, row)),
                (1, _, Some((_, name)), _) => (name.as_str(), "Left out, because it was not ticked".to_string()),
                (_, _, _, Some(refused)) => (refused.what.as_str(), not_read(refused)),
                _ => return false,
            };
            self.table.row([&kept.file, &first.to_string(), name, &what]);
            if let Some(at) = self.at.get_mut(place) {
                *at += 1;
            }
        }
        true
    }

    /// The report as a file has it.
    pub fn text(self) -> String {
        self.table.text()
    }
}

fn not_read(refused: &Refused) -> String {
    format!("Could not be read: {}", refused.why)
}

/// What the report is called.
pub fn file_name(today: NaiveDate) -> String {
    safe::file_name(&format!("kith-report-{today}.csv"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{Mint, Session};
    use crate::exchange::contact_reader::read;
    use crate::exchange::contacts::Matching;

    /// What the report says of each row of a file that comes into a book in which another file came before.
    fn check(
        first: &str,
        pool: &str,
        file: &str,
        into: Destination,
        without: usize,
        expected: &[&str],
    ) -> ImportedRows {
        let (mut book, mut mint) = (Book::default(), Mint::new(Session::of_bits(7)));
        let today = "2026-11-22".parse().unwrap();
        for (text, into) in [(first, Destination::Book), (pool, Destination::Pool)] {
            if let Ok(reading) = read(text.as_bytes()) {
                let came = super::super::arrive(&book, &reading, into, "first.csv", today, &mut mint);
                came.change.records.into_iter().for_each(|record| book.put(record));
            }
        }
        let mut reading = read(file.as_bytes()).unwrap();
        let ticks = Ticked { without: [without].into(), ..Ticked::default() };
        let mut matching = Matching::of(&book);
        matching.learn(&book, usize::MAX);
        let wanted = reading.contacts.iter().filter_map(|contact| ticks.of(contact));
        wanted.for_each(|contact| matching.weigh(&book, &contact, &mut mint));
        let unread = Arc::new(Unread::taken_from(&mut reading));
        let kept = ImportReport::of("a.csv", &reading, unread, matching.take_rows(), into, &ticks);
        for many in [1, 100] {
            let mut writing = ReportWriter::begin();
            while writing.step(&book, &kept, many) {}
            let text = writing.text();
            let told: Vec<&str> = text.lines().skip(1).map(|line| line.trim_start_matches("\"a.csv\",")).collect();
            assert_eq!(told, expected, "by {many}");
        }
        let rows = kept.rows();
        assert_eq!(kept.many(), expected.len());
        assert_eq!(rows.new + rows.completed + rows.same + rows.left_out + rows.refused, expected.len());
        rows
    }

    const BOOK: &str = "Name,E-mail,Title\nAnn Lee,ann@lee.example,COO\nBo Ek,bo@ek.example,\nCy Roy,cy@roy.example,\n";

    #[test]
    fn r12_the_report_tells_of_every_row_what_became_of_it() {
        let file = "Name,E-mail,Title\n\
            =Di Fox,di@fox.example,\n,,CFO\nAnn Lee,ann@lee.example,CEO\nBo Ek,bo@ek.example,CFO\n\
            Cy Roy,cy@roy.example,\nEd Low,ed@low.example,\n=Di Fox,di@fox.example,\nBo,\"open\n";
        let rows = check(
            BOOK,
            "",
            file,
            Destination::Book,
            7,
            &[
                "\"2\",\"'=Di Fox\",\"New\"",
                "\"3\",\",,CFO\",\"Could not be read: there is neither a name nor an address in it.\"",
                "\"4\",\"Ann Lee\",\"Already here. Title here: COO; in the file: CEO; what was here stays\"",
                "\"5\",\"Bo Ek\",\"Completed: Title: CFO\"",
                "\"6\",\"Cy Roy\",\"Already here\"",
                "\"7\",\"Ed Low\",\"Left out, because it was not ticked\"",
                "\"8\",\"'=Di Fox\",\"The same as row 2\"",
                "\"9\",\"Bo,\"\"open\",\"Could not be read: a quotation mark opens and never closes.\"",
            ],
        );
        assert_eq!(rows, ImportedRows { new: 1, completed: 1, same: 3, left_out: 1, refused: 2 });
    }

    #[test]
    fn r12_the_report_says_who_somebody_new_probably_is() {
        let (first, file) = ("Name,Phone\nRobert Hale,202 555 0103\n", "Name,Phone\nBob Hale,(202) 555-0103\n");
        let because = "because both have the same phone, and one name is a nickname of the other.";
        let expected = format!("\"2\",\"Bob Hale\",\"New. Probably Robert Hale, {because}\"");
        assert_eq!(
            check(first, "", file, Destination::Book, 0, &[&expected]),
            ImportedRows { new: 1, ..ImportedRows::default() }
        );
    }

    #[test]
    fn r12_who_waits_in_the_holding_pool_is_told_apart() {
        let (pool, file) = ("Name,E-mail\nAnn Lee,ann@lee.example\nBo Ek,bo@ek.example\n", BOOK);
        let into_the_book = [
            "\"2\",\"Ann Lee\",\"Taken into the book from the holding pool: Title: COO\"",
            "\"3\",\"Bo Ek\",\"Taken into the book from the holding pool\"",
            "\"4\",\"Cy Roy\",\"New\"",
        ];
        let rows = check("", pool, file, Destination::Book, 0, &into_the_book);
        assert_eq!((rows.new, rows.completed, rows.same), (3, 0, 0));
        let into_the_pool = [
            "\"2\",\"Ann Lee\",\"Completed, in the holding pool: Title: COO\"",
            "\"3\",\"Bo Ek\",\"In the holding pool\"",
            "\"4\",\"Cy Roy\",\"New, in the holding pool\"",
        ];
        let rows = check("", pool, file, Destination::Pool, 0, &into_the_pool);
        assert_eq!((rows.new, rows.completed, rows.same), (1, 1, 1));
    }
}
