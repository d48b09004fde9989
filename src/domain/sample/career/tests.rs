//! A generated book is what was asked for, holds together, and owes what a diligent person would owe.

use super::*;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use std::collections::HashMap;

const SIZE: Size = Size { people: 300, referrals: 260, touches: 2_000, pool: 40 };

fn made(size: Size, seed: u64) -> Vec<Written> {
    career(size, "2026-11-21".parse().unwrap(), seed)
}

fn book(written: &[Written]) -> Book {
    let mut book = Book::default();
    for Written { kind, id, fields, .. } in written {
        let json = serde_json::to_string(fields).unwrap();
        if let Some(record) = Record::read(kind, *id, &json) {
            book.put(record);
        }
    }
    book
}

fn counts(written: &[Written]) -> [usize; 4] {
    [Kind::Person, Kind::Referral, Kind::Touch, Kind::Connection]
        .map(|kind| written.iter().filter(|record| record.kind == kind).count())
}

#[test]
fn a_book_has_exactly_what_was_asked_for() {
    for (size, expected) in [
        ((300, 260, 2_000, 40), [300, 260, 2_000, 40]),
        ((50, 200, 900, 0), [50, 200, 900, 0]),
        ((200, 190, 30, 0), [200, 190, 30, 0]),
        ((2, 5, 7, 1), [2, 5, 7, 1]),
        ((1, 3, 4, 0), [1, 0, 4, 0]),
        ((0, 3, 4, 2), [0, 0, 0, 2]),
        ((5, 0, 0, 0), [5, 0, 0, 0]),
    ] {
        let (people, referrals, touches, pool) = size;
        assert_eq!(counts(&made(Size { people, referrals, touches, pool }, 1)), expected, "{size:?}");
    }
}

#[test]
fn the_same_seed_gives_the_same_book_and_another_seed_another() {
    assert!(made(SIZE, 7) == made(SIZE, 7));
    assert!(made(SIZE, 7) != made(SIZE, 8));
}

#[test]
fn nothing_refers_to_what_is_not_there_and_every_id_is_given_once() {
    let written = made(SIZE, 7);
    let book = book(&written);
    let has = |id: PersonId| book.person(id).is_some();
    assert!(book.referrals().all(|r| has(r.source) && has(r.prospect) && r.source != r.prospect));
    assert!(book.referrals().all(|r| r.ask.is_none_or(|id| book.ask(id).is_some_and(|a| a.person == r.source))));
    assert!(book.touches().all(|t| has(t.person) && t.about.is_none_or(|r| book.referral(r).is_some())));
    assert!(book.asks().all(|a| has(a.person)));
    let mut seen = HashMap::new();
    assert!(written.iter().all(|record| seen.insert((record.kind.word().to_string(), record.id), ()).is_none()));
}

#[test]
fn the_days_of_a_referral_follow_one_another() {
    let book = book(&made(SIZE, 7));
    for r in book.referrals() {
        let days = [r.agreed_on, r.introduced_on, r.followed_up_on, r.talked_on, r.outcome.on];
        let days: Vec<_> = days.into_iter().flatten().collect();
        assert!(days.is_sorted(), "{days:?}");
    }
}

#[test]
fn every_stamp_is_of_the_session_of_its_record_and_none_comes_twice() {
    let mut stamps: Vec<Stamp> = made(SIZE, 7).iter().map(|record| record.at).collect();
    stamps.sort();
    assert!(stamps.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn a_few_are_in_the_trash_and_nobody_of_a_referral_is() {
    let book = book(&made(Size { people: 600, referrals: 300, ..SIZE }, 7));
    let trashed: Vec<_> = book.trashed_people().map(|p| p.id).collect();
    assert!((1..20).contains(&trashed.len()), "{}", trashed.len());
    assert!(book.referrals().all(|r| !trashed.contains(&r.source) && !trashed.contains(&r.prospect)));
}

#[test]
fn there_are_chains_and_every_end() {
    let book = book(&made(SIZE, 7));
    let deep = |id: PersonId| book.referrals_to(id).next().map(|r| r.source);
    let depth = |id: PersonId| std::iter::successors(Some(id), |id| deep(*id)).take(20).count();
    assert!(book.people().map(|p| depth(p.id)).max().unwrap() >= 4);
    use crate::domain::referral::End;
    for end in [End::Open, End::Won, End::Closed] {
        assert!(book.referrals().any(|r| r.outcome.kind == end), "{end:?}");
    }
}
