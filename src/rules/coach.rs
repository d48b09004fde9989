//! The four causes: why asks and referrals came to nothing, counted by facts on record only (R29, B13).
//!
//! A case is an ask that was declined, or open for 30 days without a word from them, or a referral whose file was
//! closed. Each counts once, under the first cause that holds in the order below. Where facts leave a choice:
//!
//! * No trust fact at the time: the ask says so itself, or there is none to this day. A rating under 4 is one that was
//!   given; somebody not rated counts against nothing. A referral that was offered had no ask, so no way and no time.
//! * Duties open to that person: the ask says that a loop was open when it was made.
//! * Followed up late: after the working day that follows the introduction, or never. Thanked late: after the day they
//!   agreed. News overdue: more days than chosen without a word to the source about it, up to the end.

use super::duty::{Calendar, words_to_source};
use super::trust::trust_facts;
use crate::domain::ask::{Ask, AskEnd, Comfort};
use crate::domain::book::Book;
use crate::domain::day::{earlier, later};
use crate::domain::id::{AskId, PersonId, ReferralId};
use crate::domain::order::sort_by_key;
use crate::domain::person::Rating;
use crate::domain::referral::{Origin, Referral};
use crate::domain::touch::StartedBy;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// After how many days an ask without news counts as one that came to nothing.
const SILENT_DAYS: u64 = 30;
/// From how many cases on sentences are said.
pub const ENOUGH: usize = 5;

/// Why an ask or a referral came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// Somebody without a reason to vouch for me.
    WrongPeople,
    /// Nobody named, nothing to do, or words they would not say.
    WrongWay,
    /// Too soon after the last ask, or with a word still owed.
    WrongTime,
    /// Late with the follow-up, the thanks or the news.
    FollowThrough,
    /// None of these.
    NoneOfOurs,
}

impl Cause {
    /// All of them, in the order they are looked for.
    pub const ALL: [Cause; 5] =
        [Cause::WrongPeople, Cause::WrongWay, Cause::WrongTime, Cause::FollowThrough, Cause::NoneOfOurs];
}

/// A thing that came to nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// An ask.
    Ask(AskId),
    /// A referral.
    Referral(ReferralId),
}

/// Every case with its cause: the asks, then the referrals, each the latest first (R29, B13).
pub fn cases(book: &Book, today: NaiveDate) -> Vec<(Cause, Case)> {
    let calendar = Calendar::of(book);
    let mut asks: Vec<&Ask> = book.asks().filter(|ask| came_to_nothing(book, ask, today)).collect();
    sort_by_key(&mut asks, |ask| Reverse((ask.on, ask.id)));
    let mut closed: Vec<&Referral> = book.referrals().filter(|referral| referral.closed_on().is_some()).collect();
    sort_by_key(&mut closed, |referral| Reverse((referral.closed_on(), referral.id)));
    let asks = asks.into_iter().map(|ask| (of_ask(book, &calendar, ask), Case::Ask(ask.id)));
    let closed = closed.into_iter().map(|one| (of_referral(book, &calendar, one), Case::Referral(one.id)));
    asks.chain(closed).collect()
}

fn came_to_nothing(book: &Book, ask: &Ask, today: NaiveDate) -> bool {
    let silent = earlier(today, SILENT_DAYS);
    let heard = || book.touches_with(ask.person).any(|touch| touch.started_by == StartedBy::Them && touch.on > silent);
    match ask.outcome.kind {
        AskEnd::Declined => true,
        AskEnd::Open => ask.on <= silent && !heard(),
        _ => false,
    }
}

fn of_ask(book: &Book, calendar: &Calendar, ask: &Ask) -> Cause {
    let causes = [
        (wrong_people(book, ask.person, Some(ask)), Cause::WrongPeople),
        (wrong_way(ask), Cause::WrongWay),
        (wrong_time(book, calendar, ask), Cause::WrongTime),
    ];
    first(causes)
}

fn of_referral(book: &Book, calendar: &Calendar, referral: &Referral) -> Cause {
    let ask = referral.ask.and_then(|id| book.ask(id)).filter(|_| referral.origin == Origin::Asked);
    let causes = [
        (wrong_people(book, referral.source, ask), Cause::WrongPeople),
        (ask.is_some_and(wrong_way), Cause::WrongWay),
        (ask.is_some_and(|ask| wrong_time(book, calendar, ask)), Cause::WrongTime),
        (followed_through_late(book, calendar, referral), Cause::FollowThrough),
    ];
    first(causes)
}

fn first<const N: usize>(causes: [(bool, Cause); N]) -> Cause {
    causes.into_iter().find(|(holds, _)| *holds).map_or(Cause::NoneOfOurs, |(_, cause)| cause)
}

fn wrong_people(book: &Book, person: PersonId, ask: Option<&Ask>) -> bool {
    let too_early = ask.is_some_and(|ask| ask.overrides.iter().any(|passed| passed.step == 2));
    let Some(person) = book.person(person) else { return too_early };
    let low = person.rating.is_some() && person.rating < Rating::try_from(4).ok();
    too_early || low || trust_facts(book, person).is_empty()
}

fn wrong_way(ask: &Ask) -> bool {
    let named = ask.target.as_ref().is_some_and(|target| !target.name.is_empty());
    (ask.profile.is_none() && !named) || ask.action.is_none() || ask.comfortable == Some(Comfort::No)
}

fn wrong_time(book: &Book, calendar: &Calendar, ask: &Ask) -> bool {
    let before = book.asks_to(ask.person).filter(|other| (other.on, other.id) < (ask.on, ask.id));
    let cooling = before.map(|other| later(other.on, calendar.cooling_days)).any(|until| ask.on < until);
    cooling || ask.overrides.iter().any(|passed| passed.step == 1)
}

fn followed_through_late(book: &Book, calendar: &Calendar, referral: &Referral) -> bool {
    let Some(end) = referral.closed_on() else { return false };
    let late = |introduced: NaiveDate| {
        let due = calendar.working.next_after(introduced);
        due < end && referral.followed_up_on.is_none_or(|on| on > due)
    };
    if referral.introduced_on.is_some_and(late) {
        return true;
    }
    let Some(agreed) = referral.agreed_on else { return false };
    let words = words_to_source(book, referral);
    let words: Vec<_> = words.filter(|word| word.on >= agreed && word.on <= end).collect();
    let thanked = words.iter().any(|word| word.on == agreed && word.thanks);
    let mut days: Vec<NaiveDate> = words.iter().map(|word| word.on).chain([agreed, end]).collect();
    days.sort_unstable();
    let told = days.array_windows().all(|[one, next]| *next <= later(*one, calendar.update_days));
    !(thanked || agreed == end) || !told
}

#[cfg(test)]
mod tests;
