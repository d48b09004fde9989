//! The goal of a week as it is typed: how many people to contact, from today on (R13, R14).

use super::{GOAL_MAX, GOAL_MIN, Goal, Setting};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use chrono::NaiveDate;

/// The change that makes this the goal from today on: a week has the goal in force at its end, so no earlier one changes.
///
/// # Errors
/// What is wrong, under `people`: no number, under [`GOAL_MIN`], or over [`GOAL_MAX`].
pub fn set_goal(book: &Book, typed: &str, today: NaiveDate) -> Result<Change, Problems> {
    let people = people(typed).map_err(|why| Problems::one("people", why))?;
    let old = book.setting("choices").cloned().unwrap_or_else(|| Setting::named("choices"));
    let mut goals: Vec<Goal> = old.goals.clone();
    goals.retain(|goal| goal.from < today);
    goals.push(Goal { from: today, people });
    Ok(Change::of(Setting { goals, ..old }))
}

fn people(typed: &str) -> Result<u32, &'static str> {
    const LEAST: &str = "Five is the least that keeps a book alive: one person a working day.";
    match typed.trim().parse::<i64>() {
        Ok(few) if few < i64::from(GOAL_MIN) => Err(LEAST),
        Ok(many) if many > i64::from(GOAL_MAX) => {
            Err("Five hundred is the most. Choose a number you can keep every week.")
        }
        Ok(people) => u32::try_from(people).map_err(|_| LEAST),
        Err(_) => Err("Write a number of people, from 5 to 500."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-18";

    fn set(book: &mut Book, typed: &str, on: &str) -> Vec<(String, u32)> {
        let change = set_goal(book, typed, on.parse().unwrap()).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        let goals = book.setting("choices").map(|choices| choices.goals.clone()).unwrap_or_default();
        goals.iter().map(|goal| (goal.from.to_string(), goal.people)).collect()
    }

    #[test]
    fn r13_a_new_goal_counts_from_today_and_the_old_ones_stay() {
        let mut book = Book::default();
        assert_eq!(set(&mut book, "6", "2026-11-02"), [("2026-11-02".into(), 6)]);
        assert_eq!(set(&mut book, " 8 ", TODAY), [("2026-11-02".into(), 6), (TODAY.into(), 8)]);
        assert_eq!(
            set(&mut book, "7", TODAY),
            [("2026-11-02".into(), 6), (TODAY.into(), 7)],
            "the day's last word stands"
        );
    }

    #[test]
    fn r14_a_goal_under_five_is_refused_with_the_reason_and_so_is_one_over_five_hundred() {
        for (typed, why) in [
            ("4", "Five is the least that keeps a book alive: one person a working day."),
            ("0", "Five is the least that keeps a book alive: one person a working day."),
            ("-1", "Five is the least that keeps a book alive: one person a working day."),
            ("5000", "Five hundred is the most. Choose a number you can keep every week."),
            ("5,000", "Write a number of people, from 5 to 500."),
            ("501", "Five hundred is the most. Choose a number you can keep every week."),
            ("five", "Write a number of people, from 5 to 500."),
            ("", "Write a number of people, from 5 to 500."),
        ] {
            let problems = set_goal(&Book::default(), typed, TODAY.parse().unwrap()).unwrap_err();
            assert_eq!(problems.of("people"), Some(why), "{typed}");
        }
        for typed in ["5", "500"] {
            assert!(set_goal(&Book::default(), typed, TODAY.parse().unwrap()).is_ok());
        }
    }
}
