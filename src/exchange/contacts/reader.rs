//! A file that is read a piece at a time, so that whoever asks for the next piece can do other things between.

use super::{Format, NotContacts, ROWS_MAX, Reading, refuse};
use crate::exchange::{csv, encoding, list, monica, vcard};

/// A file being read: by steps of any size it says the same as in one go.
#[derive(Debug)]
pub struct Reader {
    text: String,
    source: Source,
    reading: Reading,
}

#[derive(Debug)]
enum Source {
    Cards(vcard::Cards),
    Table(csv::Table),
    List(list::Lines),
    Monica(monica::Contacts),
}

/// So much of a text tells whether it is Monica's.
const START: usize = 2_000;

/// The contacts of Monica, where the text is of that program.
fn monica_of(text: &str) -> Option<monica::Contacts> {
    let start = text.get(..text.floor_char_boundary(START)).unwrap_or(text);
    if monica::is_export(start) { monica::Contacts::of(text) } else { None }
}

impl Reader {
    /// Looks what a file is, by its content, never by its name.
    ///
    /// # Errors
    /// [`NotContacts`] says what the file is instead, and what to do.
    pub fn open(bytes: &[u8]) -> Result<Reader, NotContacts> {
        if let Some(other) = refuse::something_else(bytes) {
            return Err(other);
        }
        let mut text = encoding::text(bytes);
        if text.contains('\r') && !text.contains('\n') {
            text = text.replace('\r', "\n").into(); // as old Macs ended their lines
        }
        if let Some(contacts) = monica_of(&text) {
            let reading = Reading { format: Format::Monica, contacts: Vec::new(), refused: Vec::new() };
            return Ok(Reader { text: String::new(), source: Source::Monica(contacts), reading });
        }
        if let Some(other) = refuse::other_text(&text) {
            return Err(other);
        }
        let table = if vcard::is_vcard(&text) { None } else { Some(csv::Table::of(&text)) };
        let (source, format) = match table {
            None => (Source::Cards(vcard::Cards::default()), Format::VCard),
            Some(Some(table)) => {
                let format = table.format();
                (Source::Table(table), format)
            }
            // Without the names of columns it may still be a list, as people paste it.
            Some(None) => (Source::List(list::Lines::default()), Format::List),
        };
        let reading = Reading { format, contacts: Vec::new(), refused: Vec::new() };
        Ok(Reader { text: text.into_owned(), source, reading })
    }

    /// Reads so many more rows or cards; whether there may be others.
    ///
    /// # Errors
    /// [`NotContacts::TooMany`] where there are more than can be taken in.
    pub fn step(&mut self, rows: usize) -> Result<bool, NotContacts> {
        let (text, reading) = (self.text.as_str(), &mut self.reading);
        let more = match &mut self.source {
            Source::Cards(cards) => cards.step(text, rows, reading),
            Source::Table(table) => table.step(text, rows, reading),
            Source::List(lines) => lines.step(text, rows, reading),
            Source::Monica(contacts) => contacts.step(rows, reading),
        };
        if reading.contacts.len() + reading.refused.len() > ROWS_MAX { Err(NotContacts::TooMany) } else { Ok(more) }
    }

    /// What has been read so far.
    pub fn so_far(&self) -> &Reading {
        &self.reading
    }

    /// How much of the file lies behind, in hundredths.
    pub fn percent(&self) -> usize {
        let at = match &self.source {
            Source::Cards(cards) => cards.at(),
            Source::Table(table) => table.at(),
            Source::List(lines) => lines.at(),
            Source::Monica(contacts) => return contacts.percent(),
        };
        at * 100 / self.text.len().max(1)
    }

    /// What the file says, once nothing is left of it.
    ///
    /// # Errors
    /// [`NotContacts`] for a list in which nobody can be reached, and for cards of which there is none.
    pub fn finish(self) -> Result<Reading, NotContacts> {
        match &self.source {
            Source::List(lines) if !lines.is_one() => Err(NotContacts::NoHeader),
            Source::Cards(_) if self.reading.contacts.is_empty() && self.reading.refused.is_empty() => {
                Err(NotContacts::Empty)
            }
            _ => Ok(self.reading),
        }
    }
}
