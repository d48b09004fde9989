//! Any list taken out, for an address book, a spreadsheet or another program. It is made for others: whoever is confidential
//! is not in it, nor what is confidential of a referral (R63, B8). The backup alone has everything.

mod card;
mod dealings;
mod people;
mod who;

use super::safe;
use crate::domain::book::Book;
use crate::domain::id::{ConnectionId, PersonId};
use crate::rules::disclosure::{Disclosure, Released, WayOut};
use crate::rules::hundred::hundred;
use crate::rules::lists::{PeopleFilter, ReferralFilter, people as listed, referrals};
use crate::rules::pool::{PoolFilter, waiting};
use chrono::NaiveDate;
use who::ExportedPerson;

/// What is taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum List {
    /// The people a filter leaves, in its order.
    People(PeopleFilter),
    /// These people.
    These(Vec<PersonId>),
    /// The Hundred, each with their place (R5).
    Hundred,
    /// Those of the holding pool whom a filter leaves.
    Pool(PoolFilter),
    /// The referrals a filter leaves.
    Referrals(ReferralFilter, String),
    /// Every word exchanged.
    Touches,
    /// What is owed (B3).
    Owed,
}

/// What it is taken out as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// vCard 4.0 (RFC 6350).
    VCard4,
    /// vCard 3.0 (RFC 2426), which every address book reads.
    VCard3,
    /// A table (RFC 4180).
    Csv,
}

/// A list as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedList {
    /// The name of the file.
    pub name: String,
    /// What kind of file it is (IANA media types).
    pub kind: &'static str,
    /// What stands in it.
    pub text: Released,
    /// How many rows or cards.
    pub count: usize,
    /// How many are left out because they are confidential.
    pub left_out: usize,
}

/// What is written of a list: the text, how many rows it has, and how many were left out.
struct WrittenList {
    text: Released,
    count: usize,
    left_out: usize,
}

/// Takes a list out of the book as it is on this day. Of what is no list of people there is a table only.
pub fn take(book: &Book, list: &List, form: ExportFormat, today: NaiveDate) -> ExportedList {
    let (form, written) = match list {
        List::People(filter) => (form, of_people(book, &listed(book, filter), form, false)),
        List::These(ids) => (form, of_people(book, ids, form, false)),
        List::Hundred => (form, of_people(book, &hundred(book), form, true)),
        List::Pool(filter) => (form, of_pool(book, &waiting(book, filter), form)),
        List::Referrals(filter, text) => {
            (ExportFormat::Csv, dealings::referrals(book, &referrals(book, *filter, text), today))
        }
        List::Touches => (ExportFormat::Csv, dealings::touches(book)),
        List::Owed => (ExportFormat::Csv, dealings::owed(book, today)),
    };
    let (ending, kind) = match form {
        ExportFormat::VCard4 | ExportFormat::VCard3 => ("vcf", "text/vcard"),
        ExportFormat::Csv => ("csv", "text/csv"),
    };
    let name = safe::file_name(&format!("kith-{}-{today}.{ending}", list.word()));
    ExportedList { name, kind, text: written.text, count: written.count, left_out: written.left_out }
}

/// How many of a list go along, and how many stay because they are confidential.
pub fn size(book: &Book, list: &List, today: NaiveDate) -> (usize, usize) {
    let disclosure = Disclosure::others(book, WayOut::PeopleTable);
    let of = |people: Vec<PersonId>| {
        let shown = people.iter().filter(|id| disclosure.tells_person(**id)).count();
        (shown, people.len() - shown)
    };
    match list {
        List::People(filter) => of(listed(book, filter)),
        List::These(ids) => of(ids.clone()),
        List::Hundred => of(hundred(book)),
        List::Pool(filter) => (waiting(book, filter).len(), 0),
        List::Referrals(filter, text) => {
            let all = referrals(book, *filter, text).into_iter();
            of(all.filter_map(|id| book.referral(id)).map(|referral| referral.prospect).collect())
        }
        List::Touches | List::Owed => {
            let taken = take(book, list, ExportFormat::Csv, today);
            (taken.count, taken.left_out)
        }
    }
}

impl List {
    /// What one of it is called.
    pub fn noun(&self) -> &'static str {
        match self {
            List::People(_) | List::These(_) | List::Hundred => "person",
            List::Pool(_) => "name",
            List::Referrals(..) => "referral",
            List::Touches => "contact",
            List::Owed => "line",
        }
    }

    /// What it is called in the name of a file.
    fn word(&self) -> &'static str {
        match self {
            List::People(_) | List::These(_) => "people",
            List::Hundred => "hundred",
            List::Pool(_) => "pool",
            List::Referrals(..) => "referrals",
            List::Touches => "contacts",
            List::Owed => "owed",
        }
    }
}

fn way_of(form: ExportFormat) -> WayOut {
    match form {
        ExportFormat::Csv => WayOut::PeopleTable,
        ExportFormat::VCard3 | ExportFormat::VCard4 => WayOut::VCard,
    }
}

fn of_people(book: &Book, ids: &[PersonId], form: ExportFormat, placed: bool) -> WrittenList {
    let disclosure = Disclosure::others(book, way_of(form));
    let all: Vec<ExportedPerson> = ids.iter().filter_map(|id| ExportedPerson::person(&disclosure, *id)).collect();
    let text = disclosure.release(write(&all, form, placed.then_some(ids)));
    WrittenList { text, count: all.len(), left_out: ids.len() - all.len() }
}

fn of_pool(book: &Book, ids: &[ConnectionId], form: ExportFormat) -> WrittenList {
    let disclosure = Disclosure::others(book, way_of(form));
    let known = ids.iter().filter_map(|id| book.connection(*id));
    let all: Vec<ExportedPerson> = known.map(|one| ExportedPerson::waiting(&disclosure, one)).collect();
    WrittenList { text: disclosure.release(write(&all, form, None)), count: all.len(), left_out: 0 }
}

fn write(all: &[ExportedPerson], form: ExportFormat, places: Option<&[PersonId]>) -> String {
    match form {
        ExportFormat::VCard4 => all.iter().map(|who| card::write(who, card::Version::V4)).collect(),
        ExportFormat::VCard3 => all.iter().map(|who| card::write(who, card::Version::V3)).collect(),
        ExportFormat::Csv => people::table(all, places),
    }
}

#[cfg(test)]
mod tests;
