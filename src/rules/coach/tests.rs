use super::*;
use crate::domain::ask::{AskAction, AskOutcome, Target};
use crate::domain::overrides::Override;
use crate::domain::person::{Name, Person, Role};
use crate::domain::referral::{End, Outcome};
use crate::domain::touch::Purpose;
use crate::domain::touch::Touch;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn book() -> Book {
    let mut book = Book::default();
    let name = Name::new("Connie Alvarez").unwrap();
    book.put(Person { id: "p1".parse().unwrap(), name, roles: [Role::Client].into(), ..Person::default() }.into());
    book
}

/// A good ask to Connie that was declined.
fn ask() -> Ask {
    Ask {
        id: "a1".parse().unwrap(),
        person: "p1".parse().unwrap(),
        on: day("2026-06-01"),
        target: Some(Target { name: "Fred Ito".into(), ..Target::default() }),
        action: Some(AskAction::Call),
        outcome: AskOutcome { kind: AskEnd::Declined, ..AskOutcome::default() },
        ..Ask::default()
    }
}

fn passed(step: u8) -> Vec<Override> {
    vec![Override { step, on: day("2026-06-01"), why: "In a hurry".into() }]
}

fn found(book: &Book) -> Vec<Cause> {
    cases(book, day("2026-11-21")).into_iter().map(|(cause, _)| cause).collect()
}

fn check_ask(ask: Ask, expected: &[Cause]) {
    let mut book = book();
    let said = format!("{ask:?}");
    book.put(ask.into());
    assert_eq!(found(&book), expected, "{said}");
}

#[test]
fn r29_every_ask_that_came_to_nothing_has_one_cause() {
    let outcome = |kind| AskOutcome { kind, ..AskOutcome::default() };
    check_ask(ask(), &[Cause::NoneOfOurs]);
    check_ask(Ask { overrides: passed(2), action: None, ..ask() }, &[Cause::WrongPeople]);
    check_ask(Ask { target: None, ..ask() }, &[Cause::WrongWay]);
    check_ask(Ask { action: None, ..ask() }, &[Cause::WrongWay]);
    check_ask(Ask { comfortable: Some(Comfort::No), ..ask() }, &[Cause::WrongWay]);
    check_ask(Ask { overrides: passed(1), ..ask() }, &[Cause::WrongTime]);
    check_ask(Ask { outcome: outcome(AskEnd::Open), ..ask() }, &[Cause::NoneOfOurs]);
    check_ask(Ask { outcome: outcome(AskEnd::Open), on: day("2026-10-23"), ..ask() }, &[]);
    check_ask(Ask { outcome: outcome(AskEnd::Agreed), ..ask() }, &[]);
    check_ask(Ask { outcome: outcome(AskEnd::NotNow), ..ask() }, &[]);
}

#[test]
fn r29_a_low_rating_a_stranger_and_a_second_ask_too_soon_are_causes() {
    let mut low = book();
    let connie = low.people().next().unwrap().clone();
    low.put(Person { rating: Rating::try_from(3).ok(), ..connie.clone() }.into());
    low.put(ask().into());
    assert_eq!(found(&low), [Cause::WrongPeople]);
    low.put(Person { roles: [Role::Friend].into(), rating: None, ..connie }.into());
    assert_eq!(found(&low), [Cause::WrongPeople]);
    let mut soon = book();
    let agreed = AskOutcome { kind: AskEnd::Agreed, ..AskOutcome::default() };
    soon.put(Ask { id: "a0".parse().unwrap(), on: day("2026-05-01"), outcome: agreed, ..ask() }.into());
    soon.put(ask().into());
    assert_eq!(found(&soon), [Cause::WrongTime]);
}

#[test]
fn r29_a_closed_referral_is_followed_through_or_not() {
    let word = |id: &str, on: &str| Touch {
        id: id.parse().unwrap(),
        person: "p1".parse().unwrap(),
        on: day(on),
        about: "r1".parse().ok(),
        purposes: [Purpose::Thank].into(),
        ..Touch::default()
    };
    let check = |introduced: &str, followed: &str, words: &[&str], expected: Cause| {
        let mut book = book();
        let outcome = Outcome { kind: End::Closed, on: Some(day("2026-06-20")), ..Outcome::default() };
        let (source, prospect) = ("p1".parse().unwrap(), "p2".parse().unwrap());
        let (agreed_on, origin) = (Some(day("2026-06-01")), Origin::Offered);
        let (introduced_on, followed_up_on) = (introduced.parse().ok(), followed.parse().ok());
        let id = "r1".parse().unwrap();
        let referral = Referral {
            id,
            source,
            prospect,
            origin,
            agreed_on,
            introduced_on,
            followed_up_on,
            outcome,
            ..Referral::default()
        };
        book.put(referral.into());
        for (n, on) in words.iter().enumerate() {
            book.put(word(&format!("t{n}"), on).into());
        }
        assert_eq!(found(&book), [expected], "{introduced} {followed} {words:?}");
    };
    check("2026-06-03", "2026-06-04", &["2026-06-01", "2026-06-10"], Cause::NoneOfOurs);
    check("2026-06-03", "2026-06-05", &["2026-06-01", "2026-06-10"], Cause::FollowThrough);
    check("2026-06-03", "", &["2026-06-01", "2026-06-10"], Cause::FollowThrough);
    check("", "", &["2026-06-02", "2026-06-10"], Cause::FollowThrough);
    check("", "", &["2026-06-01"], Cause::FollowThrough);
    check("", "", &["2026-06-01", "2026-06-12"], Cause::NoneOfOurs);
}

#[test]
fn b13_the_cases_are_listed_asks_first_each_the_latest_first() {
    let mut book = book();
    book.put(ask().into());
    book.put(Ask { id: "a2".parse().unwrap(), on: day("2026-09-01"), ..ask() }.into());
    for (id, on) in [("r1", "2026-06-20"), ("r2", "2026-07-20")] {
        let outcome = Outcome { kind: End::Closed, on: Some(day(on)), ..Outcome::default() };
        let (source, prospect) = ("p1".parse().unwrap(), "p2".parse().unwrap());
        book.put(Referral { id: id.parse().unwrap(), source, prospect, outcome, ..Referral::default() }.into());
    }
    let listed: Vec<Case> = cases(&book, day("2026-11-21")).into_iter().map(|(_, case)| case).collect();
    let (ask, referral) = (|id: &str| Case::Ask(id.parse().unwrap()), |id: &str| Case::Referral(id.parse().unwrap()));
    assert_eq!(listed, [ask("a2"), ask("a1"), referral("r2"), referral("r1")]);
}
