//! Mutual plans: what a source and I do for each other, each with a day and a tick (R67).

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
