//! Books that change at random, a record of any kind at a time: the list that is kept is the list worked out afresh, and
//! what each rule declares to read is what it reads.

use super::super::{concerned, owed};
use super::*;
use crate::domain::book::Concerned;
use crate::domain::id::{Id, PutOffId};
use crate::domain::kind::Kind;
use crate::domain::put_off::PutOff;
use crate::domain::record::Record;
use crate::rules::duty::Duty;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use std::cell::Cell;
use std::collections::BTreeSet;

/// The kinds of the records that change, those the rules look at more often than the others.
const KINDS: [Kind; 25] = [
    Kind::Person,
    Kind::Person,
    Kind::Referral,
    Kind::Referral,
    Kind::Referral,
    Kind::Touch,
    Kind::Touch,
    Kind::Ask,
    Kind::Give,
    Kind::Plan,
    Kind::Event,
    Kind::PutOff,
    Kind::PutOff,
    Kind::Setting,
    Kind::Person,
    Kind::Referral,
    Kind::Organisation,
    Kind::Introduction,
    Kind::Communication,
    Kind::IdealClient,
    Kind::Result,
    Kind::Script,
    Kind::Story,
    Kind::Connection,
    Kind::Apart,
];

const DAYS: [&str; 3] = ["2026-11-10", "2026-11-20", "2026-12-05"];

/// One change: which kind of record, and the numbers its fields are taken from.
#[derive(Debug, Clone)]
struct RandomChange {
    kind: Kind,
    n: u8,
    a: u8,
    b: u8,
    on: u8,
    flag: bool,
    erases: bool,
}

fn steps() -> impl Strategy<Value = Vec<RandomChange>> {
    let numbers = any::<(u8, u8, u8, u8, bool)>();
    let step = (prop::sample::select(&KINDS[..]), numbers, prop::bool::weighted(0.1));
    let step = step.prop_map(|(kind, (n, a, b, on, flag), erases)| RandomChange { kind, n, a, b, on, flag, erases });
    prop::collection::vec(step, 1..40)
}

fn person(n: u8) -> String {
    format!("p{}", n % 5)
}

fn day(n: u8) -> String {
    format!("2026-11-{:02}", n % 28 + 1)
}

impl RandomChange {
    /// The id of the record, and its fields.
    fn fields(&self) -> (String, Value) {
        let RandomChange { n, a, b, on, flag, .. } = *self;
        let some = |is: bool, value: Value| if is { value } else { Value::Null };
        match self.kind {
            Kind::Person => self.person(),
            Kind::Referral => self.referral(),
            Kind::Touch => self.touch(),
            Kind::Ask => {
                let kind = ["open", "not now", "agreed", "declined"][usize::from(n / 3 % 4)];
                let outcome = json!({"kind": kind, "on": some(kind != "open", json!(day(b)))});
                let ask = json!({"person": person(a), "on": day(on), "confirm_by": some(flag, json!(day(b))), "outcome": outcome});
                (format!("a{}", n % 3), ask)
            }
            Kind::Give => {
                let done = some(n % 3 == 2, json!(day(b)));
                let give =
                    json!({"to": person(a), "promised_by": day(on), "done_on": done, "trashed": flag && n % 4 == 3});
                (format!("g{}", n % 2), give)
            }
            Kind::Plan => {
                let mine = json!([{"what": "a call", "on": day(on), "done": flag}]);
                let plan = json!({"with": person(a), "mine": mine, "review_on": some(n % 4 < 2, json!(day(b)))});
                (format!("m{}", n % 2), plan)
            }
            Kind::Event => {
                let guests = json!([{"person": person(a)}, {"person": person(b), "came": true}]);
                ("e0".into(), json!({"name": "fair", "on": day(on), "invited": guests}))
            }
            Kind::Setting if n % 3 == 0 => ("backup".into(), json!({"on": some(flag, json!(day(on)))})),
            Kind::Setting => {
                let days = json!({"update_days": b % 20 + 1, "working_days": [a % 7 + 1], "cadence_c": on % 60 + 1});
                ("choices".into(), days)
            }
            _ => self.without_duties(),
        }
    }

