//! What is done to many people at once, in one change: tagged, given a tier or a role, put in the trash or in the pool.

use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::connection::Connection;
use crate::domain::draft::Problems;
use crate::domain::id::{ConnectionId, Mint, PersonId};
use crate::domain::id_map::IdSet;
use crate::domain::person::{Mention, Person, Role, Tier, one_line};
use crate::domain::record::Record;

/// The most characters of a tag.
const TAG_MAX: usize = 100;

/// An act on many people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bulk {
    /// They carry this tag.
    Tag(String),
    /// They do not carry this tag any more.
    Untag(String),
    /// They are of this tier; without one, of the one that follows from the book (R6).
    Tier(Option<Tier>),
    /// They have this role (R2).
    Role(Role),
    /// They do not have this role any more.
    NoRole(Role),
    /// Into the trash, or out of it.
    Trash(bool),
}

impl Book {
    /// The change that does this to all of these people.
    ///
    /// # Errors
    /// When none of them is in the book any more, or the tag is none.
    pub fn to_all(&self, ids: &[PersonId], act: &Bulk) -> Result<Change, Problems> {
        let tag = match act {
            Bulk::Tag(tag) | Bulk::Untag(tag) => tag_of(tag)?,
            _ => String::new(),
        };
        let records: Vec<Record> = ids
            .iter()
            .filter_map(|id| self.person(*id).cloned())
            .map(|mut person| {
                done_to(&mut person, act, &tag);
                person.into()
            })
            .collect();
        if records.is_empty() { Err(gone()) } else { Ok(Change { records }) }
    }

    /// Those of these people with whom nothing has passed: a referral, an ask or a word holds somebody in the book (R12).
    pub fn free_of_ties(&self, ids: &[PersonId]) -> Vec<&Person> {
        let held = self.held();
        let free = ids.iter().filter(|id| !held.contains(id)).filter_map(|id| self.live_person(*id));
        free.filter(|person| !self.is_tied(person.id)).collect()
    }

    /// The change that puts those into the holding pool with whom nothing has passed (R12).
    ///
    /// # Errors
    /// When that is nobody.
    pub fn into_the_pool(&self, ids: &[PersonId], mint: &mut Mint) -> Result<Change, Problems> {
        let free = self.free_of_ties(ids);
        if free.is_empty() {
            return Err(Problems::one(
                "form",
                "Nobody was moved: there are referrals, asks or words between you and each of them.",
            ));
        }
        let mut change = Change::default();
        for person in &free {
            change.records.push(self.outside(person, ConnectionId(mint.id())).into());
            change.records.push(Person { trashed: true, ..(*person).clone() }.into());
        }
        Ok(change)
    }

    /// Whether anything has passed with them.
    fn is_tied(&self, id: PersonId) -> bool {
        let ties = self.ties(id);
        let referred = ties.referrals_from().next().is_some() || ties.referrals_to().next().is_some();
        let given = ties.asks().next().is_some() || ties.gives().next().is_some();
        referred || given || ties.touch_summaries().next().is_some()
    }

    /// Those whom a plan, an introduction or an event is about.
    fn held(&self) -> IdSet<PersonId> {
        let plans = self.plans().map(|plan| plan.with);
        let guests = self.events().flat_map(|event| event.invited.iter().map(|guest| guest.person));
        plans.chain(self.introductions().flat_map(|meeting| [meeting.one, meeting.other])).chain(guests).collect()
    }

    fn outside(&self, person: &Person, id: ConnectionId) -> Connection {
        let through = person.met_through.as_ref().map(|mention| self.words_of(mention));
        Connection {
            id,
            name: person.name.clone(),
            organisation: self.workplace(person).to_string(),
            title: person.title.clone(),
            reach: person.reach.clone(),
            connected_on: person.known_since,
            met_through: through.unwrap_or_default(),
            not_through: person.not_through.clone(),
            facts: person.facts.clone(),
            note: person.note.clone(),
            tags: person.tags.clone(),
            provenance: person.provenance.clone(),
            trashed: false,
        }
    }

    fn words_of(&self, mention: &Mention) -> String {
        let known = mention.id().and_then(|id| self.person(PersonId(id)));
        known.map_or_else(|| mention.0.clone(), |person| person.name.to_string())
    }
}

fn done_to(person: &mut Person, act: &Bulk, tag: &str) {
    match act {
        Bulk::Tag(_) => {
            person.tags.insert(tag.to_string());
        }
        Bulk::Untag(_) => {
            person.tags.remove(tag);
        }
        Bulk::Tier(tier) => person.tier.clone_from(tier),
        Bulk::Role(role) => {
            person.roles.insert(role.clone());
        }
        Bulk::NoRole(role) => {
            person.roles.remove(role);
        }
        Bulk::Trash(trashed) => person.trashed = *trashed,
    }
}

