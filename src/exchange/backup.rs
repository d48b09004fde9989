//! Backups: writing one that is proved to read back, reading one from anywhere, and telling what it would change.

use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::stamp::Stamp;
use crate::rules::erase::Group;
use crate::store::Unreadable;
use crate::store::clock_skew;
use crate::store::form::{self, BodyHash, FormReader, Limits, Read};
use crate::store::partial_book::PartialBook;
use crate::store::receipt::is_seen;
use crate::store::stored_record::{StampedFields, StoredRecord};
use chrono::NaiveDate;
use std::fmt;

/// The largest file that is read, in bytes.
pub const BYTES_MAX: usize = 64 << 20;
/// The most records a preview names; the counts are of all.
pub const NAMED_MAX: usize = 500;

/// What a backup of this day, as the person counts days, is called: `kith-YYYY-MM-DD.json`.
pub fn file_name(day: NaiveDate) -> String {
    format!("kith-{day}.json")
}

/// A file that may be merged into the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    /// What it holds, with what it says was erased on another device.
    pub partial_book: PartialBook,
    /// Which of what it says was erased is refused.
    pub refused: Option<NoStamp>,
    /// When it was written, as it says; empty where it does not.
    pub exported_at: String,
}

/// Why a file is not read. Nothing of it is in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// More than [`BYTES_MAX`].
    TooLarge,
    /// Not UTF-8.
    NotText,
    /// Its counts or its SHA-256 do not fit its records.
    Changed,
    /// Something else.
    Unreadable(Unreadable),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::TooLarge => f.write_str("This file is larger than 64 MB. No book is that large."),
            Refusal::NotText => f.write_str("This file is not a Kith backup: it is not text in UTF-8."),
            Refusal::Changed => f.write_str(
                "This file is damaged, or was changed after it was written. If you changed it yourself, take out the lines \
                 \"counts\" and \"sha256\" and try again.",
            ),
            Refusal::Unreadable(Unreadable::Foreign) => f.write_str("This file is not a Kith backup."),
            Refusal::Unreadable(Unreadable::Empty) => f.write_str("This file is empty."),
            Refusal::Unreadable(Unreadable::Newer(_)) => f.write_str(
                "This backup was written by a newer version of Kith. Reload this page to get that version, then try again.",
            ),
            Refusal::Unreadable(why) => write!(f, "This file cannot be read. {why}"),
        }?;
        f.write_str(" Nothing was changed.")
    }
}

impl std::error::Error for Refusal {}

/// A file lists so many records as erased without saying when. No copy of Kith writes such a list, and what nobody dated
/// could not be told from a slip of the hand: none of them is erased. The rest of the file can be merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoStamp(pub usize);

impl fmt::Display for NoStamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (entries, were) = match self.0 {
            1 => ("1 entry".to_string(), "it was"),
            many => (format!("{many} entries"), "they were"),
        };
        write!(
            f,
            "This file asks to erase {entries} without saying when {were} erased, so nothing is erased. The rest of the file \
             can be merged."
        )
    }
}

impl std::error::Error for NoStamp {}

/// Writes a backup and reads it back: the text of the file. `exported_at` is an ISO 8601 moment in UTC such as
/// `2026-11-21T09:30:00Z`, `app` the version of the app. The same book gives the same bytes.
///
/// # Errors
/// [`Refusal`] when what was written does not read back as the book; it must not be offered then.
pub fn write(partial_book: &PartialBook, exported_at: &str, app: &str) -> Result<String, Refusal> {
    let text = form::backup(partial_book, exported_at, app);
    if whole(text.as_bytes())?.partial_book == *partial_book { Ok(text) } else { Err(Refusal::Changed) }
}

/// Reads a backup, or a file of the same shape written by hand: stamps, counts and SHA-256 may be missing.
///
/// # Errors
/// [`Refusal`] for every other file, in time linear in its length.
pub fn read(bytes: &[u8]) -> Result<Incoming, Refusal> {
    whole(bytes).map(Incoming::of)
}

/// Reads all of a file, and proves that it is as it was written.
fn whole(bytes: &[u8]) -> Result<Read, Refusal> {
    let mut reader = BackupReader::of(bytes)?;
    while reader.step(usize::MAX)? {}
    let read = reader.finish();
    let mut proof = BackupProof::of(&read);
    while proof.step(usize::MAX) {}
    proof.finish()?;
    Ok(read)
}

/// Reads a backup a piece at a time.
pub struct BackupReader<'a>(FormReader<'a>);

