//! What one press does to entries: part them again, or say that two are not one.

use super::part::without;
use super::{Apart, Merged};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::id::{ApartId, Mint, PersonId};
use crate::domain::kind::Kind;
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
        let mut others: Vec<Person> = self.merged_into(kept.id).filter(|other| other.id != parted).cloned().collect();
        let id = kept.id.0;
        let record = Record::from(kept);
        let mut fields = record.fields();
        for filled in &merged.filled {
            let stands = fields.get(&filled.field).cloned().unwrap_or(Value::Null);
            fields.insert(filled.field.clone(), without(&stands, &filled.was, &filled.now));
            for later in others.iter_mut().filter_map(|other| other.merged.as_mut()) {
                for over in later.filled.iter_mut().filter(|over| over.field == filled.field) {
                    if over.now != filled.now {
                        over.was = without(&over.was, &filled.was, &filled.now);
                        over.now = without(&over.now, &filled.was, &filled.now);
                    }
                }
            }
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
