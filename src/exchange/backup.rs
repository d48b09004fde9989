//! Backups: writing one that is proved to read back, reading one from anywhere, and telling what it would change.

use crate::domain::id::Id;
use crate::store::Unreadable;
use crate::store::form::{self, Limits};
use crate::store::page::{Lines, Page};
use crate::store::pages::Pages;
use crate::store::receipt::is_seen;
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
    /// What it holds.
    pub pages: Pages,
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

/// Writes a backup and reads it back: the text of the file. `exported_at` is an ISO 8601 moment in UTC such as
/// `2026-11-21T09:30:00Z`, `app` the version of the app. The same book gives the same bytes.
///
/// # Errors
/// [`Refusal`] when what was written does not read back as the book; it must not be offered then.
pub fn write(pages: &Pages, exported_at: &str, app: &str) -> Result<String, Refusal> {
    let text = form::backup(pages, exported_at, app);
    if read(text.as_bytes())?.pages != *pages {
        return Err(Refusal::Changed);
    }
    Ok(text)
}

/// Reads a backup, or a file of the same shape written by hand: stamps, counts and SHA-256 may be missing.
///
/// # Errors
/// [`Refusal`] for every other file, in time linear in its length.
pub fn read(bytes: &[u8]) -> Result<Incoming, Refusal> {
    if bytes.len() > BYTES_MAX {
        return Err(Refusal::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let read = form::read(text, Limits::FILE).map_err(Refusal::Unreadable)?;
    let counted = read.counts.is_none_or(|counts| counts == form::counts(&read.pages));
    let fits = |sum: String| sum.eq_ignore_ascii_case(&form::sha256(&read.pages));
    if !counted || !read.sha256.is_none_or(fits) {
        return Err(Refusal::Changed);
    }
    Ok(Incoming { pages: read.pages, exported_at: read.exported_at })
}

/// What merging a file would do to the book, record by record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preview {
    /// Records that come into the book.
    pub new: usize,
    /// Records of which a value changes.
    pub changed: usize,
    /// Records that go into the trash or are erased.
    pub deleted: usize,
    /// Records that come back out of the trash.
    pub brought_back: usize,
    /// Records of the file that leave what is seen as it is.
    pub same: usize,
    /// Fields in which the file differs and ours stays, because it is later.
    pub differing: usize,
    /// The records that come, change or go, by kind and id, at most [`NAMED_MAX`].
    pub named: Vec<Named>,
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
    /// It goes into the trash, or is erased.
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

/// What merging `incoming` into `book` would do; nothing is done.
pub fn preview(book: &Pages, incoming: &Pages) -> Preview {
    let mut preview = Preview::default();
    incoming.iter().for_each(|(kind, id, theirs)| preview.note(book, incoming, (kind, id, theirs)));
    preview
}

impl Preview {
    /// Notes what merging would do to one record of `incoming`. A preview of every record, each noted once, is that of
    /// [`preview`].
    pub fn note(&mut self, book: &Pages, incoming: &Pages, (kind, id, theirs): (&str, Id, &Page)) {
        let ours = book.get(kind, id);
        if ours == Some(theirs) {
            self.same += 1;
            return;
        }
        let joined = match ours {
            Some(ours) => &Page::join(kind, id, ours, theirs),
            None => theirs,
        };
        let fate = fate(kind, ours, joined);
        match fate {
            Fate::New => self.new += 1,
            Fate::Changed => self.changed += 1,
            Fate::Deleted => self.deleted += 1,
            Fate::BroughtBack => self.brought_back += 1,
            Fate::Same => self.same += 1,
        }
        if let (Some(Page::Kept(ours)), Page::Kept(theirs), Page::Kept(_)) = (ours, theirs, joined) {
            self.differing += differing(kind, ours, theirs);
        }
        if fate != Fate::Same && self.named.len() < NAMED_MAX {
            let shown = if fate == Fate::Deleted { ours.unwrap_or(joined) } else { joined };
            self.named.push(Named { fate, kind: kind.into(), id, name: name(book, incoming, kind, shown) });
        }
    }
}

fn fate(kind: &str, ours: Option<&Page>, joined: &Page) -> Fate {
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
fn values(kind: &str, page: &Page) -> Vec<(Box<str>, Box<str>)> {
    let Page::Kept(text) = page else { return Vec::new() };
    let lines = Lines::of(kind, text).0.into_iter();
    let said = lines.filter(|(name, line)| !line.is_cleared() && &**name != "trashed");
    said.map(|(name, line)| (name, line.value)).collect()
}

/// The fields in which theirs differ and ours stay.
fn differing(kind: &str, ours: &str, theirs: &str) -> usize {
    let ours = Lines::of(kind, ours).0;
    let theirs = Lines::of(kind, theirs).0;
    let both = theirs.iter().filter_map(|(name, line)| Some((ours.get(name)?, line)));
    both.filter(|(ours, theirs)| ours > theirs && ours.value != theirs.value).count()
}

/// A record's own name, or that of the person it is about.
fn name(book: &Pages, incoming: &Pages, kind: &str, page: &Page) -> String {
    let Page::Kept(text) = page else { return String::new() };
    let lines = Lines::of(kind, text).0;
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
