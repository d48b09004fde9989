//! A whole reading taken in, in one go.

use super::Reading;
use super::import_writer::ImportWriter;
use super::matching::Matching;
use super::verdict::{Arrival, Destination};
use crate::domain::book::Book;
use crate::domain::id::Mint;
use chrono::NaiveDate;

/// What would come of a reading, `from` the file of this name, in one go.
pub fn arrive(
    book: &Book,
    reading: &Reading,
    into: Destination,
    from: &str,
    today: NaiveDate,
    mint: &mut Mint,
) -> Arrival {
    let mut matching = Matching::of(book);
    matching.learn(book, usize::MAX);
    reading.contacts.iter().for_each(|contact| matching.weigh(book, contact, mint));
    let mut coming = ImportWriter::new(into, from, today);
    let change = coming.step(book, &matching, usize::MAX, mint).unwrap_or_default();
    Arrival { rows: matching.take_rows(), refused: reading.refused.clone(), change }
}
