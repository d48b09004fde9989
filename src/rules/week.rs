//! The week: whom I contacted, the goal, the streak (R13–R16).

use crate::domain::book::{Book, Ties};
use crate::domain::day::{WorkingDays, earlier, later};
use crate::domain::id::PersonId;
use crate::domain::id_map::IdMap;
use crate::domain::order::sort_by_key;
use crate::domain::setting::{GOAL_MIN, Goal};
use crate::rules::duty::working_days;
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// The weeks of a book, each by the day it starts: who was contacted in it, and the goal in force at its end.
///
/// Contacted is who had at least one word of mine in it that was meant for them alone; how many words does not matter, and
/// a word logged late counts for its own day. It is counted after every change of the book, so it looks at the gists alone.
pub struct Weeks {
    starts_on: Weekday,
    working: WorkingDays,
    goals: Vec<Goal>,
    contacted: BTreeMap<NaiveDate, u32>,
}

/// One week as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Its first day.
    pub start: NaiveDate,
    /// How many people to contact in it.
    pub goal: u32,
    /// How many were.
    pub people: u32,
}

impl Week {
    /// Whether the goal was reached.
    pub fn is_reached(&self) -> bool {
        self.people >= self.goal
    }
}

/// How many weeks in a row reached their goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Streak {
    /// The weeks that reached it; a bridged week is not one of them.
    pub weeks: u32,
    /// The single missed weeks between two that reached it, the latest first.
    pub bridged: Vec<NaiveDate>,
}

impl Weeks {
    /// Of this book.
    pub fn of(book: &Book) -> Weeks {
        let mut weeks = calendar(book);
        let mut counts: IdMap<NaiveDate, u32> = IdMap::default();
        for ties in book.all_ties() {
            // The words to one person stand by their day, so those of one week follow one another.
            let mut counted = None;
            for summary in ties.touch_summaries().filter(|summary| summary.counts_for_goal) {
                let start = weeks.start(summary.on);
                if counted.replace(start) != Some(start) {
                    *counts.entry(start).or_default() += 1;
                }
            }
        }
        weeks.contacted = counts.into_iter().collect();
        weeks
    }

    /// The first day of the week a day lies in.
    pub fn start(&self, day: NaiveDate) -> NaiveDate {
        earlier(day, u64::from(day.weekday().days_since(self.starts_on)))
    }

    /// The week a day lies in.
    pub fn week(&self, day: NaiveDate) -> Week {
        let start = self.start(day);
        let people = self.contacted.get(&start).copied().unwrap_or_default();
        Week { start, goal: self.goal(start), people }
    }

    /// How many people were contacted in each week in which anybody was, by the day it starts.
    pub fn counted(&self) -> &BTreeMap<NaiveDate, u32> {
        &self.contacted
    }

    /// The last working day that is left of the week on this day; its last day where none is.
    pub fn last_day(&self, today: NaiveDate) -> NaiveDate {
        let end = later(self.start(today), 6);
        let mut day = end;
        while day > today && !self.working.includes(day) {
            day = earlier(day, 1);
        }
        if self.working.includes(day) { day } else { end }
    }

    /// The goal in force at the end of the week that starts on this day; never under five.
    fn goal(&self, start: NaiveDate) -> u32 {
        let end = later(start, 6);
        let goal = self.goals.iter().rev().find(|goal| goal.from <= end);
        goal.map_or(GOAL_MIN, |goal| goal.people.max(GOAL_MIN))
    }

    /// How many of the week's people should have been contacted by the end of this day to keep an even pace.
    pub fn pace(&self, today: NaiveDate) -> u32 {
        let start = self.start(today);
        let days = |until: u64| (0..=until).filter(|n| self.working.includes(later(start, *n))).count() as u32;
        let (passed, all) = (days((today - start).num_days().unsigned_abs()), days(6).max(1));
        (self.goal(start) * passed).div_ceil(all)
    }

    /// The streak as of this day: reached weeks up to last week, and this one once it is reached. A single missed week
    /// between two reached ones is bridged; two in a row end it.
    pub fn streak(&self, today: NaiveDate) -> Streak {
        let first = self.contacted.keys().next().copied().unwrap_or(today);
        let mut streak = Streak::default();
        let mut missed: Option<NaiveDate> = None;
        let this = self.week(today);
        if this.is_reached() {
            streak.weeks = 1;
        }
        let mut start = earlier(this.start, 7);
        while start >= self.start(first) {
            match (self.week(start).is_reached(), missed) {
                (true, gap) => {
                    streak.weeks += 1;
                    streak.bridged.extend(gap);
                    missed = None;
                }
                (false, None) if streak.weeks > 0 => missed = Some(start),
                (false, _) => break,
            }
            start = earlier(start, 7);
        }
        streak
    }

