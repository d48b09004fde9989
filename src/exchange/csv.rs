//! Tables of contacts, over the crate `csv`: of Google, Outlook, LinkedIn, HubSpot, or any with named columns.
//!
//! Nothing is fixed but the names of the columns: the separator, the line of the header, the order, the ragged ends of
//! rows are found out.

mod column;
mod header;
pub mod ours;
mod row;
mod split;

use super::contacts::{NotContacts, ROWS_MAX, Reading, Refused, Why};
use csv::{ReaderBuilder, StringRecord};
use header::Header;
use split::{Part, split};

/// How many rows are searched for the header: a few lines of explanation may come first.
const SEARCHED: usize = 20;

/// Reads every row of a table.
///
/// # Errors
/// [`NotContacts`] when no column is known, or there are more rows than can be taken in.
pub fn read(text: &str) -> Result<Reading, NotContacts> {
    let (header, delimiter) = find_header(text).ok_or(NotContacts::NoHeader)?;
    let parts = split(text, delimiter);
    if parts.len() > ROWS_MAX {
        return Err(NotContacts::TooMany);
    }
    let mut reading = Reading { format: header.format(), contacts: Vec::new(), refused: Vec::new() };
    let whole: String = parts.iter().filter(|part| part.is_whole).map(|part| part.text).collect();
    let mut records = records(&whole, delimiter);
    for Part { line, text, is_whole } in parts {
        let record = if is_whole { records.next() } else { None };
        if line <= header.line() {
            continue;
        }
        match record {
            _ if !is_whole => reading.refused.push(Refused::new(line, text, Why::OpenQuote)),
            Some(record) => take(&mut reading, &header, &record, line, text),
            None => {}
        }
    }
    Ok(reading)
}

fn take(reading: &mut Reading, header: &Header, record: &StringRecord, line: usize, text: &str) {
    if record.iter().all(|cell| cell.trim().is_empty()) {
        return;
    }
    match row::draft(header, record).contact(line) {
        Ok(contact) => reading.contacts.push(contact),
        Err(why) => reading.refused.push(Refused::new(line, text, why)),
    }
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> {
    let reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    reader.into_records().filter_map(Result::ok)
}

/// The header that knows the most columns, and the separator with which it does.
fn find_header(text: &str) -> Option<(Header, u8)> {
    let start = text.split_inclusive('\n').take(SEARCHED * 4).map(str::len).sum::<usize>();
    let start = text.get(..start.min(text.floor_char_boundary(200_000))).unwrap_or(text);
    let mut best: Option<(Header, u8)> = None;
    for delimiter in [b',', b';', b'\t', b'|'] {
        let parts: Vec<Part> =
            split(start, delimiter).into_iter().filter(|part| part.is_whole).take(SEARCHED).collect();
        let whole: String = parts.iter().map(|part| part.text).collect();
        for (part, record) in parts.iter().zip(records(&whole, delimiter)) {
            let header = Header::new(part.line, &record);
            if header.is_one() && best.as_ref().is_none_or(|(known, _)| header.known() > known.known()) {
                best = Some((header, delimiter));
            }
        }
    }
    best
}
