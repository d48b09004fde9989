//! A generated book is what was asked for, holds together, and owes what a diligent person would owe.

use super::*;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use serde_json::Value;
use std::collections::HashMap;

const SIZE: Size = Size { people: 300, referrals: 260, touches: 2_000, pool: 40 };

fn made(size: Size, seed: u64) -> Vec<GeneratedRecord> {
    career(size, "2026-11-21".parse().unwrap(), seed)
}

fn book(written: &[GeneratedRecord]) -> Book {
    let mut book = Book::default();
    for GeneratedRecord { kind, id, fields, .. } in written {
        let json = serde_json::to_string(fields).unwrap();
        if let Some(record) = Record::read(kind, *id, &json) {
            book.put(record);
        }
    }
    book
}

fn counts(written: &[GeneratedRecord]) -> [usize; 4] {
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

#[test]
fn the_same_arguments_give_the_same_bytes() {
    let bytes = |today: &str, seed| {
        let written = career(SIZE, today.parse().unwrap(), seed);
        let line = |w: &GeneratedRecord| {
            format!("{} {} {} {}", w.kind.word(), w.id, w.at, serde_json::to_string(&w.fields).unwrap())
        };
        written.iter().map(line).collect::<Vec<_>>().join("\n")
    };
    assert_eq!(bytes("2026-11-21", 7), bytes("2026-11-21", 7));
    assert_ne!(bytes("2026-11-21", 7), bytes("2026-11-22", 7));
    assert_ne!(bytes("2026-11-21", 7), bytes("2026-11-21", 8));
}

#[test]
fn another_size_keeps_to_its_size_and_another_seed_names_other_people() {
    let names = |seed| book(&made(SIZE, seed)).people().map(|p| p.name.to_string()).collect::<Vec<_>>();
    let (seven, eight) = (names(7), names(8));
    let both = seven.iter().filter(|name| eight.contains(name)).count();
    assert!(both < seven.len() / 2, "{both} of {}", seven.len());
    assert!(seven.windows(2).filter(|pair| pair[0] == pair[1]).count() < seven.len() / 10, "few have one name");
}

#[test]
fn the_words_are_spread_over_twenty_years_and_none_is_of_tomorrow() {
    let today: NaiveDate = "2026-11-21".parse().unwrap();
    let book = book(&made(Size { people: 600, referrals: 500, touches: 6_000, pool: 0 }, 7));
    let mut years: HashMap<i32, usize> = HashMap::new();
    for touch in book.touches() {
        assert!(touch.on <= today, "{touch:?}");
        *years.entry(chrono::Datelike::year(&touch.on)).or_default() += 1;
    }
    for year in 2007..=2026 {
        assert!(years.get(&year).is_some_and(|count| *count >= 20), "{year}: {years:?}");
    }
    assert!(years.keys().all(|year| (2006..=2026).contains(year)), "{years:?}");
}

#[test]
fn nobody_is_spoken_with_before_they_are_known() {
    let book = book(&made(SIZE, 7));
    let mut known = 0;
    for touch in book.touches() {
        let Some(since) = book.person(touch.person).and_then(|p| p.known_since) else { continue };
        known += 1;
        assert!(touch.on >= since, "{touch:?} before {since}");
    }
    assert!(known > 200, "{known}");
}

#[test]
fn the_words_about_a_referral_are_with_its_people_and_never_before_it() {
    let book = book(&made(SIZE, 7));
    let mut about = 0;
    for touch in book.touches() {
        let Some(referral) = touch.about.and_then(|id| book.referral(id)) else { continue };
        about += 1;
        assert!(referral.agreed_on.is_none_or(|agreed| touch.on >= agreed), "{touch:?}");
        let chain = std::iter::successors(Some(referral.source), |id| book.referrals_to(*id).next().map(|r| r.source));
        assert!(touch.person == referral.prospect || chain.take(20).any(|id| id == touch.person), "{touch:?}");
    }
    assert!(about > 500, "{about}");
}

#[test]
fn every_stage_of_a_referral_is_there() {
    let book = book(&made(SIZE, 7));
    type Stage = fn(&crate::domain::referral::Referral) -> bool;
    let stages: [(&str, Stage); 6] = [
        ("agreed", |r| r.is_open() && r.agreed_on.is_some() && r.introduced_on.is_none()),
        ("introduced", |r| r.is_open() && r.introduced_on.is_some() && r.followed_up_on.is_none()),
        ("followed up", |r| r.is_open() && r.followed_up_on.is_some() && r.talked_on.is_none()),
        ("talking", |r| r.is_open() && r.talked_on.is_some()),
        ("won with a value", |r| r.outcome.value.is_some_and(|value| value.minor > 0)),
        ("closed with a reason", |r| !r.outcome.why.is_empty()),
    ];
    for (name, is) in stages {
        assert!(book.referrals().any(is), "{name}");
    }
    let share = |is: Stage| book.referrals().filter(|r| is(r)).count() * 100 / book.referrals().count();
    assert!((1..30).contains(&share(|r| r.is_open())), "most files of twenty years are closed");
    assert!((1..10).contains(&share(|r| r.confidential.is_whole())));
    assert!((20..80).contains(&share(|r| r.outcome.kind == crate::domain::referral::End::Won)));
}

#[test]
fn what_is_written_down_differs_from_person_to_person() {
    let book = book(&made(SIZE, 7));
    let texts: Vec<&str> = book.touches().map(|t| t.text.as_str()).filter(|text| !text.is_empty()).collect();
    let different: std::collections::HashSet<&str> = texts.iter().copied().collect();
    assert!(texts.len() > 1_000 && different.len() * 2 > texts.len(), "{} of {}", different.len(), texts.len());
    let people = book.people().count();
    let with = |is: fn(&crate::domain::person::Person) -> bool| book.people().filter(|p| is(p)).count() * 100 / people;
    assert!((70..=100).contains(&with(|p| !p.reach.is_empty())));
    assert!((10..60).contains(&with(|p| p.rating.is_some())));
    assert!((10..60).contains(&with(|p| !p.facts.is_empty())));
    assert!(book.people().flat_map(|p| &p.reach).all(|r| r.value.ends_with(".example") || r.value.contains(" 555 01")));
}

#[test]
fn a_pool_of_ten_thousand_is_ten_thousand_people_outside_the_book() {
    let written = made(Size { people: 3, referrals: 2, touches: 5, pool: 10_000 }, 7);
    let pool: Vec<&GeneratedRecord> = written.iter().filter(|w| w.kind == Kind::Connection).collect();
    assert_eq!(pool.len(), 10_000);
    let mut links = std::collections::HashSet::new();
    for connection in pool {
        let text = |name: &str| connection.fields.get(name).and_then(Value::as_str).unwrap_or_default();
        assert!(!text("name").is_empty() && !text("title").is_empty() && !text("organisation").is_empty());
        assert!(text("connected_on") <= "2026-11-21", "{connection:?}");
        let link = connection.fields["reach"][0]["value"].as_str().unwrap();
        assert!(link.starts_with("https://www.linkedin.com/in/") && link.is_ascii(), "{link}");
        links.insert(link.to_string());
    }
    assert!(links.len() > 9_990, "{}", links.len());
    let book = book(&written);
    assert_eq!((book.counts().people, book.pool().len()), (3, 10_000));
}

#[test]
fn every_record_reads_back_as_it_was_written() {
    for GeneratedRecord { kind, id, fields, .. } in made(SIZE, 7) {
        let text = serde_json::to_string(&fields).unwrap();
        let record = Record::read(&kind, id, &text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(record.fields(), fields);
    }
}

#[test]
fn what_was_written_on_a_day_has_the_stamps_of_that_day() {
    let day = |millis: u64| chrono::DateTime::from_timestamp_millis(millis as i64).unwrap().date_naive();
    for written in made(SIZE, 7) {
        assert!(day(written.at.millis) <= "2026-11-21".parse().unwrap(), "{written:?}");
        if written.kind == Kind::Touch {
            assert_eq!(written.fields["on"].as_str().unwrap(), day(written.at.millis).to_string());
        }
    }
}
