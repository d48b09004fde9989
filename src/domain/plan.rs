//! Mutual plans: what a source and I do for each other, each with a day and a tick (R67).

pub mod draft;
pub mod moves;

use super::fields::fields;
use super::id::{PersonId, PlanId};
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// A plan with one person.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Plan {
        /// Names this plan.
        pub id: PlanId,
        /// With whom.
        pub with: PersonId,
        /// What I do.
        pub mine: Vec<PlanItem>,
        /// What they do.
        pub theirs: Vec<PlanItem>,
        /// The day we meet next.
        pub next_meeting: Option<NaiveDate>,
        /// The day to look at the plan again.
        pub review_on: Option<NaiveDate>,
        /// In the trash.
        pub trashed: bool,
    }
}

fields! {
    /// One line of a plan.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct PlanItem {
        /// What is to be done.
        pub what: String,
        /// By which day.
        pub on: Option<NaiveDate>,
        /// Ticked.
        pub done: bool,
    }
}

/// Whose line of a plan it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlanSide {
    /// What I do.
    Mine,
    /// What they do.
    Theirs,
}

impl PlanSide {
    /// The name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            PlanSide::Mine => "mine",
            PlanSide::Theirs => "theirs",
        }
    }

    /// The side of a name.
    pub fn of_name(name: &str) -> Option<PlanSide> {
        [PlanSide::Mine, PlanSide::Theirs].into_iter().find(|side| side.name() == name)
    }
}

impl Plan {
    /// The lines of this side.
    pub fn lines(&self, side: PlanSide) -> &Vec<PlanItem> {
        if side == PlanSide::Mine { &self.mine } else { &self.theirs }
    }

    /// Returns the lines of one side, to change them.
    pub fn lines_mut(&mut self, side: PlanSide) -> &mut Vec<PlanItem> {
        if side == PlanSide::Mine { &mut self.mine } else { &mut self.theirs }
    }

    /// How many lines of both sides are done, and how many there are.
    pub fn done(&self) -> (usize, usize) {
        let all = || self.mine.iter().chain(&self.theirs);
        (all().filter(|item| item.done).count(), all().count())
    }

    /// The next day of it: a line that is not done, the meeting or the review; the earliest, late ones too. Meetings that
    /// are over do not count.
    pub fn next_day(&self, today: NaiveDate) -> Option<NaiveDate> {
        let lines = self.mine.iter().chain(&self.theirs).filter(|item| !item.done).filter_map(|item| item.on);
        lines.chain(self.next_meeting.filter(|day| *day >= today)).chain(self.review_on).min()
    }

    /// Whether every day in it is past: it only stands there, and wants a review (R67).
    pub fn is_stale(&self, today: NaiveDate) -> bool {
        let lines = self.mine.iter().chain(&self.theirs).filter_map(|item| item.on);
        let mut days = lines.chain(self.next_meeting).chain(self.review_on).peekable();
        days.peek().is_some() && days.all(|day| day < today)
    }
}
