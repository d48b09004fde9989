use super::*;
use crate::domain::id::Session;
use crate::domain::person::Mention;
use crate::exchange::contact_reader::read;
use crate::exchange::contacts::{Destination, ImportWriter};
use crate::exchange::tree::outline;
use crate::message::links::{doubt, title};
use crate::message::tree::NameStyle;
use crate::rules::duty::owed;
use crate::rules::tree::Forest;
use chrono::NaiveDate;
use proptest::prelude::*;

fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

fn mint(book: &Book) -> Mint {
    Mint::new(Session::of_bits(9 + book.people().count() as u64))
}

/// A file held against the book, and the links it proposes, found in steps of so many.
fn looked_at(book: &Book, file: &str, many: usize) -> (Matching, Links) {
    let mut mint = mint(book);
    let mut matching = Matching::of(book);
    matching.learn(book, usize::MAX);
    read(file.as_bytes()).unwrap().contacts.iter().for_each(|contact| matching.weigh(book, contact, &mut mint));
    let mut search = LinkSearch::of(book, &matching);
    while search.step(book, &matching, many) {}
    (matching, search.found())
}

/// The book after a yes to the file and to what is chosen of its links.
fn brought(mut book: Book, file: &str, to: Destination, choose: impl Fn(&mut Links)) -> Book {
    let (matching, mut links) = looked_at(&book, file, 100);
    choose(&mut links);
    let mut mint = Mint::new(Session::of_bits(99 + book.people().count() as u64));
    let taken = taken(&links, &matching, &Into { book: &book, from: "file.csv", today: today() }, &mut mint);
    let mut coming = ImportWriter::new(to, "file.csv", today()).with(taken);
    let mut records = Vec::new();
    while let Some(change) = coming.step(&book, &matching, 2, &mut mint) {
        records.extend(change.records);
    }
    let mut ids: Vec<_> = records.iter().map(|record| (record.kind().word().to_string(), record.id())).collect();
    ids.sort();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "no record comes in two pieces: {ids:?}");
    records.into_iter().for_each(|record| book.put(record));
    book
}

fn sure(_: &mut Links) {}

fn likely(links: &mut Links) {
    links.tick_likely(&(0..links.list.len()).collect::<Vec<_>>());
}

fn drawn(book: &Book) -> String {
    let forest = Forest::of(book);
    outline(book, &forest, 0..forest.knots().len(), NameStyle::Shown, today()).to_string()
}

const OUTLOOK: &str = "First Name,Last Name,E-mail Address,Referred By,Company\n\
    Connie,Alvarez,connie@alvarez.example,,\n\
    Fred,Ito,fred@ito.example,\"Alvarez, Connie\",\n\
    Dan,Oak,dan@oak.example,FRED ITO,\n\
    Eve,Roy,eve@roy.example,fred@ito.example,\n\
    Bo,Ek,bo@ek.example,Connie,\n";

const GOOGLE: &str = "First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,Relation 1 - Label,Relation 1 - Value\n\
    Connie,Alvarez,* ,connie@alvarez.example,Spouse,Luis\n\
    Fred,Ito,* ,fred@ito.example,Referred By,Connie Alvarez\n\
    Dan,Oak,* ,dan@oak.example,referredBy,Fred Ito\n";

const APPLE: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Connie Alvarez\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Fred Ito\r\nitem6.X-ABRELATEDNAMES:Connie Alvarez\r\nitem6.X-ABLabel:referredBy\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dan Oak\r\nitem1.X-ABRELATEDNAMES:Ito Fred\r\nitem1.X-ABLabel:_$!<Referred By>!$_\r\nEND:VCARD\r\n";

const FOUR: &str = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Connie Alvarez\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Fred Ito\r\nRELATED;TYPE=referredby;VALUE=text:Connie Alvarez\r\nRELATED;TYPE=referrer:urn:uuid:f81d4fae\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dan Oak\r\nRELATED;TYPE=X-Referred-By;VALUE=text:Fred Ito\r\nEND:VCARD\r\n";

const UIDS: &str = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dan Oak\r\nRELATED;TYPE=referrer:urn:uuid:b\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:b\r\nFN:Fred Ito\r\nRELATED;TYPE=referred-by:urn:uuid:a\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:a\r\nFN:Connie Alvarez\r\nEND:VCARD\r\n";

const MONICA: &str = r#"{"version":"1.0-preview.1","app_version":"4.0.0","export_date":"2026-11-20","account":{"uuid":"0","data":[{"count":3,"type":"contact","values":[
    {"uuid":"c1","properties":{"first_name":"Connie","last_name":"Alvarez"}},
    {"uuid":"c2","properties":{"first_name":"Fred","last_name":"Ito","first_met_through":"c1"}},
    {"uuid":"c3","properties":{"first_name":"Dan","last_name":"Oak","first_met_through":"c2"}}]}]}}"#;

