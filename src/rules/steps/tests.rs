//! The nine steps, as stories: the states are d(one), n(ow), l(ater), s(kipped), k (locked), step 1 first.

use super::*;
use crate::domain::ask::{Ask, Target};
use crate::domain::id::{Mint, PersonId, Session, TouchId};
use crate::domain::overrides::Override;
use crate::domain::person::{Person, Role};
use crate::domain::referral::Outcome;
use crate::domain::touch::{Milestone, Purpose, Touch};

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn referral() -> Referral {
    let (source, prospect) = ("p1".parse().unwrap(), "p2".parse().unwrap());
    Referral { id: "r1".parse().unwrap(), source, prospect, agreed_on: day("2026-11-16"), ..Referral::default() }
}

fn book(referral: Referral, thanked: &[(&str, Milestone)]) -> Book {
    let mut book = Book::default();
    let mut mint = Mint::new(Session::of_bits(1));
    for (id, roles) in [("p1", vec![Role::Client]), ("p2", vec![])] {
        book.put(Person { id: id.parse().unwrap(), roles: roles.into_iter().collect(), ..Person::default() }.into());
    }
    for (on, milestone) in thanked {
        let purposes = [Purpose::Thank].into();
        let (id, person): (_, PersonId) = (TouchId(mint.id()), referral.source);
        let (on, about, milestone) = (on.parse().unwrap(), Some(referral.id), Some(milestone.clone()));
        book.put(Touch { id, person, on, about, milestone, purposes, ..Touch::default() }.into());
    }
    book.put(referral.into());
    book
}

fn check(book: &Book, expected: &str, next: NextStep) {
    let found = steps(book, "r1".parse().unwrap(), "2026-11-21".parse().unwrap()).unwrap();
    let letter = |s: &StepState| if *s == StepState::Locked { 'k' } else { s.name().chars().next().unwrap() };
    assert_eq!(found.states.iter().map(letter).collect::<String>(), expected);
    assert_eq!(found.next, next);
}

#[test]
fn b2_a_new_referral_says_thank_you_first() {
    check(&book(referral(), &[]), "dddslnkll", NextStep::ThankAgreed);
}

#[test]
fn r39_the_follow_up_is_locked_until_the_confirmation() {
    let thanked = [("2026-11-16", Milestone::Agreed)];
    check(&book(referral(), &thanked), "dddsndkll", NextStep::Confirm(day("2026-11-19")));
    let introduced = Referral { introduced_on: day("2026-11-18"), ..referral() };
    check(&book(introduced, &thanked), "dddsddnll", NextStep::FollowUp);
    let anyway = Override { step: 7, on: day("2026-11-18").unwrap(), why: "He leaves".into() };
    let ahead = Referral { overrides: vec![anyway], ..referral() };
    check(&book(ahead, &thanked), "dddsldnll", NextStep::FollowUp);
}

#[test]
fn r46_an_offered_referral_skips_three_to_five_but_waits_for_the_introduction() {
    let thanked = [("2026-11-16", Milestone::Agreed)];
    let offered = Referral { origin: Origin::Offered, ..referral() };
    check(&book(offered.clone(), &[]), "ddsssnkll", NextStep::ThankAgreed);
    check(&book(offered, &thanked), "ddssndkll", NextStep::Confirm(day("2026-11-19")));
    let itself = Referral { origin: Origin::Itself, introduced_on: day("2026-11-16"), ..referral() };
    check(&book(itself, &thanked), "ddssddnll", NextStep::FollowUp);
}

#[test]
fn r43_after_the_talk_the_source_is_thanked_and_told() {
    let thanked = [("2026-11-16", Milestone::Agreed)];
    let followed = Referral { introduced_on: day("2026-11-17"), followed_up_on: day("2026-11-18"), ..referral() };
    check(&book(followed.clone(), &thanked), "dddsdddnl", NextStep::Talk);
    let talked = Referral { talked_on: day("2026-11-20"), ..followed };
    check(&book(talked.clone(), &thanked), "dddsdddnl", NextStep::ThankReport);
    let told = [thanked[0].clone(), ("2026-11-20", Milestone::Talked)];
    check(&book(talked, &told), "dddsddddn", NextStep::Decide);
}

