//! Tables as the person corrected them, read from their first row to their last.

use super::*;
use crate::domain::change::Change;
use crate::domain::setting::{First, FirstRow, forget, say_column, say_days, say_first_row};
use crate::exchange::contact_reader::ContactReader;
use crate::exchange::contacts::Contact;

/// What a text says, by pieces of three rows, and how it is laid open.
fn read(text: &str, book: &Book, days: Option<Order>) -> (Vec<Contact>, Laid) {
    let mut reader = ContactReader::of(text.as_bytes().to_vec().into(), Habits::of(book, days));
    let mut far = 0;
    while reader.step(3).unwrap() {
        assert!(reader.percent() >= far, "{} after {far}", reader.percent());
        far = reader.percent();
    }
    let laid = reader.laid().unwrap();
    (reader.finish().unwrap().contacts, laid)
}

fn names(text: &str, book: &Book) -> String {
    read(text, book, None).0.iter().map(|one| one.name.to_string()).collect::<Vec<_>>().join(", ")
}

fn facts(text: &str, book: &Book, days: Option<Order>) -> (String, Option<String>) {
    let (contacts, laid) = read(text, book, days);
    (contacts.iter().map(|one| one.facts.clone()).collect::<Vec<_>>().join(", "), laid.days.map(|days| days.example))
}

fn make(book: &mut Book, change: Change) {
    change.records.into_iter().for_each(|record| book.put(record));
}

const STAFF: &str = "Staff,Desk,E-mail,Title\nAnn,Harbour,ann@lee.example,COO\nBo,Quay,bo@ek.example,CFO\n";

#[test]
fn r12_a_column_is_read_as_was_said_for_this_file_and_the_next_of_its_shape() {
    let mut book = Book::default();
    let (contacts, laid) = read(STAFF, &book, None);
    assert_eq!(
        (contacts[0].name.as_str(), contacts[0].note.as_str()),
        ("ann@lee.example", "Staff: Ann\nDesk: Harbour")
    );
    assert_eq!((laid.columns[0].holds.as_str(), laid.columns[0].firsts.as_str()), ("headed", "Ann · Bo"));
    assert!(!laid.is_remembered() && !laid.is_guessed && laid.other.is_none());
    for (column, holds) in [(0, "name"), (1, "nothing")] {
        let change = say_column(&book, &laid.shape, &laid.columns[column].key, Some(holds));
        make(&mut book, change);
    }
    assert!(!laid.is_as_said(&book), "what was read is not what is said now");
    assert_eq!(names(STAFF, &book), "Ann, Bo");
    let other = "DESK,staff,title,e-mail\nQuay,Cy,CTO,cy@roy.example\n";
    let (contacts, laid) = read(other, &book, None);
    assert_eq!((contacts[0].name.as_str(), contacts[0].note.as_str()), ("Cy", ""));
    assert!(laid.is_remembered() && laid.is_as_said(&book));
    make(&mut book, forget(&laid.shape));
    assert_eq!(names(STAFF, &book), "ann@lee.example, bo@ek.example");
}

#[test]
fn r12_a_table_of_which_no_head_is_known_is_guessed_and_not_refused() {
    let text = "Имя,Почта,Клуб\nАнна Ким,anna@kim.example,Гольф\nОля Ли,olga@li.example,Теннис\n";
    let book = Book::default();
    let (contacts, laid) = read(text, &book, None);
    assert_eq!((contacts[0].name.as_str(), contacts[0].note.as_str()), ("Анна Ким", "Клуб: Гольф"));
    assert!(laid.is_guessed && laid.is_headed && laid.other.is_some());
    // Numbers alone are nobody, yet they are laid open and not refused.
    assert_eq!(names("1,2,3\n4,5,6\n", &book), "");
}

#[test]
fn r12_the_first_row_is_a_contact_where_that_was_said() {
    let text = "Ann,Acme\nBo,Bolt\nCy,Coil\n";
    let mut book = Book::default();
    let (contacts, laid) = read(text, &book, None);
    assert_eq!((contacts.len(), laid.is_headed), (2, true));
    let change = say_first_row(&book, laid.other.as_deref().unwrap(), &laid.shape, FirstRow::Contact);
    make(&mut book, change);
    let (contacts, laid) = read(text, &book, None);
    assert_eq!((contacts.len(), laid.is_headed, laid.columns[0].name.as_str()), (3, false, "Column 1"));
    let change = say_column(&book, &laid.shape, &laid.columns[1].key, Some("organisation"));
    make(&mut book, change);
    assert_eq!(read(text, &book, None).0[0].organisation, "Acme");
}

