//! How fast the library is without a browser: one line a measure, `what`, `value` and `unit` parted by tabs.
//!
//! `cargo bench --no-default-features --bench native -- career.json 2026-11-21 [edges.json]`, which also writes the edges of
//! the tree that is grown and laid out, as (source, prospect), so that others can be measured on the same.

#[path = "quality.rs"]
#[allow(clippy::indexing_slicing, reason = "a crowd is made up, not read")]
mod quality;
#[path = "town.rs"]
#[allow(clippy::indexing_slicing, reason = "a crowd is made up, not read")]
mod town;

use chrono::NaiveDate;
use kith::domain::book::Book;
use kith::domain::id::{Mint, Session, TouchId};
use kith::domain::ideal_client::IdealClient;
use kith::domain::referral::Referral;
use kith::domain::touch::Touch;
use kith::draw::tidy::tidy;
use kith::exchange::contacts::{self, Destination};
use kith::exchange::{backup, capture};
use kith::rules::duplicate::Found;
use kith::rules::duty::{Duties, concerned, owed};
use kith::rules::pool::{PoolFilter, waiting};
use kith::rules::tree::Forest;
use kith::store::change_count::ChangeCount;
use kith::store::engine::Store;
use kith::store::key_value::{KeyValueStore, StorageError};
use kith::store::materialize;
use kith::store::partial_book::PartialBook;
use quality::Quality;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::rc::Rc;
use std::time::Instant;

const RUNS: usize = 7;
const ROWS: usize = 5_000;
const TREE: usize = 20_000;
const CROWD: usize = 5_000;
/// The crowds by which the search for those written twice is judged; its weights were set by those of 1 to 10.
const UNSEEN: std::ops::RangeInclusive<u64> = 101..=110;
/// A moment after every stamp of the book, in milliseconds since 1970.
const NOW: u64 = 1_800_000_000_000;

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

fn main() -> Result<(), Box<dyn Error>> {
    let given: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let (file, today, edges) = match given.as_slice() {
        [file, today] => (file, today, None),
        [file, today, edges] => (file, today, Some(edges)),
        _ => return Err("usage: native career.json YYYY-MM-DD [edges.json]".into()),
    };
    let today: NaiveDate = today.parse().map_err(|_| "no such day")?;
    let bytes = std::fs::read(file)?;
    let partial_book = backup::read(&bytes)?.partial_book;
    let book = materialize::book(&partial_book, &ChangeCount::of(&partial_book));

    say("read a backup", millis(|| drop(black_box(backup::read(&bytes)))), "ms");
    say("join the book with itself", millis(|| drop(black_box(joined(&partial_book)))), "ms");
    say("open what is kept", opening(&partial_book), "ms");
    say("what is owed today", millis(|| drop(black_box(owed(&book, today)))), "ms");
    say("what is owed, again after one edit", edited(&partial_book, today), "ms");
    say("understand a captured line", 1_000.0 * captured(&book), "µs");
    let grown = forest_of(TREE);
    say("grow a tree of 20,000 referrals", millis(|| drop(black_box(Forest::of(&grown)))), "ms");
    if let Some(edges) = edges {
        let ends: Vec<_> = grown.referrals().map(|r| (r.source, r.prospect)).collect();
        std::fs::write(edges, serde_json::to_string(&ends)?)?;
    }
    let forest = Forest::of(&grown);
    let lay_out = || tidy(&forest.shown(0..forest.knots().len(), &[]).parents);
    say("lay out a tree of 20,000 referrals", millis(|| drop(black_box(lay_out()))), "ms");
    say(
        "make the holding pool ready for searching",
        millis(|| assert!(!black_box(pool(&partial_book)).pool().is_empty())),
        "ms",
    );
    let pooled = pool(&partial_book);
    let typed = PoolFilter { text: "an".into(), fits: None };
    say("a keystroke in the pool", millis(|| drop(black_box(waiting(&pooled, &typed)))), "ms");
    let fits = PoolFilter { text: String::new(), fits: pooled.ideal_clients().next().map(|client| client.id) };
    say("who fits an ideal client", millis(|| drop(black_box(waiting(&pooled, &fits)))), "ms");
    say("rows of CSV", a_second(&csv_file(), |text| drop(black_box(contacts::read(text.as_bytes())))), "a second");
    say("vCards", a_second(&vcard_file(), |text| drop(black_box(contacts::read(text.as_bytes())))), "a second");
    let many = quality::book(&town::crowd(2 * CROWD, 7));
    say("find who is written twice among 10,000", millis(|| drop(black_box(Found::of(&many)))), "ms");
    let found = Found::of(&many);
    say("gather them", millis(|| drop(black_box(found.clusters(&many)))), "ms");
    found_twice();
    let rows = csv_of(2 * ROWS);
    say(
        "rows of 10,000 of CSV, read and matched with the book",
        2.0 * a_second(&rows, |text| matched(&book, text)),
        "a second",
    );
    say(
        "cards of 5,000, read and matched with the book",
        a_second(&vcard_file(), |text| matched(&book, text)),
        "a second",
    );
    Ok(())
}

