//! A stored record: one record as it is kept, in one text; and its fields, the fields with their stamps.

mod field_scratch;

pub use field_scratch::FieldScratch;

use super::json::{Scan, comma, inner};
use super::unreadable::Unreadable;
use crate::domain::id::Id;
use crate::domain::stamp::Stamp;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

/// One record as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoredRecord {
    /// The canonical text of its object: `id` first, the fields by name, `_at` last. It is taken apart only where two
    /// versions of a record differ, because a book of twenty years has 65,000 of them.
    Kept(Arc<str>),
    /// Erased for good at this stamp: nothing else of it is known any more, and nothing brings it back.
    Erased(Stamp),
}

/// One field: when it was written, and the canonical text of its value. `null` is a field that was cleared; in the stored
/// record only its stamp is left of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct StampedField {
    /// When it was written.
    pub stamp: Stamp,
    /// The canonical JSON text.
    pub value: Box<str>,
}

/// The fields of a stored record by the name of the field. A person's tags are a field each, named `tags.` and the tag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StampedFields(pub BTreeMap<Box<str>, StampedField>);

impl StoredRecord {
    /// The join of two versions of one record of this kind: field by field the greater; erased absorbs everything.
    pub fn join(kind: &str, id: Id, ours: &StoredRecord, theirs: &StoredRecord) -> StoredRecord {
        match (ours, theirs) {
            (StoredRecord::Erased(a), StoredRecord::Erased(b)) => StoredRecord::Erased(*a.max(b)),
            (StoredRecord::Erased(stamp), _) | (_, StoredRecord::Erased(stamp)) => StoredRecord::Erased(*stamp),
            (StoredRecord::Kept(a), StoredRecord::Kept(b)) if a == b => StoredRecord::Kept(a.clone()),
            (StoredRecord::Kept(a), StoredRecord::Kept(b)) => {
                let mut fields = StampedFields::of(kind, a);
                fields.join(StampedFields::of(kind, b));
                StoredRecord::Kept(fields.text(kind, id).into())
            }
        }
    }

    /// Reads one record of this kind with at most so many fields.
    ///
    /// # Errors
    /// [`Unreadable`] when it is no object, has no id, a stamp that is none, or a name twice.
    pub fn read(
        scan: &mut Scan,
        kind: &str,
        most: usize,
        scratch: &mut FieldScratch,
    ) -> Result<(Id, StoredRecord), Unreadable> {
        scratch.fill(scan)?;
        let id = scratch.find("id").map(inner).and_then(|text| Id::parse(text).ok()).ok_or(Unreadable::BadId)?;
        if scratch.fields().count() > most {
            return Err(Unreadable::TooManyFields);
        }
        let text =
            if scratch.is_plain(kind) { scratch.plain_text()? } else { scratch.stamped_fields(kind)?.text(kind, id) };
        Ok((id, StoredRecord::Kept(text.into())))
    }

    /// About how many bytes of JSON it takes.
    pub fn text_length(&self) -> usize {
        match self {
            StoredRecord::Kept(text) => text.len(),
            StoredRecord::Erased(_) => 120,
        }
    }

    /// Every stamp of it, some more than once; nothing for fields without one.
    pub fn each_stamp(&self, mut each: impl FnMut(Stamp)) {
        let text = match self {
            StoredRecord::Erased(stamp) => return each(*stamp),
            StoredRecord::Kept(text) => text,
        };
        let Some(at) = stamps_in(text) else { return };
        // Every stamp is between quotes, and so are the names. Only what follows a colon is a stamp: a field may have a
        // name that looks like one, and must not push the clock. Inside a name every quote is escaped, so what follows
        // `":` there ends in a backslash.
        let mut before = if at.starts_with('{') { "" } else { ":" };
        for text in at.trim_matches('"').split('"') {
            if before == ":"
                && let Ok(stamp) = Stamp::parse(text)
            {
                each(stamp);
            }
            before = text;
        }
    }

    /// The latest stamp of it.
    pub fn latest(&self) -> Stamp {
        let mut latest = Stamp::NEVER;
        self.each_stamp(|stamp| latest = latest.max(stamp));
        latest
    }
}

/// The value of `_at` in a canonical stored record, found from its end without taking the stored record apart.
fn stamps_in(stored: &str) -> Option<&str> {
    let stored = stored.strip_suffix('}')?;
    // A quote inside a string is escaped, so this can only be a name; that it is the stored record's own, and not one of an
    // object in its last field, is seen by what follows reaching to the end.
    let (_, at) = stored.rsplit_once("\"_at\":")?;
    let is_whole = match at.strip_prefix('"') {
        Some(stamp) => stamp.strip_suffix('"').is_some_and(|stamp| !stamp.contains('"')),
        None => {
            let mut scan = Scan::new(at);
            scan.object(|scan, _| scan.string(&mut String::new())).and_then(|()| scan.end()).is_ok()
        }
    };
    is_whole.then_some(at)
}

