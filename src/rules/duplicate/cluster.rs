//! Clusters: the pairs that were found, gathered to groups of entries of one person, without who is known to be two.

use super::weigh::contradicts;
use super::{Found, Likeness};
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::id_map::IdMap;
use crate::domain::order::sort_by_key;
use std::cmp::Reverse;

/// The most entries that are gathered to one.
const MOST: usize = 12;

/// Entries that are probably one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cluster {
    /// The entries; the one most is written of first.
    pub people: Vec<PersonId>,
    /// Why: of the two least alike.
    pub likeness: Likeness,
}

impl Found {
    /// The clusters, the surest first: of those still in the book, and not said to be two.
    pub fn clusters(&self, book: &Book) -> Vec<Cluster> {
        let mut pairs: Vec<&(PersonId, PersonId, Likeness)> = self.pairs.iter().collect();
        sort_by_key(&mut pairs, |(.., likeness)| Reverse(likeness.points));
        let mut groups: Vec<Cluster> = Vec::new();
        let mut at: IdMap<PersonId, usize> = IdMap::default();
        for (one, other, likeness) in pairs {
            let (one, other) = (book.who(*one), book.who(*other));
            let is_open = one != other && [one, other].iter().all(|id| book.live_person(*id).is_some());
            if is_open && !book.is_apart(one, other) {
                self.gather(book, &mut groups, &mut at, [one, other], likeness);
            }
        }
        groups.retain(|group| group.people.len() > 1);
        for group in &mut groups {
            sort_by_key(&mut group.people, |id| Reverse(written(book, *id)));
        }
        sort_by_key(&mut groups, |group| Reverse(group.likeness.points));
        groups
    }

    /// Puts two into one group, where nobody in it speaks against it.
    fn gather(
        &self,
        book: &Book,
        groups: &mut Vec<Cluster>,
        at: &mut IdMap<PersonId, usize>,
        two: [PersonId; 2],
        likeness: &Likeness,
    ) {
        let mut place = |person: PersonId| {
            *at.entry(person).or_insert_with(|| {
                groups.push(Cluster { people: vec![person], likeness: likeness.clone() });
                groups.len() - 1
            })
        };
        let (a, b) = (place(two[0]), place(two[1]));
        let people = |n: usize| groups.get(n).map(|group| group.people.clone()).unwrap_or_default();
        let (ones, others) = (people(a), people(b));
        let fits = ones.len() + others.len() == 2
            || ones.iter().all(|one| others.iter().all(|other| self.may_be_one(book, *one, *other)));
        if a == b || !fits || ones.len() + others.len() > MOST {
            return;
        }
        for person in &others {
            at.insert(*person, a);
        }
        if let Some(group) = groups.get_mut(b) {
            group.people.clear();
        }
        if let Some(group) = groups.get_mut(a) {
            group.people.extend(others);
            group.likeness = likeness.clone();
        }
    }

    /// Whether nothing says that these are two.
    fn may_be_one(&self, book: &Book, one: PersonId, other: PersonId) -> bool {
        let cards = self.cards.get(&one).zip(self.cards.get(&other));
        !book.is_apart(one, other) && cards.is_none_or(|(one, other)| !contradicts(one, other))
    }
}

/// How much is written of somebody.
fn written(book: &Book, id: PersonId) -> usize {
    let ties = book.ties(id);
    let records = ties.touch_summaries().count()
        + ties.referrals_from().count()
        + ties.referrals_to().count()
        + ties.asks().count();
    10 * records + book.search_text(id).len() / 20
}
