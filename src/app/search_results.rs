//! What a text finds: people, referrals, events and pages, and what can be done with it.

use super::navigation::{NavigationItem, PLACES, places_called};
use super::ui::avatar::initials;
use chrono::NaiveDate;
use kith::domain::book::Book;
use kith::domain::connection::Connection;
use kith::domain::id::{EventId, PersonId, ReferralId};
use kith::domain::person::Role;
use kith::message::event::event;
use kith::route::{Dialog, Page};
use kith::rules::lists::{ReferralFilter, referrals, stage};
use kith::rules::pool::{PoolFilter, waiting};
use kith::rules::search::{find_events, find_people, nearest};

/// How many of each kind are shown at most.
const PEOPLE_MAX: usize = 8;
const REFERRALS_MAX: usize = 4;
const EVENTS_MAX: usize = 4;
const WAITING_MAX: usize = 4;

/// The groups of what was not found: a guess, and what can be done.
const PERHAPS: &str = "Perhaps";
const DO: &str = "Do";

/// Things of one kind that were found.
#[derive(Debug, Clone, PartialEq)]
pub struct HitGroup {
    /// What they are.
    pub name: &'static str,
    /// The things.
    pub hits: Vec<SearchHit>,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchHit {
    /// Its number among all that was found, from 0.
    pub number: usize,
    /// How it looks at the start of its row.
    pub face: HitIcon,
    /// What it is called.
    pub name: String,
    /// A line about it; may be empty.
    pub note: String,
    /// Where it leads.
    pub to: To,
}

/// The start of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum HitIcon {
    /// A person: initials, and whether they are a client.
    Person(String, bool),
    /// Anything else: an icon.
    Icon(&'static str),
}

/// Where a hit leads.
#[derive(Debug, Clone, PartialEq)]
pub enum To {
    /// A page.
    Page(Page),
    /// A dialog on this page.
    Dialog(Dialog),
    /// The holding pool, with this searched for.
    Pool(String),
    /// The form of a new person of this name.
    NewPerson(String),
}

/// What this text finds, in groups; without a text, every page.
pub fn hits(book: &Book, text: &str, today: NaiveDate) -> Vec<HitGroup> {
    let text = text.trim();
    if text.is_empty() {
        return numbered(vec![HitGroup { name: "Go to", hits: PLACES.iter().map(of_place).collect() }]);
    }
    let people = find_people(book, text, PEOPLE_MAX);
    let about = referrals(book, ReferralFilter::All, text);
    let perhaps = if people.is_empty() { nearest(book, text) } else { None };
    numbered(vec![
        HitGroup { name: PERHAPS, hits: perhaps.into_iter().filter_map(|id| of_person(book, id)).collect() },
        HitGroup { name: "People", hits: people.iter().filter_map(|id| of_person(book, *id)).collect() },
        HitGroup {
            name: "Referrals",
            hits: about.iter().take(REFERRALS_MAX).filter_map(|id| of_referral(book, *id, today)).collect(),
        },
        HitGroup {
            name: "Events",
            hits: find_events(book, text, today, EVENTS_MAX)
                .into_iter()
                .filter_map(|id| of_event(book, id, today))
                .collect(),
        },
        HitGroup { name: "In the holding pool", hits: waiting_hits(book, text) },
        HitGroup { name: "Pages", hits: places_called(text).map(of_place).collect() },
        HitGroup { name: DO, hits: acts(book, text, &people) },
    ])
}

/// How much was found, guesses and acts left out.
pub fn found(groups: &[HitGroup]) -> usize {
    groups.iter().filter(|group| ![DO, PERHAPS].contains(&group.name)).map(|group| group.hits.len()).sum()
}

/// The hit of this number.
pub fn hit(groups: &[HitGroup], number: usize) -> Option<SearchHit> {
    groups.iter().flat_map(|group| &group.hits).find(|hit| hit.number == number).cloned()
}

/// The number of the hit so many rows down or up, staying within what there is.
pub fn moved(groups: &[HitGroup], number: usize, down: bool) -> usize {
    let last = groups.iter().map(|group| group.hits.len()).sum::<usize>().saturating_sub(1);
    if down { (number + 1).min(last) } else { number.saturating_sub(1) }
}

fn numbered(mut groups: Vec<HitGroup>) -> Vec<HitGroup> {
    groups.retain(|group| !group.hits.is_empty());
    for (number, hit) in groups.iter_mut().flat_map(|group| &mut group.hits).enumerate() {
        hit.number = number;
    }
    groups
}

fn of_person(book: &Book, id: PersonId) -> Option<SearchHit> {
    let person = book.person(id)?;
    let parts = [person.title.as_str(), book.workplace(person)];
    let note: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Some(SearchHit {
        number: 0,
        face: HitIcon::Person(initials(person.name.as_str()), person.is(&Role::Client)),
        name: person.name.to_string(),
        note: note.join(", "),
        to: To::Page(Page::Person(id)),
    })
}

fn of_referral(book: &Book, id: ReferralId, today: NaiveDate) -> Option<SearchHit> {
    let referral = book.referral(id)?;
    let name = |id| book.person(id).map_or("someone", |p| p.name.as_str());
    Some(SearchHit {
        number: 0,
        face: HitIcon::Icon("referral"),
        name: format!("{}, from {}", name(referral.prospect), name(referral.source)),
        note: stage(book, id, today).to_string(),
        to: To::Page(Page::Referral(id)),
    })
}

fn of_event(book: &Book, id: EventId, today: NaiveDate) -> Option<SearchHit> {
    let event = event(book, id, today)?;
    Some(SearchHit {
        number: 0,
        face: HitIcon::Icon("event"),
        name: event.name,
        note: event.lead,
        to: To::Page(Page::Event(id)),
    })
}

fn waiting_hits(book: &Book, text: &str) -> Vec<SearchHit> {
    let found = waiting(book, &PoolFilter { text: text.to_string(), fits: None });
    let found = found.into_iter().take(WAITING_MAX).filter_map(|id| book.connection(id));
    let hit = |one: &Connection| {
        let parts = [one.title.as_str(), &one.organisation];
        let note: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        SearchHit {
            number: 0,
            face: HitIcon::Person(initials(one.name.as_str()), false),
            name: one.name.to_string(),
            note: note.join(", "),
            to: To::Pool(one.name.to_string()),
        }
    };
    found.map(hit).collect()
}

fn of_place(place: &NavigationItem) -> SearchHit {
    SearchHit {
        number: 0,
        face: HitIcon::Icon(place.icon),
        name: place.name.to_string(),
        note: String::new(),
        to: To::Page(place.page.clone()),
    }
}

fn acts(book: &Book, text: &str, people: &[PersonId]) -> Vec<SearchHit> {
    let act = |icon, name, to| SearchHit { number: 0, face: HitIcon::Icon(icon), name, note: String::new(), to };
    let mut acts = vec![act("follow", format!("Add “{text}” as a person…"), To::NewPerson(text.to_string()))];
    if let Some(person) = people.first().and_then(|id| book.person(*id)) {
        let name = format!("Capture a referral from {}…", person.name);
        acts.push(act("plus", name, To::Dialog(Dialog::Capture(Some(person.id)))));
    }
    acts
}
