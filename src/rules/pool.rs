//! The holding pool looked through: by a text, by an ideal client, by where somebody works (R34, B10).

use super::client_fit::Fit;
use super::organisation::{IntroducerReason, introducers};
use super::search::{PersonSearch, find_people};
use crate::domain::ask::draft::AskDraft;
use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::{ConnectionId, IdealClientId, OrganisationId, PersonId};
use crate::domain::order::sort_by_key;
use crate::domain::person::Person;
use crate::domain::pool::PoolSearchEntry;
use std::collections::BTreeMap;

/// Whom a list of the pool shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PoolFilter {
    /// Any part of name, organisation, title, note.
    pub text: String,
    /// Only those who fit this ideal client.
    pub fits: Option<IdealClientId>,
}

impl PoolFilter {
    /// The filter an address asks for, where `value` gives what stands under a name: `q=…&fits=<ideal client>`.
    pub fn asked<'a>(value: impl Fn(&str) -> &'a str) -> PoolFilter {
        PoolFilter { text: value("q").to_string(), fits: value("fits").parse().ok() }
    }

    /// Whether it shows only some of them.
    pub fn narrows(&self) -> bool {
        !self.text.trim().is_empty() || self.fits.is_some()
    }
}

/// Those of the pool whom a filter leaves: who fits best first, then whose name the text begins, then the others, by name.
pub fn waiting(book: &Book, filter: &PoolFilter) -> Vec<ConnectionId> {
    let search = PersonSearch::new(&filter.text);
    let start = fold(&filter.text);
    let fit = filter.fits.map(|id| book.ideal_client(id).map(Fit::of));
    let fits = |card: &PoolSearchEntry| match &fit {
        None => Some(0),
        Some(fit) => fit.as_ref()?.of_connection(book.connection(card.id)?),
    };
    let begins = |card: &PoolSearchEntry| match () {
        () if start.is_empty() || card.name().starts_with(&start) => 0,
        () if card.name().split(' ').any(|word| word.starts_with(&start)) => 1,
        () => 2,
    };
    let cards = book.pool().cards().iter().filter(|card| search.finds_in(card.text()));
    let mut found: Vec<(u8, u8, ConnectionId)> =
        cards.filter_map(|card| Some((fits(card)?, begins(card), card.id))).collect();
    sort_by_key(&mut found, |(fit, begins, _)| (*fit, *begins));
    found.into_iter().map(|(_, _, id)| id).collect()
}

/// Those of the pool who work at the place of this name, by name (B10).
pub fn waiting_at(book: &Book, place: &str) -> Vec<ConnectionId> {
    let place = fold(place);
    let there = book.pool().cards().iter().filter(|card| !place.is_empty() && card.place() == place);
    there.map(|card| card.id).collect()
}

/// The first of those who wait and work at this place, each with whom to ask, and how many there are (B10).
pub fn waiting_there(
    book: &Book,
    place: OrganisationId,
    most: usize,
) -> (Vec<(ConnectionId, Option<Introducer>)>, usize) {
    let mut ids = book.organisation(place).map(|place| waiting_at(book, &place.name)).unwrap_or_default();
    let all = ids.len();
    ids.truncate(most);
    (sources(book, &ids), all)
}

/// The names that may be meant by what is being typed: people of the book, then those who wait (R4).
pub fn names(book: &Book, text: &str, most: usize) -> Vec<String> {
    let people = find_people(book, text, most).into_iter().filter_map(|id| book.person(id)).map(|p| &p.name);
    let filter = PoolFilter { text: text.to_string(), fits: None };
    let waiting = if filter.narrows() { waiting(book, &filter) } else { Vec::new() };
    let waiting = waiting.into_iter().filter_map(|id| book.connection(id)).map(|one| &one.name);
    people.chain(waiting).take(most).map(ToString::to_string).collect()
}

