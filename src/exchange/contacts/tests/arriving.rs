//! What comes of files in a book and in the holding pool.

use super::*;
use crate::domain::book::Book;
use crate::domain::id::{Mint, PersonId, Session};
use crate::domain::person::{Name, Person};

/// The rows of an arrival into a book, as `line name: verdict`.
fn arrivals(book: &Book, bytes: &[u8]) -> (Vec<String>, Arrival) {
    arrivals_into(book, bytes, Destination::Book)
}

fn arrivals_into(book: &Book, bytes: &[u8], into: Destination) -> (Vec<String>, Arrival) {
    let reading = read(bytes).unwrap();
    let mut mint = Mint::new(Session::of_bits(9 + book.pool().len() as u64));
    let arrival = arrive(book, &reading, into, "file.csv", "2026-11-21".parse().unwrap(), &mut mint);
    let counts = arrival.counts();
    let rows = reading.contacts.len() + reading.refused.len();
    assert_eq!(rows, counts.new + counts.same + counts.updated + counts.refused);
    let word = |verdict: &Verdict| match verdict {
        Verdict::New => "new".to_string(),
        Verdict::Perhaps(found) => format!("new, perhaps {}", found.person),
        Verdict::Updates(id) => format!("updates {id}"),
        Verdict::Waiting(id) => format!("waiting {id}"),
        Verdict::News(id) => format!("news of {id}"),
        Verdict::Already(id) => format!("already {id}"),
        Verdict::Same(line) => format!("same as line {line}"),
    };
    let rows = arrival.rows.iter().map(|row| format!("{} {}: {}", row.line, row.name, word(&row.verdict)));
    (rows.collect(), arrival)
}

fn with(mut book: Book, arrival: Arrival) -> Book {
    arrival.change.records.into_iter().for_each(|record| book.put(record));
    book
}

#[test]
fn the_same_file_twice_brings_nobody_new() {
    for file in [
        &fixture!("google.csv")[..],
        fixture!("google-before-2024.csv"),
        fixture!("outlook.csv"),
        fixture!("outlook-german.csv"),
        fixture!("outlook-french.csv"),
        fixture!("hubspot-german.csv"),
        fixture!("monica.json"),
        fixture!("linkedin.csv"),
        fixture!("google-whole.csv"),
        fixture!("google-oldest.csv"),
        fixture!("outlook-whole.csv"),
        fixture!("linkedin-quoted.csv"),
        fixture!("google.vcf"),
        fixture!("quirks.vcf"),
        fixture!("uids.vcf"),
        fixture!("hubspot.csv"),
        fixture!("open-quote.csv"),
        fixture!("names.csv"),
        fixture!("apple.vcf"),
        fixture!("phone-2.1.vcf"),
        fixture!("cut-in-half.vcf"),
    ] {
        let (_, first) = arrivals(&Book::default(), file);
        assert!(first.counts().new > 0);
        let (rows, second) = arrivals(&with(Book::default(), first), file);
        assert_eq!((second.counts().new, second.change.records.len()), (0, 0), "{rows:?}");
    }
}

#[test]
fn a_profile_tells_namesakes_apart() {
    let (rows, _) = arrivals(&Book::default(), fixture!("linkedin.csv"));
    assert_eq!(rows[3..], ["9 Hana Nováková: same as line 5", "10 Hana Nováková: new"]);
    let (rows, _) = arrivals(&Book::default(), fixture!("linkedin-quoted.csv"));
    assert_eq!(rows, ["5 Ida Holm: new", "6 Ida Holm: same as line 5"], "name and place, where there is no profile");
}

