//! The room of an event: who is proposed, as what and why, and how the mix stays even.

use super::*;
use crate::domain::kind::Kind;
use crate::domain::record::Record;
use proptest::prelude::*;
use serde_json::{Value, json};

fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn put(book: &mut Book, kind: Kind, id: &str, fields: Value) {
    let id = crate::domain::id::Id::parse(id).unwrap();
    book.put(Record::read(&kind, id, &fields.to_string()).unwrap());
}

fn person(book: &mut Book, id: &str, fields: Value) {
    let mut all = json!({"name": id});
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    put(book, Kind::Person, id, all);
}

fn referral(book: &mut Book, source: &str, prospect: &str, fields: Value) {
    let mut all = json!({"source": source, "prospect": prospect, "agreed_on": "2026-11-01"});
    all.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    put(book, Kind::Referral, &format!("{source}-{prospect}"), all);
}

fn event(book: &mut Book, on: &str, invited: Value) -> Event {
    put(book, Kind::Event, "e1", json!({"name": "Supper", "on": on, "invited": invited}));
    book.event("e1".parse().unwrap()).unwrap().clone()
}

fn ids(people: impl IntoIterator<Item = PersonId>) -> String {
    people.into_iter().map(|id| id.to_string()).collect::<Vec<_>>().join(" ")
}

fn told(book: &Book, event: &Event) -> Vec<String> {
    proposed(book, event).iter().map(|one| format!("{} {:?}", one.person, one.seat).to_lowercase()).collect()
}

/// Two sources, three prospects at different steps, a client, somebody of the Hundred, and those who must not come up.
fn book() -> Book {
    let mut book = Book::default();
    for id in ["jim", "sue", "cold", "told", "talked", "noah"] {
        person(&mut book, id, json!({}));
    }
    person(&mut book, "kim", json!({"roles": ["client"], "rating": 5}));
    person(&mut book, "poor", json!({"roles": ["client"], "rating": 3}));
    person(&mut book, "hugo", json!({"rank": 4}));
    person(&mut book, "hush", json!({"rank": 1, "consent": "do not contact"}));
    person(&mut book, "gone", json!({"rank": 2, "trashed": true}));
    person(&mut book, "sour", json!({"rank": 3, "rating": 2}));
    person(&mut book, "mere", json!({}));
    let won = json!({"outcome": {"kind": "won", "on": "2026-11-10"}});
    referral(&mut book, "jim", "kim", won);
    referral(&mut book, "jim", "cold", json!({}));
    referral(&mut book, "sue", "told", json!({"introduced_on": "2026-11-05"}));
    referral(&mut book, "sue", "talked", json!({"introduced_on": "2026-11-05", "talked_on": "2026-11-09"}));
    referral(&mut book, "sue", "noah", json!({"introduced_on": "2026-11-05", "confidential": true}));
    book
}

#[test]
fn r69_sources_and_prospects_are_proposed_two_and_two_to_a_client_the_best_first() {
    let mut book = book();
    let event = event(&mut book, "2026-12-03", json!([]));
    let expected = ["jim source", "talked prospect", "kim client", "sue source", "told prospect", "hugo source"];
    assert_eq!(told(&book, &event), expected);
    let because: Vec<GuestReason> = proposed(&book, &event).into_iter().map(|one| one.because).collect();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let sue = "sue".parse().unwrap();
    assert_eq!(because[..2], [GuestReason::Sent(2, 1), GuestReason::Talked(day("2026-11-09"))]);
    assert_eq!(because[2..4], [GuestReason::Bought, GuestReason::Sent(3, 0)]);
    assert_eq!(because[4..], [GuestReason::Introduced(sue, day("2026-11-05")), GuestReason::Hundred(4)]);
}

#[test]
fn r69_who_stands_on_the_list_is_not_proposed_and_tips_the_balance() {
    let mut book = book();
    let invited = json!([{"person": "jim"}, {"person": "sue"}, {"person": "kim", "answer": "no"}]);
    let event = event(&mut book, "2026-12-03", invited);
    // Two sources sit there; the client who cannot come leaves the place to another, but is not asked twice.
    assert_eq!(told(&book, &event), ["talked prospect", "told prospect", "hugo source"]);
    assert_eq!(ids(expected(&book, &event)), "jim sue");
    assert_eq!(places_left(&book, &event), 10);
}

#[test]
fn r63_r69_one_held_in_confidence_is_neither_proposed_nor_counted_as_a_prospect() {
    let mut book = book();
    let noah: PersonId = "noah".parse().unwrap();
    assert_eq!(seat_of(&book, noah).0, Seat::Other);
    referral(&mut book, "sue", "noah", json!({"confidential": ["stage"]}));
    assert_eq!(seat_of(&book, noah).0, Seat::Other, "nor where only how far it is must not be told");
    referral(&mut book, "sue", "noah", json!({"confidential": ["amount"]}));
    assert_eq!(seat_of(&book, noah).0, Seat::Prospect, "a sum that is secret says nothing here");
    person(&mut book, "role", json!({"roles": ["prospect"]}));
    assert_eq!(seat_of(&book, "role".parse().unwrap()), (Seat::Prospect, GuestReason::NotYet));
    referral(&mut book, "sue", "role", json!({"outcome": {"kind": "closed", "on": "2026-11-10"}}));
    assert_eq!(seat_of(&book, "role".parse().unwrap()).0, Seat::Other, "a file that was closed is closed");
}

