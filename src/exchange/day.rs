//! Days as other programs write them, in any of their forms, as words or as a day of the calendar.

use crate::domain::setting::First;
use chrono::NaiveDate;

/// What stands first in a day such as `3/4/1980`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The day, as most of the world writes.
    DayFirst,
    /// The month, as the United States write.
    MonthFirst,
}

impl Order {
    /// The order that was said; `None` for a word of a newer version.
    pub fn of(said: &First) -> Option<Order> {
        match said {
            First::Day => Some(Order::DayFirst),
            First::Month => Some(Order::MonthFirst),
            First::Other(_) => None,
        }
    }

    /// The order in a country of these two letters (ISO 3166-1), where only one is common there: Unicode CLDR has the
    /// month first in the United States and what is near them, and the year first or both in others.
    pub fn of_country(letters: &str) -> Option<Order> {
        match letters {
            "US" | "PR" | "GU" | "VI" | "AS" | "MP" | "UM" | "FM" | "MH" | "PW" | "PH" => Some(Order::MonthFirst),
            "CA" | "CN" | "JP" | "KR" | "KP" | "TW" | "HU" | "LT" | "MN" | "SE" | "ZA" | "" => None,
            _ => Some(Order::DayFirst),
        }
    }

    /// The order where a language is spoken as its tag says (RFC 5646), such as `en-GB`; `None` where it names no region.
    pub fn of_language(tag: &str) -> Option<Order> {
        let region = tag.split('-').skip(1).find(|part| part.len() == 2)?;
        Order::of_country(&region.to_ascii_uppercase())
    }
}

/// What a text tells of the order in which days are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tells {
    /// Nothing: it is no day, or one that can be read in one way only and in no other order.
    Nothing,
    /// That it is this one.
    Order(Order),
    /// It may be either.
    Either,
}

/// What a text tells of the order in which days are written: `12/28/1969` that the month stands first.
pub fn tells(text: &str) -> Tells {
    let date = first_part(text);
    match parts(date).and_then(|(mark, [first, second, _])| marked(mark).then_some((first, second))) {
        Some((first, second)) if (1..=12).contains(&first) && (1..=12).contains(&second) && first != second => {
            Tells::Either
        }
        Some((13..=31, 1..=12)) => Tells::Order(Order::DayFirst),
        Some((1..=12, 13..=31)) => Tells::Order(Order::MonthFirst),
        _ => Tells::Nothing,
    }
}

/// A day in words: `1987-11-25`, `19871125`, `--0415`, `12/28/1969`, `15.4.1979`. The year 1604 is Apple's way of saying
/// that it is not known. What is no day, or may be either of two such as `3/4/1980`, stays as it is.
pub fn in_words(text: &str) -> String {
    in_words_by(text, None)
}

/// Like `in_words`, where the order is known in which days are written there.
pub fn in_words_by(text: &str, order: Option<Order>) -> String {
    let date = first_part(text);
    match compact(date).or_else(|| parted(date, order)) {
        Some((Some(year), month, day)) => worded(year, month, day, "%-d %B %Y"),
        Some((None, month, day)) => worded(LEAP, month, day, "%-d %B"),
        None => None,
    }
    .unwrap_or_else(|| text.to_string())
}

fn first_part(text: &str) -> &str {
    text.split(['T', ' ']).find(|part| !part.is_empty()).unwrap_or_default()
}

/// The day a text says, where it says one with its year and can be read in one way only.
pub fn read(text: &str) -> Option<NaiveDate> {
    read_by(text, None)
}

/// Like `read`, where the order is known in which days are written there.
pub fn read_by(text: &str, order: Option<Order>) -> Option<NaiveDate> {
    let date = text.split(['T', ' ']).next().unwrap_or_default();
    let found = compact(date).or_else(|| parted(date, order));
    if let Some((Some(year), month, day)) = found {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let forms = ["%d %b %Y", "%d-%b-%y", "%d-%b-%Y", "%b %d, %Y"];
    forms.into_iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok())
}

/// Whether it says that there is no day, as Outlook does: `0/0/00`.
pub fn is_none(text: &str) -> bool {
    text.contains('0') && text.chars().all(|c| matches!(c, '0' | '/' | '.' | '-'))
}

/// A year that has a 29 February.
const LEAP: i32 = 2000;
/// The year that stands for none.
const UNKNOWN: i32 = 1604;

type Parts = (Option<i32>, u32, u32);

fn worded(year: i32, month: u32, day: u32, form: &str) -> Option<String> {
    NaiveDate::from_ymd_opt(year, month, day).map(|day| day.format(form).to_string())
}

/// `1987-11-25`, `19871125`, `--0415`, `--04-15`.
fn compact(date: &str) -> Option<Parts> {
    let digits: String = date.chars().filter(char::is_ascii_digit).collect();
    let fits = date.chars().all(|c| c.is_ascii_digit() || c == '-');
    let is_iso = !date.contains('-') || date.find('-') == Some(4) || date.starts_with("--");
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    match (digits.len(), date.starts_with("--")) {
        (8, false) if fits && is_iso => {
            let year = number(0, 4).and_then(|year| i32::try_from(year).ok()).filter(|year| *year != UNKNOWN);
            Some((year, number(4, 6)?, number(6, 8)?))
        }
        (4, true) if fits => Some((None, number(0, 2)?, number(2, 4)?)),
        _ => None,
    }
}