#[test]
fn a_list_stays_a_list_and_may_be_read_as_a_table() {
    let text = "Ann,Acme,ann@lee.example\nBo,Bolt,bo@ek.example\n";
    let mut book = Book::default();
    let (contacts, laid) = read(text, &book, None);
    assert_eq!(contacts[0].name.as_str(), "Ann Acme");
    let change = say_column(&book, &laid.shape, "1", Some("name"));
    make(&mut book, change);
    let change = say_column(&book, &laid.shape, "2", Some("organisation"));
    make(&mut book, change);
    let (contacts, _) = read(text, &book, None);
    assert_eq!((contacts[0].name.as_str(), contacts[0].organisation.as_str()), ("Ann", "Acme"));
}

#[test]
fn r12_a_telling_day_decides_for_all_of_its_column_even_in_the_last_row() {
    let rows = |last: &str| format!("Name,Birthday\nAnn,03/04/1980\nBo,05/06/1980\nCy,7/8/1980\nDi,{last}\n");
    let book = Book::default();
    let (told, asked) = facts(&rows("12/28/1969"), &book, Some(Order::DayFirst));
    assert_eq!(
        (told.as_str(), asked),
        ("Birthday: 4 March 1980, Birthday: 6 May 1980, Birthday: 8 July 1980, Birthday: 28 December 1969", None)
    );
    let (told, _) = facts(&rows("28/12/1969"), &book, None);
    assert!(told.starts_with("Birthday: 3 April 1980, Birthday: 5 June 1980"), "{told}");
}

#[test]
fn r12_days_that_tell_nothing_are_asked_once_and_read_as_said_as_usual_or_as_they_stand() {
    let text = "Name,Birthday,Anniversary\nAnn,03/04/1980,1/2/2003\n";
    let mut book = Book::default();
    let asked = Some("03/04/1980".to_string());
    assert_eq!(facts(text, &book, None), ("Birthday: 03/04/1980\nAnniversary: 1/2/2003".into(), asked.clone()));
    let day_first = "Birthday: 3 April 1980\nAnniversary: 1 February 2003".to_string();
    assert_eq!(facts(text, &book, Some(Order::DayFirst)), (day_first.clone(), asked.clone()));
    let shape = read(text, &book, None).1.shape;
    let change = say_days(&book, &shape, First::Day);
    make(&mut book, change);
    assert_eq!(
        facts(text, &book, Some(Order::MonthFirst)),
        (day_first, asked),
        "what was said goes before what is usual"
    );
}

#[test]
fn a_column_of_days_in_words_is_read_in_one_go_and_one_in_numbers_in_two() {
    let steps = |day: &str| {
        let text = format!("Name,Connected On\n{}", format!("Ann,{day}\n").repeat(60));
        let mut reader = ContactReader::open(text.as_bytes()).unwrap();
        let mut steps = 1;
        while reader.step(10).unwrap() {
            steps += 1;
        }
        steps
    };
    assert_eq!((steps("12 Mar 2024"), steps("3/4/2024")), (7, 14));
}

#[test]
fn a_table_of_our_own_is_not_corrected() {
    let mut reader = ContactReader::open(b"Name,Kith: id\nAnn,p1\n").unwrap();
    while reader.step(1).unwrap() {}
    assert_eq!(reader.laid(), None);
}

#[test]
fn ten_thousand_columns_are_opened_before_anybody_waits() {
    let head = (0..10_000).map(|n| format!("Field {n}")).collect::<Vec<_>>().join(",");
    let text = format!("{head},Name\n{}Ann\n", "x,".repeat(10_000));
    let (_, laid) = read(&text, &Book::default(), None);
    assert_eq!((laid.all, laid.columns.len()), (10_001, 200));
}

/// How many rows of a text one step of so many reads.
fn stepped(text: &str, many: usize) -> usize {
    let mut table = CsvTable::of(text, &Habits::default()).unwrap();
    let mut reading = Reading::new();
    table.step(text, many, &mut reading);
    reading.contacts.len() + reading.refused.len()
}

#[test]
fn r12_a_step_ends_after_so_many_rows_or_so_many_bytes() {
    let text = format!("Name,Notes\n{}", format!("Ann,{}\n", "x".repeat(10_000)).repeat(50));
    assert_eq!(stepped(&text, 5), 4, "the heading is a row");
    assert_eq!(stepped(&text, 1_000), STEP / 10_005 + 1, "and the row it ends in");
}

#[test]
fn r12_a_row_as_long_as_a_file_is_refused_before_it_is_read_and_costs_no_other() {
    let long = format!("Ann,{}", "x,".repeat(ROW_MAX / 2));
    let text = format!("Name,E-mail\nBo,bo@ek.example\n{long}\nCy,cy@roy.example\n");
    let reading = crate::exchange::contact_reader::read(text.as_bytes()).unwrap();
    let names: Vec<&str> = reading.contacts.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names, ["Bo", "Cy"]);
    assert_eq!(reading.refused.iter().map(|one| (one.line, one.why)).collect::<Vec<_>>(), [(3, Why::LongText)]);
}
