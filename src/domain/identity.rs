//! Who somebody is: whom the book and its pool know already, told by addresses, profiles, numbers and names.

use super::book::Book;
use super::connection::Connection;
use super::fold::{digits, fold};
use super::id::{ConnectionId, PersonId};
use super::name_match::{Alike, NameMatch, ParsedName, compare_names};
use super::person::{Mention, Name, Person, Reach, ReachKind};
use std::collections::BTreeMap;

/// Somebody who is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Identity {
    /// In the book.
    Person(PersonId),
    /// In the holding pool.
    Waiting(ConnectionId),
}

/// What people are told apart by.
pub struct IdentityKeys {
    name: String,
    place: String,
    emails: Vec<String>,
    phones: Vec<String>,
    profiles: Vec<String>,
}

/// How many addresses, numbers and profiles of one person are compared, of each kind: more are nobody's own.
const WAYS_MAX: usize = 50;

impl IdentityKeys {
    /// Of somebody of this name, who works at this place and is reached in these ways.
    pub fn new(name: &Name, place: &str, reach: &[Reach]) -> IdentityKeys {
        let of = |kind: ReachKind, form: fn(&str) -> String| -> Vec<String> {
            let of_kind = reach.iter().filter(|r| r.kind == kind).take(WAYS_MAX);
            of_kind.map(|r| form(&r.value)).filter(|v| !v.is_empty()).collect()
        };
        IdentityKeys {
            name: fold(name.as_str()),
            place: fold(place),
            emails: of(ReachKind::Email, fold),
            phones: of(ReachKind::Phone, digits),
            profiles: of(ReachKind::Profile, profile),
        }
    }

    /// Of somebody in the pool.
    pub fn of(one: &Connection) -> IdentityKeys {
        IdentityKeys::new(&one.name, &one.organisation, &one.reach)
    }

    /// Of an entry of the book.
    fn of_entry(book: &Book, entry: &Person) -> IdentityKeys {
        IdentityKeys::new(&entry.name, book.workplace(entry), &entry.reach)
    }

    /// What they may be found by: an address, a profile, or the name together with the end of a number, because the codes
    /// in front of it are written or left out.
    fn keys(&self) -> impl Iterator<Item = String> {
        let end = |number: &String| number.get(number.len().saturating_sub(7)..).unwrap_or_default().to_string();
        let numbers = self.phones.iter().map(move |number| format!("{} {}", self.name, end(number)));
        self.emails.iter().chain(&self.profiles).cloned().chain(numbers)
    }

    /// Whether there is no address and no number to tell them by.
    fn is_bare(&self) -> bool {
        self.emails.is_empty() && self.phones.is_empty()
    }

    /// Whether two who share a key may be one. A family has one address, and a firm one mailbox: who is called otherwise is
    /// somebody else, and is not lost for the sake of an address. A profile has one owner, whatever they are called.
    fn may_be(&self, other: &IdentityKeys) -> bool {
        self.profiles.iter().any(|profile| other.profiles.contains(profile))
            || self.has_no_name()
            || other.has_no_name()
            || is_one_name(&self.name, &other.name)
    }

    /// Whether they are called by their address or their place, for want of a name.
    fn has_no_name(&self) -> bool {
        self.name == self.place || self.name.contains('@')
    }

    /// Whether two of one name without addresses are different people all the same: at two places, with two profiles.
    fn is_apart(&self, other: &IdentityKeys) -> bool {
        let places = !self.place.is_empty() && !other.place.is_empty() && self.place != other.place;
        places || !self.profiles.is_empty() && !other.profiles.is_empty()
    }
}

/// The address of a profile without what varies: scheme, `www.`, case, the last `/`.
pub fn profile(value: &str) -> String {
    let low = value.trim().to_lowercase();
    let bare = low.trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    bare.trim_end_matches('/').to_string()
}

/// Whether two names are one for sure, where an address is shared: written the same, in another order or script, shorter,
/// as a letter or a nickname. A slip is no reason: Elias and Elisa have one address too. Where the scripts say nothing of
/// each other the address decides.
fn is_one_name(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (ParsedName::of(one), ParsedName::of(other));
    let is_one = match compare_names(&one.words, &other.words) {
        Some(NameMatch::One(alike, _) | NameMatch::Part(alike)) => alike != Alike::Spelling,
        Some(NameMatch::Unread) => true,
        Some(NameMatch::First(_)) | None => false,
    };
    is_one && one.generation.zip(other.generation).is_none_or(|(one, other)| one == other)
}

/// How many people of one name without any address, or of one address, are compared before one more is taken for somebody new.
const NAMESAKES: usize = 200;

/// Whom the book knows already, and who has arrived.
#[derive(Default)]
pub struct IdentityIndex {
    faces: Vec<(IdentityKeys, Identity)>,
    // Trees: a table that grows past a hundred thousand hashes them all anew, which the page would feel.
    by_name: BTreeMap<String, Vec<usize>>,
    by_key: BTreeMap<String, Vec<usize>>,
    bare: BTreeMap<String, Vec<usize>>,
}

