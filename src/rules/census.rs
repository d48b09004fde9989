//! The census: how many clients I have, how good the relationships are, and whom I never asked (R1, R7, R19, R22).

use super::hundred::hundred;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, past_day};
use crate::domain::id::PersonId;
use crate::domain::order::sort_by_key;
use crate::domain::person::{Consent, Person, Rating, Role};
use chrono::NaiveDate;

/// How many of whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Census {
    /// Clients.
    pub clients: usize,
    /// Clients with an excellent relationship.
    pub excellent: usize,
    /// Those of them who may be asked for a referral and never were.
    pub never_asked: usize,
    /// People in the Hundred.
    pub hundred: usize,
}

/// The census of this book.
pub fn census(book: &Book) -> Census {
    let clients = || book.people().filter(|person| person.is(&Role::Client));
    let excellent = || clients().filter(|person| is_excellent(person));
    Census {
        clients: clients().count(),
        excellent: excellent().count(),
        never_asked: excellent().filter(|person| may_be_asked(person) && was_never_asked(book, person)).count(),
        hundred: hundred(book).len(),
    }
}

/// Whether the relationship is as good as it can be.
pub fn is_excellent(person: &Person) -> bool {
    person.rating == Rating::try_from(5).ok()
}

/// Whether nobody ever asked them for a referral: there is no ask to them, whatever came of it.
pub fn was_never_asked(book: &Book, person: &Person) -> bool {
    book.asks_to(person.id).next().is_none()
}

/// Whether they may be asked for a referral at all.
pub fn may_be_asked(person: &Person) -> bool {
    !person.never_ask && person.consent != Some(Consent::DoNotContact)
}

/// Excellent, never asked, and willing to be: by their place in the Hundred, then by name (R19).
pub fn excellent_and_never_asked(book: &Book) -> Vec<PersonId> {
    let excellent = book.people().filter(|p| is_excellent(p) && may_be_asked(p));
    let mut list: Vec<&Person> = excellent.filter(|p| was_never_asked(book, p)).collect();
    sort_by_key(&mut list, |person| person.rank.unwrap_or(u32::MAX));
    list.into_iter().map(|person| person.id).collect()
}

/// Who put people together at least twice, by referrals to me, and does not carry the role yet (R7).
pub fn likely_connectors(book: &Book) -> Vec<PersonId> {
    let connects = |person: &&Person| book.referrals_from(person.id).take(2).count() == 2;
    book.people().filter(|person| !person.is(&Role::Connector)).filter(connects).map(|person| person.id).collect()
}

/// A thing a person has not been told yet (R22).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Untold {
    /// That I build my business by referral.
    Referral,
    /// The results I deliver.
    Results,
    /// Whom I look for.
    IdealClient,
}

impl Untold {
    /// All of it.
    pub const ALL: [Untold; 3] = [Untold::Referral, Untold::Results, Untold::IdealClient];

    /// Returns its name in the address of the list of those not told, under `told`.
    pub fn address(self) -> &'static str {
        match self {
            Untold::Referral => "not-referral",
            Untold::Results => "not-results",
            Untold::IdealClient => "not-ideal-client",
        }
    }

    /// Returns its words, after "told": `that you build by referral`.
    pub fn label(self) -> &'static str {
        match self {
            Untold::Referral => "that you build by referral",
            Untold::Results => "what results you deliver",
            Untold::IdealClient => "whom you look for",
        }
    }

    /// Whether this person has been told.
    pub fn is_told(self, person: &Person) -> bool {
        match self {
            Untold::Referral => person.told.referral.is_some(),
            Untold::Results => person.told.results.is_some(),
            Untold::IdealClient => person.told.ideal_client.is_some(),
        }
    }
}

/// Who in the Hundred or among the clients has not been told this (R22), by name.
pub fn not_told(book: &Book, what: Untold) -> Vec<PersonId> {
    let list = book.people().filter(|person| matters(person) && !what.is_told(person));
    list.map(|person| person.id).collect()
}

/// How many of the Hundred and the clients there are, and how many of them have been told each of the three (R22).
pub fn told_counts(book: &Book) -> (usize, [(Untold, usize); 3]) {
    let all = book.people().filter(|person| matters(person)).count();
    (all, Untold::ALL.map(|what| (what, all.saturating_sub(not_told(book, what).len()))))
}

/// Notes that somebody has been told this on a day, or that they have not (R22).
///
/// # Errors
/// When there is no such person.
pub fn tell(book: &Book, id: PersonId, what: Untold, on: Option<NaiveDate>) -> Result<Change, Problems> {
    let Some(mut person) = book.person(id).cloned() else {
        return Err(Problems::one("form", "This person is not in your book any more."));
    };
    match what {
        Untold::Referral => person.told.referral = on,
        Untold::Results => person.told.results = on,
        Untold::IdealClient => person.told.ideal_client = on,
    }
    Ok(Change::of(person))
}

/// Like `tell`, on the day that was typed; an empty text is no day, and so they have not been told (R22).
///
/// # Errors
/// Under `form`, when it is no day or one to come, or there is no such person.
pub fn tell_on(book: &Book, id: PersonId, what: Untold, typed: &str, today: NaiveDate) -> Result<Change, Problems> {
    let on = match typed.trim() {
        "" => None,
        typed => Some(past_day(typed, today).map_err(|why| Problems::one("form", why))?),
    };
    tell(book, id, what, on)
}

