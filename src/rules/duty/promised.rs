//! Duties that promises raise: help, the lines and the review of a mutual plan, invitations and the word after an event.

use super::{Calendar, Duty, Raised, Rules};
use crate::domain::book::Book;
use crate::domain::day::earlier;
use crate::domain::event::{Event, Guest};
use crate::domain::give::Give;
use crate::domain::id::PersonId;
use crate::domain::plan::Plan;
use chrono::NaiveDate;

/// How many days before an event its guests are invited.
const INVITE_DAYS: u64 = 14;

/// Every promise not kept yet.
pub fn all(rules: &Rules) -> Vec<Raised> {
    let helps = rules.book.gives().filter_map(help);
    let plans = rules.book.plans().flat_map(plan);
    let events = rules.book.events().flat_map(|event| of_event(rules, event));
    helps.chain(plans).chain(events).collect()
}

/// Those to one person.
pub fn to(rules: &Rules, person: PersonId) -> Vec<Raised> {
    let helps = rules.book.gives_to(person).filter_map(help);
    let plans = rules.book.plans().filter(|plan| plan.with == person).flat_map(plan);
    let events = rules.book.events().flat_map(|event| of_event(rules, event));
    helps.chain(plans).chain(events.filter(|raised| raised.person == Some(person))).collect()
}

/// The help that is promised and not given yet (R27).
pub fn help(give: &Give) -> Option<Raised> {
    let due = give.promised_by.filter(|_| give.is_open())?;
    Some(Raised { record: Some(give.id.0), ..Raised::to(give.to, Duty::Help, due) })
}

fn plan(plan: &Plan) -> impl Iterator<Item = Raised> {
    lines(plan).chain(plan.review_on.map(|due| of_plan(plan, due)))
}

/// My lines of a plan that have a day and no tick (R67).
pub fn lines(plan: &Plan) -> impl Iterator<Item = Raised> {
    let days = plan.mine.iter().filter(|item| !item.done).filter_map(|item| item.on);
    days.map(|due| of_plan(plan, due))
}

fn of_plan(plan: &Plan, due: NaiveDate) -> Raised {
    Raised { record: Some(plan.id.0), ..Raised::to(plan.with, Duty::Plan, due) }
}

fn of_event(rules: &Rules, event: &Event) -> Vec<Raised> {
    let Some(on) = event.on else { return Vec::new() };
    event.guests().filter_map(|guest| of_guest(rules, event, guest, on)).collect()
}

fn of_guest(rules: &Rules, event: &Event, guest: &Guest, on: NaiveDate) -> Option<Raised> {
    let is_owed = if rules.today <= on {
        event.answer_of(guest).is_none()
    } else {
        guest.came && !heard_since(rules.book, guest.person, on)
    };
    is_owed.then(|| word_to(&rules.calendar, event, guest.person, on, rules.today))
}

/// The word to a guest of an event on this day: the invitation, from its day on the word after it (R69).
pub fn word_to(calendar: &Calendar, event: &Event, guest: PersonId, on: NaiveDate, today: NaiveDate) -> Raised {
    let due = if today <= on { earlier(on, INVITE_DAYS) } else { calendar.working.next_after(on) };
    Raised { record: Some(event.id.0), ..Raised::to(guest, Duty::Event, due) }
}

/// Whether I had a word with somebody alone on a later day than this. News that went to many is no word to who was met.
pub fn heard_since(book: &Book, person: PersonId, on: NaiveDate) -> bool {
    book.touches_with(person).any(|touch| touch.counts_for_goal() && touch.on > on)
}