impl IdentityIndex {
    /// Takes it apart, a piece at a time.
    pub fn apart(self) -> impl Iterator<Item = ()> {
        let keyed = [self.by_name, self.by_key, self.bare].into_iter().flatten();
        self.faces.into_iter().map(drop).chain(keyed.map(drop))
    }

    /// Everyone in the book.
    pub fn of(book: &Book) -> IdentityIndex {
        let mut known = IdentityIndex::default();
        book.people().for_each(|person| known.learn(book, Identity::Person(person.id)));
        known.learn_merged(book);
        known
    }

    /// Takes in somebody the book or its pool has.
    pub fn learn(&mut self, book: &Book, who: Identity) {
        let face = match who {
            Identity::Person(id) => book.live_person(id).map(|person| IdentityKeys::of_entry(book, person)),
            Identity::Waiting(id) => book.connection(id).map(IdentityKeys::of),
        };
        if let Some(face) = face {
            self.add(face, who);
        }
    }

    /// Takes in those who became one of the book, and the one they became as it stood before: who was written otherwise
    /// once may come so again, and a list of names knows no address that somebody has since.
    pub fn learn_merged(&mut self, book: &Book) {
        for entry in book.merged() {
            let Some(kept) = book.live_person(entry.id) else { continue };
            let before = entry.merged.as_ref().and_then(|mark| mark.before(kept));
            for one in [Some(entry), before.as_ref()].into_iter().flatten() {
                self.add(IdentityKeys::of_entry(book, one), Identity::Person(kept.id));
            }
        }
    }

    /// Takes in somebody of this face.
    pub fn add(&mut self, face: IdentityKeys, who: Identity) {
        let at = self.faces.len();
        self.by_name.entry(face.name.clone()).or_default().push(at);
        if face.is_bare() {
            self.bare.entry(face.name.clone()).or_default().push(at);
        }
        self.note(&face, at);
        self.faces.push((face, who));
    }

    /// Notes that the addresses of this face are theirs who stands at this place.
    fn note(&mut self, face: &IdentityKeys, at: usize) {
        for key in face.keys() {
            let those = self.by_key.entry(key).or_default();
            if !those.contains(&at) && those.len() < NAMESAKES {
                those.push(at);
            }
        }
    }

    /// Who it is: whoever has one of their addresses and may be called so; else, where there is no address, whoever bears
    /// the name and is not told apart by anything else.
    pub fn find(&self, face: &IdentityKeys) -> Option<Identity> {
        self.faces.get(self.at(face)?).map(|(_, who)| *who)
    }

    fn at(&self, face: &IdentityKeys) -> Option<usize> {
        let may_be = |at: &&usize| self.faces.get(**at).is_some_and(|(known, _)| known.may_be(face));
        let by_key = face.keys().find_map(|key| self.by_key.get(&key)?.iter().find(may_be));
        let namesakes = self.bare.get(&face.name).filter(|_| face.is_bare());
        let is_same = |at: &&usize| self.faces.get(**at).is_some_and(|(known, _)| !known.is_apart(face));
        let by_name = || namesakes.and_then(|list| list.iter().take(NAMESAKES).find(is_same));
        by_key.or_else(by_name).copied()
    }

    /// Like [`IdentityIndex::find`], and what is new in these keys is theirs from here on: addresses, and the place or the
    /// profile by which the next of that name is told apart from them.
    pub fn meet(&mut self, face: &IdentityKeys) -> Option<Identity> {
        let at = self.at(face)?;
        self.note(face, at);
        let (known, who) = self.faces.get_mut(at)?;
        if known.place.is_empty() && !face.has_no_name() {
            known.place.clone_from(&face.place);
        }
        if known.profiles.is_empty() {
            known.profiles.clone_from(&face.profiles);
        }
        Some(*who)
    }

