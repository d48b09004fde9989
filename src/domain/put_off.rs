//! Duties put off to a day, or dropped with a reason: records like any other, so both can be undone.

use super::fields::fields;
use super::id::{Id, PersonId, PutOffId, ReferralId};
use super::touch::Milestone;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// An answer to one duty that is not a touch: "not before that day", or "not owed, because…".
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct PutOff {
        /// Names this record.
        pub id: PutOffId,
        /// The duty's name, such as `thank-agreed`.
        pub duty: String,
        /// To whom it is owed.
        pub person: Option<PersonId>,
        /// About which referral.
        pub referral: Option<ReferralId>,
        /// The moment it answers.
        pub milestone: Option<Milestone>,
        /// The give, the plan or the event it comes from; or the meeting after which nothing was answered (R20).
        pub record: Option<Id>,
        /// The day it fell due: a later occurrence of the same duty is another one.
        pub due: Option<NaiveDate>,
        /// Put off until this day.
        pub until: Option<NaiveDate>,
        /// Dropped, for this reason.
        pub dropped: String,
        /// In the trash: the duty is owed again.
        pub trashed: bool,
    }
}
