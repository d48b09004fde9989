//! Reads a partial book a piece at a time.

use super::{FORMAT, Limits, NAMES_MAX, Read, VERSION};
use crate::domain::id::Id;
use crate::domain::order::sort_by_key;
use crate::domain::stamp::Stamp;
use crate::store::json::{Scan, inner};
use crate::store::stored_record::{FieldScratch, StoredRecord};
use crate::store::unreadable::Unreadable;
use std::collections::BTreeMap;

/// A text of which some is read.
pub struct FormReader<'a> {
    limits: Limits,
    scan: Scan<'a>,
    stage: FormStage,
    read: Read,
    is_ours: bool,
    version: Option<u64>,
    strange: bool,
    records: usize,
    name: String,
    members: Names,
    kinds: Names,
    kind: Vec<(Id, StoredRecord)>,
    scratch: FieldScratch,
}

/// The next thing to read.
#[derive(Clone, Copy)]
enum FormStage {
    /// The beginning of the text.
    Begin,
    /// A member of the book.
    Member,
    /// A kind of records.
    Kind,
    /// A record of the last of the kinds.
    Record,
    /// A record that was erased.
    Erased,
    /// Nothing.
    Done,
}

/// The names of one object so far.
#[derive(Default)]
struct Names(Vec<Box<str>>);

impl Names {
    fn add(&mut self, name: &str) -> Result<(), Unreadable> {
        if self.0.iter().any(|known| &**known == name) {
            return Err(Unreadable::Twice);
        }
        if self.0.len() >= NAMES_MAX {
            return Err(Unreadable::TooManyFields);
        }
        self.0.push(name.into());
        Ok(())
    }
}

