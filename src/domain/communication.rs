//! Communications: an issue of news sent to many at once, and whom it reached (R70).

pub mod draft;
pub mod moves;

use super::fields::fields;
use super::id::{CommunicationId, PersonId};
use super::sorted_set::SortedSet;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// One issue, sent once: to those who came onto the list later it goes by a record of its own, so that everyone's day
    /// is true.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Communication {
        /// Names this issue.
        pub id: CommunicationId,
        /// What it is called.
        pub name: String,
        /// Where it can be read; may be empty.
        pub link: String,
        /// What it says; may be empty.
        pub text: String,
        /// The list it goes to.
        pub list: String,
        /// The day it went out; nothing while it has not.
        pub on: Option<NaiveDate>,
        /// Whom it reached.
        pub to: SortedSet<PersonId>,
        /// The issue it brings to those who did not have it yet.
        pub again: Option<CommunicationId>,
        /// In the trash.
        pub trashed: bool,
    }
}
