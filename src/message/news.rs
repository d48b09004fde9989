//! News in words: the issues, the lists, the addresses to paste, and who is left out and why (R70).

use super::profile::work;
use super::reason::{count, date, number};
use super::web_link::WebLink;
use crate::domain::book::Book;
use crate::domain::communication::Communication;
use crate::domain::id::{CommunicationId, PersonId};
use crate::domain::sorted_set::SortedSet;
use crate::rules::news::choosing::Candidate;
use crate::rules::news::{
    BLOCK, LeftOut, Mailing, have_it, last_heard, mailing, news_to, on_list, pace, sendings, still_to_send,
};
use chrono::NaiveDate;

/// What stands between two addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Between {
    /// A comma, as the standard has it (RFC 5322 §3.4).
    #[default]
    Comma,
    /// A semicolon, as Outlook wants it unless it is told otherwise.
    Semicolon,
}

impl Between {
    /// Both.
    pub const ALL: [Between; 2] = [Between::Comma, Between::Semicolon];

    /// The value in an address: nothing for what is shown without being asked for.
    pub fn address(self) -> &'static str {
        if self == Between::Comma { "" } else { "semicolon" }
    }

    /// The label on the screen.
    pub fn label(self) -> &'static str {
        if self == Between::Comma { "Commas" } else { "Semicolons (Outlook)" }
    }

    /// The one of an address.
    pub fn of_address(text: &str) -> Between {
        if text == Between::Semicolon.address() { Between::Semicolon } else { Between::Comma }
    }
}

/// The addresses to paste as BCC, in blocks that a mail program takes, each with what its button is called (R70).
pub fn blocks(mailing: &Mailing, between: Between) -> Vec<(String, String)> {
    let separator = if between == Between::Comma { ", " } else { "; " };
    let all = mailing.addresses.len();
    let one_by_one = |(n, block): (usize, &[String])| {
        let first = n * BLOCK + 1;
        let label = match (all <= BLOCK, block.len()) {
            (true, 1) => "Copy the address".to_string(),
            (true, n) => format!("Copy {n} addresses"),
            (false, n) => format!("Copy {} to {}", number(first), number(first + n - 1)),
        };
        (label, block.join(separator))
    };
    mailing.addresses.chunks(BLOCK).enumerate().map(one_by_one).collect()
}

/// An issue as the screen tells it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IssueWords {
    /// What it is called.
    pub name: String,
    /// A line of sense: its list, and when it went out to how many.
    pub line: String,
    /// The tone and words of its tag.
    pub tag: (&'static str, &'static str),
    /// Where it can be read, where that is an address of the web.
    pub link: Option<WebLink>,
    /// What it says.
    pub text: String,
    /// How many have it, and how many of its list it is for.
    pub have: (usize, usize),
    /// How many have it, in hundredths of its list.
    pub percent: usize,
    /// Who has it, each time it went out: when, and their names.
    pub went: Vec<(String, String)>,
    /// How many can have it and do not yet.
    pub waiting: usize,
    /// Whether it went out at all.
    pub is_sent: bool,
    /// Who is left out, by the reason, with their names.
    pub left_out: Vec<(&'static str, String)>,
}

/// An issue as the screen tells it; empty when it is gone (R70).
pub fn issue(book: &Book, id: CommunicationId, today: NaiveDate) -> IssueWords {
    let Some(kept) = book.communication(id) else { return IssueWords::default() };
    let all = sendings(book, id);
    let (has, waiting) = (have_it(book, id).len(), still_to_send(book, id));
    let of = has + waiting.to.len();
    let tag = match (all.is_empty(), waiting.to.is_empty()) {
        (true, _) => ("owed", "Not sent yet"),
        (false, true) => ("done", "Everyone has it"),
        (false, false) => ("calm", "Not with everyone"),
    };
    IssueWords {
        name: kept.name.clone(),
        line: format!("{}: {}", kept.list, when(&all, today)),
        tag,
        link: WebLink::new(&kept.link),
        text: kept.text.clone(),
        have: (has, of),
        percent: (has * 100).checked_div(of).unwrap_or_default(),
        went: all.iter().map(|sending| went(book, sending, today)).collect(),
        waiting: waiting.to.len(),
        is_sent: !all.is_empty(),
        left_out: reasons(book, &waiting.left_out),
    }
}

