//! The gatherings of the sample book: a supper to come with its list, and a breakfast that was.

use super::teller::SampleTeller;
use crate::domain::day::later;
use crate::domain::event::{Event, Guest, Rsvp};
use crate::domain::id::EventId;
use crate::domain::touch::{StartedBy, TouchKind};
use chrono::NaiveDate;

/// The supper: who, and what they answered; `asked` where they have not, nothing where they are not asked yet.
const SUPPER: &[(&str, &str)] = &[
    ("jim", "yes"),
    ("margaret", "yes"),
    ("connie", "yes"),
    ("ken", "yes"),
    ("raj", "yes"),
    ("hana", "no"),
    ("daniel", "yes"),
    ("sue", "asked"),
    ("rosa", "asked"),
    ("maya", "maybe"),
    ("fatima", ""),
    ("bea", ""),
];

/// The breakfast: who was invited, and whether they came.
const BREAKFAST: &[(&str, bool)] = &[
    ("margaret", true),
    ("connie", true),
    ("ken", true),
    ("hana", true),
    ("raj", true),
    ("sue", true),
    ("grace", true),
    ("tomasz", false),
    ("amara", false),
];

/// How many days ago the breakfast was: everyone who came has heard from me since.
const WAS: u64 = 60;

/// How many days off the supper is: its invitations are not due yet.
const IS_IN: u64 = 24;

/// Tells of both.
pub fn tell(teller: &mut SampleTeller) {
    let (supper, breakfast) = (later(teller.ago(0), IS_IN), teller.ago(WAS));
    let guests = SUPPER.iter().map(|(key, said)| Guest {
        person: teller.person(key),
        asked_for: (!said.is_empty()).then_some(supper),
        answer: Some(*said).filter(|said| !matches!(*said, "" | "asked")).map(Rsvp::of_word),
        came: false,
    });
    let guests = guests.collect();
    event(teller, "Supper at the boathouse", "The Old Boathouse, Quay Street", supper, guests);
    let guests = BREAKFAST.iter().map(|(key, came)| {
        let answer = if *came { Rsvp::Yes } else { Rsvp::No };
        Guest { person: teller.person(key), asked_for: Some(breakfast), answer: Some(answer), came: *came }
    });
    let (name, guests) = ("Breakfast on getting paid", guests.collect());
    event(teller, name, "Café Lumen", breakfast, guests);
    for (key, _) in BREAKFAST.iter().filter(|(_, came)| *came) {
        teller.chat(key, WAS, TouchKind::Event, StartedBy::Me, name);
    }
}

fn event(teller: &mut SampleTeller, name: &str, place: &str, on: NaiveDate, invited: Vec<Guest>) {
    let id = EventId(teller.id());
    let (name, place) = (name.to_string(), place.to_string());
    teller.record(Event { id, name, on: Some(on), place, invited, trashed: false }.into());
}
