//! Trust facts: why a source can put their name on the line for me (R31, R32).

use super::chain::primary;
use crate::domain::book::{Book, Ties};
use crate::domain::person::{Person, Rating, Role};
use crate::domain::referral::End;

/// A reason for a source to vouch for me.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TrustFact {
    /// They bought from me.
    Bought,
    /// They confirmed that they are satisfied.
    Confirmed,
    /// Somebody referred them to me.
    WasReferred,
    /// We know each other well: rated 4 or 5.
    KnownWell,
}

impl TrustFact {
    /// The fact in words, to be read after the person's name.
    pub fn label(self) -> &'static str {
        match self {
            TrustFact::Bought => "bought from you",
            TrustFact::Confirmed => "told you they are satisfied",
            TrustFact::WasReferred => "came to you by referral",
            TrustFact::KnownWell => "knows you well",
        }
    }
}

/// The trust facts of this person, as the book has them.
pub fn trust_facts(book: &Book, person: &Person) -> Vec<TrustFact> {
    trust_of(person, book.ties(person.id)).collect()
}

/// Like `trust`, from the ties of the person.
pub fn trust_of(person: &Person, ties: &Ties) -> impl Iterator<Item = TrustFact> {
    let won = |kind: &End| *kind == End::Won;
    let bought =
        person.is(&Role::Client) || person.is(&Role::PastClient) || ties.referrals_to().any(|r| won(&r.outcome.kind));
    let facts = [
        (bought, TrustFact::Bought),
        (person.satisfied_on.is_some(), TrustFact::Confirmed),
        (primary(person.id, ties).is_some(), TrustFact::WasReferred),
        (person.rating >= Rating::try_from(4).ok(), TrustFact::KnownWell),
    ];
    facts.into_iter().filter(|(is, _)| *is).map(|(_, fact)| fact)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::referral::Referral;

    #[test]
    fn r31_a_stranger_has_no_trust_fact_and_a_client_has() {
        let book = Book::default();
        let stranger = Person { id: "p1".parse().unwrap(), rating: Rating::try_from(3).ok(), ..Person::default() };
        assert_eq!(trust_facts(&book, &stranger), []);
        let client = Person { roles: [Role::Client].into(), rating: Rating::try_from(5).ok(), ..stranger };
        assert_eq!(trust_facts(&book, &client), [TrustFact::Bought, TrustFact::KnownWell]);
    }

    #[test]
    fn r32_a_referred_person_starts_with_the_fact_that_they_were_referred() {
        let mut book = Book::default();
        let (jim, fred) = ("p1".parse().unwrap(), "p2".parse().unwrap());
        book.put(Referral { id: "r1".parse().unwrap(), source: jim, prospect: fred, ..Referral::default() }.into());
        let fred = Person { id: fred, ..Person::default() };
        assert_eq!(trust_facts(&book, &fred), [TrustFact::WasReferred]);
    }
}
