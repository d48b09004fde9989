//! The search through a whole book, a step at a time, so that the page stays awake meanwhile.

use super::comparison::ComparisonKeys;
use super::{DuplicateIndex, Likeness};
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::id_map::IdMap;

/// A search that has begun.
#[derive(Debug)]
pub struct DuplicateSearch {
    faces: DuplicateIndex,
    /// Who is compared next.
    at: usize,
    found: Found,
}

/// The pairs a search found. What was merged, parted or changed since then is looked up in the book.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// Two people each, and why they may be one.
    pub pairs: Vec<(PersonId, PersonId, Likeness)>,
    /// The compared parts of each of them.
    pub(super) cards: IdMap<PersonId, ComparisonKeys>,
}

impl DuplicateSearch {
    /// Begins to look through this book.
    pub fn begin(book: &Book) -> DuplicateSearch {
        DuplicateSearch { faces: DuplicateIndex::begin(book), at: 0, found: Found::default() }
    }

    /// Looks at as many more people; what was found once all are seen.
    pub fn step(&mut self, book: &Book, upto: usize) -> Option<Found> {
        if !self.faces.read(book, upto) {
            return None;
        }
        for _ in 0..upto {
            let Some(person) = self.faces.person(self.at) else { return Some(self.finish()) };
            for (other, likeness) in self.faces.like(self.at) {
                self.found.pairs.extend(self.faces.person(other).map(|other| (person, other, likeness)));
            }
            self.at += 1;
        }
        None
    }

    fn finish(&mut self) -> Found {
        let mut found = std::mem::take(&mut self.found);
        let both = found.pairs.iter().flat_map(|(one, other, _)| [*one, *other]);
        found.cards = both.map(|person| (person, ComparisonKeys::default())).collect();
        for (person, card) in std::mem::take(&mut self.faces).into_cards() {
            found.cards.entry(person).and_modify(|there| *there = card);
        }
        found
    }

    /// How many hundredths of the way are behind it.
    pub fn percent(&self) -> usize {
        let (read, all) = self.faces.progress();
        100 * (read + self.at) / (2 * all).max(1)
    }
}

impl Found {
    /// Everything found in this book, in one go.
    pub fn of(book: &Book) -> Found {
        let mut search = DuplicateSearch::begin(book);
        loop {
            if let Some(found) = search.step(book, usize::MAX) {
                return found;
            }
        }
    }
}