    /// A person of this name where there is exactly one, else the words.
    pub fn mention(&self, name: &str) -> Option<Mention> {
        if name.is_empty() {
            return None;
        }
        let named = self.by_name.get(&fold(name)).map(Vec::as_slice).unwrap_or_default();
        let people = named.iter().filter_map(|at| match self.faces.get(*at)?.1 {
            Identity::Person(id) => Some(id),
            Identity::Waiting(_) => None,
        });
        let mut people = people.fuse();
        let first = people.next();
        Some(match first {
            Some(one) if people.all(|other| other == one) => Mention::of(one.0),
            _ => Mention(name.into()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::merged::{MergeChoice, MergeDraft};
    use crate::domain::person::Person;

    #[test]
    fn b9_who_became_another_is_known_by_what_was_written_of_both() {
        let mut book = Book::default();
        for (id, name, address) in [("p1", "Fred Ito", "fred@x.example"), ("p2", "Freddie Ito", "ito@y.example")] {
            let reach = vec![Reach { kind: ReachKind::Email, label: String::new(), value: address.into() }];
            let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
            book.put(Person { id, name, reach, ..Person::default() }.into());
        }
        let draft = MergeDraft::of(["p1", "p2"].map(|id| id.parse().unwrap()).into());
        let change = draft.change(&book, "2026-11-20".parse().unwrap()).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        let known = IdentityIndex::of(&book);
        let kept = Some(Identity::Person("p1".parse().unwrap()));
        for name in ["Freddie Ito", "Fred Ito"] {
            let reach = [Reach { kind: ReachKind::Email, label: String::new(), value: "ito@y.example".into() }];
            assert_eq!(known.find(&IdentityKeys::new(&Name::new(name).unwrap(), "", &reach)), kept);
            assert_eq!(known.mention(name), Some(Mention("p1".into())));
        }
    }

    #[test]
    fn b9_who_took_over_an_address_or_a_name_is_known_as_before_too() {
        let mut book = Book::default();
        for (id, name, address) in [("p1", "Fred Ito", None), ("p2", "Freddie Ito", Some("ito@y.example"))] {
            let reach =
                address.map(|value: &str| Reach { kind: ReachKind::Email, label: String::new(), value: value.into() });
            let (id, name, reach) = (id.parse().unwrap(), Name::new(name).unwrap(), reach.into_iter().collect());
            book.put(Person { id, name, reach, ..Person::default() }.into());
        }
        let [kept, other] = ["p1", "p2"].map(|id| id.parse().unwrap());
        let mut draft = MergeDraft::of(vec![kept, other]);
        draft.choose(MergeChoice::Name, other);
        let change = draft.change(&book, "2026-11-20".parse().unwrap()).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        assert_eq!(book.person(kept).map(|person| person.name.as_str()), Some("Freddie Ito"));
        let bare = IdentityKeys::new(&Name::new("Fred Ito").unwrap(), "", &[]);
        assert_eq!(IdentityIndex::of(&book).find(&bare), Some(Identity::Person(kept)));
    }

    #[test]
    fn two_who_share_an_address_are_one_only_where_both_may_be_called_so() {
        for (one, other, same) in [
            ("Ann Lee", "ann  LEE", true),
            ("Ann Lee", "Lee, Ann", true),
            ("Ann Lee", "A. Lee", true),
            ("Ann Lee", "Ann", true),
            ("Ann Lee", "(CPA) Ann Marie Lee", true),
            ("Юлия Орлова", "Yuliya Orlova", true),
            ("Jim Lee", "James Lee", true),
            ("Ann Lee", "Tom Lee", false),
            ("Jo Lee", "John Lee", false),
            ("Nagy Anna", "Nagy Péter", false),
            ("田中 由紀", "田中 太郎", false),
            ("Ann Lee", "Lee", true),
            ("Lee Lee", "Lee Ann", false),
            ("ნინო ბერიძე", "Nino Beridze", true),
            ("Юлия Орлова", "Ivan Orlov", false),
            ("Ji-woo Park", "Jiwoo Park", true),
            ("Annabel Lee", "Ann Lee", true),
            ("Elias Hale", "Elisa Hale", false),
            ("Maria Gomez", "Maria Kern", false),
            ("John Hale Jr.", "John Hale Sr.", false),
            ("John Hale Jr.", "John Hale", true),
        ] {
            let face = |name: &str| {
                let reach = [Reach { kind: ReachKind::Email, label: String::new(), value: "lee@x.example".into() }];
                IdentityKeys::new(&Name::new(name).unwrap(), "Acme", &reach)
            };
            let mut known = IdentityIndex::default();
            known.add(face(one), Identity::Person("p1".parse().unwrap()));
            assert_eq!(known.find(&face(other)).is_some(), same, "{one} and {other}");
            assert!(known.find(&face("Acme")).is_some(), "without a name the address decides");
        }
    }

    #[test]
    fn each_of_a_family_is_found_again_by_the_address_they_share() {
        let mut known = IdentityIndex::default();
        let face = |name: &str| {
            let reach = [Reach { kind: ReachKind::Email, label: String::new(), value: "lee@x.example".into() }];
            IdentityKeys::new(&Name::new(name).unwrap(), "", &reach)
        };
        for (id, name) in [("p1", "Tom Lee"), ("p2", "Ann Lee"), ("p3", "Bo Lee")] {
            assert_eq!(known.find(&face(name)), None);
            known.add(face(name), Identity::Person(id.parse().unwrap()));
        }
        for (id, name) in [("p1", "Tom Lee"), ("p2", "Ann Lee"), ("p3", "Bo Lee")] {
            assert_eq!(known.find(&face(name)), Some(Identity::Person(id.parse().unwrap())));
        }
    }
}
