//! The header of a table: which columns it has, and whose table it is.

use super::column::{Column, column};
use crate::domain::fold::fold;
use crate::exchange::contacts::Format;
use csv::StringRecord;

/// The names at the head of a table.
#[derive(Debug, Clone)]
pub struct Header {
    line: usize,
    heads: Vec<String>,
    columns: Vec<Column>,
}

impl Header {
    /// The header a row would be.
    pub fn new(line: usize, row: &StringRecord) -> Header {
        let heads: Vec<String> = row.iter().map(|head| head.trim().to_string()).collect();
        let mut columns: Vec<Column> = heads.iter().map(|head| column(head)).collect();
        // Outlook's "Title" is the form of address where there is a "Job Title"; elsewhere it is the job.
        let has = |wanted: &str| heads.iter().any(|head| fold(head) == wanted);
        if has("job title") {
            for (head, column) in heads.iter().zip(&mut columns) {
                if fold(head) == "title" {
                    *column = Column::Nothing;
                }
            }
        }
        // LinkedIn's "URL" is the profile.
        if has("connected on") || has("position") {
            for column in columns.iter_mut().filter(|column| matches!(column, Column::Web(_))) {
                *column = Column::Profile;
            }
        }
        Header { line, heads, columns }
    }

    /// The line it stands on.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The columns with the names at their heads, in their order.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &Column)> {
        self.heads.iter().map(String::as_str).zip(&self.columns)
    }

    /// How many columns are known.
    pub fn known(&self) -> usize {
        self.columns.iter().filter(|column| **column != Column::Unknown).count()
    }

    /// Whether it is a header at all: it names someone, and half of what it says is known.
    pub fn is_one(&self) -> bool {
        let names = |column: &Column| {
            use Column::{Email, Family, Given, Name, Organisation, Phone};
            matches!(column, Name | Given | Family | Email(_) | Phone(_) | Organisation)
        };
        let filled = self.heads.iter().filter(|head| !head.is_empty()).count();
        self.columns.iter().any(names) && (self.known() >= 3 || self.known() * 2 >= filled)
    }

    /// Whose table it is.
    pub fn format(&self) -> Format {
        let has = |head: &str| self.heads.iter().any(|h| fold(h) == head);
        match () {
            () if has("connected on") => Format::LinkedIn,
            () if has("record id") => Format::HubSpot,
            () if has("e-mail 1 - value") || has("group membership") || has("file as") => Format::Google,
            () if has("e-mail address") || has("business phone") => Format::Outlook,
            () => Format::Table,
        }
    }
}
