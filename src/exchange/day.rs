//! Days as other programs write them, in any of their forms, as words or as a day of the calendar.

use chrono::NaiveDate;

/// A day in words: `1987-11-25`, `19871125`, `--0415`, `12/28/1969`, `15.4.1979`. The year 1604 is Apple's way of saying
/// that it is not known. What is no day, or may be either of two such as `3/4/1980`, stays as it is.
pub fn in_words(text: &str) -> String {
    let date = text.split(['T', ' ']).find(|part| !part.is_empty()).unwrap_or_default();
    match compact(date).or_else(|| parted(date)) {
        Some((Some(year), month, day)) => worded(year, month, day, "%-d %B %Y"),
        Some((None, month, day)) => worded(LEAP, month, day, "%-d %B"),
        None => None,
    }
    .unwrap_or_else(|| text.to_string())
}

/// The day a text says, where it says one with its year and can be read in one way only.
pub fn read(text: &str) -> Option<NaiveDate> {
    let date = text.split(['T', ' ']).next().unwrap_or_default();
    let found = compact(date).or_else(|| parted(date));
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
/// between them, which stand so only where the day comes first.
fn parted(date: &str) -> Option<Parts> {
    let mark = date.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<u32> = date.split(mark).map(str::parse).collect::<Result<_, _>>().ok()?;
    let [first, second, year] = parts[..] else { return None };
    let year = i32::try_from(year).ok().filter(|year| *year >= 1000)?;
    let year = Some(year).filter(|year| *year != UNKNOWN);
    match mark {
        '.' => Some((year, second, first)),
        '/' | '-' if first > 12 || first == second => Some((year, second, first)),
        '/' | '-' if second > 12 => Some((year, first, second)),
        _ => None,
    }
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
    fn a_day_that_is_none_is_known() {
        assert!(is_none("0/0/00") && is_none("00.00.0000") && !is_none("10/0/00") && !is_none("") && !is_none("-"));
    }
}
