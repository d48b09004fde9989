//! An organisation as I know it: who is there, what was dealt, and who could introduce me (R10, R34, B10).

use crate::domain::book::Book;
use crate::domain::id::{OrganisationId, PersonId, ReferralId};
use crate::domain::order::sort_by_key;
use crate::domain::person::{Consent, Person};
use crate::domain::referral::Referral;
use crate::rules::lists::latest_day;
use crate::rules::tier::tier;
use crate::rules::trust::trust_facts;

/// Everything the book knows of one organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct There {
    /// Who works there, by name.
    pub people: Vec<PersonId>,
    /// The referrals from or to them, those with the latest news first; ended ones as well, because old prospects are
    /// worth finding again.
    pub dealings: Vec<ReferralId>,
    /// Who could introduce me there, the likeliest first.
    pub could_introduce: Vec<(PersonId, IntroducerReason)>,
}

/// Why somebody could introduce me.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntroducerReason {
    /// They work there and have a trust fact.
    WorksThere,
    /// They brought me this person, who works there.
    Brought(PersonId),
}

/// Returns everything the book knows of this organisation.
pub fn there(book: &Book, id: OrganisationId) -> There {
    let works_there = |person: &&Person| person.organisation.as_ref().and_then(|place| place.id()) == Some(id.0);
    let people: Vec<&Person> = book.people().filter(works_there).collect();
    let dealings = |person: &&Person| book.referrals_to(person.id).chain(book.referrals_from(person.id));
    let mut dealt: Vec<&Referral> = people.iter().flat_map(dealings).collect();
    sort_by_key(&mut dealt, |referral| (std::cmp::Reverse(latest_day(referral)), referral.id));
    dealt.dedup_by_key(|referral| referral.id);
    There {
        people: people.iter().map(|person| person.id).collect(),
        dealings: dealt.into_iter().map(|referral| referral.id).collect(),
        could_introduce: introducers(book, &people),
    }
}

/// Who could introduce me to the place where these people work, the likeliest first (B10).
pub fn introducers(book: &Book, people: &[&Person]) -> Vec<(PersonId, IntroducerReason)> {
    let mut ways: Vec<(PersonId, IntroducerReason)> =
        people.iter().map(|person| (person.id, IntroducerReason::WorksThere)).collect();
    for person in people {
        ways.extend(
            book.referrals_to(person.id).map(|referral| (referral.source, IntroducerReason::Brought(person.id))),
        );
    }
    let may = |id: PersonId| book.live_person(id).filter(|p| !p.never_ask && p.consent != Some(Consent::DoNotContact));
    ways.retain(|(id, _)| may(*id).is_some_and(|person| !trust_facts(book, person).is_empty()));
    sort_by_key(&mut ways, |(id, way)| (book.person(*id).map(|person| tier(book, person)), *way, *id));
    let mut seen: Vec<PersonId> = Vec::new();
    ways.retain(|(id, _)| {
        let new = !seen.contains(id);
        seen.push(*id);
        new
    });
    ways
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::organisation::Organisation;
    use crate::domain::person::{Mention, Name, Rating, Role};

    fn person(id: &str, at: &str, rating: u8) -> Person {
        Person {
            id: id.parse().unwrap(),
            name: Name::new(id).unwrap(),
            organisation: Id::parse(at).ok().map(Mention::of),
            rating: Rating::try_from(rating).ok(),
            ..Person::default()
        }
    }

    fn book() -> Book {
        let mut book = Book::default();
        for id in ["acme", "bolt"] {
            book.put(Organisation { id: id.parse().unwrap(), name: id.into(), trashed: false }.into());
        }
        for (id, at, rating) in [("bea", "acme", 0), ("ann", "acme", 4), ("cy", "bolt", 5), ("dan", "", 0)] {
            book.put(person(id, at, rating).into());
        }
        for (id, source, prospect, agreed) in [("r1", "cy", "bea", "2020-03-01"), ("r2", "dan", "bea", "2026-01-05")] {
            let (id, source, prospect) = (id.parse().unwrap(), source.parse().unwrap(), prospect.parse().unwrap());
            book.put(Referral { id, source, prospect, agreed_on: agreed.parse().ok(), ..Referral::default() }.into());
        }
        book
    }

    fn told(book: &Book) -> (Vec<String>, Vec<String>, Vec<String>) {
        let found = there(book, "acme".parse().unwrap());
        let way = |(id, way): &(PersonId, IntroducerReason)| match way {
            IntroducerReason::WorksThere => format!("{id} works there"),
            IntroducerReason::Brought(whom) => format!("{id} brought {whom}"),
        };
        let text = |ids: Vec<String>| ids;
        (
            text(found.people.iter().map(PersonId::to_string).collect()),
            text(found.dealings.iter().map(ReferralId::to_string).collect()),
            text(found.could_introduce.iter().map(way).collect()),
        )
    }

    #[test]
    fn r10_an_organisation_shows_who_is_there_and_every_dealing_the_latest_first() {
        let (people, dealings, _) = told(&book());
        assert_eq!((people, dealings), (vec!["ann".into(), "bea".into()], vec!["r2".into(), "r1".into()]));
        assert_eq!(there(&book(), "nowhere".parse().unwrap()), There::default());
    }

    #[test]
    fn b10_who_could_introduce_me_has_a_trust_fact_and_may_be_asked() {
        let mut book = book();
        // Bea was referred, Ann and Cy are rated well; nothing speaks for Dan.
        assert_eq!(told(&book).2, ["cy brought bea", "ann works there", "bea works there"]);
        book.put(Person { never_ask: true, ..person("cy", "bolt", 5) }.into());
        book.put(Person { roles: [Role::Client].into_iter().collect(), ..person("dan", "", 0) }.into());
        assert_eq!(told(&book).2, ["ann works there", "dan brought bea", "bea works there"]);
    }
}
