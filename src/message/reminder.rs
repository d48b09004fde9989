//! Reminders for the person's own calendar: what is owed with a day, each with a name that stays (B3).
//!
//! A calendar is synchronised, shared and shown on locked screens, so it is told less than the book knows: nothing of a
//! confidential referral, neither its prospect nor its stage (R63).

use super::duty::{reason, title};
use super::letter::may_be_named;
use crate::domain::book::Book;
use crate::domain::id::{Id, PersonId};
use crate::domain::referral::Referral;
use crate::rules::duty::{Duty, Owed, Raised, When, owed, stage_is_secret};
use chrono::NaiveDate;

/// What a calendar says of somebody who may not be named.
const UNNAMED: &str = "A word that waits in Kith";

/// A duty as an entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// What it is known by: the same for the same duty in every file.
    pub name: String,
    /// The day it falls due; of what is merely ripe the day it became so.
    pub due: NaiveDate,
    /// How that lies to today.
    pub when: When,
    /// Its day; what is late stands on the day of the file, because a day that is past reminds of nothing.
    pub on: NaiveDate,
    /// What to do, with the name.
    pub title: String,
    /// Why, as it will be said on that day; empty where it may not be said.
    pub note: String,
}

/// What is late, due today or soon, in the order of Today; what is merely ripe has no day (B3).
pub fn reminders(book: &Book, today: NaiveDate) -> Vec<Reminder> {
    let all = everything(book, today).into_iter();
    all.filter(|one| one.when != When::Ripe).collect()
}

/// The same with what is merely ripe.
pub fn everything(book: &Book, today: NaiveDate) -> Vec<Reminder> {
    owed(book, today).iter().map(|owed| reminder(book, owed, today)).collect()
}

fn reminder(book: &Book, owed: &Owed, today: NaiveDate) -> Reminder {
    let on = owed.due.max(today);
    let name = owed.raised.person.and_then(|id| book.person(id)).map(|p| p.name.to_string()).unwrap_or_default();
    let (title, note) = match secret(book, &owed.raised) {
        Secret::No => (title(owed.raised.duty, &name), reason(book, owed, on)),
        Secret::Stage => (format!("A word to {name}"), String::new()),
        Secret::Person => (UNNAMED.to_string(), String::new()),
    };
    Reminder { name: named(&owed.raised), due: owed.due, when: owed.when, on, title, note }
}

/// What may not be told of a duty.
enum Secret {
    No,
    /// What it is about.
    Stage,
    /// Not even whom it goes to.
    Person,
}

fn secret(book: &Book, raised: &Raised) -> Secret {
    let hidden = |referral: &Referral| stage_is_secret(&referral.confidential);
    if raised.person.is_some_and(|id: PersonId| book.referrals_to(id).any(hidden)) {
        return Secret::Person;
    }
    let Some(referral) = raised.referral.and_then(|id| book.referral(id)) else { return Secret::No };
    // The reason of a thank-you down the chain names everyone on the way.
    let unnamed = raised.duty == Duty::ThankChain
        && (may_be_named(book, referral, raised).is_none() || book.referrals_to(referral.source).any(hidden));
    if hidden(referral) || unnamed { Secret::Stage } else { Secret::No }
}

/// What a duty is known by. A plan owes several lines, each on its day; of every other record one thing is owed at a time.
fn named(raised: &Raised) -> String {
    let line = (raised.duty == Duty::Plan).then(|| raised.due.to_string());
    let parts = [
        Some(raised.duty.name().to_string()),
        raised.person.map(|id| id.to_string()),
        raised.referral.map(|id| id.to_string()),
        raised.milestone.as_ref().map(|milestone| milestone.word().to_string()),
        raised.record.map(|id: Id| id.to_string()),
        line,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::later;
    use crate::domain::id::Session;
    use crate::domain::person::Name;
    use crate::domain::referral::Confidential;
    use crate::domain::sample::sample;
    use std::collections::BTreeSet;

    fn today() -> NaiveDate {
        "2026-11-18".parse().unwrap()
    }

    fn book() -> Book {
        let mut book = Book::default();
        for record in sample(today(), Session::of_bits(7)).records {
            book.put(record);
        }
        book
    }

    #[test]
    fn b3_what_is_owed_with_a_day_is_reminded_of_and_what_is_late_today() {
        let (book, today) = (book(), today());
        let all = reminders(&book, today);
        let dated = owed(&book, today).into_iter().filter(|owed| owed.when != When::Ripe).count();
        assert_eq!(all.len(), dated);
        assert!(all.len() > 10 && all.iter().all(|one| one.on >= today && one.on <= later(today, 7)), "{all:?}");
        let thanks = all.iter().find(|one| one.title == "Thank Connie Alvarez").unwrap();
        assert_eq!((thanks.on, thanks.note.as_str()), (today, "Fred Ito said yes 2 days ago, and it began here."));
    }

    #[test]
    fn b3_a_reminder_says_its_reason_as_of_its_own_day() {
        let all = reminders(&book(), today());
        let follow_up = all.iter().find(|one| one.title.starts_with("Follow up with Leila")).unwrap();
        let days = (follow_up.on - today()).num_days() + 1;
        let said = if days == 1 { "yesterday".to_string() } else { format!("{days} days ago") };
        assert!(follow_up.note.contains(&said), "{follow_up:?}");
    }

    #[test]
    fn b3_a_duty_keeps_its_name_from_day_to_day_and_no_two_share_one() {
        let book = book();
        let names = |today| reminders(&book, today).into_iter().map(|one| one.name).collect::<Vec<_>>();
        let (first, next) = (names(today()), names(later(today(), 1)));
        let all: BTreeSet<&String> = first.iter().collect();
        assert_eq!(all.len(), first.len(), "{first:?}");
        assert!(first.iter().all(|name| next.contains(name)), "nothing was settled from one day to the next");
    }

    #[test]
    fn r63_a_calendar_learns_nothing_of_what_is_confidential() {
        let book = book();
        let mut secret = self::book();
        for referral in book.referrals() {
            let prospect = book.person(referral.prospect).unwrap().clone();
            secret.put(Referral { confidential: Confidential::Whole, ..referral.clone() }.into());
            let name = Name::new(&format!("Zebulon {}", prospect.name)).unwrap();
            secret.put(crate::domain::person::Person { name, ..prospect }.into());
        }
        let all = reminders(&secret, today());
        assert!(
            all.iter().any(|one| one.title == UNNAMED) && all.iter().any(|one| one.title.starts_with("A word to "))
        );
        for one in all {
            assert!(!one.title.contains("Zebulon") && !one.note.contains("Zebulon"), "{one:?}");
            assert!(!one.note.contains("said yes") && !one.note.contains("introduc"), "{one:?}");
        }
    }
}
