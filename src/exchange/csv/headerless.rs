//! A table of which no head is known: what its columns hold is guessed by what stands in them, and can be corrected.

use super::column::{Column, column};
use super::header::Header;
use super::split::{SplitRow, split};
use super::{Habits, SEARCHED, begin, records, shape};
use crate::domain::draft::is_email;
use crate::domain::setting::FirstRow;
use crate::exchange::list::is_number;
use csv::StringRecord;

/// A cell with more characters is no heading.
const HEAD_MAX: usize = 60;

/// A plain table as it is read: with the shape it has, and the one it would have, were its first row taken otherwise.
pub struct Plain {
    /// Its header, or what stands for it.
    pub header: Header,
    /// What parts its cells.
    pub delimiter: u8,
    /// The shape it is read by.
    pub shape: String,
    /// The other shape.
    pub other: String,
    /// Whether it is certainly no list of lines: somebody said so, or every row but the first has an address in one column.
    pub is_sure: bool,
}

/// The plain table a text is: at least two rows, nearly all of as many cells, two or more.
pub fn find(text: &str, habits: &Habits) -> Option<Plain> {
    let (delimiter, columns, rows) = [b'\t', b';', b',', b'|']
        .into_iter()
        .filter_map(|delimiter| even(text, delimiter).map(|(columns, rows)| (delimiter, columns, rows)))
        .max_by_key(|(_, columns, _)| *columns)?;
    let ((line, first), rest) = rows.split_first()?;
    let keys = shape::keys(first.iter());
    let (with, without) = (shape::of_heads(keys.iter().map(String::as_str)), shape::of_bare(columns));
    let is_contact = first.iter().any(|cell| reaches(cell) || is_web(cell) || cell.chars().count() > HEAD_MAX);
    let said = [&with, &without].map(|shape| habits.said_of(shape));
    let is_bare =
        is_contact || said.last().copied().flatten().is_some_and(|said| said.first_row == Some(FirstRow::Contact));
    let is_headed = said.first().copied().flatten().map_or(!is_bare, |said| said.first_row != Some(FirstRow::Contact));
    let is_said = if is_headed { said.first() } else { said.last() }.copied().flatten().is_some();
    let is_sure = is_said || (is_headed && rest.len() > 1 && reached(rest, columns));
    let (header, shape, other) = if is_headed {
        let heads = || first.iter().map(str::trim).map(str::to_string);
        (Header::guessed(*line, heads().zip(guesses(heads(), rest, columns))), with, without)
    } else {
        let none = || std::iter::repeat_n(String::new(), columns);
        (Header::guessed(0, none().zip(guesses(none(), &rows, columns))), without, with)
    };
    Some(Plain { header, delimiter, shape, other, is_sure })
}

type NumberedRecord = (usize, StringRecord);

/// The first rows of a text by this separator, where at least three in four have as many cells.
fn even(text: &str, delimiter: u8) -> Option<(usize, Vec<NumberedRecord>)> {
    let parts: Vec<SplitRow> =
        split(begin(text), delimiter).into_iter().filter(|p| p.is_whole).take(SEARCHED).collect();
    let whole: String = parts.iter().map(|part| part.text).collect();
    let rows: Vec<NumberedRecord> = parts.iter().map(|part| part.line).zip(records(&whole, delimiter)).collect();
    let columns = rows.first()?.1.len();
    let even = rows.iter().filter(|(_, row)| row.len() == columns).count();
    (columns >= 2 && rows.len() >= 2 && even * 4 >= rows.len() * 3).then_some((columns, rows))
}

fn cells(rows: &[NumberedRecord], at: usize) -> impl Iterator<Item = &str> {
    rows.iter().filter_map(move |(_, row)| row.get(at)).map(str::trim).filter(|cell| !cell.is_empty())
}

/// Whether somebody can be reached by a cell.
fn reaches(cell: &str) -> bool {
    is_email(cell.trim()) || is_number(cell.trim())
}

fn is_web(cell: &str) -> bool {
    cell.starts_with("https://") || cell.starts_with("http://")
}

/// Whether in one column every cell is a way to reach somebody.
fn reached(rows: &[NumberedRecord], columns: usize) -> bool {
    (0..columns).any(|at| cells(rows, at).count() == rows.len() && cells(rows, at).all(reaches))
}

/// What the columns may hold: by their heads, else by what stands in them. Where none is a name, the first of words is.
fn guesses(heads: impl Iterator<Item = String>, rows: &[NumberedRecord], columns: usize) -> Vec<Column> {
    let by_head = heads.chain(std::iter::repeat(String::new())).take(columns);
    let guess = |(at, head): (usize, String)| match column(&head) {
        Column::Unknown => by_cells(&cells(rows, at).collect::<Vec<_>>()),
        known => known,
    };
    let mut guesses: Vec<Column> = (0..).zip(by_head).map(guess).collect();
    let is_name = |column: &Column| matches!(column, Column::Name | Column::Given | Column::Family);
    if !guesses.iter().any(is_name) {
        let of_words = |at: &usize| guesses.get(*at) == Some(&Column::Unknown) && cells(rows, *at).any(is_word);
        let single = |at: &usize| of_words(at) && cells(rows, *at).all(|cell| !cell.contains(' '));
        let first = (0..columns).find(of_words);
        let pair = first.filter(single).zip(first.map(|at| at + 1).filter(single));
        let named: &[(Option<usize>, Column)] = &match pair {
            Some((given, family)) => [(Some(given), Column::Given), (Some(family), Column::Family)],
            None => [(first, Column::Name), (None, Column::Family)],
        };
        for (at, column) in named {
            if let Some(guess) = at.and_then(|at| guesses.get_mut(at)) {
                *guess = column.clone();
            }
        }
    }
    guesses
}

