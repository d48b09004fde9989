//! The week on a sheet of paper: what is owed, with boxes to tick, and the five to contact (B3, B4).
//!
//! Paper is left on desks, so it is told what a calendar is told: nothing that is confidential (R63).

use super::five::picks;
use super::reason::{date, number};
use super::reminder::{Reminder, everything};
use super::week::this_week;
use crate::domain::book::Book;
use crate::rules::disclosure::{Disclosure, WayOut};
use crate::rules::duty::When;
use crate::rules::five::{FiveReason, Proposed, five};
use crate::rules::week::week_start;
use chrono::NaiveDate;

/// So many lines are on it; nobody does more in a week.
const MOST: usize = 40;

/// The sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WeekSheet {
    /// Which week: `The week of 16 November`.
    pub title: String,
    /// How many were contacted, of how many, and the pace.
    pub goal: String,
    /// What is owed, in the order of Today.
    pub owed: Vec<SheetLine>,
    /// How much more is owed than fits; empty when nothing.
    pub more: String,
    /// Who of the five to contact is owed nothing.
    pub five: Vec<SheetLine>,
}

/// A line with a box before it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SheetLine {
    /// What to do, with the name.
    pub what: String,
    /// Why; empty where paper may not say it.
    pub why: String,
    /// On which day; empty when it has none.
    pub day: String,
}

/// The sheet for the week of this day.
pub fn sheet(book: &Book, today: NaiveDate) -> WeekSheet {
    let week = this_week(book, today);
    let (owed, all) = everything(book, WayOut::WeekPaper, MOST, today);
    let disclosure = Disclosure::others(book, WayOut::WeekPaper);
    let more = all.saturating_sub(MOST);
    let mut others = five(book, today);
    others.retain(|one| is_owed_nothing(one) && disclosure.tells_standing(one.person));
    let five = picks(book, &others, today).into_iter();
    WeekSheet {
        title: format!("The week of {}", date(week_start(book, today), today)),
        goal: format!("{} contacted. {}", week.score, week.pace),
        owed: owed.into_iter().map(|one| line(one, today)).collect(),
        more: if more > 0 { format!("And {} more in Kith.", number(more)) } else { String::new() },
        five: five.map(|pick| SheetLine { what: pick.name, why: pick.why, day: String::new() }).collect(),
    }
}

fn line(one: Reminder, today: NaiveDate) -> SheetLine {
    let day = match one.when {
        None | Some(When::Ripe) => String::new(),
        Some(When::Late) => one.due.map(|due| format!("since {}", date(due, today))).unwrap_or_default(),
        Some(When::Today | When::Soon) => one.on.format("%A").to_string(),
    };
    SheetLine { what: one.title, why: one.note, day }
}

/// What is owed stands on the sheet already.
fn is_owed_nothing(one: &Proposed) -> bool {
    matches!(one.because, FiveReason::Fading(..) | FiveReason::InHundred(..))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::person::{Name, Person};
    use crate::domain::referral::{Confidential, Referral};
    use crate::domain::sample::sample;

    fn today() -> NaiveDate {
        "2026-11-18".parse().unwrap()
    }

    fn book() -> Book {
        let mut book = Book::default();
        sample(today(), Session::of_bits(7)).records.into_iter().for_each(|record| book.put(record));
        book
    }

    fn told(sheet: &WeekSheet) -> String {
        let lines = sheet.owed.iter().chain(&sheet.five);
        let said: Vec<String> = lines.map(|one| format!("{} | {} | {}", one.what, one.why, one.day)).collect();
        format!("{}\n{}\n{}\n{}", sheet.title, sheet.goal, said.join("\n"), sheet.more)
    }

    #[test]
    fn b4_the_sheet_has_the_week_the_goal_what_is_owed_and_who_else_to_contact() {
        let sheet = sheet(&book(), today());
        assert_eq!(sheet.title, "The week of 16 November");
        assert!(sheet.goal.contains(" of 5 contacted. "), "{}", sheet.goal);
        let thanks = sheet.owed.iter().find(|one| one.what == "Thank Connie Alvarez").unwrap();
        assert_eq!(
            (thanks.why.as_str(), thanks.day.as_str()),
            ("Fred Ito said yes 2 days ago, and it began here.", "since 16 November")
        );
    }

    #[test]
    fn b4_below_what_is_owed_stands_who_else_to_contact_and_nobody_twice() {
        let mut book = book();
        assert_eq!(sheet(&book, today()).five, [], "all five are owed a word");
        let people: Vec<Person> = book.people().cloned().collect();
        for person in people {
            let id = format!("x{}", person.id).parse().unwrap();
            let mut other = Person { id, rank: Some(1), ..Person::default() };
            other.name = Name::new(&format!("Other {}", person.name)).unwrap();
            book.remove(&crate::domain::kind::Kind::Person, person.id.0);
            book.put(other.into());
        }
        let told: Vec<String> = sheet(&book, today()).five.into_iter().map(|one| one.why).collect();
        assert_eq!(told.len(), 5);
        assert_eq!(told.first().map(String::as_str), Some("1st of your Hundred, without a word so far."));
    }

    #[test]
    fn b4_more_than_one_sheet_holds_is_counted() {
        let mut book = book();
        let first = everything(&book, WayOut::WeekPaper, 0, today()).1;
        let thanks = book.referrals().next().cloned().unwrap();
        for n in 0..60 {
            let id = format!("more{n}").parse().unwrap();
            let source = format!("source{n}").parse().unwrap();
            let name = Name::new(&format!("Source {n}")).unwrap();
            let any = book.people().next().cloned().unwrap();
            book.put(Person { id: source, name, ..any }.into());
            book.put(Referral { id, source, ..thanks.clone() }.into());
        }
        let sheet = sheet(&book, today());
        assert!(everything(&book, WayOut::WeekPaper, 0, today()).1 > first);
        assert_eq!(sheet.owed.len(), MOST);
        assert_eq!(
            sheet.more,
            format!("And {} more in Kith.", everything(&book, WayOut::WeekPaper, 0, today()).1 - MOST)
        );
    }

    #[test]
    fn r63_paper_learns_nothing_of_what_is_confidential() {
        let (open, mut secret) = (book(), book());
        for referral in open.referrals() {
            secret.put(Referral { confidential: Confidential::Whole, ..referral.clone() }.into());
            let prospect = open.person(referral.prospect).unwrap().clone();
            let name = Name::new(&format!("Zebulon {}", prospect.name)).unwrap();
            secret.put(Person { name, ..prospect }.into());
        }
        let told = told(&sheet(&secret, today()));
        assert!(!told.contains("Zebulon") && !told.contains("said yes"), "{told}");
    }

    #[test]
    fn r63_who_came_in_confidence_is_not_among_those_to_contact() {
        let told = |confidential| {
            let mut book = Book::default();
            let named = |name: &str| Name::new(name).unwrap();
            book.put(Person { id: "sue".parse().unwrap(), name: named("Sue Tran"), ..Person::default() }.into());
            let (id, rank) = ("zeb".parse().unwrap(), Some(1));
            book.put(Person { id, rank, name: named("Zebulon Quillfeather"), ..Person::default() }.into());
            let (source, prospect) = ("sue".parse().unwrap(), id);
            let id = "r1".parse().unwrap();
            book.put(Referral { id, source, prospect, confidential, ..Referral::default() }.into());
            told(&sheet(&book, today()))
        };
        assert!(told(Confidential::No).contains("Zebulon Quillfeather | 1st of your Hundred"));
        assert!(!told(Confidential::Whole).contains("Zebulon"));
    }
}
