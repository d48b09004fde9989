//! The weight of two people being one: points for what they share, against for what differs (Fellegi and Sunter, 1969).

use super::card::Card;
use super::name::{Kin, kin};
use super::word::Alike;
use super::{Certainty, Likeness, Sign};
use crate::domain::few::Few;

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
    /// How many others would bear such a name by chance, in thousandths.
    pub namesakes: u64,
    /// How many entries bear what the two names have in common.
    pub called: usize,
}

/// Points from which two are shown, are likely, and are surely one.
const SHOWN: i32 = 55;
const LIKELY: i32 = 80;
const SURE: i32 = 110;
/// More than anything can weigh up.
const NEVER: i32 = -1_000;

/// How likely two are one person; `None` where they are two.
pub fn weigh(one: &Card, other: &Card, shared: &Shared) -> Option<Likeness> {
    let kin = kin(&one.words, &other.words);
    let mut signs = Few::new();
    let mut points = of_name(kin, shared);
    let mut add = |sign: Sign, worth: i32| {
        if worth > 0 {
            signs.insert(sign);
        }
        points += worth;
    };
    if one.generation.zip(other.generation).is_some_and(|(a, b)| a != b) {
        return None;
    }
    add(Sign::Profile, compared(&one.profiles, &other.profiles, worth(shared.profile, [90, 60, 0]), -25));
    let desk = one.emails.iter().any(|email| email.is_desk && other.emails.contains(email));
    let email = if desk { 15 } else { worth(shared.email, [70, 40, 12]) };
    add(Sign::Email, compared(&one.emails, &other.emails, email, -4));
    let phone = compared_by(&one.phones, &other.phones, |a, b| a.key == b.key || a.end == b.end);
    add(Sign::Phone, if phone == Some(true) { worth(shared.phone, [60, 34, 8]) } else { against(phone, -6) });
    add(Sign::Mailbox, if has_mailbox(one, other) { 24 } else { 0 });
    add(Sign::Birthday, of_birthday(one, other));
    let known = |card: &Card| card.place.is_some() || !card.hosts.is_empty();
    let place = (known(one) && known(other)).then(|| one.same_place(other).is_some());
    add(Sign::Place, if place == Some(true) { worth(shared.place / 8, [32, 20, 6]) } else { against(place, -8) });
    // Of a name that only these two bear, hardly anything speaks against it.
    if shared.called == 2 && place != Some(false) && matches!(kin, Kin::One(..)) {
        points += 12;
    }
    Some(Likeness { name: kin, signs, certainty: certainty(points)?, points })
}

fn certainty(points: i32) -> Option<Certainty> {
    match points {
        SURE.. => Some(Certainty::Sure),
        LIKELY.. => Some(Certainty::Likely),
        SHOWN.. => Some(Certainty::Perhaps),
        _ => None,
    }
}

fn of_name(kin: Kin, shared: &Shared) -> i32 {
    // The names of families that many bear say little; first names that differ say nearly all.
    let rare = match shared.namesakes {
        0..=60 => 50,
        61..=400 => 42,
        401..=1_500 => 32,
        _ => 24,
    };
    match kin {
        Kin::One(alike, _) => match alike {
            Alike::Same => rare,
            Alike::Script => rare - 2,
            Alike::Nickname => rare - 5,
            Alike::Spelling => rare - 9,
            _ => 18,
        },
        Kin::Part(alike) if alike >= Alike::Nickname => 12,
        Kin::Part(_) => 2,
        Kin::First => -60,
        Kin::Other => NEVER,
    }
}

fn of_birthday(one: &Card, other: &Card) -> i32 {
    let Some((a, b)) = one.birthday.zip(other.birthday) else { return 0 };
    match a.agrees(&b) {
        Some(true) => 40,
        Some(false) => -80,
        None => 25,
    }
}

fn has_mailbox(one: &Card, other: &Card) -> bool {
    let of = |card: &Card| card.emails.iter().filter_map(|email| email.mailbox.map(|name| (name, email.key))).collect();
    let (one, other): (Vec<_>, Vec<_>) = (of(one), of(other));
    one.iter().any(|(name, key)| other.iter().any(|(theirs, address)| name == theirs && key != address))
}

/// What is worth less the more people share it: two, three or four, more.
fn worth(bearers: usize, [few, some, many]: [i32; 3]) -> i32 {
    match bearers {
        0..=2 => few,
        3 | 4 => some,
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
    both.then(|| one.iter().any(|a| other.iter().any(|b| same(a, b))))
}