/// `28 October to 61 people, then 20 November to 19`.
fn when(all: &[&Communication], today: NaiveDate) -> String {
    let mut said = String::new();
    for sending in all {
        let on = sending.on.map(|day| date(day, today)).unwrap_or_default();
        match said.is_empty() {
            true => said = format!("{on} to {}", count(sending.to.len(), "person")),
            false => said.push_str(&format!(", then {on} to {}", number(sending.to.len()))),
        }
    }
    if said.is_empty() { "not sent yet".to_string() } else { said }
}

fn went(book: &Book, sending: &Communication, today: NaiveDate) -> (String, String) {
    let on = sending.on.map(|day| date(day, today)).unwrap_or_default();
    (on, names(book, sending.to.iter().copied()))
}

/// People in a line, each by name; those who were erased are counted.
fn names(book: &Book, people: impl Iterator<Item = PersonId>) -> String {
    let (mut known, mut erased): (Vec<String>, usize) = (Vec::new(), 0);
    for id in people {
        match book.person(id) {
            Some(person) => known.push(person.name.to_string()),
            None => erased += 1,
        }
    }
    if erased > 0 {
        known.push(format!("{} erased since", number(erased)));
    }
    known.join(", ")
}

const REASONS: [(LeftOut, &str); 7] = [
    (LeftOut::NoAddress, "No e-mail address"),
    (LeftOut::BadAddress, "An address that cannot be right"),
    (LeftOut::NoNews, "Asked for no news"),
    (LeftOut::DoNotContact, "No messages wanted"),
    (LeftOut::Shared, "Somebody with the same address asked for no news"),
    (LeftOut::InConfidence, "In confidence: write to them by themselves"),
    (LeftOut::InTrash, "In the trash"),
];

fn reasons(book: &Book, left_out: &[(PersonId, LeftOut)]) -> Vec<(&'static str, String)> {
    let of = |reason: LeftOut| left_out.iter().filter(move |(_, why)| *why == reason).map(|(id, _)| *id);
    let told = REASONS.iter().map(|(reason, label)| (*label, names(book, of(*reason))));
    told.filter(|(_, names)| !names.is_empty()).collect()
}

/// How often news goes out, and when the next would be due (R70).
pub fn rhythm(book: &Book, today: NaiveDate) -> String {
    match pace(book) {
        None => {
            "From the second issue on it says here how often you write, and when the next would be due.".to_string()
        }
        Some((days, next)) => {
            let every = match (days, days / 7) {
                (0..=1, _) => "every day".to_string(),
                (2..=13, _) => format!("every {}", count(usize::try_from(days).unwrap_or_default(), "day")),
                (_, weeks) => format!("every {}", count(usize::try_from(weeks).unwrap_or_default(), "week")),
            };
            let due = if next < today { "would have been due" } else { "would be due" };
            format!("You have sent one {every}. The next {due} on {}.", date(next, today))
        }
    }
}

/// Somebody beside a list, as the screen tells it: their name, and what they do or why news cannot reach them (R70).
pub fn beside(book: &Book, one: &Candidate) -> (String, String) {
    let Some(person) = book.person(one.person) else { return Default::default() };
    let why = match one.left_out {
        None => return (person.name.to_string(), work(book, person)),
        Some(why) => REASONS.iter().find(|(reason, _)| *reason == why).map_or("", |(_, label)| *label),
    };
    (person.name.to_string(), format!("No news reaches them. {why}."))
}

/// How many are shown beside a list, and how many of them are on it: `12 people shown, 5 of them on the list`.
pub fn shown(all: &[Candidate]) -> String {
    let on = all.iter().filter(|one| one.is_on).count();
    format!("{} shown, {} of them on the list", count(all.len(), "person"), number(on))
}

/// What stands at the head of a list: how many are on it, and how many of them news reaches (R70).
pub fn list_lead(book: &Book, list: &str) -> String {
    let all = on_list(book, list);
    let reached = mailing(book, list, &SortedSet::new()).to.len();
    match (all, reached) {
        (0, _) => "Nobody is on it yet. Tick whoever likes to hear from you.".to_string(),
        (all, reached) if all == reached => format!("{}, all within reach.", count(all, "person")),
        (all, reached) => format!("{}, {} of them within reach.", count(all, "person"), number(reached)),
    }
}

