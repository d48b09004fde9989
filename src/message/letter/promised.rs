//! What a letter says of promises, and whom a thank-you down the chain may name.

use super::spoken;
use crate::domain::book::Book;
use crate::domain::event::Event;
use crate::domain::id::{EventId, GiveId, Id, PersonId, PlanId};
use crate::domain::referral::Referral;
use crate::message::script::{self, News, Tone};
use crate::rules::chain::{brought_by, introduced_by};
use crate::rules::disclosure::Disclosure;
use crate::rules::duty::{Duty, Raised};

/// The paragraph for a duty that is about no referral.
pub fn paragraph(book: &Book, raised: &Raised, tone: Tone) -> String {
    let words = raised.record.map(|id| words(book, raised, id)).unwrap_or_default();
    script::paragraph(raised.duty, tone, News::Waiting).replace("{promised}", &words)
}

/// The words of the promise: the help, the lines of the plan, the invitation or the word after the event.
pub fn words(book: &Book, raised: &Raised, id: Id) -> String {
    match raised.duty {
        Duty::Help => book.give(GiveId(id)).map(|give| give.text.clone()).unwrap_or_default(),
        Duty::Plan => {
            let Some(plan) = book.plan(PlanId(id)) else { return String::new() };
            let lines = plan.mine.iter().filter(|item| item.on == Some(raised.due) && !item.done);
            let lines: Vec<&str> = lines.map(|item| item.what.as_str()).collect();
            if lines.is_empty() { "shall we look at it together".to_string() } else { lines.join("; ") }
        }
        _ => book.event(EventId(id)).map(|event| occasion(event, raised)).unwrap_or_default(),
    }
}

/// The name of the event a letter is about.
pub fn event_name(book: &Book, raised: &Raised) -> String {
    raised.record.and_then(|id| book.event(EventId(id))).map(|event| event.name.clone()).unwrap_or_default()
}

/// The invitation, the second word about it, or the word after the event (R69).
fn occasion(event: &Event, raised: &Raised) -> String {
    let (name, Some(on)) = (&event.name, event.on) else { return String::new() };
    if raised.due > on {
        return format!("It was good to have you at {name}. How did you like it?");
    }
    let place = if event.place.is_empty() { String::new() } else { format!(", {}", event.place) };
    let when = format!("{}{place}", spoken(on));
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

/// Whom a thank-you to this ancestor may name: the person they introduced, unless that introduction is confidential or
/// they are the prospect of the referral it is about (R63).
pub fn may_be_named(disclosure: &Disclosure, referral: &Referral, raised: &Raised) -> Option<PersonId> {
    let next = introduced_by(disclosure.book(), referral.source, raised.person?)?;
    let is_told = brought_by(disclosure.book(), next).is_some_and(|edge| disclosure.tells_prospect(edge));
    (is_told && next != referral.prospect).then_some(next)
}
