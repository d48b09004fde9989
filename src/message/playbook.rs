//! Your words as the screen tells them: ideal clients, results, stories, scripts of one's own, and those that come with Kith.

mod card;
mod moments;
mod proof;
mod stories;
mod topics;

pub use card::{AskCard, ask_card};
pub use moments::{built_in, moment, moments, start};
pub use proof::{proof_words, proofs, result_words, stories_to_tell};
pub use stories::not_told;
pub use topics::{Topic, TopicStatus, heard, topics};

use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::{Id, ReferralId};
use crate::domain::ideal_client::IdealClient;
use crate::domain::kind::Kind;
use crate::domain::order::sort_by_key;
use crate::domain::record::Record;
use crate::domain::result::ResultStory;
use crate::domain::script::Script;
use crate::rules::disclosure::{CONFIDENTIAL, Disclosure, WayOut};

/// One ideal client, result or script as the screen tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlaybookEntry {
    /// What it is called.
    pub title: String,
    /// A line of sense; may be empty.
    pub line: String,
    /// The tone and words of its tag; the words may be empty.
    pub tag: (&'static str, String),
    /// What is known of it, each with its label.
    pub facts: Vec<(&'static str, String)>,
    /// The words themselves, or what to do next; may be empty.
    pub text: String,
}

/// The ideal clients, results or scripts by name, or the stories, the latest first: those kept, or those in the trash
/// (R23, R24, R25, R71).
pub fn listed(book: &Book, kind: &Kind, trashed: bool) -> Vec<Id> {
    if *kind == Kind::Story {
        return stories::listed(book, trashed);
    }
    let mut all: Vec<(String, Id)> =
        book.records(kind, trashed).iter().map(|record| (fold(&kept(book, record).title), record.id())).collect();
    sort_by_key(&mut all, Clone::clone);
    all.into_iter().map(|(_, id)| id).collect()
}

/// Returns the list as choices, as (id, name): one that chooses none comes first, under this label (R23, R24).
pub fn choices(book: &Book, kind: &Kind, none: &str) -> Vec<(String, String)> {
    let all = listed(book, kind, false).into_iter().map(|id| (id.to_string(), told(book, kind, id).title));
    std::iter::once((String::new(), none.to_string())).chain(all).collect()
}

/// One of them; empty when it is gone.
pub fn told(book: &Book, kind: &Kind, id: Id) -> PlaybookEntry {
    match kind {
        Kind::Story => stories::told(book, ReferralId(id)),
        kind => book.record(kind, id).map(|record| kept(book, &record)).unwrap_or_default(),
    }
}

fn kept(book: &Book, record: &Record) -> PlaybookEntry {
    match record {
        Record::IdealClient(client) => ideal_client(client),
        Record::Result(result) => story(book, result),
        Record::Script(script) => own(script),
        _ => PlaybookEntry::default(),
    }
}

fn ideal_client(client: &IdealClient) -> PlaybookEntry {
    let facts = [
        ("Who decides", &client.titles),
        ("Company", &client.company),
        ("Size", &client.size),
        ("Place", &client.place),
        ("Trigger", &client.trigger),
        ("Problem", &client.problem),
        ("For example", &client.examples),
        ("Not a fit", &client.not_fit),
    ];
    let missing = client.missing();
    let text = match missing.as_slice() {
        [] => String::new(),
        ["two named examples"] => "Name two, and people will think of a third.".to_string(),
        missing => {
            format!("Still missing: {}. The more of it they hear, the sooner they think of somebody.", join(missing))
        }
    };
    PlaybookEntry {
        title: client.name.clone(),
        line: first_line([&client.problem, &client.trigger, &client.company]),
        tag: ("owed", lacking(client, &missing)),
        facts: said(facts),
        text,
    }
}

/// What an ideal client lacks most, in two or three words.
fn lacking(client: &IdealClient, missing: &[&str]) -> String {
    let examples = client.examples.lines().filter(|line| !line.trim().is_empty()).count();
    match (examples, missing.first()) {
        (0, _) => "No examples".to_string(),
        (1, _) => "One example".to_string(),
        (_, Some(what)) => format!("Without {what}"),
        (_, None) => String::new(),
    }
}

fn story(book: &Book, result: &ResultStory) -> PlaybookEntry {
    let disclosure = Disclosure::others(book, WayOut::Playbook);
    let Some(text) = result_words(&disclosure, result) else { return withheld() };
    let name = result.person.and_then(|id| disclosure.told_name(id)).map(str::to_string);
    let facts =
        [("Before", &result.before), ("After", &result.after), ("Number", &result.number), ("Unnamed", &result.who)];
    let (tone, tag) = match (&name, result.may_name) {
        (Some(_), true) => ("done", "May be named"),
        _ => ("calm", "Told without a name"),
    };
    let line = match result.number.as_str() {
        "" => first_line([&result.after, &result.before, &result.number]),
        number => number.to_string(),
    };
    PlaybookEntry {
        title: name.unwrap_or_else(|| result.who.clone()),
        line,
        tag: (tone, tag.to_string()),
        facts: said(facts),
        text,
    }
}

/// A result that goes into no message, and whose page names nobody either: it can be printed and shown (R63).
fn withheld() -> PlaybookEntry {
    PlaybookEntry {
        title: CONFIDENTIAL.to_string(),
        line: "They came to you in confidence, so this result goes into no message.".to_string(),
        tag: ("calm", "Not told".to_string()),
        ..PlaybookEntry::default()
    }
}

fn own(script: &Script) -> PlaybookEntry {
    PlaybookEntry {
        title: script.name.clone(),
        line: first_line([&script.text, &script.subject, &script.text]),
        tag: ("calm", moment(&script.moment).to_string()),
        facts: said([("Subject", &script.subject)]),
        text: script.text.clone(),
    }
}

fn said<const N: usize>(facts: [(&'static str, &String); N]) -> Vec<(&'static str, String)> {
    facts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| (label, text.clone())).collect()
}

/// The first line of the first of these that says something.
fn first_line(texts: [&String; 3]) -> String {
    texts.into_iter().filter_map(|text| text.lines().next()).next().unwrap_or_default().to_string()
}

/// A few things in a row: `a, b and c`.
fn join(parts: &[&str]) -> String {
    match parts {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        parts => parts.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person};

    fn text(text: &str) -> String {
        text.to_string()
    }

    #[test]
    fn r24_an_ideal_client_says_that_examples_are_missing() {
        let owners = IdealClient {
            name: text("Owners"),
            titles: text("Owner"),
            company: text("Makers"),
            problem: text("Fees above 1%\nand nobody to ask"),
            ..IdealClient::default()
        };
        let check = |examples: &str, tag: &str, says: &str| {
            let kept = ideal_client(&IdealClient { examples: text(examples), ..owners.clone() });
            assert_eq!((kept.tag.1.as_str(), kept.text.as_str()), (tag, says), "{examples}");
            assert_eq!(kept.line, "Fees above 1%");
        };
        check("", "No examples", "Name two, and people will think of a third.");
        check("Ana Ruiz", "One example", "Name two, and people will think of a third.");
        check("Ana Ruiz\nMo Ali", "", "");
        let bare = ideal_client(&IdealClient { titles: String::new(), examples: text("a\nb"), ..owners });
        assert_eq!(bare.tag.1, "Without job titles");
        assert!(bare.text.starts_with("Still missing: job titles. "));
        assert_eq!(join(&["a", "b", "c"]), "a, b and c");
    }

    #[test]
    fn r23_r25_your_words_are_listed_by_name_and_the_trash_apart() {
        let mut book = Book::default();
        for (id, name, trashed) in [("s1", "Zest", false), ("s2", "élan", false), ("s3", "Old", true)] {
            let script = Script { name: text(name), moment: text("update"), text: text("Hi"), ..Script::default() };
            book.put(Script { id: id.parse().unwrap(), trashed, ..script }.into());
        }
        let titles = |trashed| {
            let all = listed(&book, &Kind::Script, trashed);
            all.into_iter().map(|id| told(&book, &Kind::Script, id).title).collect::<Vec<_>>()
        };
        assert_eq!(titles(false), ["élan", "Zest"]);
        assert_eq!(titles(true), ["Old"]);
        assert_eq!(told(&book, &Kind::Script, Id::parse("s1").unwrap()).tag.1, "How it goes");
        assert_eq!(told(&book, &Kind::Script, Id::parse("s9").unwrap()), PlaybookEntry::default());
    }

    #[test]
    fn r23_a_result_says_whether_they_may_be_named() {
        let mut book = Book::default();
        let name = Name::new("Fred Ito").unwrap();
        book.put(Person { id: "p1".parse().unwrap(), name, ..Person::default() }.into());
        let fred = ResultStory {
            person: "p1".parse().ok(),
            who: text("a grower"),
            after: text("88%"),
            may_name: true,
            ..ResultStory::default()
        };
        let kept = story(&book, &fred);
        assert_eq!((kept.title.as_str(), kept.tag.1.as_str(), kept.line.as_str()), ("Fred Ito", "May be named", "88%"));
        let kept = story(&book, &ResultStory { may_name: false, ..fred });
        assert_eq!(kept.tag.1, "Told without a name");
        assert!(!kept.text.contains("Fred"), "{}", kept.text);
    }
}