/// Whom to name in an ask of this source: whoever the name that is being typed finds; before a name is typed those who
/// work where the source works, then those who fit the ideal client; at most so many (R34, B10).
pub fn targets(book: &Book, source: PersonId, ask: &AskDraft, most: usize) -> Vec<ConnectionId> {
    let typed = ask.name.trim();
    let is_named = |id: &ConnectionId| book.connection(*id).is_some_and(|one| one.name.as_str() == typed);
    let mut found = if typed.chars().count() > 1 {
        waiting(book, &PoolFilter { text: typed.to_string(), fits: None })
    } else {
        let place = book.person(source).map(|person| book.workplace(person)).unwrap_or_default();
        let mut found = waiting_at(book, place);
        if let Ok(id) = ask.profile.parse() {
            let fitting = waiting(book, &PoolFilter { text: String::new(), fits: Some(id) });
            let more: Vec<ConnectionId> = fitting.into_iter().filter(|id| !found.contains(id)).take(most).collect();
            found.extend(more);
        }
        found
    };
    found.truncate(most);
    // Once somebody was chosen, nobody else is proposed.
    if !ask.link.is_empty() && found.iter().any(is_named) {
        found.clear();
    }
    found
}

/// Somebody of the book who could introduce me, and why.
pub type Introducer = (PersonId, IntroducerReason);

