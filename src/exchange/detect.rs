//! A chosen file: a backup, contacts, or neither, found by its content and never by its name.

use super::backup::{self, Incoming, Refusal};
use super::contact_reader::ContactReader;
use super::contacts::NotContacts;
use super::csv::Habits;
use crate::store::Unreadable;
use std::fmt;
use std::sync::Arc;

/// What a chosen file is.
#[derive(Debug)]
pub enum DetectedFile {
    /// A backup.
    Backup(Incoming),
    /// Contacts of another program, to be read a piece at a time.
    Contacts(Box<ContactReader>),
}

/// Why a chosen file is not read. Nothing of it is in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotRead {
    /// It is a backup that cannot be merged.
    Backup(Refusal),
    /// It holds no contacts.
    Contacts(NotContacts),
}

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NotRead::Backup(why) => why.fmt(f),
            NotRead::Contacts(why) => write!(f, "{why} Nothing was changed."),
        }
    }
}

impl std::error::Error for NotRead {}

/// Opens a chosen file, read as is known beforehand.
///
/// # Errors
/// [`NotRead`] for every file that is neither.
pub fn open(bytes: Arc<Vec<u8>>, habits: Habits) -> Result<DetectedFile, NotRead> {
    match ContactReader::check(&bytes) {
        Ok(()) => Ok(DetectedFile::Contacts(Box::new(ContactReader::of(bytes, habits)))),
        Err(why @ (NotContacts::Backup | NotContacts::Json)) => match backup::read(&bytes) {
            Ok(incoming) => Ok(DetectedFile::Backup(incoming)),
            Err(Refusal::Unreadable(Unreadable::Foreign)) => Err(NotRead::Contacts(why)),
            Err(refusal) => Err(NotRead::Backup(refusal)),
        },
        Err(why) => Err(NotRead::Contacts(why)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let said = match open(text.as_bytes().to_vec().into(), Habits::default()) {
            Ok(DetectedFile::Backup(_)) => "a backup".to_string(),
            Ok(DetectedFile::Contacts(mut reader)) => {
                while reader.step(1).unwrap() {}
                format!("{} contacts", reader.so_far().contacts.len())
            }
            Err(why) => why.to_string(),
        };
        assert!(said.contains(expected), "{text}: {said}");
    }

    #[test]
    fn a_file_is_known_by_its_content() {
        check("{\"format\":\"kith\",\"version\":1,\"records\":{}}", "a backup");
        check("Name,E-mail\nJim Ito,jim@example.com\n", "1 contacts");
        check("BEGIN:VCARD\nVERSION:3.0\nFN:Jim Ito\nEND:VCARD\n", "1 contacts");
    }

    #[test]
    fn what_is_neither_is_refused_with_a_sentence() {
        check("", "This file is empty");
        check("{\"format\":\"kith\",\"version\":9}", "newer version");
        check("{\"format\":\"kith\",\"version\":1,\"rec", "damaged or cut off");
        check("{\"people\":[]}", "neither a backup");
        check("%PDF-1.7", "This is a PDF");
        for text in ["", "{\"format\":\"kith\",\"version\":9}", "%PDF-1.7"] {
            check(text, "Nothing was changed.");
        }
    }
}
