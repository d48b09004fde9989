//! One row of a table: its cells, put where their columns say.

use super::column::Column;
use super::header::{Head, Header};
use super::ours::{self, SEVERAL};
use super::split::plain;
use crate::domain::fold::fold;
use crate::domain::order::collect_sorted;
use crate::domain::person::ReachKind;
use crate::exchange::contacts::{Draft, Format};
use crate::exchange::day::{self, Order};
use csv::StringRecord;
use std::collections::BTreeMap;

/// What a row says.
pub fn draft(header: &Header, row: &StringRecord) -> Draft {
    if header.format() == Format::Kith {
        return ours::draft(header, row);
    }
    let cells = || header.heads().iter().zip(row.iter().map(plain));
    let labels: BTreeMap<&str, &str> = collect_sorted(cells().filter_map(|(head, cell)| {
        if let Column::LabelOf(own) = &head.column { Some((own.as_str(), cell)) } else { None }
    }));
    let mut draft = Draft::default();
    let mut addresses: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut pieces: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (head, cell) in cells().filter(|(_, cell)| !cell.is_empty()) {
        match &head.column {
            Column::AddressPiece(own) => pieces.entry(own.as_str()).or_default().push(cell),
            Column::AddressPart(label) => addresses.entry(label).or_default().push(cell),
            _ => put(&mut draft, &labels, head, cell),
        }
    }
    for (own, parts) in pieces.into_iter().filter(|(own, _)| !is_written_out(header, row, own)) {
        reach(&mut draft, &labels, ReachKind::Address, own, &parts.join(", ").replace('\n', ", "));
    }
    for (label, parts) in addresses {
        draft.reach(ReachKind::Address, label, &parts.join(", "), false);
    }
    for extra in row.iter().skip(header.heads().len()).map(plain) {
        draft.note("", extra);
    }
    draft
}

/// Whether the address of this number is written out as a whole.
fn is_written_out(header: &Header, row: &StringRecord, own: &str) -> bool {
    let is_whole = |column: &Column| matches!(column, Column::Address(number) if number == own);
    header.columns().zip(row.iter()).any(|((_, column), cell)| is_whole(column) && !cell.trim().is_empty())
}

/// The field of one value that a column fills; `None` for a column of another kind.
fn field<'a>(draft: &'a mut Draft, column: &Column) -> Option<&'a mut String> {
    match column {
        Column::Name => Some(&mut draft.name),
        Column::Given => Some(&mut draft.given),
        Column::Middle => Some(&mut draft.middle),
        Column::Family => Some(&mut draft.family),
        Column::Suffix => Some(&mut draft.suffix),
        Column::Nickname => Some(&mut draft.nickname),
        Column::Organisation => Some(&mut draft.organisation),
        Column::Title => Some(&mut draft.title),
        Column::ReferredBy => Some(&mut draft.referred_by),
        _ => None,
    }
}

fn put(draft: &mut Draft, labels: &BTreeMap<&str, &str>, head: &Head, cell: &str) {
    let Head { name, column, order, .. } = head;
    if let Some(field) = field(draft, column) {
        // Of two columns for one field the first counts; what the second says otherwise is not lost.
        if !fill(field, cell) {
            draft.note(name, cell);
        }
        return;
    }
    match column {
        Column::Email(own) => reach(draft, labels, ReachKind::Email, own, cell),
        Column::Phone(own) => reach(draft, labels, ReachKind::Phone, own, cell),
        Column::Web(own) => reach(draft, labels, web_kind(cell), own, cell),
        Column::Address(own) => reach(draft, labels, ReachKind::Address, own, &cell.replace('\n', ", ")),
        Column::Profile => draft.reach(ReachKind::Profile, "", cell, false),
        Column::Note => draft.note("", cell),
        Column::Tags => tags(draft, cell),
        Column::Fact(_) if day::is_none(cell) => {}
        Column::Fact(about) => draft.fact(about, &day::in_words_by(cell, *order)),
        Column::Relation(own) => relation(draft, labels.get(own.as_str()).copied().unwrap_or_default(), cell, *order),
        Column::Custom(own) => draft.note(labels.get(own.as_str()).copied().unwrap_or_default(), cell),
        Column::About(about) => draft.note(about, cell),
        Column::KnownSince => match day::read_by(cell, *order) {
            Some(day) => draft.known_since = Some(day),
            None => draft.note(name, cell),
        },
        Column::Unknown => draft.note(name, cell),
        _ => {}
    }
}

