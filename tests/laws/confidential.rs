//! Nothing confidential leaves the book: each fault that was found once, by the way out it was found in (R63, B8).

use chrono::NaiveDate;
use kith::domain::book::Book;
use kith::domain::id::{Id, PersonId, ReferralId};
use kith::domain::kind::Kind;
use kith::domain::money::{Currency, Money};
use kith::domain::person::{Mention, Name, Person, Role};
use kith::domain::referral::{Confidential, End, Outcome, Referral, SecretPart};
use kith::domain::result::ResultStory;
use kith::exchange::export::{ExportFormat, List, take};
use kith::message::letter::letter_with;
use kith::message::merge::ChosenParts;
use kith::message::playbook::{listed, told};
use kith::message::reminder::reminders;
use kith::message::script::Tone;
use kith::message::week_sheet::sheet;
use kith::rules::duty::{Duty, Raised};
use kith::rules::lists::PeopleFilter;

/// A Wednesday.
pub fn today() -> NaiveDate {
    "2026-11-18".parse().unwrap()
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn person(id: &str, name: &str) -> Person {
    Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }
}

fn referral(id: &str, source: &str, prospect: &str) -> Referral {
    let [source, prospect]: [PersonId; 2] = [source, prospect].map(|id| id.parse().unwrap());
    Referral { id: id.parse().unwrap(), source, prospect, agreed_on: day("2026-10-01"), ..Referral::default() }
}

/// Jim brought Zebulon Quillfeather of Nimbusworks, who became a client and stands first in the Hundred; Zebulon brought
/// Fred, who is to be followed up with.
fn book(confidential: Confidential) -> Book {
    let mut book = Book::default();
    book.put(person("jim", "Jim Novak").into());
    let zebulon = Person {
        organisation: Some(Mention("Nimbusworks".into())),
        roles: [Role::Client].into(),
        satisfied_on: day("2026-11-13"),
        rank: Some(1),
        ..person("zeb", "Zebulon Quillfeather")
    };
    book.put(zebulon.into());
    book.put(person("fred", "Fred Ito").into());
    let value = Some(Money { minor: 9_876_500, currency: Currency::USD });
    let outcome = Outcome { kind: End::Won, on: day("2026-11-17"), value, ..Outcome::default() };
    book.put(Referral { confidential, outcome, ..referral("r1", "jim", "zeb") }.into());
    book.put(Referral { introduced_on: day("2026-11-15"), ..referral("r2", "zeb", "fred") }.into());
    let text = str::to_string;
    let (who, before, after) = (text("a grower of clouds"), text("58 days"), text("21 days"));
    let (id, person) = ("x1".parse().unwrap(), "zeb".parse().ok());
    book.put(ResultStory { id, person, who, before, after, may_name: true, ..ResultStory::default() }.into());
    book
}

fn silent(text: &str) {
    for mark in ["Zebulon", "Quillfeather", "Nimbusworks", "98765", "clouds", "58 days", "21 days"] {
        assert!(!text.contains(mark), "{mark} in {text}");
    }
}

fn owed_as_calendar(book: &Book) -> String {
    reminders(book, today()).iter().map(|one| format!("{one:?}\n")).collect()
}

fn owed_as_table(book: &Book) -> String {
    take(book, &List::Owed, ExportFormat::Csv, today()).text.to_string()
}

#[test]
fn r63_what_is_owed_names_nobody_in_confidence_where_they_are_the_source_of_another() {
    let open = book(Confidential::No);
    assert!(owed_as_table(&open).contains("Zebulon Quillfeather introduced you 3 days ago."));
    let secret = book(Confidential::Whole);
    silent(&owed_as_table(&secret));
    silent(&owed_as_calendar(&secret));
    silent(&format!("{:?}", sheet(&secret, today())));
    assert!(format!("{:?}", sheet(&secret, today())).contains("what: \"Confidential\""));
}

#[test]
fn r63_where_only_the_stage_is_confidential_no_export_says_what_follows_from_it() {
    let people = List::People(PeopleFilter::default());
    let everything = |book: &Book| {
        let forms = [ExportFormat::Csv, ExportFormat::VCard3, ExportFormat::VCard4]
            .map(|form| take(book, &people, form, today()).text.to_string());
        format!("{}{}{}", forms.concat(), owed_as_table(book), owed_as_calendar(book))
    };
    let told = everything(&book(Confidential::No));
    assert!(
        told.contains("\"client\"")
            && told.contains("KITH-ROLES:client")
            && told.contains("2026-11-13")
            && told.contains("2026-11-17"),
        "{told}"
    );
    let secret = everything(&book(Confidential::Parts([SecretPart::Stage].into())));
    assert!(secret.contains("Zebulon Quillfeather"), "who they are is no secret");
    for mark in ["\"client\"", "KITH-ROLES", "2026-11-13", "2026-11-17", "thank-won", "said yes"] {
        assert!(!secret.contains(mark), "{mark} in {secret}");
    }
}

#[test]
fn r63_a_result_chosen_in_a_message_says_nothing_of_who_came_in_confidence() {
    let written = |confidential| {
        let chosen = ChosenParts { result: Id::parse("x1").ok(), ..ChosenParts::default() };
        let to: PersonId = "fred".parse().unwrap();
        let raised = [Raised::to(to, Duty::KeepInTouch, today())];
        letter_with(&book(confidential), to, &raised, Tone::Warm, chosen, None, "Ann").text("")
    };
    assert!(written(Confidential::No).contains("58 days"));
    silent(&written(Confidential::Whole));
    silent(&written(Confidential::Parts([SecretPart::Stage].into())));
}

#[test]
fn r63_the_pages_of_stories_and_results_name_nobody_in_confidence() {
    let partial_book = |confidential| {
        let mut book = book(confidential);
        let outcome = Outcome { kind: End::Won, on: day("2026-11-10"), ..Outcome::default() };
        let won = Referral { outcome, ..book.referral("r2".parse::<ReferralId>().unwrap()).unwrap().clone() };
        book.put(won.into());
        let of = |kind: Kind| listed(&book, &kind, false).into_iter().map(move |id| (kind.clone(), id));
        let all: Vec<_> = of(Kind::Story).chain(of(Kind::Result)).collect();
        all.into_iter().map(|(kind, id)| format!("{:?}\n", told(&book, &kind, id))).collect::<String>()
    };
    let open = partial_book(Confidential::No);
    assert!(open.contains("Fred Ito, through Zebulon Quillfeather") && open.contains("58 days"), "{open}");
    let secret = partial_book(Confidential::Whole);
    assert!(secret.contains("Fred Ito, through Confidential"), "{secret}");
    silent(&secret);
}
