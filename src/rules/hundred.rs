//! The Hundred: the people I know best, in an order of my own (R4, R5).

use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::fold::fold;
use crate::domain::id::{ConnectionId, Mint, PersonId};
use crate::domain::order::sort_by_key;
use crate::domain::person::{Name, Person, Role};
use crate::domain::record::Record;
use crate::domain::referral::Referral;
use crate::rules::last_contact::last_contact;
use crate::rules::tier::tier;
use std::cmp::Reverse;

/// How many people the list holds.
pub const MOST: usize = 100;
const FULL: &str = "The list is full: a hundred is all it holds. Take somebody off first.";

/// The people of the list, the one known best first. Two devices may give two people one rank; the order of the ids tells
/// them apart then, and the next move makes the ranks strict again.
pub fn hundred(book: &Book) -> Vec<PersonId> {
    let mut listed: Vec<&Person> = book.people().filter(|person| person.rank.is_some()).collect();
    sort_by_key(&mut listed, |person| (person.rank, person.id));
    listed.into_iter().map(|person| person.id).collect()
}

/// The change that puts this person on the list at this place, 1 for the first; those from there on move down by one. A
/// place past the end is the end.
///
/// # Errors
/// When the person is gone, or the list is full and they are not on it.
pub fn placed(book: &Book, person: PersonId, place: usize) -> Result<Change, Problems> {
    if book.live_person(person).is_none() {
        return Err(Problems::one("form", "This person is not in your book any more."));
    }
    let mut order = hundred(book);
    let was_on = order.contains(&person);
    if !was_on && order.len() >= MOST {
        return Err(Problems::one("form", FULL));
    }
    order.retain(|one| *one != person);
    order.insert(place.clamp(1, order.len() + 1) - 1, person);
    Ok(ranked(book, &order))
}

/// The change that puts somebody of this name at the end of the list: one of the book who is not on it yet, one of the
/// holding pool, or somebody new; and the line they stand on.
///
/// # Errors
/// What is wrong, under `name`: it is no name, everybody of that name stands on the list, or the list is full.
pub fn added(book: &Book, name: &str, mint: &mut Mint) -> Result<(usize, Change), Problems> {
    let wrong = |why: String| Problems::one("name", why);
    let name = Name::new(name).map_err(|why| wrong(why.to_string()))?;
    let order = hundred(book);
    if order.len() >= MOST {
        return Err(wrong(FULL.to_string()));
    }
    let named: Vec<PersonId> = book.people_named(name.as_str()).map(|person| person.id).collect();
    let place = order.len() + 1;
    if named.is_empty() {
        let folded = fold(name.as_str());
        if let Some(card) = book.pool().cards().iter().find(|card| card.name() == folded) {
            return from_pool(book, card.id, mint);
        }
        let rank = u32::try_from(place).ok();
        let someone = Person { id: PersonId(mint.id()), name, rank, ..Person::default() };
        let mut change = ranked(book, &order);
        change.records.push(someone.into());
        return Ok((place, change));
    }
    match named.into_iter().find(|id| !order.contains(id)) {
        Some(id) => placed(book, id, place).map(|change| (place, change)),
        None => Err(wrong(format!("{name} stands on your list already."))),
    }
}

/// The change that takes somebody from the holding pool into the book and puts them at the end of the list, and the line
/// they stand on.
///
/// # Errors
/// When they do not wait any more, stand on the list already, or the list is full.
pub fn from_pool(book: &Book, id: ConnectionId, mint: &mut Mint) -> Result<(usize, Change), Problems> {
    let order = hundred(book);
    if order.len() >= MOST {
        return Err(Problems::one("name", FULL));
    }
    let (taken, mut change) = book.take_in(&[id], mint)?;
    let place = order.len() + 1;
    for record in &mut change.records {
        if let Record::Person(person) = record
            && taken.contains(&person.id)
        {
            if order.contains(&person.id) {
                return Err(Problems::one("name", format!("{} stands on your list already.", person.name)));
            }
            person.rank = u32::try_from(place).ok();
        }
    }
    change.records.extend(ranked(book, &order).records);
    Ok((place, change))
}

/// The change that puts this person on the line that was typed.
///
/// # Errors
/// What is wrong, under `line` or `form`.
pub fn moved_to(book: &Book, person: PersonId, typed: &str) -> Result<Change, Problems> {
    match typed.trim().parse::<usize>() {
        Ok(line) if (1..=MOST).contains(&line) => placed(book, person, line),
        _ => Err(Problems::one("line", "Write the number of a line, from 1 to 100.")),
    }
}

/// The change that takes this person off the list; those below move up.
pub fn taken_off(book: &Book, person: PersonId) -> Change {
    let mut order = hundred(book);
    order.retain(|one| *one != person);
    let mut change = ranked(book, &order);
    change.records.extend(book.person(person).cloned().map(|p| Record::from(Person { rank: None, ..p })));
    change
}

