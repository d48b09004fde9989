//! Asks: a request to a source for an action toward a target, before any referral exists.

pub mod draft;
pub mod moves;

use super::fields::fields;
use super::id::{AskId, Id, PersonId};
use super::overrides::Override;
use super::words::words;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// A request to a source.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Ask {
        /// Names this ask.
        pub id: AskId,
        /// Who was asked.
        pub person: PersonId,
        /// The day of the ask.
        pub on: NaiveDate,
        /// The ideal client it was about.
        pub profile: Option<Id>,
        /// The individual it was about (R34).
        pub target: Option<Target>,
        /// What the source is to do (R35).
        pub action: Option<AskAction>,
        /// The forwardable text (R36).
        pub wording: String,
        /// Whether the source is comfortable saying it (R37).
        pub comfortable: Option<Comfort>,
        /// The day the source promised to have done it (R38).
        pub confirm_by: Option<NaiveDate>,
        /// How I shall know that it is done (R38).
        pub confirm_how: Option<ConfirmHow>,
        /// What came of it.
        pub outcome: AskOutcome,
        /// What was passed over knowingly, each with its reason: 1 an open loop, 2 no trust fact (R30, R31).
        pub overrides: Vec<Override>,
        /// In the trash.
        pub trashed: bool,
    }
}

impl Ask {
    /// Whether somebody was asked; else it notes only that now is not the time (R20, R51).
    pub fn was_made(&self) -> bool {
        let says = self.action.is_some() || self.target.is_some() || self.profile.is_some();
        says || self.outcome.kind != AskEnd::NotNow
    }
}

fields! {
    /// The individual an ask is about (R34).
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Target {
        /// Their name.
        pub name: String,
        /// What they do.
        pub title: String,
        /// Where.
        pub organisation: String,
        /// Their profile on a network.
        pub link: String,
    }
}

words! {
    /// What a source does for me (R35).
    pub enum AskAction {
        /// Writes an e-mail with me copied.
        Email = "email", "E-mails them and copies me";
        /// Calls them.
        Call = "call", "Calls them";
        /// Arranges a call or meeting of three.
        Meeting = "meeting", "Sets up a call or meeting for the three of us";
        /// Introduces us in person.
        InPerson = "in person", "Introduces us in person";
        /// Passes on my note.
        Forward = "forward", "Forwards my note";
        /// Gives a name and a number only: allowed, but weak.
        NameOnly = "name only", "Gives me a name and number only (weak)";
    }
}

impl AskAction {
    /// From the strongest to the weakest (R35).
    pub const BY_STRENGTH: &'static [AskAction] = &[
        AskAction::InPerson,
        AskAction::Meeting,
        AskAction::Call,
        AskAction::Email,
        AskAction::Forward,
        AskAction::NameOnly,
    ];
}

words! {
    /// Whether the source is comfortable with the wording (R37).
    pub enum Comfort {
        /// As it stands.
        Yes = "yes", "Yes";
        /// After changes.
        WithChanges = "with changes", "With changes";
        /// Not at all: choose another action.
        No = "no", "No";
    }
}

words! {
    /// How I learn that the source has acted (R38).
    pub enum ConfirmHow {
        /// They tell me.
        Tells = "tells me", "They tell me";
        /// They copy me.
        Copies = "copies me", "They copy me";
    }
}

words! {
    /// What came of an ask.
    pub enum AskEnd {
        /// Nothing yet.
        Open = "open", "Open";
        /// They agreed.
        Agreed = "agreed", "Agreed";
        /// Not now; ask again later.
        NotNow = "not now", "Not now";
        /// They declined.
        Declined = "declined", "Declined";
    }
}

fields! {
    /// What came of an ask, with its day and reason.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct AskOutcome {
        /// What came of it.
        pub kind: AskEnd,
        /// The day it was agreed or declined, or until which not to ask again.
        pub on: Option<NaiveDate>,
        /// Why it was declined.
        pub why: String,
    }
}

impl Default for AskOutcome {
    fn default() -> AskOutcome {
        AskOutcome { kind: AskEnd::Open, on: None, why: String::new() }
    }
}
