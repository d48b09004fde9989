use super::*;
use crate::domain::ask::Target;
use crate::domain::give::Give;
use crate::domain::person::{Name, Person, Role};
use crate::domain::referral::Referral;

fn today() -> NaiveDate {
    "2026-11-20".parse().unwrap()
}

fn book() -> Book {
    let mut book = Book::default();
    for (id, name) in [("jim", "Jim Abernathy"), ("fred", "Fred Ito")] {
        book.put(Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }.into());
    }
    book
}

fn jim() -> PersonId {
    "jim".parse().unwrap()
}

fn told(book: &Book) -> Weighed {
    weighed(book, jim(), today()).unwrap()
}

#[test]
fn r30_b14_before_the_first_ask_nothing_is_on_the_line() {
    let told = told(&book());
    assert_eq!(told.sum, "Nothing open, nothing owed. Never asked.");
    assert_eq!((told.first.as_str(), told.trust.as_str(), told.first_owed), ("Jim", "", None));
    let facts: Vec<&str> = told.facts.iter().map(|(_, said)| said.as_str()).collect();
    assert_eq!(facts, ["None", "Never", "No referral from Jim yet", "Nothing lately"]);
    assert_eq!(weighed(&book(), "p9".parse().unwrap(), today()), None);
}

#[test]
fn r30_b14_an_open_ask_and_a_word_owed_are_said_with_what_closes_the_loop() {
    let mut book = book();
    let target = Target { name: "Naomi Feld".into(), ..Target::default() };
    let (id, on) = ("a1".parse().unwrap(), "2026-11-10".parse().unwrap());
    book.put(Ask { id, person: jim(), on, target: Some(target), ..Ask::default() }.into());
    let (source, prospect, agreed_on) = (jim(), "fred".parse().unwrap(), Some(today()));
    book.put(Referral { id: "r1".parse().unwrap(), source, prospect, agreed_on, ..Referral::default() }.into());
    let told = told(&book);
    assert_eq!(told.sum, "1 ask open, 1 word owed. Last asked 10 days ago.");
    assert_eq!(told.open_asks[0].1, "Asked 10 days ago for Naomi Feld, no answer yet");
    assert_eq!(
        told.first_owed.map(|word| (word.title, word.button)),
        Some(("Thank Jim Abernathy".into(), "Write thanks"))
    );
    let facts: Vec<&str> = told.facts.iter().map(|(_, said)| said.as_str()).collect();
    assert_eq!(facts, ["Thank-you", "10 days ago: open", "1 referral", "Nothing lately"]);
}

#[test]
fn r28_r31_what_was_given_and_why_they_can_vouch_are_said() {
    let mut book = book();
    let known = book.person(jim()).cloned().unwrap();
    book.put(Person { roles: [Role::Client].into(), satisfied_on: Some(today()), ..known }.into());
    let done_on = "2026-11-02".parse().ok();
    book.put(Give { id: "g1".parse().unwrap(), to: jim(), text: "A driver".into(), done_on, ..Give::default() }.into());
    let told = told(&book);
    assert_eq!(told.trust, "Bought from you, told you they are satisfied.");
    assert_eq!((told.given[0].said.as_str(), told.given[0].text.as_str()), ("2 Nov", "A driver"));
}

#[test]
fn b2_the_first_step_without_an_answer_is_the_one_now() {
    let text = |text: &str| text.to_string();
    let open = Gates { open_loop: true, no_trust: false };
    let draft = AskDraft::default();
    assert_eq!(progress(&draft, Gates::default()), ["done", "done", "now", "later", "later"]);
    assert_eq!(progress(&draft, open)[0], "now");
    let noted = AskDraft { loop_note: text("Leaves tomorrow"), name: text("anyone"), ..draft };
    assert_eq!(progress(&noted, open), ["done", "done", "now", "later", "later"]);
    let whole = AskDraft {
        name: text("Naomi"),
        action: text("call"),
        comfortable: text("yes"),
        confirm_how: text("tells me"),
        confirm_by: text("2026-11-25"),
        ..noted
    };
    assert_eq!(progress(&whole, open), ["done"; 5]);
    assert_eq!(progress(&AskDraft { comfortable: text("no"), ..whole }, open)[3], "now");
}

#[test]
fn r35_r37_the_action_says_how_strong_it_is_and_discomfort_what_to_do() {
    assert_eq!(strength("in person"), "6 of 6 on the ladder.");
    assert_eq!(strength("forward"), "2 of 6 on the ladder.");
    assert!(strength("name only").starts_with("Weak"));
    assert!(strength("").starts_with("An action"));
    assert!(comfort("no", "Jim").contains("lighter action"));
    assert_eq!(comfort("with changes", "Jim"), "Change the words above until they are Jim’s own.");
    assert_eq!((comfort("", "Jim"), comfort("yes", "Jim")), (String::new(), String::new()));
}
