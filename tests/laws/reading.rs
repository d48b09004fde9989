//! Reading a file of another program: in steps of any size it comes to the same as in one go, no row is lost, and the same
//! file again changes nothing.

use super::browser::{Browser, START, Tab};
use super::store::present;
use kith::domain::book::Book;
use kith::domain::change::Change;
use kith::domain::id::{Mint, Session};
use kith::domain::person::{Name, Person};
use kith::domain::record::Record;
use kith::exchange::contact_reader::{ContactReader, read};
use kith::exchange::contacts::{
    Arrival, Destination, ImportWriter, Matching, NotContacts, Reading, Ticked, Verdict, arrive,
};
use kith::store::engine::{Imported, NotSaved};
use proptest::prelude::*;

/// Rows, cards and lines, whole and broken, one behind the other.
fn any_file() -> impl Strategy<Value = String> {
    let row = prop_oneof![
        "[A-D][a-c]{0,2} [E-G][a-c]{0,2},[a-c]{0,2}@x\\.example,[0-9]{0,9},[A-C]{0,2}",
        "[A-D][a-c]{0,2},,,",
        "\"[A-C\n]{0,5}\",\"\"\"[a-c]\",,",
        "\"[A-C]{1,3}",
        "[,;|\t\" \u{feff}é]{0,6}",
        "[A-C]{1,2}\"[a-c]\",x,y,z,more,and more",
    ];
    let card = prop_oneof![
        "BEGIN:VCARD\r\nFN:[A-C]{0,3}\r\nEMAIL:[a-c]@x\\.example\r\nEND:VCARD",
        "BEGIN:VCARD\nN:[A-C]{1,2};[a-c]{1,2}\nTEL:55[0-9]{4,6}\n [0-9]\nNOTE:a=\nEND:VCARD",
        Just("BEGIN:VCARD\nFN:Cut".to_string()),
        Just("BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nFN:In\nEND:VCARD\nFN:Out\nEND:VCARD".to_string()),
        Just("END:VCARD".to_string()),
    ];
    let line = prop_oneof!["[A-C][a-c]{1,3} [A-C], 0[0-9]{6,8}", "[a-c]{1,3}@x\\.example", "[A-C]{0,4}"];
    let end = prop_oneof![Just("\n"), Just("\r\n")];
    let many = |one: BoxedStrategy<String>| prop::collection::vec(one, 0..25);
    let lines = prop_oneof![
        many(row.boxed()).prop_map(|rows| [vec!["Name,Email,Phone,Company".to_string()], rows].concat()),
        many(card.boxed()).prop_map(|cards| [vec!["BEGIN:VCARD\nFN:Ann\nEND:VCARD".to_string()], cards].concat()),
        many(line.boxed()),
    ];
    (lines, end).prop_map(|(lines, end)| lines.join(end))
}

/// Two tables of people of few names, numbers, addresses and places, so that many of the second may be one of the first.
fn families() -> impl Strategy<Value = (String, String)> {
    let name = prop::sample::select(vec![
        "Robert Hale",
        "Bob Hale",
        "R. Hale",
        "Hale Robert",
        "Bob",
        "Maria Lindqvist",
        "Maria Hale",
        "Mary Lindquist",
        "Иван Петров",
        "Ivan Petrov",
        "朱强",
        "Qiang Zhu",
        "Elias Orr",
        "Elisa Orr",
    ]);
    let row = (name, "(202 555 010[1-3])?", "([ab]@x\\.example)?", "(Acme|Bolt)?")
        .prop_map(|(name, phone, email, place)| format!("{name},{phone},{email},{place}"));
    let file = |rows: Vec<String>| format!("Name,Phone,Email,Company\n{}\n", rows.join("\n"));
    let rows = prop::collection::vec(row, 1..9);
    (rows.clone(), rows).prop_map(move |(before, text)| (file(before), file(text)))
}

fn by_steps(text: &str, rows: usize) -> Result<Reading, NotContacts> {
    let mut reader = ContactReader::open(text.as_bytes())?;
    let mut last = 0;
    while reader.step(rows)? {
        assert!(reader.percent() >= last, "it never goes back");
        last = reader.percent();
    }
    reader.finish()
}

fn arrival(book: &Book, text: &str, into: Destination, session: u64) -> Option<Arrival> {
    let mut mint = Mint::new(Session::of_bits(session));
    let today = "2026-11-21".parse().unwrap();
    read(text.as_bytes()).ok().map(|reading| arrive(book, &reading, into, "a.csv", today, &mut mint))
}

fn with(mut book: Book, arrival: Arrival) -> Book {
    arrival.change.records.into_iter().for_each(|record| book.put(record));
    book
}

