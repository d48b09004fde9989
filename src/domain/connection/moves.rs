//! What becomes of those who wait: taken into the book, removed, or the whole pool emptied (R12).

use super::Connection;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, mention_of_person, workplace};
use crate::domain::fold::fold;
use crate::domain::id::{ConnectionId, Mint, PersonId};
use crate::domain::identity::{Identity, IdentityIndex, IdentityKeys, profile};
use crate::domain::person::{Consent, Name, Person, Reach};
use crate::domain::record::Record;

const GONE: &str = "They do not wait in the holding pool any more.";

impl Book {
    /// The change that takes these from the pool into the book, each with how I came by them (R12). Whoever is in the
    /// book already gets what is new of ways to reach them, and is not there twice.
    ///
    /// # Errors
    /// When none of them waits any more.
    pub fn take_in(&self, ids: &[ConnectionId], mint: &mut Mint) -> Result<(Vec<PersonId>, Change), Problems> {
        let mut known = IdentityIndex::of(self);
        let (mut taken, mut people, mut records) = (Vec::new(), Vec::<Person>::new(), Vec::new());
        let mut places = Vec::new();
        for one in ids.iter().filter_map(|id| self.connection(*id)).filter(|one| !one.trashed) {
            let face = IdentityKeys::of(one);
            let id = match known.find(&face) {
                Some(Identity::Person(id)) => {
                    if !people.iter().any(|person| person.id == id) {
                        people.extend(self.person(id).cloned());
                    }
                    people.iter_mut().filter(|person| person.id == id).for_each(|person| {
                        add_reach(person, one);
                        person.not_through.extend(one.not_through.iter().cloned());
                    });
                    id
                }
                _ => {
                    let person = person(self, one, mint, &mut places);
                    let id = person.id;
                    known.add(face, Identity::Person(id));
                    people.push(person);
                    id
                }
            };
            taken.push(id);
            records.push(one.out_of_the_pool());
        }
        let records = places.into_iter().chain(people.into_iter().map(Record::from)).chain(records).collect();
        if taken.is_empty() { Err(Problems::one("form", GONE)) } else { Ok((taken, Change { records })) }
    }

    /// The one of the pool who is surely meant by this name: they work at the same place, share a way to reach them, or
    /// have this profile. A name alone is not enough, nor are two who fit.
    pub fn waits_as(&self, name: &Name, place: &str, reach: &[Reach], link: &str) -> Option<&Connection> {
        let (called, place, link) = (fold(name.as_str()), fold(place), profile(link));
        let named = self.pool().cards().iter().filter(|card| card.name() == called && !called.is_empty());
        let is_same = |one: &&Connection| {
            let theirs = |value: &str| one.reach.iter().any(|reach| profile(&reach.value) == value);
            let reached = reach.iter().any(|reach| theirs(&profile(&reach.value)));
            (!place.is_empty() && fold(&one.organisation) == place) || (!link.is_empty() && theirs(&link)) || reached
        };
        let mut found = named.filter_map(|card| self.connection(card.id)).filter(is_same);
        let first = found.next()?;
        if found.next().is_none() { Some(first) } else { None }
    }

    /// The change that removes these from the pool.
    ///
    /// # Errors
    /// When none of them waits any more.
    pub fn remove_from_pool(&self, ids: &[ConnectionId]) -> Result<Change, Problems> {
        let waiting = ids.iter().filter_map(|id| self.connection(*id)).filter(|one| !one.trashed);
        let records: Vec<Record> = waiting.map(Connection::out_of_the_pool).collect();
        if records.is_empty() { Err(Problems::one("form", GONE)) } else { Ok(Change { records }) }
    }

    /// The change that empties the pool.
    ///
    /// # Errors
    /// When it is empty.
    pub fn empty_pool(&self) -> Result<Change, Problems> {
        let all: Vec<ConnectionId> = self.pool().cards().iter().map(|card| card.id).collect();
        self.remove_from_pool(&all)
    }
}

