//! Who brought whom, as a file has it: the links it proposes once it is matched, and what a yes to them brings (B7).

use super::matching::{FilePerson, Matching};
use super::verdict::{ArrivalRow, Verdict};
use crate::domain::book::Book;
use crate::domain::id::{Mint, PersonId};
use crate::domain::id_map::IdSet;
use crate::domain::identity::Identity;
use crate::domain::record::Record;
use crate::domain::sorted_set::SortedSet;
use crate::rules::links::{Finder, Into, LinkCandidate, LinkEnd as End, Links};
use std::collections::HashMap;

/// The search for the links of one file, a piece at a time: first those who may be meant are learned, then each is asked for.
pub struct LinkSearch {
    finder: Finder,
    /// Whom of the book it does not know yet, the next one last.
    unknown: Vec<PersonId>,
    /// How many of those the file speaks of are learned, and of how many the words were looked up.
    learned: usize,
    asked: usize,
}

impl LinkSearch {
    /// Of a file that is matched.
    pub fn of(book: &Book, matching: &Matching) -> LinkSearch {
        let says_nothing = matching.ones.iter().all(|one| one.then.referred_by.is_empty());
        let nothing = if says_nothing { matching.ones.len() } else { 0 };
        let unknown = if says_nothing { Vec::new() } else { book.people().map(|person| person.id).collect() };
        LinkSearch { finder: Finder::default(), unknown, learned: nothing, asked: nothing }
    }

    /// Goes so many people further; whether there are others.
    pub fn step(&mut self, book: &Book, matching: &Matching, many: usize) -> bool {
        let rest = self.unknown.len().saturating_sub(many);
        let known: Vec<PersonId> = self.unknown.drain(rest..).collect();
        if !known.is_empty() {
            known.into_iter().filter_map(|id| book.live_person(id)).for_each(|person| self.finder.know(book, person));
        } else if let Some(ones) = matching.ones.get(self.learned..).filter(|rest| !rest.is_empty()) {
            ones.iter().take(many).for_each(|one| self.learn(one));
        } else {
            let ones = matching.ones.get(self.asked..).unwrap_or_default();
            ones.iter().take(many).for_each(|one| self.ask(book, one));
        }
        self.asked < matching.ones.len()
    }

    /// The links that are proposed.
    pub fn found(self) -> Links {
        self.finder.found()
    }

    fn learn(&mut self, one: &FilePerson) {
        self.learned += 1;
        let then = &one.then;
        if !matches!(end(one), End::Person(_)) {
            let (name, place) = (then.name.as_str(), then.organisation.as_str());
            self.finder.add(&LinkCandidate { one: end(one), name, place, reach: &then.reach, facts: &then.facts });
        }
    }

    fn ask(&mut self, book: &Book, one: &FilePerson) {
        self.asked += 1;
        match end(one) {
            _ if one.then.referred_by.is_empty() => {}
            End::Person(id) => self.finder.propose_through(book, id, &one.then.referred_by),
            end => self.finder.propose(book, end, &one.then.referred_by),
        }
    }
}

/// Who somebody of a file is in a link.
fn end(one: &FilePerson) -> End {
    match one.who {
        Identity::Person(_) if one.is_new => End::Row(one.then.line),
        Identity::Person(id) => End::Person(id),
        Identity::Waiting(id) => End::Waiting(id),
    }
}

/// Who the rows of a file were before and are now, where the same file was read again in another way: by their lines.
pub fn met(before: &[ArrivalRow], now: &[ArrivalRow]) -> HashMap<End, End> {
    let named = |row: &ArrivalRow| match row.verdict {
        Verdict::New | Verdict::Perhaps(_) => Some((row.line, End::Row(row.line))),
        Verdict::Already(id) | Verdict::Updates(id) => Some((row.line, End::Person(id))),
        Verdict::Waiting(id) | Verdict::News(id) => Some((row.line, End::Waiting(id))),
        Verdict::Same(_) => None,
    };
    let before: HashMap<usize, End> = before.iter().filter_map(named).collect();
    let pairs = now.iter().filter_map(named).filter_map(|(line, now)| Some((*before.get(&line)?, now)));
    pairs.filter(|(before, now)| before != now).collect()
}

/// What a yes to the links of a file brings, besides its people.
#[derive(Default)]
pub struct AcceptedLinks {
    /// Who comes into the book wherever the others go, because they stand in the tree, and as whom.
    pub(super) called: HashMap<Identity, PersonId>,
    /// Who was brought by whom.
    pub(super) through: HashMap<PersonId, PersonId>,
    /// Who did not bring somebody new, as it was refused.
    pub(super) refused: HashMap<PersonId, SortedSet<String>>,
    /// The referrals, and whoever is known by name alone.
    pub(super) records: Vec<Record>,
    /// How many links there are.
    pub links: usize,
}

/// What a yes to these links brings; those of rows that were left out are left.
pub fn taken(links: &Links, matching: &Matching, into: &Into, mint: &mut Mint) -> AcceptedLinks {
    let mut ends: HashMap<End, (Identity, PersonId)> = HashMap::new();
    if links.ticked() == 0 && !links.list.iter().any(|link| link.never) {
        return AcceptedLinks::default();
    }
    for one in &matching.ones {
        let id = if let Identity::Person(id) = one.who { id } else { PersonId(mint.id()) };
        ends.insert(end(one), (one.who, id));
        // When the links were looked for these were somebody new.
        ends.extend(one.said.iter().map(|said| (End::Row(said.row.line), (one.who, id))));
    }
    let here = |end: End| if let End::Person(id) = end { into.book.live_person(id).map(|one| one.id) } else { None };
    let written = links.written(into, |end| ends.get(&end).map(|(_, id)| *id).or_else(|| here(end)), mint);
    let mut taken = AcceptedLinks { links: written.links.len(), records: written.records, ..AcceptedLinks::default() };
    for (prospect, source) in &written.links {
        taken.through.entry(*prospect).or_insert(*source);
    }
    for link in links.list.iter().filter(|link| link.never) {
        if let Some((_, id)) = ends.get(&link.whom) {
            taken.refused.entry(*id).or_default().extend(link.said().iter().cloned());
        }
    }
    let linked: IdSet<PersonId> = written.links.into_iter().flat_map(|(prospect, source)| [prospect, source]).collect();
    taken.called = ends.into_values().filter(|(_, id)| linked.contains(id)).collect();
    taken
}

#[cfg(test)]
mod tests;
