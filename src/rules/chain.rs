//! The chain of a person: who brought them, who brought those, down to the base (R57, R58).

use crate::domain::book::{Book, Ties};
use crate::domain::day::earlier;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::id_map::{IdMap, IdSet};
use crate::domain::referral::{GENERATIONS_MAX, Referral};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::rc::Rc;

/// Somebody on a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Below {
    /// Who it is.
    pub person: PersonId,
    /// The day on which a link of an address book led to them; what was before that day is not theirs to be thanked for,
    /// because the book did not know of them then (B7).
    pub since: Option<NaiveDate>,
}

impl Below {
    /// The next one on a chain, by this referral.
    fn next(self, person: PersonId, by: &Referral) -> Below {
        let found = by.is_found().then(|| by.outcome.on.unwrap_or(NaiveDate::MAX));
        Below { person, since: self.since.max(found) }
    }

    /// Whether a moment on this day is theirs to be thanked for.
    pub fn is_thanked_for(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| day > since)
    }
}

/// The primary of the referrals that brought this person: the one that was chosen, else the earliest by the day the
/// source agreed, those without a day last, then by id. `None` for a base.
pub fn brought_by(book: &Book, person: PersonId) -> Option<&Referral> {
    primary(person, book.ties(person))
}

/// Like `brought_by`, from the ties of the person.
pub fn primary(person: PersonId, ties: &Ties) -> Option<&Referral> {
    let chosen = ties.person().and_then(|person| person.brought_by);
    let brought = ties.referrals_to().filter(|referral| referral.source != person);
    brought.min_by_key(|referral| (chosen != Some(referral.id), age(referral)))
}

/// What referrals are ordered by: the day the source agreed, those without a day last, links of an address book after
/// them, then the id.
pub fn age(referral: &Referral) -> (NaiveDate, ReferralId) {
    let undated = if referral.is_found() { NaiveDate::MAX } else { earlier(NaiveDate::MAX, 1) };
    (referral.agreed_on.unwrap_or(undated), referral.id)
}

/// Everyone below this person, the one who brought them first, the base last; each once, whatever circles there are.
pub fn ancestors(book: &Book, person: PersonId) -> impl Iterator<Item = PersonId> {
    chain_of(book, person).map(|below| below.person)
}

/// Like `ancestors`, each with the day since which they are known to stand there, where there is one. A chain is walked no
/// further than it is asked for.
pub fn chain_of(book: &Book, person: PersonId) -> impl Iterator<Item = Below> {
    let mut seen = IdSet::from_iter([person]);
    std::iter::successors(Some(Below { person, since: None }), move |last| {
        let referral = brought_by(book, last.person).filter(|referral| seen.insert(referral.source))?;
        Some(last.next(referral.source, referral))
    })
    .skip(1)
}

/// Whom this ancestor introduced on the chain of `person`: the one just above them, `person` itself if it was they.
pub fn introduced_by(book: &Book, person: PersonId, ancestor: PersonId) -> Option<PersonId> {
    let mut above = person;
    ancestors(book, person).find_map(|below| {
        let introduced = std::mem::replace(&mut above, below);
        (below == ancestor).then_some(introduced)
    })
}

/// Walks the chains of a book upward. Whom somebody brought is looked up once and kept, so that the chains of everyone are
/// walked in about the time the book is read.
pub struct Chains<'a> {
    book: &'a Book,
    primary: RefCell<IdMap<PersonId, Option<ReferralId>>>,
    brought: RefCell<IdMap<PersonId, Rc<[&'a Referral]>>>,
}