/// Whether a record is in the trash: `trashed` is true, and no field of it was written later; a later edit brings a
/// record back.
pub fn is_trashed(kind: &str, stored: &str) -> bool {
    if !stored.contains("\"trashed\":true") {
        return false;
    }
    let fields = StampedFields::of(kind, stored).0;
    let trashed = fields.get("trashed").filter(|field| &*field.value == "true");
    trashed.is_some_and(|trashed| fields.values().all(|field| field.stamp <= trashed.stamp))
}

impl StampedField {
    /// Whether the field was cleared.
    pub fn is_cleared(&self) -> bool {
        &*self.value == "null"
    }
}

impl StampedFields {
    /// The fields of a canonical stored record; those of a text that is none are empty.
    pub fn of(kind: &str, stored: &str) -> StampedFields {
        let mut scratch = FieldScratch::default();
        scratch.fill(&mut Scan::new(stored)).and_then(|()| scratch.stamped_fields(kind)).unwrap_or_default()
    }

    /// Takes in other fields of the same record: the greater (stamp, value bytes) of each.
    pub fn join(&mut self, others: StampedFields) {
        for (name, field) in others.0 {
            self.put(name, field);
        }
    }

    /// Takes in one field, if it is greater than the one there. Cleared at no known time is the same as never written.
    pub fn put(&mut self, name: Box<str>, field: StampedField) {
        if field.stamp == Stamp::NEVER && field.is_cleared() {
            return;
        }
        match self.0.entry(name) {
            Entry::Vacant(place) => {
                place.insert(field);
            }
            Entry::Occupied(mut place) if field > *place.get() => {
                place.insert(field);
            }
            Entry::Occupied(_) => {}
        }
    }

    /// The canonical text of the stored record. Tags are one list again; the stamp most fields have is `*`, the latest of
    /// them if several are as frequent.
    pub fn text(&self, kind: &str, id: Id) -> String {
        let mut text = format!("{{\"id\":\"{id}\"");
        let tags = self.tags(kind);
        let mut tags_due = tags.is_some();
        for (name, field) in &self.0 {
            let name = name.as_ref();
            let is_tag = tag_of(kind, name).is_some();
            if tags_due && (is_tag || name > "tags") {
                push_field(&mut text, "tags", tags.as_deref().unwrap_or_default());
                tags_due = false;
            }
            if !field.is_cleared() && !is_tag {
                push_field(&mut text, name, &field.value);
            }
        }
        if tags_due {
            push_field(&mut text, "tags", tags.as_deref().unwrap_or_default());
        }
        self.push_stamps(&mut text);
        text.push('}');
        text
    }

    /// The list of a person's tags; `None` where no tag is known, not even one taken off.
    fn tags(&self, kind: &str) -> Option<String> {
        let mut list = String::from("[");
        let mut any = false;
        for (name, field) in &self.0 {
            let Some(tag) = tag_of(kind, name) else { continue };
            any = true;
            if !field.is_cleared() {
                comma(&mut list, 1);
                list.push('"');
                list.push_str(tag);
                list.push('"');
            }
        }
        list.push(']');
        any.then_some(list)
    }

    fn push_stamps(&self, text: &mut String) {
        let mut counts: BTreeMap<Stamp, usize> = BTreeMap::new();
        for field in self.0.values().filter(|field| !field.is_cleared()) {
            *counts.entry(field.stamp).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(stamp, count)| (*count, *stamp));
        let rest = most.map_or(Stamp::NEVER, |(stamp, _)| stamp);
        let own = |field: &StampedField| field.stamp != rest || field.is_cleared();
        if !self.0.values().any(own) {
            if rest != Stamp::NEVER {
                text.push_str(&format!(",\"_at\":\"{rest}\""));
            }
            return;
        }
        text.push_str(",\"_at\":{");
        let start = text.len();
        if rest != Stamp::NEVER {
            text.push_str(&format!("\"*\":\"{rest}\""));
        }
        for (name, field) in self.0.iter().filter(|(_, field)| own(field)) {
            comma(text, start);
            text.push_str(&format!("\"{name}\":\"{}\"", field.stamp));
        }
        text.push('}');
    }
}

/// The tag a field of a person stands for.
fn tag_of<'a>(kind: &str, name: &'a str) -> Option<&'a str> {
    if kind == "person" { name.strip_prefix("tags.") } else { None }
}