/// The quality of what is found, in crowds that nobody looked at while the weights were set.
fn found_twice() {
    let all: Vec<Quality> = UNSEEN.map(|seed| Quality::of(&town::crowd(CROWD, seed))).collect();
    for (what, of) in [
        ("of those proposed as one, are one", Quality::precision as fn(&Quality) -> f64),
        ("of those who are one, are proposed", Quality::recall),
    ] {
        say(what, 100.0 * all.iter().map(of).sum::<f64>() / all.len() as f64, "%");
        say(&format!("{what}, at the least"), 100.0 * all.iter().map(of).fold(1.0, f64::min), "%");
    }
}

fn say(what: &str, value: f64, unit: &str) {
    println!("{what}\t{value}\t{unit}");
}

/// The holding pool alone, and an ideal client.
fn pool(partial_book: &PartialBook) -> Book {
    let mut book = Book::default();
    for (kind, id, page) in partial_book.iter().filter(|(kind, ..)| *kind == "connection") {
        materialize::show(&mut book, kind, id, Some(page));
    }
    let client = IdealClient { titles: "Head of operations\nCOO\nManaging director".into(), ..IdealClient::default() };
    book.put(IdealClient { company: "Family firms; logistics".into(), ..client }.into());
    book
}

/// The median of so many runs, in milliseconds.
fn millis(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(RUNS / 2).copied().unwrap_or_default()
}

fn joined(partial_book: &PartialBook) -> PartialBook {
    let mut joined = partial_book.clone();
    joined.join(partial_book.clone(), |_, _| {});
    joined
}

/// Opens the book as the app keeps it after an import.
fn opening(partial_book: &PartialBook) -> f64 {
    let shelf = Memory::default();
    let opened = Store::open(shelf.clone(), Session::of_bits(1), NOW);
    let (mut store, mut book) = (opened.store, opened.book);
    let _ = store.import(&mut book, partial_book.clone(), NOW);
    millis(|| drop(black_box(Store::open(shelf.clone(), Session::of_bits(2), NOW + 3_600_000))))
}

/// A word to somebody of whom a word is owed, and what is owed then.
fn edited(partial_book: &PartialBook, today: NaiveDate) -> f64 {
    let mut book = materialize::book(partial_book, &ChangeCount::of(partial_book));
    book.listen(concerned);
    let mut duties = Duties::default();
    let owed = duties.owed(&book, today);
    let mut people = owed.iter().filter_map(|owed| owed.raised.person);
    let mut mint = Mint::new(Session::of_bits(3));
    millis(|| {
        let person = people.next().unwrap_or_default();
        book.put(Touch { id: TouchId(mint.id()), person, on: today, ..Touch::default() }.into());
        drop(black_box(duties.owed(&book, today)));
    })
}

fn captured(book: &Book) -> f64 {
    let line = "Maria Lindqvist, CFO at Nordlys AB, +46 70 123 45 67, maria@nordlys.example, from Fred Ito";
    millis(|| drop(black_box(capture::understand(line, book))))
}

fn a_second(text: &str, mut work: impl FnMut(&str)) -> f64 {
    ROWS as f64 * 1_000.0 / millis(|| work(text))
}

/// So many referrals among as many people: each by somebody who was there already, most often by one of the last hundred.
fn forest_of(referrals: usize) -> Book {
    let mut book = Book::default();
    let person = |n: usize| format!("p{n}").parse().unwrap_or_default();
    for n in 1..=referrals {
        let mixed = n.wrapping_mul(2_654_435_761) >> 7;
        let source = if n.is_multiple_of(10) { mixed % n } else { n - 1 - mixed % n.min(100) };
        let id = format!("r{n}").parse().unwrap_or_default();
        book.put(Referral { id, source: person(source), prospect: person(n), ..Referral::default() }.into());
    }
    book
}

/// Reads a file, and holds it against a book.
fn matched(book: &Book, text: &str) {
    let Ok(reading) = contacts::read(text.as_bytes()) else { return };
    let mut mint = Mint::new(Session::of_bits(4));
    drop(black_box(contacts::arrive(book, &reading, Destination::Pool, "a file", NaiveDate::default(), &mut mint)));
}

fn csv_file() -> String {
    csv_of(ROWS)
}

fn csv_of(rows: usize) -> String {
    let mut text = String::from("First Name,Last Name,E-mail 1 - Value,Phone 1 - Value,Organization Name\n");
    (0..rows).for_each(|n| text.push_str(&format!("Ann{n},Berg,ann{n}@example.org,+1 555 {n:07},Acme {}\n", n % 99)));
    text
}

fn vcard_file() -> String {
    let card = |n: usize| {
        format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Berg;Ann{n};;;\r\nFN:Ann{n} Berg\r\nEMAIL:ann{n}@example.org\r\nTEL:+1555{n:07}\r\nEND:VCARD\r\n"
        )
    };
    (0..ROWS).map(card).collect()
}
