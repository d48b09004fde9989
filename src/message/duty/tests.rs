//! What is said of every duty: by the table, and of a book in which each is owed.

use super::*;
use crate::domain::id::PersonId;
use crate::domain::person::{Name, Person};
use std::collections::BTreeSet;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A book with Connie Alvarez in it, and an event on 3 December.
fn book() -> (Book, PersonId) {
    let (mut book, connie) = (Book::default(), "p1".parse().unwrap());
    let name = Name::new("Connie Alvarez").unwrap();
    book.put(Person { id: connie, name, ..Person::default() }.into());
    let (id, on) = ("e1".parse().unwrap(), "2026-12-03".parse().ok());
    book.put(Event { id, name: "Supper".into(), on, ..Event::default() }.into());
    (book, connie)
}

/// What is said on this day when the duty is marked as done.
fn said(duty: Duty, today: &str) -> String {
    let (book, connie) = book();
    let raised = Raised { record: Id::parse("e1").ok(), ..Raised::to(connie, duty, day("2026-11-20")) };
    done(&book, &raised, day(today))
}

/// A word that the sentence of this duty must have, because it says what was done.
fn deed(duty: Duty) -> &'static str {
    match duty {
        Duty::ThankAgreed | Duty::ThankWon | Duty::ThankChain | Duty::ThankReport => "thanked",
        Duty::FollowUp => "followed up",
        Duty::Confirm => "introduced you",
        Duty::Update | Duty::LastWord => "told",
        Duty::Help => "promise",
        Duty::Plan => "plan",
        Duty::Event => "event",
        Duty::AskNewClient | Duty::Ask => "asked",
        Duty::KeepInTouch => "in touch",
        Duty::BackUp => "backed up",
    }
}

#[test]
fn what_is_said_when_a_duty_is_done_says_what_was_done_and_nothing_else() {
    for duty in Duty::ALL.iter().copied() {
        let said = said(duty, "2026-12-04");
        assert!(said.starts_with("Saved. "), "{duty:?}: {said}");
        assert!(said.contains(deed(duty)), "{duty:?} was done, and this is said: {said}");
        let others = Duty::ALL.iter().map(|other| deed(*other)).filter(|other| *other != deed(duty));
        let wrong: Vec<&str> = others.filter(|other| said.contains(other)).collect();
        let is_both = duty == Duty::Event && wrong == ["in touch"];
        assert!(wrong.is_empty() || is_both, "{duty:?} was done, and this is said too: {said}");
        assert!(!said.contains("list"), "{duty:?}: others may still be owed to the same person: {said}");
    }
}

#[test]
fn r69_who_was_invited_is_said_to_be_invited_until_the_event_is_over() {
    assert_eq!(said(Duty::Event, "2026-12-03"), "Saved. You invited Connie.");
    assert_ne!(said(Duty::Event, "2026-12-04"), "Saved. You invited Connie.");
    let (book, connie) = book();
    let raised = Raised { record: Id::parse("e1").ok(), ..Raised::to(connie, Duty::Event, day("2026-11-19")) };
    let title = |today: &str| {
        let owed = vec![Owed { due: raised.due, when: crate::rules::duty::When::Late, raised: raised.clone() }];
        telling(&book, &TodayRow { person: Some(connie), owed }, day(today)).title
    };
    assert_eq!(title("2026-12-03"), "Invite Connie Alvarez");
    assert_eq!(title("2026-12-04"), "A word to Connie Alvarez");
}

#[test]
fn every_row_is_filled_and_only_the_back_up_names_nobody_and_has_no_script() {
    let icons: BTreeSet<&str> =
        ["thanks", "follow", "confirm", "update", "help", "plan", "event", "ask", "meet", "data"].into();
    for duty in Duty::ALL.iter().copied() {
        let row = text(duty);
        let to_somebody = duty != Duty::BackUp;
        assert!(!row.kind.is_empty() && !row.button.is_empty(), "{duty:?}");
        assert!(icons.contains(row.icon), "{duty:?}: {}", row.icon);
        assert_eq!(row.title.contains("{name}"), to_somebody, "{duty:?}: {}", row.title);
        assert_eq!(row.done.contains("{name}"), to_somebody, "{duty:?}: {}", row.done);
        assert_eq!(row.moment.is_some(), to_somebody, "{duty:?}");
    }
}

#[test]
fn what_is_said_of_a_message_is_what_it_settled() {
    let (book, connie) = book();
    let said = |duties: &[Duty]| {
        let settled = duties.iter().map(|duty| {
            let raised = Raised::to(connie, *duty, day("2026-11-19"));
            Owed { due: raised.due, when: crate::rules::duty::When::Late, raised }
        });
        sent(&book, connie, &settled.collect::<Vec<_>>(), day("2026-11-20"))
    };
    assert_eq!(said(&[]), "Saved. You wrote to Connie.");
    assert_eq!(said(&[Duty::Help, Duty::ThankWon]), "Saved. You kept your promise to Connie.");
    assert_eq!(said(&[Duty::KeepInTouch]), "Saved. You were in touch with Connie.");
    assert_eq!(said(&[Duty::Confirm]), "Saved. You asked Connie whether the introduction was made.");
}