    /// The best streak there ever was, as of this day.
    pub fn best(&self, today: NaiveDate) -> u32 {
        let reached = self.contacted.keys().filter(|start| **start <= today && self.week(**start).is_reached());
        let reached: BTreeSet<NaiveDate> = reached.copied().collect();
        let mut best = 0;
        let mut run = 0;
        let mut last: Option<NaiveDate> = None;
        for start in reached {
            let goes_on = last.is_some_and(|last| (start - last).num_days() <= 14);
            run = if goes_on { run + 1 } else { 1 };
            best = best.max(run);
            last = Some(start);
        }
        best
    }
}

/// The calendar of the weeks, before anybody is counted.
fn calendar(book: &Book) -> Weeks {
    let choices = book.setting("choices");
    let mut goals = choices.map(|c| c.goals.clone()).unwrap_or_default();
    goals.sort_by_key(|goal| goal.from);
    let starts_on = choices.and_then(|c| Weekday::try_from(c.week_start?.checked_sub(1)?).ok());
    let working = choices.map(working_days).unwrap_or_default();
    Weeks { starts_on: starts_on.unwrap_or(Weekday::Mon), working, goals, contacted: BTreeMap::new() }
}

/// Who was contacted in the week a day lies in, each with the first day they were, the earliest first (R15).
pub fn faces(book: &Book, day: NaiveDate) -> Vec<(PersonId, NaiveDate)> {
    let start = week_start(book, day);
    let mut faces: Vec<_> = book.all_ties().filter_map(|ties| contacted_on(ties, start)).collect();
    sort_by_key(&mut faces, |(person, on)| (*on, *person));
    faces
}

/// The first day of the week a day lies in.
pub fn week_start(book: &Book, day: NaiveDate) -> NaiveDate {
    calendar(book).start(day)
}

