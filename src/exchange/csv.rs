//! Tables of contacts, over the crate `csv`: of Google, Outlook, LinkedIn, HubSpot, or any with named columns.
//!
//! Nothing is fixed but the names of the columns: the separator, the line of the header, the order, the ragged ends of
//! rows are found out.

mod column;
mod column_kind;
mod column_mapping;
mod days;
mod header;
mod headerless;
mod localized_headers;
pub mod ours;
mod row;
mod shape;
mod split;

use super::contacts::{Format, Reading, Refused, Why, Wrote};
use super::day::{Order, Tells, tells};
use super::encoding::hundredths;
use crate::domain::book::Book;
use crate::domain::setting::{Setting, all_said};
use column_mapping::Open;
use csv::{ReaderBuilder, StringRecord};
use days::{DayEvidence, holds_days, orders};
use header::{Head, Header};
use split::{RowSplitter, SplitRow, split};

pub use column_mapping::{Laid, LaidColumn};
pub use days::DayColumns;
pub use split::cells;

/// How many rows are searched for the header: a few lines of explanation may come first.
const SEARCHED: usize = 20;

/// So many bytes are read in one step, and the row they end in.
const STEP: usize = 128 * 1024;
/// A row of more bytes is nobody: it holds a file, or its lines end as nothing does that is known.
const ROW_MAX: usize = 2_000_000;

/// So many days tell how the others of their column are written.
const ENOUGH: usize = 5;

/// What is known before a table is read.
#[derive(Debug, Clone, Default)]
pub struct Habits {
    /// What was said of tables.
    said: Vec<Setting>,
    /// The order in which days are written where the person lives.
    days: Option<Order>,
}

impl Habits {
    /// What this book says of tables, and in which order days are written where the person lives.
    pub fn of(book: &Book, days: Option<Order>) -> Habits {
        Habits { said: all_said(book), days }
    }

    /// What was said of tables of this shape.
    fn said_of(&self, shape: &str) -> Option<&Setting> {
        self.said.iter().find(|said| said.id.0.as_str() == shape)
    }
}

/// A table being read.
#[derive(Debug)]
pub struct CsvTable {
    open: Open,
    delimiter: u8,
    rows: RowSplitter,
    /// While it is looked through for what tells the order of its days: what its columns told so far.
    heard: Option<Vec<DayEvidence>>,
    /// A day that may be either, where nothing tells.
    asked: Option<String>,
    /// The order for what nothing tells.
    order: Option<Order>,
    is_sure: bool,
}

impl CsvTable {
    /// The table a text is; `None` when no column of it is known.
    pub fn of(text: &str, habits: &Habits) -> Option<CsvTable> {
        let (header, delimiter) = find_header(text)?;
        Some(CsvTable::begin(text, header, delimiter, None, habits))
    }

    /// The table a text is of which no column is known by its head: at least two rows of as many cells.
    pub fn plain(text: &str, habits: &Habits) -> Option<CsvTable> {
        let headerless::Plain { header, delimiter, shape, other, is_sure } = headerless::find(text, habits)?;
        Some(CsvTable { is_sure, ..CsvTable::begin(text, header, delimiter, Some((shape, other)), habits) })
    }

    fn begin(text: &str, header: Header, delimiter: u8, shapes: Option<(String, String)>, habits: &Habits) -> CsvTable {
        let below = split(begin(text), delimiter).into_iter();
        let below = below.filter(|part| part.is_whole && part.line > header.line()).take(SEARCHED);
        let whole: String = below.map(|part| part.text).collect();
        let open = Open::new(header, shapes, records(&whole, delimiter).collect(), habits);
        let said = habits.said_of(&open.shape).and_then(|said| Order::of(said.days.as_ref()?));
        let has_days = open.header.format() != Format::Kith && has_numbers(&open);
        let heard = has_days.then(|| vec![DayEvidence::default(); open.header.heads().len()]);
        let order = said.or(habits.days);
        CsvTable { open, delimiter, rows: RowSplitter::new(), heard, asked: None, order, is_sure: true }
    }

    /// Whether it is certainly a table, and no list of lines that happen to have as many commas.
    pub fn is_sure(&self) -> bool {
        self.is_sure
    }

    /// Whose table it is.
    pub fn format(&self) -> Format {
        self.open.header.format()
    }

    /// How it is written: its heads, or what its columns are taken for, and what parts its cells.
    pub fn wrote(&self) -> Wrote {
        let is_headed = self.open.header.line() > 0;
        let head = |(at, head): (usize, &Head)| match is_headed {
            true => head.name.clone(),
            false => column_kind::heading(&head.column).unwrap_or_else(|| format!("Column {at}")),
        };
        Wrote::Table { heads: (1..).zip(self.open.header.heads()).map(head).collect(), delimiter: self.delimiter }
    }

