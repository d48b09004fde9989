//! The referral tree: everyone whom a referral brought or who gave one, as a forest, built from the referrals alone.
//!
//! An edge goes from the source to the prospect of each referral. Of several that brought one person the primary one (see
//! [`super::chain`]) holds them in the forest, and the others are kept beside it. Where people brought each other in a
//! circle, the latest of its primary edges lets go, and whom it brought stands as the base; that edge too is kept beside.
//! So everyone has one place, and no walk can loop. People in the trash keep theirs, because others stand on them.
//! Nothing here calls itself: a chain may be as deep as it likes.

pub mod credit;
pub mod marks;
pub mod shown;
pub mod state;
pub mod totals;

use super::chain::age;
use crate::domain::book::Book;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::id_map::IdMap;
use crate::domain::order::sort_by_key;
use crate::domain::referral::Referral;
use crate::domain::steps::count;
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::ops::Range;

/// Somebody's place in the forest (R57, R58).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knot {
    /// Who stands here.
    pub person: PersonId,
    /// The place of the one who brought them; `None` for a base.
    pub below: Option<usize>,
    /// The referral that holds them here; `None` for a base.
    pub by: Option<ReferralId>,
    /// The other referrals that brought them, the earliest first.
    pub also: Vec<ReferralId>,
    /// The places of those they brought, the earliest first.
    pub above: Vec<usize>,
    /// How far above the base: 0 for the base itself.
    pub generation: usize,
    /// The place of the base.
    pub base: usize,
    /// How many stand above them, near and far.
    pub people: usize,
}

/// All the trees of a book. A place is a number; whoever stands on somebody has a higher one, and the places of a branch
/// follow one another.
#[derive(Debug, Clone, Default)]
pub struct Forest {
    knots: Vec<Knot>,
    places: IdMap<PersonId, usize>,
}

impl PartialEq for Forest {
    /// The places follow from who stands there.
    fn eq(&self, other: &Forest) -> bool {
        self.knots == other.knots
    }
}

impl Eq for Forest {}

impl Forest {
    /// The forest of a book: the tree with the most people first, then the one that began first.
    pub fn of(book: &Book) -> Forest {
        let mut edges: Vec<&Referral> = book.referrals().collect();
        sort_by_key(&mut edges, |referral| age(referral));
        let mut everyone = Everyone::default();
        let ends: Vec<(usize, usize)> =
            edges.iter().map(|r| (everyone.number(r.source), everyone.number(r.prospect))).collect();
        let mut roots = Roots::new(everyone.people.len());
        roots.choose(book, &everyone.people, &edges, &ends);
        roots.open_circles(&ends);
        roots.grow(everyone, &edges, &ends)
    }

    /// Everyone, from the first base upward, each before those who stand on them.
    pub fn knots(&self) -> &[Knot] {
        &self.knots
    }

    /// Who stands at this place.
    pub fn knot(&self, place: usize) -> Option<&Knot> {
        count(1);
        self.knots.get(place)
    }

    /// The place of this person; `None` for someone who neither came by a referral nor gave one.
    pub fn place(&self, person: PersonId) -> Option<usize> {
        self.places.get(&person).copied()
    }

    /// The places of the bases.
    pub fn bases(&self) -> impl Iterator<Item = usize> {
        self.knots.iter().enumerate().filter(|(_, knot)| knot.below.is_none()).map(|(place, _)| place)
    }

    /// The places of this branch: the one it begins with, and everyone above.
    pub fn branch(&self, place: usize) -> Range<usize> {
        let people = self.knots.get(place).map_or(0, |knot| knot.people + 1);
        place..place + people
    }

    /// The places of the tree this person stands in, or of all trees; `None` for somebody who stands in none.
    pub fn tree_of(&self, person: Option<PersonId>) -> Option<Range<usize>> {
        match person {
            None => Some(0..self.knots.len()),
            Some(person) => Some(self.branch(self.knot(self.place(person)?)?.base)),
        }
    }

    /// The places from this one down to the base, itself first.
    pub fn down(&self, place: usize) -> impl Iterator<Item = usize> {
        let here = self.knots.get(place).map(|_| place);
        std::iter::successors(here, |at| self.knots.get(*at).and_then(|knot| knot.below))
    }
}

/// Everyone in the forest, each with a number in place of an id: numbers are quick to look up.
#[derive(Default)]
struct Everyone {
    people: Vec<PersonId>,
    numbers: IdMap<PersonId, usize>,
}

impl Everyone {
    /// The number of this person, who gets the next one if they have none.
    fn number(&mut self, person: PersonId) -> usize {
        *self.numbers.entry(person).or_insert_with(|| {
            self.people.push(person);
            self.people.len() - 1
        })
    }
}

/// Which edge holds each person, by their number among [`Everyone`].
struct Roots {
    by: Vec<Option<usize>>,
}

/// The referrals that link each person, by their number.
struct Stems {
    above: Vec<Vec<usize>>,
    also: Vec<Vec<ReferralId>>,
    began: Vec<(NaiveDate, ReferralId)>,
}

impl Roots {
    fn new(people: usize) -> Roots {
        Roots { by: vec![None; people] }
    }