/// For each of these, the likeliest to introduce me to them: somebody of the book who works where they work, or who
/// brought me one from there (B10).
pub fn sources(book: &Book, ids: &[ConnectionId]) -> Vec<(ConnectionId, Option<Introducer>)> {
    let place = |id: &ConnectionId| book.connection(*id).map(|one| fold(&one.organisation)).unwrap_or_default();
    let mut there: BTreeMap<String, Vec<&Person>> = BTreeMap::new();
    there.extend(ids.iter().map(place).filter(|place| !place.is_empty()).map(|place| (place, Vec::new())));
    if !there.is_empty() {
        for person in book.people().filter(|person| person.organisation.is_some()) {
            if let Some(people) = there.get_mut(&fold(book.workplace(person))) {
                people.push(person);
            }
        }
    }
    let best = |people: &Vec<&Person>| introducers(book, people).into_iter().next();
    ids.iter().map(|id| (*id, there.get(&place(id)).and_then(best))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::connection::Connection;
    use crate::domain::ideal_client::IdealClient;
    use crate::domain::person::{Mention, Name, Rating};

    fn book() -> Book {
        let mut book = Book::default();
        let all = [
            ("c1", "Élise Dupont", "CFO", "Harbour Bank"),
            ("c2", "Fred Ito", "Head of Operations", "Acme"),
            ("c3", "Alfred Roy", "Owner", "ACMÉ"),
            ("c4", "Anna Fredriksen", "COO", ""),
        ];
        for (id, name, title, organisation) in all {
            let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
            let one = Connection {
                id,
                name,
                title: title.into(),
                organisation: organisation.into(),
                ..Connection::default()
            };
            book.put(one.into());
        }
        let client = IdealClient {
            id: "i1".parse().unwrap(),
            titles: "COO\nHead of operations".into(),
            ..IdealClient::default()
        };
        book.put(IdealClient { examples: "Alfred Roy".into(), ..client }.into());
        book
    }

    fn check(text: &str, fits: &str, expected: &str) {
        let filter = PoolFilter { text: text.into(), fits: fits.parse().ok() };
        let found: Vec<String> = waiting(&book(), &filter).iter().map(ConnectionId::to_string).collect();
        assert_eq!(found.join(" "), expected, "{text} {fits}");
    }

    #[test]
    fn r34_the_pool_is_searched_by_any_part_whatever_the_case_and_accents() {
        check("", "", "c3 c4 c1 c2");
        check("ELISE", "", "c1");
        check("fred", "", "c2 c4 c3");
        check("acme", "", "c3 c2");
        check("operations ito", "", "c2");
        check("cfo harbour", "", "c1");
        check("nobody", "", "");
    }

    #[test]
    fn b10_an_ideal_client_proposes_whom_to_name() {
        check("", "i1", "c3 c4 c2");
        check("fred", "i1", "c3 c2 c4");
        check("", "gone", "");
    }

    #[test]
    fn b10_who_sits_where_is_told_by_the_name_of_the_place() {
        let at = |place: &str| waiting_at(&book(), place).iter().map(ConnectionId::to_string).collect::<Vec<_>>();
        assert_eq!(at("Acme"), ["c3", "c2"]);
        assert!(at("").is_empty() && at("Nowhere").is_empty());
    }

    #[test]
    fn b10_an_organisation_shows_the_first_of_those_who_wait_there_and_how_many_there_are() {
        use crate::domain::organisation::Organisation;
        let mut book = book();
        let id = "o1".parse().unwrap();
        book.put(Organisation { id, name: "Acme".into(), trashed: false }.into());
        let (first, all) = waiting_there(&book, id, 1);
        assert_eq!((first, all), (vec![("c3".parse().unwrap(), None)], 2));
        assert_eq!(waiting_there(&book, "o2".parse().unwrap(), 9), (Vec::new(), 0));
    }

    #[test]
    fn r4_the_names_that_may_be_meant_are_those_of_the_book_before_those_who_wait() {
        let mut book = book();
        book.put(
            Person { id: "p1".parse().unwrap(), name: Name::new("Fred Zoll").unwrap(), ..Person::default() }.into(),
        );
        assert_eq!(names(&book, "fred", 3), ["Fred Zoll", "Fred Ito", "Anna Fredriksen"]);
        assert!(names(&book, " ", 3).is_empty());
    }

    #[test]
    fn b10_the_source_to_ask_works_where_they_work() {
        let mut book = book();
        for (id, rating) in [("ann", 0), ("bea", 5)] {
            let (id, name) = (id.parse().unwrap(), Name::new(id).unwrap());
            let (organisation, rating) = (Some(Mention("Acme".into())), Rating::try_from(rating).ok());
            book.put(Person { id, name, organisation, rating, ..Person::default() }.into());
        }
        let ids: Vec<ConnectionId> = ["c1", "c2", "c3"].map(|id| id.parse().unwrap()).into();
        let told: Vec<Option<PersonId>> = sources(&book, &ids).into_iter().map(|(_, s)| s.map(|s| s.0)).collect();
        let bea = "bea".parse().ok();
        assert_eq!(told, [None, bea, bea]);
        assert!(sources(&book, &[]).is_empty());
    }

    #[test]
    fn r34_whom_to_name_is_proposed_from_the_pool_until_somebody_is_chosen() {
        let mut book = book();
        let (id, name) = ("jim".parse().unwrap(), Name::new("Jim").unwrap());
        book.put(Person { id, name, organisation: Some(Mention("Harbour Bank".into())), ..Person::default() }.into());
        let told = |ask: &AskDraft| {
            targets(&book, id, ask, 3).iter().map(ConnectionId::to_string).collect::<Vec<_>>().join(" ")
        };
        let mut ask = AskDraft::default();
        assert_eq!(told(&ask), "c1", "who works where Jim works");
        ask.profile = "i1".into();
        assert_eq!(told(&ask), "c1 c3 c4");
        ask.name = "fred".into();
        assert_eq!(told(&ask), "c2 c4 c3");
        book.connection("c2".parse().unwrap()).unwrap().aim(&mut ask);
        assert_eq!(
            (ask.name.as_str(), ask.title.as_str(), ask.organisation.as_str()),
            ("Fred Ito", "Head of Operations", "Acme")
        );
        ask.link = "https://www.linkedin.com/in/fred".into();
        assert_eq!(told(&ask), "", "chosen");
    }

    #[test]
    fn r34_an_address_says_whom_the_pool_shows() {
        let asked = |q: &'static str, fits: &'static str| PoolFilter::asked(|name| if name == "q" { q } else { fits });
        assert!(!asked(" ", "").narrows() && asked("a", "").narrows() && asked("", "i1").narrows());
        assert_eq!(asked("ito", "not an id").fits, None);
    }
}
