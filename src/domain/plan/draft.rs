//! The forms of a plan: a new one with its first lines, its two days, and a single line (R67).

use super::moves::{REVIEW_DAYS, no_line};
use super::{Plan, PlanItem, PlanSide};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::day::later;
use crate::domain::draft::{Problems, day, short_text};
use crate::domain::fields::fields;
use crate::domain::id::{Mint, PersonId, PlanId};
use crate::domain::person::named::{called, named};
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// What was typed about a plan.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct PlanDraft {
        /// With whom: a name of the book.
        pub with: String,
        /// My first line.
        pub mine: String,
        /// By which day I do it.
        pub mine_by: String,
        /// Their first line.
        pub theirs: String,
        /// By which day they do it.
        pub theirs_by: String,
        /// The day we meet next.
        pub next_meeting: String,
        /// The day to look at the plan again.
        pub review_on: String,
    }
}

fields! {
    /// What was typed about a line of a plan.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct PlanLineDraft {
        /// What is to be done.
        pub what: String,
        /// By which day; may be empty.
        pub on: String,
    }
}

fn said(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// A day of a plan: none, one that has not passed, or the one that stands there already.
fn ahead(text: &str, old: Option<NaiveDate>, today: NaiveDate) -> Result<Option<NaiveDate>, &'static str> {
    match day(text)? {
        Some(on) if on < today && Some(on) != old => Err("That day has passed. Choose today or later."),
        on => Ok(on),
    }
}

impl PlanDraft {
    /// The form of a new plan, with this person where one is known; it is looked at again in 90 days.
    pub fn with(book: &Book, person: Option<PersonId>, today: NaiveDate) -> PlanDraft {
        let with = person.and_then(|id| book.live_person(id)).map(|p| called(book, p)).unwrap_or_default();
        PlanDraft { with, review_on: later(today, REVIEW_DAYS).to_string(), ..PlanDraft::default() }
    }

    /// The form of the days of this plan.
    pub fn of(plan: &Plan) -> PlanDraft {
        PlanDraft { next_meeting: said(plan.next_meeting), review_on: said(plan.review_on), ..PlanDraft::default() }
    }

    /// The change that makes a new plan.
    ///
    /// # Errors
    /// What is missing or cannot be, field by field; a plan of past days is none.
    pub fn change(&self, book: &Book, today: NaiveDate, mint: &mut Mint) -> Result<(PlanId, Change), Problems> {
        let mut wrong = Problems::default();
        let with = wrong.take("with", named(book, &self.with).map(Some));
        let mine = line(&mut wrong, ["mine", "mine_by"], [&self.mine, &self.mine_by], None, today);
        let theirs = line(&mut wrong, ["theirs", "theirs_by"], [&self.theirs, &self.theirs_by], None, today);
        if mine.is_none() && theirs.is_none() && wrong == Problems::default() {
            wrong.add("mine", "Write one thing that you do, or that they do.");
        }
        if let Some(with) = with
            && book.plans().any(|plan| plan.with == with)
        {
            wrong.add("with", "You have a plan together already. Open it, and add to it.");
        }
        let next_meeting = wrong.take("next_meeting", ahead(&self.next_meeting, None, today));
        let review_on = wrong.take("review_on", ahead(&self.review_on, None, today));
        let id = PlanId(mint.id());
        wrong.or(())?;
        let (mine, theirs) = (mine.into_iter().collect(), theirs.into_iter().collect());
        let with = with.unwrap_or_default();
        Ok((id, Change::of(Plan { id, with, mine, theirs, next_meeting, review_on, ..Plan::default() })))
    }

    /// The change of the days of this plan: the next meeting, and the review.
    ///
    /// # Errors
    /// When a day has passed, or the plan is gone.
    pub fn days(&self, book: &Book, id: PlanId, today: NaiveDate) -> Result<Change, Problems> {
        let plan = book.plan_here(id)?;
        let mut wrong = Problems::default();
        let next_meeting = wrong.take("next_meeting", ahead(&self.next_meeting, plan.next_meeting, today));
        let review_on = wrong.take("review_on", ahead(&self.review_on, plan.review_on, today));
        wrong.or(Change::of(Plan { next_meeting, review_on, ..plan }))
    }
}

impl PlanLineDraft {
    /// The form of this line; empty for a new one.
    pub fn of(line: Option<&PlanItem>) -> PlanLineDraft {
        line.map(|line| PlanLineDraft { what: line.what.clone(), on: said(line.on) }).unwrap_or_default()
    }

    /// The change that adds the line, or puts it in place of the one that stands `at` that place.
    ///
    /// # Errors
    /// When it says nothing, its day has passed, or the plan or the line is gone.
    pub fn change(
        &self,
        book: &Book,
        id: PlanId,
        side: PlanSide,
        at: Option<usize>,
        today: NaiveDate,
    ) -> Result<Change, Problems> {
        let mut plan = book.plan_here(id)?;
        let old = at.map(|at| plan.lines(side).get(at).cloned().ok_or_else(no_line)).transpose()?;
        let mut wrong = Problems::default();
        let old_day = old.as_ref().and_then(|old| old.on);
        let new = line(&mut wrong, ["what", "on"], [&self.what, &self.on], old_day, today);
        if new.is_none() && wrong == Problems::default() {
            wrong.add("what", "Write what is to be done.");
        }
        wrong.or(())?;
        let new = PlanItem { done: old.is_some_and(|old| old.done), ..new.unwrap_or_default() };
        let lines = plan.lines_mut(side);
        match at.and_then(|at| lines.get_mut(at)) {
            Some(line) => *line = new,
            None => lines.push(new),
        }
        Ok(Change::of(plan))
    }
}

