use super::*;
use crate::domain::book::Book;
use crate::domain::person::{Mention, Name, Person, Reach, ReachKind};
use crate::domain::setting::Setting;

fn reach(text: &str) -> Reach {
    let kind = if text.contains('@') {
        ReachKind::Email
    } else if text.contains('/') {
        ReachKind::Profile
    } else if text.contains("Oak") {
        ReachKind::Address
    } else {
        ReachKind::Phone
    };
    Reach { kind, label: String::new(), value: text.into() }
}

/// A person a line: `name | place | reach | reach`.
fn book(lines: &[&str]) -> Book {
    let mut book = Book::default();
    let country = crate::domain::country::Country::parse("US");
    book.put(Setting { country, ..Setting::named("choices") }.into());
    for (n, line) in (1..).zip(lines) {
        let mut parts = line.split('|').map(str::trim);
        let name = Name::new(parts.next().unwrap()).unwrap();
        let place = parts.next().filter(|place| !place.is_empty()).map(|place| Mention(place.into()));
        let id = format!("p{n}").parse().unwrap();
        let (facts, reach): (Vec<&str>, Vec<&str>) = parts.partition(|part| part.starts_with("Birthday"));
        let reach = reach.into_iter().map(self::reach).collect();
        book.put(Person { id, name, organisation: place, reach, facts: facts.join("\n"), ..Person::default() }.into());
    }
    book
}

fn found(lines: &[&str]) -> Vec<String> {
    let book = book(lines);
    let said = |cluster: &Cluster| {
        let mut people: Vec<String> = cluster.people.iter().map(PersonId::to_string).collect();
        people.sort();
        people.join(" ")
    };
    let mut all: Vec<String> = Found::of(&book).clusters(&book).iter().map(said).collect();
    all.sort();
    all
}

#[test]
fn b9_one_person_is_found_twice_by_name_address_number_profile_or_birthday() {
    for two in [
        ["Fred Ito | | fred@acme.example", "Frederick Ito | Acme | FRED@ACME.example"],
        ["Fred Ito | | (202) 555-0101", "ITO, Fred | | +1 202 555 0101"],
        ["Fred Ito | Acme | https://linkedin.com/in/fred-ito", "Fred Ito-Lang | Bolt | www.linkedin.com/in/fred-ito/"],
        ["Dana Lindqvist | Acme | d@acme.example", "Dana Lindquist | Acme"],
        ["Иван Петров | | +1 202 555 0102", "Ivan Petrov | | 202 555 0102"],
        ["Peggy Olsen | | | Birthday: 9 May 1960", "Margaret Olsen | | | Birthday: 1960-05-09"],
        ["Connie Alvarez", "Connie Alvarez | Harbour | connie@harbour.example"],
        ["J. Alvarez | | jim@alvarez.example", "Jim Alvarez | | jim@alvarez.example"],
        ["Bob | | 202 555 0103", "Robert Hale | | 202-555-0103"],
        ["Maria Gomez | | 202 555 0104", "Maria Kern | | 202-555-0104"],
        ["朱强 | | qiang@zhu.example", "Qiang Zhu | | qiang@zhu.example"],
        ["Maria Garcia | | 12 Oak St., Denver", "Maria Garcia | | 12 Oak Street, Denver, CO 80214"],
        ["Maria Garcia | Acme Paint", "Maria Garcia | | maria@acmepaint.example"],
        ["Lothar Krause - plumber | | 202 555 0105", "Lothar Krause / work | | 202 555 0105"],
    ] {
        assert_eq!(found(&two), ["p1 p2"], "{two:?}");
    }
}

