//! What would come of a file, row by row, and what came of it, in words.

use super::RejectedRowsFile;
use super::merge_fields::{About, FieldUpdate};
use super::verdict::{ArrivalRow, Destination, Verdict, VerdictCounts};
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::person::Name;
use crate::message::duplicate_text::probably;
use crate::message::links::grown;
use crate::message::pool;
use crate::message::reason::{count, number};
use crate::store::engine::{ImportSummary, ImportedRows};

/// What would come of one row.
pub fn fate(book: &Book, row: &ArrivalRow) -> String {
    let name = |id: &PersonId| book.person(*id).map_or("somebody", |person| person.name.as_str());
    match &row.verdict {
        Verdict::New => "New".to_string(),
        Verdict::Perhaps(found) => probably(name(&found.person), &found.likeness),
        Verdict::Already(id) if name(id) == row.name.as_str() => "Already here".to_string(),
        Verdict::Already(id) => format!("Already here as {}", name(id)),
        Verdict::Updates(id) if name(id) == row.name.as_str() => "Here, with news".to_string(),
        Verdict::Updates(id) => format!("Here as {}, with news", name(id)),
        Verdict::Waiting(_) => "In the holding pool".to_string(),
        Verdict::News(_) => "In the holding pool, with news".to_string(),
        Verdict::Same(line) => format!("As in row {line}"),
    }
}

/// That somebody was completed, and who where the row has another name.
pub fn completed(book: &Book, id: PersonId, row: &Name) -> String {
    let other = book.person(id).filter(|person| person.name != *row);
    other.map_or_else(|| "Completed".to_string(), |person| format!("Completed {}", person.name))
}

/// What is said beside the choice whether a row is somebody of the book: first where it is, then where it is not.
pub fn either(name: &str) -> [String; 2] {
    [format!("Completes {name}, and wipes nothing."), format!("Comes in as somebody new beside {name}.")]
}

/// One thing a file knows better: `Title: CFO → COO`, `E-mail: jim@ito.example`.
pub fn news(news: &FieldUpdate) -> String {
    let about = match &news.about {
        About::Title => "Title",
        About::Organisation => "Company",
        About::Reach(kind) => kind.label(),
        About::Facts => "Facts",
        About::Note => "Note",
        About::Tags => "Tags",
        About::ReferredBy => "Referred by",
        About::KnownSince => "Known since",
        About::Own(name) => &capital(name),
    };
    let new = start(&news.new);
    if news.old.is_empty() { format!("{about}: {new}") } else { format!("{about}: {} → {new}", start(&news.old)) }
}

/// The name of a field as a label: `looks for` becomes `Looks for`.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Where a file says another job than the book: `Title here: CFO; in the file: COO`.
pub fn differs(news: &FieldUpdate) -> String {
    let about = if news.about == About::Title { "Title" } else { "Company" };
    format!("{about} here: {}; in the file: {}", start(&news.old), start(&news.new))
}

/// The most characters of a text that a row shows.
const SHOWN: usize = 120;

fn start(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = line.chars().take(SHOWN).collect();
    if short.len() < line.len() { format!("{short}…") } else { line }
}

/// What an import brought: `3 people came in from contacts.csv. 2 people were completed.`
pub fn came(counts: &VerdictCounts, into: Destination, file: &str) -> String {
    let new = if into == Destination::Book { counts.new + counts.waiting } else { counts.new };
    let completed = counts.updated - counts.news;
    let came = match into {
        Destination::Book => format!("{} came in from {file}.", count(new, "person")),
        Destination::Pool => pool::came(new, counts.news, file),
    };
    let was = format!("{} {} completed", count(completed, "person"), if completed == 1 { "was" } else { "were" });
    let came_none = new == 0 && (into == Destination::Book || counts.news == 0);
    match completed {
        0 => came,
        _ if came_none => format!("{was} from {file}."),
        _ => format!("{came} {was}."),
    }
}

/// Like `came`, and says how many links of the file are in the tree now (B7).
pub fn came_linked(counts: &VerdictCounts, into: Destination, file: &str, links: usize) -> String {
    let brings = counts.new + counts.updated + if into == Destination::Book { counts.waiting } else { 0 };
    match (links, brings) {
        (0, _) => came(counts, into, file),
        (_, 0) => grown(links),
        _ => format!("{} {}", came(counts, into, file), grown(links)),
    }
}

/// What came of the rows of a file, for as long as it can be taken back: `3 new, 1 completed, 2 not read`; empty where it is
/// not known.
pub fn counted(rows: ImportedRows) -> String {
    let ImportedRows { new, completed, same, left_out, refused } = rows;
    let parts = [
        (new, "new"),
        (completed, "completed"),
        (same, "with nothing new"),
        (left_out, "left out"),
        (refused, "not read"),
    ];
    let parts = parts.into_iter().filter(|(many, _)| *many > 0);
    parts.map(|(many, word)| format!("{} {word}", number(many))).collect::<Vec<_>>().join(", ")
}

/// An import as it is listed: `contacts.csv came in today. 3 new, 1 completed.`
pub fn listed(came: &ImportSummary, day: &str) -> String {
    let ImportSummary { file, rows } = came;
    match (file.as_str(), counted(*rows)) {
        ("", _) => format!("A backup was merged {day}."),
        (file, rows) if rows.is_empty() => format!("{file} came in {day}."),
        (file, rows) => format!("{file} came in {day}. {rows}."),
    }
}

/// What is said once the report is with the person.
pub fn report_went(name: &str) -> String {
    format!("{name} is with you: what became of every row.")
}

