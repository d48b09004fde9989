//! Days that return each year, such as a birthday: a month and a day, and the year where it is known.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A year that has a 29 February; stands in where none is known.
const LEAP: i32 = 2000;
/// The years that are taken.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;

/// A day that returns each year. In the file `1979-04-15`, or `--04-15` where the year is not known (ISO 8601, RFC 6350
/// §4.3.1). Ordered as in a calendar: by month and day, then by year, an unknown one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AnnualDate {
    month: u32,
    day: u32,
    year: Option<i32>,
}

/// The text says no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnnualDate;

impl fmt::Display for NotAnnualDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Write a day that exists, such as 15 April, or 15 April 1979 if you know the year.")
    }
}

impl std::error::Error for NotAnnualDate {}

impl AnnualDate {
    /// Returns the day of this month; `None` when there is none, such as 31 February, or 29 February of a common year.
    pub fn new(year: Option<i32>, month: u32, day: u32) -> Option<AnnualDate> {
        let known = year.is_none_or(|year| YEARS.contains(&year));
        NaiveDate::from_ymd_opt(year.unwrap_or(LEAP), month, day).filter(|_| known)?;
        Some(AnnualDate { month, day, year })
    }

    /// Returns the day in the notation of ISO 8601: `1979-04-15`, `--04-15`.
    pub fn iso(self) -> String {
        match self.year {
            Some(year) => format!("{year:04}-{:02}-{:02}", self.month, self.day),
            None => format!("--{:02}-{:02}", self.month, self.day),
        }
    }

    /// Returns the day as a vCard has it: `1979-04-15`, and `--0415` without the year, for which RFC 6350 has no dash.
    pub fn vcard(self) -> String {
        if self.year.is_some() { self.iso() } else { format!("--{:02}{:02}", self.month, self.day) }
    }

    /// The year, where it is known.
    pub fn year(self) -> Option<i32> {
        self.year
    }

    /// The day with its year; `None` where the year is not known.
    pub fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }

    /// Returns whether both can be one day; `None` where only a year is missing, so that they may be.
    pub fn agrees(self, other: AnnualDate) -> Option<bool> {
        let same = (self.month, self.day) == (other.month, other.day);
        match self.year.zip(other.year) {
            Some((one, another)) => Some(same && one == another),
            None if same => None,
            None => Some(false),
        }
    }
}

/// In words: `15 April 1979`, `15 April`.
impl fmt::Display for AnnualDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = NaiveDate::from_ymd_opt(LEAP, self.month, self.day).unwrap_or_default();
        write!(f, "{}", day.format("%-d %B"))?;
        self.year.map_or(Ok(()), |year| write!(f, " {year}"))
    }
}

/// Reads `1979-04-15`, `19790415`, `--04-15`, `--0415`, `15 April 1979`, `15 Apr`, `April 15, 1979`. What is written in
/// numbers only and may be two days, such as `3/4/1980`, is none.
impl FromStr for AnnualDate {
    type Err = NotAnnualDate;
    fn from_str(text: &str) -> Result<AnnualDate, NotAnnualDate> {
        let text = text.trim();
        in_numbers(text).or_else(|| in_words(text)).ok_or(NotAnnualDate)
    }
}

impl TryFrom<String> for AnnualDate {
    type Error = NotAnnualDate;
    fn try_from(text: String) -> Result<AnnualDate, NotAnnualDate> {
        text.parse()
    }
}

impl From<AnnualDate> for String {
    fn from(day: AnnualDate) -> String {
        day.iso()
    }
}

fn in_numbers(text: &str) -> Option<AnnualDate> {
    let (is_annual, rest) = text.strip_prefix("--").map_or((false, text), |rest| (true, rest));
    if let ([year, month, day], false) = (rest.split('-').collect::<Vec<_>>().as_slice(), is_annual) {
        return AnnualDate::new(Some(number(year, 4)?), month_or_day(month)?, month_or_day(day)?);
    }
    let (month, day) = match rest.split_once('-') {
        Some(parts) => parts,
        None if is_annual => rest.split_at_checked(2)?,
        None => {
            let (year, rest) = rest.split_at_checked(4)?;
            let (month, day) = rest.split_at_checked(2)?;
            return AnnualDate::new(Some(number(year, 4)?), month_or_day(month)?, month_or_day(day)?);
        }
    };
    AnnualDate::new(None, month_or_day(month)?, month_or_day(day)?).filter(|_| is_annual)
}

