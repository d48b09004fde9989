//! A page: one record as it is kept, in one text; and its lines, the fields with their stamps.

use super::json::{Scan, comma, inner};
use super::unreadable::Unreadable;
use crate::domain::id::Id;
use crate::domain::stamp::Stamp;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

/// One record as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The canonical text of its object: `id` first, the fields by name, `_at` last. It is taken apart only where two
    /// versions of a record differ, because a book of twenty years has 65,000 of them.
    Kept(Box<str>),
    /// Erased for good at this stamp: nothing else of it is known any more, and nothing brings it back.
    Erased(Stamp),
}

/// One field: when it was written, and the canonical text of its value. `null` is a field that was cleared; on the page
/// only its stamp is left of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// When it was written.
    pub stamp: Stamp,
    /// The canonical JSON text.
    pub value: Box<str>,
}

/// The lines of a page by the name of the field. A person's tags are a line each, named `tags.` and the tag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines(pub BTreeMap<Box<str>, Line>);

/// Room used again and again while records are read.
#[derive(Default)]
pub struct Desk {
    text: String,
    fields: Vec<(Range<usize>, Range<usize>)>,
}

impl Page {
    /// The join of two versions of one record of this kind: line by line the greater; erased absorbs everything.
    pub fn join(kind: &str, id: Id, ours: &Page, theirs: &Page) -> Page {
        match (ours, theirs) {
            (Page::Erased(a), Page::Erased(b)) => Page::Erased(*a.max(b)),
            (Page::Erased(stamp), _) | (_, Page::Erased(stamp)) => Page::Erased(*stamp),
            (Page::Kept(a), Page::Kept(b)) if a == b => Page::Kept(a.clone()),
            (Page::Kept(a), Page::Kept(b)) => {
                let mut lines = Lines::of(kind, a);
                lines.join(Lines::of(kind, b));
                Page::Kept(lines.text(kind, id).into())
            }
        }
    }

    /// Reads one record of this kind with at most so many fields.
    ///
    /// # Errors
    /// [`Unreadable`] when it is no object, has no id, a stamp that is none, or a name twice.
    pub fn read(scan: &mut Scan, kind: &str, most: usize, desk: &mut Desk) -> Result<(Id, Page), Unreadable> {
        desk.fill(scan)?;
        let id = desk.find("id").map(inner).and_then(|text| Id::parse(text).ok()).ok_or(Unreadable::BadId)?;
        if desk.members().filter(|(name, _)| !matches!(*name, "id" | "_at")).count() > most {
            return Err(Unreadable::TooManyFields);
        }
        let text = if desk.is_plain(kind) { desk.plain_text()? } else { desk.lines(kind)?.text(kind, id) };
        Ok((id, Page::Kept(text.into())))
    }

    /// About how many bytes of JSON it takes.
    pub fn text_length(&self) -> usize {
        match self {
            Page::Kept(text) => text.len(),
            Page::Erased(_) => 120,
        }
    }

    /// Every stamp of it, some more than once; nothing for fields without one.
    pub fn each_stamp(&self, mut each: impl FnMut(Stamp)) {
        let text = match self {
            Page::Erased(stamp) => return each(*stamp),
            Page::Kept(text) => text,
        };
        let Some(at) = stamps_in(text) else { return };
        // Every stamp is between quotes, and so are the names; a tag that looks like a stamp does no harm.
        at.split('"').filter_map(|text| Stamp::parse(text).ok()).for_each(each);
    }

    /// The latest stamp of it.
    pub fn latest(&self) -> Stamp {
        let mut latest = Stamp::NEVER;
        self.each_stamp(|stamp| latest = latest.max(stamp));
        latest
    }
}

/// The value of `_at` in a canonical page, found from its end without taking the page apart.
fn stamps_in(page: &str) -> Option<&str> {
    let page = page.strip_suffix('}')?;
    // A quote inside a string is escaped, so this can only be a name; that it is the page's own, and not one of an
    // object in its last field, is seen by what follows reaching to the end.
    let (_, at) = page.rsplit_once("\"_at\":")?;
    let is_whole = match at.strip_prefix('"') {
        Some(stamp) => stamp.strip_suffix('"').is_some_and(|stamp| !stamp.contains('"')),
        None => at.ends_with('}') && Scan::new(at).object(|scan, _| scan.string(&mut String::new())).is_ok(),
    };
    is_whole.then_some(at)
}

/// Whether a record is in the trash: `trashed` is true, and no field of it was written later; a later edit brings a
/// record back.
pub fn is_trashed(kind: &str, page: &str) -> bool {
    if !page.contains("\"trashed\":true") {
        return false;
    }
    let lines = Lines::of(kind, page).0;
    let trashed = lines.get("trashed").filter(|line| &*line.value == "true");
    trashed.is_some_and(|trashed| lines.values().all(|line| line.stamp <= trashed.stamp))
}

impl Line {
    /// Whether the field was cleared.
    pub fn is_cleared(&self) -> bool {
        &*self.value == "null"
    }
}

impl Lines {
    /// The lines of a canonical page; those of a text that is none are empty.
    pub fn of(kind: &str, page: &str) -> Lines {
        let mut desk = Desk::default();
        desk.fill(&mut Scan::new(page)).and_then(|()| desk.lines(kind)).unwrap_or_default()
    }

    /// Takes in other lines of the same record: the greater (stamp, value bytes) of each.
    pub fn join(&mut self, others: Lines) {
        for (name, line) in others.0 {
            self.put(name, line);
        }
    }

    /// Takes in one line, if it is greater than the one there. Cleared at no known time is the same as never written.
    pub fn put(&mut self, name: Box<str>, line: Line) {
        if line.stamp == Stamp::NEVER && line.is_cleared() {
            return;
        }
        match self.0.entry(name) {
            Entry::Vacant(place) => {
                place.insert(line);
            }
            Entry::Occupied(mut place) if line > *place.get() => {
                place.insert(line);
            }
            Entry::Occupied(_) => {}
        }
    }

