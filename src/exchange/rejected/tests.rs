use super::*;
use crate::exchange::contact_reader::{ContactReader, read};
use crate::exchange::contacts::{Contact, ROWS_MAX};
use crate::exchange::csv::Habits;
use proptest::prelude::*;

fn unread(text: &str) -> Unread {
    Unread::taken_from(&mut read(text.as_bytes()).unwrap())
}

fn written(text: &str, file: &str) -> RejectedRowsFile {
    unread(text).write(file)
}

/// Who is in a file, whatever the lines they stand on.
fn people(text: &str) -> Vec<Contact> {
    let contacts = read(text.as_bytes()).unwrap().contacts.into_iter();
    contacts.map(|contact| Contact { line: 0, ..contact }).collect()
}

#[test]
fn rows_of_a_table_are_handed_back_under_their_heads_with_the_reason_behind_them() {
    let text = "Name;E-mail;Shoe size\nAnn Lee;ann@lee.example;38\n;;44\nBo;\"Acme;=1+1\nCy;cy@roy.example;40\n";
    let RejectedRowsFile { name, kind, text, count, cut, missing } = written(text, "My contacts.CSV");
    assert_eq!((name.as_str(), kind, count, cut, missing), ("not-read-My-contacts.csv", "text/csv", 2, 0, 0));
    assert_eq!(
        text,
        concat!(
            "\u{feff}\"Name\";\"E-mail\";\"Shoe size\";\"Why it was not read\"\r\n",
            "\"\";\"\";\"44\";\"Row 3: there is neither a name nor an address in it.\"\r\n",
            "\"Bo\";\"\"\"Acme\";\"'=1+1\";\"Row 4: a quotation mark opens and never closes.\"\r\n",
        )
    );
    let again = read(text.replace("\"\";\"\";\"44\"", "\"Di Fox\";\"\";\"44\"").as_bytes()).unwrap();
    let notes: Vec<(&str, &str)> = again.contacts.iter().map(|c| (c.name.as_str(), c.note.as_str())).collect();
    assert_eq!(notes[0], ("Di Fox", "Shoe size: 44"), "the reason is no news of anybody");
    let twice = written(&text, "not-read.csv").text;
    assert_eq!(twice.lines().next(), text.lines().next(), "one column of reasons is enough");
}

#[test]
fn rows_wider_than_their_heads_keep_their_cells_and_the_reason_stands_behind_all_of_them() {
    let long = "n".repeat(300);
    let text = written(&format!("Name,Phone\n{long},555-0101,more,'+1\nAnn,\n"), "a.csv").text;
    let rows: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(rows[0], "\"Name\",\"Phone\",\"\",\"\",\"Why it was not read\"");
    assert!(rows[1].starts_with(&format!("\"{long}\",\"555-0101\",\"more\",\"'+1\",\"Row 2: ")), "{}", rows[1]);
    assert_eq!(people(&text.replace(&long, "Di Fox"))[0].note, "more\n+1");
}

#[test]
fn a_table_without_heads_is_handed_back_with_what_its_columns_are_taken_for() {
    let text = "https://lee.example;Ann;Lee\n;;\"open\nhttps://ek.example;Bo;Ek\nhttps://roy.example;Cy;Roy\n";
    let handed = written(text, "bare.txt");
    let head = handed.text.trim_start_matches('\u{feff}').lines().next().unwrap().to_string();
    assert_eq!(head, "\"Website\";\"Given name\";\"Family name\";\"Why it was not read\"");
    let corrected = format!("{head}\nhttps://fox.example;Di;Fox;Row 2: open.\n");
    assert_eq!((people(&corrected)[0].name.as_str(), people(&corrected)[0].note.as_str()), ("Di Fox", ""));
}

#[test]
fn a_table_of_ours_is_handed_back_as_one_and_says_no_more_than_it_did() {
    let long = "n".repeat(300);
    let handed = written(
        &format!("\"Name\",\"E-mail 1 - Value\",\"Kith: rating\"\n\"{long}\",\"di@fox.example\",\"4\"\n"),
        "a.csv",
    );
    let person = people(&handed.text.replace(&long, "Di Fox")).remove(0);
    assert_eq!((person.name.as_str(), person.note.as_str(), person.reach.len()), ("Di Fox", "", 1));
    assert_eq!(person.own.and_then(|own| own.rating).map(u8::from), Some(4));
}

#[test]
fn cards_are_handed_back_as_cards_and_come_in_once_they_have_a_name() {
    let text = "BEGIN:VCARD\nVERSION:3.0\nNOTE:no name\nEND:VCARD\nBEGIN:VCARD\nFN:Ann\nEND:VCARD\nBEGIN:VCARD\nKIND:group\nFN:Golf\nEND:VCARD\nBEGIN:VCARD\nFN:Cut\n";
    let handed = written(text, "phone.vcf");
    assert_eq!((handed.name.as_str(), handed.kind, handed.count), ("not-read-phone.vcf", "text/vcard", 3));
    assert_eq!(handed.text.matches("X-KITH-NOT-READ:").count(), 3);
    let again = read(handed.text.as_bytes()).unwrap();
    assert_eq!((again.contacts.len(), again.refused.len()), (1, 2), "the cut card ends now: {}", handed.text);
    let corrected = handed.text.replace("VERSION:3.0", "VERSION:3.0\r\nFN:Di Fox").replace("KIND:group\r\n", "");
    let people = people(&corrected);
    let told: Vec<(&str, &str)> = people.iter().map(|c| (c.name.as_str(), c.note.as_str())).collect();
    assert_eq!(told, [("Di Fox", "no name"), ("Golf", ""), ("Cut", "")]);
}

