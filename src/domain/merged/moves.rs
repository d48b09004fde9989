//! What one press does to entries: part them again, or say that two are not one.

use super::part::{is_added, without};
use super::{Apart, Filled, Merged};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::id::{ApartId, Mint, PersonId};
use crate::domain::kind::Kind;
use crate::domain::order::sort_by_key;
use crate::domain::person::Person;
use crate::domain::record::Record;
use serde_json::Value;

impl Book {
    /// Parts an entry from the one it became: it is a person of its own again with all that was written with it, and the
    /// kept one is without what it took over. What was written there since stays.
    ///
    /// # Errors
    /// When it became nobody.
    pub fn part(&self, id: PersonId) -> Result<Change, Problems> {
        let not = || Problems::one("form", "This entry is not merged with another any more.");
        let entry = self.entry(id).cloned().ok_or_else(not)?;
        let merged = entry.merged.clone().ok_or_else(not)?;
        let entry = Person { merged: None, ..entry };
        let Some(mut kept) = self.entry(merged.into).cloned() else { return Ok(Change::of(entry)) };
        // Two devices may have merged the two the other way about: then each gives back to the other.
        let back = kept.merged.take_if(|mark| mark.into == id);
        let (kept, mut others) = self.given_back(kept, id, &merged);
        let entry = match back {
            None => entry.into(),
            Some(mark) => {
                let (entry, more) = self.given_back(entry, merged.into, &mark);
                others.extend(more);
                entry
            }
        };
        Ok(others.into_iter().fold(Change::of(entry).and(kept), Change::and))
    }

    /// The kept entry without what it took over; and where a later one was merged on top of that, what stood before it.
    fn given_back(&self, kept: Person, parted: PersonId, merged: &Merged) -> (Record, Vec<Person>) {
        let is_later = |other: &&Person| other.merged.as_ref().is_some_and(|mark| mark.turn > merged.turn);
        let mut others: Vec<Person> = self.merged_into(kept.id).filter(|other| other.id != parted).cloned().collect();
        others.retain(|other| is_later(&other));
        sort_by_key(&mut others, |other| other.merged.as_ref().map(|mark| mark.turn));
        let id = kept.id.0;
        // As it was written: who was named there may have become another since.
        let record = self.written(&Kind::Person, id).unwrap_or_else(|| kept.clone().into());
        let mut fields = record.fields();
        if kept.merged.is_none() {
            fields.remove("merged");
        }
        for filled in &merged.filled {
            let stands = fields.get(&filled.field).cloned().unwrap_or(Value::Null);
            fields.insert(filled.field.clone(), without(&stands, &filled.was, &filled.now));
            taken_from(&mut others, filled);
        }
        fields.retain(|_, value| !value.is_null());
        let back = Record::read(&Kind::Person, id, &Value::Object(fields).to_string()).unwrap_or(record);
        others.retain(|other| self.entry(other.id) != Some(other));
        (back, others)
    }

    /// Says that these people are all somebody else: they are not proposed as one any more.
    pub fn say_apart(&self, people: &[PersonId], mint: &mut Mint) -> Change {
        let mut change = Change::default();
        for (n, one) in people.iter().enumerate() {
            for other in people.iter().skip(n + 1).filter(|other| !self.is_apart(*one, **other)) {
                change = change.and(Apart { id: ApartId(mint.id()), one: *one, other: *other, trashed: false });
            }
        }
        change
    }
}

/// Takes what is given back out of what those merged later found there.
fn taken_from(later: &mut [Person], filled: &Filled) {
    let marks = later.iter_mut().filter_map(|other| other.merged.as_mut());
    let found = marks.flat_map(|mark| &mut mark.filled).filter(|over| over.field == filled.field);
    // A value that was put in place of another was found only by the next one; what was added, by all.
    let reach = if is_added(filled) { usize::MAX } else { 1 };
    for over in found.take(reach) {
        over.was = without(&over.was, &filled.was, &filled.now);
        if is_added(filled) {
            over.now = without(&over.now, &filled.was, &filled.now);
        }
    }
}
