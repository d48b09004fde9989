//! Referrals: a prospect reached through a source, from the day the source agreed to a sale or a closed file.

pub mod capture;
pub mod moves;

use super::ask::AskAction;
use super::fields::fields;
use super::id::{AskId, PersonId, ReferralId};
use super::money::Money;
use super::overrides::Override;
use super::sorted_set::SortedSet;
use super::words::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How many generations down a chain somebody is thanked for a referral. Nobody knows a chain as long, and a book that has
/// one would owe a thank-you for each two people on it.
pub const GENERATIONS_MAX: usize = 100;

fields! {
    /// A prospect reached through a source.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Referral {
        /// Names this referral.
        pub id: ReferralId,
        /// Who referred.
        pub source: PersonId,
        /// Who was referred.
        pub prospect: PersonId,
        /// The ask it came from.
        pub ask: Option<AskId>,
        /// How it came about (R46).
        pub origin: Origin,
        /// How strong the introduction is (B12).
        pub strength: Option<Strength>,
        /// What the source does for me.
        pub action: Option<AskAction>,
        /// What the source said about the prospect (R49).
        pub said: String,
        /// Why the prospect would benefit (R55).
        pub why: String,
        /// What must not be told (R63).
        pub confidential: Confidential,
        /// The day the source agreed.
        pub agreed_on: Option<NaiveDate>,
        /// The day the introduction was confirmed.
        pub introduced_on: Option<NaiveDate>,
        /// The day I first wrote to or called the prospect.
        pub followed_up_on: Option<NaiveDate>,
        /// The day of the first real conversation.
        pub talked_on: Option<NaiveDate>,
        /// What came of it.
        pub outcome: Outcome,
        /// Steps passed over knowingly, each with its reason.
        pub overrides: Vec<Override>,
        /// In the trash.
        pub trashed: bool,
    }
}

words! {
    /// How a referral came about (R46).
    pub enum Origin {
        /// I asked for it.
        Asked = "asked", "I asked";
        /// The source offered it.
        Offered = "offered", "Offered";
        /// The prospect came by themselves, using the source's name.
        Itself = "self", "They came by themselves";
    }
}

#[expect(clippy::derivable_impls, reason = "words! writes the enum, and leaves no room for a mark on a variant")]
impl Default for Origin {
    fn default() -> Origin {
        Origin::Asked
    }
}

/// How strong an introduction is, 0 (a bare name) to 5 (in person).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Strength(u8);

impl TryFrom<u8> for Strength {
    type Error = &'static str;
    fn try_from(value: u8) -> Result<Strength, &'static str> {
        if value <= 5 { Ok(Strength(value)) } else { Err("The strength of an introduction goes from 0 to 5.") }
    }
}

impl From<Strength> for u8 {
    fn from(strength: Strength) -> u8 {
        strength.0
    }
}

impl Strength {
    /// Every strength, weakest first.
    pub fn all() -> [Strength; 6] {
        std::array::from_fn(|n| Strength(n as u8))
    }

    /// The strength of an introduction in which the source does this; `None` for an action of a later version.
    pub fn of(action: &AskAction) -> Option<Strength> {
        match action {
            AskAction::NameOnly => Some(Strength(0)),
            AskAction::Forward | AskAction::Email => Some(Strength(2)),
            AskAction::Call => Some(Strength(3)),
            AskAction::Meeting => Some(Strength(4)),
            AskAction::InPerson => Some(Strength(5)),
            AskAction::Other(_) => None,
        }
    }

    /// The strength in words.
    pub fn label(self) -> &'static str {
        match self.0 {
            0 => "A name only",
            1 => "I may use their name",
            2 => "They wrote or passed something on",
            3 => "They spoke for me",
            4 => "They arranged a call or meeting",
            _ => "They introduced us in person",
        }
    }
}

words! {
    /// A single part of a referral that can be kept from others.
    pub enum SecretPart {
        /// What it is worth.
        Amount = "amount", "The amount";
        /// How far it is.
        Stage = "stage", "How far it is";
    }
}

/// What of a referral must not be told to anyone but the prospect (R63). In the file: `true`, or a list of parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Confidential {
    /// Nothing.
    #[default]
    No,
    /// Everything: the prospect, the stage, the value.
    Whole,
    /// These parts.
    Parts(SortedSet<SecretPart>),
}

