//! The forms of an event: what it is called, its day and its place; and somebody for its list (R69).

use super::Event;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, day, short_text};
use crate::domain::fields::fields;
use crate::domain::fold::fold;
use crate::domain::id::{EventId, Mint};
use crate::domain::person::Consent;
use crate::domain::person::named::named;
use crate::domain::record::Record;
use crate::domain::touch::Touch;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// What was typed about an event.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct EventDraft {
        /// What it is called.
        pub name: String,
        /// The day.
        pub on: String,
        /// Where.
        pub place: String,
    }
}

fields! {
    /// What was typed about somebody for the list of an event.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct GuestDraft {
        /// Who: a name of the book.
        pub name: String,
    }
}

impl GuestDraft {
    /// The change that puts them on the list.
    ///
    /// # Errors
    /// When it is nobody of the book, somebody who wants no messages, or somebody who stands there already.
    pub fn change(&self, book: &Book, id: EventId) -> Result<Change, Problems> {
        let event = book.event_here(id)?;
        let person = named(book, &self.name).map_err(|why| Problems::one("name", why))?;
        let known = book.live_person(person);
        let called = known.map(|known| known.name.to_string()).unwrap_or_default();
        if known.is_some_and(|known| known.consent == Some(Consent::DoNotContact)) {
            let why = format!("{called} wants no messages. Change that on their page first.");
            return Err(Problems::one("name", why));
        }
        if event.guest(person).is_some() {
            return Err(Problems::one("name", format!("{called} stands on the list already.")));
        }
        book.guests_added(id, &[person])
    }
}

impl EventDraft {
    /// The form of this event; empty for a new one.
    pub fn of(event: Option<&Event>) -> EventDraft {
        event.map_or_else(EventDraft::default, |event| EventDraft {
            name: event.name.clone(),
            on: event.on.map(|on| on.to_string()).unwrap_or_default(),
            place: event.place.clone(),
        })
    }

    /// The change that makes a new event, or changes this one. Where the day moves, the guests stay, and are to be asked
    /// again; where it was another day all along, whom one met there was met on that day.
    ///
    /// # Errors
    /// What is missing or cannot be, field by field.
    pub fn change(
        &self,
        book: &Book,
        id: Option<EventId>,
        today: NaiveDate,
        mint: &mut Mint,
    ) -> Result<(EventId, Change), Problems> {
        let old = id.map(|id| book.event_here(id)).transpose()?;
        let mut wrong = Problems::default();
        let name = wrong.take("name", short_text(&self.name));
        if name.is_empty() && wrong.of("name").is_none() {
            wrong.add("name", "Write what it is called, such as a supper.");
        }
        let place = wrong.take("place", short_text(&self.place));
        let on = wrong.take("on", day(&self.on));
        if on.is_none() && wrong.of("on").is_none() {
            wrong.add("on", "Choose the day. It can be moved later.");
        }
        let is_twin = |event: &Event| Some(event.id) != id && event.on == on && fold(&event.name) == fold(&name);
        if on.is_some() && !name.is_empty() && book.events().any(is_twin) {
            wrong.add("name", "You have planned an event of that name on that day already.");
        }
        let came = old.iter().flat_map(Event::guests).filter(|guest| guest.came).count();
        if came > 0 && on.is_some_and(|on| on > today) {
            wrong.add("on", "Guests are noted as having come. Choose a day that has come, or plan another event.");
        }
        wrong.or(())?;
        let new = Event { name, on, place, ..old.clone().unwrap_or_default() };
        let new = Event { id: id.unwrap_or_else(|| EventId(mint.id())), ..new };
        let met = old.map(|old| met(book, &old, &new)).unwrap_or_default();
        let id = new.id;
        Ok((id, Change { records: std::iter::once(new.into()).chain(met).collect() }))
    }
}

