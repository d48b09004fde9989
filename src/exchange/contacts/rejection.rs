//! What is refused, and why: one row of a file, or the whole of it. Every reason is a sentence for the screen.

use super::{FILE_MAX, ROWS_MAX, Reading, TEXT_MAX};
use crate::domain::person::{BadName, NAME_MAX, one_line};
use std::fmt;

/// A row or card that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The line of the file on which it begins, 1 for the first.
    pub line: usize,
    /// How it begins: plain text on one line, at most 80 characters. It is shown as text only.
    pub what: String,
    /// What is wrong.
    pub why: Why,
    /// It itself, so that it can be handed back; nothing where so much was refused that it is not kept.
    pub stood: Option<Stood>,
}

/// A row or card as it stood in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stood {
    /// The text.
    pub text: Box<str>,
    /// Whether it is longer than what is kept of it.
    pub is_cut: bool,
}

/// So many bytes of one row are kept, so many rows, and so many bytes of all: a broken file must not fill the memory.
const STOOD_MAX: usize = 100_000;
const ROWS_KEPT: usize = 10_000;
const ALL_KEPT: usize = 8_000_000;

/// What is wrong with a row or card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// A quotation mark opens a cell and never closes.
    OpenQuote,
    /// Neither a name, a company nor an address.
    Nameless,
    /// The name is too long.
    LongName,
    /// A field is too long.
    LongText,
    /// The card begins and never ends.
    CutShort,
    /// A group of people, not a person.
    Group,
}

impl Refused {
    /// Refuses what begins so.
    pub fn new(line: usize, what: &str, why: Why) -> Refused {
        let start: String = what.chars().take(400).collect();
        Refused { line, what: one_line(&start).chars().take(80).collect(), why, stood: None }
    }
}

impl Reading {
    /// Refuses a row or card, and keeps it as it `stood` in the file, as far as there is room for that.
    pub(in crate::exchange) fn refuse(&mut self, refused: Refused, stood: &str) {
        let text = stood.get(..stood.floor_char_boundary(STOOD_MAX)).unwrap_or_default();
        let has_room = self.refused.len() < ROWS_KEPT && self.kept + text.len() <= ALL_KEPT;
        let kept = || Stood { text: text.into(), is_cut: text.len() < stood.len() };
        self.kept += if has_room { text.len() } else { 0 };
        self.refused.push(Refused { stood: has_room.then(kept), ..refused });
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if matches!(self.why, Why::CutShort | Why::Group) { "Line" } else { "Row" };
        write!(f, "{place} {}: {}", self.line, self.why)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::OpenQuote => f.write_str("a quotation mark opens and never closes."),
            Why::Nameless => f.write_str("there is neither a name nor an address in it."),
            Why::LongName => write!(f, "the name has more than {NAME_MAX} characters."),
            Why::LongText => write!(f, "one field has more than {TEXT_MAX} characters."),
            Why::CutShort => f.write_str("the card begins and never ends; the file may be cut short."),
            Why::Group => f.write_str("this card is a group of people, not a person."),
        }
    }
}

impl From<BadName> for Why {
    fn from(bad: BadName) -> Why {
        match bad {
            BadName::Empty => Why::Nameless,
            BadName::TooLong => Why::LongName,
        }
    }
}

/// The file holds no contacts that can be read. Nothing of it was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotContacts {
    /// Nothing in it.
    Empty,
    /// Larger than [`FILE_MAX`].
    TooLarge,
    /// More rows than [`ROWS_MAX`].
    TooMany,
    /// A backup of this program.
    Backup,
    /// A workbook of a spreadsheet.
    Workbook,
    /// A document of a word processor.
    Document,
    /// A dump of a database.
    Dump,
    /// An archive.
    Archive,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A web page.
    WebPage,
    /// A calendar.
    Calendar,
    /// Data in JSON.
    Json,
    /// A table of which no column is known.
    NoHeader,
    /// A table without a row under its header.
    NoRows,
}

