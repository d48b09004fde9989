//! Small books whose days lie around any days of five years, the hard ones among them.

use chrono::NaiveDate;
use kith::domain::book::Book;
use kith::domain::day::{earlier, later};
use kith::domain::id::Id;
use kith::domain::kind::Kind;
use kith::domain::record::Record;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// The first day that is looked at.
pub const FIRST: &str = "2026-01-01";

/// How many days are looked at: five years, up to 31 December 2030.
pub const DAYS: u64 = 5 * 365 + 1;

/// Days on which something begins or ends: a year, a month, a leap February, week 53, daylight time.
pub const HARD: [&str; 12] = [
    "2026-02-28",
    "2026-03-29",
    "2026-10-25",
    "2026-11-30",
    "2026-12-31",
    "2027-01-01",
    "2027-12-31",
    "2028-02-28",
    "2028-02-29",
    "2028-03-01",
    "2029-02-28",
    "2030-12-30",
];

/// How many people a book has.
pub const PEOPLE: u8 = 6;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Every day that is looked at, the earliest first.
pub fn days() -> impl Iterator<Item = NaiveDate> {
    (0..DAYS).map(|n| later(day(FIRST), n))
}

/// Some numbers from which one record is made.
type Seed = (u8, u8, u8, u8, i8, bool);

/// Puts a record into the book from what a file would have.
pub fn put(book: &mut Book, kind: &Kind, id: &str, fields: &Value) {
    let id = Id::parse(id).unwrap();
    book.put(Record::read(kind, id, &fields.to_string()).unwrap_or_else(|| panic!("{id}: {fields}")));
}

/// A day around one of the anchors, up to four months before or after it.
fn around(anchors: &[NaiveDate], which: u8, offset: i64) -> NaiveDate {
    let anchor = anchors[usize::from(which) % anchors.len()];
    if offset < 0 { earlier(anchor, offset.unsigned_abs()) } else { later(anchor, offset.unsigned_abs()) }
}

fn person_of(n: u8) -> String {
    format!("p{}", n % PEOPLE)
}

fn referral((_, n, a, b, on, flag): Seed, days: &dyn Fn(i64) -> String) -> Value {
    let step = |least: u8, wait: i64| if n % 5 >= least { json!(days(i64::from(on) + wait)) } else { Value::Null };
    let outcome = match n % 9 {
        6 | 7 => json!({"kind": "won", "on": days(i64::from(on) + 19)}),
        8 => json!({"kind": "closed", "on": days(i64::from(on) + 23), "why": "No need"}),
        _ => json!({}),
    };
    let origin = if flag { "asked" } else { "offered" };
    json!({"source": person_of(a), "prospect": person_of(b), "origin": origin, "agreed_on": days(i64::from(on)),
        "introduced_on": step(1, 3), "followed_up_on": step(2, 5), "talked_on": step(3, 9), "outcome": outcome,
        "ask": format!("a{}", b % 4)})
}

fn touch((_, n, a, b, on, flag): Seed, days: &dyn Fn(i64) -> String) -> Value {
    let purposes = ["thank", "update", "catch up", "ask"][usize::from(n % 4)];
    let milestone = ["agreed", "introduced", "talked", "won"][usize::from(b % 4)];
    let kind = ["call", "meeting", "coffee", "communication"][usize::from(a % 4)];
    let by = if flag { "me" } else { "them" };
    json!({"person": person_of(a), "on": days(i64::from(on)), "kind": kind, "purposes": [purposes],
        "about": format!("r{}", n % 6), "milestone": milestone, "started_by": by})
}

fn ask((_, n, a, b, on, _): Seed, days: &dyn Fn(i64) -> String) -> Value {
    let kind = ["agreed", "not now", "declined", "open"][usize::from(n % 4)];
    let outcome = json!({"kind": kind, "on": days(i64::from(on) + i64::from(b % 60))});
    json!({"person": person_of(a), "on": days(i64::from(on)), "confirm_by": days(i64::from(on) + 5), "outcome": outcome})
}

fn event((_, n, a, b, on, flag): Seed, days: &dyn Fn(i64) -> String) -> Value {
    let answer = if n.is_multiple_of(3) { json!("yes") } else { Value::Null };
    let guests = [json!({"person": person_of(a), "came": flag, "answer": answer}), json!({"person": person_of(b)})];
    let guests = if a % PEOPLE == b % PEOPLE { &guests[..1] } else { &guests[..] };
    json!({"name": "the fair", "on": days(i64::from(on)), "invited": guests})
}

