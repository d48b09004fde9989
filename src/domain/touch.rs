//! Touches: every word exchanged with someone. They are only ever added, so two devices never fight over them.

pub mod closing;
pub mod draft;
pub mod summary;

use super::fields::fields;
use super::id::{PersonId, ReferralId, TouchId};
use super::money::Money;
use super::sorted_set::SortedSet;
use super::words::words;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// One word exchanged with one person.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Touch {
        /// Names this touch.
        pub id: TouchId,
        /// With whom.
        pub person: PersonId,
        /// On which day.
        pub on: NaiveDate,
        /// How.
        pub kind: TouchKind,
        /// Who began it.
        pub started_by: StartedBy,
        /// What for.
        pub purposes: SortedSet<Purpose>,
        /// The referral it is about.
        pub about: Option<ReferralId>,
        /// The moment of that referral it answers.
        pub milestone: Option<Milestone>,
        /// What was said or written.
        pub text: String,
        /// What was given with it (R56).
        pub gift: Option<Gift>,
        /// In the trash.
        pub trashed: bool,
    }
}

impl Touch {
    /// Whether it went out from me: only such a touch settles what I owe.
    pub fn went_out(&self) -> bool {
        !self.trashed && self.started_by == StartedBy::Me
    }

    /// Whether it counts for the goal of a week: a word of mine, meant for one person (R13).
    pub fn counts_for_goal(&self) -> bool {
        self.went_out() && self.is_personal()
    }

    /// Whether it is personal: sent to one person, not to a list.
    pub fn is_personal(&self) -> bool {
        self.kind != TouchKind::Communication
    }
}

words! {
    /// The kinds of touch.
    pub enum TouchKind {
        /// A phone call.
        Call = "call", "Call";
        /// An e-mail.
        Email = "e-mail", "E-mail";
        /// A text message.
        Text = "text", "Text message";
        /// A meeting.
        Meeting = "meeting", "Meeting";
        /// A coffee.
        Coffee = "coffee", "Coffee";
        /// Lunch.
        Lunch = "lunch", "Lunch";
        /// A meeting to learn how to help each other.
        OneToOne = "one-to-one", "One-to-one";
        /// A review of results (R50).
        Review = "review", "Results review";
        /// A project looked back on once it is finished (R50).
        Debrief = "debrief", "Project debrief";
        /// A handwritten note.
        Note = "note", "Handwritten note";
        /// A gift.
        Gift = "gift", "Gift";
        /// A short drop-in visit.
        PopBy = "pop-by", "Pop-by";
        /// A public mention.
        PublicMention = "public mention", "Public mention";
        /// An event.
        Event = "event", "Event";
        /// A message to many.
        Communication = "communication", "News to many";
    }
}

impl Default for TouchKind {
    fn default() -> TouchKind {
        TouchKind::Other("".into())
    }
}

words! {
    /// Who began a touch.
    pub enum StartedBy {
        /// I did.
        Me = "me", "I did";
        /// They did.
        Them = "them", "They did";
    }
}

#[expect(clippy::derivable_impls, reason = "words! writes the enum, and leaves no room for a mark on a variant")]
impl Default for StartedBy {
    fn default() -> StartedBy {
        StartedBy::Me
    }
}

words! {
    /// What a touch is for.
    pub enum Purpose {
        /// To thank.
        Thank = "thank", "Thank";
        /// To tell how it goes.
        Update = "update", "Tell how it goes";
        /// To ask whether they have introduced us.
        Confirm = "confirm", "Ask if they introduced us";
        /// To reach the prospect.
        FollowUp = "follow up", "Follow up";
        /// To ask for a referral.
        Ask = "ask", "Ask for a referral";
        /// To offer help.
        OfferHelp = "offer help", "Offer help";
        /// To give something.
        Give = "give", "Give something";
        /// To catch up.
        CatchUp = "catch up", "Catch up";
    }
}

words! {
    /// The moments of a referral that call for a word.
    pub enum Milestone {
        /// The source agreed.
        Agreed = "agreed", "when they agreed";
        /// The source introduced us.
        Introduced = "introduced", "when they introduced us";
        /// The prospect and I talked.
        Talked = "talked", "when we talked";
        /// The sale.
        Won = "won", "when it became a sale";
        /// The file was closed.
        Closed = "closed", "when the file was closed";
    }
}

fields! {
    /// Something given with a touch (R56).
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Gift {
        /// What it was.
        pub what: String,
        /// What it cost.
        pub cost: Option<Money>,
    }
}