impl fmt::Display for NotContacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let megabytes = FILE_MAX / 1024 / 1024;
        match self {
            NotContacts::Empty => {
                f.write_str("This file is empty. Export your contacts again and choose the new file.")
            }
            NotContacts::TooLarge => {
                write!(f, "This file is larger than {megabytes} MB. Export your contacts in parts.")
            }
            NotContacts::TooMany => {
                write!(f, "This file has more than {ROWS_MAX} rows. Export your contacts in parts.")
            }
            NotContacts::Backup => f.write_str("This is a backup of a book. Bring it in under “Restore a backup”."),
            NotContacts::Workbook => f.write_str(
                "This is a workbook. Open it in your spreadsheet, save the sheet as CSV, and choose that file.",
            ),
            NotContacts::Document => f.write_str(
                "This is a document of a word processor. Copy the names out of it, and paste them as a list.",
            ),
            NotContacts::Dump => f.write_str(
                "This is a dump of a database. Export your contacts as vCard, CSV or JSON, and choose that file.",
            ),
            NotContacts::Archive => f.write_str(
                "This is an archive. Unpack it and choose the file with your contacts, such as Connections.csv.",
            ),
            NotContacts::Pdf => {
                f.write_str("This is a PDF. Export your contacts as vCard or CSV, and choose that file.")
            }
            NotContacts::Picture => {
                f.write_str("This is a picture. Export your contacts as vCard or CSV, and choose that file.")
            }
            NotContacts::WebPage => {
                f.write_str("This is a web page. Export your contacts as vCard or CSV, and choose that file.")
            }
            NotContacts::Calendar => {
                f.write_str("This is a calendar. Export your contacts, not your appointments, as vCard or CSV.")
            }
            NotContacts::Json => {
                f.write_str("This is neither a backup of a book nor contacts. Export your contacts as vCard or CSV.")
            }
            NotContacts::NoHeader => f.write_str(
                "No column is known in this file. Its first line should name the columns, such as Name, E-mail, Phone.",
            ),
            NotContacts::NoRows => f.write_str(
                "This file has the names of columns and nothing under them. Export your contacts again and choose the new file.",
            ),
        }
    }
}

impl std::error::Error for NotContacts {}

/// What a file is by its first bytes, if it is certainly something else.
pub fn something_else(bytes: &[u8]) -> Option<NotContacts> {
    if bytes.len() > FILE_MAX {
        return Some(NotContacts::TooLarge);
    }
    let begins = |with: &[u8]| bytes.starts_with(with);
    let brand = bytes.get(4..12).unwrap_or_default();
    if begins(b"PK\x03\x04") {
        let head = bytes.get(..2000).unwrap_or(bytes);
        let holds = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
        let sheet = [&b"[Content_Types].xml"[..], b"xl/", b"spreadsheet", b"Index/"].iter().any(|name| holds(name));
        let kind = match () {
            () if holds(b"word/") || holds(b"opendocument.text") => NotContacts::Document,
            () if sheet => NotContacts::Workbook,
            () => NotContacts::Archive,
        };
        return Some(kind);
    }
    match () {
        () if begins(b"\xd0\xcf\x11\xe0") => Some(NotContacts::Workbook),
        () if begins(b"\x1f\x8b") || begins(b"7z\xbc\xaf") || begins(b"Rar!") => Some(NotContacts::Archive),
        () if begins(b"%PDF") => Some(NotContacts::Pdf),
        () if begins(b"\x89PNG") || begins(b"\xff\xd8\xff") || begins(b"GIF8") => Some(NotContacts::Picture),
        () if begins(b"RIFF") && brand.ends_with(b"WEBP") || brand.starts_with(b"ftyp") => Some(NotContacts::Picture),
        () => None,
    }
}

