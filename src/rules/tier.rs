//! Tiers: how important somebody is as a source, set by the person or derived (R6).

use crate::domain::book::{Book, Ties};
use crate::domain::person::{Person, Role, Tier};
use crate::domain::referral::Referral;

/// The tier: the one that was set; else A for a rating of 5, or of 4 with business done; B for a rating of 4, of 3 with
/// business done, or for business alone; C for everyone else. Business is a client or past client, or a won referral to or
/// from them.
pub fn tier(book: &Book, person: &Person) -> Tier {
    tier_of(person, book.ties(person.id))
}

/// Like `tier`, from the ties of the person.
pub fn tier_of(person: &Person, ties: &Ties) -> Tier {
    if let Some(tier) = &person.tier {
        return tier.clone();
    }
    match (person.rating.map_or(0, u8::from), has_done_business(person, ties)) {
        (5, _) | (4, true) => Tier::A,
        (4, false) | (3, true) | (0, true) => Tier::B,
        _ => Tier::C,
    }
}

fn has_done_business(person: &Person, ties: &Ties) -> bool {
    let won = |referral: &Referral| referral.won_on().is_some();
    person.is(&Role::Client)
        || person.is(&Role::PastClient)
        || ties.referrals_to().any(won)
        || ties.referrals_from().any(won)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Rating;
    use crate::domain::referral::{End, Outcome};

    #[test]
    fn r6_a_tier_is_derived_from_rating_and_business_unless_it_is_set() {
        let person = |rating: u8, roles: &[Role]| Person {
            id: "p1".parse().unwrap(),
            rating: Rating::try_from(rating).ok(),
            roles: roles.iter().cloned().collect(),
            ..Person::default()
        };
        let client = &[Role::Client][..];
        let friend = &[Role::Friend][..];
        let expected = [
            (5, friend, Tier::A),
            (4, client, Tier::A),
            (4, friend, Tier::B),
            (3, client, Tier::B),
            (0, client, Tier::B),
            (3, friend, Tier::C),
            (2, client, Tier::C),
            (1, client, Tier::C),
            (0, friend, Tier::C),
        ];
        for (rating, roles, tier_of) in expected {
            assert_eq!(tier(&Book::default(), &person(rating, roles)), tier_of, "{rating} {roles:?}");
        }
        let set = Person { tier: Some(Tier::C), ..person(5, client) };
        assert_eq!(tier(&Book::default(), &set), Tier::C);
    }

    #[test]
    fn r6_a_won_referral_from_or_to_somebody_is_business() {
        let mut book = Book::default();
        let outcome = Outcome { kind: End::Won, on: "2026-11-20".parse().ok(), ..Outcome::default() };
        let (source, prospect) = ("p1".parse().unwrap(), "p2".parse().unwrap());
        book.put(Referral { id: "r1".parse().unwrap(), source, prospect, outcome, ..Referral::default() }.into());
        for id in [source, prospect] {
            let person = Person { id, rating: Rating::try_from(4).ok(), ..Person::default() };
            assert_eq!(tier(&book, &person), Tier::A);
        }
    }
}