#[test]
fn r44_r45_after_the_sale_one_more_thank_you_and_then_nothing() {
    let won = Referral {
        introduced_on: day("2026-11-17"),
        followed_up_on: day("2026-11-18"),
        talked_on: day("2026-11-18"),
        outcome: Outcome { kind: End::Won, on: day("2026-11-20"), ..Outcome::default() },
        ..referral()
    };
    let told = [("2026-11-16", Milestone::Agreed), ("2026-11-18", Milestone::Talked)];
    check(&book(won.clone(), &told), "dddsddddn", NextStep::ThankWon);
    let all = [told[0].clone(), told[1].clone(), ("2026-11-20", Milestone::Won)];
    check(&book(won, &all), "dddsddddd", NextStep::Nothing);
}

#[test]
fn r64_a_closed_file_ends_with_one_last_word() {
    let closed = Referral {
        outcome: Outcome { kind: End::Closed, on: day("2026-11-20"), why: "No budget".into(), ..Outcome::default() },
        ..referral()
    };
    let told = [("2026-11-16", Milestone::Agreed)];
    check(&book(closed.clone(), &told), "dddssdssn", NextStep::LastWord);
    let last = [told[0].clone(), ("2026-11-20", Milestone::Closed)];
    check(&book(closed, &last), "dddssdssd", NextStep::Nothing);
}

#[test]
fn r62_news_that_is_due_comes_before_the_decision() {
    let talked = Referral { introduced_on: day("2026-11-01"), talked_on: day("2026-11-02"), ..referral() };
    let told = [("2026-11-02", Milestone::Agreed), ("2026-11-02", Milestone::Talked)];
    let mut book = book(Referral { agreed_on: day("2026-11-01"), ..talked }, &told);
    check(&book, "dddsddddn", NextStep::Update(day("2026-11-16").unwrap()));
    book.put(
        Touch {
            id: "t9".parse().unwrap(),
            person: "p1".parse().unwrap(),
            on: day("2026-11-20").unwrap(),
            purposes: [Purpose::Update].into(),
            about: "r1".parse().ok(),
            ..Touch::default()
        }
        .into(),
    );
    check(&book, "dddsddddn", NextStep::Decide);
}

#[test]
fn r30_r33_r35_the_ask_fills_the_first_steps() {
    let mut book = book(Referral { ask: "a1".parse().ok(), ..referral() }, &[("2026-11-16", Milestone::Agreed)]);
    let ask = Ask { id: "a1".parse().unwrap(), person: "p1".parse().unwrap(), ..Ask::default() };
    book.put(ask.clone().into());
    check(&book, "ddssndkll", NextStep::Confirm(day("2026-11-19")));
    let full = Ask {
        target: Some(Target { name: "Fred".into(), ..Target::default() }),
        action: Some(crate::domain::ask::AskAction::Email),
        wording: "Meet Ann".into(),
        comfortable: Some(Comfort::Yes),
        ..ask.clone()
    };
    book.put(full.clone().into());
    check(&book, "ddddndkll", NextStep::Confirm(day("2026-11-19")));
    book.put(Ask { comfortable: Some(Comfort::No), ..full }.into());
    check(&book, "dddsndkll", NextStep::Confirm(day("2026-11-19")));
    book.put(Ask { id: "a2".parse().unwrap(), ..ask }.into());
    assert_eq!(steps(&book, "r1".parse().unwrap(), "2026-11-21".parse().unwrap()).unwrap().open_asks, 1);
    check(&book, "sddsndkll", NextStep::Confirm(day("2026-11-19")));
}

#[test]
fn r31_without_a_trust_fact_step_two_is_open() {
    let mut book = book(referral(), &[]);
    book.put(Person { id: "p1".parse().unwrap(), ..Person::default() }.into());
    check(&book, "dsdslnkll", NextStep::ThankAgreed);
}