#[test]
fn r69_the_mix_counts_each_once_and_nobody_who_is_gone() {
    let mut book = book();
    let invited = json!([{"person": "jim"}, {"person": "jim"}, {"person": "gone"}, {"person": "erased"},
        {"person": "talked", "answer": "yes"}, {"person": "kim", "answer": "yes"}, {"person": "mere", "answer": "maybe"}]);
    let event = event(&mut book, "2026-12-03", invited);
    let mix = Mix::of(&book, expected(&book, &event));
    assert_eq!(mix, Mix { sources: 1, prospects: 1, clients: 1, others: 1 });
    assert_eq!(ids(in_the_room(&book, &event, today())), "talked kim");
    assert_eq!(ids(waiting(&book, &event, today())), "jim", "who answered was asked");
    assert_eq!(Mix::of(&book, []).all(), 0);
}

#[test]
fn r69_one_is_written_to_after_the_other_and_after_the_day_those_who_came() {
    let mut book = book();
    let invited = json!([{"person": "jim", "came": true}, {"person": "sue"}, {"person": "kim", "came": true},
        {"person": "hush", "came": true}]);
    let coming = event(&mut book, "2026-12-03", invited.clone());
    let next = |book: &Book, event: &Event, id: &str| {
        next_after(book, event, id.parse().unwrap(), today()).map(|id| id.to_string()).unwrap_or_default()
    };
    assert_eq!(ids(waiting(&book, &coming, today())), "jim sue kim", "never who wants no messages");
    assert_eq!([next(&book, &coming, "jim"), next(&book, &coming, "kim")], ["sue", "jim"]);
    let was = event(&mut book, "2026-11-18", invited);
    assert_eq!(ids(waiting(&book, &was, today())), "jim kim");
    put(&mut book, Kind::Touch, "t1", json!({"person": "kim", "on": "2026-11-19", "kind": "call", "started_by": "me"}));
    assert_eq!(ids(waiting(&book, &was, today())), "jim");
    assert_eq!(next(&book, &was, "jim"), "");
    let word = word_to_guest(&book, &was, "jim".parse().unwrap(), today()).unwrap();
    assert_eq!((word.due.to_string().as_str(), word.when), ("2026-11-19", When::Late));
    assert_eq!(word_to_guest(&book, &was, "hush".parse().unwrap(), today()), None);
    let dropped =
        json!({"duty": "event", "person": "jim", "record": "e1", "due": "2026-11-19", "dropped": "We spoke there."});
    put(&mut book, Kind::PutOff, "o1", dropped);
    assert_eq!(ids(waiting(&book, &was, today())), "", "nor who is not owed it any more");
    let undated = Event { on: None, ..was };
    assert_eq!(word_to_guest(&book, &undated, "jim".parse().unwrap(), today()), None);
    assert!(waiting(&book, &undated, today()).is_empty());
}

#[test]
fn r69_what_grew_is_what_came_from_those_who_were_there_in_the_ninety_days_after() {
    let mut book = book();
    let was = event(&mut book, "2026-10-20", json!([{"person": "jim", "came": true}, {"person": "sue"}]));
    assert_eq!(grew(&book, &was), (2, 1));
    let late = event(&mut book, "2026-07-20", json!([{"person": "jim", "came": true}]));
    assert_eq!(grew(&book, &late), (0, 0));
    let same = event(&mut book, "2026-11-01", json!([{"person": "jim", "came": true}]));
    assert_eq!(grew(&book, &same), (0, 0), "what was agreed that day did not grow from it");
}

#[test]
fn r69_events_to_come_stand_by_their_day_and_past_ones_the_latest_first() {
    let mut book = Book::default();
    for (id, on) in [("e1", "2026-12-03"), ("e2", "2026-11-20"), ("e3", "2026-10-01"), ("e4", "2026-11-19"), ("e5", "")]
    {
        let on = if on.is_empty() { Value::Null } else { json!(on) };
        put(&mut book, Kind::Event, id, json!({"name": id, "on": on}));
    }
    put(&mut book, Kind::Event, "e6", json!({"name": "e6", "on": "2026-12-01", "trashed": true}));
    let told = |list: Vec<EventId>| list.iter().map(EventId::to_string).collect::<Vec<_>>().join(" ");
    let (coming, past) = events(&book, today());
    assert_eq!((told(coming).as_str(), told(past).as_str()), ("e2 e1 e5", "e4 e3"));
}

