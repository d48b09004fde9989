//! Mutual plans in words: how far one is, what is next, and what each side does (R67).

use super::giving::day_mark;
use super::names::alone;
use super::reason::{date, short_date};
use crate::domain::book::Book;
use crate::domain::id::{PersonId, PlanId};
use crate::domain::person::Role;
use crate::domain::plan::{Plan, PlanItem, PlanSide};
use chrono::NaiveDate;

/// A plan in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanRow {
    /// With whom.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Whether they are a client.
    pub client: bool,
    /// How far it is, in a line.
    pub why: String,
    /// The nearest day, with its tone; empty where there is none.
    pub when: (String, &'static str),
}

/// A plan in a list; `None` when it is gone.
pub fn row(book: &Book, id: PlanId, today: NaiveDate) -> Option<PlanRow> {
    let plan = book.plan(id).filter(|plan| !plan.trashed)?;
    let person = book.live_person(plan.with)?;
    let when = plan.next_day(today).map(|day| day_mark(day, today)).unwrap_or_default();
    let (name, client) = (person.name.to_string(), person.is(&Role::Client));
    Some(PlanRow { person: plan.with, name, client, why: how_far(plan, person.name.first(), today), when })
}

fn how_far(plan: &Plan, first: &str, today: NaiveDate) -> String {
    let (done, all) = plan.done();
    let next = |lines: &[PlanItem]| lines.iter().find(|item| !item.done).map(|item| item.what.clone());
    match (plan.review_on, next(&plan.mine), next(&plan.theirs)) {
        (Some(day), ..) if day < today => format!("Review was due on {}", date(day, today)),
        (_, Some(mine), Some(theirs)) if done == 0 => format!("You: {mine}. {first}: {theirs}"),
        (_, Some(mine), None) if done == 0 => format!("You: {mine}"),
        (_, None, Some(theirs)) if done == 0 => format!("{first}: {theirs}"),
        _ if all == 0 => "Nothing agreed yet".into(),
        (Some(day), ..) => format!("{done} of {all} done; review {}", date(day, today)),
        _ => format!("{done} of {all} done"),
    }
}

/// What the page of a plan says at its head (R67).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PlanWords {
    /// With whom.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// What to call them.
    pub first: String,
    /// Whether they are here: neither in the trash nor erased.
    pub is_here: bool,
    /// How far it is.
    pub lead: String,
    /// The next meeting, in words.
    pub meeting: String,
    /// The review, in words, with its tone.
    pub review: (String, &'static str),
    /// Whether every day in it is past.
    pub stale: bool,
}

/// The page of a plan; `None` when it is gone.
pub fn plan(book: &Book, id: PlanId, today: NaiveDate) -> Option<PlanWords> {
    let plan = book.plan(id).filter(|plan| !plan.trashed)?;
    let person = book.person(plan.with);
    let (done, all) = plan.done();
    let lead = match (done, all) {
        (_, 0) => "Nothing is agreed yet. Write what each of you does for the other.".to_string(),
        (done, all) if done == all => "All of it is done. Time to agree on the next things.".to_string(),
        (done, all) => format!("{done} of {all} done."),
    };
    let meeting = match plan.next_meeting {
        None => "No day yet".to_string(),
        Some(day) if day < today => format!("Was on {}", date(day, today)),
        Some(day) => format!("{} {}", day.format("%A"), date(day, today)),
    };
    let review = match plan.review_on {
        None => ("No day yet".to_string(), "calm"),
        Some(day) if day < today => (format!("Was due on {}", date(day, today)), "late"),
        Some(day) if day == today => ("Today".to_string(), "owed"),
        Some(day) => (date(day, today), "calm"),
    };
    Some(PlanWords {
        person: plan.with,
        name: alone(book, plan.with),
        first: person.map_or_else(|| "they".into(), |p| p.name.first().to_string()),
        is_here: book.live_person(plan.with).is_some(),
        lead,
        meeting,
        review,
        stale: plan.is_stale(today),
    })
}

/// A line of a plan on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineWords {
    /// Its place.
    pub at: usize,
    /// The line itself, as it is kept.
    pub item: PlanItem,
    /// Its day, with its tone; empty where it has none.
    pub when: (String, &'static str),
}

/// The lines of a side, in the order they were written.
pub fn lines(book: &Book, id: PlanId, side: PlanSide, today: NaiveDate) -> Vec<LineWords> {
    let lines = book.plan(id).map(|plan| plan.lines(side).clone()).unwrap_or_default();
    let when = |item: &PlanItem| match item.on {
        None => (String::new(), ""),
        Some(day) if item.done => (short_date(day, today), "done"),
        Some(day) => day_mark(day, today),
    };
    lines.into_iter().enumerate().map(|(at, item)| LineWords { at, when: when(&item), item }).collect()
}

