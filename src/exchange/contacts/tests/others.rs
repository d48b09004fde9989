//! Files of other kinds: exports in JSON, absurd files, and files that hold no contacts.

use super::*;

#[test]
fn monica_s_export_is_read_with_who_introduced_whom() {
    check(
        fixture!("monica.json"),
        Format::Monica,
        r#"
1 Connie Alvarez
  title: Practice director
  at: Alvarez Dental Group
  reach: email() connie@alvarez.example, phone() +1 202 555 0101, web() https://alvarez.example
  facts: Called Con / Birthday: 15 April 1979 / Last talked to: 12 September 2026
  note: Runs marathons.
  tags: Clients, Harbour
  since: 2019-06-01
2 Fred Ito
  facts: Birthday: 9 May
  tags: Golf
  by: Connie Alvarez
3 Ольга Ким
! Row 4: there is neither a name nor an address in it. [c4]"#,
    );
}

#[test]
fn absurd_files_are_read_or_refused_and_never_hold_anybody_up() {
    let wide = format!(
        "Name,{}\nAnn,{}\n",
        vec!["Note"; 10_000].join(","),
        (0..10_000).map(|n| n.to_string()).collect::<Vec<_>>().join(",")
    );
    let long = format!("Name,Email\nAnn,{}@x.example\n", "a".repeat(5_000));
    let nul = "Name,Email\nAnn\0 Lee,a\0nn@lee.example\n".to_string();
    let many = |rows: usize| format!("Name\n{}", "Ann\n".repeat(rows));
    let said = |text: &str| read(text.as_bytes()).map(|reading| (reading.contacts.len(), reading.refused.len()));
    let ragged = format!("Name,Email\nAnn,a@x.example{}\n", ",x".repeat(10_000));
    assert_eq!(said(&ragged), Ok((1, 0)), "what is said often is noted once");
    assert_eq!(read(&vec![b'x'; FILE_MAX + 1]).map(|_| ()), Err(NotContacts::TooLarge));
    assert_eq!(said(&wide), Ok((0, 1)), "a note of more than {TEXT_MAX} characters");
    assert_eq!(said(&long), Ok((1, 0)));
    assert_eq!(read(nul.as_bytes()).unwrap().contacts[0].name.as_str(), "Ann Lee");
    assert_eq!(said(&many(ROWS_MAX)), Ok((ROWS_MAX, 0)));
    assert_eq!(said(&many(ROWS_MAX + 1)), Err(NotContacts::TooMany));
}

#[test]
fn a_file_that_is_something_else_says_what_it_is() {
    for (bytes, what) in [
        (&b""[..], NotContacts::Empty),
        (b" \r\n\xef\xbb\xbf", NotContacts::Empty),
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", NotContacts::Workbook),
        (b"PK\x03\x04\x14\x00\x06\x00Connections.csv", NotContacts::Archive),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", NotContacts::Workbook),
        (b"%PDF-1.7", NotContacts::Pdf),
        (b"\x89PNG\r\n", NotContacts::Picture),
        (b"\xff\xd8\xff\xe0", NotContacts::Picture),
        (b"\0\0\0\x18ftypheic", NotContacts::Picture),
        (b"<!DOCTYPE html><title>Contacts</title>", NotContacts::WebPage),
        (b"BEGIN:VCALENDAR\r\n", NotContacts::Calendar),
        (b"{\"format\": \"kith\", \"version\": 1}", NotContacts::Backup),
        (b"{\"version\":\"1.0\"}", NotContacts::Json),
        (b"Dear Ann,\nthank you for the lovely evening.\n", NotContacts::NoHeader),
        (b"1,2,3\n", NotContacts::NoHeader),
        (b"Name,E-mail,Phone\r\n\r\n,,\r\n", NotContacts::NoRows),
        (
            b"{\"version\":\"1\",\"app_version\":\"4.1\",\"export_date\":\"2026-10-02\",\"account\":{\"data\":[",
            NotContacts::Json,
        ),
    ] {
        assert_eq!(read(bytes), Err(what), "{}", String::from_utf8_lossy(bytes));
        assert!(what.to_string().ends_with('.'));
    }
}