    fn person(&self) -> (String, Value) {
        let RandomChange { n, a, b, on, flag, .. } = *self;
        let consent = if n.is_multiple_of(7) { "do not contact" } else { "" };
        let brought_by = if b.is_multiple_of(2) { json!(format!("r{}", b % 4)) } else { Value::Null };
        let satisfied = if on % 4 == 1 { json!(day(on)) } else { Value::Null };
        let merged = if n % 16 == 5 { json!({"into": person(b)}) } else { Value::Null };
        let fields = json!({"rating": u32::from(b % 6), "trashed": flag && n.is_multiple_of(3), "consent": consent,
            "brought_by": brought_by, "satisfied_on": satisfied, "merged": merged, "never_ask": n % 11 == 1});
        (person(a), fields)
    }

    fn referral(&self) -> (String, Value) {
        let RandomChange { n, a, b, on, flag, .. } = *self;
        let after = |is: bool, days: u8| if is { json!(day(on.wrapping_add(days))) } else { Value::Null };
        let outcome = match (flag, n / 4 % 3) {
            (true, 0) => json!({"kind": "closed", "on": day(on.wrapping_add(4))}),
            (true, _) => json!({"kind": "won", "on": day(on.wrapping_add(4))}),
            _ => json!({}),
        };
        let fields = json!({"source": person(a), "prospect": person(b), "agreed_on": after(b % 4 != 3, 0),
            "introduced_on": after(n.is_multiple_of(2), 1), "followed_up_on": after(b % 5 == 1, 2),
            "talked_on": after(b % 5 == 2, 3), "outcome": outcome, "ask": format!("a{}", n % 3), "trashed": n % 5 == 4});
        (format!("r{}", n % 4), fields)
    }

    fn touch(&self) -> (String, Value) {
        let RandomChange { n, a, b, on, flag, .. } = *self;
        let purpose = ["thank", "thank", "update", "catch up"][usize::from(b % 4)];
        let milestone = [json!("won"), json!("agreed"), Value::Null][usize::from(b / 4 % 3)].clone();
        let about = if n % 3 < 2 { json!(format!("r{}", n / 3 % 4)) } else { Value::Null };
        let fields = json!({"person": person(a), "on": day(on), "kind": "call", "about": about, "purposes": [purpose],
            "started_by": if flag || n % 2 == 0 { "me" } else { "them" }, "milestone": milestone});
        (format!("t{}", n % 6), fields)
    }

    /// The kinds no rule reads, about the same people.
    fn without_duties(&self) -> (String, Value) {
        let RandomChange { n, a, b, .. } = *self;
        let both = json!({"one": person(a), "other": person(b)});
        match self.kind {
            Kind::Introduction => (format!("i{}", n % 2), both),
            Kind::Apart => (format!("d{}", n % 2), both),
            Kind::Communication => (format!("c{}", n % 2), json!({"to": [person(a), person(b)]})),
            Kind::Story => (format!("r{}", n % 4), json!({"named": [person(a)]})),
            Kind::Result => (format!("u{}", n % 2), json!({"person": person(a)})),
            _ => (format!("x{}", n % 2), json!({"name": "a name"})),
        }
    }

