//! The weight of two people being one: points for what they share, against for what differs (Fellegi and Sunter, 1969).

use super::comparison::{ComparisonKeys, Email};
use super::{Certainty, Likeness, Sign};
use crate::domain::name_match::{Alike, NameMatch, compare_names};
use crate::domain::sorted_set::SortedSet;
use crate::domain::steps::count;

/// How many people of the book share what two have in common: what many share says little.
pub struct Shared {
    /// How many have the rarest address both have.
    pub email: usize,
    /// How many have the rarest number both have.
    pub phone: usize,
    /// How many have the profile both have.
    pub profile: usize,
    /// How many work at the place.
    pub place: usize,
    /// How many live in the house both have.
    pub house: usize,
    /// How many bear the rarest word both names have.
    pub bearers: usize,
    /// So many bear a rare one.
    pub few: usize,
    /// Whether the book is so small that hardly two of one name meet in it.
    pub in_small: bool,
}

/// Points from which two are shown, are likely, and are surely one. These and all others are such that of the crowds in
/// `tests/bench/town`, whose true pairs are known, as many as can be are found, and hardly anybody is taken for another.
const SHOWN: i32 = 55;
const LIKELY: i32 = 80;
const SURE: i32 = 110;
/// Two addresses at one firm, or two family names there, say that there are two people.
const BESIDE: i32 = 50;

/// How likely two are one person; `None` where they are two. What they share is counted only where they may be one.
pub fn weigh(one: &ComparisonKeys, other: &ComparisonKeys, shared: impl FnOnce() -> Shared) -> Option<Likeness> {
    let kin = compare_names(&one.words, &other.words)?;
    let generation = of_generation(one, other)?;
    if one.is_numbered(other) {
        return None;
    }
    let shared = &shared();
    let mut signs = SortedSet::new();
    let mut points = of_name(kin, shared) + generation;
    let mut add = |sign: Sign, worth: i32| {
        if worth > 0 {
            signs.insert(sign);
        }
        points += worth;
    };
    add(Sign::Profile, compared(&one.profiles, &other.profiles, worth(shared.profile, [90, 60, 30, 0]), -25));
    let desk = one.emails.iter().any(|email| email.is_desk && other.emails.contains(email));
    let email = if desk { 15 } else { worth(shared.email, [70, 46, 30, 12]) };
    add(Sign::Email, compared(&one.emails, &other.emails, email, -2));
    let phone = compared_by(&one.phones, &other.phones, |a, b| a.key == b.key || a.end == b.end);
    let number = worth(shared.phone, [60, 44, 26, 8]);
    add(Sign::Phone, if phone == Some(true) { number } else { against(phone, -3) });
    add(Sign::Address, compared(&one.houses, &other.houses, worth(shared.house, [34, 30, 26, 6]), -4));
    add(Sign::Mailbox, if has_mailbox(one, other) { 24 } else { 0 });
    add(Sign::Birthday, of_birthday(one, other));
    let known = |card: &ComparisonKeys| card.place.is_some() || !card.hosts.is_empty();
    let place = (known(one) && known(other)).then(|| one.same_place(other).is_some());
    add(Sign::Place, if place == Some(true) { worth(shared.place / 8, [32, 28, 20, 8]) } else { against(place, -4) });
    if one.is_beside(other) || matches!(kin, NameMatch::First(_)) && place == Some(true) {
        points -= BESIDE;
    }
    Some(Likeness { name: kin, signs, certainty: certainty(points)?, points })
}

/// Whether something says that these are two, whoever else is like both: other names, birthdays or generations, or an
/// address of each at one firm.
pub fn contradicts(one: &ComparisonKeys, other: &ComparisonKeys) -> bool {
    matches!(compare_names(&one.words, &other.words), None | Some(NameMatch::First(_)))
        || of_birthday(one, other) < 0
        || of_generation(one, other) != Some(0)
        || one.is_beside(other)
}

fn certainty(points: i32) -> Option<Certainty> {
    match points {
        SURE.. => Some(Certainty::Sure),
        LIKELY.. => Some(Certainty::Likely),
        SHOWN.. => Some(Certainty::Perhaps),
        _ => None,
    }
}

/// Returns the weight of their names: that both are called Maria Garcia says little, a rare name much.
fn of_name(kin: NameMatch, shared: &Shared) -> i32 {
    let is_rare = shared.bearers <= shared.few;
    match kin {
        NameMatch::One(alike, _) => match (alike, is_rare) {
            (Alike::Same | Alike::Script, true) => 64,
            (Alike::Same, false) if shared.in_small => 58,
            (Alike::Same | Alike::Script, false) => 34,
            (Alike::Nickname | Alike::Short | Alike::Spelling, true) => 46,
            (Alike::Nickname | Alike::Short | Alike::Spelling, false) => 31,
            _ => 18,
        },
        NameMatch::Part(alike) if alike >= Alike::Nickname => 12,
        NameMatch::Part(_) => 2,
        NameMatch::Unread => -8,
        NameMatch::First(alike) if alike >= Alike::Nickname => -4,
        NameMatch::First(_) => -20,
    }
}

/// `Jr.` is not `Sr.`, and somebody without either is more likely the other.
fn of_generation(one: &ComparisonKeys, other: &ComparisonKeys) -> Option<i32> {
    match (one.generation, other.generation) {
        (Some(a), Some(b)) => (a == b).then_some(0),
        (None, None) => Some(0),
        _ => Some(-45),
    }
}

fn of_birthday(one: &ComparisonKeys, other: &ComparisonKeys) -> i32 {
    let Some((a, b)) = one.birthday.zip(other.birthday) else { return 0 };
    match a.agrees(b) {
        Some(true) => 40,
        Some(false) => -80,
        None => 25,
    }
}

/// Whether both have the same of their own before the `@` of two addresses.
fn has_mailbox(one: &ComparisonKeys, other: &ComparisonKeys) -> bool {
    let moved = |email: &Email, theirs: &Email| {
        email.mailbox.is_some() && email.mailbox == theirs.mailbox && email.key != theirs.key
    };
    one.emails.iter().any(|email| other.emails.iter().any(|theirs| moved(email, theirs)))
}

/// Returns a weight that is less the more people share it: two, up to four, up to eight, more.
fn worth(bearers: usize, [two, few, some, many]: [i32; 4]) -> i32 {
    match bearers {
        0..=2 => two,
        3 | 4 => few,
        5..=8 => some,
        _ => many,
    }
}

fn compared<T: PartialEq>(one: &[T], other: &[T], same: i32, differ: i32) -> i32 {
    let found = compared_by(one, other, |a, b| a == b);
    if found == Some(true) { same } else { against(found, differ) }
}

fn against(found: Option<bool>, differ: i32) -> i32 {
    if found == Some(false) { differ } else { 0 }
}

/// Whether they share one; `None` where one of them has none.
fn compared_by<T>(one: &[T], other: &[T], same: impl Fn(&T, &T) -> bool) -> Option<bool> {
    let both = !one.is_empty() && !other.is_empty();
    count(one.len() * other.len());
    both.then(|| one.iter().any(|a| other.iter().any(|b| same(a, b))))
}
