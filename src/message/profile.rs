//! A person in words: the row of a list, the head of their page, and what is known about them.

use super::channel::{mailto, tel};
use super::reason::{ago, date};
use super::web_link::{WebLink, shown};
use crate::domain::annual_date::AnnualDate;
use crate::domain::book::Book;
use crate::domain::draft::mentioned;
use crate::domain::id::{OrganisationId, PersonId};
use crate::domain::person::{Mention, Person, Reach, ReachKind, person_fields};
use crate::domain::sorted_set::SortedSet;
use crate::rules::last_contact::last_contact;
use crate::rules::trust::trust_facts;
use chrono::NaiveDate;

/// What a row and the head of a page say about someone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// What they are called.
    pub name: String,
    /// What to call them in a sentence.
    pub first: String,
    /// What they do, and where: `CFO, Acme`.
    pub work: String,
    /// What they are to me, each in a word.
    pub roles: Vec<String>,
    /// The rating, 1 to 5, and its word.
    pub rating: Option<(u8, &'static str)>,
    /// The tier.
    pub tier: String,
    /// When we were last in touch: `Yesterday`, `6 November`, `Never`.
    pub last: String,
    /// Whether they buy from me.
    pub client: bool,
    /// Whether they do not want to be asked for referrals (R20).
    pub never_ask: bool,
    /// Whether they are in the trash.
    pub trashed: bool,
}

/// What is said about this person; `None` when they are not in the book.
pub fn profile(book: &Book, id: PersonId, today: NaiveDate) -> Option<Profile> {
    let person = book.person(id)?;
    let last = last_contact(book, id).map_or_else(|| "Never".to_string(), |day| last(day, today));
    Some(Profile {
        name: person.name.to_string(),
        first: first(person),
        work: work(book, person),
        roles: person.roles.iter().map(|role| role.label().to_string()).collect(),
        rating: person.rating.map(|rating| (u8::from(rating), rating.label())),
        tier: person.tier.as_ref().map(|tier| tier.label().to_string()).unwrap_or_default(),
        last,
        client: person.is(&crate::domain::person::Role::Client),
        never_ask: person.never_ask,
        trashed: person.trashed,
    })
}

/// What they do, and where.
pub fn work(book: &Book, person: &Person) -> String {
    let parts = [person.title.as_str(), book.workplace(person)];
    let said: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

/// What they are called, and what they do, where that is known: `Jim Abernathy (CFO, Acme)`.
pub fn known_as(book: &Book, person: &Person) -> String {
    match work(book, person) {
        work if work.is_empty() => person.name.to_string(),
        work => format!("{} ({work})", person.name),
    }
}

fn first(person: &Person) -> String {
    let first = person.name.first();
    if first.is_empty() { "them".to_string() } else { first.to_string() }
}

fn last(day: NaiveDate, today: NaiveDate) -> String {
    let said = ago(day, today);
    let plain = said.strip_prefix("on ").unwrap_or(&said);
    let mut letters = plain.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// One thing known about someone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fact {
    /// What kind of thing.
    pub term: String,
    /// What it is.
    pub text: String,
    /// Where it leads.
    pub to: FactLink,
}

/// Where a fact leads.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum FactLink {
    /// Nowhere.
    Nowhere,
    /// To the mail program, the phone or a page on the web.
    Out(String),
    /// To somebody in the book.
    Person(PersonId),
    /// To where they work.
    Organisation(OrganisationId),
}

/// The ways to reach someone, each with the link that opens it where there is one.
pub fn ways(person: &Person) -> Vec<Fact> {
    person.reach.iter().filter(|reach| !reach.value.is_empty()).map(way).collect()
}

fn way(reach: &Reach) -> Fact {
    let kind = reach.kind.label();
    let term = match (kind.is_empty(), reach.label.is_empty()) {
        (true, true) => "Other".to_string(),
        (_, true) => kind.to_string(),
        (true, _) => reach.label.clone(),
        _ => format!("{kind}, {}", reach.label),
    };
    let link = match reach.kind {
        ReachKind::Email => mailto(&reach.value, "", "").ok().and_then(|l| l.split('?').next().map(str::to_string)),
        ReachKind::Phone => tel(&reach.value).ok(),
        _ => WebLink::new(&reach.value).map(|link| link.href().to_string()),
    };
    Fact { term, text: shown(&reach.value), to: link.map_or(FactLink::Nowhere, FactLink::Out) }
}

/// What is known about someone, in the order of the page; what nobody wrote down is left out.
pub fn facts(book: &Book, person: &Person, today: NaiveDate) -> Vec<Fact> {
    let trust: Vec<&str> = trust_facts(book, person).into_iter().map(|fact| fact.label()).collect();
    let mut said = page_rows(&person.with_occasions(), today);
    let place = said.iter().position(|(term, _)| *term == "Satisfied").map_or(0, |at| at + 1);
    said.insert(place, ("Trust", trust.join("; ")));
    let fact = |(term, text): (&str, String)| match term {
        "Met through" => met_through(book, person),
        "Works at" => works_at(book, person),
        "Asking" if person.never_ask => {
            let text = "Does not want to be asked for referrals".to_string();
            Some(Fact { term: term.to_string(), text, to: FactLink::Nowhere })
        }
        _ => Some(Fact { term: term.to_string(), text, to: FactLink::Nowhere }),
    };
    said.into_iter().filter_map(fact).filter(|fact| !fact.text.is_empty()).collect()
}

