use super::credit::{Credit, credited};
use super::totals::{Totals, add, won};
use super::*;
use crate::domain::money::{Currency, Money};
use crate::domain::person::Person;
use crate::domain::referral::{Confidential, End, Outcome, SecretPart};
use crate::domain::sorted_set::SortedSet;
use crate::rules::disclosure::{Disclosure, WayOut};
use proptest::prelude::*;
use std::collections::HashSet;

fn person(n: usize) -> PersonId {
    format!("p{n}").parse().unwrap()
}

/// A referral from one to another, on a day of the year, won for so much if for anything.
fn referral(id: usize, (source, prospect): (usize, usize), on: u32, value: i64) -> Referral {
    let currency = if value % 3 == 0 { Currency::parse("EUR").unwrap() } else { Currency::USD };
    let money = Some(Money { minor: value, currency }).filter(|_| value > 0);
    let kind = if value > 0 { End::Won } else { End::Open };
    let on = NaiveDate::from_yo_opt(2026, on % 365 + 1);
    let outcome = Outcome { kind, on, value: money, ..Outcome::default() };
    let (id, source, prospect) = (format!("r{id}").parse().unwrap(), person(source), person(prospect));
    Referral { id, source, prospect, agreed_on: on, outcome, ..Referral::default() }
}

fn book(edges: impl IntoIterator<Item = (usize, usize)>) -> Book {
    let mut book = Book::default();
    for (n, ends) in edges.into_iter().enumerate() {
        for one in [ends.0, ends.1] {
            if book.person(person(one)).is_none() {
                book.put(Person { id: person(one), ..Person::default() }.into());
            }
        }
        book.put(referral(n, ends, 0, 100).into());
    }
    book
}

fn summed(sums: impl IntoIterator<Item = Vec<Money>>) -> Vec<Money> {
    let mut all = Vec::new();
    sums.into_iter().flatten().filter(|sum| sum.minor != 0).for_each(|sum| add(&mut all, sum));
    all
}

#[test]
fn r58_a_chain_four_hundred_deep_and_one_of_five_thousand_are_walked() {
    for deep in [400, 5_000] {
        let book = book((0..deep).map(|n| (n, n + 1)));
        let forest = Forest::of(&book);
        let top = forest.place(person(deep)).unwrap();
        assert_eq!(forest.knot(top).unwrap().generation, deep);
        assert_eq!(forest.down(top).count(), deep + 1);
        assert_eq!(Totals::of(&Disclosure::owner(&book), &forest, 0).people, deep);
        let halves = credited(&Disclosure::owner(&book), &forest, Credit::Halves);
        assert_eq!(summed(halves)[0].minor, deep as i64 * 100);
    }
}

#[test]
fn r57_five_thousand_bases_and_a_source_of_three_thousand_are_a_forest() {
    let forest = Forest::of(&book((0..5_000).map(|n| (n, n + 5_000))));
    assert_eq!((forest.bases().count(), forest.knots().len()), (5_000, 10_000));
    let star = Forest::of(&book((0..3_000).map(|n| (0, n + 1))));
    assert_eq!((star.bases().count(), star.knot(0).unwrap().above.len()), (1, 3_000));
    let circle = Forest::of(&book((0..5_000).map(|n| (n, (n + 1) % 5_000))));
    assert_eq!((circle.bases().count(), circle.knots().len()), (1, 5_000));
}

#[test]
fn b9_halves_go_down_from_the_source_and_the_rest_to_the_base() {
    let forest = Forest::of(&book([(0, 1), (1, 2), (2, 3), (3, 4)]));
    let at = |n| forest.place(person(n)).unwrap();
    let shares = |source, minor| -> Vec<(usize, i64)> {
        let shares = Credit::Halves.shares(&forest, at(source), minor);
        shares.into_iter().map(|(place, minor)| (forest.knot(place).unwrap().generation, minor)).collect()
    };
    assert_eq!(shares(3, 1_000), [(3, 500), (2, 250), (1, 125), (0, 125)]);
    assert_eq!(shares(3, 1_001), [(3, 500), (2, 250), (1, 125), (0, 126)]);
    assert_eq!(shares(3, 1), [(0, 1)], "a cent is not parted");
    assert_eq!(shares(0, 999), [(0, 999)]);
    assert_eq!(Credit::Base.shares(&forest, at(3), 7), [(at(0), 7)]);
    assert_eq!(Credit::Source.shares(&forest, at(3), 7), [(at(3), 7)]);
}

#[test]
fn b9_with_two_parents_each_sale_is_credited_once() {
    // 2 was brought by 0 and by 1; both referrals were won.
    let book = book([(0, 2), (1, 2), (2, 3)]);
    let forest = Forest::of(&book);
    let total = |who: usize| Totals::of(&Disclosure::owner(&book), &forest, forest.place(person(who)).unwrap());
    assert_eq!((total(0).people, total(0).referrals, total(0).value[0].minor), (2, 2, 200));
    assert_eq!((total(1).people, total(1).referrals, total(1).value[0].minor), (0, 1, 100));
    for credit in Credit::ALL {
        assert_eq!(summed(credited(&Disclosure::owner(&book), &forest, credit))[0].minor, 300, "{credit:?}");
    }
}

