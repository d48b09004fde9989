//! The score: what a week held, referrals month by month, and how often an ask was made where one could be
//! (R17, R18, R21, R51).

pub mod sources;
pub mod steps;
pub mod strength;
pub mod thanked;
pub mod worth;

use super::week::{Week, Weeks};
use crate::domain::book::Book;
use crate::domain::day::earlier;
use crate::domain::id::PersonId;
use crate::domain::person::Role;
use crate::domain::referral::Referral;
use crate::domain::touch::{Purpose, Touch, TouchKind};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// How many things are counted of a week: people contacted, asks, introductions, follow-ups, sales, thank-yous.
pub const COUNTED: usize = 6;

/// One count of a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// How many this week.
    pub this: u32,
    /// How many last week.
    pub last: u32,
    /// Whether no other week had as many as this one.
    pub is_record: bool,
}

/// This week and the last, each count in the order of [`COUNTED`] (R17).
pub fn review(book: &Book, weeks: &Weeks, today: NaiveDate) -> [Count; COUNTED] {
    let this = weeks.start(today);
    let days = days(book);
    std::array::from_fn(|what| {
        let mut counts: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        for (_, day) in days.iter().filter(|(of, _)| *of == what) {
            *counts.entry(weeks.start(*day)).or_default() += 1;
        }
        if what == 0 {
            counts = weeks.counted().clone();
        }
        let of = |start: NaiveDate| counts.get(&start).copied().unwrap_or_default();
        let best =
            counts.iter().filter(|(start, _)| **start != this).map(|(_, count)| *count).max().unwrap_or_default();
        Count { this: of(this), last: of(earlier(this, 7)), is_record: of(this) > best && best > 0 }
    })
}

/// The days of everything counted but the people contacted, each with what it is.
fn days(book: &Book) -> Vec<(usize, NaiveDate)> {
    let mut days: Vec<(usize, NaiveDate)> = book.asks().filter(|ask| ask.was_made()).map(|ask| (1, ask.on)).collect();
    for referral in book.referrals() {
        let three = [(2, referral.introduced_on), (3, referral.followed_up_on), (4, referral.won_on())];
        days.extend(three.into_iter().filter_map(|(what, day)| Some((what, day?))));
    }
    let thanks = book.touches().filter(|touch| touch.went_out() && touch.purposes.contains(&Purpose::Thank));
    days.extend(thanks.map(|touch| (5, touch.on)));
    days
}

/// Returns the last weeks up to the one of `today`, the latest first, from the first in which anybody was contacted; none
/// before anybody was.
pub fn weeks_back(weeks: &Weeks, most: usize, today: NaiveDate) -> Vec<Week> {
    let first = weeks.counted().keys().next().copied();
    let starts = (0..most as u64).map(|n| earlier(weeks.start(today), 7 * n));
    starts.take_while(|start| first.is_some_and(|first| *start >= first)).map(|start| weeks.week(start)).collect()
}

/// The referrals of one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub start: NaiveDate,
    /// How many came from clients.
    pub client: u32,
    /// How many from others.
    pub other: u32,
}

/// The referrals received in the last twelve months, the earliest month first (R18).
pub fn months(book: &Book, today: NaiveDate) -> Vec<Month> {
    let mut start = today.with_day(1).unwrap_or(today);
    let mut months: Vec<Month> = Vec::with_capacity(12);
    for _ in 0..12 {
        months.insert(0, Month { start, client: 0, other: 0 });
        start = earlier(start, 1).with_day(1).unwrap_or(start);
    }
    for (referral, day) in book.referrals().filter_map(|referral| Some((referral, received(referral)?))) {
        let month =
            months.iter_mut().find(|month| (month.start.year(), month.start.month()) == (day.year(), day.month()));
        let client = book.person(referral.source).is_some_and(|person| person.is(&Role::Client));
        match month {
            Some(month) if client => month.client += 1,
            Some(month) => month.other += 1,
            None => {}
        }
    }
    months
}

/// The day a referral was received: when the source agreed, or else when it moved first.
pub fn received(referral: &Referral) -> Option<NaiveDate> {
    referral.agreed_on.or(referral.introduced_on).or(referral.followed_up_on).or(referral.talked_on)
}

/// Of the meetings with clients since this day, how many there were and in how many an ask was made (R21).
pub fn ask_rate(book: &Book, since: NaiveDate) -> (usize, usize) {
    let is_client = |id: PersonId| book.live_person(id).is_some_and(|person| person.is(&Role::Client));
    let meetings: Vec<&Touch> = book
        .touches()
        .filter(|touch| touch.on >= since && is_meeting(&touch.kind) && is_client(touch.person))
        .collect();
    let asked = |touch: &&&Touch| {
        touch.purposes.contains(&Purpose::Ask)
            || book.asks_to(touch.person).any(|ask| ask.was_made() && ask.on == touch.on)
    };
    (meetings.len(), meetings.iter().filter(asked).count())
}

fn is_meeting(kind: &TouchKind) -> bool {
    use TouchKind::{Coffee, Debrief, Lunch, Meeting, OneToOne, Review};
    matches!(kind, Meeting | Coffee | Lunch | OneToOne | Review | Debrief)
}

