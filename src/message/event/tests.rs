//! What is said of an event at its head, in lists, and of what is next.

use super::next::{Step, next};
use super::*;
use crate::domain::person::{Name, Person};

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn id() -> EventId {
    "e1".parse().unwrap()
}

fn guest(person: &str) -> Guest {
    Guest { person: person.parse().unwrap(), ..Guest::default() }
}

fn book(on: &str, invited: Vec<Guest>) -> Book {
    let mut book = Book::default();
    for (id, name) in [("ann", "Ann Lee"), ("bo", "Bo Ek"), ("cy", "Cy Fox")] {
        let (id, name, rank) = (id.parse().unwrap(), Name::new(name).unwrap(), Some(1));
        book.put(Person { id, name, rank, ..Person::default() }.into());
    }
    let (name, place) = ("Supper".into(), "Marlowe’s".into());
    book.put(Event { id: id(), name, on: day(on), place, invited, ..Event::default() }.into());
    book
}

#[test]
fn r69_the_head_says_when_and_where_and_how_the_guests_stand() {
    let lead = |on: &str| event(&book(on, Vec::new()), id(), today()).unwrap().lead;
    assert_eq!(lead("2026-12-03"), "Thursday 3 December, in 13 days. Marlowe’s.");
    assert_eq!(lead("2026-11-21"), "Saturday 21 November, tomorrow. Marlowe’s.");
    assert_eq!(lead("2026-11-20"), "Today, Friday 20 November. Marlowe’s.");
    assert_eq!(lead("2025-10-22"), "Wednesday 22 October 2025. Marlowe’s.");
    assert_eq!(lead(""), "No day yet. Marlowe’s.");
    let yes = Guest { answer: Some(Rsvp::Yes), ..guest("ann") };
    let book = book("2026-12-03", vec![yes, guest("bo"), guest("erased"), guest("also")]);
    let told = event(&book, id(), today()).unwrap();
    assert_eq!(told.tally, [("Coming", 1), ("No answer yet", 0), ("Cannot", 0), ("Not asked", 1)]);
    assert_eq!((told.gone.as_str(), told.has_come), ("2 guests are not in your book any more.", false));
    assert_eq!(row(&book, id(), today()).unwrap().sum, "1 comes, 1 is not asked.");
    assert_eq!(event(&book, "e9".parse().unwrap(), today()), None);
}

#[test]
fn r69_the_next_thing_goes_from_the_list_to_the_invitations_to_who_came_to_the_word_after() {
    let told = |book: &Book, today: &str| next(book, id(), today.parse().unwrap());
    let empty = told(&book("2026-12-10", Vec::new()), "2026-11-20").unwrap();
    assert_eq!(empty.button, "Put all 3 on the list");
    assert!(matches!(&empty.step, Step::Add(people) if people.len() == 3));
    let both = book("2026-12-10", vec![guest("ann"), guest("bo")]);
    let ask = told(&both, "2026-11-20").unwrap();
    assert_eq!(
        (ask.title.as_str(), ask.button.as_str()),
        ("Invite the 2 who are not asked", "Write the 2 invitations")
    );
    assert_eq!(ask.words, "I would be glad to have you at Supper, Thursday 10 December, Marlowe’s. Will you come?");
    for (today, mark) in [
        ("2026-11-20", ("In 6 days, two weeks before", "calm")),
        ("2026-11-26", ("Today, two weeks before", "owed")),
        ("2026-11-27", ("Late: less than two weeks before", "late")),
    ] {
        let told = told(&both, today).unwrap().mark;
        assert_eq!((told.0.as_str(), told.1), mark);
    }
    let yes = |id: &str| Guest { answer: Some(Rsvp::Yes), ..guest(id) };
    let answered = book("2026-12-10", vec![yes("ann"), yes("bo"), guest("cy")]);
    assert_eq!(told(&answered, "2026-11-20").unwrap().title, "Invite Cy Fox");
    let came = told(&answered, "2026-12-11").unwrap();
    assert_eq!((came.title.as_str(), came.button.as_str()), ("Note who came", "All 2 who said yes came"));
    assert_eq!(told(&both, "2026-12-11").map(|next| (next.step, next.button)), Some((Step::Tick, String::new())));
    assert_eq!(told(&book("2026-10-10", Vec::new()), "2026-11-20"), None, "a past one without guests");
    let was = book("2026-12-10", vec![Guest { came: true, ..yes("ann") }, yes("bo")]);
    let write = told(&was, "2026-12-11").unwrap();
    assert_eq!((write.title.as_str(), write.mark.0.as_str()), ("Write to Ann Lee", "Today"));
    assert_eq!(write.words, "It was good to have you at Supper. How did you like it?");
}

#[test]
fn r69_who_was_asked_for_another_day_is_told_the_new_one() {
    let asked = |day: &str| Guest { asked_for: day.parse().ok(), answer: Some(Rsvp::Yes), ..guest("ann") };
    let told = next(&book("2026-12-10", vec![asked("2026-12-03")]), id(), today()).unwrap();
    assert_eq!(told.why, "1 guest was asked for another day, and does not know the new one.");
    assert_eq!(told.words, "Supper has moved to another day: Thursday 10 December, Marlowe’s. Will you come?");
    assert_eq!(next(&book("2026-12-10", vec![asked("2026-12-10")]), id(), today()), None, "nothing but to wait");
}

#[test]
fn r69_a_word_after_several_events_is_owed_once_for_the_latest() {
    let mut book = book("2026-11-18", vec![Guest { came: true, ..guest("ann") }]);
    let old = Event { id: "e2".parse().unwrap(), name: "Walk".into(), on: day("2026-11-10"), ..Event::default() };
    let both = ["ann", "bo"].map(|id| Guest { came: true, ..guest(id) });
    book.put(Event { invited: both.into(), ..old }.into());
    let (coming, past) = crate::rules::guest_mix::events(&book, today());
    let rows = afterwards(&book, &past, today());
    let told: Vec<String> = rows.iter().map(|row| format!("{} {} {}", row.first, row.why, row.mark.0)).collect();
    let expected = ["Ann They came to Supper 2 days ago. 1 day late", "Bo They came to Walk 10 days ago. 9 days late"];
    assert_eq!(told, expected);
    assert_eq!(lead(&book, &coming, rows.len(), today()), "2 people who came wait for a word.");
    assert!(lead(&Book::default(), &[], 0, today()).starts_with("Bring those who send you people"));
}