impl<'a> Chains<'a> {
    /// Chains of this book, none walked yet.
    pub fn of(book: &'a Book) -> Chains<'a> {
        Chains { book, primary: RefCell::default(), brought: RefCell::default() }
    }

    /// Returns everyone who has this person among the first [`GENERATIONS_MAX`] of their ancestors, each once, nearest
    /// first, with the day since which that is known.
    pub fn brought_below(&self, ancestor: PersonId) -> Vec<Below> {
        let mut all: Vec<Below> = Vec::new();
        let mut seen = IdSet::from_iter([ancestor]);
        let mut level = vec![Below { person: ancestor, since: None }];
        for _ in 0..GENERATIONS_MAX {
            let mut above = Vec::new();
            for source in &level {
                let brought = self.brought(source.person);
                let new = brought.iter().filter(|referral| seen.insert(referral.prospect));
                above.extend(new.map(|referral| source.next(referral.prospect, referral)));
            }
            if above.is_empty() {
                break;
            }
            all.extend(&above);
            level = above;
        }
        all
    }

    /// The referrals of this person that count as the ones that brought somebody.
    fn brought(&self, source: PersonId) -> Rc<[&'a Referral]> {
        if let Some(known) = self.brought.borrow().get(&source) {
            return known.clone();
        }
        let given = self.book.referrals_from(source);
        let brought: Rc<[&Referral]> = given.filter(|one| self.primary(one.prospect) == Some(one.id)).collect();
        self.brought.borrow_mut().insert(source, brought.clone());
        brought
    }

    /// The referral that counts as the one that brought this person.
    fn primary(&self, person: PersonId) -> Option<ReferralId> {
        *self
            .primary
            .borrow_mut()
            .entry(person)
            .or_insert_with(|| brought_by(self.book, person).map(|referral| referral.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A book of referrals `source>prospect day`, one a line.
    fn book(edges: &str) -> Book {
        let mut book = Book::default();
        for (n, line) in edges.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            let (pair, day) = line.split_once(' ').unwrap_or((line, ""));
            let (source, prospect) = pair.split_once('>').unwrap();
            let (source, prospect) = (source.parse().unwrap(), prospect.parse().unwrap());
            let id = format!("r{n}").parse().unwrap();
            book.put(Referral { id, source, prospect, agreed_on: day.parse().ok(), ..Referral::default() }.into());
        }
        book
    }

    fn check(edges: &str, person: &str, expected: &str) {
        let chain: Vec<String> = ancestors(&book(edges), person.parse().unwrap()).map(|one| one.to_string()).collect();
        assert_eq!(chain.join(" "), expected, "{edges} of {person}");
    }

    #[test]
    fn r57_a_chain_goes_down_to_somebody_nobody_referred() {
        check("ann>bea\nbea>cy\ncy>dan", "dan", "cy bea ann");
        check("ann>bea", "ann", "");
    }

    #[test]
    fn r58_of_two_sources_the_earliest_is_primary_and_a_day_comes_before_none() {
        check("ann>cy 2026-03-01\nbea>cy 2026-02-01", "cy", "bea");
        check("ann>cy\nbea>cy 2026-02-01", "cy", "bea");
        check("ann>cy\nbea>cy", "cy", "ann");
    }

    #[test]
    fn r58_the_person_may_choose_another_than_the_earliest() {
        use crate::domain::person::Person;
        let mut book = book("ann>cy 2026-01-01\nbea>cy 2026-02-01\nbea>dan");
        let [cy, r0, r1, r2] = ["cy", "r0", "r1", "r2"];
        book.put(Person { id: cy.parse().unwrap(), ..Person::default() }.into());
        let source = |book: &Book| brought_by(book, cy.parse().unwrap()).unwrap().source.to_string();
        assert_eq!(source(&book), "ann");
        let change = book.choose_who_brought(cy.parse().unwrap(), r1.parse().unwrap()).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        assert_eq!(source(&book), "bea");
        assert!(book.choose_who_brought(cy.parse().unwrap(), r2.parse().unwrap()).is_err(), "it brought somebody else");
        book.put(Referral { trashed: true, ..book.referral(r1.parse().unwrap()).unwrap().clone() }.into());
        assert_eq!(source(&book), "ann", "a choice that is gone leaves the earliest");
        assert!(book.choose_who_brought(cy.parse().unwrap(), r0.parse().unwrap()).is_ok());
    }

    #[test]
    fn r58_circles_and_self_references_end() {
        check("ann>bea 2026-01-01\nbea>ann 2026-02-01", "ann", "bea");
        check("ann>ann\nann>bea", "bea", "ann");
        check("ann>bea\nbea>cy\ncy>ann", "cy", "bea ann");
    }

    #[test]
    fn who_is_above_somebody_has_them_among_their_ancestors() {
        let book = book("ann>bea\nbea>cy\nann>dan\nbea>dan\ncy>ann");
        for one in ["ann", "bea", "cy", "dan"] {
            let one: PersonId = one.parse().unwrap();
            let mut above: Vec<PersonId> =
                Chains::of(&book).brought_below(one).iter().map(|above| above.person).collect();
            above.sort();
            let everyone = ["ann", "bea", "cy", "dan"].map(|id| id.parse::<PersonId>().unwrap());
            let expected: Vec<PersonId> =
                everyone.into_iter().filter(|other| ancestors(&book, *other).any(|below| below == one)).collect();
            assert_eq!(above, expected, "above {one}");
        }
    }
}
