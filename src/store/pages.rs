//! The partial book: any records and erased ids with their stamps. Everything kept is one, and all are joined alike.

use super::page::Page;
use crate::domain::id::Id;
use crate::domain::steps::count;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// A partial book: a journal entry, a segment, an import and a whole book are all this.
///
/// Joining two is the one function that everything rests on: it gives the same in any order, however often and however
/// the records are cut into chunks, and it never loses the later of two values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pages {
    /// The name of the book, given by the first session that wrote in it; of two that meet, the lesser.
    pub book: Option<Id>,
    kinds: BTreeMap<Box<str>, BTreeMap<Id, Page>>,
}

impl Pages {
    /// An empty partial book of this name.
    pub fn of_book(book: Option<Id>) -> Pages {
        Pages { book, kinds: BTreeMap::new() }
    }

    /// Takes in one record; whether that changed anything.
    pub fn put(&mut self, kind: &str, id: Id, page: Page) -> bool {
        match self.kinds.get_mut(kind) {
            Some(ours) => take_in(ours, kind, id, page),
            None => take_in(self.kinds.entry(kind.into()).or_default(), kind, id, page),
        }
    }

    /// Puts in a whole kind at once; `false` when the same record is there twice.
    pub fn put_kind(&mut self, kind: &str, pages: Vec<(Id, Page)>) -> bool {
        let (there, given) = (self.kinds.get(kind).map_or(0, BTreeMap::len), pages.len());
        if there == 0 {
            let pages = BTreeMap::from_iter(pages);
            let whole = pages.len() == given;
            if given > 0 {
                self.kinds.insert(kind.into(), pages);
            }
            return whole;
        }
        for (id, page) in pages {
            self.put(kind, id, page);
        }
        self.kinds.get(kind).map_or(0, BTreeMap::len) == there + given
    }

    /// Takes in another partial book; `touched` is told every record that is not as it was. Whether anything changed.
    pub fn join(&mut self, other: Pages, mut touched: impl FnMut(&str, Id)) -> bool {
        let book = least(self.book, other.book);
        let mut changed = book != self.book;
        self.book = book;
        for (kind, pages) in other.kinds {
            let Some(ours) = self.kinds.get_mut(&kind) else {
                pages.keys().for_each(|id| touched(&kind, *id));
                changed |= !pages.is_empty();
                self.kinds.insert(kind, pages);
                continue;
            };
            for (id, page) in pages {
                if take_in(ours, &kind, id, page) {
                    touched(&kind, id);
                    changed = true;
                }
            }
        }
        changed
    }

    /// The records of this book whose join with the other's would change the other.
    #[must_use]
    pub fn beyond(&self, other: &Pages) -> Pages {
        let mut more = Pages::of_book(self.book);
        for (kind, id, page) in self.iter() {
            let there = other.get(kind, id);
            let known = there.is_some_and(|there| there == page || Page::join(kind, id, there, page) == *there);
            if !known {
                more.put(kind, id, page.clone());
            }
        }
        more
    }

    /// Whether joining the other in would change nothing.
    pub fn contains(&self, other: &Pages) -> bool {
        least(self.book, other.book) == self.book && other.beyond(self).is_empty()
    }

    /// One record.
    pub fn get(&self, kind: &str, id: Id) -> Option<&Page> {
        self.kinds.get(kind)?.get(&id)
    }

    /// Every record, by kind and id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Id, &Page)> {
        let all = self.kinds.iter().flat_map(|(kind, pages)| pages.iter().map(|(id, page)| (kind.as_ref(), *id, page)));
        all.inspect(|_| count(1))
    }

    /// The kinds, by name, each with its records by id.
    pub fn kinds(&self) -> impl Iterator<Item = (&str, &BTreeMap<Id, Page>)> {
        self.kinds.iter().map(|(kind, pages)| (kind.as_ref(), pages))
    }

    /// The erased ones among the records.
    pub fn erased(&self) -> impl Iterator<Item = (&str, Id)> {
        self.iter().filter(|(_, _, page)| matches!(page, Page::Erased(_))).map(|(kind, id, _)| (kind, id))
    }

    /// How many bytes of JSON its records have.
    pub fn text_length(&self) -> usize {
        self.iter().map(|(.., page)| page.text_length()).sum()
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

fn take_in(ours: &mut BTreeMap<Id, Page>, kind: &str, id: Id, page: Page) -> bool {
    count(1);
    match ours.entry(id) {
        Entry::Vacant(place) => {
            place.insert(page);
            true
        }
        Entry::Occupied(place) if *place.get() == page => false,
        Entry::Occupied(mut place) => {
            let joined = Page::join(kind, id, place.get(), &page);
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

    fn person(who: &str, name: &str, millis: u64) -> Page {
        Page::Kept(format!("{{\"id\":\"{who}\",\"name\":\"{name}\",\"_at\":\"{}\"}}", at(millis)).into())
    }

    fn book(people: &[(&str, &str, u64)]) -> Pages {
        let mut pages = Pages::default();
        for (who, name, millis) in people {
            pages.put("person", id(who), person(who, name, *millis));
        }
        pages
    }

    /// The names of a book, those of erased records with a `-`.
    fn shown(pages: &Pages) -> String {
        let name = |page: &Page| match page {
            Page::Erased(_) => "-".to_string(),
            Page::Kept(text) => text.split('"').nth(7).unwrap().to_string(),
        };
        pages.iter().map(|(_, id, page)| format!("{id} {}", name(page))).collect::<Vec<_>>().join(", ")
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
        assert!(ours.contains(&Pages::default()) && !Pages::default().contains(&ours));
    }

    #[test]
    fn the_erased_stay_erased_and_are_counted_among_the_records() {
        let mut ours = book(&[("p1", "Jim", 1)]);
        let erased = Page::Erased(Stamp::parse(&at(2)).unwrap());
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
            let mut pages = Pages::of_book(ours.map(id));
            let changed = pages.join(Pages::of_book(theirs.map(id)), |_, _| {});
            assert_eq!((pages.book, changed), (expected.map(id), expected != ours));
        }
    }

    #[test]
    fn a_whole_kind_put_in_at_once_says_whether_a_record_came_twice() {
        let pages = |names: &[(&str, &str)]| names.iter().map(|(who, name)| (id(who), person(who, name, 1))).collect();
        let mut book = Pages::default();
        assert!(book.put_kind("person", pages(&[("p1", "Jim"), ("p2", "Ann")])));
        assert!(book.put_kind("person", pages(&[("p3", "Bo")])));
        assert!(!book.put_kind("person", pages(&[("p3", "Bo")])));
        assert!(!Pages::default().put_kind("person", pages(&[("p1", "Jim"), ("p1", "Ann")])));
        assert!(book.put_kind("ask", Vec::new()));
        assert_eq!(book.kinds().map(|(kind, pages)| (kind, pages.len())).collect::<Vec<_>>(), [("person", 3)]);
        assert_eq!(book.get("person", id("p2")), Some(&person("p2", "Ann", 1)));
        assert_eq!(book.get("ask", id("p2")), None);
    }
}
