use super::*;
use crate::domain::person::{Name, Person};
use crate::domain::referral::{Confidential, Outcome};
use crate::domain::touch::{Purpose, Touch};
use crate::message::script::Tone;
use crate::rules::duty::thanks_of;

const CHAIN: [(&str, &str); 5] =
    [("p1", "Connie Alvarez"), ("p2", "Christina Okafor"), ("p3", "Fred Ito"), ("p4", "Mo Farr"), ("p5", "Helen Zhao")];

/// Each brought the next one up; the last was introduced on the 9th, and said yes on the 16th if `won`.
fn book(won: bool, secret: &[usize]) -> Book {
    let mut book = Book::default();
    for (id, name) in CHAIN {
        book.put(Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }.into());
    }
    for (n, pair) in CHAIN.windows(2).enumerate() {
        let [(source, _), (prospect, _)] = pair else { continue };
        let last = n == 3;
        let on = if last { "2026-11-09".parse().ok() } else { None };
        let kind = if won && last { End::Won } else { End::Open };
        let outcome = Outcome { kind, on: "2026-11-16".parse().ok().filter(|_| won && last), ..Outcome::default() };
        let confidential = if secret.contains(&n) { Confidential::Whole } else { Confidential::No };
        let (id, source, prospect) = (id(n), source.parse().unwrap(), prospect.parse().unwrap());
        let referral = Referral { id, source, prospect, outcome, confidential, ..Referral::default() };
        book.put(Referral { introduced_on: on, ..referral }.into());
    }
    book
}

fn id(n: usize) -> ReferralId {
    format!("r{n}").parse().unwrap()
}

fn today() -> NaiveDate {
    "2026-11-25".parse().unwrap()
}

#[test]
fn b1_r60_everyone_down_to_the_base_has_a_true_sentence_of_their_own() {
    let words = words(&book(true, &[]), id(3), today()).unwrap();
    let told: Vec<String> = words
        .people
        .iter()
        .map(|one| format!("{} | {} | {} | {}", one.name, one.role, one.mark, one.sentence))
        .collect();
    assert_eq!(words.sum, "Helen Zhao said yes 9 days ago. 0 of 4 thanked.");
    assert_eq!(words.button, "Thank all 4, one after the other");
    assert_eq!(
        told,
        [
            "Mo Farr | Introduced Helen | 9 days late | Helen Zhao has said yes, and it began with you. Thank you.",
            "Fred Ito | Introduced Mo | 9 days late | Because you introduced me to Mo Farr, one thing led to another: it has led to a sale. Thank you for your part in it.",
            "Christina Okafor | Introduced Fred | 9 days late | Because you introduced me to Fred Ito, one thing led to another: it has led to a sale. Thank you for your part in it.",
            "Connie Alvarez | Introduced Christina | 9 days late | You once introduced me to Christina Okafor, and it has led to a sale. Thank you for where it began.",
        ]
    );
}

#[test]
fn b1_in_every_tone_no_two_on_a_branch_read_the_same() {
    for won in [false, true] {
        let book = book(won, &[]);
        let raised = thanks_of(&book, book.referral(id(3)).unwrap(), today());
        for tone in Tone::ALL {
            let mut bodies: Vec<String> = Vec::new();
            for (person, _) in CHAIN {
                let person = person.parse().unwrap();
                let mine: Vec<_> = raised.iter().filter(|raised| raised.person == Some(person)).cloned().collect();
                bodies.extend((!mine.is_empty()).then(|| letter(&book, person, &mine, tone, "").body));
            }
            let mut different = bodies.clone();
            different.sort();
            different.dedup();
            assert!(bodies.len() >= 3 && different.len() == bodies.len(), "{tone:?} {bodies:#?}");
        }
    }
}

#[test]
fn r63_where_it_is_confidential_the_words_are_neutral_and_each_is_still_thanked() {
    let words = words(&book(true, &[3]), id(3), today()).unwrap();
    assert_eq!(words.people.len(), 4);
    for one in &words.people {
        assert!(
            !one.sentence.is_empty() && !one.sentence.contains("Helen") && !one.sentence.contains("yes"),
            "{one:?}"
        );
        assert!(!one.sentence.contains("sale"), "{one:?}");
    }
    let further = super::words(&book(true, &[1]), id(3), today()).unwrap();
    let christina = &further.people[2];
    assert!(!christina.sentence.contains("Fred"), "whom they introduced in confidence is not named: {christina:?}");
}

#[test]
fn r60_they_are_ticked_one_by_one_and_the_next_is_known() {
    let mut book = book(false, &[]);
    let thank = |book: &mut Book, n: usize, who: &str| {
        let touch = Touch {
            id: format!("t{n}").parse().unwrap(),
            person: who.parse().unwrap(),
            on: "2026-11-20".parse().unwrap(),
            purposes: [Purpose::Thank].into(),
            about: Some(id(3)),
            ..Touch::default()
        };
        book.put(touch.into());
    };
    let waiting = |book: &Book| -> Vec<String> {
        let branch = Branch::of(book, id(3), today()).unwrap();
        branch.waiting().map(|thank| thank.person.to_string()).collect()
    };
    assert_eq!(waiting(&book), ["p3", "p2", "p1"]);
    thank(&mut book, 1, "p2");
    assert_eq!(waiting(&book), ["p3", "p1"]);
    let branch = Branch::of(&book, id(3), today()).unwrap();
    let next = |who: &str| branch.next_after(who.parse().unwrap()).map(|id| id.to_string());
    assert_eq!([next("p4"), next("p3"), next("p1")].map(Option::unwrap), ["p3", "p1", "p3"]);
    thank(&mut book, 2, "p3");
    assert_eq!(words(&book, id(3), today()).unwrap().button, "Thank Connie");
    thank(&mut book, 3, "p1");
    let all = words(&book, id(3), today()).unwrap();
    assert_eq!((all.button.as_str(), all.first), ("Everyone is thanked", None));
    let ticks: Vec<_> = all.people.iter().map(|one| (one.state, one.mark.as_str())).collect();
    assert_eq!(
        ticks,
        [
            ("", "Nothing owed"),
            ("done", "Thanked 5 days ago"),
            ("done", "Thanked 5 days ago"),
            ("done", "Thanked 5 days ago")
        ]
    );
}

#[test]
fn what_is_gone_has_no_branch() {
    let mut book = book(false, &[]);
    assert!(words(&book, id(9), today()).is_none());
    book.put(Referral { trashed: true, ..book.referral(id(3)).unwrap().clone() }.into());
    assert!(words(&book, id(3), today()).is_none());
}