/// Somebody new, as the pool knows them. An organisation that is new joins `records`.
fn person(book: &Book, one: &Connection, mint: &mut Mint, records: &mut Vec<Record>) -> Person {
    Person {
        id: PersonId(mint.id()),
        name: one.name.clone(),
        organisation: workplace(book, mint, &one.organisation, records),
        title: one.title.clone(),
        reach: one.reach.clone(),
        facts: one.facts.clone(),
        note: one.note.clone(),
        tags: one.tags.clone(),
        known_since: one.connected_on,
        met_through: mention_of_person(book, &one.met_through),
        not_through: one.not_through.clone(),
        provenance: one.provenance.clone(),
        consent: Some(Consent::NotAsked),
        ..Person::default()
    }
}

impl Connection {
    /// The record once they have left the pool.
    pub fn out_of_the_pool(&self) -> Record {
        Connection { trashed: true, ..self.clone() }.into()
    }

    /// Fills in what is not known yet of somebody who leaves the pool.
    pub fn complete(&self, person: &mut Person) {
        let texts =
            [(&mut person.title, &self.title), (&mut person.facts, &self.facts), (&mut person.note, &self.note)];
        for (there, here) in texts {
            if there.is_empty() {
                there.clone_from(here);
            }
        }
        person.known_since = person.known_since.or(self.connected_on);
        person.tags.extend(self.tags.iter().cloned());
        person.not_through.extend(self.not_through.iter().cloned());
        add_reach(person, self);
    }
}