    /// The record as it becomes; an answer is to something that is owed on this day.
    fn record(&self, book: &Book, today: NaiveDate) -> Option<Record> {
        let list = owed(book, today);
        let raised = list.get(usize::from(self.a) % list.len().max(1)).map(|owed| &owed.raised);
        if let Some(raised) = raised.filter(|_| self.kind == Kind::Touch && self.on.is_multiple_of(2)) {
            let purposes: Vec<&str> = ["thank", "update"].into_iter().skip(usize::from(self.n / 6 % 3)).collect();
            let word = json!({"person": raised.person.map(|id| id.to_string()), "on": today.to_string(), "kind": "call",
                "purposes": purposes, "started_by": "me", "about": raised.referral.map(|id| id.to_string()),
                "milestone": raised.milestone.as_ref().map(|milestone| milestone.word())});
            return Record::read(&Kind::Touch, Id::parse(&format!("t{}", self.n % 6)).unwrap(), &word.to_string());
        }
        if self.kind == Kind::PutOff {
            let raised = raised?;
            let until = if self.flag { None } else { today.checked_add_days(chrono::Days::new(u64::from(self.b % 9))) };
            let dropped = if self.flag { "a reason".into() } else { String::new() };
            return Some(Record::PutOff(PutOff {
                id: PutOffId(Id::parse(&format!("o{}", self.n % 3)).unwrap()),
                duty: raised.duty.name().into(),
                person: raised.person,
                referral: raised.referral,
                milestone: raised.milestone.clone(),
                record: raised.record,
                due: Some(raised.due),
                until,
                dropped,
                trashed: self.n % 5 == 4,
            }));
        }
        let (id, fields) = self.fields();
        Some(Record::read(&self.kind, Id::parse(&id).unwrap(), &fields.to_string()).expect("the fields make a record"))
    }

    fn make(&self, book: &mut Book, today: NaiveDate) {
        let Some(record) = self.record(book, today) else { return };
        book.changes_since_backup += 1;
        if self.erases { book.remove(&self.kind, record.id()) } else { book.put(record) }
    }
}

/// A book of five people that listens.
fn book(concerned: Concerned) -> Book {
    let mut book = Book::default();
    for n in 0..5 {
        let fields = json!({"rating": u32::from(n) + 1}).to_string();
        book.put(Record::read(&Kind::Person, Id::parse(&person(n)).unwrap(), &fields).unwrap());
    }
    book.listen(concerned);
    book
}

/// The step after which the list that is kept is not the list worked out afresh.
fn stale(steps: &[RandomChange], concerned: Concerned) -> Option<usize> {
    let (mut book, mut kept) = (book(concerned), Duties::default());
    let mut today: NaiveDate = DAYS[0].parse().unwrap();
    steps.iter().enumerate().position(|(n, step)| {
        step.make(&mut book, today);
        if n % 9 == 8 {
            today = DAYS[n % 3].parse().unwrap();
        }
        kept.owed(&book, today) != owed(&book, today)
    })
}

/// The step after which a list that was worked out ahead, so many people at a time and with the book changing in between,
/// is not the list worked out afresh.
fn stale_ahead(steps: &[RandomChange], many: usize) -> Option<usize> {
    let mut book = book(concerned);
    steps.chunks(3).zip(DAYS.iter().cycle()).position(|(steps, day)| {
        let (mut kept, mut today) = (Duties::default(), DAYS[1].parse().unwrap());
        for step in steps {
            kept.prepare(&book, today, many);
            step.make(&mut book, today);
            today = day.parse().unwrap();
        }
        while kept.prepare(&book, today, many) {}
        let is_done = |(day, mark): (NaiveDate, usize)| day == today && book.dirty_since(mark).is_some();
        assert!(kept.as_of.is_some_and(is_done), "there is nothing left to work out for everyone");
        kept.owed(&book, today) != owed(&book, today)
    })
}

/// The same books each time, so that what is counted over them does not hang on chance.
fn histories() -> impl Iterator<Item = Vec<RandomChange>> {
    let (mut runner, steps) = (TestRunner::deterministic(), steps());
    (0..800).map(move |_| steps.new_tree(&mut runner).unwrap().current())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_kept_list_is_the_list_worked_out_afresh(steps in steps()) {
        prop_assert_eq!(stale(&steps, concerned), None);
    }

    #[test]
    fn a_list_worked_out_ahead_is_the_list_worked_out_afresh(steps in steps(), many in 1_usize..7) {
        prop_assert_eq!(stale_ahead(&steps, many), None);
    }
}

