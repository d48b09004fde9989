//! A chosen file: a backup, contacts, or neither, found by its content and never by its name.

use super::backup::Refusal;
use super::contact_reader::ContactReader;
use super::contacts::NotContacts;
use super::csv::Habits;
use crate::store::Unreadable;
use std::sync::Arc;

/// What a chosen file is.
#[derive(Debug)]
pub enum DetectedFile {
    /// JSON: a backup, unless reading it ([`super::backup::BackupReader`]) says otherwise; and why it holds no contacts.
    Backup(NotContacts),
    /// Contacts of another program, to be read a piece at a time.
    Contacts(Box<ContactReader>),
}

/// Looks what a chosen file is; contacts will be read as is known beforehand.
///
/// # Errors
/// [`NotContacts`] for every file that is neither.
pub fn detect(bytes: Arc<Vec<u8>>, habits: Habits) -> Result<DetectedFile, NotContacts> {
    match ContactReader::check(&bytes) {
        Ok(()) => Ok(DetectedFile::Contacts(Box::new(ContactReader::of(bytes, habits)))),
        Err(why @ (NotContacts::Backup | NotContacts::Json)) => Ok(DetectedFile::Backup(why)),
        Err(why) => Err(why),
    }
}

/// Returns the sentence for a file of JSON that is not merged: that it is no backup either, or what is wrong with it.
pub fn refused(not_contacts: NotContacts, not_backup: Refusal) -> String {
    match not_backup {
        Refusal::Unreadable(Unreadable::Foreign) => format!("{not_contacts} Nothing was changed."),
        refusal => refusal.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::backup;

    fn check(text: &str, expected: &str) {
        let said = match detect(text.as_bytes().to_vec().into(), Habits::default()) {
            Ok(DetectedFile::Backup(why)) => {
                backup::read(text.as_bytes()).map_or_else(|refusal| refused(why, refusal), |_| "a backup".to_string())
            }
            Ok(DetectedFile::Contacts(mut reader)) => {
                while reader.step(1).unwrap() {}
                format!("{} contacts", reader.so_far().contacts.len())
            }
            Err(why) => format!("{why} Nothing was changed."),
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