fn is_word(cell: &str) -> bool {
    cell.contains(char::is_alphabetic)
}

/// What a column of these cells may hold.
fn by_cells(cells: &[&str]) -> Column {
    let most = |fits: fn(&str) -> bool| cells.iter().filter(|cell| fits(cell)).count() * 2 > cells.len();
    match () {
        () if most(is_email) => Column::Email(String::new()),
        () if most(is_number) => Column::Phone(String::new()),
        () if most(is_web) => Column::Web(String::new()),
        () => Column::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Book;
    use crate::domain::setting::say_first_row;

    fn told(text: &str, book: &Book) -> String {
        let Some(plain) = find(text, &Habits::of(book, None)) else { return "no table".into() };
        let columns = plain.header.columns().map(|(name, column)| format!("{name}:{column:?}"));
        let sure = if plain.is_sure { " sure" } else { "" };
        format!("line {}{sure} {}", plain.header.line(), columns.collect::<Vec<_>>().join(" ")).replace("(\"\")", "")
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(told(text, &Book::default()), expected, "{text}");
    }

    #[test]
    fn r12_columns_without_a_known_head_are_guessed_by_what_stands_in_them() {
        let russian = "Имя,Почта,Тел\nАнна Ким,anna@kim.example,+7 912 555 0101\nОля,olga@x.example,+7 912 555 0102\n";
        check(russian, "line 1 sure Имя:Name Почта:Email Тел:Phone");
        check("Ann;Lee;ann@lee.example\nBo;Ek;bo@ek.example\n", "line 0 :Given :Family :Email");
        check("Ann Lee|Acme|https://lee.example\nBo|Ek|https://ek.example", "line 0 :Name :Unknown :Web");
        check("Ann Lee|03/04/1980\nBo Ek|12.11.1979\n", "line 1 Ann Lee:Name 03/04/1980:Unknown");
        check("1,2,3\n4,5,6\n", "line 1 1:Unknown 2:Unknown 3:Unknown");
    }

    #[test]
    fn r12_a_first_row_is_a_heading_unless_something_in_it_is_none() {
        check("Ann Lee,Acme\nBo Ek,Bolt\n", "line 1 Ann Lee:Name Acme:Unknown");
        let sentence = "We met at the fair in spring, and talked for hours about boats";
        check(&format!("Ann Lee;{sentence}\nBo Ek;Bolt\n"), "line 0 :Name :Unknown");
        check("Имя,Почта\nАнна,anna@kim.example\n", "line 1 Имя:Name Почта:Email");
        check("Имя,Почта\nАнна,anna@kim.example\nОля,\n", "line 1 Имя:Name Почта:Email");
        check("Имя,Почта\nАнна,anna@kim.example\nОля,olga@x.example\n", "line 1 sure Имя:Name Почта:Email");
    }

    #[test]
    fn r12_what_most_cells_are_a_column_is_and_what_parts_most_cells_parts_them() {
        check("Wer,Was\nAnn,bo@x.example\nBo,red\nCy,blue\n", "line 1 Wer:Given Was:Family");
        check("Wer;Lee, Jr.;x\nBo;Ek, Sr.;y\n", "line 1 Wer:Name Lee, Jr.:Unknown x:Unknown");
    }

    #[test]
    fn a_letter_a_list_of_words_and_a_single_row_are_no_table() {
        for text in ["Dear Ann,\nthank you for the evening.\nCall me.\n", "Bob\nAnn\n", "Ann,Lee,555\n", ""] {
            check(text, "no table");
        }
    }

    #[test]
    fn r12_whether_the_first_row_is_a_heading_can_be_said_both_ways() {
        let text = "Ann,Acme\nBo,Bolt\nCy,Coil\n";
        let mut book = Book::default();
        let plain = find(text, &Habits::of(&book, None)).unwrap();
        assert_eq!((plain.header.line(), plain.is_sure), (1, false));
        for (here, there, first_row, line) in
            [(&plain.other, &plain.shape, FirstRow::Contact, 0), (&plain.shape, &plain.other, FirstRow::Heading, 1)]
        {
            let change = say_first_row(&book, here, there, first_row);
            change.records.into_iter().for_each(|record| book.put(record));
            let again = find(text, &Habits::of(&book, None)).unwrap();
            assert_eq!((again.header.line(), again.is_sure, &again.shape), (line, true, here));
        }
    }
}
