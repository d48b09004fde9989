//! Drafts: what somebody typed, and what is wrong with it, field by field. A draft that is right becomes a change.

use super::book::Book;
use super::day::{FIRST_DAY, LAST_DAY};
use super::fold::digits;
use super::id::{Mint, OrganisationId, PersonId};
use super::organisation::Organisation;
use super::person::{Mention, Reach, ReachKind, lines, one_line};
use super::record::Record;
use chrono::NaiveDate;
use std::fmt;

/// The most characters a single text may have; what the book's form takes.
pub const TEXT_MAX: usize = 20_000;

/// What is wrong with one field of a draft, as a sentence for the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The field, by the name the form uses.
    pub field: &'static str,
    /// What is wrong and what to do.
    pub why: String,
}

/// What is wrong with a draft; nothing of it has been written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// One problem.
    pub fn one(field: &'static str, why: impl ToString) -> Problems {
        Problems(vec![Problem { field, why: why.to_string() }])
    }

    /// Notes one more.
    pub fn add(&mut self, field: &'static str, why: impl ToString) {
        self.0.push(Problem { field, why: why.to_string() });
    }

    /// What is wrong with this field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|p| p.field == field).map(|p| p.why.as_str())
    }

    /// Takes away what is wrong with one field: it is being put right.
    pub fn mend(&mut self, field: &str) {
        self.0.retain(|problem| problem.field != field);
    }

    /// Takes away what is wrong with the fields in which two texts of a draft differ, and with what is no field of it. What
    /// is wrong with the form as a whole stays until it is saved again.
    pub fn edited(&mut self, before: &str, after: &str) {
        let fields =
            |text| serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text).unwrap_or_default();
        let (old, new) = (fields(before), fields(after));
        let is_field = |name: &str| old.contains_key(name) || new.contains_key(name);
        let as_it_was = |name: &str| is_field(name) && old.get(name) == new.get(name);
        self.0.retain(|problem| before == after || problem.field == "form" || as_it_was(problem.field));
    }

    /// The value, unless something is wrong.
    ///
    /// # Errors
    /// These problems, if there are any.
    pub fn or<T>(self, value: T) -> Result<T, Problems> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    /// Takes a result apart: its value, or its resting value with the problem noted for `field`.
    pub fn take<T: Default, E: ToString>(&mut self, field: &'static str, result: Result<T, E>) -> T {
        result.unwrap_or_else(|why| {
            self.add(field, why);
            T::default()
        })
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<&str> = self.0.iter().map(|p| p.why.as_str()).collect();
        f.write_str(&all.join(" "))
    }
}

impl std::error::Error for Problems {}

/// Reads a day from a form's `YYYY-MM-DD`; an empty text is no day.
///
/// # Errors
/// A sentence when it is no day, or outside 1900 to 2199.
pub fn day(text: &str) -> Result<Option<NaiveDate>, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    match text.parse::<NaiveDate>() {
        Ok(day) if day < FIRST_DAY => Err("That is before 1900. Check the year."),
        Ok(day) if day > LAST_DAY => Err("That is after 2199. Check the year."),
        Ok(day) => Ok(Some(day)),
        Err(_) => Err("Write the day as year-month-day, such as 2026-11-21."),
    }
}

/// Reads the day of something that has happened; an empty text is today.
///
/// # Errors
/// A sentence when it is no day, before 1900, or after today.
pub fn past_day(text: &str, today: NaiveDate) -> Result<NaiveDate, &'static str> {
    match day(text)? {
        None => Ok(today),
        Some(day) if day > today => Err("That day has not come yet. Choose today or a day before."),
        Some(day) => Ok(day),
    }
}

/// Several lines of text, within what the book takes.
///
/// # Errors
/// A sentence when it is longer than [`TEXT_MAX`] characters.
pub fn long_text(text: &str) -> Result<String, String> {
    within(lines(text))
}

/// One line of text, within what the book takes.
///
/// # Errors
/// A sentence when it is longer than [`TEXT_MAX`] characters.
pub fn short_text(text: &str) -> Result<String, String> {
    within(one_line(text))
}

/// A field as typed, if it was typed in since the form was opened; else as the book has it now: another tab may have
/// kept it meanwhile.
pub fn typed<T: PartialEq>(typed: T, opened: T, now: T) -> T {
    if typed == opened { now } else { typed }
}

fn within(text: String) -> Result<String, String> {
    let count = text.chars().count();
    if count <= TEXT_MAX {
        Ok(text)
    } else {
        Err(format!("This is {count} characters long; {TEXT_MAX} fit. Shorten it."))
    }
}

/// The organisation of this name: the one in the book, or a new one that joins `records`.
pub fn workplace(book: &Book, mint: &mut Mint, name: &str, records: &mut Vec<Record>) -> Option<Mention> {
    let name = one_line(name);
    if name.is_empty() {
        return None;
    }
    if let Some(known) = book.organisation_named(&name) {
        return Some(Mention::of(known.id.0));
    }
    let same = |r: &Record| matches!(r, Record::Organisation(o) if o.name == name);
    if let Some(record) = records.iter().find(|r| same(r)) {
        return Some(Mention::of(record.id()));
    }
    let id = OrganisationId(mint.id());
    records.push(Organisation { id, name, trashed: false }.into());
    Some(Mention::of(id.0))
}

