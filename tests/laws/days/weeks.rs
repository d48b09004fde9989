//! What may change in the counts of weeks and months from one day to the next, when nothing changes in the book.

use super::books::{day, days, put};
use chrono::{Datelike, NaiveDate};
use kith::domain::book::Book;
use kith::domain::day::{earlier, later};
use kith::domain::id::PersonId;
use kith::domain::kind::Kind;
use kith::domain::setting::GOAL_MIN;
use kith::message::score::score;
use kith::message::week::this_week;
use kith::rules::duty::owed;
use kith::rules::five::five;
use kith::rules::score::{months, received, review, weeks_back};
use kith::rules::week::{Weeks, week_start};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// How many weeks are shown.
const SHOWN: usize = 52;

/// Sets on which weekday the weeks of a book begin: Monday 1 to Sunday 7.
pub fn begin_on(book: &mut Book, first_day: u8) {
    let choices = book.setting("choices");
    let goals = choices.map(|choices| choices.goals.clone()).unwrap_or_default();
    let working = choices.map(|choices| choices.working_days.clone()).unwrap_or_default();
    let fields = json!({"week_start": first_day, "goals": goals, "working_days": working});
    put(book, &Kind::Setting, "choices", &fields);
}

/// Who was contacted on each day, counted by hand.
fn contacted(book: &Book) -> BTreeMap<NaiveDate, BTreeSet<PersonId>> {
    let mut by_day: BTreeMap<NaiveDate, BTreeSet<PersonId>> = BTreeMap::new();
    for touch in book.touches().filter(|touch| touch.counts_for_goal()) {
        by_day.entry(touch.on).or_default().insert(touch.person);
    }
    by_day
}

/// Checks the weeks of a book on every day.
pub fn check(book: &Book, first_day: u8) {
    let (weeks, by_day) = (Weeks::of(book), contacted(book));
    let mut before = Told::on(book, &weeks, earlier(day(super::books::FIRST), 1));
    for today in days() {
        let told = Told::on(book, &weeks, today);
        let begins = today.weekday().number_from_monday() == u32::from(first_day);
        assert_eq!(told.start == today, begins, "{today}");
        if begins {
            let people: BTreeSet<&PersonId> =
                by_day.range(today..=later(today, 6)).flat_map(|(_, people)| people).collect();
            assert_eq!(told.people as usize, people.len(), "the week of {today}");
            let more = told.shown.min(SHOWN) - before.shown;
            assert!(more <= 1 && told.best >= before.best && told.streak <= before.streak + 1, "{today}");
        } else {
            assert_eq!(Told { pace: before.pace, ..told.clone() }, before, "{today}");
        }
        assert_eq!(told.best, before.best.max(told.streak), "{today}: the best streak is the longest there was");
        assert!(told.pace <= told.goal && told.goal >= GOAL_MIN, "{today}");
        assert!(begins || told.pace >= before.pace, "{today}: the pace falls");
        assert!(later(told.start, 6) != today || told.pace == told.goal, "{today}: the week ends below its goal");
        before = told;
    }
}

/// What is told of the week of a day; all but the pace is the same on each of its days.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    start: NaiveDate,
    people: u32,
    goal: u32,
    pace: u32,
    streak: u32,
    bridged: Vec<NaiveDate>,
    best: u32,
    shown: usize,
}

impl Told {
    fn on(book: &Book, weeks: &Weeks, today: NaiveDate) -> Told {
        let (week, streak) = (weeks.week(today), weeks.streak(today));
        assert_eq!(week.start, week_start(book, today));
        let shown = weeks_back(weeks, SHOWN, today);
        let first = weeks.counted().keys().next();
        assert_eq!(shown.is_empty(), first.is_none_or(|first| *first > week.start), "{today}");
        assert!(shown.first().is_none_or(|latest| *latest == week), "{today}");
        Told {
            start: week.start,
            people: week.people,
            goal: week.goal,
            pace: weeks.pace(today),
            streak: streak.weeks,
            bridged: streak.bridged,
            best: weeks.best(today),
            shown: shown.len(),
        }
    }
}

/// Checks the months of a book on every day, and that the review of a week counts its days.
pub fn check_months(book: &Book) {
    let weeks = Weeks::of(book);
    let received: Vec<NaiveDate> = book.referrals().filter_map(received).collect();
    let thanks: Vec<NaiveDate> = book
        .touches()
        .filter(|touch| touch.went_out() && touch.purposes.contains(&kith::domain::touch::Purpose::Thank))
        .map(|touch| touch.on)
        .collect();
    for today in days() {
        let months = months(book, today);
        let starts: Vec<NaiveDate> = months.iter().map(|month| month.start).collect();
        assert!(starts.len() == 12 && starts.iter().all(|start| start.day() == 1), "{today}: {starts:?}");
        assert!(starts.windows(2).all(|two| (28..=31).contains(&(two[1] - two[0]).num_days())), "{today}: {starts:?}");
        assert_eq!((starts[11].year(), starts[11].month()), (today.year(), today.month()));
        let end = later(starts[11], 31).with_day(1).unwrap();
        let counted: u32 = months.iter().map(|month| month.client + month.other).sum();
        assert_eq!(
            counted as usize,
            received.iter().filter(|day| **day >= starts[0] && **day < end).count(),
            "{today}"
        );
        let start = weeks.start(today);
        let of_week = |start: NaiveDate| thanks.iter().filter(|day| weeks.start(**day) == start).count() as u32;
        let said = review(book, &weeks, today)[5];
        assert_eq!((said.this, said.last), (of_week(start), of_week(earlier(start, 7))), "{today}");
    }
}

/// Checks that a book without a record shows on this day what every empty book shows.
pub fn check_empty(book: &Book, today: NaiveDate) {
    assert_eq!(score(book, SHOWN, today), None, "{today}");
    assert!(owed(book, today).is_empty() && five(book, today).is_empty(), "{today}");
    let week = this_week(book, today);
    assert_eq!((week.score.as_str(), week.streak.as_str()), ("0 of 5", ""), "{today}");
    assert!(!week.pace.contains("Last week"), "{today}: {}", week.pace);
}