/// Of the sales since this day, how many there were and after how many the new client was asked (R51).
pub fn closes_with_ask(book: &Book, since: NaiveDate) -> (usize, usize) {
    let sales = || book.referrals().filter_map(|r| Some((r.prospect, r.won_on().filter(|day| *day >= since)?)));
    let asked =
        |(prospect, day): &(PersonId, NaiveDate)| book.asks_to(*prospect).any(|ask| ask.was_made() && ask.on >= *day);
    (sales().count(), sales().filter(asked).count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask::{Ask, AskEnd, AskOutcome};
    use crate::domain::day::later;
    use crate::domain::person::Person;
    use crate::domain::referral::{End, Outcome};
    use crate::domain::setting::Setting;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn touch(id: &str, person: &str, on: &str, kind: TouchKind, purpose: Purpose) -> Touch {
        let purposes = [purpose].into();
        Touch {
            id: id.parse().unwrap(),
            person: person.parse().unwrap(),
            on: day(on),
            kind,
            purposes,
            ..Touch::default()
        }
    }

    fn ask(id: &str, person: &str, on: &str) -> Ask {
        Ask { id: id.parse().unwrap(), person: person.parse().unwrap(), on: day(on), ..Ask::default() }
    }

    /// `ann` is a client and `bo` is not; `cy` was won on 11 November through `ann`.
    fn book() -> Book {
        let mut book = Book::default();
        for (id, roles) in [("ann", vec![Role::Client]), ("bo", vec![]), ("cy", vec![Role::Client])] {
            let roles = roles.into_iter().collect();
            book.put(Person { id: id.parse().unwrap(), roles, ..Person::default() }.into());
        }
        for (id, source, agreed, won) in [
            ("r1", "ann", "2026-10-02", Some("2026-11-11")),
            ("r2", "bo", "2026-11-17", None),
            ("r3", "ann", "2026-11-17", None),
        ] {
            let (id, source, prospect) = (id.parse().unwrap(), source.parse().unwrap(), "cy".parse().unwrap());
            let outcome = won.map(|on| Outcome { kind: End::Won, on: Some(day(on)), ..Outcome::default() });
            let outcome = outcome.unwrap_or_default();
            let agreed_on = Some(day(agreed));
            book.put(Referral { id, source, prospect, agreed_on, outcome, ..Referral::default() }.into());
        }
        book.put(touch("t1", "ann", "2026-11-16", TouchKind::Lunch, Purpose::CatchUp).into());
        book.put(touch("t2", "ann", "2026-11-17", TouchKind::Call, Purpose::Thank).into());
        book.put(touch("t3", "bo", "2026-11-17", TouchKind::Meeting, Purpose::Thank).into());
        book.put(touch("t4", "cy", "2026-11-10", TouchKind::Coffee, Purpose::Ask).into());
        book.put(ask("a1", "ann", "2026-11-16").into());
        book
    }

    #[test]
    fn r17_a_week_is_reviewed_beside_the_last_and_its_records_are_marked() {
        let book = book();
        let review = review(&book, &Weeks::of(&book), day("2026-11-18"));
        let told = review.map(|count| (count.this, count.last, count.is_record));
        let nothing = (0, 0, false);
        assert_eq!(told, [(2, 1, true), (1, 0, false), nothing, nothing, (0, 1, false), (2, 0, false)]);
    }

    #[test]
    fn r17_the_weeks_go_back_to_the_first_word() {
        let book = book();
        let weeks = Weeks::of(&book);
        let back: Vec<(u32, u32)> =
            weeks_back(&weeks, 52, day("2026-11-18")).iter().map(|week| (week.people, week.goal)).collect();
        assert_eq!(back, [(2, 5), (1, 5)]);
        assert_eq!(weeks_back(&weeks, 1, day("2026-11-18")).len(), 1);
    }

    #[test]
    fn r17_before_anybody_was_contacted_no_day_of_a_week_has_a_week_to_show() {
        for first_day in 0..=8 {
            let mut book = Book::default();
            book.put(Setting { week_start: Some(first_day), ..Setting::named("choices") }.into());
            for n in 0..7 {
                let today = later(day("2026-11-30"), n);
                assert_eq!(weeks_back(&Weeks::of(&book), 52, today), [], "{today}, weeks from day {first_day}");
            }
        }
    }

    #[test]
    fn r18_referrals_are_counted_by_month_from_clients_and_from_others() {
        let months = months(&book(), day("2026-11-18"));
        let told: Vec<(String, u32, u32)> =
            months.iter().map(|month| (month.start.to_string(), month.client, month.other)).collect();
        assert_eq!((told.len(), told[0].0.as_str()), (12, "2025-12-01"));
        assert_eq!(told[10], ("2026-10-01".into(), 1, 0));
        assert_eq!(told[11], ("2026-11-01".into(), 1, 1));
    }

    #[test]
    fn r21_the_ask_rate_is_of_meetings_with_clients() {
        assert_eq!(ask_rate(&book(), day("2026-11-01")), (2, 2));
        let mut book = book();
        book.put(touch("t5", "ann", "2026-11-18", TouchKind::Review, Purpose::CatchUp).into());
        assert_eq!(ask_rate(&book, day("2026-11-01")), (3, 2));
        assert_eq!(ask_rate(&book, day("2026-11-17")), (1, 0));
        let later = AskOutcome { kind: AskEnd::NotNow, ..AskOutcome::default() };
        book.put(Ask { outcome: later, ..ask("a3", "ann", "2026-11-18") }.into());
        assert_eq!(ask_rate(&book, day("2026-11-17")), (1, 0), "a not now is no ask");
        assert_eq!(days(&book).iter().filter(|(what, _)| *what == 1).count(), 1);
    }

    #[test]
    fn r51_a_close_with_an_ask_is_a_sale_after_which_the_new_client_was_asked() {
        let mut book = book();
        assert_eq!(closes_with_ask(&book, day("2026-01-01")), (1, 0));
        book.put(ask("a2", "cy", "2026-11-11").into());
        assert_eq!(closes_with_ask(&book, day("2026-01-01")), (1, 1));
        assert_eq!(closes_with_ask(&book, day("2026-11-12")), (0, 0));
    }
}