impl Confidential {
    /// Whether all of it is.
    pub fn is_whole(&self) -> bool {
        *self == Confidential::Whole
    }

    /// Whether how far it is must not be told.
    pub fn hides_stage(&self) -> bool {
        match self {
            Confidential::No => false,
            Confidential::Whole => true,
            Confidential::Parts(parts) => parts.contains(&SecretPart::Stage),
        }
    }
}

impl Serialize for Confidential {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Confidential::No => serializer.serialize_bool(false),
            Confidential::Whole => serializer.serialize_bool(true),
            Confidential::Parts(parts) => parts.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Confidential {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Confidential, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Whole(bool),
            Parts(SortedSet<SecretPart>),
        }
        Ok(match Form::deserialize(deserializer)? {
            Form::Whole(true) => Confidential::Whole,
            Form::Whole(false) => Confidential::No,
            Form::Parts(parts) if parts.is_empty() => Confidential::No,
            Form::Parts(parts) => Confidential::Parts(parts),
        })
    }
}

words! {
    /// What a referral led to (R48).
    pub enum Fruit {
        /// A sale.
        Sale = "sale", "A sale";
        /// A talk.
        Speaking = "speaking", "A talk";
        /// A partnership.
        Partnership = "partnership", "A partnership";
        /// A supplier.
        Supplier = "supplier", "A supplier";
        /// A hire.
        Hire = "hire", "A hire";
        /// Information.
        Information = "information", "Information";
    }
}

words! {
    /// Where a referral stands in the end.
    pub enum End {
        /// Not ended.
        Open = "open", "Open";
        /// Won.
        Won = "won", "Won";
        /// The file was closed without a sale.
        Closed = "closed", "File closed";
        /// Nothing but who brought whom is known: it stood in an address book (B7).
        Found = "found", "From an address book";
    }
}

fields! {
    /// What came of a referral (R48, R64).
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct Outcome {
        /// Where it stands.
        pub kind: End,
        /// The day it was won, closed, or found in an address book.
        pub on: Option<NaiveDate>,
        /// What it is worth, if won and known.
        pub value: Option<Money>,
        /// What it led to, if won.
        pub what: Option<Fruit>,
        /// Why the file was closed; or what the address book says.
        pub why: String,
    }
}

impl Default for Outcome {
    fn default() -> Outcome {
        Outcome { kind: End::Open, on: None, value: None, what: None, why: String::new() }
    }
}

impl Referral {
    /// Whether nothing has ended it.
    pub fn is_open(&self) -> bool {
        self.outcome.kind == End::Open
    }

    /// The day it was won.
    pub fn won_on(&self) -> Option<NaiveDate> {
        self.outcome.on.filter(|_| self.outcome.kind == End::Won)
    }

    /// The day the file was closed.
    pub fn closed_on(&self) -> Option<NaiveDate> {
        self.outcome.on.filter(|_| self.outcome.kind == End::Closed)
    }

    /// Whether it is a link found in an address book, of which nothing else is known (B7).
    pub fn is_found(&self) -> bool {
        self.outcome.kind == End::Found
    }

    /// The day on which the follow-up was unlocked knowingly, before the introduction was confirmed (R39).
    pub fn follow_up_override(&self) -> Option<&Override> {
        self.overrides.iter().rev().find(|o| o.step == 7)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidential_is_whole_or_single_parts() {
        for (text, expected) in [
            ("true", Confidential::Whole),
            ("false", Confidential::No),
            ("[]", Confidential::No),
            (r#"["amount"]"#, Confidential::Parts([SecretPart::Amount].into())),
        ] {
            assert_eq!(serde_json::from_str::<Confidential>(text).unwrap(), expected);
        }
    }

    #[test]
    fn an_outcome_of_a_newer_version_is_not_open() {
        let referral: Referral =
            serde_json::from_str(r#"{"id":"r1","source":"a","prospect":"b","outcome":{"kind":"handed over"}}"#)
                .unwrap();
        assert!(!referral.is_open());
        assert_eq!(referral.won_on(), None);
    }

    #[test]
    fn b12_a_strength_goes_from_zero_to_five() {
        assert!(Strength::try_from(6).is_err());
        assert_eq!(Strength::all().map(u8::from), [0, 1, 2, 3, 4, 5]);
    }
}