impl<'a> BackupReader<'a> {
    /// Begins to read a file.
    ///
    /// # Errors
    /// [`Refusal`] where it is too large, or is not text.
    pub fn of(bytes: &'a [u8]) -> Result<BackupReader<'a>, Refusal> {
        if bytes.len() > BYTES_MAX {
            return Err(Refusal::TooLarge);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
        Ok(BackupReader(FormReader::of(text.strip_prefix('\u{feff}').unwrap_or(text), Limits::FILE)))
    }

    /// Reads at most `upto` more records; whether there is more to read.
    ///
    /// # Errors
    /// [`Refusal`] for every file that is no backup.
    pub fn step(&mut self, upto: usize) -> Result<bool, Refusal> {
        self.0.step(upto).map_err(Refusal::Unreadable)
    }

    /// Returns how many hundredths of the file are read.
    pub fn percent(&self) -> usize {
        self.0.percent()
    }

    /// Gives up all that was read, to be proved by [`BackupProof`].
    pub fn finish(self) -> Read {
        self.0.finish()
    }
}

/// Proves a piece at a time that a file is as it was written: its counts and its SHA-256, where it has them.
pub struct BackupProof<'a> {
    read: &'a Read,
    hash: Option<BodyHash<'a>>,
}

impl<'a> BackupProof<'a> {
    /// Begins with the first record.
    pub fn of(read: &'a Read) -> BackupProof<'a> {
        BackupProof { read, hash: read.sha256.as_ref().map(|_| BodyHash::of(&read.partial_book)) }
    }

    /// Takes in at most `upto` more records; whether there are more.
    pub fn step(&mut self, upto: usize) -> bool {
        self.hash.as_mut().is_some_and(|hash| hash.step(upto))
    }

    /// Tells, once all records are taken in, whether the file is as it was written.
    ///
    /// # Errors
    /// [`Refusal::Changed`] where it is not.
    pub fn finish(self) -> Result<(), Refusal> {
        let sum = self.hash.map(BodyHash::finish);
        let fits = sum.zip(self.read.sha256.as_ref()).is_none_or(|(sum, said)| said.eq_ignore_ascii_case(&sum));
        let counted = self.read.counts.as_ref().is_none_or(|said| *said == form::counts(&self.read.partial_book));
        if fits && counted { Ok(()) } else { Err(Refusal::Changed) }
    }
}

impl Incoming {
    /// Takes a file that was read and proved. Where it lists records as erased without a stamp, that list is refused and
    /// the rest stays.
    pub fn of(read: Read) -> Incoming {
        let mut partial_book = read.partial_book;
        let undated = partial_book.remove_erased(Stamp::NEVER);
        let refused = if undated > 0 { Some(NoStamp(undated)) } else { None };
        Incoming { partial_book, refused, exported_at: read.exported_at }
    }
}

/// What merging a file would do to the book, record by record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Records that come into the book.
    pub new: usize,
    /// Records of which a value changes.
    pub changed: usize,
    /// Records that go into the trash.
    pub deleted: usize,
    /// Records that come back out of the trash.
    pub brought_back: usize,
    /// Records of the file that leave what is seen as it is.
    pub same: usize,
    /// Fields in which the file differs and ours stays, because it is later.
    pub differing: usize,
    /// The records that come, change or go, by kind and id, at most [`NAMED_MAX`].
    pub named: Vec<Named>,
    /// Records of the file that were erased in the book for good, and stay so.
    pub stay_erased: usize,
    /// Records of the book that the file says were erased. Only those that are ticked are, by [`chosen`].
    pub would_erase: Vec<(Kind, Id)>,
    /// Records that the file says were erased, and that the book has not.
    pub erased_elsewhere: Vec<(Kind, Id)>,
}

/// One record in a preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What would become of it.
    pub fate: Fate,
    /// Its kind, as the file names it.
    pub kind: Box<str>,
    /// Its id.
    pub id: Id,
    /// Its name, or that of the person it is about; empty where there is none.
    pub name: String,
}

/// What merging would do to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It comes.
    New,
    /// A value of it changes.
    Changed,
    /// It goes into the trash.
    Deleted,
    /// It comes back out of the trash.
    BroughtBack,
    /// It looks as before.
    Same,
}

impl Preview {
    /// Whether merging would write nothing that is seen.
    pub fn is_nothing(&self) -> bool {
        self.new + self.changed + self.deleted + self.brought_back == 0
    }
}

/// What of a file is joined into the book: all its records, and of its erasures those `ticked`. What goes with a ticked
/// record is erased at the same moment.
pub fn chosen(incoming: &PartialBook, ticked: &[Group]) -> PartialBook {
    let mut chosen = PartialBook::of_book(incoming.book);
    for (kind, id, page) in incoming.iter().filter(|(_, _, page)| matches!(page, StoredRecord::Kept(_))) {
        chosen.put(kind, id, page.clone());
    }
    for Group { of: (kind, id), gone } in ticked {
        let Some(erased @ StoredRecord::Erased(_)) = incoming.get(kind.word(), *id) else { continue };
        for (kind, id) in gone {
            let own = incoming.get(kind.word(), *id).filter(|page| matches!(page, StoredRecord::Erased(_)));
            chosen.put(kind.word(), *id, own.unwrap_or(erased).clone());
        }
    }
    chosen
}