/// What is said once what could not be read is with the person.
pub fn handed_back(written: &RejectedRowsFile) -> String {
    let RejectedRowsFile { name, count: many, cut, missing, .. } = written;
    let one = *many == 1;
    let with = if one { "with its reason. Correct it there" } else { "each with its reason. Correct them there" };
    let cut = match cut {
        0 => String::new(),
        1 => " 1 of them is very long, and cut.".to_string(),
        many => format!(" {} of them are very long, and cut.", number(*many)),
    };
    let missing = match missing {
        0 => String::new(),
        many => format!(" {} more did not fit; the first file still has them.", number(*many)),
    };
    format!("{name} is with you: {}, {with}, and bring the file in again.{cut}{missing}", count(*many, "row"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::name_match::{Alike, NameMatch};
    use crate::domain::person::{Name, Person, ReachKind};
    use crate::rules::duplicate::{Certainty, Likeness, Probably, Sign};

    fn check(verdict: impl Fn(PersonId) -> Verdict, expected: &str) {
        let mut book = Book::default();
        let id = "p1".parse().unwrap();
        book.put(Person { id, name: Name::new("Jim Ito").unwrap(), ..Person::default() }.into());
        let name = Name::new("James Ito").unwrap();
        let row = ArrivalRow {
            line: 2,
            name,
            detail: String::new(),
            verdict: verdict(id),
            news: Vec::new(),
            differs: Vec::new(),
        };
        assert_eq!(fate(&book, &row), expected);
    }

    #[test]
    fn a_row_says_what_would_come_of_it_and_as_whom_somebody_is_here() {
        check(|_| Verdict::New, "New");
        let likeness = Likeness {
            name: NameMatch::One(Alike::Nickname, false),
            signs: [Sign::Phone].into_iter().collect(),
            certainty: Certainty::Likely,
            points: 90,
        };
        let perhaps = |person| Verdict::Perhaps(Probably { person, likeness: likeness.clone() });
        check(perhaps, "Probably Jim Ito, because both have the same phone, and one name is a nickname of the other.");
        check(Verdict::Already, "Already here as Jim Ito");
        check(Verdict::Updates, "Here as Jim Ito, with news");
        check(|_| Verdict::Same(7), "As in row 7");
    }

    #[test]
    fn what_came_of_the_rows_is_counted_and_none_is_not_told() {
        let rows = ImportedRows { new: 1_200, completed: 1, same: 0, left_out: 2, refused: 3 };
        assert_eq!(counted(rows), "1,200 new, 1 completed, 2 left out, 3 not read");
        assert_eq!(counted(ImportedRows { same: 4, ..ImportedRows::default() }), "4 with nothing new");
        assert_eq!(counted(ImportedRows::default()), "");
        let listed = |file: &str, rows| super::listed(&ImportSummary { file: file.into(), rows }, "today");
        assert_eq!(listed("a.csv", rows), "a.csv came in today. 1,200 new, 1 completed, 2 left out, 3 not read.");
        assert_eq!(listed("a.csv", ImportedRows::default()), "a.csv came in today.");
        assert_eq!(listed("", ImportedRows::default()), "A backup was merged today.");
    }

    #[test]
    fn what_is_handed_back_says_how_much_and_what_to_do() {
        let said = |many, cut, missing| {
            handed_back(&RejectedRowsFile {
                name: "n.csv".into(),
                kind: "",
                text: String::new(),
                count: many,
                cut,
                missing,
            })
        };
        assert_eq!(
            said(1, 0, 0),
            "n.csv is with you: 1 row, with its reason. Correct it there, and bring the file in again."
        );
        let long = said(1_200, 1, 3);
        assert!(long.starts_with("n.csv is with you: 1,200 rows, each with its reason. Correct them there"), "{long}");
        assert!(
            long.ends_with(" 1 of them is very long, and cut. 3 more did not fit; the first file still has them."),
            "{long}"
        );
    }

    #[test]
    fn news_is_told_from_old_to_new() {
        let told = |about, old: &str, new: &str| news(&FieldUpdate { about, old: old.into(), new: new.into() });
        assert_eq!(told(About::Title, "CFO", "COO"), "Title: CFO → COO");
        assert_eq!(told(About::Reach(ReachKind::Email), "", "j@x.example"), "E-mail: j@x.example");
        assert_eq!(told(About::Own("looks for"), "", "CFOs"), "Looks for: CFOs");
        assert_eq!(told(About::Note, "", &"long\n".repeat(90)).chars().count(), "Note: ".len() + SHOWN + 1);
    }

    #[test]
    fn what_came_is_counted_and_what_did_not_come_is_not_told() {
        let counts =
            |new, updated, waiting, news| VerdictCounts { new, updated, waiting, news, ..VerdictCounts::default() };
        for (counts, into, expected) in [
            (counts(3, 0, 0, 0), Destination::Book, "3 people came in from a.csv."),
            (counts(1, 2, 0, 0), Destination::Book, "1 person came in from a.csv. 2 people were completed."),
            (counts(0, 1, 0, 0), Destination::Book, "1 person was completed from a.csv."),
            (counts(1, 1, 2, 1), Destination::Book, "3 people came in from a.csv."),
            (counts(2, 0, 0, 0), Destination::Pool, "2 names wait in the holding pool, from a.csv."),
            (counts(0, 1, 1, 1), Destination::Pool, "News of 1 name in the holding pool came from a.csv."),
            (counts(0, 1, 0, 0), Destination::Pool, "1 person was completed from a.csv."),
        ] {
            assert_eq!(came(&counts, into, "a.csv"), expected);
        }
    }
}