#[test]
fn whoever_shares_an_address_or_a_number_is_here_already() {
    let before = "Name,Email,Phone,Company\nJim Halloran,jim@bank.example,+1 202 555 0107,Harbour Bank\nAnn Lee,,,\n";
    let (_, arrival) = arrivals(&Book::default(), before.as_bytes());
    let book = with(Book::default(), arrival);
    let after = "Name,Email,Phone,Company\nJAMES HALLORAN,Jim@Bank.example,,\nJim Halloran,,(202) 555-0107,\n\
        Jim Halloran,other@mail.example,,\nann lee,,,Acme\nAnn Lee,ann@lee.example,,harbour bank\nBob,,555-0101,Acme\nBob,,555-0102,Acme\n";
    let (rows, arrival) = arrivals(&book, after.as_bytes());
    assert_eq!(
        rows,
        [
            "2 JAMES HALLORAN: already 0000000009-1",
            "3 Jim Halloran: same as line 2",
            "4 Jim Halloran: new, perhaps 0000000009-1",
            "5 ann lee: updates 0000000009-2",
            "6 Ann Lee: new, perhaps 0000000009-2",
            "7 Bob: new",
            "8 Bob: new",
        ]
    );
    let places: Vec<_> =
        arrival.change.records.iter().filter(|r| r.kind() == crate::domain::kind::Kind::Organisation).collect();
    assert_eq!(places.len(), 1, "Harbour Bank is in the book, and Acme comes once");
}

#[test]
fn b7_whoever_referred_them_is_found_in_the_book_or_in_the_file() {
    let (_, arrival) = arrivals(&Book::default(), fixture!("google.csv"));
    let book = with(Book::default(), arrival);
    let fred = book.people_named("Fred Kenji Ito Jr.").next().unwrap();
    let connie = book.people_named("Connie Alvarez").next().unwrap();
    assert_eq!(fred.met_through.as_ref().and_then(|mention| mention.id()), Some(connie.id.0));
}

#[test]
fn r12_who_comes_from_a_file_says_so_and_has_not_been_asked() {
    let (_, arrival) = arrivals(&Book::default(), fixture!("google.csv"));
    let book = with(Book::default(), arrival);
    assert!(book.people().next().is_some());
    for person in book.people() {
        assert_eq!(person.provenance, "from file.csv, 2026-11-21");
        assert_eq!(person.consent, Some(crate::domain::person::Consent::NotAsked));
    }
}

#[test]
fn r12_the_connections_of_a_network_and_a_file_of_hundreds_wait_in_the_pool() {
    let belongs = |bytes: &[u8]| read(bytes).unwrap().belongs();
    let many = format!("Name\n{}", (0..301).map(|n| format!("Ann{n} Lee\n")).collect::<String>());
    assert_eq!((belongs(fixture!("linkedin.csv")), belongs(many.as_bytes())), (Destination::Pool, Destination::Pool));
    assert_eq!((belongs(fixture!("google.csv")), belongs(b"Name\nAnn Lee\n")), (Destination::Book, Destination::Book));
}

#[test]
fn r12_a_file_goes_into_the_pool_once_and_nothing_of_it_into_the_book() {
    for file in [&fixture!("linkedin.csv")[..], fixture!("google.csv"), fixture!("apple.vcf")] {
        let (_, first) = arrivals_into(&Book::default(), file, Destination::Pool);
        let new = first.counts().new;
        let book = with(Book::default(), first);
        assert_eq!((book.pool().len(), book.people().count(), book.organisations().count()), (new, 0, 0));
        let all: Vec<_> = book.pool().cards().iter().filter_map(|card| book.connection(card.id)).collect();
        assert!(all.iter().all(|one| one.provenance == "from file.csv, 2026-11-21"));
        let (rows, again) = arrivals_into(&book, file, Destination::Pool);
        assert_eq!((again.counts().new, again.change.edits(&book).len()), (0, 0), "{rows:?}");
        assert_eq!(again.counts().waiting, new, "{rows:?}");
    }
    let (_, first) = arrivals_into(&Book::default(), fixture!("google.csv"), Destination::Book);
    let (_, second) = arrivals_into(&with(Book::default(), first), fixture!("google.csv"), Destination::Pool);
    assert_eq!(second.change.records.len(), 0, "who is in the book does not wait outside it");
}