/// The plan with this person, if there is one.
pub fn plan_with(book: &Book, person: PersonId) -> Option<PlanId> {
    book.plans().find(|plan| plan.with == person).map(|plan| plan.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person};

    fn today() -> NaiveDate {
        "2026-11-20".parse().unwrap()
    }

    fn item(what: &str, on: &str, done: bool) -> PlanItem {
        PlanItem { what: what.into(), on: on.parse().ok(), done }
    }

    fn book(change: impl FnOnce(&mut Plan)) -> Book {
        let mut book = Book::default();
        let (id, name) = ("fred".parse().unwrap(), Name::new("Fred Ito").unwrap());
        book.put(Person { id, name, ..Person::default() }.into());
        let mut plan = Plan { id: "l1".parse().unwrap(), with: id, ..Plan::default() };
        change(&mut plan);
        book.put(plan.into());
        book
    }

    fn why(change: impl FnOnce(&mut Plan)) -> (String, String) {
        let told = row(&book(change), "l1".parse().unwrap(), today()).unwrap();
        (told.why, told.when.0)
    }

    #[test]
    fn r67_a_plan_says_how_far_it_is_and_what_is_next() {
        let said = |why: &str, when: &str| (why.to_string(), when.to_string());
        assert_eq!(why(|_| ()), said("Nothing agreed yet", ""));
        let both = |plan: &mut Plan| {
            plan.mine = vec![item("two names", "2026-11-23", false)];
            plan.theirs = vec![item("a plant tour", "", false)];
        };
        assert_eq!(why(both), said("You: two names. Fred: a plant tour", "Mon"));
        assert_eq!(why(|plan| plan.theirs = vec![item("a tour", "", false)]), said("Fred: a tour", ""));
        let some = |plan: &mut Plan| {
            plan.mine = vec![item("two names", "2026-11-01", true), item("a card", "", false)];
            plan.review_on = "2027-01-14".parse().ok();
        };
        assert_eq!(why(some), said("1 of 2 done; review 14 January 2027", "14 Jan 2027"));
        assert_eq!(
            why(|plan| plan.review_on = "2026-11-12".parse().ok()),
            said("Review was due on 12 November", "8 days late")
        );
    }

    #[test]
    fn r67_the_page_says_when_to_meet_and_to_look_again_and_that_every_day_is_past() {
        let told = |change: fn(&mut Plan)| plan(&book(change), "l1".parse().unwrap(), today()).unwrap();
        let words = told(|plan| {
            (plan.next_meeting, plan.review_on) = ("2026-12-04".parse().ok(), "2026-11-20".parse().ok());
        });
        assert_eq!(
            (words.meeting.as_str(), words.review.0.as_str(), words.stale),
            ("Friday 4 December", "Today", false)
        );
        let past = told(|plan| {
            plan.mine = vec![item("two names", "2026-10-01", true)];
            (plan.next_meeting, plan.review_on) = ("2026-10-04".parse().ok(), "2026-10-20".parse().ok());
        });
        assert_eq!((past.meeting.as_str(), past.review.0.as_str()), ("Was on 4 October", "Was due on 20 October"));
        assert!(past.stale && past.lead.starts_with("All of it is done."));
        let mut book = book(|_| ());
        book.remove(&crate::domain::kind::Kind::Person, "fred".parse::<PersonId>().unwrap().0);
        let alone = plan(&book, "l1".parse().unwrap(), today()).unwrap();
        assert_eq!((alone.name.as_str(), alone.is_here), ("Somebody erased", false));
        assert_eq!(row(&book, "l1".parse().unwrap(), today()), None);
        assert_eq!(plan(&book, "l9".parse().unwrap(), today()), None);
    }

    #[test]
    fn r67_lines_keep_their_order_and_say_their_day() {
        let book = book(|plan| {
            plan.mine = vec![item("b", "2026-11-18", false), item("a", "2026-11-01", true), item("c", "", false)]
        });
        let told: Vec<String> = lines(&book, "l1".parse().unwrap(), PlanSide::Mine, today())
            .into_iter()
            .map(|line| format!("{} {} {}", line.at, line.item.what, line.when.0))
            .collect();
        assert_eq!(told, ["0 b 2 days late", "1 a 1 Nov", "2 c "]);
        assert_eq!(plan_with(&book, "fred".parse().unwrap()), "l1".parse().ok());
    }
}
