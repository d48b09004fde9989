//! Reminders for the person's own calendar: what is owed with a day, each with a name that stays (B3).
//!
//! A calendar is synchronised, shared and shown on locked screens, so it is told less than the book knows, like a table and
//! the sheet of a week: of what is confidential neither a name nor a stage, and no day that follows from one (R63).

use super::duty::{reason, title};
use crate::domain::book::Book;
use crate::domain::id::{Id, PersonId};
use crate::domain::id_map::IdSet;
use crate::domain::referral::Referral;
use crate::rules::chain::introduced_by;
use crate::rules::disclosure::{CONFIDENTIAL, Disclosure, WayOut};
use crate::rules::duty::{Duty, Owed, Raised, When, owed};
use chrono::NaiveDate;

/// What a calendar says in place of a duty to somebody who may not be named.
const UNNAMED: &str = "A word that waits in Kith";

/// A duty as an entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// What it is known by: the same for the same duty in every file.
    pub name: String,
    /// The day it falls due; `None` for what is merely ripe, or where the day may not be told.
    pub due: Option<NaiveDate>,
    /// How that lies to today; `None` where it may not be told.
    pub when: Option<When>,
    /// Its day; what is late, and what may not say its day, stands on the day of the file.
    pub on: NaiveDate,
    /// What to do, with the name.
    pub title: String,
    /// Why, as it will be said on that day; empty where it may not be said.
    pub note: String,
    /// Whether the one it is owed to may be named.
    pub is_named: bool,
}

/// What is late, due today or soon, in the order of Today; what is merely ripe has no day (B3).
pub fn reminders(book: &Book, today: NaiveDate) -> Vec<Reminder> {
    let all = everything(book, WayOut::Calendar, usize::MAX, today).0.into_iter();
    all.filter(|one| one.when != Some(When::Ripe)).collect()
}

/// Returns the first `most` of everything owed, as they may be told by this way out, and how many there are in all. What
/// may not say for what it is stands last, once for each person: its place in the order of Today would say it.
pub fn everything(book: &Book, way: WayOut, most: usize, today: NaiveDate) -> (Vec<Reminder>, usize) {
    let disclosure = Disclosure::others(book, way);
    let mut told = Vec::new();
    let mut silent = Vec::new();
    let mut seen = IdSet::default();
    for owed in owed(book, today) {
        match hidden(&disclosure, &owed.raised) {
            Hidden::Nothing => told.push(owed),
            // Ripe is no duty, and what is ripe without a reason to tell is nothing to be told.
            _ if owed.when == When::Ripe => {}
            what => silent.extend(owed.raised.person.filter(|id| seen.insert(*id)).map(|id| (id, what))),
        }
    }
    let all = told.len() + silent.len();
    let told = told.iter().map(|owed| reminder(&disclosure, owed, today));
    let silent = silent.iter().map(|(person, what)| unsaid(&disclosure, way, *person, what, today));
    (told.chain(silent).take(most).collect(), all)
}

fn reminder(disclosure: &Disclosure, owed: &Owed, today: NaiveDate) -> Reminder {
    let on = owed.due.max(today);
    let name = owed.raised.person.and_then(|id| disclosure.told_name(id)).unwrap_or_default();
    let note = reason(disclosure.book(), owed, on);
    Reminder {
        name: named(&owed.raised),
        due: Some(owed.due).filter(|_| owed.when != When::Ripe),
        when: Some(owed.when),
        on,
        title: title(owed.raised.duty, name),
        note: if disclosure.may_say(&note) { note } else { String::new() },
        is_named: true,
    }
}

/// A duty that may not say what it is.
fn unsaid(disclosure: &Disclosure, way: WayOut, person: PersonId, what: &Hidden, today: NaiveDate) -> Reminder {
    let title = match (what, disclosure.told_name(person)) {
        (Hidden::Reason, Some(name)) => format!("A word to {name}"),
        _ if way == WayOut::Calendar => UNNAMED.to_string(),
        _ => CONFIDENTIAL.to_string(),
    };
    let is_named = matches!(what, Hidden::Reason);
    Reminder { name: format!("word.{person}"), due: None, when: None, on: today, title, note: String::new(), is_named }
}

/// What may not be told of a duty.
enum Hidden {
    /// All of it may be.
    Nothing,
    /// What it is about, and since when.
    Reason,
    /// Not even to whom.
    Person,
}

fn hidden(disclosure: &Disclosure, raised: &Raised) -> Hidden {
    let Some(person) = raised.person else { return Hidden::Nothing };
    if !disclosure.tells_person(person) {
        return Hidden::Person;
    }
    let book = disclosure.book();
    let about = raised.referral.and_then(|id| book.referral(id));
    let is_told = about.is_none_or(|referral| tells_reason(disclosure, raised, referral));
    // An ask is ripe for what came of a referral of theirs.
    let gave = || book.referrals_from(person).all(|referral| disclosure.tells_stage(referral));
    let is_ripe = raised.duty != Duty::Ask || gave();
    if is_told && is_ripe && disclosure.tells_standing(person) { Hidden::Nothing } else { Hidden::Reason }
}

/// Whether the reason of a duty about this referral may be told: it names the two people, and down the chain the one who was
/// introduced there.
fn tells_reason(disclosure: &Disclosure, raised: &Raised, referral: &Referral) -> bool {
    let next = || introduced_by(disclosure.book(), referral.source, raised.person?);
    let is_told = || disclosure.tells_everyone() || next().is_none_or(|next| disclosure.tells_person(next));
    let chain = || raised.duty != Duty::ThankChain || is_told();
    disclosure.tells_stage(referral) && disclosure.tells_person(referral.source) && chain()
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
        let dated: Vec<Owed> = owed(&book, today).into_iter().filter(|owed| owed.when != When::Ripe).collect();
        let named: BTreeSet<String> = all.iter().map(|one| one.name.clone()).collect();
        for owed in &dated {
            let word = format!("word.{}", owed.raised.person.map(|id| id.to_string()).unwrap_or_default());
            assert!(named.contains(&super::named(&owed.raised)) || named.contains(&word), "{owed:?}");
        }
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
