//! What of the forest is shown: one tree or all of them, without what stands on folded people.

use super::Forest;
use crate::domain::id::PersonId;
use std::ops::Range;

/// The places that are shown, in the order of the forest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// The places.
    pub places: Vec<usize>,
    /// For each of them, which of them it stands on.
    pub parents: Vec<Option<usize>>,
}

impl Forest {
    /// What is shown of these places, where these people (by id) are folded.
    pub fn shown(&self, range: Range<usize>, folded: &[PersonId]) -> Shown {
        let mut shown = Shown::default();
        let mut place = range.start;
        while let Some(knot) = self.knot(place).filter(|_| range.contains(&place)) {
            shown.parents.push(knot.below.and_then(|below| shown.at(below)));
            shown.places.push(place);
            let is_folded = folded.binary_search(&knot.person).is_ok();
            place = if is_folded { self.branch(place).end } else { place + 1 };
        }
        shown
    }
}

impl Shown {
    /// Which of those shown stands at this place of the forest.
    pub fn at(&self, place: usize) -> Option<usize> {
        self.places.binary_search(&place).ok()
    }
}