fn push_field(text: &mut String, name: &str, value: &str) {
    text.push_str(",\"");
    text.push_str(name);
    text.push_str("\":");
    text.push_str(value);
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "1795253400000-0-k3f9a2mq7x";
    const B: &str = "1795253400001-0-k3f9a2mq7x";

    fn read(json: &str) -> Result<(Id, StoredRecord), Unreadable> {
        StoredRecord::read(&mut Scan::new(json), "person", 64, &mut FieldScratch::default())
    }

    /// `A` and `B` stand for the two stamps, single quotes for double ones.
    fn json(text: &str) -> String {
        text.replace('\'', "\"").replace("\"A\"", &format!("\"{A}\"")).replace("\"B\"", &format!("\"{B}\""))
    }

    fn check(came: &str, kept: &str) {
        let (id, stored) = read(&json(came)).unwrap();
        assert_eq!((id.as_str(), stored), ("p1", StoredRecord::Kept(json(kept).into())), "{came}");
    }

    #[test]
    fn a_record_has_one_text_on_its_page() {
        for (came, kept) in [
            ("{'_at':'A','name':'Jim','id':'p1'}", "{'id':'p1','name':'Jim','_at':'A'}"),
            ("{'id':'p1','name':'Jim'}", "{'id':'p1','name':'Jim'}"),
            ("{'id':'p1','a':1,'_at':{'*':'A'}}", "{'id':'p1','a':1,'_at':'A'}"),
            (
                "{'id':'p1','a':1,'b':2,'c':3,'_at':{'*':'A','a':'B','b':'B'}}",
                "{'id':'p1','a':1,'b':2,'c':3,'_at':{'*':'B','c':'A'}}",
            ),
            ("{'id':'p1','a':1,'b':2,'_at':{'a':'A','b':'B'}}", "{'id':'p1','a':1,'b':2,'_at':{'*':'B','a':'A'}}"),
            ("{'id':'p1','a':1,'b':2,'_at':{'a':'A'}}", "{'id':'p1','a':1,'b':2,'_at':{'*':'A','b':''}}"),
            ("{'id':'p1','a':null,'b':2,'_at':'A'}", "{'id':'p1','b':2,'_at':{'*':'A','a':'A'}}"),
            ("{'id':'p1','a':null}", "{'id':'p1'}"),
        ] {
            check(came, kept);
            check(kept, kept);
        }
    }

    #[test]
    fn the_tags_of_a_person_are_a_list_on_the_page_and_a_line_each_in_a_join() {
        for (came, kept) in [
            ("{'id':'p1','tags':['vip','golf'],'_at':'A'}", "{'id':'p1','tags':['golf','vip'],'_at':'A'}"),
            ("{'id':'p1','tags':'golf'}", "{'id':'p1','tags':['golf']}"),
            ("{'id':'p1','tags':[7,null]}", "{'id':'p1','tags':['7']}"),
            (
                "{'id':'p1','tags':['a','b'],'_at':{'tags':'A','tags.b':'B'}}",
                "{'id':'p1','tags':['a','b'],'_at':{'*':'B','tags.a':'A'}}",
            ),
            (
                "{'id':'p1','tags':['a'],'_at':{'*':'A','tags.gone':'B'}}",
                "{'id':'p1','tags':['a'],'_at':{'*':'A','tags.gone':'B'}}",
            ),
        ] {
            check(came, kept);
            check(kept, kept);
        }
        let stored = |text: &str| read(&json(text)).unwrap();
        let (id, ours) = stored("{'id':'p1','tags':['a'],'_at':{'*':'A','tags.b':'B'}}");
        let (_, theirs) = stored("{'id':'p1','tags':['b','c'],'_at':'A'}");
        let joined = StoredRecord::join("person", id, &ours, &theirs);
        assert_eq!(joined, stored("{'id':'p1','tags':['a','c'],'_at':{'*':'A','tags.b':'B'}}").1);
    }

    #[test]
    fn what_is_no_record_is_told_apart() {
        for (came, why) in [
            ("[]", Unreadable::Shape),
            ("{'name':'Jim'}", Unreadable::BadId),
            ("{'id':7}", Unreadable::BadId),
            ("{'id':'p1','*':1,'_at':{'a':'A'}}", Unreadable::Shape),
            ("{'id':'p1','a':1,'_at':'soon'}", Unreadable::BadStamp),
            ("{'id':'p1','tags':[['a']]}", Unreadable::Shape),
            ("{'id':'p1','id':'p2'}", Unreadable::Twice),
        ] {
            assert_eq!(read(&json(came)), Err(why), "{came}");
        }
    }

    #[test]
    fn every_stamp_is_found_from_the_end_of_the_page() {
        for (came, count) in [
            ("{'id':'p1','a':1,'_at':'A'}", 1),
            ("{'id':'p1','a':1}", 0),
            ("{'id':'p1','a':1,'b':2,'_at':{'*':'B','a':'A'}}", 2),
            ("{'id':'p1','z':{'_at':'A'}}", 0),
            ("{'id':'p1','z':{'_at':{'a':'A'}}}", 0),
            ("{'id':'p1','tags':['}'],'_at':{'*':'A','tags.}}':'B'}}", 2),
            ("{'id':'p1','A':1,'b':2,'_at':{'A':'A','b':'B'}}", 2),
            ("{'id':'p1','a':1,'x\\':\\'B':2,'_at':{'x\\':\\'B':'A','a':'B'}}", 2),
        ] {
            let mut found = 0;
            read(&json(came)).unwrap().1.each_stamp(|_| found += 1);
            assert_eq!(found, count, "{came}");
        }
    }
}