/// Whether it matters what they have been told: a client, or somebody of the Hundred.
pub fn matters(person: &Person) -> bool {
    person.rank.is_some() || person.is(&Role::Client)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask::Ask;
    use crate::domain::person::{Name, ToldEntry};
    use crate::domain::referral::Referral;

    fn person(id: &str, rating: u8, roles: &[Role]) -> Person {
        Person {
            id: id.parse().unwrap(),
            name: Name::new(id).unwrap(),
            rating: Rating::try_from(rating).ok(),
            roles: roles.iter().cloned().collect(),
            ..Person::default()
        }
    }

    fn ids(list: &[PersonId]) -> String {
        list.iter().map(PersonId::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn r1_the_census_counts_clients_the_excellent_and_the_never_asked() {
        let mut book = Book::default();
        let client = &[Role::Client][..];
        for person in
            [person("ann", 5, client), person("bea", 5, client), person("cy", 4, client), person("dan", 5, &[])]
        {
            book.put(person.into());
        }
        book.put(Person { trashed: true, ..person("eve", 5, client) }.into());
        assert_eq!(census(&book), Census { clients: 3, excellent: 2, never_asked: 2, hundred: 0 });
        book.put(Ask { id: "a1".parse().unwrap(), person: "bea".parse().unwrap(), ..Ask::default() }.into());
        assert_eq!(census(&book).never_asked, 1);
    }

    #[test]
    fn r19_the_standing_list_goes_by_rank_and_leaves_out_who_must_not_be_asked() {
        let mut book = Book::default();
        for (id, rank) in [("ann", None), ("bea", Some(7)), ("cy", Some(2))] {
            book.put(Person { rank, ..person(id, 5, &[]) }.into());
        }
        book.put(Person { never_ask: true, ..person("dan", 5, &[]) }.into());
        book.put(Person { consent: Some(Consent::DoNotContact), ..person("eve", 5, &[]) }.into());
        assert_eq!(ids(&excellent_and_never_asked(&book)), "cy bea ann");
    }

    #[test]
    fn r7_who_referred_twice_is_likely_a_connector() {
        let mut book = Book::default();
        for id in ["ann", "bea"] {
            book.put(person(id, 3, &[]).into());
        }
        for (id, source) in [("r1", "ann"), ("r2", "ann"), ("r3", "bea")] {
            let (id, source) = (id.parse().unwrap(), source.parse().unwrap());
            book.put(Referral { id, source, prospect: "x".parse().unwrap(), ..Referral::default() }.into());
        }
        assert_eq!(ids(&likely_connectors(&book)), "ann");
        book.put(person("ann", 3, &[Role::Connector]).into());
        assert_eq!(ids(&likely_connectors(&book)), "");
    }

    #[test]
    fn r22_clients_and_the_hundred_should_be_told_three_things() {
        let mut book = Book::default();
        let told = ToldEntry { referral: "2026-11-02".parse().ok(), ..ToldEntry::default() };
        book.put(Person { told, ..person("ann", 5, &[Role::Client]) }.into());
        book.put(Person { rank: Some(1), ..person("bea", 5, &[]) }.into());
        book.put(person("cy", 5, &[Role::Friend]).into());
        let lists: Vec<String> = Untold::ALL.iter().map(|what| ids(&not_told(&book, *what))).collect();
        assert_eq!(lists, ["bea", "ann bea", "ann bea"]);
    }

    #[test]
    fn r22_who_has_been_told_is_counted_and_noted() {
        let mut book = Book::default();
        let today = "2026-11-21".parse().ok();
        for person in [person("ann", 5, &[Role::Client]), person("bea", 5, &[Role::Client]), person("cy", 5, &[])] {
            book.put(person.into());
        }
        let ann = "ann".parse().unwrap();
        tell(&book, ann, Untold::Results, today).unwrap().records.into_iter().for_each(|r| book.put(r));
        let (all, told) = told_counts(&book);
        assert_eq!((all, told.map(|(_, n)| n)), (2, [0, 1, 0]));
        assert_eq!(ids(&not_told(&book, Untold::Results)), "bea");
        tell(&book, ann, Untold::Results, None).unwrap().records.into_iter().for_each(|r| book.put(r));
        assert_eq!(told_counts(&book).1[1].1, 0);
        assert!(tell(&book, "zoe".parse().unwrap(), Untold::Referral, today).is_err());
    }

    #[test]
    fn r22_the_day_somebody_was_told_can_be_changed_and_taken_back() {
        let mut book = Book::default();
        let today = "2026-11-21".parse().unwrap();
        let ann = person("ann", 5, &[Role::Client]);
        let id = ann.id;
        book.put(ann.into());
        for (typed, told) in [("2026-11-21", Some("2026-11-21")), ("2024-02-29", Some("2024-02-29")), ("", None)] {
            let change = tell_on(&book, id, Untold::IdealClient, typed, today).unwrap();
            change.records.into_iter().for_each(|record| book.put(record));
            let day = book.person(id).and_then(|person| person.told.ideal_client);
            assert_eq!(day.map(|day| day.to_string()).as_deref(), told);
        }
        for typed in ["2026-11-22", "2026-02-29", "soon", "1899-12-31"] {
            assert!(tell_on(&book, id, Untold::Results, typed, today).is_err(), "{typed}");
        }
    }
}
