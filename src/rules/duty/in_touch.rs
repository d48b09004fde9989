//! Keeping in touch: by the cadence of a person's tier, with those somebody asked for it (R6).

use super::{Duty, Raised, Rules};
use crate::domain::day::later;
use crate::domain::person::Person;
use crate::rules::lists::last_contact;
use crate::rules::tier::tier;

/// The next word to this person, whenever it falls due; `None` for who is neither in the Hundred, nor rated, nor part of a
/// referral, and for who never had a word to count from.
pub fn keep(rules: &Rules, person: &Person) -> Option<Raised> {
    let book = rules.book;
    let referred = || book.referrals_from(person.id).next().is_some() || book.referrals_to(person.id).next().is_some();
    if person.rank.is_none() && person.rating.is_none() && !referred() {
        return None;
    }
    let last = last_contact(book, person.id)?;
    let cadence = person.cadence_days.map_or_else(|| rules.calendar.cadence(&tier(book, person)), u64::from).max(1);
    Some(Raised { patience: cadence / 2, ..Raised::to(person.id, Duty::KeepInTouch, later(last, cadence)) })
}
