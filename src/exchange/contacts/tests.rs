//! Files of contacts as programs write them, and what is read from each. All names and numbers are made up.
//!
//! Every fact known of those files, and where it stands: a fixture of `tests/fixtures/contacts` with what is read from it
//! in `tables`, `cards` or `others`, or a test beside the code.
//!
//! | quirk | where |
//! |---|---|
//! | the content tells what it is, never the name | `others`: a_file_that_is_something_else; no name is ever given |
//! | UTF-8 with its mark; UTF-16 with and without; Windows-1252; several in one file | `linkedin.csv`; `google-before-2024.csv`; `outlook*.csv`; `two-encodings.csv`; `encoding` |
//! | separated by commas, semicolons, tabs, bars | `google.csv`; `outlook.csv`; `names.csv`; `tables`: bars |
//! | quotation marks before lines: real line ends in a cell; one that never closes | `google.csv`, `outlook-french.csv`; `open-quote.csv` |
//! | heads of any case and spelling, in any order; the header behind other lines, within twenty | `csv::column`; `tables`: in_any_order; `linkedin.csv`, `tables`: header |
//! | unknown columns go to the note; rows longer and shorter than the header | `atomic.csv`, `google.csv`; `open-quote.csv` |
//! | a guard against formulas is taken off | `google.csv`, `outlook.csv`; `csv::row` |
//! | Google today: pairs of label and value, `* ` and `*` the preferred, labels joined by ` ::: ` with its own ones, several values in a cell, address as a whole or in pieces | `google.csv`, `google-whole.csv` |
//! | Google: rows with an address or a company alone; names that are notes | `google-whole.csv` |
//! | Google: `Referred By` as a relation | `google.csv`, `google-oldest.csv` |
//! | Google before 2024: Type, Group Membership; without Language and Photo; Cyrillic, Greek | `google-before-2024.csv`, `google-oldest.csv` |
//! | Outlook: all columns; `Title` is no job, `Referred By`; an empty day is `0/0/00` | `outlook-whole.csv`; `outlook-german.csv` |
//! | Outlook: classic order, all quoted; `Country/Region`; `Categories` by `;` | `outlook.csv` |
//! | Outlook: days of either order, as words where that is open | `outlook-whole.csv`, `outlook.csv`; `exchange::day` |
//! | Outlook in German and French | `outlook-german.csv`, `outlook-french.csv` |
//! | LinkedIn: preamble, mark, CRLF, quoted `"Notes:"`; none of them; without URL; empty and repeated rows | `linkedin.csv`, `linkedin-quoted.csv`; `tables`: connections_without |
//! | LinkedIn: the profile tells who it is; days also as `7-Feb-22`; into the pool | `arriving`; `linkedin.csv`; `arriving` |
//! | vCard: folds of blank and tab; many cards; groups and labels; `X-ABDATE`; empty labels; sounds of names | `apple.vcf`, `quirks.vcf`; `google.vcf` |
//! | vCard 2.1: quoted-printable, soft breaks, `CHARSET`, bare types, cards inside cards | `phone-2.1.vcf`, `quirks.vcf` |
//! | vCard: who referred, by a label, a type, or the UID of another card | `apple.vcf`, `google.vcf`; `contacts::links`; `uids.vcf` |
//! | vCard: days without a year (`1604`, with and without its parameter; `--0415`), `19871125`, `value=date`, with a time | `apple.vcf`, `google.vcf`; `four.vcf`; `quirks.vcf` |
//! | vCard: escapes, and wrong ones; `ORG` with units; `N` alone, `FN` alone, a nickname alone, a company alone, nothing | `apple.vcf`, `google.vcf`; `quirks.vcf`, `four.vcf` |
//! | vCard: pictures of all kinds are dropped | `apple.vcf`, `phone-2.1.vcf`, `four.vcf`, `google.vcf`, `quirks.vcf` |
//! | vCard: repeated VERSION, PRODID, BDAY; a bad line; a card cut short; a group | `apple.vcf`, `quirks.vcf`; `cut-in-half.vcf` |
//! | HubSpot: any view, `Associated Company`, ids by `;`; ten languages; rows without anybody | `tables`: hubspot; `hubspot-german.csv`; `hubspot.csv` |
//! | Monica 4; a dump of its database | `monica.json`, `monica::skim`; `rejection` |
//! | Atomic CRM: tags in one cell | `atomic.csv` |
//! | a pasted list | `exchange::list` |

use super::*;
use crate::exchange::contact_reader::read;
use proptest::prelude::*;

macro_rules! fixture {
    ($name:literal) => {
        include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/contacts/", $name))
    };
}

/// A contact, field by field; those that are empty are left out.
fn shown(c: &Contact) -> String {
    let mut out = format!("{} {}", c.line, c.name);
    let reach: Vec<String> = c.reach.iter().map(|r| format!("{}({}) {}", r.kind.word(), r.label, r.value)).collect();
    for (field, text) in [
        ("title", c.title.clone()),
        ("at", c.organisation.clone()),
        ("reach", reach.join(", ")),
        ("facts", c.facts.replace('\n', " / ")),
        ("note", c.note.replace('\n', " / ")),
        ("tags", c.tags.iter().cloned().collect::<Vec<_>>().join(", ")),
        ("by", c.referred_by.clone()),
        ("since", c.known_since.map(|day| day.to_string()).unwrap_or_default()),
    ] {
        if !text.is_empty() {
            out += &format!("\n  {field}: {text}");
        }
    }
    out
}

fn drawn(reading: &Reading) -> String {
    let contacts = reading.contacts.iter().map(shown);
    let refused = reading.refused.iter().map(|r| format!("! {r} [{}]", r.what));
    contacts.chain(refused).collect::<Vec<_>>().join("\n")
}

fn check(bytes: &[u8], format: Format, expected: &str) {
    let reading = read(bytes).unwrap();
    assert_eq!(reading.format, format);
    let drawn = drawn(&reading);
    assert_eq!(drawn, expected.trim(), "\n{drawn}\n");
}

mod arriving;
mod cards;
mod others;
mod tables;

proptest! {
    #[test]
    fn any_bytes_are_contacts_or_a_reason(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }

    #[test]
    fn every_card_is_a_contact_or_refused(lines in proptest::collection::vec(
        prop_oneof![
            Just("BEGIN:VCARD".to_string()), Just("END:VCARD".to_string()), Just("VERSION:2.1".to_string()),
            "(FN|N|ORG|item1\\.TEL|NOTE;ENCODING=QUOTED-PRINTABLE|X-ABLabel):[a-z;=,\\\\]{0,9}=?", "[ \t]?\\PC{0,9}", "AGENT:",
        ], 0..30,
    ), ending in prop_oneof![Just("\n"), Just("\r\n"), Just("\r")]) {
        let text = format!("BEGIN:VCARD{ending}{}", lines.join(ending));
        let reading = read(text.as_bytes()).unwrap();
        prop_assert!(!reading.contacts.is_empty() || !reading.refused.is_empty());
        prop_assert!(reading.refused.iter().all(|r| r.what.chars().count() <= 80 && !r.what.contains(char::is_control)));
    }

    #[test]
    fn every_row_is_a_contact_or_refused(rows in proptest::collection::vec("[a-z]{1,5},[a-z@.]{0,6}(,[^\\x00-\\x1f\"]{0,9})?", 1..20)) {
        let text = format!("Name,Email\n{}\n", rows.join("\n"));
        let reading = read(text.as_bytes()).unwrap();
        prop_assert_eq!(reading.contacts.len() + reading.refused.len(), rows.len());
    }
}
