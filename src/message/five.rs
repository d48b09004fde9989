//! Five for this week in words: a reason for each, never the same twice on one list, and the act that fits (B4).

use super::duty::{button, reason};
use super::reason::ago;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, Role, Tier};
use crate::rules::five::{FiveReason, Proposed};
use crate::rules::last_contact::last_contact;
use chrono::NaiveDate;

/// Somebody proposed, as the list shows them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Pick {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Whether they buy from me.
    pub client: bool,
    /// Why, in a sentence.
    pub why: String,
    /// What is to be done.
    pub act: Act,
    /// What the button is called: `Write thanks`.
    pub button: &'static str,
}

/// What is to be done with somebody proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Write what is owed.
    Write,
    /// Write the ask.
    Ask,
    /// Talk, and log it.
    Talk,
}

/// The proposals in words; no two of them give the same reason.
pub fn picks(book: &Book, five: &[Proposed], today: NaiveDate) -> Vec<Pick> {
    let mut list: Vec<Pick> = Vec::new();
    for proposed in five {
        let Some(person) = book.person(proposed.person) else { continue };
        let said = why(book, person, &proposed.because, today);
        let place = list.len() + 1;
        let is_new = |text: &String| list.iter().all(|pick| pick.why != *text);
        let why = told_apart(book, person, said, today, place).into_iter().find(is_new).unwrap_or_default();
        let (act, button) = act(&proposed.because);
        let client = person.is(&Role::Client);
        list.push(Pick { person: person.id, name: person.name.to_string(), client, why, act, button });
    }
    list
}

fn act(because: &FiveReason) -> (Act, &'static str) {
    match because {
        FiveReason::Owed(owed) => (Act::Write, button(owed.raised.duty)),
        FiveReason::Ripe(_) => (Act::Ask, "Write the ask"),
        FiveReason::Fading(..) => (Act::Write, "Write a word"),
        FiveReason::InHundred(..) => (Act::Talk, "Log a word"),
    }
}

fn why(book: &Book, person: &Person, because: &FiveReason, today: NaiveDate) -> String {
    match because {
        FiveReason::Owed(owed) => reason(book, owed, today),
        FiveReason::Ripe(owed) => reason(book, owed, today),
        FiveReason::Fading(tier, last) => match tier {
            Tier::A => format!("One of your best, and the last word was {}.", ago(*last, today)),
            _ => format!("Fading: the last word was {}.", ago(*last, today)),
        },
        FiveReason::InHundred(place, None) => format!("{} of your Hundred, without a word so far.", ordinal(*place)),
        FiveReason::InHundred(place, Some(_)) => {
            format!("{} of your Hundred{}.", ordinal(*place), since(book, person, today))
        }
    }
}

/// The sentence, and the same told with more of what is known, for when somebody else has it already.
fn told_apart(book: &Book, person: &Person, said: String, today: NaiveDate, place: usize) -> [String; 4] {
    let stem = said.strip_suffix('.').unwrap_or(&said).to_string();
    let named = format!("{}: {stem}.", person.name);
    let with_word = format!("{stem}{}.", since(book, person, today));
    let counted = format!("{} this week: {said}", ordinal(place));
    [said, with_word, named, counted]
}

/// When the last word was, as the end of a sentence.
fn since(book: &Book, person: &Person, today: NaiveDate) -> String {
    match last_contact(book, person.id) {
        Some(day) => format!("; the last word was {}", ago(day, today)),
        None => "; there was no word yet".to_string(),
    }
}

/// A place as it is said: `1st`, `22nd`, `13th`.
pub fn ordinal(place: usize) -> String {
    let end = match (place % 10, place % 100) {
        (1, n) if n != 11 => "st",
        (2, n) if n != 12 => "nd",
        (3, n) if n != 13 => "rd",
        _ => "th",
    };
    format!("{place}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Rating};
    use crate::domain::record::Record;
    use crate::domain::sample::career::{Size, career};
    use crate::rules::five::five;

    const TODAY: &str = "2026-11-18";

    fn today() -> NaiveDate {
        TODAY.parse().unwrap()
    }

    fn reasons(book: &Book) -> Vec<String> {
        picks(book, &five(book, today()), today()).into_iter().map(|pick| pick.why).collect()
    }

    #[test]
    fn b4_no_two_of_a_generated_book_have_the_same_reason_and_every_reason_is_a_sentence() {
        let mut full = 0;
        for seed in 0..60 {
            let people = 2 + seed as usize * 7;
            let size = Size { people, referrals: people / 3, touches: people * 4, pool: 0 };
            let mut book = Book::default();
            for written in career(size, today(), seed) {
                let json = serde_json::Value::Object(written.fields).to_string();
                book.put(Record::read(&written.kind, written.id, &json).unwrap());
            }
            let reasons = reasons(&book);
            for (n, why) in reasons.iter().enumerate() {
                assert!(why.len() > 10 && why.ends_with(['.', '”', '?']) && !why.contains(".."), "{seed}: {why}");
                assert!(!reasons[..n].contains(why), "{seed}: {why} stands twice");
            }
            full += usize::from(reasons.len() == 5);
        }
        assert!(full > 20, "only {full} of the books propose five");
    }

    #[test]
    fn b4_people_alike_in_everything_are_told_apart() {
        let mut book = Book::default();
        for id in ["p1", "p2", "p3", "p4"] {
            let (name, rating) = (Name::new("Ann Lee").unwrap(), Rating::try_from(5).ok());
            let roles = [Role::Client].into();
            book.put(Person { id: id.parse().unwrap(), name, rating, roles, ..Person::default() }.into());
        }
        let reasons = reasons(&book);
        assert_eq!(reasons.len(), 4);
        assert_eq!(reasons[0], "The relationship is good, and you have never asked.");
        assert_eq!(reasons[1], "The relationship is good, and you have never asked; there was no word yet.");
        assert!((1..4).all(|n| !reasons[..n].contains(&reasons[n])), "{reasons:?}");
    }

    #[test]
    fn a_place_is_said_as_people_say_it() {
        let said = [1, 2, 3, 4, 11, 12, 13, 21, 22, 100].map(ordinal);
        assert_eq!(said, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "100th"]);
    }
}