/// The people of the list in the order Kith would suggest: by tier, then by how good the relationship is, by sales that
/// began with them or were to them, by the referrals they gave, and by the latest word between us. Where all of this is
/// equal the order of one's own stays (R5).
pub fn suggested(book: &Book) -> Vec<PersonId> {
    let mut order = hundred(book);
    sort_by_key(&mut order, |id| {
        let person = book.person(*id);
        let won = |referral: &&Referral| referral.won_on().is_some();
        let (from, to) = (book.referrals_from(*id), book.referrals_to(*id));
        let sales = book.referrals_from(*id).filter(won).count() + to.filter(won).count();
        let client = person.is_some_and(|p| p.is(&Role::Client) || p.is(&Role::PastClient));
        (
            person.map(|person| tier(book, person)),
            Reverse(person.and_then(|person| person.rating)),
            Reverse(sales + usize::from(client)),
            Reverse(from.count()),
            Reverse(last_contact(book, *id)),
        )
    });
    order
}

/// The change that brings the list into the order suggested, and how many lines move (R5).
pub fn ordered(book: &Book) -> (usize, Change) {
    let change = ranked(book, &suggested(book));
    (change.records.len(), change)
}

/// Gives everyone in this order their place, and writes only those whose place changes.
fn ranked(book: &Book, order: &[PersonId]) -> Change {
    let places = (1..).zip(order).filter_map(|(rank, id)| Some((Some(rank), book.person(*id)?)));
    let moved = places.filter(|(rank, person)| person.rank != *rank);
    Change { records: moved.map(|(rank, person)| Person { rank, ..person.clone() }.into()).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(people: &[(&str, Option<u32>)]) -> Book {
        let mut book = Book::default();
        for (id, rank) in people {
            book.put(Person { id: id.parse().unwrap(), rank: *rank, ..Person::default() }.into());
        }
        book
    }

    fn told(book: &Book) -> String {
        let names: Vec<String> = hundred(book).iter().map(PersonId::to_string).collect();
        names.join(" ")
    }

    fn place(book: &mut Book, id: &str, place: usize) -> usize {
        let change = placed(book, id.parse().unwrap(), place).unwrap();
        let written = change.records.len();
        change.records.into_iter().for_each(|record| book.put(record));
        written
    }

    #[test]
    fn r5_the_order_is_strict_and_moving_one_moves_those_between() {
        let mut book = book(&[("a", Some(1)), ("b", Some(2)), ("c", Some(3)), ("d", Some(4)), ("e", None)]);
        assert_eq!(place(&mut book, "d", 2), 3);
        assert_eq!(told(&book), "a d b c");
        place(&mut book, "a", 99);
        assert_eq!(told(&book), "d b c a");
        place(&mut book, "e", 0);
        assert_eq!(told(&book), "e d b c a");
        assert_eq!(place(&mut book, "c", 4), 0, "who is there already is not moved");
    }

    #[test]
    fn r5_the_order_suggested_goes_by_tier_rating_business_referrals_and_the_last_word() {
        use crate::domain::person::{Rating, Tier};
        use crate::domain::referral::{End, Outcome};
        use crate::domain::touch::Touch;
        let mut book = Book::default();
        let order = ["plain", "spoken", "giver", "seller", "four", "five", "set", "other"];
        for (rank, id) in (1..).zip(order) {
            let rating = match id {
                "four" => 4,
                "five" => 5,
                _ => 3,
            };
            let tier = (id == "set").then_some(Tier::A);
            let (id, rating) = (id.parse().unwrap(), Rating::try_from(rating).ok());
            book.put(Person { id, rating, tier, rank: Some(rank), ..Person::default() }.into());
        }
        for (id, source, won) in [("r1", "giver", false), ("r2", "seller", true)] {
            let kind = if won { End::Won } else { End::Open };
            let outcome = Outcome { kind, on: "2026-11-01".parse().ok().filter(|_| won), ..Outcome::default() };
            let (source, prospect) = (source.parse().unwrap(), "x".parse().unwrap());
            book.put(Referral { id: id.parse().unwrap(), source, prospect, outcome, ..Referral::default() }.into());
        }
        let (id, person, on) = ("t1".parse().unwrap(), "spoken".parse().unwrap(), "2026-11-20".parse().unwrap());
        book.put(Touch { id, person, on, ..Touch::default() }.into());
        let (moved, change) = ordered(&book);
        change.records.into_iter().for_each(|record| book.put(record));
        assert_eq!(told(&book), "five set four seller giver spoken plain other");
        assert_eq!((moved, ordered(&book).0), (6, 0));
    }

    #[test]
    fn r5_who_is_in_the_trash_leaves_the_list_and_comes_back_to_their_line() {
        let mut book = book(&[("a", Some(1)), ("b", Some(2)), ("c", Some(3))]);
        let put = |book: &mut Book, trashed| {
            let change = book.trash_person("b".parse().unwrap(), trashed).unwrap();
            change.records.into_iter().for_each(|record| book.put(record));
        };
        put(&mut book, true);
        assert_eq!(told(&book), "a c");
        assert!(placed(&book, "b".parse().unwrap(), 1).is_err(), "nobody is put on the list out of the trash");
        put(&mut book, false);
        assert_eq!(told(&book), "a b c");
        put(&mut book, true);
        place(&mut book, "c", 1);
        put(&mut book, false);
        assert_eq!(told(&book), "c a b", "the lines were given away meanwhile; the order stays strict");
    }

    #[test]
    fn r5_equal_ranks_of_two_devices_become_strict_with_the_next_move() {
        let mut book = book(&[("b", Some(1)), ("a", Some(1)), ("c", Some(7))]);
        assert_eq!(told(&book), "a b c");
        place(&mut book, "c", 1);
        let ranks: Vec<Option<u32>> = hundred(&book).iter().map(|id| book.person(*id).unwrap().rank).collect();
        assert_eq!(ranks, [Some(1), Some(2), Some(3)]);
    }

    #[test]
    fn r4_a_name_is_put_on_the_list_from_the_book_or_as_somebody_new() {
        let mut mint = Mint::new(crate::domain::id::Session::of_bits(1));
        let mut book = book(&[("a", Some(1))]);
        for id in ["b", "c"] {
            let name = Name::new("Ann Lee").unwrap();
            book.put(Person { id: id.parse().unwrap(), name, ..Person::default() }.into());
        }
        let mut add = |book: &mut Book, name: &str| {
            let (place, change) = added(book, name, &mut mint).map_err(|why| why.to_string())?;
            change.records.into_iter().for_each(|record| book.put(record));
            Ok::<usize, String>(place)
        };
        assert_eq!(add(&mut book, "Ann Lee"), Ok(2));
        assert_eq!(add(&mut book, "Ann Lee"), Ok(3), "another of the same name");
        assert_eq!(add(&mut book, "Ann Lee"), Err("Ann Lee stands on your list already.".into()));
        assert_eq!(add(&mut book, " Bo "), Ok(4));
        assert_eq!(add(&mut book, " "), Err("Write a name.".into()));
        assert_eq!((hundred(&book).len(), book.people().count()), (4, 4));
        assert!(told(&book).starts_with("a b c "));
    }

    #[test]
    fn r4_r12_a_name_of_the_holding_pool_comes_into_the_book_with_its_line() {
        use crate::domain::connection::Connection;
        let mut mint = Mint::new(crate::domain::id::Session::of_bits(1));
        let mut book = book(&[("a", Some(1))]);
        for (id, name) in [("c1", "Naomi Feld"), ("c2", "Bo Ek")] {
            let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
            book.put(Connection { id, name, provenance: "from a file".into(), ..Connection::default() }.into());
        }
        let (place, change) = added(&book, "naomi feld", &mut mint).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        let (next, change) = from_pool(&book, "c2".parse().unwrap(), &mut mint).unwrap();
        change.records.into_iter().for_each(|record| book.put(record));
        assert_eq!((place, next, hundred(&book).len(), book.waiting()), (2, 3, 3, 0));
        assert!(book.people_named("Naomi Feld").all(|person| person.provenance == "from a file"));
        assert!(from_pool(&book, "c2".parse().unwrap(), &mut mint).is_err());
    }

    #[test]
    fn r5_a_line_is_typed_as_a_number_of_the_list() {
        let book = book(&[("a", Some(1)), ("b", Some(2))]);
        let id: PersonId = "b".parse().unwrap();
        assert_eq!(moved_to(&book, id, " 1 ").map(|change| change.records.len()), Ok(2));
        for typed in ["0", "101", "first", ""] {
            assert!(moved_to(&book, id, typed).unwrap_err().of("line").is_some(), "{typed}");
        }
    }

    #[test]
    fn r4_a_full_list_takes_nobody_more_and_the_trash_is_not_on_it() {
        let ids: Vec<String> = (0..=MOST).map(|n| format!("p{n:03}")).collect();
        let mut people: Vec<(&str, Option<u32>)> =
            ids.iter().zip(1..).map(|(id, rank)| (id.as_str(), Some(rank).filter(|r| *r <= 100))).collect();
        let mut full = book(&people);
        let late: PersonId = "p100".parse().unwrap();
        assert!(placed(&full, late, 1).unwrap_err().of("form").is_some_and(|why| why.contains("full")));
        let first = full.trash_person("p000".parse().unwrap(), true).unwrap();
        first.records.into_iter().for_each(|record| full.put(record));
        assert_eq!(hundred(&full).len(), 99);
        assert!(placed(&full, late, 1).is_ok());
        people.truncate(2);
        let mut two = book(&people);
        taken_off(&two, "p000".parse().unwrap()).records.into_iter().for_each(|record| two.put(record));
        assert_eq!((told(&two).as_str(), two.person("p001".parse().unwrap()).unwrap().rank), ("p001", Some(1)));
        assert!(placed(&two, "nobody".parse().unwrap(), 1).is_err());
    }
}