fn plan((_, _, a, _, on, flag): Seed, days: &dyn Fn(i64) -> String) -> Value {
    let mine = json!([{"what": "Send the list", "on": days(i64::from(on)), "done": flag}]);
    json!({"with": person_of(a), "mine": mine, "review_on": days(i64::from(on) + 30)})
}

/// One record: of a kind, about people and days that these numbers pick.
fn record(book: &mut Book, seed: Seed, anchors: &[NaiveDate]) {
    let (kind, n, a, ..) = seed;
    let days = |offset: i64| around(anchors, n, offset).to_string();
    let (kind, id, fields) = match kind % 12 {
        0..=2 => (Kind::Referral, format!("r{}", n % 6), referral(seed, &days)),
        3..=6 => (Kind::Touch, format!("t{n}"), touch(seed, &days)),
        7 | 8 => (Kind::Ask, format!("a{}", n % 4), ask(seed, &days)),
        9 => {
            let help = json!({"to": person_of(a), "text": "The lender", "promised_by": days(i64::from(seed.4))});
            (Kind::Give, format!("g{}", n % 2), help)
        }
        10 => (Kind::Event, format!("e{}", n % 2), event(seed, &days)),
        _ => (Kind::Plan, format!("m{}", n % 2), plan(seed, &days)),
    };
    put(book, &kind, &id, &fields);
}

fn people(book: &mut Book, seeds: &[Seed], anchors: &[NaiveDate]) {
    for (n, &(_, about, rating, ..)) in (0..PEOPLE).zip(seeds) {
        let rank = (about % 3 > 0).then_some(u32::from(n) + 1);
        let satisfied = (about % 4 == 0).then(|| around(anchors, about, i64::from(rating) % 60).to_string());
        let consent = if about % 11 == 0 { "do not contact" } else { "" };
        let roles = if rating % 2 == 0 { json!(["client"]) } else { json!([]) };
        let fields = json!({"name": format!("Person {n}"), "rank": rank, "rating": rating % 6, "roles": roles,
            "satisfied_on": satisfied, "consent": consent, "never_ask": about % 13 == 1});
        put(book, &Kind::Person, &person_of(n), &fields);
    }
}

fn settings(book: &mut Book, (_, n, a, b, _, flag): Seed, anchors: &[NaiveDate]) {
    let working = if flag { json!([]) } else { json!([1, 2, a % 7 + 1, 7]) };
    let goals: Vec<Value> = anchors.iter().map(|from| json!({"from": from.to_string(), "people": 5 + n % 4})).collect();
    let fields = json!({"week_start": b % 8, "working_days": working, "goals": goals, "update_days": n % 20 + 1});
    put(book, &Kind::Setting, "choices", &fields);
}

/// A week in which everybody was contacted, one person a day.
fn full_week(book: &mut Book, n: usize, (which, weeks): (u8, i8), anchors: &[NaiveDate]) {
    for person in 0..PEOPLE {
        let on = around(anchors, which, i64::from(weeks) * 7 + i64::from(person));
        let fields = json!({"person": person_of(person), "on": on.to_string(), "kind": "call", "started_by": "me"});
        put(book, &Kind::Touch, &format!("w{n}{person}"), &fields);
    }
}

/// Any small book; in some weeks everybody was contacted, so that goals are reached.
pub fn books() -> impl Strategy<Value = Book> {
    let anchor = prop_oneof![
        2 => select(&HARD[..]).prop_map(day),
        1 => (60..DAYS - 60).prop_map(|n| later(day(FIRST), n)),
    ];
    let seed = || (any::<u8>(), any::<u8>(), any::<u8>(), any::<u8>(), -60_i8..60, any::<bool>());
    let weeks = vec((any::<u8>(), -8_i8..8), 0..9);
    (vec(anchor, 1..4), vec(seed(), 7), vec(seed(), 4..40), weeks).prop_map(|(anchors, seeds, records, weeks)| {
        let mut book = Book::default();
        people(&mut book, &seeds, &anchors);
        settings(&mut book, seeds[6], &anchors);
        records.into_iter().for_each(|seed| record(&mut book, seed, &anchors));
        weeks.into_iter().enumerate().for_each(|(n, week)| full_week(&mut book, n, week, &anchors));
        book
    })
}
