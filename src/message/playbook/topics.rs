//! What people are told of how I work, and how many know it.

use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::message::reason::count;
use crate::rules::census::{Untold, told_counts};

/// One of the three things people are told (R22).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Which.
    pub what: Untold,
    /// What it is called.
    pub name: &'static str,
    /// How many know it.
    pub told: usize,
    /// The share of all that was told, in hundredths.
    pub percent: usize,
    /// How many do not know it yet, in words.
    pub not_yet: String,
}

/// The three, each with how many of the clients and the Hundred know it; none where nobody is either (R22).
pub fn topics(book: &Book) -> Vec<Topic> {
    let (all, told) = told_counts(book);
    let topic = |(what, told): (Untold, usize)| {
        let (name, says) = match what {
            Untold::Referral => ("By referral", "not know that you build by referral"),
            Untold::Results => ("My results", "not know your results"),
            Untold::IdealClient => ("Ideal client", "not know whom you want to meet"),
        };
        let rest = all.saturating_sub(told);
        let do_not = if rest == 1 { "does" } else { "do" };
        let not_yet = format!("{} {do_not} {says}", count(rest, "person"));
        Some(Topic { what, name, told, percent: (told * 100).checked_div(all)?, not_yet })
    };
    told.into_iter().filter_map(topic).collect()
}

/// One of the three, as one person knows it (R22).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicStatus {
    /// Which.
    pub what: Untold,
    /// What it is: `That you build by referral`.
    pub name: String,
    /// `Not yet`, where they have not been told.
    pub said: &'static str,
    /// The day, as a field has it; empty where they have not been told.
    pub on: String,
}

/// What this person has been told of the three; nothing of somebody who is not in the book (R22).
pub fn heard(book: &Book, id: PersonId) -> Vec<TopicStatus> {
    let Some(person) = book.person(id) else { return Vec::new() };
    let one = |what: Untold| {
        let on = match what {
            Untold::Referral => person.told.referral,
            Untold::Results => person.told.results,
            Untold::IdealClient => person.told.ideal_client,
        };
        let said = if on.is_some() { "" } else { "Not yet" };
        let on = on.map(|day| day.to_string()).unwrap_or_default();
        TopicStatus { what, name: capital(what.label()), said, on }
    };
    Untold::ALL.into_iter().map(one).collect()
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person, Role};

    #[test]
    fn r22_how_many_know_is_told_in_words() {
        let mut book = Book::default();
        assert_eq!(topics(&book), []);
        for (id, told) in [("p1", true), ("p2", false), ("p3", false)] {
            let name = Name::new(id).unwrap();
            let mut person =
                Person { id: id.parse().unwrap(), name, roles: [Role::Client].into(), ..Person::default() };
            person.told.results = "2026-11-01".parse().ok().filter(|_| told || id == "p2");
            person.told.referral = "2026-11-01".parse().ok().filter(|_| told);
            book.put(person.into());
        }
        let told: Vec<(usize, usize, String)> =
            topics(&book).into_iter().map(|t| (t.told, t.percent, t.not_yet)).collect();
        let expected = [
            (1, 33, "2 people do not know that you build by referral"),
            (2, 66, "1 person does not know your results"),
            (0, 0, "3 people do not know whom you want to meet"),
        ];
        assert_eq!(told, expected.map(|(n, percent, words)| (n, percent, words.to_string())));
    }

    #[test]
    fn r22_what_one_person_knows_is_told_with_its_day() {
        let mut book = Book::default();
        let mut person = Person { id: "p1".parse().unwrap(), name: Name::new("Ann").unwrap(), ..Person::default() };
        person.told.referral = "2026-11-20".parse().ok();
        let id = person.id;
        book.put(person.into());
        let told: Vec<(String, &str, String)> =
            heard(&book, id).into_iter().map(|one| (one.name, one.said, one.on)).collect();
        let row = |name: &str, said: &'static str, on: &str| (name.to_string(), said, on.to_string());
        assert_eq!(
            told,
            [
                row("That you build by referral", "", "2026-11-20"),
                row("What results you deliver", "Not yet", ""),
                row("Whom you look for", "Not yet", "")
            ]
        );
        assert_eq!(heard(&book, "p9".parse().unwrap()), []);
    }
}
