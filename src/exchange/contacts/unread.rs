//! The rows and cards of a file that could not be read, and the file in which they are handed back.

use super::{Reading, Refused, Wrote};

/// What of one file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    /// All of it, in the order of the file.
    pub refused: Vec<Refused>,
    /// How the file is written.
    pub wrote: Wrote,
}

/// What was not read, as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectedRowsFile {
    /// The name of the file.
    pub name: String,
    /// What kind of file it is (IANA media types).
    pub kind: &'static str,
    /// What stands in it.
    pub text: String,
    /// How many rows or cards are in it.
    pub count: usize,
    /// How many of them are so long that they are cut.
    pub cut: usize,
    /// How many are not in it, because there were too many to keep.
    pub missing: usize,
}

impl Unread {
    /// Takes what was refused out of a reading.
    pub fn taken_from(reading: &mut Reading) -> Unread {
        Unread { refused: std::mem::take(&mut reading.refused), wrote: reading.wrote.clone() }
    }

    /// Whether all of the file could be read.
    pub fn is_empty(&self) -> bool {
        self.refused.is_empty()
    }
}