/// `12/28/1969`, `28/12/1969`, `28.12.1969`: one of the first two is over twelve, or both are the same, or dots stand
/// between them, which stand so only where the day comes first; else the order has to be known.
fn parted(date: &str, order: Option<Order>) -> Option<Parts> {
    let (mark, [first, second, year]) = parts(date)?;
    let year = i32::try_from(year).ok().filter(|year| *year >= 1000)?;
    let year = Some(year).filter(|year| *year != UNKNOWN);
    match (mark, order) {
        ('.', _) => Some((year, second, first)),
        _ if !marked(mark) => None,
        _ if first > 12 || first == second => Some((year, second, first)),
        _ if second > 12 => Some((year, first, second)),
        (_, Some(Order::DayFirst)) => Some((year, second, first)),
        (_, Some(Order::MonthFirst)) => Some((year, first, second)),
        (_, None) => None,
    }
}

/// Whether the order of what this parts has to be known.
fn marked(mark: char) -> bool {
    matches!(mark, '/' | '-')
}

/// Three numbers, the last of at least four digits, and what parts them.
fn parts(date: &str) -> Option<(char, [u32; 3])> {
    let mark = date.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<u32> = date.split(mark).map(str::parse).collect::<Result<_, _>>().ok()?;
    <[u32; 3]>::try_from(parts).ok().filter(|[.., year]| *year >= 1000).map(|parts| (mark, parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, day: Option<&str>) {
        assert_eq!(in_words(text), words, "{text}");
        assert_eq!(read(text).map(|day| day.to_string()).as_deref(), day, "{text}");
    }

    #[test]
    fn a_day_is_read_in_the_forms_of_many_programs() {
        check("1987-11-25", "25 November 1987", Some("1987-11-25"));
        check("19871125", "25 November 1987", Some("1987-11-25"));
        check("1987-11-25T00:00:00Z", "25 November 1987", Some("1987-11-25"));
        check("2024-03-12 09:14", "12 March 2024", Some("2024-03-12"));
        check("3/15/2024 2:30 PM", "15 March 2024", Some("2024-03-15"));
        check("15/3/2024", "15 March 2024", Some("2024-03-15"));
        check("15.4.1979", "15 April 1979", Some("1979-04-15"));
        check("12/28/1969", "28 December 1969", Some("1969-12-28"));
        check("5/5/1970", "5 May 1970", Some("1970-05-05"));
        check("12 Mar 2024", "12 Mar 2024", Some("2024-03-12"));
        check("7-Feb-22", "7-Feb-22", Some("2022-02-07"));
    }

    #[test]
    fn a_year_that_is_not_known_is_left_out() {
        check("1604-05-09", "9 May", None);
        check("--0415", "15 April", None);
        check(" --04-15", "15 April", None);
        check("--02-29", "29 February", None);
    }

    #[test]
    fn what_may_be_two_days_or_none_stays_as_it_is() {
        for text in
            ["3/4/1980", "in spring", "1987-13-40", "30/30/2000", "12/28/69", "1/2", "25-1987-11", "..", "", "2024"]
        {
            check(text, text, None);
        }
    }

    #[test]
    fn r12_a_day_over_twelve_tells_the_order_and_one_under_may_be_either() {
        for (text, told) in [
            ("12/28/1969", Tells::Order(Order::MonthFirst)),
            ("28/12/1969", Tells::Order(Order::DayFirst)),
            ("28-12-1969", Tells::Order(Order::DayFirst)),
            ("3/15/2024 2:30 PM", Tells::Order(Order::MonthFirst)),
            ("3/4/1980", Tells::Either),
            ("03-04-1980", Tells::Either),
            ("5/5/1970", Tells::Nothing),
            ("3.4.1980", Tells::Nothing),
            ("1980-04-03", Tells::Nothing),
            ("0/0/1980", Tells::Nothing),
            ("30/30/1980", Tells::Nothing),
            ("3/4/80", Tells::Nothing),
            ("Ann", Tells::Nothing),
        ] {
            assert_eq!(tells(text), told, "{text}");
        }
    }

    #[test]
    fn r12_what_may_be_two_days_is_one_where_the_order_is_known() {
        assert_eq!(in_words_by("03/04/1980", Some(Order::DayFirst)), "3 April 1980");
        assert_eq!(in_words_by("03/04/1980", Some(Order::MonthFirst)), "4 March 1980");
        assert_eq!(read_by("3-4-1980", Some(Order::MonthFirst)), NaiveDate::from_ymd_opt(1980, 3, 4));
        // What can be read in one way only is read so, whatever the order of the rest.
        assert_eq!(in_words_by("12/28/1969", Some(Order::DayFirst)), "28 December 1969");
        assert_eq!(in_words_by("3.4.1980", Some(Order::MonthFirst)), "3 April 1980");
    }

    #[test]
    fn the_order_of_a_country_is_known_where_there_is_one() {
        assert_eq!(Order::of_country("US"), Some(Order::MonthFirst));
        assert_eq!(Order::of_country("GB"), Some(Order::DayFirst));
        assert_eq!((Order::of_country("CA"), Order::of_country("")), (None, None));
        assert_eq!(Order::of_language("zh-Hant-gb"), Some(Order::DayFirst));
        assert_eq!((Order::of_language("en"), Order::of_language("")), (None, None));
    }

    #[test]
    fn a_day_that_is_none_is_known() {
        assert!(is_none("0/0/00") && is_none("00.00.0000") && !is_none("10/0/00") && !is_none("") && !is_none("-"));
    }
}
