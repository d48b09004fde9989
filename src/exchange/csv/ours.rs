//! A row of a table that Kith wrote: read to the letter, so that who was taken out comes back the same.

use super::header::Header;
use super::split::plain;
use crate::domain::person::ReachKind;
use crate::exchange::contacts::{COLUMN, Draft, REASON, take_column};
use csv::StringRecord;

/// The columns of the ways to reach somebody: what each kind is called there, and what its value is.
pub const WAYS: [(ReachKind, &str, &str); 5] = [
    (ReachKind::Email, "E-mail", "Value"),
    (ReachKind::Phone, "Phone", "Value"),
    (ReachKind::Web, "Website", "Value"),
    (ReachKind::Address, "Address", "Formatted"),
    (ReachKind::Profile, "Profile", "Value"),
];
/// What the ways of another kind are called.
pub const OTHER: &str = "Other";
/// The column with the kinds in the order in which somebody wants to be reached.
pub const ORDER: &str = "Kith: ways";
/// What stands between several values of one cell, as in Google's tables.
pub const SEVERAL: &str = " ::: ";

/// What a row says.
pub fn draft(header: &Header, row: &StringRecord) -> Draft {
    let mut draft = Draft::of_kith();
    let (mut label, mut order) = ("", "");
    for ((head, _), cell) in header.columns().zip(row.iter().map(plain)) {
        match head {
            "Name" => draft.name = cell.to_string(),
            "Organization Name" => draft.organisation = cell.to_string(),
            "Organization Title" => draft.title = cell.to_string(),
            "Referred By" => draft.referred_by = cell.to_string(),
            "Notes" => draft.note("", cell),
            "Labels" => cell.split(SEVERAL).for_each(|tag| draft.tag(tag)),
            // Said by other columns, or worked out by whoever reads them.
            "First Name" | "Last Name" | "Place in the Hundred" | "Last Contact" | REASON => {}
            ORDER => order = cell,
            _ if head.starts_with(COLUMN) => draft.own(|person| take_column(person, head, cell)),
            _ => match way(head) {
                Some((_, "Label")) => label = cell,
                Some((kind, _)) => draft.reach(kind, label, cell, false),
                None => draft.note(head, cell),
            },
        }
    }
    row.iter().skip(header.columns().count()).map(plain).for_each(|more| draft.note("", more));
    draft.arrange(order.split(", ").map(ReachKind::of_word));
    draft
}

/// The kind of a column such as `E-mail 2 - Value`, and what of it the column has.
fn way(head: &str) -> Option<(ReachKind, &str)> {
    let (way, part) = head.rsplit_once(" - ")?;
    let (called, number) = way.rsplit_once(' ')?;
    number.parse::<usize>().ok()?;
    let kind = WAYS.iter().find(|(_, name, _)| *name == called).map(|(kind, ..)| kind.clone());
    Some((kind.or_else(|| (called == OTHER).then(ReachKind::default))?, part))
}
