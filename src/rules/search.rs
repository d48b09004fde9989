//! Finding: who is meant by a few letters, whatever the case, the accents and the order of the words.

use crate::domain::book::Book;
use crate::domain::fold::{digits, fold};
use crate::domain::id::{EventId, PersonId};
use crate::domain::id_map::IdMap;
use crate::domain::name_match::compared;
use crate::domain::order::sort_by_key;
use crate::domain::person::Person;
use crate::domain::person::named::called;
use crate::rules::guest_mix::events;
use chrono::NaiveDate;

/// A search, folded once and asked about many people.
pub struct PersonSearch {
    words: Vec<String>,
    number: String,
}

impl PersonSearch {
    /// For this text; an empty one finds everybody.
    pub fn new(text: &str) -> PersonSearch {
        let folded = fold(text);
        let mostly_digits = !text.trim().is_empty() && text.chars().all(|c| !c.is_alphabetic());
        let number = if mostly_digits { digits(text) } else { String::new() };
        PersonSearch { words: folded.split(' ').filter(|w| !w.is_empty()).map(str::to_string).collect(), number }
    }

    /// Whether nothing is searched for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word is in the person's name, title, note, facts, tags, reach or organisation; a number also where
    /// it is written in another way.
    pub fn finds(&self, book: &Book, person: &Person) -> bool {
        let text = book.search_text(person.id);
        let by_words = || {
            self.words.iter().all(|word| text.contains(word.as_str()) || fold(book.workplace(person)).contains(word))
        };
        self.finds_number(text) || by_words()
    }

    /// Whether each word is in this folded text; a number also where it is written in another way.
    pub fn finds_in(&self, text: &str) -> bool {
        self.finds_number(text) || self.words.iter().all(|word| text.contains(word.as_str()))
    }

    fn finds_number(&self, text: &str) -> bool {
        self.number.len() >= 3 && text.contains(self.number.as_str())
    }
}

/// Up to `limit` people, those first whose name begins with the text, then those with a word of the name that does,
/// then the others, each by name. Who was written twice is found by every name they were written with (B9).
pub fn find_people(book: &Book, text: &str, limit: usize) -> Vec<PersonId> {
    let search = PersonSearch::new(text);
    if search.is_empty() {
        return Vec::new();
    }
    let start = fold(text);
    let once = names_once(book);
    let names_of = |person: &Person| once.get(&person.id).map(Vec::as_slice).unwrap_or_default();
    let finds =
        |person: &Person| search.finds(book, person) || names_of(person).iter().any(|name| search.finds_in(name));
    let mut tiers: [Vec<PersonId>; 3] = Default::default();
    for person in book.people().filter(|person| finds(person)) {
        let name = fold(person.name.as_str());
        let mut names = std::iter::once(&name).chain(names_of(person));
        let tier = match () {
            () if names.clone().any(|name| name.starts_with(&start)) => 0,
            () if names.any(|name| name.split(' ').any(|word| word.starts_with(&start))) => 1,
            () => 2,
        };
        if let Some(found) = tiers.get_mut(tier) {
            found.push(person.id);
        }
    }
    tiers.into_iter().flatten().take(limit).collect()
}

/// The folded names of the entries that became somebody, by who that is: few, also in a large book.
fn names_once(book: &Book) -> IdMap<PersonId, Vec<String>> {
    let mut once: IdMap<PersonId, Vec<String>> = IdMap::default();
    for entry in book.merged() {
        once.entry(book.who(entry.id)).or_default().push(fold(entry.name.as_str()));
    }
    once
}

/// Returns those found as they are named in a form: with the place where several bear the name. None while the text is
/// one of them already.
pub fn find_called(book: &Book, text: &str, limit: usize) -> Vec<String> {
    let found = find_people(book, text, limit).into_iter();
    let names: Vec<String> = found.filter_map(|id| book.person(id)).map(|person| called(book, person)).collect();
    if names.iter().any(|name| name == text.trim()) { Vec::new() } else { names }
}