#[test]
fn r63_the_eyes_of_others_see_neither_the_value_nor_the_stage_nor_the_one_who_is_confidential() {
    let mut book = book([(0, 1), (1, 2)]);
    let keep = |parts: SortedSet<SecretPart>| Referral {
        confidential: Confidential::Parts(parts),
        ..referral(0, (0, 1), 0, 100)
    };
    let seen = |book: &Book, is_mine: bool| {
        let disclosure = if is_mine { Disclosure::owner(book) } else { Disclosure::others(book, WayOut::TreeOutline) };
        let totals = Totals::of(&disclosure, &Forest::of(book), 0);
        (totals.won, totals.value.iter().map(|sum| sum.minor).sum::<i64>())
    };
    assert_eq!([seen(&book, true), seen(&book, false)], [(2, 200); 2]);
    book.put(keep([SecretPart::Amount].into()).into());
    assert_eq!([seen(&book, true), seen(&book, false)], [(2, 200), (2, 100)]);
    book.put(keep([SecretPart::Stage].into()).into());
    assert_eq!(seen(&book, false), (1, 100));
    assert!(Disclosure::others(&book, WayOut::TreeOutline).tells_person(person(1)));
    book.put(Referral { confidential: Confidential::Whole, ..referral(0, (0, 1), 0, 100) }.into());
    assert_eq!(seen(&book, false), (1, 100));
    assert!(!Disclosure::others(&book, WayOut::TreeOutline).tells_person(person(1)));
    assert!(Disclosure::owner(&book).tells_person(person(1)));
}

#[test]
fn people_in_the_trash_are_not_counted_and_hold_their_branch() {
    let mut book = book([(0, 1), (1, 2)]);
    book.put(Person { id: person(1), trashed: true, ..Person::default() }.into());
    let forest = Forest::of(&book);
    assert_eq!(Totals::of(&Disclosure::owner(&book), &forest, 0).people, 1);
    assert_eq!(forest.knot(2).map(|knot| (knot.person, knot.generation)), Some((person(2), 2)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn everyone_has_one_place_no_walk_loops_and_nothing_is_counted_twice(
        edges in prop::collection::vec((0_usize..12, 0_usize..12, 0_u32..9, -200_i64..2_000), 0..40),
        chosen in prop::collection::vec(0_usize..40, 12),
        gone in 0_usize..12,
    ) {
        let mut book = Book::default();
        for (n, by) in chosen.iter().enumerate().filter(|(n, _)| *n != gone) {
            let brought_by = format!("r{by}").parse().ok();
            book.put(Person { id: person(n), brought_by, trashed: n % 5 == 4, ..Person::default() }.into());
        }
        let referrals: Vec<Referral> =
            edges.iter().enumerate().map(|(n, (a, b, on, value))| referral(n, (*a, *b), *on, *value)).collect();
        referrals.iter().for_each(|referral| book.put(referral.clone().into()));
        let forest = Forest::of(&book);
        prop_assert_eq!(&forest, &Forest::of(&book), "equal input, equal forest");
        let named: HashSet<PersonId> = referrals.iter().flat_map(|r| [r.source, r.prospect]).collect();
        let placed: HashSet<PersonId> = forest.knots().iter().map(|knot| knot.person).collect();
        prop_assert_eq!(placed.len(), forest.knots().len(), "nobody twice");
        prop_assert_eq!(named, placed);
        let mut kept: Vec<ReferralId> = Vec::new();
        for (place, knot) in forest.knots().iter().enumerate() {
            prop_assert_eq!(forest.place(knot.person), Some(place));
            prop_assert!(knot.below.is_none_or(|below| below < place));
            let down: Vec<usize> = forest.down(place).collect();
            prop_assert_eq!((down.len() - 1, *down.last().unwrap()), (knot.generation, knot.base));
            prop_assert_eq!(forest.branch(place).len(), knot.people + 1);
            let within = forest.branch(place).all(|at| forest.down(at).any(|one| one == place));
            prop_assert!(within && forest.down(forest.branch(place).end).all(|one| one != place), "a branch has no gap");
            for above in &knot.above {
                prop_assert_eq!(forest.knot(*above).unwrap().below, Some(place));
            }
            kept.extend(knot.by.into_iter().chain(knot.also.iter().copied()));
        }
        kept.sort();
        let mut edges: Vec<ReferralId> = referrals.iter().filter(|r| r.source != r.prospect).map(|r| r.id).collect();
        edges.sort();
        prop_assert_eq!(kept, edges, "every edge is kept, once");

        let sold = summed([referrals.iter().filter_map(won).collect()]);
        for credit in Credit::ALL {
            prop_assert_eq!(&summed(credited(&Disclosure::owner(&book), &forest, credit)), &sold, "{:?}", credit);
        }
        let totals: Vec<Totals> = forest.bases().map(|base| Totals::of(&Disclosure::owner(&book), &forest, base)).collect();
        let alive = |place: usize| book.live_person(forest.knot(place).unwrap().person).is_some();
        let bases = forest.bases().filter(|base| alive(*base)).count();
        let people = (0..forest.knots().len()).filter(|place| alive(*place)).count();
        prop_assert_eq!(totals.iter().map(|t| t.people).sum::<usize>() + bases, people);
        prop_assert_eq!(totals.iter().map(|t| t.referrals).sum::<usize>(), referrals.len());
        prop_assert_eq!(&summed(totals.into_iter().map(|t| t.value)), &sold);
    }
}