/// The line of these two fields; none where nothing is written.
fn line(
    wrong: &mut Problems,
    [what_name, on_name]: [&'static str; 2],
    [what, on]: [&str; 2],
    old: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<PlanItem> {
    let what = wrong.take(what_name, short_text(what));
    let on = wrong.take(on_name, ahead(on, old, today));
    if what.is_empty() {
        if on.is_some() {
            wrong.add(what_name, "Write what is done by that day.");
        }
        return None;
    }
    Some(PlanItem { what, on, done: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::person::{Name, Person};

    fn book() -> Book {
        let mut book = Book::default();
        let (id, name) = ("fred".parse().unwrap(), Name::new("Fred Ito").unwrap());
        book.put(Person { id, name, ..Person::default() }.into());
        book
    }

    fn today() -> NaiveDate {
        "2026-11-20".parse().unwrap()
    }

    #[test]
    fn r67_a_plan_begins_with_a_line_of_either_side_and_a_review_in_ninety_days() {
        let mut book = book();
        let mut mint = Mint::new(Session::of_bits(1));
        let start = PlanDraft::with(&book, "fred".parse().ok(), today());
        assert_eq!((start.with.as_str(), start.review_on.as_str()), ("Fred Ito", "2027-02-18"));
        let fields = |draft: &PlanDraft, book: &Book, mint: &mut Mint| match draft.change(book, today(), mint) {
            Ok(_) => Vec::new(),
            Err(wrong) => wrong.0.into_iter().map(|p| p.field).collect::<Vec<_>>(),
        };
        assert_eq!(fields(&start, &book, &mut mint), ["mine"], "it says nothing");
        let named = PlanDraft { mine: "Two names".into(), mine_by: "2026-11-27".into(), ..start.clone() };
        let past = PlanDraft {
            mine_by: "2026-11-01".into(),
            theirs: "A tour".into(),
            theirs_by: "2026-10-01".into(),
            next_meeting: "2026-11-19".into(),
            review_on: "2025-01-01".into(),
            ..named.clone()
        };
        assert_eq!(fields(&past, &book, &mut mint), ["mine_by", "theirs_by", "next_meeting", "review_on"]);
        let nobody = PlanDraft { with: "Zoe".into(), mine: String::new(), ..named.clone() };
        assert_eq!(fields(&nobody, &book, &mut mint), ["with", "mine"], "a day without a line, and nobody");
        let (id, change) = named.change(&book, today(), &mut mint).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        let plan = book.plan(id).unwrap();
        assert_eq!((plan.mine.len(), plan.theirs.len(), plan.done()), (1, 0, (0, 1)));
        assert_eq!(fields(&named, &book, &mut mint), ["with"], "one plan with a person");
    }

    #[test]
    fn r67_lines_are_added_and_edited_and_the_days_are_moved() {
        let mut book = book();
        let on = "2026-11-01".parse().ok();
        let id = "l1".parse().unwrap();
        let late = PlanItem { what: "Two names".into(), on, done: true };
        book.put(
            Plan { id, with: "fred".parse().unwrap(), mine: vec![late.clone()], review_on: on, ..Plan::default() }
                .into(),
        );
        let typed = |what: &str, on: &str| PlanLineDraft { what: what.into(), on: on.into() };
        let edited = PlanLineDraft { what: "Three names".into(), ..PlanLineDraft::of(Some(&late)) };
        for (draft, side, at) in
            [(edited, PlanSide::Mine, Some(0)), (typed("A tour", "2026-12-01"), PlanSide::Theirs, None)]
        {
            let change = draft.change(&book, id, side, at, today()).unwrap();
            change.records.into_iter().for_each(|record| book.put(record));
        }
        let plan = book.plan(id).unwrap();
        assert_eq!((plan.mine[0].what.as_str(), plan.mine[0].on, plan.mine[0].done), ("Three names", on, true));
        assert_eq!(plan.theirs[0].what, "A tour");
        let wrong =
            |draft: PlanLineDraft, at| draft.change(&book, id, PlanSide::Mine, at, today()).unwrap_err().0[0].field;
        assert_eq!(wrong(typed(" ", ""), None), "what");
        assert_eq!(wrong(typed("x", "2026-11-19"), Some(0)), "on");
        assert_eq!(wrong(typed("x", ""), Some(7)), "form");
        let days = PlanDraft { next_meeting: "2026-12-04".into(), ..PlanDraft::of(plan) };
        let change = days.days(&book, id, today()).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        assert_eq!(book.plan(id).unwrap().next_meeting, "2026-12-04".parse().ok());
        assert_eq!(book.plan(id).unwrap().review_on, on, "the day that stands there may stay");
        let past = PlanDraft { review_on: "2026-11-02".into(), ..days };
        assert_eq!(past.days(&book, id, today()).unwrap_err().0[0].field, "review_on");
    }
}
