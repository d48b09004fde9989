//! Tables of contacts, over the crate `csv`: of Google, Outlook, LinkedIn, HubSpot, or any with named columns.
//!
//! Nothing is fixed but the names of the columns: the separator, the line of the header, the order, the ragged ends of
//! rows are found out.

mod column;
mod foreign;
mod header;
pub mod ours;
mod row;
mod split;

use super::contacts::{Format, Reading, Refused, Why};
use csv::{ReaderBuilder, StringRecord};
use header::Header;
use split::{Part, Rows, split};

/// How many rows are searched for the header: a few lines of explanation may come first.
const SEARCHED: usize = 20;

/// A table being read.
#[derive(Debug)]
pub struct Table {
    header: Header,
    delimiter: u8,
    rows: Rows,
}

impl Table {
    /// The table a text is; `None` when no column of it is known.
    pub fn of(text: &str) -> Option<Table> {
        let (header, delimiter) = find_header(text)?;
        Some(Table { header, delimiter, rows: Rows::new() })
    }

    /// Whose table it is.
    pub fn format(&self) -> Format {
        self.header.format()
    }

    /// How many bytes of the text lie behind.
    pub fn at(&self) -> usize {
        self.rows.at()
    }

    /// Reads so many more rows of the text; whether there may be others.
    pub fn step(&mut self, text: &str, many: usize, reading: &mut Reading) -> bool {
        let (rows, delimiter) = (&mut self.rows, self.delimiter);
        let parts: Vec<Part> = std::iter::from_fn(|| rows.next(text, delimiter)).take(many).collect();
        let whole: String = parts.iter().filter(|part| part.is_whole).map(|part| part.text).collect();
        let mut records = records(&whole, delimiter);
        for Part { line, text, is_whole } in &parts {
            let record = if *is_whole { records.next() } else { None };
            if *line <= self.header.line() {
                continue;
            }
            match record {
                _ if !is_whole => reading.refused.push(Refused::new(*line, text, Why::OpenQuote)),
                Some(record) => take(reading, &self.header, &record, *line, text),
                None => {}
            }
        }
        parts.len() == many
    }
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
