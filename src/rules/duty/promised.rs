//! Duties that promises raise: help, the lines and the review of a mutual plan, invitations and the word after an event.

use super::{Duty, Raised, Rules};
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
    event.invited.iter().filter_map(|guest| of_guest(rules, event, guest, on)).collect()
}

fn of_guest(rules: &Rules, event: &Event, guest: &Guest, on: NaiveDate) -> Option<Raised> {
    let due = if rules.today <= on {
        guest.answer.is_none().then(|| earlier(on, INVITE_DAYS))
    } else {
        let spoke = rules.book.touches_with(guest.person).any(|touch| touch.went_out() && touch.on > on);
        (guest.came && !spoke).then(|| rules.calendar.working.next_after(on))
    };
    Some(Raised { record: Some(event.id.0), ..Raised::to(guest.person, Duty::Event, due?) })
}
