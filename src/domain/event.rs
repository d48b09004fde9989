//! Events: social occasions that bring the best sources and open prospects together (R69).

pub mod draft;
pub mod moves;

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
        /// The day of the event they were asked for: where the event has moved since, they are to be asked again.
        pub asked_for: Option<NaiveDate>,
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

impl Event {
    /// The guests, nobody twice: of several lines about one person the first counts.
    pub fn guests(&self) -> impl Iterator<Item = &Guest> {
        let is_first = |at: usize, guest: &Guest| {
            let before = self.invited.get(..at).unwrap_or_default();
            !before.iter().any(|other| other.person == guest.person)
        };
        self.invited.iter().enumerate().filter(move |(at, guest)| is_first(*at, guest)).map(|(_, guest)| guest)
    }

    /// The guest that this person is.
    pub fn guest(&self, person: PersonId) -> Option<&Guest> {
        self.invited.iter().find(|guest| guest.person == person)
    }

    /// Whether its day has passed.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        self.on.is_some_and(|on| on < today)
    }

    /// What a guest answered about the day as it is now: an answer about another day is none.
    pub fn answer_of<'a>(&self, guest: &'a Guest) -> Option<&'a Rsvp> {
        guest.answer.as_ref().filter(|_| !self.moved_since(guest))
    }

    /// Whether a guest was asked for the day as it is now; who answered was asked.
    pub fn has_asked(&self, guest: &Guest) -> bool {
        let asked = guest.asked_for.is_some() || guest.answer.is_some();
        asked && !self.moved_since(guest)
    }

    /// Whether the event has moved to another day since this guest was asked.
    pub fn moved_since(&self, guest: &Guest) -> bool {
        guest.asked_for.is_some_and(|day| self.on.is_some_and(|on| on != day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn r69_nobody_is_a_guest_twice() {
        let guest = |id: &str, came| Guest { person: id.parse().unwrap(), came, ..Guest::default() };
        let event = Event { invited: vec![guest("a", true), guest("b", false), guest("a", false)], ..Event::default() };
        let told: Vec<String> = event.guests().map(|guest| format!("{} {}", guest.person, guest.came)).collect();
        assert_eq!(told, ["a true", "b false"]);
    }

    #[test]
    fn r69_an_answer_about_another_day_is_none() {
        let event = Event { on: day("2026-12-10"), ..Event::default() };
        let guest = |asked: &str, answer| Guest { asked_for: day(asked), answer, ..Guest::default() };
        let told = |guest: &Guest| (event.has_asked(guest), event.answer_of(guest).is_some(), event.moved_since(guest));
        assert_eq!(told(&guest("", None)), (false, false, false));
        assert_eq!(told(&guest("", Some(Rsvp::Yes))), (true, true, false), "who answered was asked");
        assert_eq!(told(&guest("2026-12-10", None)), (true, false, false));
        assert_eq!(told(&guest("2026-12-03", Some(Rsvp::Yes))), (false, false, true));
        let undated = Event::default();
        assert!(undated.has_asked(&guest("2026-12-03", None)) && !undated.is_over(day("2030-01-01").unwrap()));
    }
}