/// Up to `limit` names of organisations in which each of these words begins a word.
pub fn find_organisations(book: &Book, text: &str, limit: usize) -> Vec<String> {
    let words = fold(text);
    let begins = |name: &str| {
        let name = fold(name);
        words.split(' ').all(|word| name.split(' ').any(|part| part.starts_with(word)))
    };
    let mut found: Vec<String> =
        book.organisations().map(|o| &o.name).filter(|name| !words.is_empty() && begins(name)).cloned().collect();
    sort_by_key(&mut found, |name| fold(name));
    found.truncate(limit);
    found
}

/// Up to `limit` events with each of these words in their name or place: those to come first (R69).
pub fn find_events(book: &Book, text: &str, today: NaiveDate, limit: usize) -> Vec<EventId> {
    let search = PersonSearch::new(text);
    if search.is_empty() {
        return Vec::new();
    }
    let (mut found, past) = events(book, today);
    found.extend(past);
    found.retain(|id| {
        book.event(*id).is_some_and(|event| search.finds_in(&fold(&[&event.name, " ", &event.place].concat())))
    });
    found.truncate(limit);
    found
}

/// The person whose name is nearest to a text that finds nobody: a letter or two wrong.
pub fn nearest(book: &Book, text: &str) -> Option<PersonId> {
    let text: Vec<char> = fold(compared(text)).chars().take(40).collect();
    let slips = (text.len() / 4).min(2);
    let far = |person: &Person| {
        let name = fold(compared(person.name.as_str()));
        let words = name.split(' ').chain([name.as_str()]);
        words.map(|word| distance(&text, word)).min().unwrap_or(usize::MAX)
    };
    let near = book.people().map(|person| (far(person), person.id)).filter(|(far, _)| *far <= slips);
    near.min_by_key(|(far, _)| *far).map(|(_, id)| id)
}

