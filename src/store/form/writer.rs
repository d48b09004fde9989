//! Writes a partial book a piece at a time: its records, their SHA-256, a whole backup.

use super::write_head;
use crate::domain::id::Id;
use crate::store::partial_book::PartialBook;
use crate::store::stored_record::StoredRecord;
use sha2::{Digest, Sha256};

/// The text between the parts of a book.
pub(super) struct Breaks {
    /// Before a member of the book.
    member: &'static str,
    /// After the colon of a name.
    blank: &'static str,
    /// Before the bracket that ends a member.
    end: &'static str,
    /// Before a kind, and before what was erased.
    kind: &'static str,
    /// Before a record.
    record: &'static str,
}

/// Everything on one line: a chunk, and what the SHA-256 is over.
pub(super) const ON_ONE_LINE: Breaks = Breaks { member: "", blank: "", end: "", kind: "", record: "" };
/// A record a line: a backup.
const BY_LINES: Breaks = Breaks { member: "  ", blank: " ", end: "\n  ", kind: "\n    ", record: "\n      " };

type Records<'a> = Box<dyn Iterator<Item = (&'a str, Id, &'a StoredRecord)> + 'a>;

/// Writes the members `records` and `erased`.
pub(super) struct BodyWriter<'a> {
    breaks: &'static Breaks,
    records: Records<'a>,
    erased: Records<'a>,
    /// The kind whose records are being written.
    kind: Option<&'a str>,
    stage: BodyStage,
}

#[derive(Clone, Copy)]
enum BodyStage {
    Begin,
    Records,
    Erased,
    Done,
}

impl<'a> BodyWriter<'a> {
    pub(super) fn of(partial_book: &'a PartialBook, breaks: &'static Breaks) -> BodyWriter<'a> {
        let (records, erased) = (Box::new(partial_book.iter()), Box::new(partial_book.iter()));
        BodyWriter { breaks, records, erased, kind: None, stage: BodyStage::Begin }
    }

    /// Appends at most `upto` more records; whether there is more to write.
    pub(super) fn step(&mut self, upto: usize, text: &mut String) -> bool {
        let Breaks { member, blank, end, .. } = self.breaks;
        for _ in 0..upto {
            let stage = self.stage;
            self.stage = match stage {
                BodyStage::Begin => {
                    text.push_str(&format!("{member}\"records\":{blank}{{"));
                    BodyStage::Records
                }
                BodyStage::Records if self.record(text) => BodyStage::Records,
                BodyStage::Records => {
                    text.push_str(&format!("{end}}},{end}\"erased\":{blank}["));
                    BodyStage::Erased
                }
                BodyStage::Erased if self.erasure(text) => BodyStage::Erased,
                BodyStage::Erased => {
                    text.push_str(&format!("{end}]"));
                    BodyStage::Done
                }
                BodyStage::Done => return false,
            };
        }
        true
    }

    /// Appends the next record that is kept, under its kind; whether there was one.
    fn record(&mut self, text: &mut String) -> bool {
        let Breaks { blank, kind: kind_break, record, .. } = self.breaks;
        let mut kept = self.records.by_ref().filter_map(|(kind, _, stored)| match stored {
            StoredRecord::Kept(stored) => Some((kind, stored)),
            StoredRecord::Erased(_) => None,
        });
        let next = kept.next();
        let before = std::mem::replace(&mut self.kind, next.map(|(kind, _)| kind));
        if before.is_some() && before != self.kind {
            text.push_str(&format!("{kind_break}]"));
        }
        let Some((kind, stored)) = next else { return false };
        if before.is_some() {
            text.push(',');
        }
        if before != Some(kind) {
            text.push_str(&format!("{kind_break}\"{kind}\":{blank}["));
        }
        text.push_str(record);
        text.push_str(stored);
        true
    }

    /// Appends the next record that was erased; whether there was one.
    fn erasure(&mut self, text: &mut String) -> bool {
        let mut erased = self.erased.by_ref().filter_map(|(kind, id, stored)| match stored {
            StoredRecord::Erased(stamp) => Some((kind, id, stamp)),
            StoredRecord::Kept(_) => None,
        });
        let Some((kind, id, stamp)) = erased.next() else { return false };
        if self.kind.replace(kind).is_some() {
            text.push(',');
        }
        let kind_break = self.breaks.kind;
        text.push_str(&format!("{kind_break}{{\"kind\":\"{kind}\",\"id\":\"{id}\",\"_at\":\"{stamp}\"}}"));
        true
    }
}

/// Works out the SHA-256 of the records of a partial book, a piece at a time.
pub struct BodyHash<'a> {
    body: BodyWriter<'a>,
    digest: Sha256,
    piece: String,
}

impl<'a> BodyHash<'a> {
    /// Begins with the first record.
    pub fn of(partial_book: &'a PartialBook) -> BodyHash<'a> {
        BodyHash {
            body: BodyWriter::of(partial_book, &ON_ONE_LINE),
            digest: Sha256::new_with_prefix("{"),
            piece: String::new(),
        }
    }

    /// Takes in at most `upto` more records; whether there are more.
    pub fn step(&mut self, upto: usize) -> bool {
        self.piece.clear();
        let more = self.body.step(upto, &mut self.piece);
        self.digest.update(&self.piece);
        more
    }

    /// Returns the sum in hexadecimal, once all records are taken in.
    pub fn finish(self) -> String {
        let sum = self.digest.chain_update("}").finalize();
        sum.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Writes a backup a piece at a time: first the sum of its records is worked out, then the text is written.
pub struct BackupWriter<'a> {
    partial_book: &'a PartialBook,
    exported_at: &'a str,
    app: &'a str,
    hash: Option<BodyHash<'a>>,
    body: BodyWriter<'a>,
    text: String,
    done: usize,
}

impl<'a> BackupWriter<'a> {
    /// Begins a backup; `exported_at` is an ISO 8601 moment, `app` the version of the app.
    pub fn of(partial_book: &'a PartialBook, exported_at: &'a str, app: &'a str) -> BackupWriter<'a> {
        let (hash, body) = (Some(BodyHash::of(partial_book)), BodyWriter::of(partial_book, &BY_LINES));
        BackupWriter { partial_book, exported_at, app, hash, body, text: String::new(), done: 0 }
    }

    /// Takes in or writes at most `upto` more records; whether there is more to do.
    pub fn step(&mut self, upto: usize) -> bool {
        self.done = self.done.saturating_add(upto);
        let Some(hash) = &mut self.hash else { return self.body.step(upto, &mut self.text) };
        if !hash.step(upto) {
            let sha256 = self.hash.take().map(BodyHash::finish).unwrap_or_default();
            write_head(&mut self.text, self.partial_book, [self.exported_at, self.app, &sha256]);
        }
        true
    }

    /// Returns how many hundredths of the work are done.
    pub fn percent(&self) -> usize {
        let all = 2 * self.partial_book.len().max(1);
        self.done.min(all) * 100 / all
    }

    /// Returns the text of the file, once all is written.
    pub fn finish(mut self) -> String {
        self.text.push_str("\n}\n");
        self.text
    }
}