/// Fills a field that is empty; whether it says so now.
fn fill(field: &mut String, cell: &str) -> bool {
    if field.is_empty() {
        *field = cell.to_string();
    }
    fold(field) == fold(cell)
}

/// One or several ways to reach someone. The label is what its own column says, `*` before it or alone marking the
/// preferred one.
fn reach(draft: &mut Draft, labels: &BTreeMap<&str, &str>, kind: ReachKind, own: &str, cell: &str) {
    let label = match labels.get(own) {
        Some(label) => label,
        None if own.ends_with(|c: char| c.is_ascii_digit()) => "",
        None => own,
    };
    let preferred = label.starts_with('*');
    let label = label.trim_start_matches('*').trim_start().to_lowercase();
    for value in cell.split(SEVERAL) {
        let many = kind == ReachKind::Email && value.matches('@').count() > 1;
        let values: Vec<&str> = if many { value.split([';', ',']).collect() } else { vec![value] };
        for value in values {
            draft.reach(kind.clone(), &label, value, preferred);
        }
    }
}

fn web_kind(cell: &str) -> ReachKind {
    let low = cell.to_ascii_lowercase();
    if low.contains("linkedin.com/") || low.contains("xing.com/") { ReachKind::Profile } else { ReachKind::Web }
}

/// Labels, without those that Google gives by itself (`* myContacts`).
fn tags(draft: &mut Draft, cell: &str) {
    let marks: &[char] = if cell.contains(SEVERAL) { &[] } else { &[';', ','] };
    let own = cell.split(SEVERAL).flat_map(|part| part.split(marks)).map(str::trim);
    own.filter(|tag| !tag.starts_with("* ")).for_each(|tag| draft.tag(tag));
}

