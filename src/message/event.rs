//! Events in words: an event at the head of its page and in a list, and who waits for a word after it (R69).

pub mod next;

use super::reason::{ago, count, date, long_date, number, short_date, when};
use crate::domain::book::Book;
use crate::domain::event::{Event, Guest, Rsvp};
use crate::domain::id::{EventId, PersonId};
use crate::domain::person::Role;
use crate::rules::guest_mix::{grew, here, waiting, word_to_guest};
use chrono::NaiveDate;

/// The page of an event in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventWords {
    /// What it is called.
    pub name: String,
    /// When and where.
    pub lead: String,
    /// Whether its day has passed.
    pub over: bool,
    /// Whether its day has come: who came can be noted.
    pub has_come: bool,
    /// How many stand how, each with what it is called; empty without guests.
    pub tally: Vec<(&'static str, usize)>,
    /// How many guests are not in the book any more; empty where all are.
    pub gone: String,
}

/// The page of an event; `None` when it is gone.
pub fn event(book: &Book, id: EventId, today: NaiveDate) -> Option<EventWords> {
    let event = book.event(id).filter(|event| !event.trashed)?;
    let over = event.is_over(today);
    let all = here(book, event).count();
    let gone = match event.guests().count() - all {
        0 => String::new(),
        1 => "1 guest is not in your book any more.".into(),
        n => format!("{} guests are not in your book any more.", number(n)),
    };
    Some(EventWords {
        name: event.name.clone(),
        lead: lead_of(event, today),
        over,
        has_come: event.on.is_some_and(|on| on <= today),
        tally: if all == 0 { Vec::new() } else { tally(book, event, over) },
        gone,
    })
}

fn lead_of(event: &Event, today: NaiveDate) -> String {
    let day = match event.on {
        None => "No day yet".to_string(),
        Some(on) if on == today => format!("Today, {}", long_date(on)),
        Some(on) if on < today => format!("{} {}", on.format("%A"), date(on, today)),
        Some(on) => format!("{} {}, {}", on.format("%A"), date(on, today), away(on, today)),
    };
    if event.place.is_empty() { format!("{day}.") } else { format!("{day}. {}.", event.place.trim_end_matches('.')) }
}

/// How far off a day to come is: `tomorrow`, `in 12 days`.
fn away(on: NaiveDate, today: NaiveDate) -> String {
    match (on - today).num_days() {
        0 => "today".into(),
        1 => "tomorrow".into(),
        days => format!("in {}", count(days.unsigned_abs() as usize, "day")),
    }
}

fn tally(book: &Book, event: &Event, over: bool) -> Vec<(&'static str, usize)> {
    let many = |is: &dyn Fn(&Guest) -> bool| here(book, event).filter(|guest| is(guest)).count();
    let says = |answer: Rsvp| many(&|guest| event.answer_of(guest) == Some(&answer));
    if over {
        return vec![("Came", many(&|guest| guest.came)), ("Said yes", says(Rsvp::Yes)), ("Guests", many(&|_| true))];
    }
    let no_answer = many(&|guest| event.has_asked(guest) && event.answer_of(guest).is_none());
    let list = [
        ("Coming", says(Rsvp::Yes)),
        ("May come", says(Rsvp::Maybe)),
        ("No answer yet", no_answer),
        ("Cannot", says(Rsvp::No)),
        ("Not asked", many(&|guest| !event.has_asked(guest))),
    ];
    list.into_iter().filter(|(name, n)| *n > 0 || *name != "May come").collect()
}

/// A day to come as it begins a line: `Tomorrow`, `In 5 days`.
fn beginning(day: NaiveDate, today: NaiveDate) -> String {
    let said = away(day, today);
    let mut letters = said.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// An event in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventRow {
    /// Which.
    pub id: EventId,
    /// What it is called.
    pub name: String,
    /// Its day in a narrow column.
    pub day: String,
    /// How far off it is; empty for one that was.
    pub away: String,
    /// How its guests stand, in a line.
    pub sum: String,
    /// How many came.
    pub came: usize,
    /// What grew from it.
    pub grew: String,
}

