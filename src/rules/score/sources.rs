//! Who sends people: the sources of a time, with how many came from each and how many were won (R18, R65).

use super::received;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::id_map::IdMap;
use crate::domain::order::sort_by_key;
use crate::domain::referral::End;
use chrono::NaiveDate;
use std::cmp::Reverse;

/// How many are told of.
const MOST: usize = 6;

/// The score of one source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceScore {
    /// Who.
    pub source: PersonId,
    /// How many they sent.
    pub sent: usize,
    /// How many of these were won.
    pub won: usize,
}

/// The six who sent the most since this day, the most first.
pub fn sources(book: &Book, since: NaiveDate) -> Vec<SourceScore> {
    let mut by: IdMap<PersonId, SourceScore> = IdMap::default();
    for referral in book.referrals().filter(|referral| received(referral).is_some_and(|day| day >= since)) {
        let new = || SourceScore { source: referral.source, sent: 0, won: 0 };
        let one = by.entry(referral.source).or_insert_with(new);
        one.sent += 1;
        one.won += usize::from(referral.outcome.kind == End::Won);
    }
    let mut all: Vec<SourceScore> = by.into_values().filter(|one| book.live_person(one.source).is_some()).collect();
    sort_by_key(&mut all, |one| (Reverse(one.sent), Reverse(one.won), one.source));
    all.truncate(MOST);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Person;
    use crate::domain::referral::{Outcome, Referral};

    #[test]
    fn r18_the_six_who_sent_the_most_come_first_and_nobody_from_the_trash() {
        let mut book = Book::default();
        let mut n = 0;
        for (who, sent, won) in [("ann", 3, 1), ("bo", 5, 0), ("cy", 3, 2), ("di", 9, 9)] {
            let id: PersonId = who.parse().unwrap();
            book.put(Person { id, trashed: who == "di", ..Person::default() }.into());
            for at in 0..sent {
                n += 1;
                let kind = if at < won { End::Won } else { End::Open };
                let outcome = Outcome { kind, ..Outcome::default() };
                let agreed_on = "2026-11-02".parse().ok();
                let id = format!("r{n}").parse().unwrap();
                book.put(
                    Referral { id, source: who.parse().unwrap(), agreed_on, outcome, ..Referral::default() }.into(),
                );
            }
        }
        let told = |since: &str| -> Vec<String> {
            let all = sources(&book, since.parse().unwrap());
            all.iter().map(|one| format!("{} {} {}", one.source, one.sent, one.won)).collect()
        };
        assert_eq!(told("2026-01-01"), ["bo 5 0", "cy 3 2", "ann 3 1"]);
        assert_eq!(told("2026-11-03"), [""; 0]);
    }
}