fn relation(draft: &mut Draft, label: &str, who: &str, order: Option<Order>) {
    let low: String = fold(label).chars().filter(char::is_ascii_alphabetic).collect();
    if low != "referredby" || !fill(&mut draft.referred_by, who) {
        draft.fact(label, &day::in_words_by(who, order));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a row under these heads says: `name | reach | facts | note | tags | by | since`, empty parts left out.
    fn check(heads: &str, cells: &str, expected: &str) {
        let record = |text: &str| text.split(',').collect::<Vec<_>>().into();
        let contact = draft(&Header::new(1, &record(heads)), &record(cells)).contact(2).unwrap();
        let reach = contact.reach.iter().map(|r| format!("{}({}) {}", r.kind.word(), r.label, r.value));
        let parts = [
            contact.name.to_string(),
            reach.collect::<Vec<_>>().join("; "),
            contact.facts,
            contact.note,
            contact.tags.into_iter().collect::<Vec<_>>().join("+"),
            contact.referred_by,
            contact.known_since.map(|day| day.to_string()).unwrap_or_default(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        assert_eq!(parts.join(" | "), expected, "{cells}");
    }

    #[test]
    fn of_two_columns_for_one_field_the_first_counts_and_the_other_is_noted() {
        check("Name,Company,Company Name", "Jim,Acme,Bolt", "Jim | Company Name: Bolt");
        check("Name,Company,Company Name", "Jim,Acme,ACME", "Jim");
        check("Name,Company,Company Name", "Jim,,Bolt", "Jim");
        check(
            "Name,Relation 1 - Label,Relation 1 - Value,Referred By",
            "Jim,Referred by,Ann,Bo",
            "Jim | Referred By: Bo | Ann",
        );
    }

    #[test]
    fn a_cell_goes_where_its_column_says_and_an_unknown_one_into_the_note() {
        check("Name,Shoe size,Referred By", "Jim,44,Ann Lee", "Jim | Shoe size: 44 | Ann Lee");
        check("Name,Birthday", "Jim,1979-04-15", "Jim | Birthday: 15 April 1979");
        check("Name,Birthday", "Jim,3/4/1980", "Jim | Birthday: 3/4/1980");
        check("Name,Phone", "Jim,", "Jim");
        check("Name,Phone", "Jim,555-0101,more,,and more", "Jim | phone() 555-0101 | more\nand more");
    }

    #[test]
    fn several_values_of_one_cell_are_each_a_way_to_reach_them() {
        let heads = "Name,E-mail 1 - Label,E-mail 1 - Value";
        check(heads, "Jim,Work,a@x.example ::: b@x.example", "Jim | email(work) a@x.example; email(work) b@x.example");
        check("Name,E-mail", "Jim,a@x.example;b@x.example", "Jim | email() a@x.example; email() b@x.example");
        check("Name,Phone", "Jim,555;0101", "Jim | phone() 555;0101");
    }

    #[test]
    fn the_preferred_value_goes_first() {
        let heads = "Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value";
        check(heads, "Jim,Home,555-0101,* Work,555-0102", "Jim | phone(work) 555-0102; phone(home) 555-0101");
    }

    #[test]
    fn a_guard_against_formulas_is_taken_off_and_an_apostrophe_is_not() {
        check("Name,Phone", "Jim,'+1 202 555 0101", "Jim | phone() +1 202 555 0101");
        check("Name,Notes", "Jim,'tis the season", "Jim | 'tis the season");
        check("Name,Notes", "'=Jim,'-", "=Jim | -");
    }

    #[test]
    fn labels_are_tags_but_not_those_a_program_gives_by_itself() {
        check("Name,Labels", "Jim,* myContacts ::: Golf ::: * starred", "Jim | Golf");
        check("Name,Labels", "Jim,Golf;Partner", "Jim | Golf+Partner");
    }

    #[test]
    fn the_day_of_a_connection_is_read_in_its_forms_and_kept_in_words_otherwise() {
        for day in ["12 Mar 2024", "2024-03-12", "12-Mar-24"] {
            check("Name,Connected On", &format!("Jim,{day}"), "Jim | 2024-03-12");
        }
        check("Name,Connected On", "Jim,last spring", "Jim | Connected On: last spring");
    }

    #[test]
    fn google_s_parts_of_an_address_stand_in_where_the_whole_is_missing() {
        let heads = "Name,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City";
        check(heads, "Jim,Work,,Quay 3,Harbour Town", "Jim | address(work) Quay 3, Harbour Town");
        check(heads, "Jim,Work,Quay 3 Harbour,Quay 3,Harbour Town", "Jim | address(work) Quay 3 Harbour");
    }

    #[test]
    fn a_day_of_one_reading_is_written_in_words_and_no_day_is_left_out() {
        check("Name,Birthday", "Jim,12/28/1969", "Jim | Birthday: 28 December 1969");
        check("Name,Birthday", "Jim,0/0/00", "Jim");
        check("Name,Connected On", "Jim,3/15/2024 2:30 PM", "Jim | 2024-03-15");
    }

    #[test]
    fn beside_a_surname_the_name_is_the_first_name() {
        check("Name,Surname", "Jim,Ito", "Jim Ito");
        check("Nombre,Apellidos", "José,Núñez", "José Núñez");
        check("Name,First name,Surname", "Jim Ito,James,Ito", "Jim Ito");
    }

    #[test]
    fn the_parts_of_an_address_are_one_line() {
        let heads = "Name,Business Street,Business City,Business Postal Code,Home City";
        check(heads, "Jim,Quay 3,Harbour Town,,Hill", "Jim | address(home) Hill; address(work) Quay 3, Harbour Town");
    }
}