/// The person meant by a text: somebody in the book of exactly that name, or the words themselves.
pub fn mention_of_person(book: &Book, text: &str) -> Option<Mention> {
    let text = one_line(text);
    if text.is_empty() {
        return None;
    }
    let named: Vec<PersonId> = book.people_named(&text).map(|p| p.id).collect();
    match named.as_slice() {
        [one] => Some(Mention::of(one.0)),
        _ => Some(Mention(text)),
    }
}

/// What a mention of a person is called on the screen.
pub fn mentioned<'a>(book: &'a Book, mention: &'a Mention) -> &'a str {
    let known = mention.id().and_then(|id| book.person(PersonId(id)));
    known.map_or(mention.0.as_str(), |person| person.name.as_str())
}

/// Checks a way to reach someone as it was typed.
///
/// # Errors
/// A sentence when an e-mail address has no `@`, or a phone number no digit.
pub fn reach(kind: ReachKind, label: &str, value: &str) -> Result<Option<Reach>, &'static str> {
    let value = one_line(value);
    if value.is_empty() {
        return Ok(None);
    }
    if value.chars().count() > 500 {
        return Err("This is too long for an address or a number. Put the rest in the note.");
    }
    match kind {
        ReachKind::Email if !is_email(&value) => {
            Err("An e-mail address looks like fred@example.com. Put anything else in the note.")
        }
        ReachKind::Phone if digits(&value).is_empty() => {
            Err("A phone number has digits. Put anything else in the note.")
        }
        kind => Ok(Some(Reach { kind, label: one_line(label), value })),
    }
}

/// Whether a text can be an e-mail address: one `@` with something around it, no blanks or brackets.
pub fn is_email(text: &str) -> bool {
    let Some((local, host)) = text.split_once('@') else { return false };
    let bad = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"' | '@');
    !local.is_empty() && !host.is_empty() && !text.replacen('@', "", 1).contains(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_within_reason() {
        assert_eq!(day(""), Ok(None));
        assert_eq!(day(" 2028-02-29 "), Ok("2028-02-29".parse().ok()));
        for bad in ["2027-02-29", "1850-01-01", "2300-01-01", "tomorrow", "99999-01-01"] {
            assert!(day(bad).is_err_and(|why| why.ends_with('.')), "{bad}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_field_goes_as_soon_as_that_field_is_edited() {
        let wrong = || {
            let mut wrong = Problems::one("name", "Write a name.");
            ["phone", "person", "form"].into_iter().for_each(|field| wrong.add(field, "No."));
            wrong
        };
        let left = |before: &str, after: &str| {
            let mut wrong = wrong();
            wrong.edited(before, after);
            wrong.0.into_iter().map(|problem| problem.field).collect::<Vec<_>>()
        };
        let was = r#"{"name":"","phone":"x"}"#;
        assert_eq!(left(was, r#"{"name":"A","phone":"x"}"#), ["phone", "form"]);
        assert_eq!(left(was, was), ["name", "phone", "person", "form"]);
        assert_eq!(left("\"a\"", "\"b\""), ["form"], "a draft of one text is one field");
        let mut wrong = wrong();
        wrong.mend("person");
        assert_eq!((wrong.of("person"), wrong.0.len()), (None, 3));
    }

    #[test]
    fn what_has_happened_was_not_tomorrow() {
        let today = "2026-11-21".parse().unwrap();
        assert_eq!(past_day("", today), Ok(today));
        assert_eq!(past_day("2026-11-20", today), "2026-11-20".parse().map_err(|_| ""));
        assert!(past_day("2026-11-22", today).is_err());
    }

    #[test]
    fn ways_to_reach_are_checked() {
        assert!(reach(ReachKind::Email, "", "fred@example.com").is_ok_and(|r| r.is_some()));
        assert!(reach(ReachKind::Email, "", "fred at example").is_err());
        assert!(reach(ReachKind::Email, "", "a@b@c").is_err());
        assert!(reach(ReachKind::Phone, "", "call me").is_err());
        assert_eq!(reach(ReachKind::Phone, "", "  "), Ok(None));
    }

    #[test]
    fn an_organisation_is_found_or_made_once() {
        let mut book = Book::default();
        book.put(Organisation { id: "o1".parse().unwrap(), name: "Acme".into(), trashed: false }.into());
        let mut mint = Mint::new(crate::domain::id::Session::of_bits(1));
        let mut records = Vec::new();
        assert_eq!(workplace(&book, &mut mint, " ACME ", &mut records), Some(Mention("o1".into())));
        let bolt = workplace(&book, &mut mint, "Bolt", &mut records);
        assert_eq!(workplace(&book, &mut mint, "Bolt", &mut records), bolt);
        assert_eq!(records.len(), 1);
        assert_eq!(workplace(&book, &mut mint, " ", &mut records), None);
    }
}
