//! What happens to a plan: a line is ticked or taken out, and the review is moved on (R67).

use super::{Plan, PlanItem, PlanSide};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::day::later;
use crate::domain::draft::Problems;
use crate::domain::id::PlanId;
use chrono::NaiveDate;

/// How many days on a plan is looked at again once it was.
pub const REVIEW_DAYS: u64 = 90;

impl Book {
    /// Ticks a line of a plan, or takes the tick away (R67). `line` is the line as it was seen: lines have no ids.
    ///
    /// # Errors
    /// When the plan or the line is gone.
    pub fn tick_plan(&self, id: PlanId, side: PlanSide, line: &PlanItem, done: bool) -> Result<Change, Problems> {
        let mut plan = self.plan_here(id)?;
        let found = plan.lines_mut(side).iter_mut().find(|item| *item == line).ok_or_else(no_line)?;
        found.done = done;
        Ok(Change::of(plan))
    }

    /// Takes a line out of a plan.
    ///
    /// # Errors
    /// When the plan or the line is gone.
    pub fn drop_plan_line(&self, id: PlanId, side: PlanSide, line: &PlanItem) -> Result<Change, Problems> {
        let mut plan = self.plan_here(id)?;
        let at = plan.lines(side).iter().position(|item| item == line).ok_or_else(no_line)?;
        plan.lines_mut(side).remove(at);
        Ok(Change::of(plan))
    }

    /// The plan was looked at: its review moves on by 90 days, and a meeting that is over is taken away.
    ///
    /// # Errors
    /// When the plan is gone.
    pub fn plan_reviewed(&self, id: PlanId, today: NaiveDate) -> Result<Change, Problems> {
        let plan = self.plan_here(id)?;
        let next_meeting = plan.next_meeting.filter(|day| *day >= today);
        Ok(Change::of(Plan { review_on: Some(later(today, REVIEW_DAYS)), next_meeting, ..plan }))
    }

    pub(super) fn plan_here(&self, id: PlanId) -> Result<Plan, Problems> {
        let gone = || Problems::one("form", "This plan is not in your book any more.");
        self.plan(id).filter(|plan| !plan.trashed).cloned().ok_or_else(gone)
    }
}

pub(super) fn no_line() -> Problems {
    Problems::one("form", "This line is not in the plan any more.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(what: &str, on: &str, done: bool) -> PlanItem {
        PlanItem { what: what.into(), on: on.parse().ok(), done }
    }

    fn plan() -> Plan {
        Plan {
            id: "l1".parse().unwrap(),
            with: "fred".parse().unwrap(),
            mine: vec![item("Two names", "2026-11-20", false), item("A tour", "2026-11-25", true)],
            theirs: vec![item("A seat at the fair", "2026-12-01", false)],
            next_meeting: "2026-11-18".parse().ok(),
            review_on: "2026-11-19".parse().ok(),
            ..Plan::default()
        }
    }

    #[test]
    fn r67_a_line_is_ticked_and_taken_out_and_the_review_moves_on() {
        let mut book = Book::default();
        book.put(plan().into());
        let id = plan().id;
        let today = "2026-11-20".parse().unwrap();
        let mut keep = |change: Result<Change, Problems>| match change {
            Ok(change) => change.records.into_iter().for_each(|record| book.put(record)),
            Err(wrong) => panic!("{wrong}"),
        };
        let copy = |plan: Plan| {
            let mut book = Book::default();
            book.put(plan.into());
            book
        };
        keep(copy(plan()).tick_plan(id, PlanSide::Mine, &plan().mine[0], true));
        assert_eq!(book.plan(id).unwrap().done(), (2, 3));
        let seen = book.plan(id).unwrap().theirs[0].clone();
        let change = book.drop_plan_line(id, PlanSide::Theirs, &seen).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        assert!(book.plan(id).unwrap().theirs.is_empty());
        assert!(book.drop_plan_line(id, PlanSide::Theirs, &seen).is_err());
        assert!(book.tick_plan(id, PlanSide::Mine, &seen, true).is_err());
        let change = book.plan_reviewed(id, today).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        let reviewed = book.plan(id).unwrap();
        assert_eq!((reviewed.review_on, reviewed.next_meeting), ("2027-02-18".parse().ok(), None));
        book.put(Plan { trashed: true, ..plan() }.into());
        assert!(book.plan_reviewed(id, today).is_err(), "it is in the trash");
    }

    #[test]
    fn r67_a_plan_with_past_days_only_is_stale_and_its_next_day_is_the_earliest_not_done() {
        let today = "2026-11-20".parse().unwrap();
        assert_eq!(plan().next_day(today), "2026-11-19".parse().ok());
        assert!(!plan().is_stale(today));
        assert!(plan().is_stale("2026-12-24".parse().unwrap()));
        assert!(!Plan::default().is_stale(today), "a plan without days is not late");
        assert_eq!(Plan::default().next_day(today), None);
    }
}