const GROWN: &str = "Connie Alvarez, the base (2 people · 2 referrals · 0 open)\n  Fred Ito, from an address book\n    Dan Oak, from an address book\n";

#[test]
fn b7_who_brought_whom_in_outlook_google_apple_vcard_4_and_monica_grows_into_a_tree() {
    for file in [GOOGLE, APPLE, FOUR, UIDS, MONICA] {
        let book = brought(Book::default(), file, Destination::Book, sure);
        assert_eq!(drawn(&book), GROWN, "{file}");
        assert_eq!(owed(&book, today()), []);
    }
    let book = brought(Book::default(), OUTLOOK, Destination::Book, likely);
    assert_eq!(
        drawn(&book),
        "Connie Alvarez, the base (4 people · 4 referrals · 0 open)\n  Bo Ek, from an address book\n  \
         Fred Ito, from an address book\n    Dan Oak, from an address book\n    Eve Roy, from an address book\n"
    );
}

#[test]
fn b7_the_links_of_a_file_are_told_with_their_doubt_before_anything_is_written() {
    let (_, links) = looked_at(&Book::default(), OUTLOOK, 1);
    let told: Vec<String> = links.list.iter().map(|link| format!("{} {}", title(link), doubt(link))).collect();
    assert_eq!(
        told,
        [
            "Connie Alvarez brought Bo Ek Likely: Connie Alvarez is the only “Connie” you know.",
            "Connie Alvarez brought Fred Ito “Alvarez, Connie” is the same name.",
            "Fred Ito brought Dan Oak “FRED ITO” is the same name.",
            "Fred Ito brought Eve Roy “fred@ito.example” is an address of Fred Ito.",
        ]
    );
    assert_eq!(looked_at(&Book::default(), OUTLOOK, 100).1, links, "in pieces of any size");
}

#[test]
fn b7_the_same_file_again_proposes_nothing_that_is_linked_and_changes_nothing() {
    for (file, to) in [(OUTLOOK, Destination::Book), (GOOGLE, Destination::Pool), (APPLE, Destination::Book)] {
        let book = brought(Book::default(), file, to, likely);
        let before = drawn(&book);
        assert_eq!(looked_at(&book, file, 100).1, Links::default(), "{file}");
        let people = book.people().count();
        let again = brought(book, file, to, likely);
        assert_eq!((drawn(&again), again.people().count()), (before, people), "{file}");
    }
}

#[test]
fn b7_both_ends_of_a_link_come_into_the_book_where_the_others_wait_in_the_pool() {
    let lonely = format!("{OUTLOOK}Gus,Moon,gus@moon.example,,Acme\n");
    let book = brought(Book::default(), &lonely, Destination::Pool, sure);
    assert_eq!((book.people().count(), book.pool().len()), (4, 2), "Bo and Gus wait");
    assert!(drawn(&book).starts_with("Connie Alvarez, the base (3 people"));
    let book = brought(book, &lonely, Destination::Pool, likely);
    assert_eq!((book.people().count(), book.pool().len()), (5, 1), "Bo is called out of the pool");
    assert!(drawn(&book).contains("  Bo Ek, from an address book\n"));
}

#[test]
fn b7_whoever_is_here_already_is_linked_too_and_keeps_what_was_written() {
    let book = brought(Book::default(), &OUTLOOK.replace("Referred By", "Shoe size"), Destination::Book, sure);
    assert_eq!(drawn(&book), "");
    let book = brought(book, OUTLOOK, Destination::Book, |links| {
        links.tick(3, false);
        links.tick(0, true);
    });
    assert_eq!(book.people().count(), 5);
    assert_eq!(book.referrals().count(), 3);
    let [connie, bo] = ["Connie Alvarez", "Bo Ek"].map(|name| book.people_named(name).next().unwrap());
    assert_eq!(bo.met_through, Some(Mention::of(connie.id.0)));
    assert!(bo.note.contains("Connie"), "the note of the first file stays: {}", bo.note);
}

#[test]
fn b7_a_row_left_out_takes_its_links_along_and_somebody_new_comes_by_name() {
    let file = "Name,Referred By\nFred Ito,Zoe Im\nDan Oak,zoe  im\n";
    let book = brought(Book::default(), file, Destination::Pool, |links| {
        assert_eq!((links.ticked(), links.list.len()), (0, 2));
        (0..2).for_each(|at| links.tick(at, true));
    });
    assert_eq!(
        drawn(&book),
        "Zoe Im, the base (2 people · 2 referrals · 0 open)\n  Fred Ito, from an address book\n  Dan Oak, from an address book\n"
    );
    let zoe = book.people_named("Zoe Im").next().unwrap();
    assert_eq!(zoe.provenance, "from file.csv, 2026-11-21: named as who referred Fred Ito");
    let empty = Book::default();
    let (mut matching, mut links) = looked_at(&empty, file, 9);
    (0..2).for_each(|at| links.tick(at, true));
    matching.ones.retain(|one| one.then.line != 2);
    let into = Into { book: &empty, from: "file.csv", today: today() };
    assert_eq!(taken(&links, &matching, &into, &mut mint(&empty)).links, 1);
}

