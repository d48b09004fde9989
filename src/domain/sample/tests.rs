//! The sample holds together on any day.

use super::*;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::referral::{End, Referral};
use std::collections::BTreeSet;

fn book(today: &str) -> Book {
    let mut book = Book::default();
    for record in sample(today.parse().unwrap(), Session::of_bits(7)).records {
        book.put(record);
    }
    book
}

fn depth(book: &Book, person: PersonId) -> usize {
    book.referrals_from(person).map(|r| 1 + depth(book, r.prospect)).max().unwrap_or(0)
}

#[test]
fn the_sample_has_people_referrals_at_every_step_and_a_chain_of_four() {
    let book = book("2026-11-23");
    let counts = book.counts();
    assert!((38..=50).contains(&counts.people) && counts.touches > 60, "{counts:?}");
    let count = |is: fn(&Referral) -> bool| book.referrals().filter(|r| is(r)).count();
    assert!(count(|r| r.introduced_on.is_none()) >= 3);
    assert!(count(|r| r.introduced_on.is_some() && r.followed_up_on.is_none()) >= 1);
    assert!(count(|r| r.talked_on.is_some() && r.is_open()) >= 3);
    assert!(count(|r| r.outcome.value.is_some()) >= 1);
    assert!(count(|r| r.outcome.kind == End::Closed) >= 1);
    assert_eq!(count(|r| r.confidential.is_whole()), 1);
    assert_eq!(book.people().map(|p| depth(&book, p.id)).max(), Some(3));
}

#[test]
fn every_record_is_of_the_session_that_the_mark_names() {
    let change = sample("2026-11-23".parse().unwrap(), Session::of_bits(7));
    let ids: BTreeSet<String> = change.records.iter().map(|r| format!("{} {}", r.id(), r.kind().word())).collect();
    assert_eq!(ids.len(), change.records.len());
    let session = book("2026-11-23").setting("sample").unwrap().session.clone();
    assert!(ids.iter().all(|id| id == "sample setting" || id.starts_with(&format!("{session}-"))));
}

#[test]
fn the_sample_is_told_from_what_the_person_wrote() {
    let change = sample("2026-11-23".parse().unwrap(), Session::of_bits(7));
    let mine = Id::parse("k3f9a2mq7x-12").unwrap();
    let all: Vec<(Kind, Id)> =
        change.records.iter().map(|r| (r.kind(), r.id())).chain([(Kind::Person, mine)]).collect();
    let kept = || all.iter().map(|(kind, id)| (kind.word(), *id));
    let found = records_of(Session::of_bits(7).as_str(), kept());
    assert_eq!(found.len(), change.records.len() - 1);
    assert!(found.iter().all(|(_, id)| *id != mine && id.as_str() != "sample"));
    assert_eq!(records_of("", kept()), []);
    assert_eq!(records_of("k3f9", kept()), []);
}

#[test]
fn nothing_refers_to_what_is_not_there() {
    let book = book("2028-02-29");
    for referral in book.referrals() {
        assert!(book.person(referral.source).is_some() && book.person(referral.prospect).is_some());
        assert!(referral.ask.is_none_or(|ask| book.ask(ask).is_some_and(|a| a.person == referral.source)));
    }
    assert!(book.touches().all(|t| book.person(t.person).is_some()));
    assert!(book.touches().all(|t| t.about.is_none_or(|r| book.referral(r).is_some())));
    assert!(book.asks().all(|a| book.person(a.person).is_some()));
}

#[test]
fn the_days_of_a_referral_follow_one_another_on_any_day_of_the_week() {
    for today in 16..30 {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, today).unwrap();
        for r in book(&today.to_string()).referrals() {
            let days = [r.agreed_on, r.introduced_on, r.followed_up_on, r.talked_on, r.outcome.on];
            let days: Vec<_> = days.into_iter().flatten().collect();
            assert!(days.is_sorted() && days.last() <= Some(&today), "{days:?}");
        }
    }
}

#[test]
fn r22_r25_the_sample_has_words_of_its_own_at_every_state() {
    let book = book("2026-11-23");
    let missing: Vec<usize> = book.ideal_clients().map(|client| client.missing().len()).collect();
    assert_eq!(missing.iter().filter(|missing| **missing == 0).count(), 2);
    assert_eq!(missing.len(), 3, "one is not finished, so that the screen can say what is missing");
    assert_eq!(book.results().count(), 4);
    assert!(book.results().any(|result| result.may_name) && book.results().any(|result| !result.may_name));
    for result in book.results() {
        assert_eq!(result.may_name, result.person.is_some_and(|id| book.person(id).is_some()), "{result:?}");
    }
    assert_eq!(book.scripts().count(), 3);
    for script in book.scripts() {
        for text in [&script.subject, &script.text] {
            assert_eq!(crate::domain::script::merge::check(text), Ok(()), "{text}");
        }
    }
    let told = book.people().filter(|person| person.told.ideal_client.is_some()).count();
    assert!((5..20).contains(&told), "{told}");
    assert!(book.asks().filter(|ask| ask.profile.is_some()).all(|ask| {
        ask.profile.is_some_and(|id| book.ideal_client(crate::domain::id::IdealClientId(id)).is_some())
    }));
}

#[test]
fn r65_r66_r67_r68_the_sample_gives_back_promises_introduces_and_plans() {
    let book = book("2026-11-23");
    let there = |id| book.live_person(id).is_some();
    assert!(book.gives().all(|give| there(give.to)) && book.plans().all(|plan| there(plan.with)));
    assert!(book.introductions().all(|pair| there(pair.one) && there(pair.other)));
    let done = book.gives().filter(|give| give.done_on.is_some()).count();
    let promised = book.gives().filter(|give| give.is_open()).count();
    let wanted = book.gives().filter(|give| give.is_wanted()).count();
    assert_eq!((done, promised, wanted), (3, 1, 2));
    let (made, open): (Vec<_>, Vec<_>) = book.introductions().partition(|pair| pair.made_on.is_some());
    assert!(made.len() == 1 && open.len() == 1 && made[0].both_agree());
    assert_eq!(book.plans().map(crate::domain::plan::Plan::done).collect::<Vec<_>>(), [(2, 4)]);
}
