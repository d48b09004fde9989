//! The Hundred in words: a line of it, and how far it is filled (R4, R5).

use super::five::ordinal;
use super::profile::work;
use super::reason::count;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::person::Role;
use crate::rules::disclosure::{Disclosure, WayOut};
use crate::rules::hundred::MOST;
use crate::rules::last_contact::last_contact;
use chrono::NaiveDate;

/// A line of the Hundred.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HundredLine {
    /// What they are called.
    pub name: String,
    /// What they do, and where.
    pub work: String,
    /// Whether they buy from me.
    pub client: bool,
    /// How long ago the last word was: `23 days`, `Today`, `No word yet`.
    pub last: String,
    /// Whether the line goes on paper: not where they came in confidence (R63).
    pub on_paper: bool,
}

/// The line of this person.
pub fn line(book: &Book, id: PersonId, today: NaiveDate) -> HundredLine {
    let Some(person) = book.person(id) else { return HundredLine::default() };
    let last = match last_contact(book, id).map(|day| (today - day).num_days()) {
        None => "No word yet".to_string(),
        Some(days @ 1..) => count(days.unsigned_abs() as usize, "day"),
        Some(_) => "Today".to_string(),
    };
    let on_paper = Disclosure::others(book, WayOut::HundredPaper).tells_person(id);
    HundredLine {
        name: person.name.to_string(),
        work: work(book, person),
        client: person.is(&Role::Client),
        last,
        on_paper,
    }
}

/// How far it is filled: `63 of 100`.
pub fn progress(listed: usize) -> String {
    format!("{listed} of {MOST}")
}

/// What is said when somebody has moved: `Desmond Oyelaran is now 4th.`
pub fn moved(book: &Book, id: PersonId, place: usize) -> String {
    let name = book.person(id).map(|person| person.name.to_string()).unwrap_or_default();
    format!("{name} is now {}.", ordinal(place))
}

/// What is said when the list was brought into the order suggested: what it goes by, and how much moved (R5).
pub fn reordered(lines: usize) -> String {
    match lines {
        0 => "It stands as Kith would suggest: by tier, rating, business, referrals and the last word.".to_string(),
        1 => format!("{SUGGESTED}. One line moved."),
        lines => format!("{SUGGESTED}. {lines} lines moved."),
    }
}

/// What the suggested order goes by.
const SUGGESTED: &str = "In order of tier, rating, business done, referrals given and the last word";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person};
    use crate::domain::touch::{Touch, TouchKind};

    #[test]
    fn r5_a_line_says_who_and_when_the_last_word_was() {
        let id: PersonId = "p1".parse().unwrap();
        let mut book = Book::default();
        let name = Name::new("Connie Alvarez").unwrap();
        book.put(Person { id, name, title: "CPA".into(), roles: [Role::Client].into(), ..Person::default() }.into());
        let today: NaiveDate = "2026-11-18".parse().unwrap();
        let told = |book: &Book| line(book, id, today).last;
        assert_eq!(told(&book), "No word yet");
        for (touch, on, said) in
            [("t1", "2026-10-26", "23 days"), ("t2", "2026-11-17", "1 day"), ("t3", "2026-11-18", "Today")]
        {
            let (touch, on) = (touch.parse().unwrap(), on.parse().unwrap());
            book.put(Touch { id: touch, person: id, on, kind: TouchKind::Call, ..Touch::default() }.into());
            assert_eq!(told(&book), said);
        }
        assert!(reordered(0).starts_with("It stands") && reordered(14).ends_with("the last word. 14 lines moved."));
        let line = line(&book, id, today);
        assert_eq!((line.name.as_str(), line.work.as_str(), line.client), ("Connie Alvarez", "CPA", true));
        assert_eq!((progress(63).as_str(), moved(&book, id, 4).as_str()), ("63 of 100", "Connie Alvarez is now 4th."));
    }
}
