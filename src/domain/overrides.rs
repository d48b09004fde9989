//! What was done knowingly against a step or a gate, with the reason.

use super::fields::fields;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// A step passed over knowingly.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Override {
        /// Which of the nine steps.
        pub step: u8,
        /// The day.
        pub on: NaiveDate,
        /// The reason.
        pub why: String,
    }
}
