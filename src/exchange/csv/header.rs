//! The header of a table: which columns it has, and whose table it is.

use super::column::{Column, column_of, key_of};
use super::localized_headers::english;
use crate::domain::fold::fold;
use crate::exchange::contacts::{COLUMN, Format};
use crate::exchange::day::Order;
use csv::StringRecord;

/// What is certainly the job, so that a title beside it is the form of address.
const JOBS: &[&str] = &["jobtitle", "fonction", "poste", "intituleduposte"];
/// A name that may be the whole of it or a part.
const NAMES: &[&str] = &["name", "nombre", "nome", "naam", "namn", "nimi", "名前"];

/// So many columns are known by their heads; no program writes more, and ten thousand must not be looked up in every row
/// that may be a heading.
const KNOWN_MAX: usize = 2_000;
/// A head of more bytes is none that is known.
const HEAD_MAX: usize = 400;

/// The names at the head of a table.
#[derive(Debug, Clone)]
pub struct Header {
    line: usize,
    heads: Vec<Head>,
    format: Format,
}

/// One column.
#[derive(Debug, Clone)]
pub struct Head {
    /// The name at its head; empty where there is none.
    pub name: String,
    /// What it is taken for by its head, or by what stands in it.
    pub by_itself: Column,
    /// What it is read as: the same, unless somebody said otherwise.
    pub column: Column,
    /// In which order its days are written, as far as that is known.
    pub order: Option<Order>,
}

impl Head {
    fn new(name: String, column: Column) -> Head {
        Head { name, by_itself: column.clone(), column, order: None }
    }
}

impl Header {
    /// The header a row would be.
    pub fn new(line: usize, row: &StringRecord) -> Header {
        let heads: Vec<String> = row.iter().map(|head| head.trim().to_string()).collect();
        let short = |head: &String| if head.len() > HEAD_MAX { String::new() } else { fold(head) };
        let folded: Vec<String> = heads.iter().take(KNOWN_MAX).map(short).collect();
        let keys: Vec<String> = folded.iter().map(|head| key_of(head)).collect();
        let mut columns: Vec<Column> = keys.iter().map(|key| column_of(key)).collect();
        columns.resize(heads.len(), Column::Unknown);
        // Outlook's "Title" is the form of address where there is a "Job Title"; elsewhere it is the job.
        let has = |wanted: &str| folded.iter().any(|head| head == wanted);
        let is_connections = has("connected on") || has("position");
        let has_job = keys.iter().any(|key| JOBS.contains(&key.as_str()));
        let has_part = |wanted: Column| columns.contains(&wanted);
        let is_half = has_part(Column::Family) && !has_part(Column::Given);
        for (key, column) in keys.iter().zip(&mut columns) {
            match (key.as_str(), &column) {
                ("title" | "titre" | "titel", _) if has_job => *column = Column::Nothing,
                // LinkedIn's "URL" is the profile.
                ("url", Column::Web(_)) if is_connections => *column = Column::Profile,
                // Beside a surname, and without a first name, the name is the first name.
                (key, Column::Name) if is_half && NAMES.contains(&key) => *column = Column::Given,
                _ => {}
            }
        }
        let is_ours = heads.iter().take(KNOWN_MAX).any(|head| head.starts_with(COLUMN));
        let format = if is_ours { Format::Kith } else { format(&folded, &keys) };
        let heads = heads.into_iter().zip(columns).map(|(name, column)| Head::new(name, column)).collect();
        Header { line, format, heads }
    }

    /// The header of a table of which nothing is known by its heads: these columns, under these names. It stands on this
    /// line; on none, 0, where there is no heading.
    pub fn guessed(line: usize, heads: impl Iterator<Item = (String, Column)>) -> Header {
        let heads = heads.map(|(name, column)| Head::new(name, column)).collect();
        Header { line, heads, format: Format::Table }
    }

    /// The line it stands on.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The columns, in their order.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// The columns, for whoever knows better what they hold.
    pub fn heads_mut(&mut self) -> &mut [Head] {
        &mut self.heads
    }

    /// The columns with the names at their heads, in their order.
    pub fn columns(&self) -> impl Iterator<Item = (&str, &Column)> {
        self.heads.iter().map(|head| (head.name.as_str(), &head.column))
    }