/// An event in a list; `None` when it is gone.
pub fn row(book: &Book, id: EventId, today: NaiveDate) -> Option<EventRow> {
    let event = book.event(id).filter(|event| !event.trashed)?;
    let grown = match grew(book, event) {
        (0, _) => "Nothing yet".to_string(),
        (n, 0) => count(n, "referral"),
        (n, won) => format!("{}, {won} won", count(n, "referral")),
    };
    Some(EventRow {
        id,
        name: event.name.clone(),
        day: event.on.map_or_else(|| "No day".into(), |on| short_date(on, today)),
        away: event.on.filter(|on| *on >= today).map(|on| beginning(on, today)).unwrap_or_default(),
        sum: sum(book, event),
        came: here(book, event).filter(|guest| guest.came).count(),
        grew: grown,
    })
}

/// How the guests of an event to come stand, in a line: `7 come, 3 have not answered, 5 are not asked.`
fn sum(book: &Book, event: &Event) -> String {
    let says = |n: usize, one: &str, many: &str| match n {
        0 => None,
        1 => Some(format!("1 {one}")),
        n => Some(format!("{} {many}", number(n))),
    };
    let stands = tally(book, event, false);
    let many = |called: &str| stands.iter().find(|(name, _)| *name == called).map_or(0, |(_, n)| *n);
    let parts = [
        says(many("Coming"), "comes", "come"),
        says(many("May come"), "may come", "may come"),
        says(many("No answer yet"), "has not answered", "have not answered"),
        says(many("Cannot"), "cannot", "cannot"),
        says(many("Not asked"), "is not asked", "are not asked"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "Nobody is on the list yet.".into() } else { format!("{}.", parts.join(", ")) }
}

/// Somebody who came to an event and waits for a word, in a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AfterRow {
    /// Which event.
    pub event: EventId,
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// What to call them.
    pub first: String,
    /// Whether they are a client.
    pub client: bool,
    /// Where they were.
    pub why: String,
    /// How the day of the word lies to today, with its tone.
    pub mark: (String, &'static str),
}

/// Everyone who came to one of these events and waits for a word, the latest event first (R69).
pub fn afterwards(book: &Book, past: &[EventId], today: NaiveDate) -> Vec<AfterRow> {
    let mut rows: Vec<AfterRow> = Vec::new();
    for event in past.iter().filter_map(|id| book.event(*id)) {
        for id in waiting(book, event, today) {
            // Who came to several is written to about the latest: one word answers for all.
            if rows.iter().any(|row| row.person == id) {
                continue;
            }
            let (Some(person), Some(owed)) = (book.live_person(id), word_to_guest(book, event, id, today)) else {
                continue;
            };
            let day = event.on.map(|on| ago(on, today)).unwrap_or_default();
            rows.push(AfterRow {
                event: event.id,
                person: id,
                name: person.name.to_string(),
                first: person.name.first().to_string(),
                client: person.is(&Role::Client),
                why: format!("They came to {} {day}.", event.name),
                mark: (when(&owed, today), if owed.due < today { "late" } else { "owed" }),
            });
        }
    }
    rows
}

/// What the head of the page of events says.
pub fn lead(book: &Book, coming: &[EventId], waiting: usize, today: NaiveDate) -> String {
    let next = coming.first().and_then(|id| book.event(*id));
    let next = next.and_then(|event| Some(format!("{} is {}.", event.name, away(event.on?, today))));
    let after = match waiting {
        0 => None,
        1 => Some("1 person who came waits for a word.".to_string()),
        n => Some(format!("{} who came wait for a word.", count(n, "person"))),
    };
    let parts: Vec<String> = next.into_iter().chain(after).collect();
    match parts.is_empty() {
        true => "Bring those who send you people together with those you hope to work with.".into(),
        false => parts.join(" "),
    }
}

#[cfg(test)]
mod tests;
