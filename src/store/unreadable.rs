//! Why a text is not a book, or not one this version reads.

use std::fmt;

/// Why a text could not be read. What was kept under it stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing there.
    Empty,
    /// The storage did not hand it out; another time it may.
    Unreached,
    /// The checksum does not fit the text.
    Damaged,
    /// It inflates to more than any part of a book has.
    TooLarge,
    /// Not JSON, or cut off.
    NotJson,
    /// JSON, but not of ours.
    Foreign,
    /// Written by a newer version of the app; the number is the version of the form.
    Newer(u64),
    /// Ours, but a part has another shape than it must have.
    Shape,
    /// A name, or a record, is there twice.
    Twice,
    /// More than 32 levels.
    TooDeep,
    /// A string of more than 20,000 characters.
    TooLong,
    /// More fields than a record may have.
    TooManyFields,
    /// More than 200,000 records.
    TooManyRecords,
    /// A record without an id, or with a bad one.
    BadId,
    /// A stamp outside 2000 to 2200, or misspelt.
    BadStamp,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unreadable::Empty => "There is nothing in it.",
            Unreadable::Unreached => "The browser did not hand it out.",
            Unreadable::Damaged => "It is damaged: its checksum does not fit.",
            Unreadable::TooLarge => "It is larger than any part of a book can be.",
            Unreadable::NotJson => "It is damaged or cut off: it is not JSON to its end.",
            Unreadable::Foreign => "It is not a Kith book.",
            Unreadable::Newer(_) => {
                "A newer version of Kith wrote it. Reload this page to get that version, then try again."
            }
            Unreadable::Shape => "A part of it does not look as a Kith book does.",
            Unreadable::Twice => "The same name or record is in it twice.",
            Unreadable::TooDeep => "It has more than 32 levels.",
            Unreadable::TooLong => "A text in it has more than 20,000 characters.",
            Unreadable::TooManyFields => "A record in it has too many fields.",
            Unreadable::TooManyRecords => "It has more than 200,000 records.",
            Unreadable::BadId => "A record in it has no proper id.",
            Unreadable::BadStamp => "A record in it was written at a time outside 2000 to 2200.",
        })
    }
}

impl std::error::Error for Unreadable {}
