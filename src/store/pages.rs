//! The partial book: any records and erased ids with their stamps. Everything kept is one, and all are joined alike.

use super::page::Page;
use crate::domain::id::Id;
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
        self.kinds.iter().flat_map(|(kind, pages)| pages.iter().map(|(id, page)| (kind.as_ref(), *id, page)))
    }

    /// The kinds, by name, each with its records by id.
    pub fn kinds(&self) -> impl Iterator<Item = (&str, &BTreeMap<Id, Page>)> {
        self.kinds.iter().map(|(kind, pages)| (kind.as_ref(), pages))
    }

    /// The erased ones among the records.
    pub fn erased(&self) -> impl Iterator<Item = (&str, Id)> {
        self.iter().filter(|(_, _, page)| matches!(page, Page::Erased(_))).map(|(kind, id, _)| (kind, id))
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
