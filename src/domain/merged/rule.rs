//! Merging one field of two entries: a function for each rule that `person_fields!` names.

use crate::domain::draft::TEXT_MAX;
use crate::domain::fold::{digits, fold};
use crate::domain::identity::profile;
use crate::domain::person::{Consent, Reach, ReachKind, ToldEntry};
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;

/// What stands between two texts that were put together.
pub const BETWEEN: &str = "\n\n";

/// The field stays as it is.
pub fn keep<T>(_kept: &mut T, _other: &T) {}

/// The field is a `MergeChoice`, and was taken over where it was chosen.
pub fn chosen<T>(_kept: &mut T, _other: &T) {}

/// Of two values the first stands.
pub fn first<T: Clone>(kept: &mut Option<T>, other: &Option<T>) {
    if kept.is_none() {
        kept.clone_from(other);
    }
}

/// All of both sets.
pub fn union<T: Clone + Ord>(kept: &mut SortedSet<T>, other: &SortedSet<T>) {
    kept.extend(other.iter().cloned());
}

/// All ways to reach them, none twice.
pub fn ways(kept: &mut Vec<Reach>, other: &[Reach]) {
    let is_new = |reach: &&Reach| !kept.iter().any(|known| same_way(known, reach));
    let more: Vec<Reach> = other.iter().filter(is_new).cloned().collect();
    kept.extend(more);
}

/// The least value that is set.
pub fn lowest(kept: &mut Option<u32>, other: &Option<u32>) {
    *kept = kept.iter().chain(other).min().copied();
}

/// The earlier day.
pub fn earliest(kept: &mut Option<NaiveDate>, other: &Option<NaiveDate>) {
    *kept = kept.iter().chain(other).min().copied();
}

/// The later day: who wanted no more news under either name wants none.
pub fn latest(kept: &mut Option<NaiveDate>, other: &Option<NaiveDate>) {
    *kept = (*kept).max(*other);
}

/// The later day of each thing that was told.
pub fn latest_told(kept: &mut ToldEntry, other: &ToldEntry) {
    latest(&mut kept.referral, &other.referral);
    latest(&mut kept.results, &other.results);
    latest(&mut kept.ideal_client, &other.ideal_client);
}

/// Yes, if either says yes.
pub fn either(kept: &mut bool, other: &bool) {
    *kept |= *other;
}

/// A no is a no, whichever entry it was said of (R12).
pub fn strictest(kept: &mut Option<Consent>, other: &Option<Consent>) {
    let order = |consent: &Option<Consent>| match consent {
        Some(Consent::DoNotContact) => 3,
        Some(Consent::Given) => 2,
        Some(_) => 1,
        None => 0,
    };
    if order(other) > order(kept) {
        kept.clone_from(other);
    }
}

/// Both texts, one below the other, where one does not say the other; where both do not fit, the first stays alone.
pub fn both(kept: &mut String, other: &str) {
    if other.is_empty() || kept.contains(other) {
        return;
    }
    if kept.is_empty() {
        *kept = other.to_string();
    } else if kept.chars().count() + other.chars().count() + BETWEEN.len() <= TEXT_MAX {
        kept.push_str(BETWEEN);
        kept.push_str(other);
    }
}

fn same_way(one: &Reach, other: &Reach) -> bool {
    one.kind == other.kind
        && match one.kind {
            ReachKind::Phone => digits(&one.value) == digits(&other.value),
            ReachKind::Profile | ReachKind::Web => profile(&one.value) == profile(&other.value),
            _ => fold(&one.value) == fold(&other.value),
        }
}
