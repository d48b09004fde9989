//! The holding pool in words: who waits, how they came, and who could introduce me (R12, R34, B10).

use super::organisation_text::could_introduce;
use super::reason::{ago, count, number};
use super::web_link::WebLink;
use crate::domain::book::Book;
use crate::domain::id::{ConnectionId, IdealClientId, PersonId};
use crate::domain::person::ReachKind;
use crate::rules::client_fit::Fit;
use crate::rules::pool::{Introducer, PoolFilter};
use chrono::NaiveDate;

/// What a row of the pool says about somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Waiting {
    /// What they are called.
    pub name: String,
    /// What they do, and where: `COO, Acme`.
    pub work: String,
    /// Since when we are connected, or how they came: `Connected on 12 March 2024`.
    pub came: String,
    /// Their profile on the web, where there is one.
    pub link: Option<WebLink>,
    /// Who could introduce me: who it is, what to call them, and why.
    pub source: Option<(PersonId, String, String)>,
}

/// What is said about somebody who waits, and whom to ask; `None` when they do not wait any more.
pub fn told(book: &Book, id: ConnectionId, source: Option<Introducer>, today: NaiveDate) -> Option<Waiting> {
    let one = book.connection(id).filter(|one| !one.trashed)?;
    let parts = [one.title.as_str(), &one.organisation];
    let work: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let source = source.and_then(|(person, way)| {
        let (name, why) = could_introduce(book, person, way)?;
        let first = book.person(person)?.name.first().to_string();
        Some((person, first, format!("{name} {why}.")))
    });
    Some(Waiting {
        name: one.name.to_string(),
        work: work.join(", "),
        came: match one.connected_on {
            Some(day) => format!("Connected {}", ago(day, today)),
            None => capital(&one.provenance),
        },
        link: WebLink::new(one.first_reach(&ReachKind::Profile)),
        source,
    })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// How many wait: `1 name waits`, `40 names wait`.
pub fn wait(many: usize) -> String {
    format!("{} {}", count(many, "name"), if many == 1 { "waits" } else { "wait" })
}

/// What an import into the pool brought: new names, and news of others.
pub fn came(new: usize, news: usize, file: &str) -> String {
    match (new, news) {
        (new, 0) => format!("{} in the holding pool, from {file}.", wait(new)),
        (0, news) => format!("News of {} in the holding pool came from {file}.", count(news, "name")),
        (new, news) => format!("{} in the holding pool, and news of {} came, from {file}.", wait(new), number(news)),
    }
}

/// What a search of the book finds outside it: `1 name in the holding pool`.
pub fn found_in_pool(many: usize) -> String {
    format!("{} in the holding pool", count(many, "name"))
}

/// What importing into the book brings: `All 158 at once.`
pub fn all_at_once(new: usize, waiting: usize) -> String {
    match (new, waiting) {
        (1, 0) => "At once.".to_string(),
        (new, 0) => format!("All {} at once.", number(new)),
        (0, waiting) => format!("{} in the holding pool, and would come from there.", wait(waiting)),
        (new, waiting) => {
            format!("All {} at once, and {} from the holding pool.", number(new), count(waiting, "name"))
        }
    }
}

/// What the list shows, in a sentence: `12 of 1,208 fit “Owners”`.
pub fn shown(book: &Book, filter: &PoolFilter, found: usize) -> String {
    let fits = filter.fits.and_then(|id| book.ideal_client(id)).map(|client| format!(" fit “{}”", client.name));
    match (filter.narrows(), fits) {
        (false, _) => wait(found),
        (true, None) => format!("{} found", count(found, "name")),
        (true, Some(fits)) => format!("{}{fits}", count(found, "name")),
    }
}

/// Why nobody is shown: what is missing, and what is said about it.
pub fn nobody(book: &Book, filter: &PoolFilter) -> (String, String) {
    let says = |id: IdealClientId| book.ideal_client(id).is_some_and(|client| Fit::of(client).says_something());
    let text = filter.text.trim();
    match filter.fits {
        Some(id) if !says(id) => (
            "This ideal client names nobody yet".to_string(),
            "Write down job titles, the kind of company or two examples, and those who fit stand here.".to_string(),
        ),
        Some(_) => (
            "Nobody in the holding pool fits".to_string(),
            "Titles, companies and the examples of this ideal client were held against everyone who waits.".to_string(),
        ),
        None => (
            format!("No one called “{text}” waits here"),
            "Names, companies, titles, notes, labels and addresses were looked through.".to_string(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::connection::Connection;
    use crate::domain::ideal_client::IdealClient;
    use crate::domain::person::{Name, Person, Reach};
    use crate::rules::organisation::IntroducerReason;

    #[test]
    fn r12_r34_a_row_says_who_waits_how_they_came_and_whom_to_ask() {
        let mut book = Book::default();
        let profile = |value: &str| Reach { kind: ReachKind::Profile, label: String::new(), value: value.into() };
        let one = Connection {
            id: "c1".parse().unwrap(),
            name: Name::new("Naomi Feld").unwrap(),
            title: "COO".into(),
            organisation: "Acme".into(),
            provenance: "from Connections.csv, 2026-11-21".into(),
            reach: vec![profile("javascript:alert(1)")],
            ..Connection::default()
        };
        book.put(one.clone().into());
        let jim: PersonId = "jim".parse().unwrap();
        book.put(Person { id: jim, name: Name::new("Jim Ito").unwrap(), ..Person::default() }.into());
        let today = "2026-11-21".parse().unwrap();
        let said = told(&book, one.id, Some((jim, IntroducerReason::WorksThere)), today).unwrap();
        assert_eq!((said.work.as_str(), said.came.as_str()), ("COO, Acme", "From Connections.csv, 2026-11-21"));
        assert_eq!(said.source, Some((jim, "Jim".into(), "Jim Ito works there.".into())));
        assert_eq!(said.link, None, "only an address of the web is a link");
        let day = "2026-11-20".parse().ok();
        let link = "https://www.linkedin.com/in/naomi";
        book.put(
            Connection { connected_on: day, title: String::new(), reach: vec![profile(link)], ..one.clone() }.into(),
        );
        let said = told(&book, one.id, None, today).unwrap();
        assert_eq!((said.work.as_str(), said.came.as_str()), ("Acme", "Connected yesterday"));
        assert_eq!(said.link, WebLink::new(link));
        book.put(Connection { trashed: true, ..one.clone() }.into());
        assert_eq!(told(&book, one.id, None, today), None);
    }

    #[test]
    fn r12_b10_what_is_shown_and_what_is_not_is_said() {
        let mut book = Book::default();
        let id: IdealClientId = "i1".parse().unwrap();
        book.put(IdealClient { id, name: "Owners".into(), ..IdealClient::default() }.into());
        let filter = |text: &str, fits| PoolFilter { text: text.into(), fits };
        let said = [all_at_once(1, 0), all_at_once(158, 0), all_at_once(2, 1), all_at_once(0, 1)];
        assert_eq!([said[0].as_str(), &said[1]], ["At once.", "All 158 at once."]);
        assert_eq!(said[2], "All 2 at once, and 1 name from the holding pool.");
        assert_eq!(said[3], "1 name waits in the holding pool, and would come from there.");
        assert_eq!(came(1_201, 0, "a.csv"), "1,201 names wait in the holding pool, from a.csv.");
        assert_eq!(came(0, 1, "a.csv"), "News of 1 name in the holding pool came from a.csv.");
        assert_eq!(came(2, 3, "a.csv"), "2 names wait in the holding pool, and news of 3 came, from a.csv.");
        assert_eq!(found_in_pool(11), "11 names in the holding pool");
        assert_eq!(shown(&book, &filter("", None), 1), "1 name waits");
        assert_eq!(shown(&book, &filter("ito", None), 2), "2 names found");
        assert_eq!(shown(&book, &filter("", Some(id)), 12), "12 names fit “Owners”");
        assert!(nobody(&book, &filter(" ito ", None)).0.contains("“ito”"));
        assert!(nobody(&book, &filter("", Some(id))).0.contains("names nobody yet"));
        book.put(IdealClient { id, titles: "Owner".into(), ..IdealClient::default() }.into());
        assert!(nobody(&book, &filter("", Some(id))).0.starts_with("Nobody"));
    }
}
