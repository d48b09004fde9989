//! The partial book: any records and erased ids with their stamps. Everything kept is one, and all are joined alike.

use super::stored_record::StoredRecord;
use crate::domain::id::Id;
use crate::domain::stamp::Stamp;
use crate::domain::steps::count;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A partial book: a journal entry, a segment, an import and a whole book are all this.
///
/// Joining two is the one function that everything rests on: it gives the same in any order, however often and however
/// the records are cut into chunks, and it never loses the later of two values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartialBook {
    /// The name of the book, given by the first session that wrote in it; of two that meet, the lesser.
    pub book: Option<Id>,
    kinds: BTreeMap<Box<str>, BTreeMap<Id, StoredRecord>>,
}

impl PartialBook {
    /// An empty partial book of this name.
    pub fn of_book(book: Option<Id>) -> PartialBook {
        PartialBook { book, kinds: BTreeMap::new() }
    }

    /// Takes in one record; whether that changed anything.
    pub fn put(&mut self, kind: &str, id: Id, stored: StoredRecord) -> bool {
        match self.kinds.get_mut(kind) {
            Some(ours) => take_in(ours, kind, id, stored),
            None => take_in(self.kinds.entry(kind.into()).or_default(), kind, id, stored),
        }
    }

    /// Puts in a whole kind at once; `false` when the same record is there twice.
    pub fn put_kind(&mut self, kind: &str, partial_book: Vec<(Id, StoredRecord)>) -> bool {
        let (there, given) = (self.kinds.get(kind).map_or(0, BTreeMap::len), partial_book.len());
        if there == 0 {
            let partial_book = BTreeMap::from_iter(partial_book);
            let whole = partial_book.len() == given;
            if given > 0 {
                self.kinds.insert(kind.into(), partial_book);
            }
            return whole;
        }
        for (id, stored) in partial_book {
            self.put(kind, id, stored);
        }
        self.kinds.get(kind).map_or(0, BTreeMap::len) == there + given
    }

    /// Takes in another partial book; `touched` is told every record that is not as it was. Whether anything changed.
    pub fn join(&mut self, other: PartialBook, mut touched: impl FnMut(&str, Id)) -> bool {
        let book = least(self.book, other.book);
        let mut changed = book != self.book;
        self.book = book;
        for (kind, partial_book) in other.kinds {
            let Some(ours) = self.kinds.get_mut(&kind) else {
                partial_book.keys().for_each(|id| touched(&kind, *id));
                changed |= !partial_book.is_empty();
                self.kinds.insert(kind, partial_book);
                continue;
            };
            for (id, stored) in partial_book {
                if take_in(ours, &kind, id, stored) {
                    touched(&kind, id);
                    changed = true;
                }
            }
        }
        changed
    }

    /// The records of this book whose join with the other's would change the other.
    #[must_use]
    pub fn beyond(&self, other: &PartialBook) -> PartialBook {
        let mut more = PartialBook::of_book(self.book);
        for (kind, id, stored) in self.iter().filter(|(kind, id, stored)| !other.holds(kind, *id, stored)) {
            more.put(kind, id, stored.clone());
        }
        more
    }

    /// Whether joining this record in would change nothing.
    pub fn holds(&self, kind: &str, id: Id, stored: &StoredRecord) -> bool {
        let there = self.get(kind, id);
        there.is_some_and(|there| there == stored || StoredRecord::join(kind, id, there, stored) == *there)
    }

    /// Whether joining the other in would change nothing.
    pub fn contains(&self, other: &PartialBook) -> bool {
        least(self.book, other.book) == self.book && other.beyond(self).is_empty()
    }

    /// One record.
    pub fn get(&self, kind: &str, id: Id) -> Option<&StoredRecord> {
        self.kinds.get(kind)?.get(&id)
    }

    /// Every record, by kind and id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Id, &StoredRecord)> {
        let all = self
            .kinds
            .iter()
            .flat_map(|(kind, partial_book)| partial_book.iter().map(|(id, stored)| (kind.as_ref(), *id, stored)));
        all.inspect(|_| count(1))
    }

    /// Gives up every record, by kind and id.
    pub fn into_records(self) -> impl Iterator<Item = (Box<str>, Id, StoredRecord)> {
        self.kinds
            .into_iter()
            .flat_map(|(kind, of_kind)| of_kind.into_iter().map(move |(id, stored)| (kind.clone(), id, stored)))
    }

    /// The kinds, by name, each with its records by id.
    pub fn kinds(&self) -> impl Iterator<Item = (&str, &BTreeMap<Id, StoredRecord>)> {
        self.kinds.iter().map(|(kind, partial_book)| (kind.as_ref(), partial_book))
    }

    /// The erased ones among the records.
    pub fn erased(&self) -> impl Iterator<Item = (&str, Id)> {
        self.iter().filter(|(_, _, stored)| matches!(stored, StoredRecord::Erased(_))).map(|(kind, id, _)| (kind, id))
    }

    /// Takes out every record that was erased at this stamp; how many there were.
    pub fn remove_erased(&mut self, at: Stamp) -> usize {
        let erased = StoredRecord::Erased(at);
        let many = self.iter().filter(|(.., stored)| **stored == erased).count();
        if many > 0 {
            let all = std::mem::replace(self, PartialBook::of_book(self.book));
            for (kind, id, stored) in all.into_records().filter(|(.., stored)| *stored != erased) {
                self.put(&kind, id, stored);
            }
        }
        many
    }

    /// How many bytes of JSON its records have.
    pub fn text_length(&self) -> usize {
        self.iter().map(|(.., stored)| stored.text_length()).sum()
    }

    /// How many records it has, erased ones too.
    pub fn len(&self) -> usize {
        self.kinds.values().map(BTreeMap::len).sum()
    }

    /// Whether it has no record, erased or not.
    pub fn is_empty(&self) -> bool {
        self.kinds.values().all(BTreeMap::is_empty)
    }
}