/// How many letters must be changed, put in or taken out to make one text of the other.
fn distance(text: &[char], other: &str) -> usize {
    let mut row: Vec<usize> = (0..=text.len()).collect();
    for (n, there) in other.chars().take(40).enumerate() {
        let mut next = vec![n + 1];
        for (at, here) in text.iter().enumerate() {
            let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX - 1);
            let changed = cell(&row, at) + usize::from(*here != there);
            next.push(changed.min(cell(&row, at + 1) + 1).min(cell(&next, at) + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_may_be_named_is_offered_with_the_place_where_several_bear_the_name() {
        use crate::domain::person::{Mention, Name};
        let mut book = Book::default();
        for (id, name, place) in [("p1", "Ann Lee", "Acme"), ("p2", "Ann Lee", "Bolt"), ("p3", "Anton Ek", "")] {
            let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
            book.put(Person { id, name, organisation: Some(Mention(place.into())), ..Person::default() }.into());
        }
        assert_eq!(find_called(&book, "ann l", 4), ["Ann Lee, Acme", "Ann Lee, Bolt"]);
        assert_eq!(find_called(&book, "anto", 4), ["Anton Ek"]);
        assert_eq!(find_called(&book, "Anton Ek", 4), [""; 0], "it is written already");
        assert_eq!(find_called(&book, "", 4), [""; 0]);
    }
    use crate::domain::organisation::Organisation;
    use crate::domain::person::{Mention, Name, Reach, ReachKind};

    fn book() -> Book {
        let mut book = Book::default();
        book.put(Organisation { id: "o1".parse().unwrap(), name: "Société Générale".into(), trashed: false }.into());
        let people = [("p1", "Élise Dupont", "+1 (555) 010-1234"), ("p2", "Fred Ito", ""), ("p3", "Alfred Roy", "")];
        for (id, name, phone) in people {
            let reach = vec![Reach { kind: ReachKind::Phone, label: String::new(), value: phone.into() }];
            let id = id.parse().unwrap();
            book.put(Person { id, name: Name::new(name).unwrap(), reach, ..Person::default() }.into());
        }
        let fred = book.person("p2".parse().unwrap()).unwrap().clone();
        book.put(Person { organisation: Some(Mention("o1".into())), note: "Likes chess".into(), ..fred }.into());
        book
    }

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = find_people(&book(), text, 9).iter().map(PersonId::to_string).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn people_are_found_by_any_part_whatever_the_case_and_accents() {
        check("ELISE", &["p1"]);
        check("pont eli", &["p1"]);
        check("fred", &["p2", "p3"]);
        check("generale", &["p2"]);
        check("ito chess", &["p2"]);
        check("5550101234", &["p1"]);
        check("555-0101", &["p1"]);
        check("", &[]);
        check("nobody", &[]);
    }

    #[test]
    fn b9_who_was_written_twice_is_found_by_every_name() {
        use crate::domain::merged::Merged;
        let mut book = book();
        let id = |text: &str| text.parse::<PersonId>().unwrap();
        let found = |book: &Book, text: &str| find_people(book, text, 9);
        let once = Person { id: id("p4"), name: Name::new("Zelda Quist").unwrap(), ..Person::default() };
        book.put(once.clone().into());
        assert_eq!(found(&book, "quist"), [id("p4")]);
        let merged = Merged { into: id("p1"), ..Merged::default() };
        book.put(Person { merged: Some(Box::new(merged)), ..once.clone() }.into());
        for text in ["quist", "ZELDA", "quist zel", "dupont"] {
            assert_eq!(found(&book, text), [id("p1")], "{text}");
        }
        book.put(once.into());
        assert_eq!(found(&book, "quist"), [id("p4")], "parted again, they are found as themselves");
    }

    #[test]
    fn organisations_are_found_by_the_beginnings_of_their_words() {
        for (text, found) in [("gen", 1), ("SOC", 1), ("generale soc", 1), ("nerale", 0), ("", 0)] {
            assert_eq!(find_organisations(&book(), text, 9).len(), found, "{text}");
        }
    }

    #[test]
    fn r69_an_event_is_found_by_its_name_or_place_those_to_come_first() {
        use crate::domain::event::Event;
        let mut book = Book::default();
        let events = [
            ("e1", "Autumn supper", Some("2026-10-02"), "Café Élan", false),
            ("e2", "Breakfast", Some("2026-12-01"), "The Elan", false),
            ("e3", "Winter supper", None, "", false),
            ("e4", "Supper in the trash", Some("2026-12-02"), "", true),
        ];
        for (id, name, on, place, trashed) in events {
            let on = on.map(|day| day.parse().unwrap());
            let (id, name, place) = (id.parse().unwrap(), name.into(), place.into());
            book.put(Event { id, name, on, place, trashed, ..Event::default() }.into());
        }
        let today = "2026-11-21".parse().unwrap();
        let found =
            |text: &str| -> Vec<String> { find_events(&book, text, today, 9).iter().map(EventId::to_string).collect() };
        assert_eq!(found("elan"), ["e2", "e1"]);
        assert_eq!(found("SUPPER"), ["e3", "e1"]);
        assert_eq!(found("cafe supper"), ["e1"]);
        assert_eq!((found("lunch"), found(" ")), (vec![], vec![]));
        assert_eq!(find_events(&book, "elan", today, 1).len(), 1);
    }

    #[test]
    fn a_slip_of_the_finger_still_finds_who_is_meant() {
        let near = |text: &str| nearest(&book(), text).map(|id| id.to_string());
        assert_eq!(near("Dupomt").as_deref(), Some("p1"));
        assert_eq!(near("Alferd Roy").as_deref(), Some("p3"));
        assert_eq!(near("Lindquist"), None);
        assert_eq!(near("Bo"), None);
    }
}
