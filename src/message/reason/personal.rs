//! Reasons that lie with the person and not with one referral: promises, plans, events, ripe asks, keeping in touch.

use super::{ago, date};
use crate::domain::book::Book;
use crate::domain::event::Event;
use crate::domain::id::{EventId, GiveId, Id, PersonId, PlanId};
use crate::domain::referral::Referral;
use crate::domain::touch::Milestone;
use crate::message::called::name;
use crate::rules::chain::introduced_by;
use crate::rules::duty::{Duty, Owed, Raised, RipeBecause, ripe_because};
use crate::rules::lists::last_contact;
use chrono::NaiveDate;

/// Why this is owed to the person, as a sentence.
pub fn reason(book: &Book, owed: &Owed, today: NaiveDate) -> String {
    let raised = &owed.raised;
    let Some(person) = raised.person else { return String::new() };
    match raised.duty {
        Duty::Help => raised.record.map(|id| help(book, id, raised.due, today)).unwrap_or_default(),
        Duty::Plan => raised.record.map(|id| plan(book, id, raised.due)).unwrap_or_default(),
        Duty::Event => {
            let event = raised.record.and_then(|id| book.event(EventId(id)));
            event.map(|event| occasion(event, person, today)).unwrap_or_default()
        }
        Duty::Ask => ripe(book, person, today),
        _ => {
            let last = last_contact(book, person).map(|day| ago(day, today)).unwrap_or_default();
            format!("The last word between you was {last}.")
        }
    }
}

/// Why an ancestor is thanked: what grew from the introduction they once made.
pub fn chain(book: &Book, referral: &Referral, raised: &Raised, today: NaiveDate) -> String {
    let name = |id| name(book, id);
    let (source, prospect) = (name(referral.source), name(referral.prospect));
    let led = match raised.milestone {
        Some(Milestone::Won) => {
            let day = referral.won_on().map(|day| ago(day, today)).unwrap_or_default();
            format!("{prospect}, whom {source} sent you, said yes {day}")
        }
        _ => {
            let day = referral.introduced_on.map(|day| ago(day, today)).unwrap_or_default();
            format!("{source} introduced you to {prospect} {day}")
        }
    };
    match raised.person.and_then(|ancestor| introduced_by(book, referral.source, ancestor)) {
        Some(next) if next == referral.source => format!("{led}, and {source} came to you from here."),
        Some(next) => format!("{led}. It goes back to {}, who came to you from here.", name(next)),
        None => format!("{led}."),
    }
}

fn help(book: &Book, id: Id, due: NaiveDate, today: NaiveDate) -> String {
    let text = book.give(GiveId(id)).map(|give| give.text.clone()).unwrap_or_default();
    let by = if due == today { "by today".to_string() } else { format!("by {}", date(due, today)) };
    if text.is_empty() { format!("You promised help {by}.") } else { format!("You promised {by}: {text}") }
}

fn plan(book: &Book, id: Id, due: NaiveDate) -> String {
    let Some(plan) = book.plan(PlanId(id)) else { return String::new() };
    let lines = plan.mine.iter().filter(|item| item.on == Some(due) && !item.done);
    let lines: Vec<&str> = lines.map(|item| item.what.as_str()).collect();
    if lines.is_empty() { "It is time to look at your plan together.".to_string() } else { lines.join("; ") }
}

/// Whether this is the invitation to an event, not the word after it (R69).
pub fn is_invitation(book: &Book, raised: &Raised, today: NaiveDate) -> bool {
    let event = raised.record.filter(|_| raised.duty == Duty::Event).and_then(|id| book.event(EventId(id)));
    event.is_some_and(|event| !event.is_over(today))
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

fn ripe(book: &Book, person: PersonId, today: NaiveDate) -> String {
    let because = book.person(person).and_then(|person| ripe_because(book, person, today));
    match because {
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
