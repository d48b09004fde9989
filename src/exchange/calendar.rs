//! Calendars: all-day entries with an alarm at nine, as an iCalendar file (RFC 5545) that the calendar of a phone takes in.
//!
//! No program but a calendar reads it, so nothing of the book but what an entry says is in it. An entry keeps its name
//! (`UID`) from file to file: taken in again it is changed, not doubled.

use super::content_line::{escaped, fold};
use crate::domain::book::Book;
use crate::domain::day::later;
use crate::message::reminder::{self, Reminder};
use crate::rules::disclosure::{Disclosure, Released, WayOut};
use chrono::NaiveDate;

/// A day of the calendar with what is to be done on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDay {
    /// What the entry is known by, the same in every file.
    pub name: String,
    /// The day.
    pub on: NaiveDate,
    /// What is to be done.
    pub title: String,
    /// Why; may be empty.
    pub note: String,
}

/// The file of a day, `kith-reminders-YYYY-MM-DD.ics`.
pub fn file_name(day: NaiveDate) -> String {
    format!("kith-reminders-{day}.ics")
}

/// What is owed as a calendar, and how many entries it has; `now` is the moment as a backup has it.
pub fn reminders(book: &Book, today: NaiveDate, now: &str) -> (Released, usize) {
    let entry = |Reminder { name, on, title, note, .. }: Reminder| CalendarDay { name, on, title, note };
    let entries: Vec<CalendarDay> = reminder::reminders(book, today).into_iter().map(entry).collect();
    let text = Disclosure::others(book, WayOut::Calendar).release(write(&entries, now));
    (text, entries.len())
}

/// The entries as a calendar; `now` is the moment as a backup has it, `2026-11-21T09:30:00Z`.
pub fn write(entries: &[CalendarDay], now: &str) -> String {
    let stamp: String = now.chars().filter(char::is_ascii_alphanumeric).collect();
    let mut text = String::new();
    let mut line = |name: &str, value: &str| fold(&mut text, &format!("{name}:{value}"));
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Kith//Reminders//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("X-WR-CALNAME", "Kith"),
    ] {
        line(name, value);
    }
    for entry in entries {
        let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
        let title = said(&entry.title);
        line("BEGIN", "VEVENT");
        line("UID", &format!("{}@kith", plain(&entry.name)));
        line("DTSTAMP", &stamp);
        line("DTSTART;VALUE=DATE", &day(entry.on));
        line("DTEND;VALUE=DATE", &day(later(entry.on, 1)));
        line("SUMMARY", &title);
        if !entry.note.is_empty() {
            line("DESCRIPTION", &said(&entry.note));
        }
        line("CLASS", "PRIVATE");
        line("TRANSP", "TRANSPARENT");
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("DESCRIPTION", &title);
        // Nine in the morning of the day, wherever the calendar is looked at.
        line("TRIGGER", "PT9H");
        line("END", "VALARM");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    text
}

/// A text as a calendar shows it: on one line the tab is a blank.
fn said(text: &str) -> String {
    escaped(&text.replace('\t', " "))
}

/// A name of letters, digits, `-`, `_` and `.` only.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(title: &str, note: &str) -> CalendarDay {
        let on = "2028-02-29".parse().unwrap();
        CalendarDay { name: "follow-up.p1.r1".into(), on, title: title.into(), note: note.into() }
    }

    /// A reader of one's own: the lines unfolded, as (name, value with its escapes taken away).
    fn read(text: &str) -> Vec<(String, String)> {
        let lines: Vec<&str> = text.strip_suffix("\r\n").unwrap().split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{text}");
        let mut whole: Vec<String> = Vec::new();
        for line in lines {
            match line.strip_prefix(' ') {
                Some(rest) => whole.last_mut().unwrap().push_str(rest),
                None => whole.push(line.to_string()),
            }
        }
        let parts = whole.iter().map(|line| line.split_once(':').unwrap());
        parts.map(|(name, value)| (name.to_string(), unescaped(value))).collect()
    }

    fn unescaped(value: &str) -> String {
        let mut text = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            match (c, c == '\\') {
                (_, true) => text.push(match chars.next().unwrap() {
                    'n' => '\n',
                    c @ ('\\' | ';' | ',') => c,
                    c => panic!("\\{c} says nothing"),
                }),
                (';' | ',', _) if !value.starts_with("-//") => panic!("{c} is not escaped in {value}"),
                (c, _) => text.push(c),
            }
        }
        text
    }

    fn values<'a>(read: &'a [(String, String)], name: &str) -> Vec<&'a str> {
        read.iter().filter(|(one, _)| one == name).map(|(_, value)| value.as_str()).collect()
    }

    #[test]
    fn a_day_becomes_an_all_day_entry_with_an_alarm_at_nine() {
        let text = write(&[entry("Thank Connie", "Fred said yes.")], "2026-11-21T09:30:00Z");
        let read = read(&text);
        for (name, value) in [
            ("VERSION", "2.0"),
            ("UID", "follow-up.p1.r1@kith"),
            ("DTSTAMP", "20261121T093000Z"),
            ("DTSTART;VALUE=DATE", "20280229"),
            ("DTEND;VALUE=DATE", "20280301"),
            ("SUMMARY", "Thank Connie"),
            ("TRIGGER", "PT9H"),
        ] {
            assert_eq!(values(&read, name), [value], "{name}");
        }
        assert_eq!(values(&read, "DESCRIPTION"), ["Fred said yes.", "Thank Connie"]);
        assert_eq!(values(&read, "BEGIN"), ["VCALENDAR", "VEVENT", "VALARM"]);
        assert_eq!(values(&read, "END"), ["VALARM", "VEVENT", "VCALENDAR"]);
        assert_eq!(file_name("2026-11-21".parse().unwrap()), "kith-reminders-2026-11-21.ics");
    }

    proptest! {
        #[test]
        fn any_text_reads_back_and_begins_no_entry_of_its_own(
            title in "[ -~é漢😀\\\\;,:\r\n\t\u{0}\u{2028}]{0,90}|(\r\nEND:VEVENT){1,3}",
            note in "\\PC{0,200}",
        ) {
            let text = write(&[entry(&title, &note), entry(&note, &title)], "2026-11-21T09:30:00Z");
            let read = read(&text);
            let plain = title.replace("\r\n", "\n").replace('\u{2028}', "\n").replace('\t', " ").replace(['\r', '\u{0}'], "");
            prop_assert_eq!(values(&read, "BEGIN").len(), 5);
            prop_assert_eq!(values(&read, "UID").len(), 2);
            prop_assert_eq!(values(&read, "SUMMARY")[0], plain);
        }
    }
}
