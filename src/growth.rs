//! The law of growth: opening, what is owed and how it is told, who is written twice, the tree and merging take steps in
//! proportion to the records of a book, times their logarithm at most, whatever its shape. Steps are counted
//! ([`crate::domain::steps`]), not seconds.

use crate::domain::book::Book;
use crate::domain::id::Session;
use crate::domain::steps::counted;
use crate::draw::tidy::tidy;
use crate::exchange::backup::preview;
use crate::message::duty::telling;
use crate::message::week_sheet::sheet;
use crate::rules::disclosure::Disclosure;
use crate::rules::duplicate::Found;
use crate::rules::duty::{Duties, concerned, owed};
use crate::rules::today_rows::rows;
use crate::rules::tree::Forest;
use crate::rules::tree::marks::Branch;
use crate::rules::tree::totals::Totals;
use crate::store::Unreadable;
use crate::store::change_count::ChangeCount;
use crate::store::checksum::deflate_and_add_checksum;
use crate::store::engine::Store;
use crate::store::form::{self, Limits};
use crate::store::key_value::{KeyValueStore, StorageError};
use crate::store::materialize;
use crate::store::partial_book::PartialBook;
use chrono::NaiveDate;
use proptest::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many times more than in proportion to n·log n the steps may grow from n to 2n or 4n: room for what is rounded.
const SLACK: f64 = 1.5;
/// A moment after every stamp of the books, in milliseconds since 1970.
const NOW: u64 = 1_800_000_000_000;

#[derive(Debug, Clone, Copy)]
enum Shape {
    /// Everyone was brought by the one before.
    Chain,
    /// Everyone was brought by the one before, and the first by the last.
    Circle,
    /// One brought everyone.
    Star,
    /// Everyone brought one.
    Funnel,
    /// Everyone brought everyone.
    Clique,
    /// All bear one name and share one address and one number.
    Twins,
    /// Everyone became the next one, by merging.
    Merged,
}

const SHAPES: [Shape; 7] =
    [Shape::Chain, Shape::Circle, Shape::Star, Shape::Funnel, Shape::Clique, Shape::Twins, Shape::Merged];

impl Shape {
    /// Who brought whom, so that there are about `n` referrals.
    fn edges(self, n: usize) -> Vec<(usize, usize)> {
        let of_clique = (1..).find(|people| people * (people - 1) >= n).unwrap_or(2);
        match self {
            Shape::Chain => (1..n).map(|at| (at - 1, at)).collect(),
            Shape::Circle => (0..n).map(|at| (at, (at + 1) % n)).collect(),
            Shape::Star => (1..n).map(|at| (0, at)).collect(),
            Shape::Funnel => (1..n).map(|at| (at, 0)).collect(),
            Shape::Clique => {
                let all = (0..of_clique).flat_map(|one| (1..of_clique).map(move |by| (one, (one + by) % of_clique)));
                all.collect()
            }
            Shape::Twins | Shape::Merged => Vec::new(),
        }
    }