    /// How many columns are known.
    pub fn known(&self) -> usize {
        self.columns().filter(|(_, column)| **column != Column::Unknown).count()
    }

    /// Whether it is a header at all: it names someone, and half of what it says is known.
    pub fn is_one(&self) -> bool {
        let names = |column: &Column| {
            use Column::{Email, Family, Given, Name, Organisation, Phone};
            matches!(column, Name | Given | Family | Email(_) | Phone(_) | Organisation)
        };
        let filled = self.columns().filter(|(name, _)| !name.is_empty()).count();
        self.columns().any(|(_, column)| names(column)) && (self.known() >= 3 || self.known() * 2 >= filled)
    }

    /// Whose table it is.
    pub fn format(&self) -> Format {
        self.format
    }
}

/// Whose table has these heads, folded and as keys, where it is not ours.
fn format(folded: &[String], keys: &[String]) -> Format {
    let has = |wanted: &str| folded.iter().any(|head| head == wanted);
    let any = |is: fn(&str) -> bool| keys.iter().any(|key| is(key));
    match () {
        () if has("connected on") => Format::LinkedIn,
        () if any(is_record_id) => Format::HubSpot,
        () if has("e-mail 1 - value") || has("group membership") || has("file as") => Format::Google,
        () if has("e-mail address") || has("business phone") || any(is_business_phone) => Format::Outlook,
        () => Format::Table,
    }
}

/// Whether it names the business phone as Outlook does in German and French.
fn is_business_phone(key: &str) -> bool {
    matches!(key, "telefongeschaftlich" | "telephonebureau")
}

/// Whether it is HubSpot's own number of a row, in the language of whoever exported it.
fn is_record_id(key: &str) -> bool {
    key == "recordid" || english(key) == Some("recordid")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(heads: &str) -> Header {
        Header::new(1, &heads.split(',').collect::<Vec<_>>().into())
    }

    fn check(heads: &str, is_one: bool, format: Format) {
        let header = header(heads);
        assert_eq!((header.is_one(), header.format()), (is_one, format), "{heads}");
    }

    #[test]
    fn a_header_names_someone_and_half_of_it_is_known() {
        for (heads, is_one) in [
            ("Name,E-mail,Phone", true),
            ("Name", true),
            ("Name,Shoe size", true),
            ("Name,Shoe size,Hat size", false),
            ("Name,E-mail,Phone,Shoe size,Hat size,Car,Boat,Plane", true),
            ("Birthday,Notes", false),
            ("Jim Stone,jim@stone.example,555-0101", false),
            ("Name,,,,", true),
            ("", false),
        ] {
            check(heads, is_one, Format::Table);
        }
    }

    #[test]
    fn the_program_is_known_by_a_column_that_only_it_writes() {
        check("First Name,Last Name,URL,Email Address,Company,Position,Connected On", true, Format::LinkedIn);
        check("Record ID,First Name,Last Name,Email", true, Format::HubSpot);
        check("First Name,Last Name,E-mail 1 - Value", true, Format::Google);
        check("First Name,Last Name,E-mail Address,Business Phone", true, Format::Outlook);
        check("first name,LAST NAME,connected on", true, Format::LinkedIn);
    }

    #[test]
    fn a_title_is_the_job_unless_there_is_a_job_title_beside_it() {
        let columns = |heads: &str| header(heads).columns().map(|(_, column)| column.clone()).collect::<Vec<_>>();
        assert_eq!(columns("Name,Title"), [Column::Name, Column::Title]);
        assert_eq!(columns("Title,Name,Job Title"), [Column::Nothing, Column::Name, Column::Title]);
    }

    #[test]
    fn an_address_of_the_web_is_a_profile_among_connections() {
        let is_profile =
            |heads: &str| header(heads).columns().any(|(head, column)| head == "URL" && *column == Column::Profile);
        assert!(is_profile("Name,URL,Position"));
        assert!(is_profile("Name,URL,Connected On"));
        assert!(!is_profile("Name,URL,Phone"));
    }

    #[test]
    fn heads_are_trimmed_and_keep_their_order() {
        let header = header(" Name , Shoe size,Phone");
        assert_eq!(header.columns().map(|(head, _)| head).collect::<Vec<_>>(), ["Name", "Shoe size", "Phone"]);
        assert_eq!((header.known(), header.line()), (2, 1));
    }
}