/// The lists by name, each with how many are on it (R70).
pub fn lists(book: &Book) -> Vec<(String, String)> {
    let told = |list: String| {
        let on_it = count(on_list(book, &list), "person");
        (list, on_it)
    };
    book.lists().into_iter().map(told).collect()
}

/// One person and news: the lists with whether they are on each, the day they asked for none, and what they had last (R70).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewsOf {
    /// What to call them.
    pub first: String,
    /// Every list, and whether they are on it.
    pub lists: Vec<(String, bool)>,
    /// The day they asked for no news, as a field has it; empty where they did not.
    pub none_since: String,
    /// What they had last, and the day of the last word, news included; empty where they had none.
    pub last: String,
}

/// One person and news; nothing of somebody who is not in the book.
pub fn of_person(book: &Book, id: PersonId, today: NaiveDate) -> NewsOf {
    let Some(person) = book.person(id) else { return NewsOf::default() };
    let had = news_to(book, id);
    let heard = last_heard(book, id).map(|day| date(day, today));
    let last = match (had.first(), heard) {
        (Some(issue), Some(heard)) => {
            let on = issue.on.map(|day| date(day, today)).unwrap_or_default();
            format!("Last news: {}, {on}. Last word, news included: {heard}.", issue.name)
        }
        _ => String::new(),
    };
    NewsOf {
        first: person.name.first().to_string(),
        lists: book.lists().into_iter().map(|list| (list.clone(), person.lists.contains(&list))).collect(),
        none_since: person.no_news_on.map(|day| day.to_string()).unwrap_or_default(),
        last,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person, Reach, ReachKind};

    fn book(people: usize) -> Book {
        let mut book = Book::default();
        for n in 0..people {
            let (id, name) = (format!("p{n:03}").parse().unwrap(), Name::new(&format!("Person {n:03}")).unwrap());
            let reach = vec![Reach { kind: ReachKind::Email, label: String::new(), value: format!("p{n}@x.example") }];
            let lists = ["Letter".to_string()].into();
            book.put(Person { id, name, reach, lists, ..Person::default() }.into());
        }
        book
    }

    fn send(book: &mut Book, id: &str, on: &str, to: std::ops::Range<usize>, again: Option<&str>) {
        let to: SortedSet<PersonId> = to.map(|n| format!("p{n:03}").parse().unwrap()).collect();
        let (name, list) = ("Plan limits".to_string(), "Letter".to_string());
        let again = again.and_then(|id| id.parse().ok());
        let id = id.parse().unwrap();
        book.put(Communication { id, name, list, on: on.parse().ok(), to, again, ..Default::default() }.into());
    }

    fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    #[test]
    fn r70_addresses_come_in_blocks_that_a_mail_server_must_take() {
        let mut book = book(185);
        send(&mut book, "n1", "", 0..0, None);
        let waiting = still_to_send(&book, "n1".parse().unwrap());
        let told = blocks(&waiting, Between::Comma);
        let labels: Vec<&str> = told.iter().map(|(label, _)| label.as_str()).collect();
        assert_eq!(labels, ["Copy 1 to 90", "Copy 91 to 180", "Copy 181 to 185"]);
        let all: Vec<&str> = told.iter().flat_map(|(_, text)| text.split(", ")).collect();
        assert_eq!((all.len(), all[0], all[184]), (185, "p0@x.example", "p184@x.example"));
        let few = Mailing { addresses: vec!["a@x.example".into(), "b@x.example".into()], ..Mailing::default() };
        assert_eq!(
            blocks(&few, Between::Semicolon),
            [("Copy 2 addresses".into(), "a@x.example; b@x.example".to_string())]
        );
        let one = Mailing { addresses: vec!["a@x.example".into()], ..Mailing::default() };
        assert_eq!(blocks(&one, Between::Comma)[0].0, "Copy the address");
        assert_eq!(blocks(&Mailing::default(), Between::Comma), []);
        assert_eq!(Between::ALL.map(|one| Between::of_address(one.address())), Between::ALL);
    }

    #[test]
    fn r70_an_issue_says_when_it_went_to_how_many_and_who_is_without_it() {
        let mut book = book(5);
        let n1 = "n1".parse().unwrap();
        send(&mut book, "n1", "", 0..0, None);
        let told = issue(&book, n1, today());
        assert_eq!((told.line.as_str(), told.tag.1, told.have), ("Letter: not sent yet", "Not sent yet", (0, 5)));
        send(&mut book, "n1", "2026-10-28", 0..3, None);
        send(&mut book, "n2", "2026-11-20", 3..4, Some("n1"));
        let last = book.person("p004".parse().unwrap()).unwrap().clone();
        book.put(Person { reach: Vec::new(), ..last }.into());
        let told = issue(&book, n1, today());
        assert_eq!(told.line, "Letter: 28 October to 3 people, then 20 November to 1");
        assert_eq!((told.have, told.percent, told.waiting, told.tag.1), ((4, 4), 100, 0, "Everyone has it"));
        assert_eq!(told.left_out, [("No e-mail address", "Person 004".to_string())]);
        assert_eq!(told.went[1], ("20 November".into(), "Person 003".to_string()));
        book.remove(&crate::domain::kind::Kind::Person, "p003".parse::<PersonId>().unwrap().0);
        assert_eq!(issue(&book, n1, today()).went[1].1, "1 erased since");
        assert_eq!(issue(&book, "n9".parse().unwrap(), today()), IssueWords::default());
    }

    #[test]
    fn r70_a_link_is_followed_only_into_the_web() {
        let mut book = book(1);
        for (link, expected) in [("https://x.example/a", true), ("javascript:alert(1)", false), ("", false)] {
            let id = "n1".parse().unwrap();
            book.put(Communication { id, link: link.into(), ..Default::default() }.into());
            assert_eq!(issue(&book, id, today()).link.is_some(), expected, "{link}");
        }
    }

    #[test]
    fn r70_a_list_says_how_many_are_on_it_and_within_reach() {
        use crate::rules::news::choosing::Choosing;
        let mut book = book(2);
        assert_eq!(list_lead(&book, "Letter"), "2 people, all within reach.");
        assert!(list_lead(&book, "Other").starts_with("Nobody is on it yet."));
        let one = book.person("p000".parse().unwrap()).unwrap().clone();
        book.put(Person { reach: Vec::new(), title: "CFO".into(), ..one }.into());
        assert_eq!(list_lead(&book, "Letter"), "2 people, 1 of them within reach.");
        let choosing = Choosing { list: "Letter".into(), ..Choosing::default() };
        let all = crate::rules::news::choosing::shown(&book, &choosing);
        assert_eq!(shown(&all), "2 people shown, 2 of them on the list");
        assert_eq!(beside(&book, &all[0]).1, "No news reaches them. No e-mail address.");
        assert_eq!(beside(&book, &all[1]), ("Person 001".to_string(), String::new()));
    }

    #[test]
    fn r70_how_often_news_goes_out_is_told() {
        let mut book = book(1);
        assert!(rhythm(&book, today()).starts_with("From the second issue on"));
        send(&mut book, "n1", "2026-09-09", 0..1, None);
        send(&mut book, "n2", "2026-10-28", 0..1, None);
        assert_eq!(rhythm(&book, today()), "You have sent one every 7 weeks. The next would be due on 16 December.");
        let late = "2027-02-01".parse().unwrap();
        assert!(
            rhythm(&book, late).ends_with("The next would have been due on 16 December 2026."),
            "{}",
            rhythm(&book, late)
        );
    }

    #[test]
    fn r70_a_person_shows_their_lists_and_the_news_they_had_last() {
        let mut book = book(2);
        send(&mut book, "n1", "2026-10-28", 0..1, None);
        let told = of_person(&book, "p000".parse().unwrap(), today());
        assert_eq!(told.lists, [("Letter".to_string(), true)]);
        assert_eq!(told.last, "Last news: Plan limits, 28 October. Last word, news included: 28 October.");
        assert_eq!(of_person(&book, "p001".parse().unwrap(), today()).last, "");
        assert_eq!(lists(&book), [("Letter".to_string(), "2 people".to_string())]);
    }
}
