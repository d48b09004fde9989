//! What the person said of the tables of one shape: a setting of its own, found again by the name of the shape.

use super::{ColumnSaid, First, FirstRow, Setting};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::kind::Kind;
use crate::domain::record::Record;

/// The most columns of one shape of which something is kept.
const COLUMNS_MAX: usize = 200;

/// What was said of the tables of this shape, where anything was.
pub fn said_of<'a>(book: &'a Book, shape: &str) -> Option<&'a Setting> {
    book.setting(shape).filter(|said| says_anything(said))
}

/// What was said of tables of any shape.
pub fn all_said(book: &Book) -> Vec<Setting> {
    let settings = book.records(&Kind::Setting, false).into_iter();
    let said = |record| if let Record::Setting(said) = record { Some(said) } else { None };
    settings.filter_map(said).filter(says_anything).collect()
}

fn says_anything(said: &Setting) -> bool {
    !said.columns.is_empty() || said.days.is_some() || said.first_row.is_some()
}

/// The change that keeps what the column of this head holds; without a word it is read by its head again.
pub fn say_column(book: &Book, shape: &str, head: &str, holds: Option<&str>) -> Change {
    let mut said = there(book, shape);
    said.columns.retain(|column| column.head != head);
    if let Some(holds) = holds.filter(|_| said.columns.len() < COLUMNS_MAX) {
        said.columns.push(ColumnSaid { head: head.into(), holds: holds.into() });
    }
    Change::of(said)
}

/// The change that keeps what stands first in the days of such tables.
pub fn say_days(book: &Book, shape: &str, first: First) -> Change {
    Change::of(Setting { days: Some(first), ..there(book, shape) })
}

/// The change that keeps what the first row of such tables is. A table has one shape with a heading and another without;
/// what was said of the `other` one is forgotten.
pub fn say_first_row(book: &Book, shape: &str, other: &str, first_row: FirstRow) -> Change {
    let mut change = Change::of(Setting { first_row: Some(first_row), ..there(book, shape) });
    if said_of(book, other).is_some() {
        change.records.extend(forget(other).records);
    }
    change
}

/// The change that forgets what was said of the tables of this shape.
pub fn forget(shape: &str) -> Change {
    Change::of(Setting::named(shape))
}

fn there(book: &Book, shape: &str) -> Setting {
    book.setting(shape).cloned().unwrap_or_else(|| Setting::named(shape))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: &str = "columns-1f";

    fn make(book: &mut Book, change: Change) {
        for record in change.records {
            // By way of the file, where what rests is not written.
            let json = serde_json::to_string(&record.fields()).unwrap();
            book.put(Record::read(&record.kind(), record.id(), &json).unwrap());
        }
    }

    fn said(book: &Book) -> Vec<(&str, &str)> {
        let columns = said_of(book, SHAPE).map(|said| &said.columns[..]).unwrap_or_default();
        columns.iter().map(|column| (column.head.as_str(), column.holds.as_str())).collect()
    }

    #[test]
    fn the_last_word_about_a_column_is_kept_and_taken_back_with_none() {
        let mut book = Book::default();
        for (head, holds) in [("who", Some("name")), ("at", Some("email")), ("who", Some("nickname"))] {
            let change = say_column(&book, SHAPE, head, holds);
            make(&mut book, change);
        }
        assert_eq!(said(&book), [("at", "email"), ("who", "nickname")]);
        let change = say_column(&book, SHAPE, "at", None);
        make(&mut book, change);
        assert_eq!(said(&book), [("who", "nickname")]);
    }

    #[test]
    fn what_was_said_of_a_shape_is_forgotten_whole_and_alone() {
        let mut book = Book::default();
        for change in [say_days(&book, SHAPE, First::Month), say_days(&book, "columns-2f", First::Day)] {
            make(&mut book, change);
        }
        assert_eq!(said_of(&book, SHAPE).and_then(|said| said.days.clone()), Some(First::Month));
        make(&mut book, forget(SHAPE));
        assert_eq!(said_of(&book, SHAPE), None);
        assert_eq!(said_of(&book, "columns-2f").and_then(|said| said.days.clone()), Some(First::Day));
    }

    #[test]
    fn a_table_has_a_heading_or_none_never_both() {
        let mut book = Book::default();
        let change = say_first_row(&book, SHAPE, "columns-none-3", FirstRow::Heading);
        make(&mut book, change);
        let change = say_first_row(&book, "columns-none-3", SHAPE, FirstRow::Contact);
        make(&mut book, change);
        assert_eq!(said_of(&book, SHAPE), None);
        let first_row = said_of(&book, "columns-none-3").and_then(|said| said.first_row.clone());
        assert_eq!(first_row, Some(FirstRow::Contact));
    }

    #[test]
    fn no_more_columns_are_kept_than_can_be_shown() {
        let mut book = Book::default();
        for n in 0..COLUMNS_MAX + 5 {
            let change = say_column(&book, SHAPE, &n.to_string(), Some("note"));
            make(&mut book, change);
        }
        assert_eq!(said(&book).len(), COLUMNS_MAX);
    }
}
