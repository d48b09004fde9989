//! What of a file could not be read, handed back as it stood and each with its reason: it is corrected where it was
//! written, and brought in again.

use super::contacts::{REASON, Refused, RejectedRowsFile, Unread, Wrote};
use super::csv::cells;
use super::safe::{file_name, unguarded};
use super::table::TableWriter;
use super::vcard;

/// A row as it stood, whether it is cut, and why it was not read.
struct RejectedRow<'a> {
    text: &'a str,
    is_cut: bool,
    reason: String,
}

impl Unread {
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