#[test]
fn r12_who_waits_is_brought_into_the_book_by_a_file_that_goes_there_with_what_both_know() {
    let head = "Name,Title,Company,LinkedIn URL,Email\n";
    let first = format!("{head}Naomi Feld,COO,Acme,https://www.linkedin.com/in/naomi,\nBo Ek,,,,\n");
    let (_, arrival) = arrivals_into(&Book::default(), first.as_bytes(), Destination::Pool);
    let book = with(Book::default(), arrival);
    let then =
        format!("{head}Naomi Feld,,,linkedin.com/in/Naomi/,n@feld.example\nNaomi Feld,,,linkedin.com/in/naomi,\n");
    let (rows, arrival) = arrivals(&book, then.as_bytes());
    assert!(rows[0].contains("news of") && rows[1].ends_with("same as line 2"), "{rows:?}");
    let book = with(book, arrival);
    let naomi = book.people().next().unwrap();
    assert_eq!((book.people().count(), book.pool().len()), (1, 1));
    assert_eq!((naomi.title.as_str(), book.workplace(naomi), naomi.reach.len()), ("COO", "Acme", 2));
}

#[test]
fn r12_a_newer_file_tells_the_pool_where_somebody_works_now_and_wipes_nothing() {
    let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    let file = |row: &str| format!("{head}Naomi,Feld,https://www.linkedin.com/in/naomi,{row},12 Mar 2024\n");
    let (_, arrival) = arrivals_into(&Book::default(), file("n@feld.example,Acme,COO").as_bytes(), Destination::Pool);
    let book = with(Book::default(), arrival);
    for (row, expected) in [("n@feld.example,Acme,COO", 0), (",,", 0), (",Bolt,CEO", 1)] {
        let (rows, again) = arrivals_into(&book, file(row).as_bytes(), Destination::Pool);
        assert_eq!((again.counts().news, again.counts().new, again.counts().waiting), (expected, 0, 1), "{rows:?}");
        let written = again.change.edits(&book);
        assert_eq!(written.len(), expected, "{written:?}");
    }
    let (_, again) = arrivals_into(&book, file("n@new.example,Bolt,CEO").as_bytes(), Destination::Pool);
    let book = with(book, again);
    let naomi = book.connection(book.pool().cards()[0].id).unwrap();
    assert_eq!((naomi.organisation.as_str(), naomi.title.as_str(), naomi.reach.len()), ("Bolt", "CEO", 3));
}

#[test]
fn r12_who_became_somebody_else_of_the_book_is_known_by_the_old_name_too() {
    let file = b"Name\nJim Ito\nJames Ito-Bell\n";
    let (_, arrival) = arrivals(&Book::default(), file);
    let mut book = with(Book::default(), arrival);
    let people: Vec<_> = book.people().map(|person| person.id).collect();
    let merge = crate::domain::merged::MergeDraft::of(people.clone());
    let change = merge.change(&book, "2026-11-21".parse().unwrap()).unwrap();
    change.records.into_iter().for_each(|record| book.put(record));
    assert_eq!(book.people().count(), 1);
    let (rows, again) = arrivals(&book, file);
    assert_eq!((again.counts().new, again.change.edits(&book).len()), (0, 0), "{rows:?}");
}

#[test]
fn two_firms_in_one_file_are_two_people_though_the_book_knows_no_firm_of_that_name() {
    let mut book = Book::default();
    let id: PersonId = "p1".parse().unwrap();
    book.put(Person { id, name: Name::new("Elisa Orr").unwrap(), ..Person::default() }.into());
    let file = b"Name,Company\nElisa Orr,Acme\nElisa Orr,Bolt\nElisa Orr,Acme\n";
    let (rows, second) = arrivals(&book, file);
    assert_eq!(rows[0], format!("2 Elisa Orr: updates {id}"));
    assert!(rows[1].starts_with("3 Elisa Orr: new"), "{rows:?}");
    assert_eq!(rows[2], "4 Elisa Orr: same as line 2");
    let (again, third) = arrivals(&with(book, second), file);
    assert_eq!(third.counts().new, 0, "{again:?}");
}