#[test]
fn r68_r69_guests_who_want_what_another_does_should_meet_and_nobody_from_outside_the_room() {
    let mut book = Book::default();
    person(&mut book, "sue", json!({"looks_for": "A trainer"}));
    person(&mut book, "raj", json!({"title": "Trainer"}));
    person(&mut book, "ann", json!({"title": "Trainer", "rating": 5}));
    person(&mut book, "mo", json!({}));
    let pairs = |book: &Book, event: &Event| -> Vec<String> {
        let pair =
            |one: crate::rules::introductions::IntroductionProposal| format!("{} {}", one.wish.who, one.found.who);
        should_meet(book, event, today()).into_iter().map(pair).collect()
    };
    let all = json!([{"person": "sue"}, {"person": "raj"}, {"person": "mo"}]);
    assert_eq!(pairs(&book, &event(&mut Book::default(), "2026-12-03", all.clone())), ["sue raj"]);
    let cannot = json!([{"person": "sue"}, {"person": "raj", "answer": "no"}, {"person": "mo"}]);
    let coming = event(&mut book, "2026-12-03", cannot);
    assert!(pairs(&book, &coming).is_empty());
    let was = event(&mut book, "2026-11-03", json!([{"person": "sue", "came": true}, {"person": "raj"}]));
    assert!(pairs(&book, &was).is_empty(), "one of them was not there");
    let both = json!([{"person": "sue", "came": true}, {"person": "ann", "came": true}]);
    assert_eq!(pairs(&book, &event(&mut Book::default(), "2026-11-03", both)), ["sue ann"]);
}

#[test]
fn r69_three_hundred_guests_are_no_trouble() {
    let mut book = Book::default();
    for n in 0..600 {
        person(&mut book, &format!("p{n}"), json!({"rank": n}));
    }
    let invited: Vec<Value> = (0..300).map(|n| json!({"person": format!("p{n}")})).collect();
    let event = event(&mut book, "2026-12-03", json!(invited));
    assert_eq!(waiting(&book, &event, today()).len(), 300);
    assert_eq!((proposed(&book, &event).len(), places_left(&book, &event)), (300, 4));
}

#[test]
fn r69_the_sample_has_an_event_to_come_and_one_that_was_and_owes_nobody_a_word_about_either() {
    use crate::domain::id::Session;
    use crate::rules::duty::{Duty, owed};
    for today in ["2026-11-20", "2026-11-22", "2026-11-23"] {
        let (mut book, today) = (Book::default(), today.parse().unwrap());
        let sample = crate::domain::sample::sample(today, Session::of_bits(7));
        sample.records.into_iter().for_each(|record| book.put(record));
        let (coming, past) = events(&book, today);
        assert_eq!((coming.len(), past.len()), (1, 1));
        assert!(book.events().all(|event| here(&book, event).count() == event.invited.len()));
        assert!(!owed(&book, today).iter().any(|owed| owed.raised.duty == Duty::Event));
    }
}

proptest! {
    #[test]
    fn r63_r69_nobody_is_proposed_twice_or_against_their_will_or_from_a_confidence(
        people in prop::collection::vec((0u8..6, any::<bool>(), any::<bool>(), any::<bool>()), 2..12),
        edges in prop::collection::vec((0usize..12, 0usize..12, 0u8..4, any::<bool>()), 0..14),
        listed in prop::collection::vec(0usize..12, 0..5),
    ) {
        let mut book = Book::default();
        for (n, (rating, hush, trashed, client)) in people.iter().enumerate() {
            let consent = if *hush { "do not contact" } else { "" };
            let roles = if *client { json!(["client"]) } else { json!(["prospect"]) };
            person(&mut book, &format!("p{n}"),
                json!({"rating": rating, "consent": consent, "trashed": trashed, "roles": roles, "rank": n}));
        }
        for (a, b, step, secret) in edges {
            let on = |least: u8| if step >= least { json!("2026-11-05") } else { Value::Null };
            referral(&mut book, &format!("p{a}"), &format!("p{b}"),
                json!({"confidential": secret, "introduced_on": on(1), "talked_on": on(2)}));
        }
        let invited: Vec<Value> = listed.iter().map(|n| json!({"person": format!("p{n}")})).collect();
        let event = event(&mut book, "2026-12-03", json!(invited));
        let all = proposed(&book, &event);
        let mut seen = std::collections::HashSet::new();
        for one in &all {
            let known = book.live_person(one.person);
            prop_assert!(known.is_some_and(may_meet), "{one:?}");
            prop_assert!(event.guest(one.person).is_none(), "{one:?} stands on the list");
            prop_assert!(seen.insert(one.person), "{one:?} twice");
            let secret = one.seat == Seat::Prospect && book.referrals_to(one.person).any(|referral| referral.confidential.hides_stage());
            prop_assert!(!secret, "{one:?} is held in confidence");
            prop_assert_eq!(seat_of(&book, one.person), (one.seat, one.because));
        }
    }
}