/// What merging `incoming` into `book` would do, with none of what it would erase; nothing is done.
/// Stamps ahead of the clock must have been moved ([`clock_skew`]), as the import will move them.
pub fn preview(book: &PartialBook, incoming: &PartialBook) -> Preview {
    let mut preview = Preview::default();
    incoming.iter().for_each(|(kind, id, theirs)| preview.note(book, incoming, (kind, id, theirs)));
    preview
}

impl Preview {
    /// Counts in what merging one more record of the file `incoming` into `book` would do; its stamps must have been
    /// moved, those of the file need not be.
    pub fn note(&mut self, book: &PartialBook, incoming: &PartialBook, (kind, id, theirs): (&str, Id, &StoredRecord)) {
        let ours = book.get(kind, id);
        match (ours, theirs) {
            (Some(StoredRecord::Kept(_)), StoredRecord::Erased(_)) => self.would_erase.push((Kind::of_word(kind), id)),
            (None, StoredRecord::Erased(_)) => self.erased_elsewhere.push((Kind::of_word(kind), id)),
            (Some(StoredRecord::Erased(_)), StoredRecord::Kept(_)) => self.stay_erased += 1,
            _ => {}
        }
        if ours == Some(theirs) || matches!(theirs, StoredRecord::Erased(_)) || kind == clock_skew::KIND {
            self.same += 1;
            return;
        }
        let joined = match ours {
            Some(ours) => &StoredRecord::join(kind, id, ours, theirs),
            None => theirs,
        };
        if let (Some(StoredRecord::Kept(ours)), StoredRecord::Kept(theirs), StoredRecord::Kept(_)) =
            (ours, theirs, joined)
        {
            self.differing += differing(kind, ours, theirs);
        }
        let fate = fate(kind, ours, joined);
        self.count(fate);
        if fate != Fate::Same && self.named.len() < NAMED_MAX {
            let shown = if fate == Fate::Deleted { ours.unwrap_or(joined) } else { joined };
            self.named.push(Named { fate, kind: kind.into(), id, name: name(book, incoming, kind, shown) });
        }
    }

    fn count(&mut self, fate: Fate) {
        match fate {
            Fate::New => self.new += 1,
            Fate::Changed => self.changed += 1,
            Fate::Deleted => self.deleted += 1,
            Fate::BroughtBack => self.brought_back += 1,
            Fate::Same => self.same += 1,
        }
    }
}

fn fate(kind: &str, ours: Option<&StoredRecord>, joined: &StoredRecord) -> Fate {
    let before = ours.is_some_and(|page| is_seen(kind, page));
    match (before, is_seen(kind, joined), ours) {
        (false, true, None) => Fate::New,
        (false, true, Some(_)) => Fate::BroughtBack,
        (true, false, _) => Fate::Deleted,
        (true, true, Some(ours)) if values(kind, ours) != values(kind, joined) => Fate::Changed,
        _ => Fate::Same,
    }
}

/// The values of a page without stamps, without cleared fields, and without the trash, which shows otherwise.
fn values(kind: &str, page: &StoredRecord) -> Vec<(Box<str>, Box<str>)> {
    let StoredRecord::Kept(text) = page else { return Vec::new() };
    let lines = StampedFields::of(kind, text).0.into_iter();
    let said = lines.filter(|(name, line)| !line.is_cleared() && &**name != "trashed");
    said.map(|(name, line)| (name, line.value)).collect()
}

/// The fields in which theirs differ and ours stay.
fn differing(kind: &str, ours: &str, theirs: &str) -> usize {
    let ours = StampedFields::of(kind, ours).0;
    let theirs = StampedFields::of(kind, theirs).0;
    let both = theirs.iter().filter_map(|(name, line)| Some((ours.get(name)?, line)));
    both.filter(|(ours, theirs)| ours > theirs && ours.value != theirs.value).count()
}

/// A record's own name, or that of the person it is about.
fn name(book: &PartialBook, incoming: &PartialBook, kind: &str, page: &StoredRecord) -> String {
    let StoredRecord::Kept(text) = page else { return String::new() };
    let lines = StampedFields::of(kind, text).0;
    let text_of = |name: &str| lines.get(name).and_then(|line| serde_json::from_str::<String>(&line.value).ok());
    if let Some(name) = text_of("name") {
        return name;
    }
    let about = ["prospect", "person"].iter().find_map(|name| text_of(name));
    let about = about.and_then(|id| Id::parse(&id).ok());
    let person = about.and_then(|id| incoming.get("person", id).or_else(|| book.get("person", id)));
    person.map_or(
        String::new(),
        |page| if kind == "person" { String::new() } else { name(book, incoming, "person", page) },
    )
}
