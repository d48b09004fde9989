//! Rows of Today: several duties to one person are one row, the strongest first, because one message can settle them.

use super::duty::{self, Owed, When, owed};
use super::put_off::Answers;
use crate::domain::book::Book;
use crate::domain::id::{PersonId, ReferralId};
use chrono::NaiveDate;

/// What is owed to one person, or the back-up, which is owed to nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// To whom; `None` for the back-up.
    pub person: Option<PersonId>,
    /// The strongest first; never empty.
    pub owed: Vec<Owed>,
}

impl Row {
    /// The duty that gives the row its place.
    pub fn first(&self) -> Option<&Owed> {
        self.owed.first()
    }

    /// How the row lies to today.
    pub fn when(&self) -> When {
        self.first().map_or(When::Soon, |owed| owed.when)
    }
}

/// The rows of a day, in the order of their strongest duty.
pub fn rows(book: &Book, today: NaiveDate) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for owed in owed(book, today) {
        let person = owed.raised.person;
        let place = *places.entry(person).or_insert(rows.len());
        match rows.get_mut(place) {
            Some(row) => row.owed.push(owed),
            None => rows.push(Row { person, owed: vec![owed] }),
        }
    }
    rows
}

/// The row of one person on this day, if anything is owed to them.
pub fn row_of(book: &Book, person: Option<PersonId>, today: NaiveDate) -> Option<Row> {
    rows(book, today).into_iter().find(|row| row.person == person)
}

/// What a message to this person can settle: what stands on their row; or, about one referral, what is unsettled there
/// whenever it falls due.
pub fn to_write(book: &Book, person: PersonId, about: Option<ReferralId>, today: NaiveDate) -> Vec<Owed> {
    let mut list = row_of(book, Some(person), today).map(|row| row.owed).unwrap_or_default();
    if let Some(about) = about {
        list.retain(|owed| owed.raised.referral == Some(about));
        if list.is_empty() {
            let unsettled = book.referral(about).map(|r| duty::of_referral(book, r)).unwrap_or_default();
            let to_person = unsettled.into_iter().filter(|raised| raised.person == Some(person));
            list.extend(to_person.map(|raised| Owed { due: raised.due, when: When::Soon, raised }));
        }
    }
    list
}

/// A duty put off to a later day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The duty; `due` is the day it was put off to.
    pub owed: Owed,
}

/// What was put off to a day after today, the nearest first.
pub fn waiting(book: &Book, today: NaiveDate) -> Vec<Waiting> {
    let answers = Answers::of(book);
    let mut list: Vec<Waiting> = duty::raised(book, today)
        .into_iter()
        .filter(|raised| !answers.is_dropped(raised))
        .filter_map(|raised| {
            let due = answers.put_off_to(&raised).filter(|until| *until > today)?;
            Some(Waiting { owed: Owed { raised, due, when: When::Soon } })
        })
        .collect();
    list.sort_by_key(|w| (w.owed.due, w.owed.raised.duty, w.owed.raised.referral));
    list
}
