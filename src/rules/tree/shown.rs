//! The part of the forest that is shown: one tree or all of them, without the people below folded ones.

use super::Forest;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::id_map::IdSet;
use crate::rules::search::find_people;
use std::ops::Range;

/// The places that are shown, in the order of the forest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShownPlaces {
    /// The places.
    pub places: Vec<usize>,
    /// For each of them, which of them it stands on.
    pub parents: Vec<Option<usize>>,
}

impl Forest {
    /// Returns the part of these places that is shown, where these people (by id) are folded.
    pub fn shown(&self, range: Range<usize>, folded: &[PersonId]) -> ShownPlaces {
        let mut shown = ShownPlaces::default();
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

/// Who of these places is found by a text, the best fits first, at most so many.
pub fn found(book: &Book, forest: &Forest, range: &Range<usize>, text: &str, most: usize) -> Vec<PersonId> {
    let mut people = find_people(book, text, usize::MAX);
    people.retain(|person| forest.place(*person).is_some_and(|place| range.contains(&place)));
    people.truncate(most);
    people
}

/// Who must be unfolded for this person to be in view: everyone below them.
pub fn unfolded(forest: &Forest, folded: &[PersonId], person: PersonId) -> Vec<PersonId> {
    let below = forest.place(person).into_iter().flat_map(|place| forest.down(place)).skip(1);
    let below: IdSet<PersonId> = below.filter_map(|place| forest.knot(place)).map(|knot| knot.person).collect();
    folded.iter().copied().filter(|one| !below.contains(one)).collect()
}

/// With this person folded if they were not, and the other way round; in their order.
pub fn turned(folded: &[PersonId], person: PersonId) -> Vec<PersonId> {
    let mut folded = folded.to_vec();
    match folded.binary_search(&person) {
        Ok(at) => drop(folded.remove(at)),
        Err(at) => folded.insert(at, person),
    }
    folded
}

impl ShownPlaces {
    /// Which of those shown stands at this place of the forest.
    pub fn at(&self, place: usize) -> Option<usize> {
        self.places.binary_search(&place).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person};
    use crate::domain::referral::Referral;

    #[test]
    fn somebody_is_found_in_one_tree_and_unfolded_down_to_the_base() {
        let mut book = Book::default();
        let id = |text: &str| -> PersonId { text.parse().unwrap() };
        for name in ["ann", "bea", "cy", "dan", "annika", "eve"] {
            book.put(Person { id: id(name), name: Name::new(name).unwrap(), ..Person::default() }.into());
        }
        for (n, (source, prospect)) in
            [("ann", "bea"), ("bea", "cy"), ("cy", "dan"), ("eve", "annika")].iter().enumerate()
        {
            let referral = format!("r{n}").parse().unwrap();
            let (source, prospect) = (id(source), id(prospect));
            book.put(Referral { id: referral, source, prospect, ..Referral::default() }.into());
        }
        let forest = Forest::of(&book);
        assert_eq!(found(&book, &forest, &(0..6), "ann", 9), [id("ann"), id("annika")]);
        assert_eq!(found(&book, &forest, &forest.branch(0), "ann", 9), [id("ann")]);
        assert_eq!(found(&book, &forest, &(0..6), "ann", 1), [id("ann")]);
        let folded = turned(&turned(&[], id("cy")), id("ann"));
        assert_eq!(folded, [id("ann"), id("cy")]);
        assert_eq!(turned(&folded, id("ann")), [id("cy")]);
        assert_eq!(forest.shown(0..6, &folded).places.len(), 3);
        assert_eq!(unfolded(&forest, &folded, id("cy")), [id("cy")], "cy is in view though folded");
        assert_eq!(unfolded(&forest, &folded, id("dan")), []);
    }
}
