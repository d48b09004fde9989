//! The records of the links that were taken: a referral each, and whoever is new.

use super::{LinkChoice, LinkEnd, Links, ProposedLink};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::fold::fold;
use crate::domain::id::{Mint, PersonId, ReferralId};
use crate::domain::person::{Consent, Mention, Name, Person};
use crate::domain::record::Record;
use crate::domain::referral::{End, Origin, Outcome, Referral};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// Into which book, from where, and when.
pub struct Into<'a> {
    /// The book.
    pub book: &'a Book,
    /// The name of the file; empty for what stood in the book.
    pub from: &'a str,
    /// The day.
    pub today: NaiveDate,
}

/// The records of the links that were taken.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct WrittenLinks {
    /// The records.
    pub records: Vec<Record>,
    /// Who was brought, and by whom.
    pub links: Vec<(PersonId, PersonId)>,
}

impl Links {
    /// The change that writes the links of the book itself that were taken.
    pub fn change(&self, book: &Book, today: NaiveDate, mint: &mut Mint) -> Change {
        let who = |one| if let LinkEnd::Person(id) = one { Some(id) } else { None };
        let written = self.written(&Into { book, from: "", today }, who, mint);
        let met = written.met(book);
        Change { records: written.records.into_iter().chain(met).collect() }
    }

    /// What is written of the links that were taken. `who` gives the person for an end; a link of which it gives none is
    /// left. Through whom we met is the caller's to write, once.
    pub fn written(&self, into: &Into, who: impl Fn(LinkEnd) -> Option<PersonId>, mint: &mut Mint) -> WrittenLinks {
        let mut written = WrittenLinks::default();
        let mut come: HashMap<String, PersonId> = HashMap::new();
        let mut linked: HashSet<(PersonId, PersonId)> = HashSet::new();
        for link in self.list.iter().filter(|link| link.is_ticked() && !link.is_refused(into.book)) {
            let Some(prospect) = who(link.whom) else { continue };
            let source = match link.choice {
                LinkChoice::Words => None,
                LinkChoice::One(at) => link.sources.get(at).and_then(|source| who(source.one)),
                LinkChoice::New => {
                    let known = come.get(&fold(&link.words)).copied();
                    known.or_else(|| written.somebody_new(into, link, mint)).inspect(|id| {
                        come.insert(fold(&link.words), *id);
                    })
                }
            };
            let Some(source) = source.filter(|source| *source != prospect) else { continue };
            let stands = into.book.referrals_to(prospect).any(|referral| referral.source == source);
            if !stands && linked.insert((source, prospect)) {
                written.link(into, link, source, prospect, mint);
            }
        }
        written
    }
}

impl WrittenLinks {
    fn link(&mut self, into: &Into, link: &ProposedLink, source: PersonId, prospect: PersonId, mint: &mut Mint) {
        let says = if into.from.is_empty() { "It" } else { into.from };
        let why = format!("{says} says “{}”.", link.words);
        let outcome = Outcome { kind: End::Found, on: Some(into.today), why, ..Outcome::default() };
        let id = ReferralId(mint.id());
        let origin = Origin::Offered;
        self.records.push(Referral { id, source, prospect, origin, outcome, ..Referral::default() }.into());
        self.links.push((prospect, source));
    }

    /// Those of the book who were brought, met through whoever brought them, unless another person stands there.
    pub fn met(&self, book: &Book) -> Vec<Record> {
        let mut met: Vec<(PersonId, Record)> = Vec::new();
        for (prospect, source) in &self.links {
            let Some(person) = book.person(*prospect).filter(|person| !names_somebody(book, person)) else { continue };
            if met.iter().all(|(known, _)| known != prospect) {
                let met_through = Some(Mention::of(source.0));
                met.push((*prospect, Person { met_through, ..person.clone() }.into()));
            }
        }
        met.into_iter().map(|(_, record)| record).collect()
    }

    /// Somebody of whom nothing is known but the name and whom they brought.
    fn somebody_new(&mut self, into: &Into, link: &ProposedLink, mint: &mut Mint) -> Option<PersonId> {
        let name = Name::new(&link.words).ok()?;
        let id = PersonId(mint.id());
        let from = if into.from.is_empty() { String::new() } else { format!("from {}, {}: ", into.from, into.today) };
        let provenance = format!("{from}named as who referred {}", link.name);
        self.records
            .push(Person { id, name, provenance, consent: Some(Consent::NotAsked), ..Person::default() }.into());
        Some(id)
    }
}

/// Whether the person through whom we met somebody is one of the book.
pub fn names_somebody(book: &Book, person: &Person) -> bool {
    let mention = person.met_through.as_ref().and_then(Mention::id);
    mention.is_some_and(|id| book.live_person(PersonId(id)).is_some())
}