    /// A book of about `n` records of a kind; every referral is introduced and won, and nobody was thanked.
    fn pages(self, n: usize) -> PartialBook {
        let edges = self.edges(n);
        let people = edges.iter().map(|(one, other)| one.max(other) + 1).max().unwrap_or(n);
        let person = |at: usize| match self {
            Shape::Twins => format!(
                r#"{{"id":"p{at}","name":"Ann Lee","reach":[{{"kind":"email","value":"ann@x.example"}},{{"kind":"phone","value":"+1 555 010 1234"}}]}}"#
            ),
            Shape::Merged if at + 1 < n => {
                format!(r#"{{"id":"p{at}","name":"Ann {at}","merged":{{"into":"p{}","on":"2026-11-01"}}}}"#, at + 1)
            }
            _ => format!(r#"{{"id":"p{at}","name":"{} {}"}}"#, word(at), word(at * 7 + 3)),
        };
        let referral = |(at, (source, prospect)): (usize, &(usize, usize))| {
            let day = at % 18 + 1;
            format!(
                r#"{{"id":"r{at}","source":"p{source}","prospect":"p{prospect}","agreed_on":"2026-10-{day:02}","introduced_on":"2026-11-{day:02}","outcome":{{"kind":"won","on":"2026-11-20"}}}}"#
            )
        };
        let people: Vec<String> = (0..people).map(person).collect();
        let referrals: Vec<String> = edges.iter().enumerate().map(referral).collect();
        let text = format!(
            r#"{{"format":"kith","version":1,"records":{{"person":[{}],"referral":[{}]}}}}"#,
            people.join(","),
            referrals.join(",")
        );
        form::read(&text, Limits::FILE).unwrap().partial_book
    }
}

/// A word of letters only, another for each number.
fn word(mut at: usize) -> String {
    let mut word = String::from("Q");
    while at > 0 {
        word.extend(char::from_u32(97 + (at % 26) as u32));
        word.push('o');
        at /= 26;
    }
    word
}

fn book(pages: &PartialBook) -> Book {
    materialize::book(pages, &ChangeCount::of(pages))
}

fn today() -> NaiveDate {
    "2026-11-30".parse().unwrap()
}

#[derive(Clone, Default)]
struct Memory(Rc<RefCell<BTreeMap<String, String>>>);

impl KeyValueStore for Memory {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}

/// The steps of `work` on books of one shape at n, 2n and 4n grow no faster than n·log n, counted in records.
fn check(n: usize, work: impl Fn(&PartialBook) -> usize) {
    for shape in SHAPES {
        let [one, two, four] = [n, 2 * n, 4 * n].map(|n| {
            let pages = shape.pages(n);
            (pages.len() as f64, work(&pages) as f64)
        });
        for (records, steps) in [two, four] {
            let most = SLACK * one.1 * (records * records.log2()) / (one.0 * one.0.log2());
            assert!(steps <= most, "{shape:?} of {n}: {one:?}, {two:?}, {four:?} (records, steps)");
        }
    }
}

fn cases() -> ProptestConfig {
    ProptestConfig { cases: 2, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn opening_grows_with_the_book(n in 250..350_usize) {
        check(n, |pages| {
            let shelf = Memory::default();
            Store::open(shelf.clone(), Session::of_bits(1), NOW).store.import(&mut Book::default(), pages.clone(), NOW).unwrap();
            counted(|| Store::open(shelf, Session::of_bits(2), NOW).set_aside.len()).1
        });
    }

    #[test]
    fn what_is_owed_grows_with_the_book(n in 250..350_usize) {
        check(n, |pages| {
            let book = book(pages);
            counted(|| owed(&book, today()).len()).1
        });
    }

    #[test]
    fn what_is_told_of_it_on_the_screen_and_on_paper_grows_with_the_book(n in 250..350_usize) {
        check(n, |pages| {
            let book = book(pages);
            let rows = rows(&book, today());
            counted(|| {
                let told = rows.iter().take(50).map(|row| telling(&book, row, today()).why.len()).sum::<usize>();
                (told, sheet(&book, today()).owed.len())
            })
            .1
        });
    }

    #[test]
    fn looking_who_is_written_twice_grows_with_the_book(n in 250..350_usize) {
        check(n, |pages| {
            let book = book(pages);
            counted(|| Found::of(&book).clusters(&book).len()).1
        });
    }

    #[test]
    fn the_tree_grows_with_the_book(n in 250..350_usize) {
        check(n, |pages| {
            let book = book(pages);
            let disclosure = Disclosure::owner(&book);
            counted(|| {
                let forest = Forest::of(&book);
                let shown = forest.shown(0..forest.knots().len(), &[]);
                let bases = forest.bases().map(|base| Totals::of(&disclosure, &forest, base).people);
                let last = book.referrals().last().and_then(|referral| Branch::of(&book, referral.id, today()));
                (tidy(&shown.parents).width, bases.sum::<usize>(), last)
            })
            .1
        });
    }

    #[test]
    fn merging_and_what_is_owed_then_grow_with_the_book(n in 250..350_usize) {
        check(n, |pages| {
            let mut book = Book::default();
            let mut store = Store::open(Memory::default(), Session::of_bits(1), NOW).store;
            let mut duties = Duties::default();
            book.listen(concerned);
            duties.owed(&book, today());
            counted(|| {
                let known = preview(store.partial_book(), pages).same;
                store.import(&mut book, pages.clone(), NOW).unwrap();
                (known, duties.owed(&book, today()).len())
            })
            .1
        });
    }
}

/// A book of people who are called by so many letters, in long words or in short ones, with so many numbers each.
fn named(letters: usize, word: usize, phones: usize) -> Book {
    let name = |at: usize| -> String {
        let letter = |n: usize| if n % word == word - 1 { ' ' } else { char::from(b'a' + ((n * n + at) % 23) as u8) };
        (0..letters).map(letter).collect()
    };
    let reach: Vec<String> =
        (0..phones).map(|n| format!(r#"{{"kind":"phone","value":"+1 555 {}"}}"#, 1_000_000 + n)).collect();
    let person = |at: usize| format!(r#"{{"id":"p{at}","name":"{}","reach":[{}]}}"#, name(at % 3), reach.join(","));
    let people: Vec<String> = (0..8).map(person).collect();
    let text = format!(r#"{{"format":"kith","version":1,"records":{{"person":[{}]}}}}"#, people.join(","));
    book(&form::read(&text, Limits::FILE).unwrap().partial_book)
}

#[test]
fn a_longer_name_and_more_numbers_are_compared_in_no_more_steps_once_they_are_long() {
    let steps = |letters, word, phones| {
        let book = named(letters, word, phones);
        counted(|| Found::of(&book).clusters(&book).len()).1
    };
    for word in [2, 9, 100_000] {
        assert!(steps(2_000, word, 1) <= 2 * steps(250, word, 1), "letters in words of {word}");
    }
    assert!(steps(20, 9, 800) <= 2 * steps(20, 9, 60), "numbers");
}

#[test]
fn a_value_that_inflates_to_far_more_than_it_may_is_stopped_set_aside_and_not_inflated_again() {
    let shelf = Memory::default();
    let text = format!(r#"{{"format":"kith","version":1,"records":{{}},"erased":[],"x":"{}"}}"#, "a".repeat(80 << 20));
    let key = "kith/1/segment/1795253400000-0-k3f9a2mq7x";
    shelf.set(key, &deflate_and_add_checksum(&text)).unwrap();
    let mut store = Store::open(shelf.clone(), Session::of_bits(1), NOW).store;
    store.import(&mut Book::default(), Shape::Chain.pages(3), NOW).unwrap();
    let (opened, steps) = counted(|| Store::open(shelf.clone(), Session::of_bits(2), NOW));
    let aside: Vec<(&str, Unreadable)> = opened.set_aside.iter().map(|aside| (aside.key.as_str(), aside.why)).collect();
    assert_eq!(aside, [(key, Unreadable::TooLarge)]);
    assert!(steps < 70 << 20, "{steps} bytes and records");
    assert_eq!(opened.book.counts().people, 3, "the rest opens");
    let mut tab = opened;
    let again = counted(|| (tab.store.rescan(&mut tab.book).set_aside.len(), tab.store.audit(NOW)));
    assert_eq!((again.0.0, again.0.1.trouble), (0, None));
    assert!(again.1 < 10_000, "{} steps", again.1);
    assert!(shelf.get(key).unwrap().is_some(), "it stays where it is");
}

#[test]
fn many_inflating_values_cost_no_more_together_than_one() {
    let shelf = Memory::default();
    Store::open(shelf.clone(), Session::of_bits(1), NOW)
        .store
        .import(&mut Book::default(), Shape::Chain.pages(3), NOW)
        .unwrap();
    let text = format!(r#"{{"format":"kith","version":1,"records":{{}},"erased":[],"x":"{}"}}"#, "a".repeat(60 << 20));
    let bomb = deflate_and_add_checksum(&text);
    for n in 0..5 {
        // Of a later time than the book: the latest is read first.
        shelf.set(&format!("kith/1/segment/{}-0-k3f9a2mq7x", NOW + 1 + n), &bomb).unwrap();
    }
    let (opened, steps) = counted(|| Store::open(shelf.clone(), Session::of_bits(2), NOW));
    assert!(steps < 70 << 20, "{steps} bytes and records");
    assert_eq!(opened.set_aside.len(), 4, "the first uses up what there is");
    assert!(opened.set_aside.iter().all(|aside| aside.why == Unreadable::TooLarge));
    assert_eq!(opened.book.counts().people, 3, "the rest opens");
}

#[test]
fn a_step_is_counted_for_every_record_that_is_looked_at() {
    let book = book(&Shape::Star.pages(20));
    let (referrals, steps) = counted(|| book.referrals().count());
    assert_eq!((referrals, steps), (19, 19));
}