/// A number of exactly so many digits.
fn number(text: &str, digits: usize) -> Option<i32> {
    (text.len() == digits && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

fn month_or_day(text: &str) -> Option<u32> {
    number(text, 2).and_then(|number| u32::try_from(number).ok())
}

/// `15 April 1979`, `15. Apr`, `April 15, 1979`.
fn in_words(text: &str) -> Option<AnnualDate> {
    let words: Vec<&str> = text.split([' ', ',', '.']).filter(|word| !word.is_empty()).collect();
    let (first, second, year) = match words.as_slice() {
        [first, second] => (*first, *second, None),
        [first, second, year] => (*first, *second, Some(number(year, 4)?)),
        _ => return None,
    };
    let (day, month) = if first.starts_with(|c: char| c.is_ascii_digit()) { (first, second) } else { (second, first) };
    let is_day = day.len() <= 2 && day.bytes().all(|b| b.is_ascii_digit());
    AnnualDate::new(year, month_of(month)?, day.parse().ok().filter(|_| is_day)?)
}

/// The number of a month by its English name or the first three letters of it.
fn month_of(name: &str) -> Option<u32> {
    if !name.is_ascii() || name.len() < 3 {
        return None;
    }
    let day = NaiveDate::parse_from_str(&format!("1 {name} {LEAP}"), "%d %B %Y").ok()?;
    Some(day.month())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_day_is_read_in_the_forms_people_and_files_write() {
        for (text, iso, words) in [
            ("1979-04-15", "1979-04-15", "15 April 1979"),
            ("19790415", "1979-04-15", "15 April 1979"),
            ("--04-15", "--04-15", "15 April"),
            ("--0415", "--04-15", "15 April"),
            (" 15 April 1979 ", "1979-04-15", "15 April 1979"),
            ("15 april", "--04-15", "15 April"),
            ("5. Apr", "--04-05", "5 April"),
            ("April 15, 1979", "1979-04-15", "15 April 1979"),
            ("Feb 29", "--02-29", "29 February"),
            ("29 February 2000", "2000-02-29", "29 February 2000"),
        ] {
            let day: AnnualDate = text.parse().unwrap_or_else(|_| panic!("{text}"));
            assert_eq!((day.iso().as_str(), day.to_string().as_str()), (iso, words));
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "31 February",
            "29 February 1979",
            "1979-02-29",
            "--0230",
            "--02-30",
            "1987-11",
            "3/4/1980",
            "04-15",
            "1979",
            "April",
            "15",
            "in spring",
            "",
            "--",
            "15 April 79",
            "1-2-1979",
            "0000-01-01",
            "٣ April",
            "15 Ma",
        ] {
            assert_eq!(text.parse::<AnnualDate>(), Err(NotAnnualDate), "{text}");
        }
    }

    #[test]
    fn days_are_in_the_order_of_a_calendar_and_an_unknown_year_comes_first() {
        let mut days = ["1 May 1960", "29 February 2000", "1 March 1990", "29 February", "1 May"]
            .map(|text| text.parse::<AnnualDate>().unwrap());
        days.sort_unstable();
        let said = days.map(AnnualDate::iso);
        assert_eq!(said, ["--02-29", "2000-02-29", "1990-03-01", "--05-01", "1960-05-01"]);
    }

    #[test]
    fn birthdays_agree_differ_or_may_agree() {
        let read = |text: &str| text.parse::<AnnualDate>().unwrap();
        let whole = read("15 April 1979");
        assert_eq!(whole.agrees(read("1979-04-15")), Some(true));
        assert_eq!(whole.agrees(read("15 April")), None);
        assert_eq!(whole.agrees(read("15 April 1980")), Some(false));
        assert_eq!(whole.agrees(read("9 May")), Some(false));
    }

    proptest! {
        #[test]
        fn every_day_is_read_back_from_the_file_and_from_words(year in prop::option::of(-10..10_010_i32), month in 0..14_u32, day in 0..33_u32) {
            if let Some(there) = AnnualDate::new(year, month, day) {
                prop_assert_eq!(there.iso().parse(), Ok(there));
                prop_assert_eq!(there.date().is_some(), year.is_some());
                let json = serde_json::to_string(&there).unwrap();
                prop_assert_eq!(serde_json::from_str::<AnnualDate>(&json).unwrap(), there);
                if year.is_none_or(|year| year >= 1000) {
                    prop_assert_eq!(there.to_string().parse(), Ok(there));
                }
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,24}|[0-9 .,-]{0,14}") {
            prop_assert!(text.parse::<AnnualDate>().is_ok_and(|day| day.iso().parse() == Ok(day)) || text.parse::<AnnualDate>().is_err());
        }
    }
}
