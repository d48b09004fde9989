//! Keeping in touch: by the cadence of a person's tier, with those somebody asked for it (R6).

use super::{Duty, Raised, Rules};
use crate::domain::book::Ties;
use crate::domain::day::later;
use crate::domain::person::Person;
use crate::rules::last_contact::last_word;
use crate::rules::tier::tier_of;

/// The next word to this person, whenever it falls due; `None` for who is neither in the Hundred, nor rated, nor part of a
/// referral, and for who never had a word to count from.
pub fn keep(rules: &Rules, person: &Person, ties: &Ties) -> Option<Raised> {
    let referred = || ties.referrals_from().chain(ties.referrals_to()).any(|referral| !referral.is_found());
    if person.rank.is_none() && person.rating.is_none() && !referred() {
        return None;
    }
    let last = last_word(ties)?;
    let cadence = person.cadence_days.map_or_else(|| rules.calendar.cadence(&tier_of(person, ties)), u64::from).max(1);
    Some(Raised { patience: cadence / 2, ..Raised::to(person.id, Duty::KeepInTouch, later(last, cadence)) })
}