/// Who these ties are of, with the first day they were contacted in the week that starts on this day; `None` when they
/// were not.
pub fn contacted_on(ties: &Ties, start: NaiveDate) -> Option<(PersonId, NaiveDate)> {
    let first = ties.touches_between(start, later(start, 6)).find(|touch| touch.counts_for_goal());
    first.map(|touch| (touch.person, touch.on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{Mint, Session, TouchId};
    use crate::domain::setting::Setting;
    use crate::domain::touch::{StartedBy, Touch, TouchKind};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// A book in which so many people were contacted on each day.
    fn book(days: &[(&str, u32)]) -> Book {
        let mut mint = Mint::new(Session::of_bits(1));
        let mut book = Book::default();
        for (on, people) in days {
            for person in 0..*people {
                book.put(call(&mut mint, on, person).into());
            }
        }
        book
    }

    fn call(mint: &mut Mint, on: &str, person: u32) -> Touch {
        let person = format!("p{person}").parse().unwrap();
        Touch { id: TouchId(mint.id()), person, on: day(on), kind: TouchKind::Call, ..Touch::default() }
    }

    fn goals(book: &mut Book, goals: &[(&str, u32)]) {
        let goals = goals.iter().map(|(from, people)| Goal { from: day(from), people: *people }).collect();
        book.put(Setting { goals, ..Setting::named("choices") }.into());
    }

    #[test]
    fn r13_people_count_once_a_week_and_only_for_words_of_mine_meant_for_them() {
        let mut book = book(&[("2026-11-16", 2), ("2026-11-18", 3)]);
        let mut mint = Mint::new(Session::of_bits(2));
        for (kind, by) in [(TouchKind::Communication, StartedBy::Me), (TouchKind::Call, StartedBy::Them)] {
            let touch = Touch { kind, started_by: by, ..call(&mut mint, "2026-11-17", 9) };
            book.put(touch.into());
        }
        assert_eq!(Weeks::of(&book).week(day("2026-11-22")).people, 3);
    }

    #[test]
    fn r15_a_word_logged_late_counts_for_its_own_week() {
        let weeks = Weeks::of(&book(&[("2026-11-15", 1), ("2026-11-16", 1)]));
        assert_eq!(weeks.week(day("2026-11-15")), Week { start: day("2026-11-09"), goal: 5, people: 1 });
        assert_eq!(weeks.week(day("2026-11-16")), Week { start: day("2026-11-16"), goal: 5, people: 1 });
    }

    #[test]
    fn r13_a_week_can_start_on_sunday_and_week_53_and_leap_days_are_weeks_like_any_other() {
        let mut all = book(&[("2026-11-15", 1)]);
        all.put(Setting { week_start: Some(7), ..Setting::named("choices") }.into());
        assert_eq!(Weeks::of(&all).week(day("2026-11-21")).start, day("2026-11-15"));
        let weeks = Weeks::of(&book(&[("2026-12-31", 2), ("2027-01-01", 4), ("2028-02-29", 1)]));
        assert_eq!(weeks.week(day("2027-01-03")), Week { start: day("2026-12-28"), goal: 5, people: 4 });
        assert_eq!(weeks.week(day("2028-03-05")), Week { start: day("2028-02-28"), goal: 5, people: 1 });
    }

    #[test]
    fn r13_a_changed_goal_changes_no_earlier_week_and_is_never_under_five() {
        let mut book = book(&[]);
        goals(&mut book, &[("2026-11-18", 8), ("2026-11-30", 2)]);
        let weeks = Weeks::of(&book);
        let goal = |on: &str| weeks.week(day(on)).goal;
        assert_eq!((goal("2026-11-15"), goal("2026-11-16"), goal("2026-11-29")), (5, 8, 8));
        assert_eq!(goal("2026-11-30"), 5);
    }

    #[test]
    fn r15_the_pace_is_even_over_the_working_days() {
        let weeks = Weeks::of(&book(&[]));
        let pace: Vec<u32> = (0..7).map(|n| weeks.pace(later(day("2026-11-16"), n))).collect();
        assert_eq!(pace, [1, 2, 3, 4, 5, 5, 5]);
        let mut seven = book(&[]);
        goals(&mut seven, &[("2026-01-01", 7)]);
        assert_eq!(Weeks::of(&seven).pace(day("2026-11-18")), 5);
    }

    #[test]
    fn r15_a_face_fills_a_slot_on_the_first_day_of_the_week_it_was_seen() {
        let book = book(&[("2026-11-15", 3), ("2026-11-18", 2), ("2026-11-17", 1), ("2026-11-23", 4)]);
        let faces: Vec<String> =
            faces(&book, day("2026-11-19")).iter().map(|(person, on)| format!("{person} {on}")).collect();
        assert_eq!(faces, ["p0 2026-11-17", "p1 2026-11-18"]);
    }

    #[test]
    fn r15_the_last_day_of_a_week_is_its_last_working_day_that_is_left() {
        let weeks = Weeks::of(&book(&[]));
        let last = |on: &str| weeks.last_day(day(on)).to_string();
        assert_eq!((last("2026-11-16"), last("2026-11-20")), ("2026-11-20".into(), "2026-11-20".into()));
        assert_eq!((last("2026-11-21"), last("2026-11-22")), ("2026-11-22".into(), "2026-11-22".into()));
    }

    fn streak(reached: &[&str], today: &str) -> (u32, Vec<String>, u32) {
        let days: Vec<(&str, u32)> = reached.iter().map(|on| (*on, 5)).collect();
        let weeks = Weeks::of(&book(&days));
        let streak = weeks.streak(day(today));
        (streak.weeks, streak.bridged.iter().map(NaiveDate::to_string).collect(), weeks.best(day(today)))
    }

    #[test]
    fn r16_a_streak_counts_full_weeks_and_this_one_once_it_is_reached() {
        assert_eq!(streak(&["2026-11-02", "2026-11-09"], "2026-11-18"), (2, vec![], 2));
        assert_eq!(streak(&["2026-11-02", "2026-11-09", "2026-11-17"], "2026-11-18"), (3, vec![], 3));
        assert_eq!(streak(&[], "2026-11-18"), (0, vec![], 0));
    }

    #[test]
    fn r16_one_missed_week_is_bridged_and_shown_and_two_end_the_streak() {
        let bridged = vec!["2026-11-02".to_string()];
        assert_eq!(streak(&["2026-10-26", "2026-11-09"], "2026-11-18"), (2, bridged.clone(), 2));
        assert_eq!(streak(&["2026-10-19", "2026-10-26", "2026-11-09"], "2026-11-18"), (3, bridged, 3));
        assert_eq!(streak(&["2026-10-19", "2026-11-09"], "2026-11-18"), (1, vec![], 1));
        // Last week was missed: it is bridged as soon as this one is reached, and not before.
        assert_eq!(streak(&["2026-11-02"], "2026-11-18"), (0, vec![], 1));
        assert_eq!(streak(&["2026-11-02", "2026-11-16"], "2026-11-18"), (2, vec!["2026-11-09".to_string()], 2));
    }
}