/// What a text is by how it begins, if it is certainly something else.
pub fn other_text(text: &str) -> Option<NotContacts> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let start: String = text.chars().take(4000).collect::<String>().to_ascii_lowercase();
    match start.as_str() {
        "" => Some(NotContacts::Empty),
        s if s.starts_with("{\\rtf") => Some(NotContacts::Document),
        s if s.starts_with('{') && s.contains("\"format\"") && s.contains("\"kith\"") => Some(NotContacts::Backup),
        s if s.starts_with('{') || s.starts_with("[{") => Some(NotContacts::Json),
        s if s.starts_with("<!doctype") || s.starts_with("<html") || s.starts_with("<?xml") => {
            Some(NotContacts::WebPage)
        }
        s if s.starts_with("<svg") || s.starts_with("%!ps") => Some(NotContacts::Picture),
        s if s.starts_with("-- ") && (s.contains("dump") || s.contains("insert into")) => Some(NotContacts::Dump),
        s if s.starts_with("begin:vcalendar") => Some(NotContacts::Calendar),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Option<NotContacts>) {
        let found = something_else(bytes).or_else(|| other_text(&String::from_utf8_lossy(bytes)));
        assert_eq!(found, expected, "{:?}", String::from_utf8_lossy(bytes));
    }

    #[test]
    fn a_file_of_something_else_is_known_by_how_it_begins() {
        for (bytes, expected) in [
            (&b"PK\x03\x04 [Content_Types].xml"[..], NotContacts::Workbook),
            (b"PK\x03\x04 xl/sheet.xml", NotContacts::Workbook),
            (b"PK\x03\x04 Connections.csv", NotContacts::Archive),
            (b"\xd0\xcf\x11\xe0 old excel", NotContacts::Workbook),
            (b"PK\x03\x04 [Content_Types].xml word/document.xml", NotContacts::Document),
            (b"{\\rtf1\\ansi Ann", NotContacts::Document),
            (b"-- MySQL dump 10.13", NotContacts::Dump),
            (b"<svg xmlns='x'>", NotContacts::Picture),
            (b"\x1f\x8b", NotContacts::Archive),
            (b"Rar!\x1a", NotContacts::Archive),
            (b"%PDF-1.7", NotContacts::Pdf),
            (b"\x89PNG\r\n", NotContacts::Picture),
            (b"RIFF\x01\x02\x03\x04WEBPVP8", NotContacts::Picture),
            (b"\x00\x00\x00\x18ftypheic", NotContacts::Picture),
            (b"", NotContacts::Empty),
            (b" \r\n\t", NotContacts::Empty),
            (b"\xef\xbb\xbf{\"format\": \"kith\"}", NotContacts::Backup),
            (b"{\"people\":[]}", NotContacts::Json),
            (b"[{\"name\":\"Jim\"}]", NotContacts::Json),
            (b" <!DOCTYPE html>", NotContacts::WebPage),
            (b"<HTML>", NotContacts::WebPage),
            (b"BEGIN:VCALENDAR\r\n", NotContacts::Calendar),
        ] {
            check(bytes, Some(expected));
        }
    }

    #[test]
    fn what_may_be_contacts_is_let_through() {
        for text in [
            "Name,E-mail\n",
            "BEGIN:VCARD\n",
            "[Name],Phone\n",
            "PKG,Name\n",
            "RIFFraff,Name\n",
            "Name;Begin:VCalendar\n",
        ] {
            check(text.as_bytes(), None);
        }
    }

    #[test]
    fn every_refusal_says_what_to_do_next() {
        use NotContacts::*;
        for why in [
            Empty, TooLarge, TooMany, Backup, Workbook, Document, Dump, Archive, Pdf, Picture, WebPage, Calendar, Json,
            NoHeader, NoRows,
        ] {
            let said = why.to_string();
            assert!(said.starts_with("This") || said.starts_with("No column"), "{said}");
            assert!(said.ends_with('.') && said.matches(['.', '!', '?']).count() >= 2, "two sentences: {said}");
        }
        let rows = ROWS_MAX.to_string();
        assert!(TooMany.to_string().contains(&rows) && TooLarge.to_string().contains("64 MB"));
    }
}
