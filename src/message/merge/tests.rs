use super::*;
use crate::domain::ask::{Ask, AskOutcome, Target};
use crate::domain::ideal_client::IdealClient;
use crate::domain::person::{Name, Person};
use crate::domain::referral::{Confidential, Referral};
use crate::domain::result::ResultStory;
use crate::message::letter::letter_with;
use crate::message::script::Tone;
use crate::rules::disclosure::Disclosure;

fn book(confidential: Confidential) -> Book {
    let mut book = Book::default();
    for (id, name, loves) in [("p1", "Connie Alvarez", "That it is on time.\nMore"), ("p2", "Fred Ito", "")] {
        let (name, loves) = (Name::new(name).unwrap(), loves.to_string());
        book.put(Person { id: id.parse().unwrap(), name, loves, ..Person::default() }.into());
    }
    let (source, prospect) = ("p1".parse().unwrap(), "p2".parse().unwrap());
    book.put(Referral { id: "r1".parse().unwrap(), source, prospect, confidential, ..Referral::default() }.into());
    book
}

fn script(book: &mut Book, moment: &str, text: &str) -> ChosenParts {
    let id: ScriptId = "s1".parse().unwrap();
    let (moment, text, name) = (moment.to_string(), text.to_string(), "Mine".to_string());
    book.put(Script { id, name, moment, text, ..Script::default() }.into());
    ChosenParts { script: Some(id), ..ChosenParts::default() }
}

fn raised(to: &str, duty: Duty) -> Raised {
    Raised { referral: "r1".parse().ok(), ..Raised::to(to.parse().unwrap(), duty, "2026-11-21".parse().unwrap()) }
}

fn write(book: &Book, to: &str, duty: Duty, chosen: ChosenParts) -> String {
    letter_with(book, to.parse().unwrap(), &[raised(to, duty)], Tone::Warm, chosen, None, "Ann").text("")
}

#[test]
fn r25_a_script_of_ones_own_is_filled_in_from_the_book() {
    let mut book = book(Confidential::No);
    let text = "{ first }, {prospect} said yes. You love it: {loves}. {my_name} of {name}{promise}";
    let chosen = script(&mut book, "thank-won", text);
    assert_eq!(
        write(&book, "p1", Duty::ThankWon, chosen),
        "Dear Connie,\n\nConnie, Fred Ito said yes. You love it: That it is on time. Ann of Connie Alvarez\n\nAnn"
    );
    let other = write(&book, "p1", Duty::Confirm, chosen);
    assert!(other.contains("Have you had a chance"), "a script is for its own moment: {other}");
    assert_eq!(scripts_for(&book, &[raised("p1", Duty::ThankWon)]), [("s1".to_string(), "Mine".to_string())]);
    assert_eq!(scripts_for(&book, &[raised("p1", Duty::Confirm)]), []);
    assert_eq!(scripts_for(&book, &[]), []);
}

#[test]
fn r25_what_is_missing_stays_and_is_told() {
    let mut book = book(Confidential::No);
    let chosen = script(&mut book, "ask", "{first}, is {target} one of {ideal_client}? {result}");
    let text = write(&book, "p1", Duty::Ask, chosen);
    assert!(text.contains("Connie, is {target} one of {ideal_client}? {result}"), "{text}");
    assert!(all_filled(&text).unwrap_err().starts_with("{target} is not filled in."));
    assert_eq!(all_filled("Connie, a } and a {"), Ok(()));
    let raised = raised("p1", Duty::Ask);
    let disclosure = Disclosure::to(&book, "p1".parse().unwrap());
    let merging = Merging {
        disclosure: &disclosure,
        to: "p1".parse().unwrap(),
        raised: Some(&raised),
        chosen,
        asking: None,
        my_name: "Ann",
    };
    let tones: Vec<&str> = merging.merged("{first} {target} {first}").iter().map(|merged| merged.tone).collect();
    assert_eq!(tones, ["", "late"]);
}

#[test]
fn r25_the_open_ask_says_whom_and_the_only_ideal_client_is_meant() {
    let mut book = book(Confidential::No);
    let chosen = script(&mut book, "ask", "{target}, {ideal_client}, {result}");
    let name = "Naomi Feld".to_string();
    let (person, target) = ("p1".parse().unwrap(), Some(Target { name, ..Target::default() }));
    let open = Ask { id: "a1".parse().unwrap(), person, target, ..Ask::default() };
    let declined = AskOutcome { kind: AskEnd::Declined, ..AskOutcome::default() };
    book.put(Ask { id: "a2".parse().unwrap(), outcome: declined, ..open.clone() }.into());
    book.put(open.into());
    book.put(IdealClient { id: "c1".parse().unwrap(), name: "owners".into(), ..IdealClient::default() }.into());
    let (id, after) = ("x1".parse().unwrap(), "4 days".to_string());
    book.put(ResultStory { id, after, who: "a grower".into(), ..ResultStory::default() }.into());
    let told = ChosenParts { result: Some(id.0), ..chosen };
    let text = write(&book, "p1", Duty::Ask, told);
    assert!(text.contains("Naomi Feld, owners, What it came to for a grower: 4 days"), "{text}");
    assert_eq!(text.matches("4 days").count(), 1, "it stands where the script has it, and nowhere else");
}

#[test]
fn r23_a_result_chosen_is_put_into_any_message() {
    let mut book = book(Confidential::No);
    let (id, after) = ("x1".parse().unwrap(), "4 days".to_string());
    book.put(ResultStory { id, after, who: "a grower".into(), ..ResultStory::default() }.into());
    let text = write(&book, "p1", Duty::ThankWon, ChosenParts { result: Some(id.0), ..ChosenParts::default() });
    assert!(
        text.contains("it began with you") && text.contains("\n\nWhat it came to for a grower: 4 days.\n\n"),
        "{text}"
    );
}

#[test]
fn r63_a_script_of_ones_own_gives_way_to_neutral_words_where_the_referral_is_confidential() {
    for duty in [Duty::ThankAgreed, Duty::ThankWon, Duty::Confirm, Duty::ThankReport, Duty::LastWord, Duty::ThankChain]
    {
        let mut book = book(Confidential::Whole);
        let text = "{prospect} of {source} has said yes to {name}, {next}.";
        let chosen = script(&mut book, duty.name(), text);
        let text = write(&book, "p1", duty, chosen);
        assert!(!text.contains("Fred") && !text.contains("said yes"), "{duty:?}: {text}");
        assert_eq!(all_filled(&text), Ok(()), "{duty:?}");
        let raised = raised("p1", duty);
        let disclosure = Disclosure::to(&book, "p1".parse().unwrap());
        let merging = Merging {
            disclosure: &disclosure,
            to: "p1".parse().unwrap(),
            raised: Some(&raised),
            chosen,
            asking: None,
            my_name: "Ann",
        };
        assert!(merging.merged("{prospect}").iter().all(|m| m.tone == "owed" && !m.value.contains("Fred")));
    }
    let mut book = book(Confidential::Whole);
    let chosen = script(&mut book, "follow-up", "{source} thought that we should talk.");
    let text = write(&book, "p2", Duty::FollowUp, chosen);
    assert!(text.contains("Connie Alvarez thought"), "the prospect may hear it: {text}");
}
