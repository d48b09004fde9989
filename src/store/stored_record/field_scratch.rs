//! The scratch space on which records are read: their members side by side, before they become a stored record or fields.

use super::{StampedField, StampedFields, push_field, tag_of};
use crate::domain::order::sort_by_key;
use crate::domain::stamp::Stamp;
use crate::store::json::{Scan, inner};
use crate::store::unreadable::Unreadable;
use std::collections::BTreeMap;
use std::ops::Range;

/// Room used again and again while records are read.
#[derive(Default)]
pub struct FieldScratch {
    text: String,
    members: Vec<(Range<usize>, Range<usize>)>,
}

impl FieldScratch {
    /// Reads an object into the scratch space: names and values in canonical text, sorted by name, none twice.
    pub(super) fn fill(&mut self, scan: &mut Scan) -> Result<(), Unreadable> {
        self.text.clear();
        self.members.clear();
        if scan.peek() != Some(b'{') {
            return Err(Unreadable::Shape);
        }
        let FieldScratch { text, members } = self;
        scan.object(|scan, name| {
            let start = text.len();
            text.push_str(name);
            let end = text.len();
            scan.value(text)?;
            members.push((start..end, end..text.len()));
            Ok(())
        })?;
        let name = |member: &(Range<usize>, Range<usize>)| text.get(member.0.clone()).unwrap_or_default();
        sort_by_key(members, |member| name(member));
        let twice = members.iter().zip(members.iter().skip(1)).any(|(a, b)| name(a) == name(b));
        if twice { Err(Unreadable::Twice) } else { Ok(()) }
    }

    fn members(&self) -> impl Iterator<Item = (&str, &str)> {
        let slice = |range: &Range<usize>| self.text.get(range.clone()).unwrap_or_default();
        self.members.iter().map(move |(name, value)| (slice(name), slice(value)))
    }

    /// The members that are fields of the record.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.members().filter(|(name, _)| !matches!(*name, "id" | "_at"))
    }

    pub(super) fn find(&self, name: &str) -> Option<&str> {
        self.members().find(|(n, _)| *n == name).map(|(_, value)| value)
    }

    /// Whether the members as they are make the canonical text: one stamp for all, and no tags to look at.
    pub(super) fn is_plain(&self, kind: &str) -> bool {
        let plain_name = |name: &str| name != "*" && !(kind == "person" && name.starts_with("tags"));
        let one_stamp = self.find("_at").is_none_or(|at| at.len() > 2 && at.starts_with('"'));
        one_stamp && self.members.len() > 2 && self.members().all(|(name, value)| plain_name(name) && value != "null")
    }

    pub(super) fn plain_text(&self) -> Result<String, Unreadable> {
        let mut text = String::with_capacity(self.text.len() + 4 * self.members.len() + 2);
        text.push_str("{\"id\":");
        text.push_str(self.find("id").unwrap_or_default());
        for (name, value) in self.fields() {
            push_field(&mut text, name, value);
        }
        if let Some(at) = self.find("_at") {
            stamp_of(at)?;
            push_field(&mut text, "_at", at);
        }
        text.push('}');
        Ok(text)
    }

    /// Takes the members apart into fields.
    pub(super) fn stamped_fields(&self, kind: &str) -> Result<StampedFields, Unreadable> {
        let (rest, mut stamps) = self.stamps()?;
        let mut fields = StampedFields::default();
        for (name, value) in self.fields() {
            if name == "*" {
                return Err(Unreadable::Shape);
            }
            let of_all = stamps.remove(name).unwrap_or(rest);
            if !(kind == "person" && name == "tags") {
                fields.put(name.into(), field_of(kind, name, value, of_all));
                continue;
            }
            for tag in tags_in(value)? {
                let name = format!("tags.{tag}");
                let stamp = stamps.remove(name.as_str()).unwrap_or(of_all);
                fields.put(name.into(), StampedField { stamp, value: "true".into() });
            }
        }
        // A stamp without a field: the field was cleared then, or the tag taken off.
        for (name, stamp) in stamps {
            if !(kind == "person" && &*name == "tags") {
                fields.put(name, StampedField { stamp, value: "null".into() });
            }
        }
        Ok(fields)
    }

    /// The stamp of the rest, and those of single fields.
    fn stamps(&self) -> Result<(Stamp, BTreeMap<Box<str>, Stamp>), Unreadable> {
        let mut rest = Stamp::NEVER;
        let mut stamps = BTreeMap::new();
        let Some(at) = self.find("_at") else { return Ok((rest, stamps)) };
        if !at.starts_with('{') {
            return Ok((stamp_of(at)?, stamps));
        }
        let mut text = String::new();
        Scan::new(at).object(|scan, name| {
            text.clear();
            scan.value(&mut text)?;
            let stamp = stamp_of(&text)?;
            match name {
                "*" => rest = stamp,
                "id" | "_at" => {}
                _ => {
                    stamps.insert(name.into(), stamp);
                }
            }
            Ok(())
        })?;
        Ok((rest, stamps))
    }
}

/// A literal field `tags.x` of a person says that the tag is there, whatever its value.
fn field_of(kind: &str, name: &str, value: &str, stamp: Stamp) -> StampedField {
    let is_there = tag_of(kind, name).is_some() && value != "null";
    StampedField { stamp, value: if is_there { "true".into() } else { value.into() } }
}

/// The tags in a value: a list of words, or one. A number or a truth value is taken for a word.
fn tags_in(value: &str) -> Result<Vec<Box<str>>, Unreadable> {
    let mut tags = Vec::new();
    let mut scan = Scan::new(value);
    let mut text = String::new();
    let mut tag = |scan: &mut Scan| {
        text.clear();
        scan.value(&mut text)?;
        match text.as_bytes().first() {
            Some(b'"') => tags.push(inner(&text).into()),
            Some(b'[' | b'{') => return Err(Unreadable::Shape),
            _ if text == "null" => {}
            _ => tags.push(text.as_str().into()),
        }
        Ok(())
    };
    if value.starts_with('[') {
        scan.list(tag)?
    } else {
        tag(&mut scan)?
    }
    Ok(tags)
}

fn stamp_of(value: &str) -> Result<Stamp, Unreadable> {
    match value {
        "\"\"" => Ok(Stamp::NEVER),
        _ if value.starts_with('"') => Stamp::parse(inner(value)).map_err(|_| Unreadable::BadStamp),
        _ => Err(Unreadable::BadStamp),
    }
}