/// Adds the ways to reach somebody that the pool knows besides.
fn add_reach(person: &mut Person, one: &Connection) {
    for more in &one.reach {
        let same = |known: &Reach| known.kind == more.kind && profile(&known.value) == profile(&more.value);
        if !person.reach.iter().any(same) {
            person.reach.push(more.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::person::{Mention, Name, ReachKind};
    use crate::domain::undo::Undo;

    fn connection(id: &str, name: &str, link: &str) -> Connection {
        let reach = Reach { kind: ReachKind::Profile, label: String::new(), value: link.into() };
        Connection {
            id: id.parse().unwrap(),
            name: Name::new(name).unwrap(),
            organisation: "Acme".into(),
            title: "COO".into(),
            reach: vec![reach],
            connected_on: "2024-03-12".parse().ok(),
            met_through: "Jim Halloran".into(),
            facts: "Birthday: 9 May".into(),
            note: "Runs".into(),
            tags: ["Golf".to_string()].into(),
            provenance: "from Connections.csv, 2026-11-21".into(),
            ..Connection::default()
        }
    }

    fn put(book: &mut Book, change: Change) {
        change.records.into_iter().for_each(|record| book.put(record));
    }

    fn ids(book: &Book) -> Vec<ConnectionId> {
        book.pool().cards().iter().map(|card| card.id).collect()
    }

    #[test]
    fn r12_who_is_taken_into_the_book_keeps_all_that_is_known_and_how_it_came() {
        let (mut book, mut mint) = (Book::default(), Mint::new(Session::of_bits(1)));
        book.put(connection("c1", "Naomi Feld", "in/naomi").into());
        book.put(connection("c2", "Bo Ek", "in/bo").into());
        let (taken, change) = book.take_in(&ids(&book), &mut mint).unwrap();
        let undo = Undo::of(&change.edits(&book), &book);
        put(&mut book, change);
        assert!(taken.len() == 2 && book.pool().is_empty());
        let naomi = book.people_named("naomi feld").next().unwrap().clone();
        assert_eq!((book.workplace(&naomi), naomi.title.as_str(), naomi.reach.len()), ("Acme", "COO", 1));
        assert_eq!(book.organisations().count(), 1, "one place for both");
        assert_eq!((naomi.facts.as_str(), naomi.note.as_str()), ("Birthday: 9 May", "Runs"));
        assert_eq!((naomi.tags.len(), naomi.known_since), (1, "2024-03-12".parse().ok()));
        assert_eq!(naomi.met_through, Some(Mention("Jim Halloran".into())));
        assert_eq!(naomi.provenance, "from Connections.csv, 2026-11-21");
        assert_eq!(naomi.consent, Some(Consent::NotAsked));
        let back = undo.change(&book);
        put(&mut book, back);
        assert_eq!((book.pool().len(), book.people().count()), (2, 0), "one step back");
    }

    #[test]
    fn r12_nobody_is_in_the_book_twice_who_is_taken_from_the_pool() {
        let (mut book, mut mint) = (Book::default(), Mint::new(Session::of_bits(1)));
        let mail = Reach { kind: ReachKind::Email, label: String::new(), value: "n@feld.example".into() };
        let name = Name::new("Naomi Feld").unwrap();
        let id = "p1".parse().unwrap();
        book.put(Person { id, name, reach: vec![mail.clone()], ..Person::default() }.into());
        let mut one = connection("c1", "N. Feld", "in/naomi");
        one.reach.push(mail);
        book.put(one.into());
        book.put(connection("c2", "Naomi Feld", "https://www.linkedin.com/in/Bo/").into());
        book.put(connection("c3", "Bo Ek", "linkedin.com/in/bo").into());
        let (taken, change) = book.take_in(&ids(&book), &mut mint).unwrap();
        put(&mut book, change);
        assert_eq!((taken.len(), book.people().count()), (3, 2));
        let naomi = book.person(id).unwrap();
        assert_eq!((naomi.reach.len(), naomi.title.as_str()), (2, ""), "only ways to reach them are added");
        assert!(book.take_in(&["c1".parse().unwrap()], &mut mint).is_err(), "they are not there any more");
    }

    #[test]
    fn r34_whoever_is_captured_and_waits_leaves_the_pool_with_all_that_is_known() {
        use crate::domain::ask::{Ask, Target};
        use crate::domain::referral::capture::CaptureDraft;
        let captured = |who: &str, organisation: &str, ask: &str| {
            let mut book = Book::default();
            for (id, name, link) in
                [("c1", "Naomi Feld", "in/naomi"), ("c2", "Bo Ek", "in/bo"), ("c3", "Bo Ek", "in/x")]
            {
                book.put(connection(id, name, link).into());
            }
            let target = Some(Target { link: "https://in/x/".into(), ..Target::default() });
            book.put(Ask { id: "a1".parse().unwrap(), target, ..Ask::default() }.into());
            let [who, organisation, from] = [who, organisation, "Jim"].map(str::to_string);
            let draft = CaptureDraft { who, organisation, from, ask: ask.parse().ok(), ..CaptureDraft::default() };
            let made = draft.change(&book, "2026-11-21".parse().unwrap(), &mut Mint::new(Session::of_bits(1))).unwrap();
            put(&mut book, made.change);
            let person = book.person(made.prospect).unwrap();
            format!("{} {} at {}", book.waiting(), person.title, book.workplace(person))
        };
        assert_eq!(captured("naomi feld", "acme", ""), "2 COO at Acme");
        assert_eq!(captured("Naomi Feld", "", ""), "3  at ", "a name alone may be anybody's");
        assert_eq!(captured("Naomi Feld", "Bolt", ""), "3  at Bolt");
        assert_eq!(captured("Bo Ek", "Acme", ""), "3  at Acme", "two of them fit");
        assert_eq!(captured("Bo  Ek", "", "a1"), "2 COO at Acme", "whom the ask was for");
    }

    #[test]
    fn r12_the_pool_is_emptied_in_one_step_and_stands_again_after_one() {
        let mut book = Book::default();
        for n in 0..40 {
            book.put(connection(&format!("c{n}"), "Bo Ek", &format!("in/{n}")).into());
        }
        let change = book.remove_from_pool(&["c7".parse().unwrap()]).unwrap();
        put(&mut book, change);
        assert_eq!(book.pool().len(), 39);
        let change = book.empty_pool().unwrap();
        let undo = Undo::of(&change.edits(&book), &book);
        put(&mut book, change);
        assert!(book.pool().is_empty() && book.empty_pool().is_err());
        let back = undo.change(&book);
        put(&mut book, back);
        assert_eq!(book.pool().len(), 39, "who was removed before stays removed");
    }
}