/// A book with what this file brings.
fn filled(text: &str, into: Destination) -> Book {
    arrival(&Book::default(), text, into, 1).map(|arrival| with(Book::default(), arrival)).unwrap_or_default()
}

fn destination() -> impl Strategy<Value = Destination> {
    prop_oneof![Just(Destination::Book), Just(Destination::Pool)]
}

proptest! {
    #[test]
    fn by_steps_a_file_says_the_same_as_in_one_go(text in any_file(), rows in 1_usize..9) {
        prop_assert_eq!(by_steps(&text, rows), read(text.as_bytes()));
    }

    #[test]
    fn by_steps_the_same_comes_of_it_as_in_one_go(
        before in any_file(), text in any_file(), many in 1_usize..9, into in destination(),
    ) {
        let book = filled(&before, Destination::Book);
        let Ok(reading) = read(text.as_bytes()) else { return Ok(()) };
        let today = "2026-11-21".parse().unwrap();
        let whole = arrive(&book, &reading, into, "a.csv", today, &mut Mint::new(Session::of_bits(2)));
        let mut mint = Mint::new(Session::of_bits(2));
        let mut matching = Matching::of(&book);
        while matching.learn(&book, many) {}
        for contact in &reading.contacts {
            matching.weigh(&book, contact, &mut mint);
        }
        let mut coming = ImportWriter::new(into, "a.csv", today);
        let mut records = Vec::new();
        while let Some(change) = coming.step(&book, &matching, many, &mut mint) {
            records.extend(change.records);
        }
        prop_assert_eq!(matching.take_rows(), whole.rows);
        prop_assert_eq!(records, whole.change.records);
    }

    #[test]
    fn every_row_is_new_the_same_updated_or_refused(before in any_file(), text in any_file(), into in destination()) {
        let book = filled(&before, into);
        let Ok(reading) = read(text.as_bytes()) else { return Ok(()) };
        let arrival = arrival(&book, &text, into, 2).unwrap();
        let counts = arrival.counts();
        let perhaps = arrival.rows.iter().filter(|row| matches!(row.verdict, Verdict::Perhaps(_))).count();
        let new = arrival.rows.iter().filter(|row| row.verdict == Verdict::New).count();
        prop_assert_eq!(counts.new, new + perhaps);
        prop_assert_eq!(
            reading.contacts.len() + reading.refused.len(),
            new + perhaps + counts.same + counts.updated + counts.refused
        );
        prop_assert_eq!(arrival.rows.len(), reading.contacts.len());
    }

    #[test]
    fn whoever_is_said_to_be_one_of_the_book_completes_them_wipes_nothing_and_is_found_again(
        (before, text) in families(), said in any::<u32>(), into in destination(),
    ) {
        let mut book = filled(&before, Destination::Book);
        let mut reading = read(text.as_bytes()).unwrap();
        let looked = arrival(&book, &text, into, 2).unwrap();
        let mut ticked = Ticked::default();
        for (row, n) in looked.rows.iter().zip(0..) {
            if let Verdict::Perhaps(found) = &row.verdict && said >> (n % 32) & 1 == 1 {
                ticked.turn_same(row.line, found.person);
            }
        }
        reading.contacts = reading.contacts.iter().filter_map(|contact| ticked.of(contact)).collect();
        let today = "2026-11-21".parse().unwrap();
        let came = arrive(&book, &reading, into, "a.csv", today, &mut Mint::new(Session::of_bits(3)));
        prop_assert_eq!(came.counts().new, looked.counts().new - ticked.same.len());
        let people: Vec<Person> = book.people().cloned().collect();
        came.change.records.into_iter().for_each(|record| book.put(record));
        for person in &people {
            let then = book.live_person(person.id).unwrap();
            prop_assert_eq!((&then.name, then.reach.starts_with(&person.reach)), (&person.name, true));
        }
        let again = arrival(&book, &text, into, 4).unwrap();
        prop_assert_eq!(again.counts().new, 0);
        for row in again.rows.iter().filter(|row| ticked.same.contains_key(&row.line)) {
            prop_assert!(matches!(row.verdict, Verdict::Already(_) | Verdict::Same(_)), "{:?}", row);
        }
    }

    #[test]
    fn a_newer_file_wipes_nothing_that_was_written_in_the_book(before in any_file(), text in any_file(), into in destination()) {
        let book = filled(&before, Destination::Book);
        let Some(arrival) = arrival(&book, &text, into, 2) else { return Ok(()) };
        let after = with(filled(&before, Destination::Book), arrival);
        for person in book.people() {
            let then = after.live_person(person.id).unwrap();
            prop_assert_eq!(&then.name, &person.name);
            prop_assert!(person.title.is_empty() || person.title == then.title);
            prop_assert!(person.note.is_empty() || person.note == then.note);
            prop_assert!(person.organisation.is_none() || person.organisation == then.organisation);
            prop_assert!(then.reach.starts_with(&person.reach));
        }
    }
}

