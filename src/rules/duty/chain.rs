//! Thanks down the chain: for each introduction and each sale, everyone below the source down to the base (R60, B1).

use super::{Duty, Raised, Rules};
use crate::domain::book::Book;
use crate::domain::day::later;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::id_map::IdMap;
use crate::domain::order::sort_by_key;
use crate::domain::referral::{GENERATIONS_MAX, Referral};
use crate::domain::steps::count;
use crate::domain::touch::Milestone;
use crate::domain::touch::summary::TouchSummary;
use crate::rules::chain::{Below, Chains, chain_of};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

/// How many days after the moment an ancestor is thanked; a thank-you about whatever in these days does as well.
const DAYS: u64 = 7;

/// The most thank-yous of this kind that stand on one person's list unanswered: those that fell due first. A message for
/// more is read by nobody, and a chain would owe as many as there are pairs of people on it.
pub const THANKS_MAX: usize = 50;

/// A moment of a referral for which the chain is thanked.
#[derive(Clone)]
struct ChainMoment<'a> {
    referral: &'a Referral,
    milestone: Milestone,
    day: NaiveDate,
}

/// The thanks due for everyone, looked up once for each source and kept.
pub struct Thanks<'a> {
    book: &'a Book,
    chains: Chains<'a>,
    moments: RefCell<IdMap<PersonId, Rc<[ChainMoment<'a>]>>>,
}

impl<'a> Thanks<'a> {
    /// Thanks for the referrals of this book, none looked at yet.
    pub fn of(book: &'a Book) -> Thanks<'a> {
        Thanks { book, chains: Chains::of(book), moments: RefCell::default() }
    }

    /// The moments of everything this source gave, the earliest first.
    fn moments(&self, source: PersonId) -> Rc<[ChainMoment<'a>]> {
        if let Some(known) = self.moments.borrow().get(&source) {
            return known.clone();
        }
        let given = self.book.referrals_from(source).filter(|referral| stands(self.book, referral));
        let mut all: Vec<ChainMoment> = given.flat_map(moments).collect();
        sort_by_key(&mut all, |moment| (moment.day, moment.referral.id, moment.milestone.clone()));
        let all: Rc<[ChainMoment]> = all.into();
        self.moments.borrow_mut().insert(source, all.clone());
        all
    }
}

/// Raises the duties of this referral to its source's ancestors.
pub fn raised_by(rules: &Rules, referral: &Referral, all: &mut Vec<Raised>) {
    if !stands(rules.book, referral) {
        return;
    }
    let below = chain_of(rules.book, referral.source).take(GENERATIONS_MAX);
    for one in below.filter(|one| one.person != referral.prospect) {
        let theirs = moments(referral).filter(|moment| one.is_thanked_for(moment.day));
        all.extend(theirs.filter_map(|moment| thank(rules, one.person, &moment)));
    }
}

/// What is owed to this person as an ancestor, for the referrals from everyone above them in the tree: up to
/// [`THANKS_MAX`] that were neither put off nor dropped, those that fell due first, and the answered ones among them.
pub fn owed_to(rules: &Rules, ancestor: PersonId) -> Vec<Raised> {
    let above: Vec<(Below, Rc<[ChainMoment]>)> = {
        let all = rules.thanks.chains.brought_below(ancestor).into_iter();
        all.map(|one| (one, rules.thanks.moments(one.person))).filter(|(_, moments)| !moments.is_empty()).collect()
    };
    // The earliest moment of each source is on the heap; whichever is taken makes room for the next of that source.
    let key = |source: usize, at: usize| {
        let moment = above.get(source)?.1.get(at)?;
        Some(Reverse((moment.day, moment.referral.id, at, source)))
    };
    let first = |(source, (one, moments)): (usize, &(Below, Rc<[ChainMoment]>))| {
        key(source, moments.partition_point(|moment| !one.is_thanked_for(moment.day)))
    };
    let mut next: BinaryHeap<Reverse<(NaiveDate, ReferralId, usize, usize)>> =
        above.iter().enumerate().filter_map(first).collect();
    let (mut all, mut unanswered) = (Vec::new(), 0);
    while let Some(Reverse((.., at, source))) = next.pop() {
        count(1);
        next.extend(key(source, at + 1));
        let moment = above.get(source).and_then(|(_, moments)| moments.get(at));
        let moment = moment.filter(|moment| moment.referral.prospect != ancestor);
        let Some(raised) = moment.and_then(|moment| thank(rules, ancestor, moment)) else { continue };
        unanswered += usize::from(!rules.answers.is_answered(&raised));
        all.push(raised);
        if unanswered == THANKS_MAX {
            break;
        }
    }
    all
}

fn stands(book: &Book, referral: &Referral) -> bool {
    book.live_person(referral.source).is_some() && book.live_person(referral.prospect).is_some()
}

fn moments(referral: &Referral) -> impl Iterator<Item = ChainMoment<'_>> {
    let moments = [(Milestone::Introduced, referral.introduced_on), (Milestone::Won, referral.won_on())];
    moments.into_iter().filter_map(move |(milestone, day)| Some(ChainMoment { referral, milestone, day: day? }))
}

