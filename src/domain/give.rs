//! Gives: what I gave somebody, or promised to, so that referrals come back to those who give (R65–R68).

pub mod help;

use super::fields::fields;
use super::id::{GiveId, PersonId};
use super::words::words;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// Something given or promised to one person. It is open until [`Give::done_on`] is set.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Give {
        /// Names this give.
        pub id: GiveId,
        /// To whom.
        pub to: PersonId,
        /// What kind of thing.
        pub what: GiveKind,
        /// What exactly, in the person's own words.
        pub text: String,
        /// The day by which it was promised (R27).
        pub promised_by: Option<NaiveDate>,
        /// The day it was done.
        pub done_on: Option<NaiveDate>,
        /// What came of it.
        pub outcome: String,
        /// In the trash.
        pub trashed: bool,
    }
}

words! {
    /// What can be given (R66).
    pub enum GiveKind {
        /// Help with something they said they need.
        Help = "help", "Help";
        /// Somebody referred to them.
        Referral = "referral", "A referral";
        /// Two people brought together.
        Introduction = "introduction", "An introduction";
        /// Something to read.
        Article = "article", "An article";
        /// A present.
        Gift = "gift", "A gift";
        /// A good word in public.
        Testimonial = "testimonial", "A testimonial";
    }
}

#[expect(clippy::derivable_impls, reason = "words! writes the enum, and leaves no room for a mark on a variant")]
impl Default for GiveKind {
    fn default() -> GiveKind {
        GiveKind::Help
    }
}

impl Give {
    /// Whether it is promised and not done yet.
    pub fn is_open(&self) -> bool {
        !self.trashed && self.done_on.is_none() && self.promised_by.is_some()
    }
}
