//! Gives: what I gave somebody, or promised to, so that referrals come back to those who give (R65–R68).

pub mod draft;
pub mod help;
pub mod moves;

use super::fields::fields;
use super::id::{GiveId, PersonId};
use super::person::Mention;
use super::referral::End;
use super::words::words;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// Something given or promised to one person, or wanted by them. It is open until [`Give::done_on`] is set. A referral I
    /// give goes on from there as one I receive does: followed up, talked, ended (R65).
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
        /// Whom I sent, of a referral: somebody in the book, or a name (R65).
        pub prospect: Option<Mention>,
        /// The day they said that they want it (R66, B11).
        pub asked_on: Option<NaiveDate>,
        /// The day by which it was promised (R27).
        pub promised_by: Option<NaiveDate>,
        /// The day it was done; of a referral, the day I introduced them.
        pub done_on: Option<NaiveDate>,
        /// The day the two were in touch, of a referral.
        pub followed_up_on: Option<NaiveDate>,
        /// The day the two talked, of a referral.
        pub talked_on: Option<NaiveDate>,
        /// How it ended, of a referral.
        pub end: Option<End>,
        /// The day it ended.
        pub ended_on: Option<NaiveDate>,
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

    /// Whether it is wanted, and nobody is found nor anything promised yet (B11).
    pub fn is_wanted(&self) -> bool {
        !self.trashed && self.done_on.is_none() && self.promised_by.is_none() && !self.text.trim().is_empty()
    }

    /// Whether it is somebody I sent to them (R65).
    pub fn is_referral(&self) -> bool {
        self.what == GiveKind::Referral
    }

    /// Whether it is a referral of mine that goes on: neither won nor closed (R65).
    pub fn goes_on(&self) -> bool {
        !self.trashed && self.is_referral() && self.end.as_ref().is_none_or(|end| *end == End::Open)
    }
}
