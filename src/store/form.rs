//! The form: the one JSON text of every partial book, and its version. No other file knows either.

use super::json::{STRING_MAX, Scan, comma, inner};
use super::page::{Desk, Page};
use super::pages::Pages;
use super::unreadable::Unreadable;
use crate::domain::id::Id;
use crate::domain::order::{gathered, sort_by_key};
use crate::domain::stamp::Stamp;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The version of the form. A newer one is left alone; whoever adds a member beside `records` and `erased` that holds
/// anything of the person's must raise it.
const VERSION: u64 = 1;
const FORMAT: &str = "kith";
/// The most members of a book, and the most kinds of records; bounded, so that looking for one given twice is quick.
const NAMES_MAX: usize = 256;

/// How much a text may hold.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most fields of a record.
    pub fields: usize,
    /// The most records.
    pub records: usize,
    /// The most characters of a string.
    pub string: usize,
}

impl Limits {
    /// For what was kept here: joining may make more of a record than any file had, and it must still open.
    pub const KEPT: Limits = Limits { fields: usize::MAX, records: usize::MAX, string: usize::MAX };
    /// For files from outside.
    pub const FILE: Limits = Limits { fields: 64, records: 200_000, string: STRING_MAX };
}

/// A partial book as it was read, with what a backup says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    /// What it holds.
    pub pages: Pages,
    /// Whether nothing was in it that this version does not understand; only then may the text itself go one day.
    pub whole: bool,
    /// When it was written, as it says; empty where it does not.
    pub exported_at: String,
    /// How many records of each kind it says it has.
    pub counts: Option<BTreeMap<Box<str>, u64>>,
    /// The SHA-256 of its records, as it says.
    pub sha256: Option<String>,
}

/// Reads a partial book.
///
/// # Errors
/// [`Unreadable`] for any text that is not one of this version's, in time linear in its length.
pub fn read(text: &str, limits: Limits) -> Result<Read, Unreadable> {
    if text.trim_ascii().is_empty() {
        return Err(Unreadable::Empty);
    }
    let mut reader = Reader { limits, ..Reader::default() };
    let outcome = reader.document(text);
    match (reader.version, outcome) {
        // A newer form may look wrong to us anywhere; what it says of itself comes first.
        (Some(version), _) if reader.is_ours && version > VERSION => Err(Unreadable::Newer(version)),
        (_, Err(why)) => Err(why),
        _ if !reader.is_ours => Err(Unreadable::Foreign),
        _ => Ok(Read { whole: !reader.strange, ..reader.read }),
    }
}

/// The text on one line: a journal entry, or a segment before it is deflated.
pub fn compact(pages: &Pages) -> String {
    let book = pages.book.map_or(String::new(), |id| format!("\"book\":\"{id}\","));
    let body = body(pages);
    format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},{book}{}", body.get(1..).unwrap_or_default())
}

/// The text of a backup: a record a line, with counts and the SHA-256 of `{"records":…,"erased":…}` on one line.
/// `exported_at` is an ISO 8601 moment, `app` the version of the app.
pub fn backup(pages: &Pages, exported_at: &str, app: &str) -> String {
    let mut text = format!("{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION},\n");
    if let Some(book) = pages.book {
        text.push_str(&format!("  \"book\": \"{book}\",\n"));
    }
    for (name, value) in [("exported_at", exported_at), ("app", app)] {
        text.push_str(&format!("  \"{name}\": "));
        super::json::quote(&mut text, value);
        text.push_str(",\n");
    }
    let counts: Vec<String> = counts(pages).iter().map(|(kind, n)| format!("\"{kind}\": {n}")).collect();
    text.push_str(&format!("  \"counts\": {{ {} }},\n  \"sha256\": \"{}\",\n", counts.join(", "), sha256(pages)));
    write_body(pages, &mut text, "\n  ", "\n    ", "\n      ");
    text.push_str("\n}\n");
    text
}

/// How many records of each kind there are, erased ones left out.
pub fn counts(pages: &Pages) -> BTreeMap<Box<str>, u64> {
    let kept = |page: &&Page| matches!(page, Page::Kept(_));
    let counts = pages.kinds().map(|(kind, pages)| (kind.into(), pages.values().filter(kept).count() as u64));
    gathered(counts.filter(|(_, count)| *count > 0))
}

/// The SHA-256 of the records, in hexadecimal.
pub fn sha256(pages: &Pages) -> String {
    Sha256::digest(body(pages)).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The records and the erased ids on one line; what the SHA-256 is over.
fn body(pages: &Pages) -> String {
    let mut text = String::from("{");
    write_body(pages, &mut text, "", "", "");
    text.push('}');
    text
}

/// Writes the members `records` and `erased`; the breaks go before a member, a kind, a record.
fn write_body(pages: &Pages, text: &mut String, member: &str, kind_break: &str, record: &str) {
    let blank = if member.is_empty() { "" } else { " " };
    let member = if member.is_empty() { "" } else { "  " };
    text.push_str(&format!("{member}\"records\":{blank}{{"));
    let start = text.len();
    for (kind, of_kind) in pages.kinds() {
        let mut kept = of_kind.values().filter_map(|page| match page {
            Page::Kept(page) => Some(page),
            Page::Erased(_) => None,
        });
        let Some(first) = kept.next() else { continue };
        comma(text, start);
        text.push_str(&format!("{kind_break}\"{kind}\":{blank}[{record}{first}"));
        for page in kept {
            text.push(',');
            text.push_str(record);
            text.push_str(page);
        }
        text.push_str(&format!("{kind_break}]"));
    }
    let end = if member.is_empty() { "" } else { "\n  " };
    text.push_str(&format!("{end}}},{end}\"erased\":{blank}["));
    let start = text.len();
    for (kind, id, page) in pages.iter() {
        let Page::Erased(stamp) = page else { continue };
        comma(text, start);
        text.push_str(&format!("{kind_break}{{\"kind\":\"{kind}\",\"id\":\"{id}\",\"_at\":\"{stamp}\"}}"));
    }
    text.push_str(&format!("{end}]"));
}

#[derive(Default)]
struct Reader {
    limits: Limits,
    read: Read,
    is_ours: bool,
    version: Option<u64>,
    strange: bool,
    records: usize,
    names: Vec<Box<str>>,
    desk: Desk,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits::FILE
    }
}

