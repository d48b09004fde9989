//! A file that is read a piece at a time, so that whoever asks for the next piece can do other things between.

use super::contacts::{DropInPieces, Format, NotContacts, Pieces, ROWS_MAX, Reading, Wrote, rejection};
use super::csv::{Habits, Laid};
use super::encoding::{self, Decoder, hundredths};
use super::{csv, list, monica, vcard};
use std::sync::Arc;

/// Reads a file of contacts in one go. What it is is found by its content, never by its name.
///
/// # Errors
/// [`NotContacts`] says what the file is instead, and what to do.
pub fn read(bytes: &[u8]) -> Result<Reading, NotContacts> {
    let mut reader = ContactReader::open(bytes)?;
    while reader.step(ROWS_MAX)? {}
    reader.finish()
}

/// A file being read: by steps of any size it says the same as in one go.
#[derive(Debug)]
pub struct ContactReader {
    /// What of its bytes is not text yet.
    decoder: Option<Decoder>,
    text: String,
    /// What it is, once all of it is text.
    source: Option<FormatReader>,
    /// The table that a list of lines could be as well.
    spare: Option<csv::CsvTable>,
    habits: Habits,
    reading: Reading,
}

#[derive(Debug)]
enum FormatReader {
    Cards(vcard::Cards),
    Table(csv::CsvTable),
    List(list::ListReader),
    Monica(monica::Contacts),
}

/// So much of a text tells what it is.
const START: usize = 500_000;
/// What becoming text is of the whole way, in hundredths.
const DECODED: usize = 10;

impl FormatReader {
    /// What a text is, and the table that a list of lines could be as well.
    fn of(text: &str, habits: &Habits) -> (FormatReader, Option<csv::CsvTable>) {
        let start = text.get(..text.floor_char_boundary(START)).unwrap_or(text);
        if monica::is_export(start) {
            return (FormatReader::Monica(monica::Contacts::default()), None);
        }
        if vcard::is_vcard(start) {
            return (FormatReader::Cards(vcard::Cards::default()), None);
        }
        if let Some(table) = csv::CsvTable::of(start, habits) {
            return (FormatReader::Table(table), None);
        }
        // Without names of columns that are known it may be a list, as people paste it.
        match csv::CsvTable::plain(start, habits) {
            Some(table) if table.is_sure() || !list::is_like(start) => (FormatReader::Table(table), None),
            spare => (FormatReader::List(list::ListReader::default()), spare),
        }
    }

    /// Whose it is.
    fn format(&self) -> Format {
        match self {
            FormatReader::Cards(_) => Format::VCard,
            FormatReader::Table(table) => table.format(),
            FormatReader::Monica(_) => Format::Monica,
            FormatReader::List(_) => Format::List,
        }
    }

    /// How it is written.
    fn wrote(&self) -> Wrote {
        match self {
            FormatReader::Cards(_) => Wrote::Cards,
            FormatReader::Table(table) => table.wrote(),
            FormatReader::Monica(_) => Wrote::Export,
            FormatReader::List(_) => Wrote::Lines,
        }
    }
}

impl ContactReader {
    /// Looks what a file is, by its content, never by its name.
    ///
    /// # Errors
    /// [`NotContacts`] says what the file is instead, and what to do.
    pub fn open(bytes: &[u8]) -> Result<ContactReader, NotContacts> {
        ContactReader::check(bytes)?;
        Ok(ContactReader::of(bytes.to_vec().into(), Habits::default()))
    }

    /// The table laid open, so that its columns can be corrected. What is a list of lines may be read as a table as well.
    pub fn laid(&self) -> Option<Laid> {
        match &self.source {
            Some(FormatReader::Table(table)) => table.laid(&self.habits),
            _ => self.spare.as_ref().and_then(|table| table.laid(&self.habits)),
        }
    }

