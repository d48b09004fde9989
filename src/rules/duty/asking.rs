//! Ripe asks: when a source can well be asked, and why now (R19, R30, R31, R45).

use super::Calendar;
use crate::domain::ask::{Ask, AskEnd};
use crate::domain::book::{Book, Ties};
use crate::domain::day::{earlier, later};
use crate::domain::person::{Person, Rating};
use crate::rules::trust::trust_of;
use chrono::NaiveDate;

/// How many days a good moment lasts.
const MOMENT_DAYS: u64 = 14;

/// Why an ask is ripe, the best reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RipeBecause {
    /// They bought on this day.
    Bought(NaiveDate),
    /// They said on this day that they are satisfied.
    Satisfied(NaiveDate),
    /// They thanked me on this day.
    ThankedMe(NaiveDate),
    /// I thanked them on this day for a sale that began with them (R45).
    SaleThanked(NaiveDate),
    /// The relationship is good and they were never asked (R19).
    NeverAsked,
    /// The last ask was long enough ago, on this day.
    Cooled(NaiveDate),
}

/// Why asking this person is ripe on this day, the best reason; `None` when it is not: without a trust fact, with an
/// ask open, while cooling, or with asks switched off. What else is owed to them is the caller's to look at.
pub fn ripe_because(book: &Book, person: &Person, today: NaiveDate) -> Option<RipeBecause> {
    ripe(person, book.ties(person.id), &Calendar::of(book), today)
}

/// Like `ripe_because`, with the calendar at hand.
pub(super) fn ripe(person: &Person, ties: &Ties, calendar: &Calendar, today: NaiveDate) -> Option<RipeBecause> {
    if person.never_ask || ties.asks().any(|ask| ask.outcome.kind == AskEnd::Open) {
        return None;
    }
    let last = ties.asks().max_by_key(|ask| (ask.on, ask.id));
    if last.is_some_and(|ask| not_now_until(ask).is_some_and(|until| until > today)) {
        return None;
    }
    let unasked = |day: &NaiveDate| last.is_none_or(|ask| ask.on < *day);
    let moments = moments(person, ties, today).into_iter();
    let moment = moments.filter(|(day, _)| unasked(day)).map(|(_, because)| because).min();
    let because = moment.or_else(|| match last {
        None => (person.rating >= Rating::try_from(4).ok()).then_some(RipeBecause::NeverAsked),
        Some(ask) => (cooled_on(calendar, ask) <= today).then_some(RipeBecause::Cooled(ask.on)),
    })?;
    trust_of(person, ties).next().map(|_| because)
}

/// The day from which a person may be asked again after this ask.
fn cooled_on(calendar: &Calendar, ask: &Ask) -> NaiveDate {
    not_now_until(ask).unwrap_or_else(|| later(ask.on, calendar.cooling_days))
}

fn not_now_until(ask: &Ask) -> Option<NaiveDate> {
    ask.outcome.on.filter(|_| ask.outcome.kind == AskEnd::NotNow)
}

fn moments(person: &Person, ties: &Ties, today: NaiveDate) -> Vec<(NaiveDate, RipeBecause)> {
    let lately = |day: &NaiveDate| *day <= today && *day >= earlier(today, MOMENT_DAYS);
    let sales = ties.referrals_to().filter_map(|r| r.won_on()).filter(lately);
    let satisfied = person.satisfied_on.filter(lately);
    let mut moments: Vec<_> = sales.map(|day| (day, RipeBecause::Bought(day))).collect();
    moments.extend(satisfied.map(|day| (day, RipeBecause::Satisfied(day))));
    for touch in ties.touch_summaries().filter(|summary| summary.thanks && summary.on <= today) {
        if touch.is_theirs && lately(&touch.on) {
            moments.push((touch.on, RipeBecause::ThankedMe(touch.on)));
        }
        if touch.went_out && touch.of_won {
            moments.push((touch.on, RipeBecause::SaleThanked(touch.on)));
        }
    }
    moments
}