fn tag_of(typed: &str) -> Result<String, Problems> {
    let tag = one_line(typed);
    match tag.chars().count() {
        0 => Err(Problems::one("tag", "Write the tag first, such as “golf”.")),
        n if n > TAG_MAX => Err(Problems::one("tag", "A tag has at most 100 characters. Put the rest in a note.")),
        _ => Ok(tag),
    }
}

fn gone() -> Problems {
    Problems::one("form", "None of them is in your book any more.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Event, Guest};
    use crate::domain::id::Session;
    use crate::domain::person::Name;
    use crate::domain::plan::Plan;
    use crate::domain::referral::Referral;
    use crate::domain::touch::Touch;
    use crate::domain::undo::Undo;

    fn book() -> (Book, Vec<PersonId>) {
        let mut book = Book::default();
        let ids: Vec<PersonId> = ["p1", "p2", "p3", "p4", "p5"].iter().map(|id| id.parse().unwrap()).collect();
        for id in &ids {
            let name = Name::new(&format!("Ann {id}")).unwrap();
            let tags = ["old".to_string()].into();
            book.put(Person { id: *id, name, tags, roles: [Role::Friend].into(), ..Person::default() }.into());
        }
        (book, ids)
    }

    fn told(book: &Book) -> Vec<String> {
        let person = |p: &Person| {
            let tags: Vec<&str> = p.tags.iter().map(String::as_str).collect();
            let roles: Vec<&str> = p.roles.iter().map(Role::word).collect();
            format!("{} {}{} {}", p.id, tags.join("+"), p.tier.as_ref().map_or("", Tier::word), roles.join("+"))
        };
        book.people().map(person).collect()
    }

    #[test]
    fn one_act_changes_all_and_one_step_takes_it_back() {
        let (mut book, ids) = book();
        let before = told(&book);
        for (act, third) in [
            (Bulk::Tag("  golf ".into()), "p3 golf+old friend"),
            (Bulk::Untag("old".into()), "p3  friend"),
            (Bulk::Tier(Some(Tier::B)), "p3 oldB friend"),
            (Bulk::Role(Role::Client), "p3 old client+friend"),
            (Bulk::NoRole(Role::Friend), "p3 old "),
        ] {
            let change = book.to_all(&ids[1..4], &act).unwrap();
            let undo = Undo::of(&change.edits(&book), &book);
            change.records.into_iter().for_each(|record| book.put(record));
            let now = told(&book);
            assert_eq!((now[2].as_str(), &now[0], &now[4]), (third, &before[0], &before[4]), "{act:?}");
            undo.change(&book).records.into_iter().for_each(|record| book.put(record));
            assert_eq!(told(&book), before, "{act:?}");
        }
        let change = book.to_all(&ids, &Bulk::Trash(true)).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        assert_eq!((book.people().count(), book.trashed_people().count()), (0, 5));
    }

    #[test]
    fn no_tag_and_nobody_are_said() {
        let (book, ids) = book();
        assert!(book.to_all(&ids, &Bulk::Tag(" \n".into())).unwrap_err().of("tag").is_some());
        assert!(book.to_all(&ids, &Bulk::Tag("x".repeat(101))).unwrap_err().of("tag").is_some());
        assert!(book.to_all(&["nobody".parse().unwrap()], &Bulk::Tier(None)).unwrap_err().of("form").is_some());
    }

    #[test]
    fn r12_whom_nothing_has_passed_with_goes_into_the_pool_and_comes_back_in_one_step() {
        let (mut book, ids) = book();
        let (source, prospect) = (ids[0], ids[1]);
        book.put(Referral { id: "r1".parse().unwrap(), source, prospect, ..Referral::default() }.into());
        book.put(Touch { id: "t1".parse().unwrap(), person: ids[2], ..Touch::default() }.into());
        book.put(Plan { id: "l1".parse().unwrap(), with: ids[3], ..Plan::default() }.into());
        let guest = Guest { person: ids[4], ..Guest::default() };
        book.put(Event { id: "e1".parse().unwrap(), invited: vec![guest], ..Event::default() }.into());
        let free: PersonId = "p6".parse().unwrap();
        let (name, tags) = (Name::new("Ann p6").unwrap(), ["old".to_string()].into());
        book.put(Person { id: free, name, tags, ..Person::default() }.into());
        let ids: Vec<PersonId> = ids.into_iter().chain([free]).collect();
        let mut mint = Mint::new(Session::of_bits(1));
        let moved = book.free_of_ties(&ids).len();
        let change = book.into_the_pool(&ids, &mut mint).unwrap();
        let undo = Undo::of(&change.edits(&book), &book);
        change.records.into_iter().for_each(|record| book.put(record));
        assert_eq!((moved, book.people().count(), book.waiting()), (1, 5, 1));
        let one = book.connection(book.pool().cards()[0].id).unwrap();
        assert_eq!((one.name.as_str(), one.tags.len()), ("Ann p6", 1));
        assert!(book.into_the_pool(&ids, &mut mint).is_err(), "the others are held");
        undo.change(&book).records.into_iter().for_each(|record| book.put(record));
        assert_eq!((book.people().count(), book.waiting()), (6, 0));
    }
}