    /// The table laid open, so that it can be corrected; `None` for one that Kith wrote.
    pub fn laid(&self, habits: &Habits) -> Option<Laid> {
        let days = self.asked.clone().map(|example| DayColumns::of(example, self.order));
        (self.format() != Format::Kith).then(|| Laid::of(&self.open, days, habits))
    }

    /// How much of this text lies behind, in hundredths.
    pub fn percent(&self, text: &str) -> usize {
        let far = hundredths(self.rows.at(), text.len());
        if self.heard.is_some() { far / 10 } else { far.max(10) }
    }

    /// Reads so many more rows of the text; whether there may be others.
    pub fn step(&mut self, text: &str, many: usize, reading: &mut Reading) -> bool {
        let (rows, delimiter) = (&mut self.rows, self.delimiter);
        let last = rows.at() + STEP;
        let next = || if rows.at() < last { rows.next(text, delimiter) } else { None };
        let parts: Vec<SplitRow> = std::iter::from_fn(next).take(many).collect();
        let more = rows.at() < text.len();
        let is_read = |part: &SplitRow| part.is_whole && part.text.len() <= ROW_MAX;
        let whole: String = parts.iter().filter(|part| is_read(part)).map(|part| part.text).collect();
        let mut records = records(&whole, delimiter);
        for part @ SplitRow { line, text, is_whole } in &parts {
            let record = if is_read(part) { records.next() } else { None };
            if *line <= self.open.header.line() {
                continue;
            }
            match (record, &mut self.heard) {
                (Some(record), Some(heard)) => hear(heard, &self.open.header, &record),
                (Some(record), None) => take(reading, &self.open.header, &record, *line, text),
                (None, None) if !is_whole => reading.refuse(Refused::new(*line, text, Why::OpenQuote), text),
                (None, None) if !is_read(part) => reading.refuse(Refused::new(*line, text, Why::LongText), text),
                (None, _) => {}
            }
        }
        more || self.turn_to_reading()
    }

    /// At the end of looking through it: begins again, now knowing in which order its days are written.
    fn turn_to_reading(&mut self) -> bool {
        let Some(heard) = self.heard.take() else { return false };
        let (orders, asked) = orders(&heard);
        for (head, order) in self.open.header.heads_mut().iter_mut().zip(orders) {
            head.order = order.or(self.order);
        }
        self.asked = asked;
        self.rows = RowSplitter::new();
        true
    }
}

/// Whether there are columns of days that may be written in numbers. Where the first of a column are all in words or begin
/// with the year, as the connections of LinkedIn have them, the rest is not looked through for it.
fn has_numbers(open: &Open) -> bool {
    let in_words = |at: usize| {
        let cells = open.rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.trim().is_empty());
        let told: Vec<Tells> = cells.map(|cell| tells(split::plain(cell))).collect();
        told.len() >= ENOUGH && told.iter().all(|told| *told == Tells::Nothing)
    };
    open.header.columns().zip(0..).any(|((_, column), at)| holds_days(column) && !in_words(at))
}

fn hear(heard: &mut [DayEvidence], header: &Header, record: &StringRecord) {
    for ((head, cell), heard) in header.heads().iter().zip(record).zip(heard) {
        if holds_days(&head.column) {
            heard.hear(split::plain(cell));
        }
    }
}

fn take(reading: &mut Reading, header: &Header, record: &StringRecord, line: usize, text: &str) {
    if record.iter().all(|cell| cell.trim().is_empty()) {
        return;
    }
    match row::draft(header, record).contact(line) {
        Ok(contact) => reading.contacts.push(contact),
        Err(why) => reading.refuse(Refused::new(line, text, why), text),
    }
}

fn records(text: &str, delimiter: u8) -> impl Iterator<Item = StringRecord> {
    let reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    reader.into_records().filter_map(Result::ok)
}

/// The first rows of a table are sought in so many bytes, and no further.
const BEGIN_MAX: usize = 1_000_000;

/// The beginning of a text, in which its first rows are.
fn begin(text: &str) -> &str {
    let start = text.split_inclusive('\n').take(SEARCHED * 4).map(str::len).sum::<usize>();
    text.get(..start.min(text.floor_char_boundary(BEGIN_MAX))).unwrap_or(text)
}

/// The header that knows the most columns, and the separator with which it does.
fn find_header(text: &str) -> Option<(Header, u8)> {
    let start = begin(text);
    let mut best: Option<(Header, u8)> = None;
    for delimiter in [b',', b';', b'\t', b'|'] {
        let parts: Vec<SplitRow> =
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

#[cfg(test)]
mod tests;
