//! What is said before something is erased for good: it is the one act that cannot be undone.

use super::reason::{count, number};
use super::trash::called;
use crate::domain::book::Book;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::rules::erase::{Erasing, erasing};

/// The kinds whose number is told, and how one and several of them are called.
static COUNTED: [(Kind, &str, &str); 5] = [
    (Kind::Touch, "contact", "contacts"),
    (Kind::Ask, "ask", "asks"),
    (Kind::Give, "thing given or promised", "things given or promised"),
    (Kind::Plan, "plan", "plans"),
    (Kind::Introduction, "introduction", "introductions"),
];

/// The question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What is erased, as it is called.
    pub name: String,
    /// What goes with it, what stays, and where it is still to be found.
    pub told: Vec<String>,
}

/// The most who are named where many are erased.
const NAMED: usize = 5;

/// The question whether these records of one kind are to be erased; `None` where none of them is here.
pub fn question(book: &Book, kind: &Kind, ids: &[Id]) -> Option<Question> {
    let here: Vec<(Id, String)> =
        ids.iter().filter_map(|id| Some((*id, called(book, &book.record(kind, *id)?)))).collect();
    let (_, first) = here.first()?;
    let erasing = erasing(book, kind, &here.iter().map(|(id, _)| *id).collect::<Vec<_>>());
    let is_one = here.len() == 1;
    let name = if is_one { first.clone() } else { format!("{} {}", number(here.len()), many_of(kind)) };
    let who = (!is_one).then(|| named(&here));
    let told = [who, goes(&erasing, is_one), stays(&erasing, is_one), Some(elsewhere(kind, is_one))];
    Some(Question { name, told: told.into_iter().flatten().collect() })
}

/// Several of a kind.
fn many_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::Person => "people",
        Kind::Referral => "referrals",
        Kind::Ask => "asks",
        Kind::Give => "things given or promised",
        Kind::Introduction => "introductions",
        Kind::Plan => "plans",
        Kind::Event => "events",
        Kind::IdealClient => "ideal clients",
        Kind::Result => "results",
        Kind::Script => "scripts",
        Kind::Story => "stories",
        Kind::Communication => "issues of news",
        _ => "entries",
    }
}

/// The first of them by name, and how many more.
fn named(here: &[(Id, String)]) -> String {
    let names: Vec<&str> = here.iter().take(NAMED).map(|(_, name)| name.as_str()).collect();
    match here.len().saturating_sub(NAMED) {
        0 => format!("{}.", names.join("; ")),
        more => format!("{}; and {} more.", names.join("; "), number(more)),
    }
}

fn goes(erasing: &Erasing, is_one: bool) -> Option<String> {
    let many_of = |of: &Kind| erasing.gone.iter().filter(|(kind, _)| kind == of).count();
    // Of what is erased itself nothing is counted again.
    let asked = erasing.gone.first().map(|(kind, _)| kind);
    let counted = |(kind, one, many): &(Kind, &str, &str)| match many_of(kind) {
        _ if Some(kind) == asked => None,
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{} {many}", number(n))),
    };
    let mut said: Vec<String> = COUNTED.iter().filter_map(counted).collect();
    let last = said.pop()?;
    let all = if said.is_empty() { last } else { format!("{} and {last}", said.join(", ")) };
    Some(format!("With {} goes what was between you: {all}.", if is_one { "it" } else { "them" }))
}

fn stays(erasing: &Erasing, is_one: bool) -> Option<String> {
    let name = if is_one { "the name" } else { "the names" };
    match erasing.referrals {
        0 => None,
        1 => Some(format!("1 referral stays without {name}, so that the tree holds together.")),
        n => Some(format!("{} stay without {name}, so that the tree holds together.", count(n, "referral"))),
    }
}

