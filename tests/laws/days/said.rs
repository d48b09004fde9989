//! Sentences that name days, read back: "yesterday" said on a day is the day before it.

use chrono::{Datelike, NaiveDate};
use kith::domain::day::earlier;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The sentence with every day in it written out, as it is meant by who says it on `today`. Two sentences say the same
/// of the same days when these are equal, on whichever days they are said.
pub fn resolved(sentence: &str, today: NaiveDate) -> String {
    let words: Vec<&str> = sentence.split(' ').collect();
    let mut said: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let Some((day, length)) = named(&words[at..], today) else {
            said.push((*word).to_string());
            at += 1;
            continue;
        };
        said.pop_if(|last| last == "on");
        let last = words[at + length - 1];
        said.push(format!("{day}{}", &last[bare(last).len()..]));
        at += length;
    }
    said.join(" ")
}

/// How many days off a duty is said to be: `Tomorrow` is one, `since 2 days` minus two.
pub fn in_days(said: &str) -> i64 {
    let number = || said.split(' ').find_map(|word| word.replace(',', "").parse::<i64>().ok()).unwrap();
    match said {
        "Today" => 0,
        "Tomorrow" => 1,
        said if said.starts_with("in ") => number(),
        said => {
            assert!(said.ends_with(" late") || said.starts_with("since "), "{said}");
            -number()
        }
    }
}

fn bare(word: &str) -> &str {
    word.trim_end_matches(['.', ',', ';', ':'])
}

/// The day these words begin with, and how many of them name it.
fn named(words: &[&str], today: NaiveDate) -> Option<(NaiveDate, usize)> {
    match *words {
        [word, ..] if bare(word) == "today" => Some((today, 1)),
        [word, ..] if bare(word) == "yesterday" => Some((earlier(today, 1), 1)),
        [n, "days", ago, ..] if bare(ago) == "ago" => Some((earlier(today, n.parse().ok()?), 3)),
        [n, month, ..] => {
            let number = MONTHS.iter().position(|name| *name == bare(month))? as u32 + 1;
            let year = words.get(2).filter(|_| bare(month) == month).and_then(|year| bare(year).parse().ok());
            let length = if year.is_some() { 3 } else { 2 };
            let day = NaiveDate::from_ymd_opt(year.unwrap_or(today.year()), number, n.parse().ok()?);
            Some((day.unwrap_or_else(|| panic!("no such day: {words:?}")), length))
        }
        _ => None,
    }
}
