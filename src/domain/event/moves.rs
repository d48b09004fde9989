//! What happens to an event: guests are put on its list, are asked, answer, come, and are taken off (R69).

use super::{Event, Guest, Rsvp};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::id::{EventId, Mint, PersonId, TouchId};
use crate::domain::record::Record;
use crate::domain::touch::{Touch, TouchKind};
use chrono::NaiveDate;

impl Book {
    /// Puts these people on the list; who stands on it already stays as they are (R69).
    ///
    /// # Errors
    /// When the event is gone, or none of them is in the book and not on the list yet.
    pub fn guests_added(&self, id: EventId, people: &[PersonId]) -> Result<Change, Problems> {
        let mut event = self.event_here(id)?;
        let before = event.invited.len();
        for person in people.iter().filter(|person| self.live_person(**person).is_some()) {
            event.change(*person, |_| ());
        }
        let added = event.invited.len() > before;
        added.then(|| Change::of(event)).ok_or_else(|| Problems::one("form", "They stand on the list already."))
    }

    /// Takes a guest off the list.
    ///
    /// # Errors
    /// When the event or the guest is gone.
    pub fn guest_dropped(&self, id: EventId, person: PersonId) -> Result<Change, Problems> {
        let mut event = self.event_here(id)?;
        event.guest(person).ok_or_else(no_guest)?;
        event.invited.retain(|guest| guest.person != person);
        Ok(Change::of(event))
    }

    /// A guest was asked for the day as it is; who is not on the list yet is put there.
    ///
    /// # Errors
    /// When the event is gone.
    pub fn guest_asked(&self, id: EventId, person: PersonId) -> Result<Change, Problems> {
        let mut event = self.event_here(id)?;
        event.ask(person);
        Ok(Change::of(event))
    }

    /// Notes what a guest answered, or that they have not.
    ///
    /// # Errors
    /// When the event or the guest is gone.
    pub fn guest_says(&self, id: EventId, person: PersonId, answer: Option<Rsvp>) -> Result<Change, Problems> {
        let mut event = self.event_here(id)?;
        event.guest(person).ok_or_else(no_guest)?;
        event.ask(person);
        event.change(person, |guest| guest.answer = answer);
        Ok(Change::of(event))
    }

    /// Notes that these guests came, or that they did not after all. Who came was met: a touch of that day says so, and goes
    /// again with it.
    ///
    /// # Errors
    /// When the event or a guest is gone, or its day has not come.
    pub fn guests_came(
        &self,
        id: EventId,
        people: &[PersonId],
        came: bool,
        today: NaiveDate,
        mint: &mut Mint,
    ) -> Result<Change, Problems> {
        let mut event = self.event_here(id)?;
        let on = event.on.filter(|on| *on <= today);
        let on = on.ok_or_else(|| Problems::one("form", "The day of this event has not come yet."))?;
        let mut change = Change::default();
        for person in people {
            event.guest(*person).ok_or_else(no_guest)?;
            event.change(*person, |guest| guest.came = came);
            let met: Vec<&Touch> = self.met_at(&event, *person, on).collect();
            if came && met.is_empty() {
                let (id, kind, text) = (TouchId(mint.id()), TouchKind::Event, event.name.clone());
                change.records.push(Touch { id, person: *person, on, kind, text, ..Touch::default() }.into());
            } else if !came {
                let away = |touch: &Touch| Record::from(Touch { trashed: true, ..touch.clone() });
                change.records.extend(met.into_iter().map(away));
            }
        }
        change.records.push(event.into());
        Ok(change)
    }

    /// The touches that say that somebody was met at an event on this day.
    pub(super) fn met_at<'a>(
        &'a self,
        event: &'a Event,
        person: PersonId,
        on: NaiveDate,
    ) -> impl Iterator<Item = &'a Touch> {
        let touches = self.touches_with(person);
        touches.filter(move |touch| touch.kind == TouchKind::Event && touch.on == on && touch.text == event.name)
    }

    pub(super) fn event_here(&self, id: EventId) -> Result<Event, Problems> {
        let gone = || Problems::one("form", "This event is not in your book any more.");
        self.event(id).filter(|event| !event.trashed).cloned().ok_or_else(gone)
    }
}

impl Event {
    /// Changes the line of this person, at the end of the list where there was none.
    fn change(&mut self, person: PersonId, change: impl FnOnce(&mut Guest)) {
        let mut guest = self.guest(person).cloned().unwrap_or(Guest { person, ..Guest::default() });
        change(&mut guest);
        match self.invited.iter_mut().find(|line| line.person == person) {
            Some(line) => *line = guest,
            None => self.invited.push(guest),
        }
    }

    /// This person was asked for the day as it is. What they answered about another day does not count for this.
    pub(crate) fn ask(&mut self, person: PersonId) {
        let on = self.on;
        self.change(person, |guest| {
            if guest.asked_for.is_some() && guest.asked_for != on {
                guest.answer = None;
            }
            guest.asked_for = on;
        });
    }
}

