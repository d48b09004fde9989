//! What of a file could not be read, handed back as it stood and each with its reason: it is corrected where it was
//! written, and brought in again.

use super::{Reading, Refused};
use crate::exchange::csv::cells;
use crate::exchange::safe::{file_name, unguarded};
use crate::exchange::table::TableWriter;
use crate::exchange::vcard;

/// What the reasons are headed with. A column, a line or a property of this name says nothing when it is read.
pub const REASON: &str = "Why it was not read";

/// How a file is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrote {
    /// As a table: its heads, and what parts its cells.
    Table {
        /// The heads, in their order.
        heads: Vec<String>,
        /// A comma, a semicolon, a tab or a bar.
        delimiter: u8,
    },
    /// As vCards.
    Cards,
    /// As lines of text.
    Lines,
    /// As an export of Monica (JSON).
    Export,
}

/// What of one file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// All of it, in the order of the file.
    pub refused: Vec<Refused>,
    wrote: Wrote,
}

/// What was not read, as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRowsFile {
    /// The name of the file.
    pub name: String,
    /// What kind of file it is (IANA media types).
    pub kind: &'static str,
    /// What stands in it.
    pub text: String,
    /// How many rows or cards are in it.
    pub count: usize,
    /// How many of them are so long that they are cut.
    pub cut: usize,
    /// How many are not in it, because there were too many to keep.
    pub missing: usize,
}

/// A row as it stood, whether it is cut, and why it was not read.
struct RejectedRow<'a> {
    text: &'a str,
    is_cut: bool,
    reason: String,
}

impl Unread {
    /// Takes what was refused out of a reading.
    pub fn taken_from(reading: &mut Reading) -> Unread {
        Unread { refused: std::mem::take(&mut reading.refused), wrote: reading.wrote.clone() }
    }

    /// Whether all of the file could be read.
    pub fn is_empty(&self) -> bool {
        self.refused.is_empty()
    }

    /// As a file like the one of this name, from which it comes.
    pub fn write(&self, file: &str) -> RejectedRowsFile {
        let rows: Vec<RejectedRow> =
            self.refused.iter().filter_map(RejectedRow::of).filter(|row| self.can_hold(row)).collect();
        let (ending, kind, text) = match &self.wrote {
            Wrote::Table { heads, delimiter } => ("csv", "text/csv", table(&rows, heads, *delimiter)),
            Wrote::Cards => ("vcf", "text/vcard", rows.iter().map(card).collect()),
            Wrote::Lines => ("txt", "text/plain", rows.iter().map(line).collect()),
            Wrote::Export => ("json", "application/json", export(&rows)),
        };
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        RejectedRowsFile {
            name: file_name(&format!("not-read-{stem}.{ending}")),
            kind,
            text,
            count: rows.len(),
            cut: rows.iter().filter(|row| row.is_cut).count(),
            missing: self.refused.len() - rows.len(),
        }
    }

    /// A cut contact of an export is no JSON any more.
    fn can_hold(&self, row: &RejectedRow) -> bool {
        !row.is_cut || self.wrote != Wrote::Export
    }
}

impl<'a> RejectedRow<'a> {
    fn of(refused: &'a Refused) -> Option<RejectedRow<'a>> {
        let stood = refused.stood.as_ref()?;
        let cut = if stood.is_cut { " It is long, and cut here; the whole of it stands in the file." } else { "" };
        Some(RejectedRow { text: &stood.text, is_cut: stood.is_cut, reason: format!("{refused}{cut}") })
    }
}

/// The very heads and cells of the table, and the reasons in the last column.
fn table(rows: &[RejectedRow], heads: &[String], delimiter: u8) -> String {
    // What was handed back once before has a column of reasons already.
    let old = heads.iter().position(|head| head == REASON);
    let without = |cells: Vec<String>| -> Vec<String> {
        (0..).zip(cells).filter(|(at, _)| Some(*at) != old).map(|(_, cell)| cell).collect()
    };
    let (heads, rows): (Vec<String>, Vec<(Vec<String>, &str)>) = (
        without(heads.to_vec()),
        rows.iter().map(|row| (without(cells(row.text, delimiter)), row.reason.as_str())).collect(),
    );
    let wide = rows.iter().map(|(cells, _)| cells.len()).chain([heads.len()]).max().unwrap_or_default();
    let filled = |cells: &'_ [String]| -> Vec<String> {
        let cells = cells.iter().map(|cell| unguarded(cell).to_string());
        cells.chain(std::iter::repeat(String::new())).take(wide).collect()
    };
    let with = |cells: Vec<String>, last: &str| cells.into_iter().chain([last.to_string()]).collect::<Vec<_>>();
    let mut table =
        TableWriter::parted_by(char::from(delimiter), with(filled(&heads), REASON).iter().map(String::as_str));
    for (cells, reason) in &rows {
        table.row(with(filled(cells), reason).iter().map(String::as_str));
    }
    table.text()
}

fn card(row: &RejectedRow) -> String {
    vcard::handed_back(row.text, row.is_cut, &row.reason)
}

fn line(row: &RejectedRow) -> String {
    format!("{}\t{REASON}: {}\n", row.text, row.reason)
}

/// As much of an export as is read of one.
fn export(rows: &[RejectedRow]) -> String {
    let contact = |row: &RejectedRow| {
        let mut contact: serde_json::Value = serde_json::from_str(row.text).ok()?;
        contact.as_object_mut()?.insert(REASON.into(), row.reason.clone().into());
        Some(contact)
    };
    let contacts: Vec<serde_json::Value> = rows.iter().filter_map(contact).collect();
    let list = serde_json::json!({ "count": contacts.len(), "type": "contact", "values": contacts });
    let export = serde_json::json!({
        "version": "1.0-preview.1", "app_version": "", "export_date": "", "account": { "data": [list] },
    });
    format!("{export:#}")
}

#[cfg(test)]
mod tests;
