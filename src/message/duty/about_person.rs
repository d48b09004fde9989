//! Reasons that lie with the person and not with one referral: promises, plans, events, ripe asks, keeping in touch; and
//! the words of what was promised.

use super::event_of;
use crate::domain::book::Book;
use crate::domain::event::Event;
use crate::domain::id::{GiveId, Id, PersonId, PlanId};
use crate::message::reason::{ago, count, date, long_date};
use crate::rules::duty::{Owed, Raised, RipeBecause, ripe_because};
use crate::rules::last_contact::last_contact;
use chrono::NaiveDate;

/// Returns why help is owed.
pub fn help(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    let due = owed.raised.due;
    let text = owed.raised.record.map(|id| help_promised(book, &owed.raised, id)).unwrap_or_default();
    let by = if due == today { "by today".to_string() } else { format!("by {}", date(due, today)) };
    if text.is_empty() { format!("You promised help {by}.") } else { format!("You promised {by}: {text}") }
}

/// Returns the help that was promised; empty when the record is gone.
pub fn help_promised(book: &Book, _: &Raised, id: Id) -> String {
    book.give(GiveId(id)).map(|give| give.text.clone()).unwrap_or_default()
}

/// Returns why something is owed by a plan: the lines of that day, or its review.
pub fn plan(book: &Book, owed: &Owed, _: NaiveDate) -> String {
    let lines = owed.raised.record.and_then(|id| lines(book, &owed.raised, id));
    lines.map(|lines| said(lines, "It is time to look at your plan together.")).unwrap_or_default()
}

/// Returns the lines of the plan that are due on that day, or an invitation to its review.
pub fn lines_promised(book: &Book, raised: &Raised, id: Id) -> String {
    lines(book, raised, id).map(|lines| said(lines, "shall we look at it together")).unwrap_or_default()
}

fn said(lines: Vec<&str>, review: &str) -> String {
    if lines.is_empty() { review.to_string() } else { lines.join("; ") }
}

/// Returns my lines of a plan that are due on the day of the duty; `None` when the plan is gone.
fn lines<'a>(book: &'a Book, raised: &Raised, id: Id) -> Option<Vec<&'a str>> {
    let due = book.plan(PlanId(id))?.mine.iter().filter(|item| item.on == Some(raised.due) && !item.done);
    Some(due.map(|item| item.what.as_str()).collect())
}

/// Returns why a guest is written to: before the event's day, and after it.
pub fn event(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    let event = event_of(book, &owed.raised).zip(owed.raised.person);
    event.map(|(event, person)| occasion(event, person, today)).unwrap_or_default()
}

fn occasion(event: &Event, person: PersonId, today: NaiveDate) -> String {
    let (name, Some(on)) = (&event.name, event.on) else { return String::new() };
    let guest = event.guest(person);
    match guest {
        _ if on < today => format!("They came to {name} {}.", ago(on, today)),
        Some(guest) if event.moved_since(guest) => {
            format!("{name} has moved to {}, and they do not know yet.", date(on, today))
        }
        Some(guest) if event.has_asked(guest) => {
            format!("{name} is on {}, and they have not answered yet.", date(on, today))
        }
        _ => format!("{name} is on {}, and they are not invited yet.", date(on, today)),
    }
}

/// Returns the invitation, the second word about it, or the word after the event (R69).
pub fn words_to_guest(book: &Book, raised: &Raised, _: Id) -> String {
    let Some((event, on)) = event_of(book, raised).and_then(|event| Some((event, event.on?))) else {
        return String::new();
    };
    let name = &event.name;
    if raised.due > on {
        return format!("It was good to have you at {name}. How did you like it?");
    }
    let place = if event.place.is_empty() { String::new() } else { format!(", {}", event.place) };
    let when = format!("{}{place}", long_date(on));
    match raised.person.and_then(|id| event.guest(id)) {
        Some(guest) if event.moved_since(guest) => {
            format!("{name} has moved to another day: {when}. Will you come?")
        }
        Some(guest) if event.has_asked(guest) => {
            format!("A word about {name}, {when}: may I count you in?")
        }
        _ => format!("I would be glad to have you at {name}, {when}. Will you come?"),
    }
}

/// Returns why an ask is ripe.
pub fn ripe(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    let person = owed.raised.person.and_then(|id| book.person(id));
    match person.and_then(|person| ripe_because(book, person, today)) {
        Some(RipeBecause::Bought(day)) => format!("They bought from you {}.", ago(day, today)),
        Some(RipeBecause::Satisfied(day)) => format!("They told you {} that they are satisfied.", ago(day, today)),
        Some(RipeBecause::ThankedMe(day)) => format!("They thanked you {}.", ago(day, today)),
        Some(RipeBecause::SaleThanked(day)) => {
            format!("You thanked them {} for a sale that began with them.", ago(day, today))
        }
        Some(RipeBecause::NeverAsked) => "The relationship is good, and you have never asked.".to_string(),
        Some(RipeBecause::Cooled(day)) => format!("You last asked {}; it is time again.", ago(day, today)),
        None => String::new(),
    }
}

/// Returns why somebody is kept in touch with.
pub fn keep_in_touch(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    let last = owed.raised.person.and_then(|id| last_contact(book, id));
    format!("The last word between you was {}.", last.map(|day| ago(day, today)).unwrap_or_default())
}

/// Returns why the book is backed up.
pub fn back_up(book: &Book, _: &Owed, today: NaiveDate) -> String {
    let changes = count(book.changes_since_backup, "change");
    match book.setting("backup").and_then(|setting| setting.on) {
        None => format!("Only this browser has your book: {changes}, never backed up."),
        Some(on) => format!("{changes} since the last backup, {}.", ago(on, today)),
    }
}