#[test]
fn b7_the_links_of_a_row_that_is_said_to_be_one_of_the_book_are_theirs() {
    let head = "Name,Phone,Referred By\n";
    let book = brought(Book::default(), &format!("{head}Robert Hale,202 555 0103,\n"), Destination::Book, sure);
    let robert = book.people().next().unwrap().id;
    let file = format!("{head}Connie Alvarez,,\nBob Hale,202 555 0103,Connie Alvarez\nDan Oak,,Bob Hale\n");
    let (_, links) = looked_at(&book, &file, 100);
    assert_eq!(links.ticked(), 2);
    let mut reading = read(file.as_bytes()).unwrap();
    reading.contacts[1].same_as = Some(robert);
    let (mut matching, mut ids) = (Matching::of(&book), mint(&book));
    matching.learn(&book, usize::MAX);
    reading.contacts.iter().for_each(|contact| matching.weigh(&book, contact, &mut ids));
    let taken = taken(&links, &matching, &Into { book: &book, from: "file.csv", today: today() }, &mut ids);
    let mut coming = ImportWriter::new(Destination::Pool, "file.csv", today()).with(taken);
    let change = coming.step(&book, &matching, 100, &mut ids).unwrap();
    let rest = coming.step(&book, &matching, 100, &mut ids).unwrap();
    let mut book = book;
    change.records.into_iter().chain(rest.records).for_each(|record| book.put(record));
    assert_eq!(
        drawn(&book),
        "Connie Alvarez, the base (2 people · 2 referrals · 0 open)\n  Robert Hale, from an address book\n    Dan Oak, from an address book\n"
    );
}

/// What the same file would write now: how many records.
fn writes(book: &Book, file: &str, to: Destination) -> usize {
    let (matching, links) = looked_at(book, file, 100);
    let mut mint = mint(book);
    let taken = taken(&links, &matching, &Into { book, from: "file.csv", today: today() }, &mut mint);
    let mut coming = ImportWriter::new(to, "file.csv", today()).with(taken);
    std::iter::from_fn(|| coming.step(book, &matching, 3, &mut mint)).map(|change| change.records.len()).sum()
}

#[test]
fn b7_a_link_of_a_file_that_was_refused_stays_refused_in_the_book_and_in_the_pool() {
    for (file, to) in [(OUTLOOK, Destination::Book), (GOOGLE, Destination::Pool), (APPLE, Destination::Pool)] {
        let all = |links: &mut Links| (0..links.list.len()).for_each(|at| links.note(at, true));
        let book = brought(Book::default(), file, to, all);
        assert_eq!(book.referrals().count(), 0, "{file}");
        assert_eq!(
            to == Destination::Pool,
            book.people().next().is_none(),
            "a refused link calls nobody into the book"
        );
        let (_, links) = looked_at(&book, file, 100);
        assert!(!links.is_empty(), "they are shown, folded away");
        assert_eq!((links.open(&book), links.ticked(), writes(&book, file, to)), (vec![], 0, 0), "{file}");
        assert_eq!(crate::rules::links::worth_a_look(&book).open, 0, "{file}");
        let waiting: Vec<_> = book.pool().cards().iter().map(|card| card.id).collect();
        if let Ok((_, change)) = book.take_in(&waiting, &mut mint(&book)) {
            let mut book = book;
            change.records.into_iter().for_each(|record| book.put(record));
            assert_eq!(
                looked_at(&book, file, 100).1.open(&book),
                Vec::<usize>::new(),
                "out of the pool as well: {file}"
            );
            assert_eq!(crate::rules::links::worth_a_look(&book).open, 0, "{file}");
        }
    }
}

#[test]
fn b7_whoever_waits_takes_along_who_did_not_bring_them_when_a_link_calls_them_into_the_book() {
    let refused = |links: &mut Links| links.note(1, true);
    let file =
        "Name,Email,Referred By\nAnn Lee,a@lee.example,\nFred Ito,f@ito.example,Ann Lee\nBo Ek,b@ek.example,Fred\n";
    let book = brought(Book::default(), file, Destination::Pool, refused);
    let book = brought(book, file, Destination::Pool, likely);
    assert_eq!(drawn(&book), "Fred Ito, the base (1 person · 1 referral · 0 open)\n  Bo Ek, from an address book\n");
    assert_eq!(looked_at(&book, file, 9).1.open(&book), Vec::<usize>::new());
}