    /// The primary edge of each: the chosen one, else the first, because the edges stand by age.
    fn choose(&mut self, book: &Book, people: &[PersonId], edges: &[&Referral], ends: &[(usize, usize)]) {
        for (edge, (_, prospect)) in ends.iter().enumerate().filter(|(_, (source, prospect))| source != prospect) {
            let chosen = || people.get(*prospect).and_then(|id| book.person(*id)).and_then(|person| person.brought_by);
            let is_chosen = || edges.get(edge).is_some_and(|referral| chosen() == Some(referral.id));
            if let Some(by) = self.by.get_mut(*prospect)
                && (by.is_none() || is_chosen())
            {
                *by = Some(edge);
            }
        }
    }

    fn source(&self, person: usize, ends: &[(usize, usize)]) -> Option<usize> {
        count(1);
        ends.get(self.by.get(person).copied()??).map(|(source, _)| *source)
    }

    /// Lets the latest edge of each circle go. A walk stops where one has been before; if it was this one, it went round.
    fn open_circles(&mut self, ends: &[(usize, usize)]) {
        let mut walked = vec![0; self.by.len()];
        for start in 0..self.by.len() {
            let mut at = start;
            while walked.get(at) == Some(&0) {
                if let Some(walk) = walked.get_mut(at) {
                    *walk = start + 1;
                }
                let Some(below) = self.source(at, ends) else { break };
                at = below;
            }
            if walked.get(at) == Some(&(start + 1)) && self.by.get(at).is_some_and(Option::is_some) {
                self.open(at, ends);
            }
        }
    }

    fn open(&mut self, on_it: usize, ends: &[(usize, usize)]) {
        let round = std::iter::successors(self.source(on_it, ends), |at| self.source(*at, ends));
        let round: Vec<usize> = round.take_while(|at| *at != on_it).chain([on_it]).collect();
        let latest = round.into_iter().max_by_key(|at| self.by.get(*at).copied());
        if let Some(by) = latest.and_then(|at| self.by.get_mut(at)) {
            *by = None;
        }
    }

    /// Returns who stands on each person, the referrals beside, and when each began.
    fn stems(&self, edges: &[&Referral], ends: &[(usize, usize)]) -> Stems {
        let all = self.by.len();
        let mut above: Vec<Vec<usize>> = vec![Vec::new(); all];
        let mut also: Vec<Vec<ReferralId>> = vec![Vec::new(); all];
        let mut began = vec![(NaiveDate::MAX, ReferralId::default()); all];
        for (edge, (referral, (source, prospect))) in edges.iter().zip(ends).enumerate() {
            let holds = self.by.get(*prospect) == Some(&Some(edge));
            if let Some(began) = began.get_mut(*source) {
                *began = age(referral).min(*began);
            }
            match (holds, above.get_mut(*source), also.get_mut(*prospect)) {
                (true, Some(above), _) => above.push(*prospect),
                (false, _, Some(also)) if source != prospect => also.push(referral.id),
                _ => {}
            }
        }
        Stems { above, also, began }
    }

    /// Gives everyone a place: below before above, a branch without a gap.
    fn grow(&self, everyone: Everyone, edges: &[&Referral], ends: &[(usize, usize)]) -> Forest {
        let Everyone { people, numbers: mut places } = everyone;
        let Stems { above, mut also, began } = self.stems(edges, ends);
        let sizes = self.sizes(&above);
        let mut bases: Vec<usize> = (0..people.len()).filter(|at| self.by.get(*at) == Some(&None)).collect();
        sort_by_key(&mut bases, |at| {
            (Reverse(sizes.get(*at).copied()), began.get(*at).copied(), people.get(*at).copied())
        });
        let mut knots: Vec<Knot> = Vec::with_capacity(people.len());
        let mut place_of = vec![0; people.len()];
        let mut waiting: Vec<(usize, Option<usize>)> = bases.into_iter().rev().map(|base| (base, None)).collect();
        while let Some((at, below)) = waiting.pop() {
            let place = knots.len();
            let Some(person) = people.get(at).copied() else { continue };
            let (generation, base) = match below.and_then(|below| knots.get_mut(below)) {
                None => (0, place),
                Some(below) => {
                    below.above.push(place);
                    (below.generation + 1, below.base)
                }
            };
            let by = self.by.get(at).copied().flatten().and_then(|edge| edges.get(edge)).map(|referral| referral.id);
            let also = also.get_mut(at).map(std::mem::take).unwrap_or_default();
            let people = sizes.get(at).copied().unwrap_or_default();
            let room = Vec::with_capacity(above.get(at).map_or(0, Vec::len));
            knots.push(Knot { person, below, by, also, above: room, generation, base, people });
            if let Some(place_of) = place_of.get_mut(at) {
                *place_of = place;
            }
            waiting.extend(above.get(at).into_iter().flatten().rev().map(|one| (*one, Some(place))));
        }
        // Who had a number has a place now.
        places.values_mut().for_each(|number| *number = place_of.get(*number).copied().unwrap_or_default());
        Forest { knots, places }
    }

    /// How many stand above each: the bases first, then those above them, then counted back.
    fn sizes(&self, above: &[Vec<usize>]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..above.len()).filter(|at| self.by.get(*at) == Some(&None)).collect();
        let mut next = 0;
        while let Some(at) = order.get(next).copied() {
            order.extend(above.get(at).into_iter().flatten());
            next += 1;
        }
        let mut sizes = vec![0; above.len()];
        for at in order.into_iter().rev() {
            let sum = above.get(at).into_iter().flatten().map(|one| sizes.get(*one).map_or(1, |size| size + 1)).sum();
            if let Some(size) = sizes.get_mut(at) {
                *size = sum;
            }
        }
        sizes
    }
}

#[cfg(test)]
mod tests;