#[test]
fn b9_a_family_a_namesake_and_an_office_are_not_one_person() {
    for two in [
        ["Anna Hale | | hale@home.example | 202 555 0101", "Peter Hale | | hale@home.example | 202 555 0101"],
        ["John Smith | Acme | john@acme.example | 2025550101", "John Smith | Bolt | js@bolt.example | 2025550199"],
        ["Ann Lee | Acme | info@acme.example", "Bo Ek | Acme | info@acme.example"],
        ["John Smith Jr. | | smith@home.example", "John Smith Sr. | | smith@home.example"],
        ["Ann Lee | | ann@x.example | Birthday: 9 May 1960", "Ann Lee | | ann@y.example | Birthday: 1 June 1971"],
        ["Marta Kern | Acme", "Maria Kern | Acme"],
        ["Cher", "Cher"],
        ["James Hale | | 12 Oak Street", "James Hale Jr. | | 12 Oak St."],
        ["Henry Lindqvist | | 202 555 0101", "Michael Henry Lindqvist"],
        ["Pilar Lindqvist | Acme | pilar@acme.example", "Pilar Lindqvist | Acme | pilar7@acme.example"],
        ["朱强 | | 202 555 0101", "Siobhan Walker | | 202 555 0101"],
    ] {
        assert_eq!(found(&two), [""; 0], "{two:?}");
    }
}

#[test]
fn b9_a_name_that_many_bear_is_no_reason_in_a_large_book_and_a_rare_one_is() {
    let others: Vec<String> = (0..1_200).map(|n| format!("Person{n} Other{n}")).collect();
    let found = |two: [&'static str; 2]| {
        let lines: Vec<&str> = two.into_iter().chain(others.iter().map(String::as_str)).collect();
        found(&lines)
    };
    let none: [&str; 0] = [];
    assert_eq!(found(["Maria Garcia | | 202 555 0101", "Maria Garcia | | maria@home.example"]), none);
    assert_eq!(found(["Maria Lindqvistson | | 202 555 0101", "Maria Lindqvistson | | m@home.example"]), ["p1 p2"]);
}

#[test]
fn b9_entries_of_one_person_are_gathered_and_a_third_of_another_name_is_not() {
    let lines = [
        "Fred Ito | | fred@acme.example",
        "Freddie Ito | | fred@acme.example | 202 555 0101",
        "F. Ito | | 202 555 0101 | fred@acme.example",
        "Ann Ito | | 202 555 0101 | fred@acme.example",
    ];
    assert_eq!(found(&lines), ["p1 p2 p3"]);
}

#[test]
fn b9_a_search_by_steps_finds_what_one_in_one_go_finds() {
    let lines: Vec<String> = (0..60).map(|n| format!("Fred Ito{} | | fred{}@acme.example", n % 20, n % 30)).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let book = book(&lines);
    let whole = Found::of(&book);
    assert!(!whole.pairs.is_empty());
    for upto in [1, 7, 59, 60, 61] {
        let mut search = DuplicateSearch::begin(&book);
        let (mut steps, mut last) = (0, 0);
        let found = loop {
            assert!(search.percent() >= last && search.percent() <= 100);
            last = search.percent();
            steps += 1;
            if let Some(found) = search.step(&book, upto) {
                break found;
            }
        };
        assert_eq!(found.pairs, whole.pairs, "by {upto}");
        assert!(steps > 60 / upto);
    }
}

#[test]
fn r12_somebody_from_elsewhere_is_probably_somebody_of_the_book() {
    let book = book(&[
        "Frederick Ito | Acme | fred@acme.example",
        "Ann Lee | Acme",
        "Bo Ek | Bolt | Birthday: 1 June 1971",
        "Cy Roy | | cy@x.example",
        "Cy Roy | | roy@x.example",
    ]);
    let faces = DuplicateIndex::of(&book);
    let probably = |name: &str, reach: &[Reach], place: &str| {
        let found = faces.probably(&Stranger { name, reach, place, birthday: "9 May 1960".parse().ok() });
        found.map(|found| (found.person.to_string(), found.likeness.certainty))
    };
    assert_eq!(probably("Fred Ito", &[reach("fred@acme.example")], ""), Some(("p1".into(), Certainty::Sure)));
    assert_eq!(probably("Lee Ann", &[reach("202 555 0101")], "ACME Inc."), Some(("p2".into(), Certainty::Likely)));
    assert_eq!(probably("Zoe Bell", &[reach("fred@acme.example")], "Acme"), None);
    assert_eq!(probably("Bo Ek", &[], "Bolt"), None, "the birthday says that they are two");
    assert_eq!(probably("Cy Roy", &[], ""), Some(("p4".into(), Certainty::Perhaps)), "of two the first");
}