fn check_again(text: &str, into: Destination) {
    let Some(first) = arrival(&Book::default(), text, into, 1) else { return };
    let book = with(Book::default(), first);
    let again = arrival(&book, text, into, 2).unwrap();
    assert_eq!(again.change.edits(&book), [], "{text}");
    assert_eq!((again.counts().new, again.counts().updated), (0, 0), "{text}");
}

#[test]
fn the_same_file_again_changes_nothing() {
    let head = "Name,Email,Phone,Company,Notes";
    for rows in [
        "Ann Lee,a@x.example,,Acme,one\nAnn Lee,b@x.example,,,two\nAnn Lee,,,,three",
        "Ann Lee,a@x.example,555-0101,,\nAnn Lee,b@x.example,555-0101,,\n,b@x.example,,,",
        "Ann,,,Acme,\nAnn,,,Bolt,\nAnn,,,,x",
        "Ann,,555-0101,,\nBob,,555-0101,,\nAnn,,(1) 555-0101,,late",
    ] {
        for into in [Destination::Book, Destination::Pool] {
            check_again(&format!("{head}\n{rows}\n"), into);
        }
    }
}

fn names(count: u32) -> Vec<Change> {
    let person = |n: u32| {
        let id = format!("n{n}").parse().unwrap();
        Record::from(Person { id, name: Name::new(&format!("Name {n}")).unwrap(), ..Person::default() })
    };
    Change { records: (0..count).map(person).collect() }.in_parts(10).collect()
}

/// Brings 42 names in, in five parts; gives up before the part of this number.
fn in_parts(tab: &mut Tab, until: usize) -> Result<Imported, NotSaved> {
    let mut staged = tab.store.begin(Some("a.csv"), START)?;
    for (n, part) in names(42).iter().enumerate() {
        if n == until {
            tab.store.give_up(&mut staged);
            return Ok(Imported::Nothing);
        }
        tab.store.stage_part(&tab.book, &mut staged, part, START)?;
    }
    let done = tab.store.complete(&mut staged, START)?;
    while tab.store.take_part(&mut tab.book, &mut staged) {}
    Ok(done)
}

#[test]
fn an_import_in_parts_is_one_act_and_is_taken_back_as_one() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let Ok(Imported::Done(import)) = in_parts(&mut tab, 99) else { panic!("not brought in") };
    assert_eq!((tab.book.people().count(), tab.store.receipts()), (42, vec![import]));
    assert_eq!(browser.open().book.people().count(), 42);
    assert_eq!(tab.store.undo_import(&mut tab.book, import, START + 5), Ok(true));
    assert_eq!(browser.open().book.people().count(), 0);
}

#[test]
fn an_import_given_up_half_way_leaves_nothing_and_what_was_written_meanwhile_stays() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let before = browser.items();
    for until in 0..5 {
        assert_eq!(in_parts(&mut tab, until), Ok(Imported::Nothing));
        assert_eq!((browser.items(), tab.book.is_empty()), (before.clone(), true), "given up before the part {until}");
    }
}

#[test]
fn a_fold_between_two_parts_takes_in_nothing_that_does_not_count_yet() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let mut staged = tab.store.begin(Some("a.csv"), START).unwrap();
    let parts = names(42);
    tab.store.stage_part(&tab.book, &mut staged, &parts[0], START).unwrap();
    assert_eq!(tab.store.fold_from(0, START), Ok(0));
    tab.store.audit(START);
    assert!(present(&browser.items()).is_empty());
    tab.store.stage_part(&tab.book, &mut staged, &parts[1], START).unwrap();
    tab.store.complete(&mut staged, START).unwrap();
    tab.store.rescan(&mut tab.book);
    assert_eq!((tab.book.people().count(), staged.left()), (0, 2), "it comes a part at a time");
    while tab.store.take_part(&mut tab.book, &mut staged) {}
    assert_eq!((tab.book.people().count(), browser.open().book.people().count()), (20, 20));
}

#[test]
fn a_tab_killed_at_any_call_of_an_import_in_parts_leaves_all_of_it_or_nothing() {
    let story = |dies_in: Option<usize>| {
        let browser = Browser::new();
        let mut tab = browser.open();
        if let Some(calls) = dies_in {
            browser.die_in(calls);
        }
        let done = in_parts(&mut tab, 99).is_ok();
        (browser, done)
    };
    let calls = story(None).0.fail_in(None);
    assert!((12..60).contains(&calls), "{calls}");
    for k in 0..calls {
        let (browser, acknowledged) = story(Some(k));
        let left = present(&browser.items()).len();
        assert!(left == 42 || left == 0 && !acknowledged, "{left} of 42, killed at the call {k}");
    }
}
