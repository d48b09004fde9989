//! A table laid open: what each column is taken for and what in it is in doubt, so that a person can correct it.

use super::column::Column;
use super::column_kind;
use super::days::DayColumns;
use super::header::Header;
use super::{Habits, shape};
use crate::domain::book::Book;
use crate::domain::setting::{FirstRow, Setting};
use crate::message::reason::{count, number};
use csv::StringRecord;

/// So many columns are listed.
pub const LISTED: usize = 200;
/// So many values of a column are shown, each of so many characters; a name may be longer.
const FIRSTS: usize = 3;
const FIRST_MAX: usize = 40;
const NAME_MAX: usize = 100;

/// A table as a person can correct it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// The shape by which what is said of it is kept.
    pub shape: String,
    /// Where it is in doubt whether the first row names the columns: the shape it has otherwise.
    pub other: Option<String>,
    /// Whether its first row names the columns.
    pub is_headed: bool,
    /// The columns, as many as are listed.
    pub columns: Vec<LaidColumn>,
    /// How many columns there are.
    pub all: usize,
    /// What its columns come to, in a sentence.
    pub said: String,
    /// What is asked about its days.
    pub days: Option<DayColumns>,
    /// Whether nothing about it was known but what stands in its cells.
    pub is_guessed: bool,
    /// What the book says of it and of the same with its first row taken otherwise.
    pub remembered: [Option<Setting>; 2],
}

/// A column as a person can correct it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidColumn {
    /// What it is known by.
    pub key: String,
    /// What it is called: the name at its head, or its place.
    pub name: String,
    /// Its first values.
    pub firsts: String,
    /// What it is taken for.
    pub holds: String,
    /// What it is taken for when nothing is said.
    pub by_itself: String,
    /// What can be said of it: words and labels.
    pub choices: Vec<(String, String)>,
}

impl Laid {
    /// This table laid open, with its first rows and what has to be asked about its days.
    pub fn of(open: &Open, days: Option<DayColumns>, habits: &Habits) -> Laid {
        let Open { header, keys, .. } = open;
        let row = |((head, key), at): ((&super::header::Head, &String), usize)| LaidColumn {
            key: key.clone(),
            name: if head.name.is_empty() { format!("Column {}", at + 1) } else { start(&head.name, NAME_MAX) },
            firsts: firsts(&open.rows, at),
            holds: column_kind::word(&head.column).into(),
            by_itself: column_kind::word(&head.by_itself).into(),
            choices: column_kind::list(&head.by_itself),
        };
        Laid {
            shape: open.shape.clone(),
            other: open.other.clone(),
            is_headed: header.line() > 0,
            columns: header.heads().iter().zip(keys).zip(0..).take(LISTED).map(row).collect(),
            all: header.heads().len(),
            said: said(header),
            days,
            is_guessed: open.other.is_some() && habits.said_of(&open.shape).is_none(),
            remembered: remembered(habits, &open.shape, open.other.as_deref()),
        }
    }

    /// Whether it was read as the book says now.
    pub fn is_as_said(&self, book: &Book) -> bool {
        self.remembered == remembered(&Habits::of(book, None), &self.shape, self.other.as_deref())
    }

    /// Whether anything said about files of its shape is kept.
    pub fn is_remembered(&self) -> bool {
        self.remembered.first().is_some_and(Option::is_some)
    }

    /// What the column of this key is taken for.
    pub fn holds(&self, key: &str) -> &str {
        self.columns.iter().find(|column| column.key == key).map_or("", |column| &column.holds)
    }

    /// What is said once a column is taken for something else.
    pub fn told(&self, key: &str, holds: &str) -> String {
        let Some(column) = self.columns.iter().find(|column| column.key == key) else { return String::new() };
        let label = column.choices.iter().find(|(word, _)| word == holds).map_or("", |(_, label)| label);
        let name = start(&column.name, FIRST_MAX);
        match holds {
            "nothing" => format!("{name} is left out."),
            "headed" => format!("{name} goes into the note."),
            _ => format!("{name} is read as: {label}."),
        }
    }

    /// What its first row is taken for.
    pub fn first_row(&self) -> FirstRow {
        if self.is_headed { FirstRow::Heading } else { FirstRow::Contact }
    }

    /// The word to keep for a column that is taken for this; none where it is taken for it anyway.
    pub fn kept<'a>(&self, key: &str, holds: &'a str) -> Option<&'a str> {
        let by_itself = self.columns.iter().find(|column| column.key == key).map(|column| column.by_itself.as_str());
        Some(holds).filter(|holds| by_itself != Some(holds))
    }

    /// What stands beside a table that is read as was said.
    pub fn remembered_words(&self) -> String {
        match (self.is_remembered(), self.is_headed) {
            (false, _) => String::new(),
            (true, true) => "Files with these headings are read as you said.".into(),
            (true, false) => format!("Files of {} without headings are read as you said.", count(self.all, "column")),
        }
    }

    /// How many columns are listed, where not all are; else empty.
    pub fn not_listed(&self) -> String {
        if self.all <= LISTED {
            return String::new();
        }
        let (listed, rest) = (number(LISTED), count(self.all - LISTED, "other column"));
        format!("The first {listed} columns are listed; the {rest} are read by their headings.")
    }
}

/// A table that has been opened, and what is known about it besides its header.
#[derive(Debug)]
pub struct Open {
    /// Its columns.
    pub header: Header,
    /// What each is known by.
    pub keys: Vec<String>,
    /// Its shape.
    pub shape: String,
    /// Where the heading is in doubt: the shape it has otherwise.
    pub other: Option<String>,
    /// Its first rows below the heading.
    pub rows: Vec<StringRecord>,
}