impl<'a> FormReader<'a> {
    /// Begins to read a text.
    pub fn of(text: &'a str, limits: Limits) -> FormReader<'a> {
        FormReader {
            limits,
            scan: Scan::with_strings_up_to(limits.string, text),
            stage: FormStage::Begin,
            read: Read::default(),
            is_ours: false,
            version: None,
            strange: false,
            records: 0,
            name: String::new(),
            members: Names::default(),
            kinds: Names::default(),
            kind: Vec::new(),
            scratch: FieldScratch::default(),
        }
    }

    /// Reads at most `upto` more records or members; whether there is more to read.
    ///
    /// # Errors
    /// [`Unreadable`] for any text that is not one of this version's, in time linear in its length.
    pub fn step(&mut self, upto: usize) -> Result<bool, Unreadable> {
        for _ in 0..upto {
            let stage = match self.next() {
                Ok(stage) => stage,
                Err(why) => return Err(self.newer().unwrap_or(why)),
            };
            self.stage = stage;
            if let FormStage::Done = stage {
                return match self.newer() {
                    Some(newer) => Err(newer),
                    None if self.is_ours => Ok(false),
                    None => Err(Unreadable::Foreign),
                };
            }
        }
        Ok(true)
    }

    /// Returns how many hundredths of the text are read.
    pub fn percent(&self) -> usize {
        self.scan.percent()
    }

    /// Gives up all that was read.
    pub fn finish(self) -> Read {
        Read { whole: !self.strange, ..self.read }
    }

    /// A newer form may look wrong to this version anywhere; what it says of itself comes first.
    fn newer(&self) -> Option<Unreadable> {
        self.version.filter(|version| self.is_ours && *version > VERSION).map(Unreadable::Newer)
    }

    fn next(&mut self) -> Result<FormStage, Unreadable> {
        match self.stage {
            FormStage::Begin => self.begin(),
            FormStage::Member => self.member(),
            FormStage::Kind => self.next_kind(),
            FormStage::Record => self.record(),
            FormStage::Erased => self.erasure(),
            FormStage::Done => Ok(FormStage::Done),
        }
    }

    fn begin(&mut self) -> Result<FormStage, Unreadable> {
        match self.scan.peek() {
            None => Err(Unreadable::Empty),
            Some(b'{') if self.scan.begin(b'{')? => Ok(FormStage::Member),
            Some(b'{') => self.end(),
            Some(_) => {
                self.scan.value(&mut String::new())?;
                self.end()
            }
        }
    }

    fn end(&mut self) -> Result<FormStage, Unreadable> {
        self.scan.end()?;
        Ok(FormStage::Done)
    }

    /// Reads a member up to its first record, or as a whole.
    fn member(&mut self) -> Result<FormStage, Unreadable> {
        self.scan.name(&mut self.name)?;
        self.members.add(inner(&self.name))?;
        let (open, stage) = match inner(&self.name) {
            "records" => (b'{', FormStage::Kind),
            "erased" => (b'[', FormStage::Erased),
            _ => {
                self.value()?;
                return self.after_member();
            }
        };
        if self.scan.peek() != Some(open) {
            return Err(Unreadable::Shape);
        }
        if self.scan.begin(open)? { Ok(stage) } else { self.after_member() }
    }

    fn after_member(&mut self) -> Result<FormStage, Unreadable> {
        if self.scan.has_next(b'}')? { Ok(FormStage::Member) } else { self.end() }
    }

    /// Reads the value of a member that holds no records.
    fn value(&mut self) -> Result<(), Unreadable> {
        let mut text = String::new();
        self.scan.value(&mut text)?;
        let string = if text.starts_with('"') { Some(inner(&text)) } else { None };
        match inner(&self.name) {
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

    fn next_kind(&mut self) -> Result<FormStage, Unreadable> {
        self.scan.name(&mut self.name)?;
        self.kinds.add(inner(&self.name))?;
        if self.scan.peek() != Some(b'[') {
            return Err(Unreadable::Shape);
        }
        if self.scan.begin(b'[')? { Ok(FormStage::Record) } else { self.after_kind() }
    }

    fn record(&mut self) -> Result<FormStage, Unreadable> {
        self.count()?;
        let kind = inner(&self.name);
        let (id, stored) = StoredRecord::read(&mut self.scan, kind, self.limits.fields, &mut self.scratch)?;
        self.check_stamps(&stored)?;
        self.kind.push((id, stored));
        if self.scan.has_next(b']')? { Ok(FormStage::Record) } else { self.after_kind() }
    }

    /// Puts the records of a kind into the book, all at once, which takes less than one by one.
    fn after_kind(&mut self) -> Result<FormStage, Unreadable> {
        let mut records = std::mem::take(&mut self.kind);
        sort_by_key(&mut records, |(id, _)| *id);
        let twice = records.iter().zip(records.iter().skip(1)).any(|(a, b)| a.0 == b.0);
        self.read.partial_book.put_kind(inner(&self.name), records);
        if twice {
            return Err(Unreadable::Twice);
        }
        if self.scan.has_next(b'}')? { Ok(FormStage::Kind) } else { self.after_member() }
    }

    fn erasure(&mut self) -> Result<FormStage, Unreadable> {
        self.count()?;
        let (mut kind, mut id, mut stamp) = (None, None, Stamp::NEVER);
        if self.scan.peek() != Some(b'{') {
            return Err(Unreadable::Shape);
        }
        let (strange, mut text) = (&mut self.strange, String::new());
        self.scan.object(|scan, name| {
            text.clear();
            scan.value(&mut text)?;
            match (name, text.as_str()) {
                ("kind", t) if t.starts_with('"') => kind = Some(Box::<str>::from(inner(t))),
                ("id", t) if t.starts_with('"') => id = Id::parse(inner(t)).ok(),
                ("_at", "\"\"") => {}
                ("_at", t) => stamp = Stamp::parse(inner(t)).map_err(|_| Unreadable::BadStamp)?,
                _ => *strange = true,
            }
            Ok(())
        })?;
        let (Some(kind), Some(id)) = (kind, id) else { return Err(Unreadable::BadId) };
        let stored = StoredRecord::Erased(stamp);
        self.check_stamps(&stored)?;
        self.read.partial_book.put(&kind, id, stored);
        if self.scan.has_next(b']')? { Ok(FormStage::Erased) } else { self.after_member() }
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
