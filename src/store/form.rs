//! The form: the one JSON text of every partial book, and its version. No other file knows either.

use super::json::{STRING_MAX, Scan, comma, inner};
use super::partial_book::PartialBook;
use super::stored_record::{FieldScratch, StoredRecord};
use super::unreadable::Unreadable;
use crate::domain::id::Id;
use crate::domain::order::{collect_sorted, sort_by_key};
use crate::domain::stamp::{FILE_COUNTER_MAX, Stamp};
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
    /// The greatest counter of a stamp; of a file it leaves room for acts after it.
    pub counter: u32,
}

impl Limits {
    /// For what was kept here: joining may make more of a record than any file had, and it must still open.
    pub const KEPT: Limits = Limits { fields: usize::MAX, records: usize::MAX, string: usize::MAX, counter: u32::MAX };
    /// For files from outside.
    pub const FILE: Limits = Limits { fields: 64, records: 200_000, string: STRING_MAX, counter: FILE_COUNTER_MAX };
}

/// A partial book as it was read, with what a backup says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Read {
    /// What it holds.
    pub partial_book: PartialBook,
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
    let mut reader = PartialBookReader { limits, ..PartialBookReader::default() };
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
pub fn compact(partial_book: &PartialBook) -> String {
    let book = partial_book.book.map_or(String::new(), |id| format!("\"book\":\"{id}\","));
    let body = body(partial_book);
    format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},{book}{}", body.get(1..).unwrap_or_default())
}

/// The text of a backup: a record a line, with counts and the SHA-256 of `{"records":…,"erased":…}` on one line.
/// `exported_at` is an ISO 8601 moment, `app` the version of the app.
pub fn backup(partial_book: &PartialBook, exported_at: &str, app: &str) -> String {
    let mut text = format!("{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION},\n");
    if let Some(book) = partial_book.book {
        text.push_str(&format!("  \"book\": \"{book}\",\n"));
    }
    for (name, value) in [("exported_at", exported_at), ("app", app)] {
        text.push_str(&format!("  \"{name}\": "));
        super::json::quote(&mut text, value);
        text.push_str(",\n");
    }
    let counts: Vec<String> = counts(partial_book).iter().map(|(kind, n)| format!("\"{kind}\": {n}")).collect();
    text.push_str(&format!(
        "  \"counts\": {{ {} }},\n  \"sha256\": \"{}\",\n",
        counts.join(", "),
        sha256(partial_book)
    ));
    write_body(partial_book, &mut text, "\n  ", "\n    ", "\n      ");
    text.push_str("\n}\n");
    text
}

/// How many records of each kind there are, erased ones left out.
pub fn counts(partial_book: &PartialBook) -> BTreeMap<Box<str>, u64> {
    let kept = |stored: &&StoredRecord| matches!(stored, StoredRecord::Kept(_));
    let counts = partial_book
        .kinds()
        .map(|(kind, partial_book)| (kind.into(), partial_book.values().filter(kept).count() as u64));
    collect_sorted(counts.filter(|(_, count)| *count > 0))
}

/// The SHA-256 of the records, in hexadecimal.
pub fn sha256(partial_book: &PartialBook) -> String {
    Sha256::digest(body(partial_book)).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The records and the erased ids on one line; what the SHA-256 is over.
fn body(partial_book: &PartialBook) -> String {
    let mut text = String::from("{");
    write_body(partial_book, &mut text, "", "", "");
    text.push('}');
    text
}

/// Writes the members `records` and `erased`; the breaks go before a member, a kind, a record.
fn write_body(partial_book: &PartialBook, text: &mut String, member: &str, kind_break: &str, record: &str) {
    let blank = if member.is_empty() { "" } else { " " };
    let member = if member.is_empty() { "" } else { "  " };
    text.push_str(&format!("{member}\"records\":{blank}{{"));
    let start = text.len();
    for (kind, of_kind) in partial_book.kinds() {
        let mut kept = of_kind.values().filter_map(|stored| match stored {
            StoredRecord::Kept(stored) => Some(stored),
            StoredRecord::Erased(_) => None,
        });
        let Some(first) = kept.next() else { continue };
        comma(text, start);
        text.push_str(&format!("{kind_break}\"{kind}\":{blank}[{record}{first}"));
        for stored in kept {
            text.push(',');
            text.push_str(record);
            text.push_str(stored);
        }
        text.push_str(&format!("{kind_break}]"));
    }
    let end = if member.is_empty() { "" } else { "\n  " };
    text.push_str(&format!("{end}}},{end}\"erased\":{blank}["));
    let start = text.len();
    for (kind, id, stored) in partial_book.iter() {
        let StoredRecord::Erased(stamp) = stored else { continue };
        comma(text, start);
        text.push_str(&format!("{kind_break}{{\"kind\":\"{kind}\",\"id\":\"{id}\",\"_at\":\"{stamp}\"}}"));
    }
    text.push_str(&format!("{end}]"));
}

#[derive(Default)]
struct PartialBookReader {
    limits: Limits,
    read: Read,
    is_ours: bool,
    version: Option<u64>,
    strange: bool,
    records: usize,
    names: Vec<Box<str>>,
    scratch: FieldScratch,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits::FILE
    }
}

