use super::*;
use crate::domain::introduction::OptIn;
use crate::domain::person::{Mention, Name, Reach};
use crate::domain::referral::{Confidential, Referral};

const SECRET: &str = "xyzzy";

/// Sue and Raj, with a mark in every field that nobody else may read.
fn book() -> Book {
    let mut book = Book::default();
    for (id, name, title, place) in [
        ("sue", "Sue Tran", "Adviser", "Northwind"),
        ("raj", "Raj Mehta", "Sales trainer", "Mehta & Sons"),
        ("ann", "Ann Lee", "Florist at Lee’s", "Lee’s"),
    ] {
        let email = Reach { kind: ReachKind::Email, label: String::new(), value: format!("{id}@example.com") };
        let person = Person {
            id: id.parse().unwrap(),
            name: Name::new(name).unwrap(),
            title: title.into(),
            organisation: Some(Mention(place.into())),
            reach: vec![email],
            note: SECRET.into(),
            facts: SECRET.into(),
            loves: SECRET.into(),
            looks_for: SECRET.into(),
            provenance: SECRET.into(),
            tags: [SECRET.to_string()].into_iter().collect(),
            ..Person::default()
        };
        book.put(person.into());
    }
    book
}

fn introduction(one: Says, other: Says) -> Introduction {
    let said = |says| OptIn { says, on: None };
    Introduction {
        id: "n1".parse().unwrap(),
        one: "sue".parse().unwrap(),
        other: "raj".parse().unwrap(),
        why: SECRET.into(),
        one_says: said(one),
        other_says: said(other),
        ..Introduction::default()
    }
}

fn text(book: &mut Book, one: Says, other: Says, tone: Tone) -> String {
    book.put(introduction(one, other).into());
    let letter = letter(book, "n1".parse().unwrap(), tone, "Ann");
    format!("{}\n{}", letter.subject, letter.text(""))
}

const ALL: [(Says, Says); 6] = [
    (Says::NotAsked, Says::NotAsked),
    (Says::Asked, Says::NotAsked),
    (Says::Asked, Says::Yes),
    (Says::Yes, Says::NotAsked),
    (Says::Yes, Says::Asked),
    (Says::Yes, Says::Yes),
];

#[test]
fn r68_nobody_is_named_before_they_said_yes() {
    let mut book = book();
    for (one, other) in ALL {
        for tone in Tone::ALL {
            let said = text(&mut book, one.clone(), other.clone(), tone);
            let (to_sue, to_both) = (one != Says::Yes, one == Says::Yes && other == Says::Yes);
            assert_eq!(said.contains("Mehta"), to_both, "{said}");
            assert_eq!(said.contains("Sue Tran"), !to_sue, "{said}");
            assert!(!said.contains(['{', '}']) && said.len() > 60, "{said}");
        }
    }
}

#[test]
fn r68_b8_nothing_noted_and_nothing_confidential_is_told() {
    let mut book = book();
    let secret = |prospect: &str| Referral {
        id: "r1".parse().unwrap(),
        source: "ann".parse().unwrap(),
        prospect: prospect.parse().unwrap(),
        said: SECRET.into(),
        why: SECRET.into(),
        confidential: Confidential::Whole,
        ..Referral::default()
    };
    for prospect in ["sue", "raj"] {
        book.put(secret(prospect).into());
        for (one, other) in ALL {
            for tone in Tone::ALL {
                let said = text(&mut book, one.clone(), other.clone(), tone);
                assert!(!said.contains(SECRET), "{said}");
                let work = if prospect == "sue" { ["Adviser", "Northwind"] } else { ["trainer", "Mehta &"] };
                assert!(!work.iter().any(|word| said.contains(word)), "{said}");
            }
        }
    }
}

#[test]
fn r68_the_first_is_asked_without_a_name_the_second_with_the_first_and_both_get_the_last() {
    let mut book = book();
    assert_eq!(
        text(&mut book, Says::NotAsked, Says::NotAsked, Tone::Brief),
        "May I introduce you to somebody?\nHi Sue,\n\nI know somebody you might like to meet. Their title is “Sales \
         trainer”. May I introduce you? A short yes or no is enough.\n\nAnn"
    );
    assert_eq!(
        text(&mut book, Says::Yes, Says::NotAsked, Tone::Brief),
        "May I introduce you to Sue Tran?\nHi Raj,\n\nSue Tran (Adviser, Northwind) would like to meet you. May I \
         introduce you? A short yes or no is enough.\n\nAnn"
    );
    assert_eq!(
        text(&mut book, Says::Yes, Says::Yes, Tone::Brief),
        "Sue Tran, meet Raj Mehta\nHi Sue and Raj,\n\nSue, meet Raj Mehta (Sales trainer, Mehta & Sons). Raj, meet Sue \
         Tran (Adviser, Northwind).\n\nYou both said yes. I leave it to you from here.\n\nAnn"
    );
    let both = letter(&book, "n1".parse().unwrap(), Tone::Warm, "");
    assert_eq!((both.email.as_str(), both.copy.as_str()), ("sue@example.com", "raj@example.com"));
    book.put(introduction(Says::Yes, Says::NotAsked).into());
    let one = letter(&book, "n1".parse().unwrap(), Tone::Warm, "");
    assert_eq!((one.email.as_str(), one.copy.as_str()), ("raj@example.com", ""));
    assert_eq!(letter(&book, "n9".parse().unwrap(), Tone::Warm, ""), Letter::default());
}