thread_local! {
    /// The kind that [`all_but_one`] forgets.
    static LEFT_OUT: Cell<usize> = const { Cell::new(usize::MAX) };
}

fn all_but_one(book: &Book, kind: &Kind, id: Id, next: Option<&Record>) -> Option<Vec<PersonId>> {
    if Kind::ALL.get(LEFT_OUT.get()) == Some(kind) { Some(Vec::new()) } else { concerned(book, kind, id, next) }
}

/// The kinds of record that any rule reads.
fn read() -> BTreeSet<Kind> {
    let by_all = [Kind::Person, Kind::Setting, Kind::PutOff];
    Duty::ALL.iter().flat_map(|duty| duty.reads()).cloned().chain(by_all).collect()
}

#[test]
fn a_list_kept_without_looking_at_a_kind_that_a_rule_reads_is_soon_stale() {
    for kind in read() {
        LEFT_OUT.set(Kind::ALL.iter().position(|one| *one == kind).unwrap());
        let is_stale = histories().any(|steps| stale(&steps, all_but_one).is_some());
        assert!(
            is_stale,
            "{kind:?} was never looked at again, and nobody missed it: the books that change are too tame"
        );
    }
}

#[test]
fn no_duty_is_changed_by_a_kind_of_record_its_rule_does_not_declare_to_read() {
    let declares = |duty: Duty, kind: &Kind| {
        let by_all = [Kind::Person, Kind::Setting, Kind::PutOff];
        duty == Duty::BackUp || by_all.contains(kind) || duty.reads().contains(kind)
    };
    for changes in histories() {
        let (mut book, today) = (book(concerned), DAYS[usize::from(changes[0].n) % 3].parse().unwrap());
        let mut before = owed(&book, today);
        for change in changes {
            change.make(&mut book, today);
            let after = owed(&book, today);
            for duty in Duty::ALL.iter().copied().filter(|duty| !declares(*duty, &change.kind)) {
                let of = |list: &[Owed]| -> Vec<Owed> {
                    list.iter().filter(|owed| owed.raised.duty == duty).cloned().collect()
                };
                assert_eq!(of(&before), of(&after), "the rule of {duty:?} does not declare to read {:?}", change.kind);
            }
            before = after;
        }
    }
}

#[test]
fn the_books_that_change_at_random_owe_every_duty_and_hold_every_kind_of_record() {
    let held: BTreeSet<&Kind> = KINDS.iter().collect();
    assert_eq!(held, Kind::ALL.iter().collect());
    let mut seen: BTreeSet<Duty> = BTreeSet::new();
    for steps in histories() {
        let (mut book, today) = (book(concerned), DAYS[1].parse().unwrap());
        steps.iter().for_each(|step| step.make(&mut book, today));
        seen.extend(owed(&book, today).into_iter().map(|owed| owed.raised.duty));
    }
    assert_eq!(seen, Duty::ALL.iter().copied().collect());
}

#[test]
fn b9_an_entry_that_became_another_and_is_written_again_owes_nothing_twice() {
    let mut book = book(concerned);
    let mut put = |kind: Kind, id: &str, fields: Value| {
        book.put(Record::read(&kind, Id::parse(id).unwrap(), &fields.to_string()).unwrap());
    };
    put(Kind::Touch, "t1", json!({"person": "p3", "on": "2026-01-05", "kind": "call", "started_by": "me"}));
    put(Kind::Person, "p2", json!({"merged": {"into": "p3"}}));
    let (mut kept, today) = (Duties::default(), DAYS[0].parse().unwrap());
    kept.owed(&book, today);
    let again = json!({"merged": {"into": "p3"}, "note": "written by another device"});
    book.put(Record::read(&Kind::Person, Id::parse("p2").unwrap(), &again.to_string()).unwrap());
    assert!(owed(&book, today).iter().any(|owed| owed.raised.duty == Duty::KeepInTouch));
    assert_eq!(kept.owed(&book, today), owed(&book, today));
}
