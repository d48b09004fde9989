//! What is told to many: whatever the book holds, no story and no block of addresses has a string of what is confidential
//! in it, and no story names somebody who may not be named (R63, R70, R71).

use super::given::cases;
use kith::domain::book::Book;
use kith::domain::id::{PersonId, ReferralId};
use kith::domain::money::{Currency, Money};
use kith::domain::person::{Mention, Name, Person, Reach, ReachKind};
use kith::domain::referral::{Confidential, End, Outcome, Referral, SecretPart};
use kith::domain::result::ResultStory;
use kith::domain::sorted_set::SortedSet;
use kith::domain::story::Story;
use kith::message::news::{Between, blocks};
use kith::message::playbook::proof_words;
use kith::message::story::{proposed, story_words};
use kith::rules::disclosure::{Disclosure, WayOut};
use kith::rules::news::mailing;
use kith::rules::story::{Leave, leave, people};
use proptest::collection::vec;
use proptest::prelude::*;

/// How many people there are; their numbers have one digit, so that no mark is the beginning of another.
const PEOPLE: usize = 7;

fn person(n: usize) -> PersonId {
    format!("p{n}").parse().unwrap()
}

fn marks(n: usize) -> [String; 4] {
    [format!("Zebulon{n}"), format!("Quill{n}x"), format!("Nimbus{n}works"), format!("zeb{n}@")]
}

/// Everyone of a book, each marked, each on the list.
fn everyone(book: &mut Book) {
    for n in 0..PEOPLE {
        let [first, last, place, mail] = marks(n);
        let name = Name::new(&format!("{first} {last}")).unwrap();
        let reach = vec![Reach { kind: ReachKind::Email, label: String::new(), value: format!("{mail}x.example") }];
        let (organisation, lists) = (Some(Mention(place)), ["Letter".to_string()].into());
        book.put(Person { id: person(n), name, reach, organisation, lists, ..Person::default() }.into());
    }
}

type Edge = (usize, usize, u8, bool);

fn refer(book: &mut Book, edges: &[Edge]) {
    for (n, (source, prospect, secret, won)) in edges.iter().enumerate() {
        let confidential = match secret {
            0 => Confidential::Whole,
            1 => Confidential::Parts([SecretPart::Stage].into()),
            2 => Confidential::Parts([SecretPart::Amount].into()),
            _ => Confidential::No,
        };
        let value = Some(Money { minor: 9_876_500, currency: Currency::USD });
        let kind = if *won { End::Won } else { End::Open };
        let outcome =
            Outcome { kind, value, on: "2026-11-02".parse().ok(), why: "Wherefore".into(), ..Outcome::default() };
        let id: ReferralId = format!("r{n}").parse().unwrap();
        let (source, prospect) = (person(*source), person(*prospect));
        let (said, why) = ("Sayso".to_string(), "Wherefore".to_string());
        book.put(Referral { id, source, prospect, confidential, outcome, said, why, ..Referral::default() }.into());
    }
}

/// Words that may have been written for a story: harmless, or with a mark of somebody.
fn words(mark: Option<(usize, usize)>) -> String {
    mark.map_or_else(
        || "All is well.".to_string(),
        |(n, which)| format!("All is well with {}, they say.", marks(n)[which % 3]),
    )
}

fn check(book: &Book, edges: &[Edge], ticked: &SortedSet<PersonId>) {
    let is_secret = |n: usize| edges.iter().any(|(_, prospect, secret, _)| *prospect == n && *secret == 0);
    let silent = |text: &str, what: &str| {
        for n in (0..PEOPLE).filter(|n| is_secret(*n)) {
            assert!(marks(n).iter().all(|mark| !text.contains(mark)), "{what} tells of {n}: {text}");
        }
        assert!(!text.contains("Sayso") && !text.contains("Wherefore") && !text.contains("98"), "{what}: {text}");
    };
    for n in 0..edges.len() {
        let id: ReferralId = format!("r{n}").parse().unwrap();
        let referral = book.referral(id).unwrap();
        for text in [
            story_words(book, id),
            proof_words(&Disclosure::others(book, WayOut::Message), id.0),
            Some(proposed(book, id, ticked)),
        ]
        .into_iter()
        .flatten()
        {
            silent(&text, "a story");
        }
        let named = book.story(id).map(|story| &story.named);
        let Some(told) = story_words(book, id) else { continue };
        for one in people(book, referral).into_iter().filter(|one| leave(book, *one, named) != Leave::Yes) {
            let name = book.person(one).unwrap().name.as_str();
            assert!(!told.contains(name), "{name} may not be named: {told}");
        }
    }
    for between in Between::ALL {
        for (label, text) in blocks(&mailing(book, "Letter", &SortedSet::new()), between) {
            silent(&format!("{label} {text}"), "a block of addresses");
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn r70_r71_r63_nothing_confidential_is_told_to_many(
        edges in vec((0..PEOPLE, 0..PEOPLE, 0..8_u8, any::<bool>()), 1..10),
        results in vec((0..PEOPLE, any::<bool>(), proptest::option::of((0..PEOPLE, 0..3_usize))), 0..4),
        stories in vec((0..10_usize, proptest::option::of((0..PEOPLE, 0..3_usize)), vec(0..PEOPLE, 0..4)), 0..6),
        ticked in vec(0..PEOPLE, 0..4),
    ) {
        let mut book = Book::default();
        everyone(&mut book);
        refer(&mut book, &edges);
        for (n, (of, may_name, mark)) in results.into_iter().enumerate() {
            let (after, id) = (words(mark), format!("x{n}").parse().unwrap());
            let who = if may_name { String::new() } else { words(mark) };
            book.put(ResultStory { id, person: Some(person(of)), who, after, may_name, ..ResultStory::default() }.into());
        }
        for (of, mark, named) in stories.into_iter().filter(|(of, ..)| *of < edges.len()) {
            let named = named.into_iter().map(person).collect();
            let (id, text) = (format!("r{of}").parse().unwrap(), words(mark));
            book.put(Story { id, text, named, ..Story::default() }.into());
        }
        let ticked: SortedSet<PersonId> = ticked.into_iter().map(person).collect();
        check(&book, &edges, &ticked);
    }
}

#[test]
fn r71_what_is_not_confidential_is_told_so_that_the_law_can_fail() {
    let mut book = Book::default();
    everyone(&mut book);
    refer(&mut book, &[(0, 1, 7, true)]);
    let told = proposed(&book, "r0".parse().unwrap(), &[person(0), person(1)].into());
    assert!(told.contains("Zebulon0 Quill0x") && told.contains("Zebulon1 Quill1x"), "{told}");
    let pasted = blocks(&mailing(&book, "Letter", &SortedSet::new()), Between::Comma);
    assert!(pasted[0].1.contains("zeb1@x.example"), "{pasted:?}");
}