    /// Whether a file may hold contacts, by how it begins.
    ///
    /// # Errors
    /// As [`ContactReader::open`].
    pub fn check(bytes: &[u8]) -> Result<(), NotContacts> {
        let text = || Some(encoding::start(bytes)).filter(|text| !monica::is_export(text));
        let other = rejection::something_else(bytes).or_else(|| text().and_then(|text| rejection::other_text(&text)));
        other.map_or(Ok(()), Err)
    }

    /// Begins to read a file that may hold contacts, by what is known beforehand.
    pub fn of(bytes: Arc<Vec<u8>>, habits: Habits) -> ContactReader {
        // Room for all of it at once: text that grows is moved, again and again.
        let text = String::with_capacity(bytes.len());
        let decoder = Some(Decoder::of(bytes));
        ContactReader { decoder, text, source: None, spare: None, habits, reading: Reading::new() }
    }

    /// Reads so many more rows or cards, or so much of the file as one task bears; whether there may be others.
    ///
    /// # Errors
    /// [`NotContacts::TooMany`] where there are more than can be taken in; [`NotContacts::Json`] for an export that is
    /// cut short.
    pub fn step(&mut self, rows: usize) -> Result<bool, NotContacts> {
        if let Some(decoder) = &mut self.decoder {
            if decoder.step(&mut self.text) {
                return Ok(true);
            }
            self.decoder = None;
        }
        let (text, reading) = (self.text.as_str(), &mut self.reading);
        let (spare, habits) = (&mut self.spare, &self.habits);
        let source = self.source.get_or_insert_with(|| {
            let (source, other) = FormatReader::of(text, habits);
            (reading.format, reading.wrote, *spare) = (source.format(), source.wrote(), other);
            source
        });
        let more = match source {
            FormatReader::Cards(cards) => cards.step(text, rows, reading),
            FormatReader::Table(table) => table.step(text, rows, reading),
            FormatReader::List(lines) => lines.step(text, rows, reading),
            FormatReader::Monica(contacts) => contacts.step(text, rows, reading).ok_or(NotContacts::Json)?,
        };
        if reading.contacts.len() + reading.refused.len() > ROWS_MAX { Err(NotContacts::TooMany) } else { Ok(more) }
    }

    /// What has been read so far.
    pub fn so_far(&self) -> &Reading {
        &self.reading
    }

    /// How much of the file lies behind, in hundredths.
    pub fn percent(&self) -> usize {
        let read = |at: usize| hundredths(at, self.text.len());
        let behind = match (&self.source, &self.decoder) {
            (_, Some(decoder)) => return decoder.percent() * DECODED / 100,
            (None, None) => 0,
            (Some(FormatReader::Cards(cards)), None) => read(cards.at()),
            (Some(FormatReader::Table(table)), None) => table.percent(&self.text),
            (Some(FormatReader::List(lines)), None) => read(lines.at()),
            (Some(FormatReader::Monica(contacts)), None) => contacts.percent(self.text.len()),
        };
        DECODED + behind * (100 - DECODED) / 100
    }

    /// What the file says, once nothing is left of it.
    ///
    /// # Errors
    /// [`NotContacts`] for a list in which nobody can be reached, for a table without rows, and for cards of which there is
    /// none.
    pub fn finish(&mut self) -> Result<Reading, NotContacts> {
        let is_empty = self.reading.contacts.is_empty() && self.reading.refused.is_empty();
        match &self.source {
            Some(FormatReader::List(lines)) if !lines.is_one() && self.spare.is_none() => Err(NotContacts::NoHeader),
            Some(FormatReader::Table(_)) if is_empty => Err(NotContacts::NoRows),
            Some(FormatReader::Cards(_)) if is_empty => Err(NotContacts::Empty),
            _ => Ok(std::mem::replace(&mut self.reading, Reading::new())),
        }
    }
}

impl DropInPieces for ContactReader {
    fn apart(&mut self) -> Pieces {
        self.reading.apart()
    }
}