impl Reader {
    fn document(&mut self, text: &str) -> Result<(), Unreadable> {
        let mut scan = Scan::with_strings_up_to(self.limits.string, text);
        if scan.peek() != Some(b'{') {
            scan.value(&mut String::new())?;
            scan.end()?;
            return Err(Unreadable::Foreign);
        }
        scan.object(|scan, name| {
            if self.names.len() >= NAMES_MAX {
                return Err(Unreadable::TooManyFields);
            }
            if self.names.iter().any(|known| &**known == name) {
                return Err(Unreadable::Twice);
            }
            self.names.push(name.into());
            self.member(scan, name)
        })?;
        scan.end()
    }

    fn member(&mut self, scan: &mut Scan, name: &str) -> Result<(), Unreadable> {
        match name {
            "records" => return self.kinds(scan),
            "erased" => return self.erased(scan),
            _ => {}
        }
        let mut text = String::new();
        scan.value(&mut text)?;
        let string = if text.starts_with('"') { Some(inner(&text)) } else { None };
        match name {
            "format" => self.is_ours = string == Some(FORMAT),
            "version" => self.version = Some(text.parse().map_err(|_| Unreadable::Shape)?),
            "book" => {
                let id = string.and_then(|text| Id::parse(text).ok());
                self.read.pages.book = Some(id.ok_or(Unreadable::BadId)?);
            }
            "exported_at" => self.read.exported_at = string.unwrap_or_default().into(),
            "app" => {}
            "sha256" => self.read.sha256 = Some(string.ok_or(Unreadable::Shape)?.into()),
            "counts" => self.read.counts = Some(counts_in(&text)?),
            _ => self.strange = true,
        }
        Ok(())
    }

    fn kinds(&mut self, scan: &mut Scan) -> Result<(), Unreadable> {
        if scan.peek() != Some(b'{') {
            return Err(Unreadable::Shape);
        }
        let mut names: Vec<Box<str>> = Vec::new();
        scan.object(|scan, kind| {
            if names.iter().any(|known| &**known == kind) {
                return Err(Unreadable::Twice);
            }
            if names.len() >= NAMES_MAX {
                return Err(Unreadable::TooManyFields);
            }
            names.push(kind.into());
            self.kind(scan, kind)
        })
    }

    fn kind(&mut self, scan: &mut Scan, kind: &str) -> Result<(), Unreadable> {
        if scan.peek() != Some(b'[') {
            return Err(Unreadable::Shape);
        }
        let mut pages: Vec<(Id, Page)> = Vec::new();
        scan.list(|scan| {
            self.count()?;
            pages.push(Page::read(scan, kind, self.limits.fields, &mut self.desk)?);
            Ok(())
        })?;
        sort_by_key(&mut pages, |(id, _)| *id);
        let twice = pages.iter().zip(pages.iter().skip(1)).any(|(a, b)| a.0 == b.0);
        self.read.pages.put_kind(kind, pages);
        if twice { Err(Unreadable::Twice) } else { Ok(()) }
    }

    fn erased(&mut self, scan: &mut Scan) -> Result<(), Unreadable> {
        if scan.peek() != Some(b'[') {
            return Err(Unreadable::Shape);
        }
        let mut text = String::new();
        scan.list(|scan| {
            self.count()?;
            let (mut kind, mut id, mut stamp) = (None, None, Stamp::NEVER);
            if scan.peek() != Some(b'{') {
                return Err(Unreadable::Shape);
            }
            scan.object(|scan, name| {
                text.clear();
                scan.value(&mut text)?;
                match (name, text.as_str()) {
                    ("kind", t) if t.starts_with('"') => kind = Some(Box::<str>::from(inner(t))),
                    ("id", t) if t.starts_with('"') => id = Id::parse(inner(t)).ok(),
                    ("_at", "\"\"") => {}
                    ("_at", t) => stamp = Stamp::parse(inner(t)).map_err(|_| Unreadable::BadStamp)?,
                    _ => self.strange = true,
                }
                Ok(())
            })?;
            let (Some(kind), Some(id)) = (kind, id) else { return Err(Unreadable::BadId) };
            self.read.pages.put(&kind, id, Page::Erased(stamp));
            Ok(())
        })
    }

    fn count(&mut self) -> Result<(), Unreadable> {
        self.records += 1;
        if self.records > self.limits.records { Err(Unreadable::TooManyRecords) } else { Ok(()) }
    }
}

fn counts_in(value: &str) -> Result<BTreeMap<Box<str>, u64>, Unreadable> {
    let mut counts = BTreeMap::new();
    let mut text = String::new();
    if !value.starts_with('{') {
        return Err(Unreadable::Shape);
    }
    Scan::new(value).object(|scan, kind| {
        text.clear();
        scan.value(&mut text)?;
        let count: u64 = text.parse().map_err(|_| Unreadable::Shape)?;
        if count > 0 {
            counts.insert(kind.into(), count);
        }
        Ok(())
    })?;
    Ok(counts)
}