/// What was said of those who came, with the day and the name as they are now.
fn met(book: &Book, old: &Event, new: &Event) -> Vec<Record> {
    let (Some(was), Some(on)) = (old.on, new.on) else { return Vec::new() };
    if (was, &old.name) == (on, &new.name) {
        return Vec::new();
    }
    let came = old.guests().filter(|guest| guest.came);
    let touches = came.flat_map(|guest| book.met_at(old, guest.person, was));
    touches.map(|touch| Touch { on, text: new.name.clone(), ..touch.clone() }.into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{PersonId, Session};
    use crate::domain::person::Person;

    fn today() -> NaiveDate {
        "2026-11-20".parse().unwrap()
    }

    fn draft(name: &str, on: &str) -> EventDraft {
        EventDraft { name: name.into(), on: on.into(), place: " Marlowe’s ".into() }
    }

    fn wrong(book: &Book, typed: &EventDraft, id: Option<EventId>) -> Vec<&'static str> {
        let mut mint = Mint::new(Session::of_bits(3));
        let problems = typed.change(book, id, today(), &mut mint).err().unwrap_or_default();
        problems.0.iter().map(|problem| problem.field).collect()
    }

    #[test]
    fn r69_an_event_has_a_name_and_a_day_and_may_have_been() {
        let (mut book, mut mint) = (Book::default(), Mint::new(Session::of_bits(2)));
        assert_eq!(wrong(&book, &draft(" ", ""), None), ["name", "on"]);
        assert_eq!(wrong(&book, &draft("Supper", "soon"), None), ["on"]);
        let (id, change) = draft("Supper", "2026-12-03").change(&book, None, today(), &mut mint).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        let event = book.event(id).unwrap();
        assert_eq!((event.name.as_str(), event.place.as_str()), ("Supper", "Marlowe’s"));
        assert_eq!(EventDraft::of(Some(event)).on, "2026-12-03");
        assert_eq!(wrong(&book, &draft("SUPPER", "2026-12-03"), None), ["name"], "twice the same");
        assert_eq!(wrong(&book, &draft("Supper", "2026-12-03"), Some(id)), [""; 0], "itself is no twin");
        assert_eq!(wrong(&book, &draft("Breakfast", "2026-10-22"), None), [""; 0], "a past one can be noted");
        assert_eq!(wrong(&book, &draft("Supper", "2026-12-03"), "gone".parse().ok()), ["form"]);
    }

    #[test]
    fn r69_somebody_is_put_on_the_list_by_name_once_and_not_against_their_will() {
        let mut book = Book::default();
        let id: EventId = "e1".parse().unwrap();
        book.put(Event { id, ..Event::default() }.into());
        let consent = Some(Consent::DoNotContact);
        for (one, name, consent) in
            [("p1", "Ann Lee", None), ("p2", "Bo Ek", consent), ("p3", "Cy", None), ("p4", "Cy", None)]
        {
            let (id, name) = (one.parse().unwrap(), crate::domain::person::Name::new(name).unwrap());
            book.put(Person { id, name, consent, ..Person::default() }.into());
        }
        let add = |book: &Book, name: &str| GuestDraft { name: name.into() }.change(book, id);
        add(&book, "ann lee").unwrap().records.into_iter().for_each(|record| book.put(record));
        assert_eq!(book.event(id).unwrap().guests().count(), 1);
        for (name, why) in
            [("Ann Lee", "stands on the list"), ("Bo Ek", "no messages"), ("Cy", "2 people"), ("", "Write a name")]
        {
            assert!(add(&book, name).unwrap_err().of("name").unwrap().contains(why), "{name}");
        }
    }

    #[test]
    fn r69_where_the_day_was_another_those_who_came_were_met_on_that_day() {
        let (mut book, mut mint) = (Book::default(), Mint::new(Session::of_bits(2)));
        let ann: PersonId = "ann".parse().unwrap();
        book.put(Person { id: ann, ..Person::default() }.into());
        let (id, change) = draft("Breakfast", "2026-10-22").change(&book, None, today(), &mut mint).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        for step in 0..2 {
            let change = match step {
                0 => book.guests_added(id, &[ann]),
                _ => book.guests_came(id, &[ann], true, today(), &mut mint),
            };
            change.unwrap().records.into_iter().for_each(|record| book.put(record));
        }
        assert_eq!(wrong(&book, &draft("Breakfast", "2026-12-22"), Some(id)), ["on"], "nobody came to what is to come");
        let (_, change) = draft("Early breakfast", "2026-10-23").change(&book, Some(id), today(), &mut mint).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        let met: Vec<String> = book.touches_with(ann).map(|touch| format!("{} {}", touch.on, touch.text)).collect();
        assert_eq!(met, ["2026-10-23 Early breakfast"]);
    }
}
