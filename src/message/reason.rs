//! Days and numbers in words, and what the head of Today says of its rows.

use crate::rules::duty::{Owed, When};
use crate::rules::today_rows::{TodayRow, unthanked};
use chrono::{Datelike, NaiveDate};

/// How a due day lies to today.
pub fn when(owed: &Owed, today: NaiveDate) -> String {
    let days = (owed.due - today).num_days();
    match owed.when {
        When::Late => format!("{} late", count(days.unsigned_abs() as usize, "day")),
        When::Today if days < 0 => format!("since {}", count(days.unsigned_abs() as usize, "day")),
        When::Today => "Today".to_string(),
        When::Ripe => "Ripe".to_string(),
        When::Soon if days == 1 => "Tomorrow".to_string(),
        When::Soon => format!("in {}", count(days.unsigned_abs() as usize, "day")),
    }
}

/// A day in the past as it is said: days up to a fortnight, then the date, with the year if it is another.
pub fn ago(day: NaiveDate, today: NaiveDate) -> String {
    match (today - day).num_days() {
        0 => "today".to_string(),
        1 => "yesterday".to_string(),
        n @ 2..=14 => format!("{n} days ago"),
        _ => format!("on {}", date(day, today)),
    }
}

/// A date: `2 November`, with the year if it is not this one.
pub fn date(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() { day.format("%-d %B").to_string() } else { day.format("%-d %B %Y").to_string() }
}

/// A date in a narrow column: `2 Nov`, with the year if it is not this one.
pub fn short_date(day: NaiveDate, today: NaiveDate) -> String {
    if day.year() == today.year() { day.format("%-d %b").to_string() } else { day.format("%-d %b %Y").to_string() }
}

/// A date with its weekday, as the head of Today has it: `Wednesday 18 November`.
pub fn long_date(day: NaiveDate) -> String {
    day.format("%A %-d %B").to_string()
}

/// A number as it is read aloud: `10,000`.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut said = String::with_capacity(digits.len() + 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

/// A count with its word: `1 day`, `2 days`; people are irregular.
pub fn count(n: usize, word: &str) -> String {
    match (n, word) {
        (1, _) => format!("1 {word}"),
        (n, "person") => format!("{} people", number(n)),
        (n, word) => format!("{} {word}s", number(n)),
    }
}

/// What the head of Today says about its rows: how many wait, and who is not thanked yet, with the age of that (R61).
pub fn lead(rows: &[TodayRow], today: NaiveDate) -> String {
    let people = |when: When| rows.iter().filter(|row| row.person.is_some() && row.when() == when).count();
    let (late, due) = (people(When::Late), people(When::Today));
    let waiting = match (late + due, late) {
        (0, _) => return "You owe nobody a word. A rare morning.".to_string(),
        (all, 0) => format!("You owe {} a word.", count(all, "person")),
        (1, 1) => "You owe one person a word, and it is late.".to_string(),
        (all, 1) => format!("You owe {} a word. One of them has been waiting too long.", count(all, "person")),
        (all, late) => format!("You owe {} a word. {late} of them have been waiting too long.", count(all, "person")),
    };
    match unthanked(rows, today) {
        (0, _) => waiting,
        (1, 0) => format!("{waiting} One is to be thanked today."),
        (n, 0) => format!("{waiting} {n} are to be thanked today."),
        (1, days) => format!("{waiting} One has gone unthanked for {}.", count(days, "day")),
        (n, days) => format!("{waiting} {n} have gone unthanked, one of them for {}.", count(days, "day")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::duty::{Duty, Raised};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_said_up_to_a_fortnight_then_the_date() {
        let today = day("2026-11-21");
        for (of, said) in [
            ("2026-11-21", "today"),
            ("2026-11-20", "yesterday"),
            ("2026-11-07", "14 days ago"),
            ("2026-11-06", "on 6 November"),
            ("2025-11-06", "on 6 November 2025"),
            ("2026-11-22", "on 22 November"),
        ] {
            assert_eq!(ago(day(of), today), said);
        }
    }

    #[test]
    fn one_is_not_plural() {
        assert_eq!(
            (count(1, "day"), count(2, "day"), count(0, "person")),
            ("1 day".into(), "2 days".into(), "0 people".into())
        );
        assert_eq!(count(10_000, "person"), "10,000 people");
        assert_eq!([0, 999, 1_000, 1_234_567].map(number), ["0", "999", "1,000", "1,234,567"]);
    }

    #[test]
    fn nothing_owed_is_said_as_such() {
        assert_eq!(lead(&[], day("2026-11-20")), "You owe nobody a word. A rare morning.");
    }

    #[test]
    fn r61_the_head_of_today_says_how_many_are_unthanked_and_for_how_long() {
        let row = |person: &str, duty: Duty, due: &str| {
            let (person, due, today) = (person.parse().unwrap(), day(due), day("2026-11-20"));
            let when = if due < today { When::Late } else { When::Today };
            TodayRow { person: Some(person), owed: vec![Owed { raised: Raised::to(person, duty, due), due, when }] }
        };
        let said = |rows: &[TodayRow]| lead(rows, day("2026-11-20"));
        let [late, later] = ["2026-11-08", "2026-11-19"].map(|due| row("p1", Duty::ThankAgreed, due));
        let today = row("p2", Duty::ThankWon, "2026-11-20");
        let update = row("p3", Duty::Update, "2026-11-02");
        assert_eq!(said(std::slice::from_ref(&today)), "You owe 1 person a word. One is to be thanked today.");
        assert_eq!(said(&[update]), "You owe one person a word, and it is late.");
        let one = "You owe one person a word, and it is late. One has gone unthanked for 1 day.";
        assert_eq!(said(&[later]), one);
        let two = "You owe 2 people a word. One of them has been waiting too long. 2 have gone unthanked, one of them for 12 days.";
        assert_eq!(said(&[late, today]), two);
    }
}