#[test]
fn b7_whoever_comes_by_a_link_keeps_the_words_for_one_who_stays_in_the_pool() {
    let file =
        "Name,Email,Referred By\nAnn Lee,a@lee.example,\nFred Ito,f@ito.example,Ann Lee\nBo Ek,b@ek.example,Fred Ito\n";
    let book = brought(Book::default(), file, Destination::Pool, |links| links.note(0, true));
    let fred = book.people_named("Fred Ito").next().unwrap();
    assert_eq!(fred.met_through, Some(Mention("Ann Lee".into())), "Ann waits, and is nobody of the book");
}

proptest! {
    #[test]
    fn b7_the_same_file_again_changes_nothing_whether_its_links_were_taken_or_refused(
        rows in proptest::collection::vec((0..6_u8, 0..10_u8), 1..12),
        refused in proptest::collection::vec(any::<bool>(), 12), pool in any::<bool>(),
    ) {
        let said = |n: u8| ["", "Ann A", "Bea B", "Cy", "D, Dan", "e@e.example", "Nobody Else", "me", "Ann", "B. B"][usize::from(n)];
        let names = ["Ann A,a@a.example", "Bea B,b@b.example", "Cy C,c@c.example", "Dan D,d@d.example", "Eve E,e@e.example", "Ann A,f@f.example"];
        let row = |(who, by): &(u8, u8)| format!("{},\"{}\"\n", names[usize::from(*who)], said(*by));
        let file = format!("Name,Email,Referred By\n{}", rows.iter().map(row).collect::<String>());
        let to = if pool { Destination::Pool } else { Destination::Book };
        let choose = |links: &mut Links| (0..links.list.len()).for_each(|at| match refused.get(at) {
            Some(true) => links.note(at, true),
            _ => links.tick(at, true),
        });
        let book = brought(Book::default(), &file, to, choose);
        let (_, links) = looked_at(&book, &file, 100);
        prop_assert_eq!(links.open(&book), Vec::<usize>::new(), "{:?}", links);
        prop_assert_eq!(writes(&book, &file, to), 0);
    }
    #[test]
    fn b7_whatever_a_file_says_of_who_brought_whom_its_tree_stands_and_nobody_is_owed_a_word(
        rows in proptest::collection::vec((0..6_u8, 0..9_u8), 1..14), pool in any::<bool>(),
    ) {
        let said = |n: u8| ["", "Ann A", "Bea B", "Cy", "D, Dan", "e@e.example", "Nobody Else", "me", "Ann"][usize::from(n)];
        let names = ["Ann A,a@a.example", "Bea B,b@b.example", "Cy C,c@c.example", "Dan D,d@d.example", "Eve E,e@e.example", "Ann A,f@f.example"];
        let row = |(who, by): &(u8, u8)| format!("{},\"{}\"\n", names[usize::from(*who)], said(*by));
        let file = format!("Name,Email,Referred By\n{}", rows.iter().map(row).collect::<String>());
        let to = if pool { Destination::Pool } else { Destination::Book };
        let all = |links: &mut Links| (0..links.list.len()).for_each(|at| links.tick(at, true));
        let book = brought(Book::default(), &file, to, all);
        prop_assert_eq!(owed(&book, today()), vec![]);
        let forest = Forest::of(&book);
        prop_assert!(forest.knots().len() <= book.people().count());
        prop_assert!(book.referrals().all(|referral| referral.is_found() && referral.source != referral.prospect));
        let ends = book.referrals().flat_map(|referral| [referral.source, referral.prospect]);
        prop_assert!(ends.into_iter().all(|id| book.live_person(id).is_some()));
    }
}

#[test]
fn b7_who_a_row_was_and_is_now_is_told_by_its_line_when_the_file_is_read_again() {
    let book = brought(Book::default(), "Name,E-mail\nAnn Lee,ann@lee.example\n", Destination::Book, sure);
    let ann = End::Person(book.people().next().unwrap().id);
    let rows = |file: &str| looked_at(&book, file, 100).0.take_rows();
    let before = rows("Name,Note\nAnn,ann@lee.example\nBo Ek,b\nCy Roy,c\n");
    let after = rows("Name,E-mail\nAnn,ann@lee.example\nBo Ek,b\nDi Fox,d\n");
    assert_eq!(met(&before, &after), HashMap::from([(End::Row(2), ann)]));
    assert_eq!(met(&after, &before), HashMap::from([(ann, End::Row(2))]));
    assert_eq!(met(&before, &before), HashMap::new());
}