fn thank(rules: &Rules, to: PersonId, moment: &ChainMoment) -> Option<Raised> {
    let ChainMoment { referral, milestone, day } = moment;
    let thanks = |summary: &TouchSummary| summary.went_out && summary.thanks;
    let until = later(*day, DAYS);
    let mut about = rules.book.touch_summaries_about(referral.id, to).filter(|summary| summary.on >= *day);
    let mut lately = rules.book.ties(to).gists_between(*day, until);
    if about.any(thanks) || lately.any(thanks) {
        return None;
    }
    let raised = Raised::to(to, Duty::ThankChain, until);
    Some(Raised { referral: Some(referral.id), milestone: Some(milestone.clone()), ..raised })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Person;
    use crate::domain::put_off::PutOff;
    use crate::rules::duty::{owed, owed_to, thanks_of};

    fn today() -> NaiveDate {
        "2026-11-30".parse().unwrap()
    }

    /// A book in which each of these introduced me to the other, a day after the one before.
    fn book(edges: impl Iterator<Item = (usize, usize)>) -> Book {
        let mut book = Book::default();
        let first: NaiveDate = "2026-01-01".parse().unwrap();
        for (n, (source, prospect)) in edges.enumerate() {
            let [source, prospect] = [source, prospect].map(|n| format!("p{n}").parse().unwrap());
            for id in [source, prospect] {
                book.put(Person { id, ..Person::default() }.into());
            }
            let (id, day) = (format!("r{n}").parse().unwrap(), Some(later(first, n as u64)));
            book.put(Referral { id, source, prospect, introduced_on: day, ..Referral::default() }.into());
        }
        book
    }

    fn to_chain(book: &Book, person: &str) -> Vec<String> {
        let all = owed_to(book, person.parse().ok(), today()).into_iter();
        let thanks = all.filter(|owed| owed.raised.duty == Duty::ThankChain);
        thanks.filter_map(|owed| owed.raised.referral).map(|id| id.to_string()).collect()
    }

    #[test]
    fn of_many_thanks_to_one_person_those_that_fell_due_first_are_listed_and_an_answered_one_makes_room() {
        let mut book = book([(0, 1)].into_iter().chain((2..62).map(|prospect| (1, prospect))));
        let expected = |from: usize| (from..from + THANKS_MAX).map(|n| format!("r{n}")).collect::<Vec<String>>();
        assert_eq!(to_chain(&book, "p0"), expected(1));
        let first = owed_to(&book, "p0".parse().ok(), today()).swap_remove(0).raised;
        let dropped = PutOff {
            id: "o1".parse().unwrap(),
            duty: first.duty.name().into(),
            person: first.person,
            referral: first.referral,
            due: Some(first.due),
            dropped: "Told in person".into(),
            ..PutOff::default()
        };
        book.put(dropped.into());
        assert_eq!(to_chain(&book, "p0"), expected(2));
    }

    #[test]
    fn a_chain_is_thanked_for_a_hundred_generations_whoever_looks() {
        let book = book((0..130).map(|n| (n, n + 1)));
        let last = book.referral("r129".parse().unwrap()).unwrap();
        let thanked = thanks_of(&book, last, today()).len();
        assert_eq!(thanked, GENERATIONS_MAX);
        let of_last = |person: &str| {
            let chains = Chains::of(&book);
            chains.brought_below(person.parse().unwrap()).iter().any(|one| one.person == last.source)
        };
        assert!(of_last("p29") && !of_last("p28"));
        assert!(owed(&book, today()).len() < 131 * (THANKS_MAX + 3));
    }
}
