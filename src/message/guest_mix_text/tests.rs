//! What is said of the room of an event, and what stays unsaid on paper.

use super::*;
use crate::domain::person::{Name, Rating};
use crate::domain::referral::{Confidential, Referral};

fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn person(id: &str, name: &str) -> Person {
    Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }
}

fn guest(id: &str, answer: Option<Rsvp>) -> Guest {
    Guest { person: id.parse().unwrap(), answer, ..Guest::default() }
}

/// Jim sent Zoë, whom I talked with, and in confidence Noah; Kim is a client.
fn book(on: &str, invited: Vec<Guest>) -> (Book, EventId) {
    let mut book = Book::default();
    for (id, name) in [("jim", "Jim Dow"), ("zoe", "Zoë Ali"), ("noah", "Noah Secret"), ("ann", "Ann Lee")] {
        book.put(person(id, name).into());
    }
    let rating = Rating::try_from(5).ok();
    book.put(Person { roles: [Role::Client].into(), rating, ..person("kim", "Kim Rae") }.into());
    for (id, confidential) in [("zoe", Confidential::No), ("noah", Confidential::Whole)] {
        let (source, prospect, id) = ("jim".parse().unwrap(), id.parse().unwrap(), format!("r-{id}"));
        let (agreed_on, introduced_on, talked_on) = (day("2026-11-01"), day("2026-11-02"), day("2026-11-18"));
        let id = id.parse().unwrap();
        let referral =
            Referral { id, source, prospect, confidential, agreed_on, introduced_on, talked_on, ..Referral::default() };
        book.put(referral.into());
    }
    let id: EventId = "e1".parse().unwrap();
    book.put(Event { id, name: "Supper".into(), on: day(on), invited, ..Event::default() }.into());
    (book, id)
}

#[test]
fn r69_a_mix_is_said_in_words() {
    let mix = |sources, prospects, clients, others| Mix { sources, prospects, clients, others };
    for (mix, said, found) in [
        (mix(5, 4, 2, 0), "5 sources, 4 prospects and 2 clients", "One in 3 is someone you hope to work with."),
        (mix(1, 0, 0, 1), "1 source and 1 other", "Nobody here is someone you hope to work with."),
        (mix(0, 1, 0, 0), "1 prospect", "Nobody here has sent you anyone yet."),
        (mix(1, 4, 0, 0), "1 source and 4 prospects", "Nearly everyone here is someone you hope to work with."),
        (mix(0, 0, 0, 0), "nobody", "Nobody is on the list yet."),
    ] {
        assert_eq!((mix_words(mix).as_str(), finding(mix).as_str()), (said, found));
    }
}

#[test]
fn r69_everyone_proposed_says_why() {
    let (book, id) = book("2026-12-03", Vec::new());
    let told = proposals(&book, id, 0, today());
    let said: Vec<String> =
        told.people.iter().map(|one| format!("{}, {}: {}", one.name, one.seat.0, one.why)).collect();
    let expected = [
        "Jim Dow, Source: Because they sent you 2 people.",
        "Zoë Ali, Prospect: Because you talked 2 days ago, and nothing is decided.",
        "Kim Rae, Client: Because they bought from you.",
    ];
    assert_eq!(said, expected);
    assert_eq!((told.mix.as_str(), told.others), ("1 source, 1 prospect and 1 client.", 0));
    let over = proposals(&book, id, 0, "2026-12-04".parse().unwrap());
    assert!(over.people.is_empty(), "nobody is proposed for what was");
}

#[test]
fn r69_a_guest_says_how_they_stand_and_what_is_next() {
    let moved = Guest { asked_for: day("2026-12-01"), ..guest("kim", Some(Rsvp::Yes)) };
    let asked = Guest { asked_for: day("2026-12-03"), ..guest("zoe", None) };
    let list = vec![guest("jim", Some(Rsvp::Yes)), asked, guest("ann", None), moved, guest("erased", None)];
    let (book, id) = book("2026-12-03", list);
    let told = |today: NaiveDate| -> Vec<String> {
        let line = |one: GuestWords| format!("{}: {}, {}", one.first, one.mark.0, one.button);
        guests(&book, id, today).into_iter().map(line).collect()
    };
    let before = ["Ann: Not asked, Invite", "Kim: Another day, Invite", "Jim: Comes, ", "Zoë: No answer, Ask again"];
    assert_eq!(told(today()), before);
    let after = ["Jim: Comes, ", "Zoë: No answer, ", "Ann: Not asked, ", "Kim: Another day, "];
    assert_eq!(told("2026-12-04".parse().unwrap()), after);
    let words = room(&book, id, today());
    let bars: Vec<String> =
        words.bars.iter().map(|b| format!("{} {}+{} {}", b.name, b.asked, b.to_ask, b.long)).collect();
    assert_eq!(bars, ["Sources 1+0 100", "Prospects 1+0 100", "Clients 0+1 100", "Others 0+1 100"]);
    assert_eq!((words.all, words.asked, words.to_ask, words.coming.as_str()), (4, 2, 2, "Said yes: 1 source."));
    let was = room(&book, id, "2026-12-04".parse().unwrap());
    assert_eq!((was.all, was.finding.as_str()), (0, "Nobody is noted as having come."));
}

#[test]
fn r63_r69_paper_names_nobody_who_was_brought_in_confidence_and_says_of_nobody_why() {
    let (book, id) = book("2026-12-03", vec![guest("noah", Some(Rsvp::Yes)), guest("zoe", None), guest("jim", None)]);
    let told = paper(&book, id, today());
    let names: Vec<&str> = told.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Confidential", "Jim Dow", "Zoë Ali"]);
    let all = format!("{told:?}");
    for word in ["Noah", "Secret", "rospect", "ource", "Because"] {
        assert!(!all.contains(word), "{word}: {all}");
    }
    assert_eq!(told[0].says, "Comes");
}