#[test]
fn lines_are_handed_back_as_lines_and_the_reason_behind_them_is_passed_over() {
    let long = "word ".repeat(99);
    let text = format!("Ann Lee, ann@lee.example\nBo Ek, 555 0101\n{long}\nCy, cy@roy.example\n,,\n");
    let handed = written(&text, "a pasted list");
    assert_eq!((handed.name.as_str(), handed.kind, handed.count), ("not-read-a-pasted-list.txt", "text/plain", 2));
    let corrected = handed.text.replace(long.trim_end(), "Di Fox, di@fox.example").replace(",,", "Ed Low, 555 0102");
    let people = people(&corrected);
    let told: Vec<(&str, usize, &str)> =
        people.iter().map(|c| (c.name.as_str(), c.reach.len(), c.note.as_str())).collect();
    assert_eq!(told, [("Di Fox", 1, ""), ("Ed Low", 1, "")], "{corrected}");
}

#[test]
fn contacts_of_monica_are_handed_back_as_an_export() {
    let contact = |uuid: &str, name: &str| {
        format!(r#"{{"uuid":"{uuid}","properties":{{"first_name":"{name}","company":""}},"data":[]}}"#)
    };
    let list = [contact("c1", "Ann"), contact("c2", "")].join(",");
    let text = format!(
        r#"{{"version":"1","app_version":"4","export_date":"x","account":{{"data":[{{"count":2,"type":"contact","values":[{list}]}}]}}}}"#
    );
    let handed = written(&text, "monica.json");
    assert_eq!((handed.name.as_str(), handed.kind, handed.count), ("not-read-monica.json", "application/json", 1));
    assert!(handed.text.contains("\"Why it was not read\": \"Row 2: there is neither"), "{}", handed.text);
    let corrected = handed.text.replace("\"first_name\": \"\"", "\"first_name\": \"Di\"");
    let people = people(&corrected);
    assert_eq!((people.len(), people[0].name.as_str(), people[0].note.as_str()), (1, "Di", ""), "{corrected}");
}

#[test]
fn what_is_refused_takes_no_more_memory_than_it_may_and_what_is_missing_is_counted() {
    let huge = "x".repeat(150_000);
    let handed = written(&format!("Name,Note\nAnn,{huge}\n,\"\n"), "a.csv");
    assert_eq!((handed.count, handed.cut, handed.missing), (2, 1, 0));
    assert!(handed.text.contains("It is long, and cut here") && handed.text.len() < 101_000);
    let rows = format!("Name,Note\n{}", ",no name\n".repeat(10_003));
    let handed = written(&rows, "a.csv");
    assert_eq!((handed.count, handed.cut, handed.missing), (10_000, 0, 3));
    let heavy = format!("Name,Note\n{}", format!("Ann,{}\n", "y".repeat(99_000)).repeat(100));
    let handed = written(&heavy, "a.csv");
    assert!(handed.missing > 0 && handed.text.len() < 8_100_000, "{} of {}", handed.missing, handed.count);
    assert_eq!(handed.missing + handed.count, 100);
}

#[test]
fn r12_what_was_said_of_the_columns_of_a_file_holds_for_what_is_handed_back_of_it() {
    let text = "Name,Reached,Hat\nAnn,ann@lee.example,7\n,,8\n";
    let shape = |text: &str| {
        let mut reader = ContactReader::of(text.as_bytes().to_vec().into(), Habits::default());
        while reader.step(ROWS_MAX).unwrap() {}
        reader.laid().unwrap().shape
    };
    assert_eq!(shape(text), shape(&written(text, "a.csv").text));
}

/// A cell that says nothing of anybody's name, and one that is refused or read in its place.
fn any_row() -> impl Strategy<Value = (String, Option<&'static str>)> {
    let cell = "[a-c=+@'\" \u{e9}]{0,5}|\"[a-c;,\n]{1,4}\"|'[-+=][0-9]{1,3}";
    let bad = prop_oneof![Just(None), Just(Some("empty")), Just(Some("long"))];
    ([cell, cell].prop_map(|cells| cells.map(|cell| quoted(&cell)).join(",")), bad)
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

proptest! {
    #[test]
    fn what_is_handed_back_comes_in_as_the_file_would_have_once_it_is_corrected(
        rows in prop::collection::vec(any_row(), 1..12),
    ) {
        let long = "n".repeat(300);
        let file = |name: fn(Option<&str>, &str) -> String| {
            let row = |(at, (cells, bad)): (usize, &(String, Option<&'static str>))| {
                format!("{},{cells}\n", name(*bad, &format!("Di Fox {at}")))
            };
            format!("Name,Notes,Hat size\n{}", (1..).zip(&rows).map(row).collect::<String>())
        };
        let broken = file(|bad, name| match bad {
            None => name.to_string(),
            Some("empty") => format!("{}{name}", "n".repeat(300)),
            Some(_) => "n".repeat(300),
        });
        let handed = written(&broken, "a.csv");
        prop_assert_eq!(handed.count, rows.iter().filter(|(_, bad)| bad.is_some()).count());
        if handed.count == 0 {
            return Ok(());
        }
        // Whoever corrects it writes a name in place of what was refused.
        let corrected = handed.text.replace(&long, "Ed Low ");
        let whole = file(|bad, name| match bad {
            None => String::new(),
            Some("empty") => format!("Ed Low {name}"),
            Some(_) => "Ed Low ".to_string(),
        });
        let good: Vec<Contact> = people(&whole).into_iter().filter(|contact| contact.name.as_str().starts_with("Ed")).collect();
        prop_assert_eq!(people(&corrected), good);
        prop_assert!(read(corrected.as_bytes()).unwrap().refused.is_empty());
    }
}
