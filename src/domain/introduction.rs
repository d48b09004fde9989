//! Introductions I make: two people, why, and what each says to it. Nobody is introduced who did not say yes (R68, B11).

pub mod draft;
pub mod moves;

use super::fields::fields;
use super::id::{GiveId, IntroductionId, PersonId};
use super::words::words;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// Two people I bring together.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Introduction {
        /// Names this introduction.
        pub id: IntroductionId,
        /// Who is asked first: the one it is made for.
        pub one: PersonId,
        /// Whom they are to meet.
        pub other: PersonId,
        /// Why they should meet, for me alone.
        pub why: String,
        /// The help it brings, where somebody wanted it.
        pub give: Option<GiveId>,
        /// What the first says.
        pub one_says: OptIn,
        /// What the other says.
        pub other_says: OptIn,
        /// The day I introduced them.
        pub made_on: Option<NaiveDate>,
        /// What came of it.
        pub outcome: String,
        /// In the trash: these two are not proposed again.
        pub trashed: bool,
    }
}

fields! {
    /// What one of the two says to being introduced.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct OptIn {
        /// What.
        pub says: Says,
        /// The day they were asked, or answered.
        pub on: Option<NaiveDate>,
    }
}

words! {
    /// Whether somebody wants to be introduced.
    pub enum Says {
        /// Nobody has asked them.
        NotAsked = "", "not asked";
        /// They were asked.
        Asked = "asked", "has yet to answer";
        /// They said yes.
        Yes = "yes", "says yes";
        /// They said no.
        No = "no", "says no";
    }
}

#[expect(clippy::derivable_impls, reason = "words! writes the enum, and leaves no room for a mark on a variant")]
impl Default for Says {
    fn default() -> Says {
        Says::NotAsked
    }
}

/// Which of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// Who is asked first.
    One,
    /// Whom they are to meet.
    Other,
}

/// What is next to do for an introduction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NextWord {
    /// Ask this one, who was never asked.
    Ask(Side),
    /// This one was asked and has not answered.
    Wait(Side),
    /// Both said yes: introduce them.
    Introduce,
    /// It is made.
    Made,
    /// One of them said no.
    Declined,
}

impl Introduction {
    /// Who is on this side.
    pub fn person(&self, side: Side) -> PersonId {
        if side == Side::One { self.one } else { self.other }
    }

    /// What this side says.
    pub fn says(&self, side: Side) -> &OptIn {
        if side == Side::One { &self.one_says } else { &self.other_says }
    }

    /// On which side somebody is, if on any.
    pub fn side_of(&self, person: PersonId) -> Option<Side> {
        [Side::One, Side::Other].into_iter().find(|side| self.person(*side) == person)
    }

    /// Whether it is of these two, either way round.
    pub fn is_of(&self, a: PersonId, b: PersonId) -> bool {
        (self.one, self.other) == (a, b) || (self.other, self.one) == (a, b)
    }

    /// Whether both said yes.
    pub fn both_agree(&self) -> bool {
        self.one_says.says == Says::Yes && self.other_says.says == Says::Yes
    }

    /// What is next: one is asked, then the other, and only then they are introduced (R68).
    pub fn next(&self) -> NextWord {
        if self.made_on.is_some() {
            return NextWord::Made;
        }
        let says = [(Side::One, &self.one_says.says), (Side::Other, &self.other_says.says)];
        if says.iter().any(|(_, says)| **says == Says::No) {
            return NextWord::Declined;
        }
        match says.into_iter().find(|(_, says)| **says != Says::Yes) {
            None => NextWord::Introduce,
            Some((side, Says::Asked)) => NextWord::Wait(side),
            Some((side, _)) => NextWord::Ask(side),
        }
    }

    /// Whether something is left to do.
    pub fn is_open(&self) -> bool {
        !self.trashed && !matches!(self.next(), NextWord::Made | NextWord::Declined)
    }
}

impl Side {
    /// The other one.
    #[must_use]
    pub fn opposite(self) -> Side {
        if self == Side::One { Side::Other } else { Side::One }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(one: Says, other: Says) -> NextWord {
        let said = |says| OptIn { says, on: None };
        Introduction { one_says: said(one), other_says: said(other), ..Introduction::default() }.next()
    }

    #[test]
    fn r68_one_is_asked_then_the_other_and_only_then_they_are_introduced() {
        assert_eq!(after(Says::NotAsked, Says::NotAsked), NextWord::Ask(Side::One));
        assert_eq!(after(Says::Asked, Says::NotAsked), NextWord::Wait(Side::One));
        assert_eq!(after(Says::Asked, Says::Yes), NextWord::Wait(Side::One));
        assert_eq!(after(Says::Yes, Says::NotAsked), NextWord::Ask(Side::Other));
        assert_eq!(after(Says::Yes, Says::Asked), NextWord::Wait(Side::Other));
        assert_eq!(after(Says::Yes, Says::Yes), NextWord::Introduce);
        assert_eq!(after(Says::Yes, Says::No), NextWord::Declined);
        assert_eq!(after(Says::No, Says::NotAsked), NextWord::Declined);
        assert_eq!(after(Says::Other("perhaps".into()), Says::Yes), NextWord::Ask(Side::One));
    }

    #[test]
    fn r68_what_was_not_asked_is_not_written_and_what_was_reads_back() {
        use crate::domain::id::Id;
        use crate::domain::kind::Kind;
        use crate::domain::record::Record;
        let one_says = OptIn { says: Says::Yes, on: "2026-11-20".parse().ok() };
        let introduction = Introduction {
            id: "n1".parse().unwrap(),
            one: "sue".parse().unwrap(),
            other: "raj".parse().unwrap(),
            one_says,
            ..Introduction::default()
        };
        let fields = Record::from(introduction.clone()).fields();
        assert_eq!(fields.keys().collect::<Vec<_>>(), ["one", "one_says", "other"]);
        let json = serde_json::Value::Object(fields).to_string();
        let read = Record::read(&Kind::Introduction, Id::parse("n1").unwrap(), &json);
        assert_eq!(read, Some(introduction.into()));
        assert_eq!(Record::read(&Kind::Introduction, Id::parse("n1").unwrap(), r#"{"one":"sue"}"#), None);
    }
}
