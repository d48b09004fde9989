//! The words a source can pass on: short, in the source's own voice, about me and to exactly one person (R36, R26).

use crate::domain::ask::AskAction;
use crate::domain::ask::draft::AskDraft;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::person::{Name, Person};
use crate::rules::disclosure::{Disclosure, WayOut};
use crate::rules::trust::{TrustFact, trust_facts};

/// How many letters a text message holds, more or less.
const ONE_TEXT: usize = 320;

/// The words proposed for this source to pass on, from what is known and what the draft says (R36). They say my name from
/// the settings, and what the source loves about my work (R26).
pub fn forward(book: &Book, source: PersonId, draft: &AskDraft) -> String {
    let disclosure = Disclosure::others(book, WayOut::Forward);
    let Some(person) = book.person(source) else { return String::new() };
    let mine = book.setting("choices").map(|choices| choices.my_name.trim().to_string()).unwrap_or_default();
    let me = Name::new(&mine).map(|name| name.first().to_string()).unwrap_or_default();
    let sentences = [
        opening(Some(&draft.name).filter(|name| disclosure.may_say(name)), &mine),
        experience(&disclosure, person),
        request(&draft.action, &me),
    ];
    let said: Vec<String> = sentences.into_iter().filter(|sentence| !sentence.is_empty()).collect();
    said.join(" ")
}

/// Whether the words are short enough to be read as one text message.
pub fn fits_one_text(words: &str) -> bool {
    words.chars().count() <= ONE_TEXT
}

fn opening(target: Option<&String>, mine: &str) -> String {
    let first =
        target.and_then(|target| Name::new(target).ok()).map(|name| name.first().to_string()).unwrap_or_default();
    let to = if first.is_empty() { "Hi" } else { first.as_str() };
    match mine {
        "" => format!("{to}, there is somebody I trust whom I would like you to meet."),
        mine => format!("{to}, there is somebody I would like you to meet: {mine}."),
    }
}

/// What the source knows of my work. That they bought is told only where it does not follow from what is confidential.
fn experience(disclosure: &Disclosure, source: &Person) -> String {
    let is_client =
        disclosure.tells_standing(source.id) && trust_facts(disclosure.book(), source).contains(&TrustFact::Bought);
    let loves = source.loves.trim().trim_end_matches('.');
    match (is_client, loves) {
        (true, "") => "I am a client myself.".to_string(),
        (false, "") => String::new(),
        (true, loves) => format!("I am a client myself, and this is what I value most: {loves}."),
        (false, loves) => format!("This is what I value most: {loves}."),
    }
}

fn request(action: &str, me: &str) -> String {
    let (them, theirs) = if me.is_empty() { ("them", "Their".to_string()) } else { (me, format!("{me}’s")) };
    match AskAction::of_word(action) {
        AskAction::InPerson => "May I introduce the two of you the next time we are all in one place?".to_string(),
        AskAction::Meeting => "Could the three of us talk for fifteen minutes next week?".to_string(),
        AskAction::Call => format!("Would you give {them} fifteen minutes on the phone next week?"),
        AskAction::Email => format!("I copy {them} in here, so that the two of you can find fifteen minutes."),
        AskAction::Forward => format!("{theirs} note is below, and worth your two minutes."),
        AskAction::NameOnly => format!("May I give {them} your number?"),
        AskAction::Other(_) => "Could the two of you talk for fifteen minutes next week?".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Role;
    use crate::domain::setting::Setting;

    fn book(my_name: &str, person: Person) -> Book {
        let mut book = Book::default();
        book.put(Setting { my_name: my_name.into(), ..Setting::named("choices") }.into());
        book.put(Person { id: id(), ..person }.into());
        book
    }

    fn id() -> PersonId {
        "jim".parse().unwrap()
    }

    fn asking(name: &str, action: &str) -> AskDraft {
        AskDraft { name: name.into(), action: action.into(), ..AskDraft::default() }
    }

    #[test]
    fn r36_r26_the_words_are_the_sources_own_and_say_what_they_love() {
        let client = Person {
            roles: [Role::Client].into(),
            loves: "You tell me what it costs before I ask. ".into(),
            ..Person::default()
        };
        let words = forward(&book("Maren Holt", client), id(), &asking("Naomi Feld", "meeting"));
        assert_eq!(
            words,
            "Naomi, there is somebody I would like you to meet: Maren Holt. I am a client myself, and this is what I \
             value most: You tell me what it costs before I ask. Could the three of us talk for fifteen minutes next week?"
        );
        assert!(fits_one_text(&words));
    }

    #[test]
    fn r36_every_action_has_its_request_and_needs_no_name() {
        let book = book("", Person::default());
        for action in AskAction::BY_STRENGTH.iter().map(AskAction::word).chain([""]) {
            let words = forward(&book, id(), &asking("", action));
            assert!(words.starts_with("Hi, there is somebody I trust whom I would like you to meet. "), "{words}");
            assert!(words.ends_with(['.', '?']) && !words.contains("  "), "{words}");
        }
        assert_eq!(forward(&book, "p9".parse().unwrap(), &AskDraft::default()), "");
    }

    #[test]
    fn r36_with_my_name_the_request_says_it() {
        let book = book("Ann Lee", Person { loves: "Quick".into(), ..Person::default() });
        let words = forward(&book, id(), &asking("Naomi", "call"));
        let said = "This is what I value most: Quick. Would you give Ann fifteen minutes on the phone next week?";
        assert!(words.ends_with(said), "{words}");
        assert!(forward(&book, id(), &asking("Naomi", "forward")).contains("Ann’s note is below"));
        assert!(!fits_one_text(&"a".repeat(321)));
    }
}
