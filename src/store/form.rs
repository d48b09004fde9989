//! The form: the one JSON text of every partial book, and its version. No other file knows either.

use super::json::{STRING_MAX, quote};
use super::partial_book::PartialBook;
use super::stored_record::StoredRecord;
use super::unreadable::Unreadable;
use crate::domain::order::collect_sorted;
use crate::domain::stamp::FILE_COUNTER_MAX;
use std::collections::BTreeMap;

mod reader;
mod writer;

pub use reader::FormReader;
pub use writer::{BackupWriter, BodyHash};
use writer::{BodyWriter, ON_ONE_LINE};

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
    let mut reader = FormReader::of(text, limits);
    while reader.step(usize::MAX)? {}
    Ok(reader.finish())
}

/// The text on one line: a journal entry, or a segment before it is deflated.
pub fn compact(partial_book: &PartialBook) -> String {
    let book = partial_book.book.map_or(String::new(), |id| format!("\"book\":\"{id}\","));
    let mut text = format!("{{\"format\":\"{FORMAT}\",\"version\":{VERSION},{book}");
    BodyWriter::of(partial_book, &ON_ONE_LINE).step(usize::MAX, &mut text);
    text.push('}');
    text
}

/// The text of a backup: a record a line, with counts and the SHA-256 of `{"records":…,"erased":…}` on one line.
/// `exported_at` is an ISO 8601 moment, `app` the version of the app.
pub fn backup(partial_book: &PartialBook, exported_at: &str, app: &str) -> String {
    let mut writer = BackupWriter::of(partial_book, exported_at, app);
    while writer.step(usize::MAX) {}
    writer.finish()
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
    let mut hash = BodyHash::of(partial_book);
    while hash.step(usize::MAX) {}
    hash.finish()
}

/// Appends the lines before the records: format, version, book, moment, app, counts and SHA-256.
fn write_head(text: &mut String, partial_book: &PartialBook, [exported_at, app, sha256]: [&str; 3]) {
    text.push_str(&format!("{{\n  \"format\": \"{FORMAT}\",\n  \"version\": {VERSION},\n"));
    if let Some(book) = partial_book.book {
        text.push_str(&format!("  \"book\": \"{book}\",\n"));
    }
    for (name, value) in [("exported_at", exported_at), ("app", app)] {
        text.push_str(&format!("  \"{name}\": "));
        quote(text, value);
        text.push_str(",\n");
    }
    let counts: Vec<String> = counts(partial_book).iter().map(|(kind, n)| format!("\"{kind}\": {n}")).collect();
    text.push_str(&format!("  \"counts\": {{ {} }},\n  \"sha256\": \"{sha256}\",\n", counts.join(", ")));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::stamp::Stamp;

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