    /// The canonical text of the page. Tags are one list again; the stamp most fields have is `*`, the latest of them
    /// if several are as frequent.
    pub fn text(&self, kind: &str, id: Id) -> String {
        let mut text = format!("{{\"id\":\"{id}\"");
        let tags = self.tags(kind);
        let mut tags_due = tags.is_some();
        for (name, line) in &self.0 {
            let name = name.as_ref();
            let is_tag = tag_of(kind, name).is_some();
            if tags_due && (is_tag || name > "tags") {
                push_field(&mut text, "tags", tags.as_deref().unwrap_or_default());
                tags_due = false;
            }
            if !line.is_cleared() && !is_tag {
                push_field(&mut text, name, &line.value);
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
        for (name, line) in &self.0 {
            let Some(tag) = tag_of(kind, name) else { continue };
            any = true;
            if !line.is_cleared() {
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
        for line in self.0.values().filter(|line| !line.is_cleared()) {
            *counts.entry(line.stamp).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(stamp, count)| (*count, *stamp));
        let rest = most.map_or(Stamp::NEVER, |(stamp, _)| stamp);
        let own = |line: &Line| line.stamp != rest || line.is_cleared();
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
        for (name, line) in self.0.iter().filter(|(_, line)| own(line)) {
            comma(text, start);
            text.push_str(&format!("\"{name}\":\"{}\"", line.stamp));
        }
        text.push('}');
    }
}

/// The tag a line of a person stands for.
fn tag_of<'a>(kind: &str, name: &'a str) -> Option<&'a str> {
    if kind == "person" { name.strip_prefix("tags.") } else { None }
}

fn push_field(text: &mut String, name: &str, value: &str) {
    text.push_str(",\"");
    text.push_str(name);
    text.push_str("\":");
    text.push_str(value);
}

impl Desk {
    /// Reads an object into the desk: names and values in canonical text, sorted by name, none twice.
    fn fill(&mut self, scan: &mut Scan) -> Result<(), Unreadable> {
        self.text.clear();
        self.fields.clear();
        if scan.peek() != Some(b'{') {
            return Err(Unreadable::Shape);
        }
        let Desk { text, fields } = self;
        scan.object(|scan, name| {
            let start = text.len();
            text.push_str(name);
            let end = text.len();
            scan.value(text)?;
            fields.push((start..end, end..text.len()));
            Ok(())
        })?;
        let name = |field: &(Range<usize>, Range<usize>)| text.get(field.0.clone()).unwrap_or_default();
        fields.sort_unstable_by(|a, b| name(a).cmp(name(b)));
        let twice = fields.iter().zip(fields.iter().skip(1)).any(|(a, b)| name(a) == name(b));
        if twice { Err(Unreadable::Twice) } else { Ok(()) }
    }

    fn members(&self) -> impl Iterator<Item = (&str, &str)> {
        let slice = |range: &Range<usize>| self.text.get(range.clone()).unwrap_or_default();
        self.fields.iter().map(move |(name, value)| (slice(name), slice(value)))
    }

    fn find(&self, name: &str) -> Option<&str> {
        self.members().find(|(n, _)| *n == name).map(|(_, value)| value)
    }

    /// Whether the members as they are make the canonical text: one stamp for all, and no tags to look at.
    fn is_plain(&self, kind: &str) -> bool {
        let plain_name = |name: &str| name != "*" && !(kind == "person" && name.starts_with("tags"));
        let one_stamp = self.find("_at").is_none_or(|at| at.len() > 2 && at.starts_with('"'));
        one_stamp && self.fields.len() > 2 && self.members().all(|(name, value)| plain_name(name) && value != "null")
    }

    fn plain_text(&self) -> Result<String, Unreadable> {
        let mut text = String::with_capacity(self.text.len() + 4 * self.fields.len() + 2);
        text.push_str("{\"id\":");
        text.push_str(self.find("id").unwrap_or_default());
        for (name, value) in self.members().filter(|(name, _)| !matches!(*name, "id" | "_at")) {
            push_field(&mut text, name, value);
        }
        if let Some(at) = self.find("_at") {
            stamp_of(at)?;
            push_field(&mut text, "_at", at);
        }
        text.push('}');
        Ok(text)
    }

    /// Takes the members apart into lines.
    fn lines(&self, kind: &str) -> Result<Lines, Unreadable> {
        let (rest, mut stamps) = self.stamps()?;
        let mut lines = Lines::default();
        for (name, value) in self.members().filter(|(name, _)| !matches!(*name, "id" | "_at")) {
            if name == "*" {
                return Err(Unreadable::Shape);
            }
            let of_all = stamps.remove(name).unwrap_or(rest);
            if !(kind == "person" && name == "tags") {
                lines.put(name.into(), line_of(kind, name, value, of_all));
                continue;
            }
            for tag in tags_in(value)? {
                let name = format!("tags.{tag}");
                let stamp = stamps.remove(name.as_str()).unwrap_or(of_all);
                lines.put(name.into(), Line { stamp, value: "true".into() });
            }
        }
        // A stamp without a field: the field was cleared then, or the tag taken off.
        for (name, stamp) in stamps {
            if !(kind == "person" && &*name == "tags") {
                lines.put(name, Line { stamp, value: "null".into() });
            }
        }
        Ok(lines)
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
fn line_of(kind: &str, name: &str, value: &str, stamp: Stamp) -> Line {
    let is_there = tag_of(kind, name).is_some() && value != "null";
    Line { stamp, value: if is_there { "true".into() } else { value.into() } }
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