#[test]
fn r68_one_word_asks_about_several_and_a_title_that_tells_who_it_is_stays_out() {
    let mut book = book();
    let more = Introduction {
        id: "n2".parse().unwrap(),
        other: "ann".parse().unwrap(),
        ..introduction(Says::NotAsked, Says::NotAsked)
    };
    book.put(more.into());
    let said = text(&mut book, Says::NotAsked, Says::NotAsked, Tone::Brief);
    assert!(said.contains("I know 2 people you might like to meet. Among their titles: Sales trainer."), "{said}");
    assert!(!said.contains("Florist") && !said.contains("Lee"), "{said}");
}

#[test]
fn r68_the_screen_says_who_was_asked_and_what_is_next() {
    let mut book = book();
    let today = "2026-11-20".parse().unwrap();
    let mut told = |one: Says, other: Says| {
        book.put(introduction(one, other).into());
        let words = pair(&book, "n1".parse().unwrap(), today).unwrap();
        let consent: Vec<String> = words.consent.into_iter().map(|(text, _)| text).collect();
        (consent.join(", "), words.button, head(&book, "n1".parse().unwrap(), today).0)
    };
    let said = |consent: &str, button: &str, head: &str| (consent.to_string(), button.to_string(), head.to_string());
    assert_eq!(
        told(Says::NotAsked, Says::NotAsked),
        said("Sue not asked, Raj not asked", "Ask Sue first", "Ask Sue about meeting Raj")
    );
    assert_eq!(
        told(Says::Yes, Says::Asked),
        said("Sue says yes, Raj has yet to answer", "Ask Raj again", "Ask Raj about meeting Sue")
    );
    assert_eq!(
        told(Says::Yes, Says::Yes),
        said("Sue says yes, Raj says yes", "Introduce them", "Introduce Sue and Raj")
    );
    assert_eq!(told(Says::Yes, Says::No), said("Sue says yes, Raj says no", "", "Introduce Sue and Raj"));
}

#[test]
fn r68_two_of_one_first_name_are_called_by_the_whole_name() {
    let mut book = book();
    let raj = book.person("raj".parse().unwrap()).unwrap().clone();
    book.put(Person { name: Name::new("Sue Mehta").unwrap(), ..raj }.into());
    book.put(introduction(Says::NotAsked, Says::NotAsked).into());
    let words = pair(&book, "n1".parse().unwrap(), "2026-11-20".parse().unwrap()).unwrap();
    assert_eq!((words.one.short.as_str(), words.button.as_str()), ("Sue Tran", "Ask Sue Tran first"));
}

#[test]
fn b11_every_reason_is_said() {
    let book = book();
    let because = |because| because_of(&book, because);
    assert_eq!(because(MatchReason::Tag("insurance".into())), "because you tagged Raj “insurance”");
    assert_eq!(because(MatchReason::Title), "because Raj’s title is “Sales trainer”");
    assert_eq!(because(MatchReason::Place), "because Raj works at Mehta & Sons");
    assert_eq!(because(MatchReason::Note("books".into())), "because your note on Raj speaks of “books”");
    let today = "2026-11-20".parse().unwrap();
    let wish = |give: bool, since: &str| Wish {
        who: "sue".parse().unwrap(),
        text: "a trainer".into(),
        give: "g1".parse().ok().filter(|_| give),
        since: since.parse().ok(),
    };
    assert_eq!(wants(&book, &wish(false, ""), today), "Sue looks for: a trainer.");
    assert_eq!(wants(&book, &wish(true, "2026-11-02"), today), "Sue asked for help on 2 November: a trainer.");
    let found = Match { who: "raj".parse().unwrap(), because: MatchReason::Title };
    let proposal = IntroductionProposal { wish: wish(false, ""), found };
    assert_eq!(
        why(&book, &proposal, today),
        "Sue looks for: a trainer. Raj may help, because Raj’s title is “Sales trainer”."
    );
    let words = proposed(&book, &proposal, today).unwrap();
    assert_eq!((words.button.as_str(), words.consent[1].0.as_str()), ("Ask Sue first", "Raj not asked"));
}

fn because_of(book: &Book, because: MatchReason) -> String {
    super::because(book, &Match { who: "raj".parse().unwrap(), because })
}