impl PartialBookReader {
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
                self.read.partial_book.book = Some(id.ok_or(Unreadable::BadId)?);
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
        let mut partial_book: Vec<(Id, StoredRecord)> = Vec::new();
        scan.list(|scan| {
            self.count()?;
            let (id, stored) = StoredRecord::read(scan, kind, self.limits.fields, &mut self.scratch)?;
            self.check_stamps(&stored)?;
            partial_book.push((id, stored));
            Ok(())
        })?;
        sort_by_key(&mut partial_book, |(id, _)| *id);
        let twice = partial_book.iter().zip(partial_book.iter().skip(1)).any(|(a, b)| a.0 == b.0);
        self.read.partial_book.put_kind(kind, partial_book);
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
            let stored = StoredRecord::Erased(stamp);
            self.check_stamps(&stored)?;
            self.read.partial_book.put(&kind, id, stored);
            Ok(())
        })
    }

    fn check_stamps(&self, stored: &StoredRecord) -> Result<(), Unreadable> {
        let mut fits = true;
        if self.limits.counter < u32::MAX {
            stored.each_stamp(|stamp| fits &= stamp.counter <= self.limits.counter);
        }
        if fits { Ok(()) } else { Err(Unreadable::BadStamp) }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> Result<Read, Unreadable> {
        read(&text.replace('\'', "\""), Limits::FILE)
    }

    /// A document with these members besides its format.
    fn with(members: &str) -> Result<Read, Unreadable> {
        file(&format!("{{'format':'kith','version':1,{members}}}"))
    }

    fn check(members: &str, expected: &str) {
        let text = compact(&with(members).unwrap().partial_book);
        assert_eq!(text, format!("{{'format':'kith','version':1,{expected}}}").replace('\'', "\""), "{members}");
        assert_eq!(compact(&read(&text, Limits::KEPT).unwrap().partial_book), text, "what was written reads back");
    }

    #[test]
    fn a_partial_book_has_one_text() {
        check("'records':{}", "'records':{},'erased':[]");
        check(
            "'records':{'touch':[],'person':[{'name':'B','id':'p2'},{'id':'p1'}]}",
            "'records':{'person':[{'id':'p1'},{'id':'p2','name':'B'}]},'erased':[]",
        );
        check("'book':'b1','app':'0.9','counts':{}", "'book':'b1','records':{},'erased':[]");
        check(
            "'erased':[{'_at':'1795253400000-0-k3f9a2mq7x','kind':'ask','id':'a1'}]",
            "'records':{},'erased':[{'kind':'ask','id':'a1','_at':'1795253400000-0-k3f9a2mq7x'}]",
        );
    }

    #[test]
    fn a_record_that_is_erased_and_there_is_erased() {
        let both = "'records':{'ask':[{'id':'a1'}]},'erased':[{'kind':'ask','id':'a1','_at':''}]";
        check(both, "'records':{},'erased':[{'kind':'ask','id':'a1','_at':''}]");
    }

    #[test]
    fn what_this_version_does_not_understand_is_noticed_and_not_taken_for_damage() {
        for (members, whole) in [
            ("'records':{}", true),
            ("'records':{'dream':[{'id':'d1','colour':'green'}]}", true),
            ("'records':{},'attachments':[1,2]", false),
            ("'erased':[{'kind':'ask','id':'a1','_at':'','why':'asked to'}]", false),
        ] {
            assert_eq!(with(members).map(|read| read.whole), Ok(whole), "{members}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_by_its_kind() {
        for (members, why) in [
            ("'records':[]", Unreadable::Shape),
            ("'records':{'person':{}}", Unreadable::Shape),
            ("'records':{},'records':{}", Unreadable::Twice),
            ("'records':{'person':[],'person':[]}", Unreadable::Twice),
            ("'records':{'person':[{'id':'p1'},{'id':'p1'}]}", Unreadable::Twice),
            ("'book':7", Unreadable::BadId),
            ("'erased':{}", Unreadable::Shape),
            ("'erased':[7]", Unreadable::Shape),
            ("'erased':[{'kind':'ask','_at':''}]", Unreadable::BadId),
            ("'erased':[{'kind':'ask','id':'a1','_at':'soon'}]", Unreadable::BadStamp),
            ("'counts':[]", Unreadable::Shape),
            ("'counts':{'person':'two'}", Unreadable::Shape),
            ("'sha256':7", Unreadable::Shape),
        ] {
            assert_eq!(with(members), Err(why), "{members}");
        }
        for (text, why) in [
            ("", Unreadable::Empty),
            (" \n", Unreadable::Empty),
            ("[]", Unreadable::Foreign),
            ("{}", Unreadable::Foreign),
            ("{'format':'other','version':1}", Unreadable::Foreign),
            ("{'format':'kith','version':'one'}", Unreadable::Shape),
            ("{'format':'kith'} more", Unreadable::NotJson),
            ("{'format':'kith',", Unreadable::NotJson),
        ] {
            assert_eq!(file(text), Err(why), "{text}");
        }
    }

    #[test]
    fn a_newer_version_is_told_before_anything_that_looks_wrong() {
        for text in
            ["{'format':'kith','version':2,'records':[]}", "{'format':'kith','version':2,'records':{},'records':1}"]
        {
            assert_eq!(file(text), Err(Unreadable::Newer(2)), "{text}");
        }
        assert_eq!(file("{'format':'other','version':2,'records':[]}"), Err(Unreadable::Shape));
    }

    #[test]
    fn limits_are_for_files_and_not_for_what_was_kept() {
        let fields: String = (0..65).map(|n| format!(",\"f{n}\":1")).collect();
        let long = "x".repeat(STRING_MAX + 1);
        for (record, why) in [
            (format!("{{\"id\":\"p1\"{fields}}}"), Unreadable::TooManyFields),
            (format!("{{\"id\":\"p1\",\"note\":\"{long}\"}}"), Unreadable::TooLong),
        ] {
            let text = format!("{{\"format\":\"kith\",\"records\":{{\"person\":[{record}]}}}}");
            assert_eq!(read(&text, Limits::FILE), Err(why));
            assert!(read(&text, Limits::KEPT).is_ok());
        }
        let few = Limits { records: 2, ..Limits::FILE };
        let three = "{\"format\":\"kith\",\"records\":{\"a\":[{\"id\":\"1\"}],\"b\":[{\"id\":\"1\"},{\"id\":\"2\"}]}}";
        assert_eq!(read(three, few), Err(Unreadable::TooManyRecords));
    }

    #[test]
    fn a_backup_tells_what_it_holds_and_its_sum_is_that_of_its_records_alone() {
        let partial_book = with("'book':'b1','records':{'person':[{'id':'p1'},{'id':'p2'}],'ask':[{'id':'a1'}]},'erased':[{'kind':'person','id':'p3','_at':''}]").unwrap().partial_book;
        let text = backup(&partial_book, "2026-11-21T09:30:00Z", "1.0 \"beta\"");
        let told = read(&text, Limits::FILE).unwrap();
        assert_eq!(told.partial_book, partial_book);
        assert_eq!(told.exported_at, "2026-11-21T09:30:00Z");
        assert_eq!(told.counts, Some(counts(&partial_book)));
        assert_eq!(counts(&partial_book), [("ask".into(), 1), ("person".into(), 2)].into());
        assert_eq!(told.sha256.as_deref(), Some(sha256(&partial_book).as_str()));
        let elsewhere = backup(&partial_book, "2027-01-01T00:00:00Z", "9.9");
        assert_eq!(read(&elsewhere, Limits::FILE).unwrap().sha256, told.sha256);
        let mut more = partial_book.clone();
        more.put("ask", Id::parse("a2").unwrap(), StoredRecord::Erased(Stamp::NEVER));
        assert_ne!(sha256(&more), sha256(&partial_book));
        assert!(text.lines().filter(|line| line.contains("\"id\":")).count() == 4, "a record a line");
    }
}
