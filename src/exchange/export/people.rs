//! People as a table. The heads are those of Google Contacts, which others read as well; what only Kith knows stands behind
//! `Kith: `, so that the table comes back as it went.

use super::who::ExportedPerson;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, Reach, ReachKind};
use crate::exchange::contacts::OWN;
use crate::exchange::csv::ours::{ORDER, OTHER, SEVERAL, WAYS};
use crate::exchange::table::TableWriter;

/// The table of these people, with their places where `places` has the order.
pub fn table(all: &[ExportedPerson], places: Option<&[PersonId]>) -> String {
    let columns: Vec<(Option<&ReachKind>, &str, &str, usize)> = WAYS
        .iter()
        .map(|(kind, called, part)| (Some(kind), *called, *part))
        .chain([(None, OTHER, "Value")])
        .map(|(kind, called, part)| (kind, called, part, most(all, kind)))
        .collect();
    let mut heads: Vec<String> =
        ["Name", "First Name", "Last Name", "Organization Name", "Organization Title"].map(str::to_string).into();
    for (_, called, part, most) in &columns {
        for n in 1..=*most {
            heads.push(format!("{called} {n} - Label"));
            heads.push(format!("{called} {n} - {part}"));
        }
    }
    heads.extend(["Labels", "Referred By", "Notes"].map(str::to_string));
    heads.extend(OWN.iter().map(|own| own.column()));
    heads.push(ORDER.to_string());
    heads.extend(places.map(|_| "Place in the Hundred".to_string()));
    let mut table = TableWriter::new(heads.iter().map(String::as_str));
    for who in all {
        let mut cells = said(who);
        for (kind, _, _, most) in &columns {
            let mut ways = of_kind(&who.person, *kind);
            for _ in 0..*most {
                let way = ways.next();
                cells.push(way.map(|way| way.label.clone()).unwrap_or_default());
                cells.push(way.map(|way| way.value.clone()).unwrap_or_default());
            }
        }
        cells.extend(besides(who));
        if let Some(places) = places {
            let place = places.iter().position(|id| *id == who.person.id);
            cells.push(place.map(|place| (place + 1).to_string()).unwrap_or_default());
        }
        table.row(cells.iter().map(String::as_str));
    }
    table.text()
}

/// The name whole and in two parts: other programs know only the parts, and put them together again in this order.
fn said(who: &ExportedPerson) -> Vec<String> {
    let called = who.called();
    let (first, last) = called.rsplit_once(' ').unwrap_or((&called, ""));
    let (first, last) = (first.to_string(), last.to_string());
    vec![called.clone(), first, last, who.place.to_string(), who.person.title.clone()]
}

fn besides(who: &ExportedPerson) -> Vec<String> {
    let person = &*who.person;
    let tags: Vec<&str> = person.tags.iter().map(String::as_str).collect();
    let ways: Vec<&str> = written(person).map(|way| way.kind.word()).collect();
    let mut cells = vec![tags.join(SEVERAL), who.through.to_string(), person.note.clone()];
    cells.extend(OWN.iter().map(|own| (own.say)(person)));
    cells.push(ways.join(", "));
    cells
}

/// The most ways of this kind that one of them has.
fn most(all: &[ExportedPerson], kind: Option<&ReachKind>) -> usize {
    all.iter().map(|who| of_kind(&who.person, kind).count()).max().unwrap_or(0)
}

/// The ways to reach somebody of this kind; without one, of a kind this version does not know.
fn of_kind<'a>(person: &'a Person, kind: Option<&'a ReachKind>) -> impl Iterator<Item = &'a Reach> {
    written(person).filter(move |way| match kind {
        Some(kind) => way.kind == *kind,
        None => matches!(way.kind, ReachKind::Other(_)),
    })
}

fn written(person: &Person) -> impl Iterator<Item = &Reach> {
    person.reach.iter().filter(|way| !way.value.is_empty())
}