fn elsewhere(kind: &Kind, is_one: bool) -> String {
    let it = if is_one { "it" } else { "them" };
    let notes = if *kind == Kind::Person { "What you wrote about others may still name them. " } else { "" };
    format!(
        "{notes}Backups you have made still hold {it}; another device erases {it} when it takes in a backup made after this."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::record::Record;
    use crate::domain::sample::sample;
    use crate::message::duty::reason;
    use crate::message::moment::words;
    use crate::message::nine::{heading, nine};
    use crate::rules::duty::owed;
    use crate::rules::timeline::of_person;
    use chrono::NaiveDate;
    use serde_json::{Value, json};

    fn book() -> Book {
        let mut book = Book::default();
        let mut put = |kind: &Kind, id: &str, fields: Value| {
            book.put(Record::read(kind, Id::parse(id).unwrap(), &fields.to_string()).unwrap());
        };
        put(&Kind::Person, "sue", json!({"name": "Sue Tran"}));
        put(&Kind::Person, "zoe", json!({"name": "Zoë", "trashed": true}));
        put(&Kind::Person, "solo", json!({"name": "Solo", "trashed": true}));
        for id in ["t1", "t2", "t3"] {
            put(&Kind::Touch, id, json!({"person": "zoe", "on": "2026-11-02"}));
        }
        put(&Kind::Ask, "a1", json!({"person": "zoe", "on": "2026-11-02"}));
        put(&Kind::Give, "g1", json!({"to": "zoe"}));
        put(&Kind::Give, "g2", json!({"to": "zoe"}));
        put(&Kind::Referral, "r1", json!({"source": "sue", "prospect": "zoe"}));
        book
    }

    fn asked(kind: &Kind, id: &str) -> String {
        let question =
            question(&book(), kind, &id.split(' ').map(|id| Id::parse(id).unwrap()).collect::<Vec<_>>()).unwrap();
        format!("{} | {}", question.name, question.told.join(" | "))
    }

    #[test]
    fn it_is_said_what_goes_what_stays_and_where_it_is_still_to_be_found() {
        assert_eq!(
            asked(&Kind::Person, "zoe"),
            "Zoë | With it goes what was between you: 3 contacts, 1 ask and 2 things given or promised. | \
             1 referral stays without the name, so that the tree holds together. | \
             What you wrote about others may still name them. Backups you have made still hold it; another device erases \
             it when it takes in a backup made after this."
        );
        assert!(asked(&Kind::Person, "solo").starts_with("Solo | What you wrote about others"));
        assert_eq!(
            asked(&Kind::Referral, "r1"),
            "Zoë, from Sue Tran | Backups you have made still hold it; another device erases it when it takes in a \
             backup made after this."
        );
        assert_eq!(question(&book(), &Kind::Person, &[Id::parse("nobody").unwrap()]), None);
    }

    #[test]
    fn of_several_it_is_said_who_they_are_and_what_goes_with_all_of_them() {
        assert_eq!(
            asked(&Kind::Person, "zoe solo nobody"),
            "2 people | Zoë; Solo. | With them goes what was between you: 3 contacts, 1 ask and 2 things given or \
             promised. | 1 referral stays without the names, so that the tree holds together. | What you wrote about \
             others may still name them. Backups you have made still hold them; another device erases them when it \
             takes in a backup made after this."
        );
        assert!(asked(&Kind::Give, "g1 g2").starts_with("2 things given or promised | "));
        assert!(!asked(&Kind::Give, "g1 g2").contains("With them goes"), "they are not counted beside themselves");
        let many: Vec<(Id, String)> =
            (0..7).map(|n| (Id::parse(&format!("p{n}")).unwrap(), format!("Ann {n}"))).collect();
        assert_eq!(named(&many), "Ann 0; Ann 1; Ann 2; Ann 3; Ann 4; and 2 more.");
    }

    /// What the screens say of every referral, of everyone else, and of what is owed.
    fn said(book: &Book, today: NaiveDate) -> Vec<String> {
        let mut said: Vec<String> = Vec::new();
        for referral in book.referrals() {
            let head = heading(book, referral.id, today).unwrap();
            said.extend([head.name, head.source_name]);
            let nine = nine(book, referral.id, today).unwrap();
            said.extend([nine.title, nine.why]);
            said.extend(nine.steps.into_iter().map(|step| step.sum).filter(|text| !text.is_empty()));
        }
        for owed in owed(book, today) {
            said.push(reason(book, &owed, today));
        }
        for person in book.people() {
            said.extend(of_person(book, person.id).iter().map(|moment| words(book, moment, today).what));
        }
        said
    }

    #[test]
    fn whoever_is_erased_no_sentence_has_a_hole_where_the_name_was() {
        let today = "2026-11-21".parse().unwrap();
        let mut people: Vec<Id> = Vec::new();
        for n in 0.. {
            let mut book = Book::default();
            sample(today, Session::of_bits(7)).records.into_iter().for_each(|record| book.put(record));
            people = if people.is_empty() { book.people().map(|person| person.id.0).collect() } else { people };
            let Some(id) = people.get(n) else { break };
            let gone = erasing(&book, &Kind::Person, &[*id]).gone;
            gone.iter().for_each(|(kind, id)| book.remove(kind, *id));
            for text in said(&book, today) {
                let hole = ["  ", " .", " ,", " :", "“”"].iter().any(|hole| text.contains(hole));
                assert!(!hole && !text.is_empty() && text == text.trim(), "without {id}: {text:?}");
            }
        }
        assert!(people.len() > 30);
    }
}