impl Open {
    /// A table with these columns, read as the book says of its shape; `shapes` where the heading is in doubt.
    pub fn new(mut header: Header, shapes: Option<(String, String)>, rows: Vec<StringRecord>, habits: &Habits) -> Open {
        let bare = || (1..=header.heads().len()).map(|at| at.to_string()).collect();
        let keys: Vec<String> =
            if header.line() == 0 { bare() } else { shape::keys(header.columns().map(|(name, _)| name)) };
        let (shape, other) = match shapes {
            Some((shape, other)) => (shape, Some(other)),
            None => (shape::of_heads(keys.iter().map(String::as_str)), None),
        };
        if let Some(said) = habits.said_of(&shape) {
            for column in &said.columns {
                let head =
                    keys.iter().position(|key| *key == column.head).and_then(|at| header.heads_mut().get_mut(at));
                if let Some((head, column)) = head.zip(column_kind::of_word(&column.holds)) {
                    head.column = column;
                }
            }
        }
        Open { header, keys, shape, other, rows }
    }
}

fn remembered(habits: &Habits, shape: &str, other: Option<&str>) -> [Option<Setting>; 2] {
    [habits.said_of(shape).cloned(), other.and_then(|other| habits.said_of(other)).cloned()]
}

fn firsts(rows: &[StringRecord], at: usize) -> String {
    let filled = rows.iter().filter_map(|row| row.get(at)).map(str::trim).filter(|cell| !cell.is_empty());
    filled.take(FIRSTS).map(|cell| start(cell, FIRST_MAX)).collect::<Vec<_>>().join(" · ")
}

/// The beginning of a text, on one line.
fn start(text: &str, most: usize) -> String {
    let line: String = text.chars().take(most * 4).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let short: String = line.trim().chars().take(most).collect();
    if short.len() < line.trim().len() { format!("{short}…") } else { short }
}

/// What the columns of a table come to: `3 of 24 columns go into the note, and 2 are left out.`
fn said(header: &Header) -> String {
    let many = |is: fn(&Column) -> bool| header.columns().filter(|(_, column)| is(column)).count();
    let (noted, left) = (many(|column| *column == Column::Unknown), many(|column| *column == Column::Nothing));
    let all = count(header.heads().len(), "column");
    let (go, are) = (if noted == 1 { "goes" } else { "go" }, if left == 1 { "is" } else { "are" });
    match (noted, left) {
        (0, 0) => format!("{all}: each has its place."),
        (0, _) => format!("{all}: {} {are} left out.", number(left)),
        (_, 0) => format!("{all}: {} {go} into the note.", number(noted)),
        _ => format!("{all}: {} {go} into the note, and {} {are} left out.", number(noted), number(left)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(heads: &str) -> Header {
        Header::new(1, &heads.split(',').collect::<Vec<_>>().into())
    }

    #[test]
    fn what_the_columns_come_to_is_said_in_a_sentence() {
        for (heads, expected) in [
            ("Name,E-mail", "2 columns: each has its place."),
            ("Name,Shoe size", "2 columns: 1 goes into the note."),
            ("Name,Photo", "2 columns: 1 is left out."),
            ("Name,Shoe,Hat,Photo,Priority", "5 columns: 2 go into the note, and 2 are left out."),
        ] {
            assert_eq!(said(&header(heads)), expected);
        }
    }

    #[test]
    fn the_first_values_of_a_column_are_short_and_on_one_line() {
        let rows: Vec<StringRecord> = ["a", "", "b\nc", "d", "e"].map(|cell| vec!["x", cell].into()).into();
        assert_eq!(firsts(&rows, 1), "a · b c · d");
        assert_eq!(firsts(&rows, 7), "");
        assert_eq!(start(&"é".repeat(50), FIRST_MAX).chars().count(), FIRST_MAX + 1);
    }

    #[test]
    fn r12_what_is_said_of_a_column_is_told_and_kept_unless_it_is_so_anyway() {
        let open = Open::new(header("Name,Shoe size"), None, Vec::new(), &Habits::default());
        let laid = Laid::of(&open, None, &Habits::default());
        assert_eq!((laid.holds("name"), laid.holds("shoesize"), laid.holds("none")), ("name", "headed", ""));
        for (holds, told, kept) in [
            ("nickname", "Shoe size is read as: Nickname.", Some("nickname")),
            ("nothing", "Shoe size is left out.", Some("nothing")),
            ("headed", "Shoe size goes into the note.", None),
        ] {
            assert_eq!((laid.told("shoesize", holds).as_str(), laid.kept("shoesize", holds)), (told, kept));
        }
        assert_eq!(laid.remembered_words(), "");
    }

    #[test]
    fn no_more_columns_are_listed_than_a_page_can_show_and_that_is_said() {
        let wide = (0..10_000).map(|n| format!("c{n}")).collect::<Vec<_>>().join(",");
        let open = |heads: &str| Open::new(header(heads), None, Vec::new(), &Habits::default());
        let laid = Laid::of(&open(&wide), None, &Habits::default());
        assert_eq!((laid.columns.len(), laid.all), (LISTED, 10_000));
        assert_eq!(
            laid.not_listed(),
            "The first 200 columns are listed; the 9,800 other columns are read by their headings."
        );
        assert_eq!(Laid::of(&open("Name,E-mail"), None, &Habits::default()).not_listed(), "");
    }
}