/// Declares the rows of the page that [`person_fields!`] gives a label.
macro_rules! page {
    ($(#[$about:meta])* pub struct $name:ident { $($(#[$what:meta])* pub $field:ident: $type:ty {
        merge: $merge:ident, form: $form:tt, file: $file:tt, page: [$($page:literal)?]
    },)* }) => {
        fn page_rows(person: &Person, today: NaiveDate) -> Vec<(&'static str, String)> {
            vec![$($(($page, person.$field.page_text(today)),)?)*]
        }
    };
}

person_fields!(page);

/// A field as text on the page; empty where nobody wrote it down.
trait PageText {
    fn page_text(&self, today: NaiveDate) -> String;
}

impl PageText for String {
    fn page_text(&self, _: NaiveDate) -> String {
        self.clone()
    }
}

impl PageText for SortedSet<String> {
    fn page_text(&self, _: NaiveDate) -> String {
        self.iter().cloned().collect::<Vec<_>>().join(", ")
    }
}

impl PageText for bool {
    fn page_text(&self, _: NaiveDate) -> String {
        if *self { "Yes".to_string() } else { String::new() }
    }
}

impl PageText for Option<NaiveDate> {
    fn page_text(&self, today: NaiveDate) -> String {
        self.map(|day| date(day, today)).unwrap_or_default()
    }
}

impl PageText for Option<AnnualDate> {
    fn page_text(&self, _: NaiveDate) -> String {
        self.map(|day| day.to_string()).unwrap_or_default()
    }
}

/// A link, which is made of the book.
impl PageText for Option<Mention> {
    fn page_text(&self, _: NaiveDate) -> String {
        String::new()
    }
}

fn works_at(book: &Book, person: &Person) -> Option<Fact> {
    let place = book.organisation(OrganisationId(person.organisation.as_ref()?.id()?))?;
    Some(Fact { term: "Works at".to_string(), text: place.name.clone(), to: FactLink::Organisation(place.id) })
}

fn met_through(book: &Book, person: &Person) -> Option<Fact> {
    let mention = person.met_through()?;
    let known = mention.id().map(PersonId).filter(|id| book.person(*id).is_some());
    let text = mentioned(book, mention).to_string();
    Some(Fact { term: "Met through".to_string(), text, to: known.map_or(FactLink::Nowhere, FactLink::Person) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Rating, Role};
    use crate::domain::touch::Touch;

    fn book() -> Book {
        let mut book = Book::default();
        let reach = |kind, value: &str| Reach { kind, label: String::new(), value: value.into() };
        let jim = Person {
            id: "p1".parse().unwrap(),
            name: Name::new("Jim Abernathy").unwrap(),
            title: "CFO".into(),
            organisation: Some(Mention("Acme".into())),
            roles: [Role::Client].into(),
            rating: Rating::try_from(5).ok(),
            met_through: Some(Mention("p2".into())),
            reach: vec![
                reach(ReachKind::Email, "jim@acme.example"),
                reach(ReachKind::Phone, "(555) 0101"),
                reach(ReachKind::Web, "javascript:alert(1)"),
                reach(ReachKind::Profile, "https://example.org/jim"),
            ],
            ..Person::default()
        };
        let name = Name::new("Connie").unwrap();
        book.put(jim.into());
        book.put(Person { id: "p2".parse().unwrap(), name, ..Person::default() }.into());
        let (id, person, on) = ("t1".parse().unwrap(), "p1".parse().unwrap(), "2026-11-06".parse().unwrap());
        book.put(Touch { id, person, on, ..Touch::default() }.into());
        book
    }

    #[test]
    fn a_row_says_who_they_are_and_when_we_last_spoke() {
        let (book, today) = (book(), "2026-11-21".parse().unwrap());
        let jim = profile(&book, "p1".parse().unwrap(), today).unwrap();
        assert_eq!((jim.work.as_str(), jim.last.as_str(), jim.first.as_str()), ("CFO, Acme", "6 November", "Jim"));
        assert_eq!((jim.rating, jim.client), (Some((5, "Excellent")), true));
        assert_eq!(profile(&book, "p2".parse().unwrap(), today).unwrap().last, "Never");
        assert_eq!(profile(&book, "p3".parse().unwrap(), today), None);
    }

    #[test]
    fn only_addresses_that_open_something_become_links() {
        let book = book();
        let links: Vec<FactLink> =
            ways(book.person("p1".parse().unwrap()).unwrap()).into_iter().map(|f| f.to).collect();
        let out = |text: &str| FactLink::Out(text.into());
        let expected =
            [out("mailto:jim@acme.example"), out("tel:5550101"), FactLink::Nowhere, out("https://example.org/jim")];
        assert_eq!(links, expected);
    }

    #[test]
    fn an_address_shows_where_it_leads_and_what_is_hidden_in_it() {
        let shown = |kind, value: &str| {
            let fact = way(&Reach { kind, label: String::new(), value: value.into() });
            (fact.text, fact.to != FactLink::Nowhere)
        };
        for (kind, value, text, is_link) in [
            (ReachKind::Web, "https://good.example\u{202e}moc.live", "https://good.example[U+202E]moc.live", false),
            (
                ReachKind::Web,
                "https://good.example@evil.live",
                "https://good.example@evil.live (leads to evil.live)",
                true,
            ),
            (ReachKind::Phone, "555\u{202e}0101", "555[U+202E]0101", true),
        ] {
            assert_eq!(shown(kind, value), (text.to_string(), is_link));
        }
    }

    #[test]
    fn what_nobody_wrote_down_is_left_out() {
        let book = book();
        let terms = |id: &str| -> Vec<String> {
            let person = book.person(id.parse().unwrap()).unwrap();
            facts(&book, person, "2026-11-21".parse().unwrap()).into_iter().map(|f| f.term).collect()
        };
        assert_eq!(terms("p1"), ["Met through", "Trust"]);
        assert!(terms("p2").is_empty());
    }
}