fn no_guest() -> Problems {
    Problems::one("form", "They are not on the list any more.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::person::Person;

    fn id() -> EventId {
        "e1".parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn book() -> Book {
        let mut book = Book::default();
        for one in ["ann", "bo", "cy"] {
            book.put(Person { id: one.parse().unwrap(), ..Person::default() }.into());
        }
        let on = Some(day("2026-11-20"));
        book.put(Event { id: id(), name: "Supper".into(), on, ..Event::default() }.into());
        book
    }

    fn keep(book: &mut Book, change: Result<Change, Problems>) -> Result<(), String> {
        change.map_err(|wrong| wrong.to_string())?.records.into_iter().for_each(|record| book.put(record));
        Ok(())
    }

    fn people(ids: &str) -> Vec<PersonId> {
        ids.split_whitespace().map(|id| id.parse().unwrap()).collect()
    }

    fn told(book: &Book) -> Vec<String> {
        let line = |guest: &Guest| {
            let answer = guest.answer.as_ref().map(|answer| answer.word().to_string()).unwrap_or_default();
            format!("{} {} {answer} {}", guest.person, guest.asked_for.is_some(), guest.came)
        };
        book.event(id()).unwrap().guests().map(line).collect()
    }

    #[test]
    fn r69_guests_are_put_on_the_list_asked_answer_and_are_taken_off() {
        let mut book = book();
        let change = book.guests_added(id(), &people("ann bo gone ann"));
        keep(&mut book, change).unwrap();
        assert_eq!(told(&book), ["ann false  false", "bo false  false"]);
        assert!(book.guests_added(id(), &people("ann gone")).is_err());
        let change = book.guest_asked(id(), people("cy")[0]);
        keep(&mut book, change).unwrap();
        let change = book.guest_says(id(), people("ann")[0], Some(Rsvp::Yes));
        keep(&mut book, change).unwrap();
        assert_eq!(told(&book), ["ann true yes false", "bo false  false", "cy true  false"]);
        let change = book.guest_says(id(), people("ann")[0], None);
        keep(&mut book, change).unwrap();
        let change = book.guest_dropped(id(), people("bo")[0]);
        keep(&mut book, change).unwrap();
        assert_eq!(told(&book), ["ann true  false", "cy true  false"]);
        assert!(book.guest_dropped(id(), people("bo")[0]).is_err());
        assert!(book.guest_says(id(), people("bo")[0], Some(Rsvp::No)).is_err());
        let event = book.event(id()).unwrap().clone();
        book.put(Event { trashed: true, ..event }.into());
        assert!(book.guests_added(id(), &people("bo")).is_err(), "it is in the trash");
    }

    #[test]
    fn r69_who_answered_for_another_day_is_asked_again_without_that_answer() {
        let mut book = book();
        let ann = people("ann")[0];
        let change = book.guest_asked(id(), ann);
        keep(&mut book, change).unwrap();
        let change = book.guest_says(id(), ann, Some(Rsvp::Yes));
        keep(&mut book, change).unwrap();
        let moved = Event { on: Some(day("2026-12-01")), ..book.event(id()).unwrap().clone() };
        book.put(moved.into());
        let event = book.event(id()).unwrap();
        assert_eq!(event.answer_of(event.guest(ann).unwrap()), None);
        let change = book.guest_asked(id(), ann);
        keep(&mut book, change).unwrap();
        assert_eq!(told(&book), ["ann true  false"]);
    }

    #[test]
    fn r69_who_came_was_met_that_day_and_it_is_taken_back_with_it() {
        let (mut book, mut mint) = (book(), Mint::new(Session::of_bits(1)));
        let change = book.guests_added(id(), &people("ann bo"));
        keep(&mut book, change).unwrap();
        let both = people("ann bo");
        assert!(book.guests_came(id(), &both, true, day("2026-11-19"), &mut mint).is_err(), "it has not been yet");
        let today = day("2026-11-21");
        for _ in 0..2 {
            let change = book.guests_came(id(), &both, true, today, &mut mint);
            keep(&mut book, change).unwrap();
        }
        let met = |book: &Book| -> Vec<String> {
            both.iter()
                .flat_map(|one| book.touches_with(*one))
                .map(|t| format!("{} {} {}", t.person, t.on, t.text))
                .collect()
        };
        assert_eq!(met(&book), ["ann 2026-11-20 Supper", "bo 2026-11-20 Supper"], "once, however often it is noted");
        let change = book.guests_came(id(), &people("bo"), false, today, &mut mint);
        keep(&mut book, change).unwrap();
        assert_eq!((met(&book).len(), told(&book)), (1, vec!["ann false  true".into(), "bo false  false".to_string()]));
        assert!(book.guests_came(id(), &people("cy"), true, today, &mut mint).is_err(), "not a guest");
    }
}
