//! Events: social occasions that bring the best sources and open prospects together (R69).

use super::fields::fields;
use super::id::{EventId, PersonId};
use super::words::words;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// One occasion with its guests.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Event {
        /// Names this event.
        pub id: EventId,
        /// What it is called.
        pub name: String,
        /// The day.
        pub on: Option<NaiveDate>,
        /// Where.
        pub place: String,
        /// Who is to be invited, with their answers.
        pub invited: Vec<Guest>,
        /// In the trash.
        pub trashed: bool,
    }
}

fields! {
    /// One guest.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Guest {
        /// Who.
        pub person: PersonId,
        /// What they answered; nothing while they have not.
        pub answer: Option<Rsvp>,
        /// Whether they came.
        pub came: bool,
    }
}

words! {
    /// What a guest answered.
    pub enum Rsvp {
        /// They come.
        Yes = "yes", "Comes";
        /// They may come.
        Maybe = "maybe", "May come";
        /// They cannot.
        No = "no", "Cannot come";
    }
}