fn take_in(ours: &mut BTreeMap<Id, StoredRecord>, kind: &str, id: Id, stored: StoredRecord) -> bool {
    count(1);
    match ours.entry(id) {
        Entry::Vacant(place) => {
            place.insert(stored);
            true
        }
        Entry::Occupied(place) if *place.get() == stored => false,
        Entry::Occupied(mut place) => {
            let joined = StoredRecord::join(kind, id, place.get(), &stored);
            let differs = joined != *place.get();
            place.insert(joined);
            differs
        }
    }
}

fn least(a: Option<Id>, b: Option<Id>) -> Option<Id> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::stamp::Stamp;

    fn id(text: &str) -> Id {
        Id::parse(text).unwrap()
    }

    fn at(millis: u64) -> String {
        format!("17952534000{millis:02}-0-k3f9a2mq7x")
    }

    fn person(who: &str, name: &str, millis: u64) -> StoredRecord {
        StoredRecord::Kept(format!("{{\"id\":\"{who}\",\"name\":\"{name}\",\"_at\":\"{}\"}}", at(millis)).into())
    }

    fn book(people: &[(&str, &str, u64)]) -> PartialBook {
        let mut partial_book = PartialBook::default();
        for (who, name, millis) in people {
            partial_book.put("person", id(who), person(who, name, *millis));
        }
        partial_book
    }

    /// The names of a book, those of erased records with a `-`.
    fn shown(partial_book: &PartialBook) -> String {
        let name = |stored: &StoredRecord| match stored {
            StoredRecord::Erased(_) => "-".to_string(),
            StoredRecord::Kept(text) => text.split('"').nth(7).unwrap().to_string(),
        };
        partial_book.iter().map(|(_, id, stored)| format!("{id} {}", name(stored))).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_join_tells_the_records_that_changed_and_only_those() {
        let mut ours = book(&[("p1", "Jim", 1), ("p2", "Ann", 5)]);
        let theirs = book(&[("p1", "James", 3), ("p2", "Anna", 3), ("p3", "Bo", 1)]);
        let mut touched = Vec::new();
        assert!(ours.join(theirs.clone(), |kind, id| touched.push(format!("{kind} {id}"))));
        assert_eq!(touched, ["person p1", "person p3"]);
        assert_eq!(shown(&ours), "p1 James, p2 Ann, p3 Bo");
        assert!(!ours.join(theirs, |kind, id| panic!("{kind} {id} did not change")));
    }

    #[test]
    fn what_is_beyond_another_book_is_what_it_would_gain() {
        let (ours, theirs) =
            (book(&[("p1", "Jim", 1), ("p2", "Ann", 5)]), book(&[("p1", "Jim", 1), ("p2", "Anna", 9)]));
        assert_eq!(shown(&theirs.beyond(&ours)), "p2 Anna");
        assert_eq!(shown(&ours.beyond(&theirs)), "");
        assert!(theirs.contains(&ours) && !ours.contains(&theirs));
        assert!(ours.contains(&PartialBook::default()) && !PartialBook::default().contains(&ours));
    }

    #[test]
    fn the_erased_stay_erased_and_are_counted_among_the_records() {
        let mut ours = book(&[("p1", "Jim", 1)]);
        let erased = StoredRecord::Erased(Stamp::parse(&at(2)).unwrap());
        assert!(ours.put("person", id("p1"), erased.clone()));
        assert!(!ours.put("person", id("p1"), person("p1", "Jim", 99)), "nothing brings it back");
        assert_eq!((shown(&ours).as_str(), ours.len(), ours.is_empty()), ("p1 -", 1, false));
        assert_eq!(ours.erased().collect::<Vec<_>>(), [("person", id("p1"))]);
        assert!(book(&[("p1", "Jim", 1)]).erased().next().is_none());
    }

    #[test]
    fn of_two_names_of_a_book_the_lesser_stands_whichever_comes_first() {
        for (ours, theirs, expected) in [
            (Some("b1"), Some("b2"), Some("b1")),
            (Some("b2"), Some("b1"), Some("b1")),
            (None, Some("b2"), Some("b2")),
            (Some("b2"), None, Some("b2")),
            (None, None, None),
        ] {
            let mut partial_book = PartialBook::of_book(ours.map(id));
            let changed = partial_book.join(PartialBook::of_book(theirs.map(id)), |_, _| {});
            assert_eq!((partial_book.book, changed), (expected.map(id), expected != ours));
        }
    }

    #[test]
    fn a_whole_kind_put_in_at_once_says_whether_a_record_came_twice() {
        let partial_book =
            |names: &[(&str, &str)]| names.iter().map(|(who, name)| (id(who), person(who, name, 1))).collect();
        let mut book = PartialBook::default();
        assert!(book.put_kind("person", partial_book(&[("p1", "Jim"), ("p2", "Ann")])));
        assert!(book.put_kind("person", partial_book(&[("p3", "Bo")])));
        assert!(!book.put_kind("person", partial_book(&[("p3", "Bo")])));
        assert!(!PartialBook::default().put_kind("person", partial_book(&[("p1", "Jim"), ("p1", "Ann")])));
        assert!(book.put_kind("ask", Vec::new()));
        assert_eq!(
            book.kinds().map(|(kind, partial_book)| (kind, partial_book.len())).collect::<Vec<_>>(),
            [("person", 3)]
        );
        assert_eq!(book.get("person", id("p2")), Some(&person("p2", "Ann", 1)));
        assert_eq!(book.get("ask", id("p2")), None);
    }
}
