//! The quality of what is found: how much of what is proposed is true, and how much of what is true is proposed.

use super::town::{self, Crowd};
use kith::domain::book::Book;
use kith::domain::country::Country;
use kith::domain::id::PersonId;
use kith::domain::person::Person;
use kith::domain::setting::Setting;
use kith::rules::duplicate::Found;
use std::collections::BTreeSet;

/// What came of one search, pair by pair.
#[derive(Debug, Default)]
pub struct Quality {
    /// How many pairs are to be found.
    pub told: usize,
    /// How many are proposed, without those of one person that no human could tell.
    pub proposed: usize,
    /// How many of these are to be found.
    pub right: usize,
    /// Pairs that are wrong, and true ones that were not found, in words.
    #[allow(dead_code, reason = "only the test prints them")]
    pub misses: Vec<String>,
}

/// The crowd as a book.
pub fn book(crowd: &Crowd) -> Book {
    let mut book = Book::default();
    let country = Country::parse(town::COUNTRY);
    book.put(Setting { country, ..Setting::named("choices") }.into());
    crowd.people.iter().for_each(|person| book.put(person.clone().into()));
    book
}

impl Quality {
    /// Of what is shown of this crowd: every two of a cluster are a pair.
    pub fn of(crowd: &Crowd) -> Quality {
        let book = book(crowd);
        let pair = |(one, other): &(usize, usize)| (id(crowd, *one), id(crowd, *other));
        let told: BTreeSet<_> = crowd.pairs.iter().map(pair).map(in_order).collect();
        let untold: BTreeSet<_> = crowd.untold.iter().map(pair).map(in_order).collect();
        let mut quality = Quality { told: told.len(), ..Quality::default() };
        let mut proposed = BTreeSet::new();
        for cluster in Found::of(&book).clusters(&book) {
            for (n, one) in cluster.people.iter().enumerate() {
                for other in cluster.people.iter().skip(n + 1) {
                    let pair = in_order((*one, *other));
                    if untold.contains(&pair) || !proposed.insert(pair) {
                        continue;
                    }
                    if !told.contains(&pair) {
                        quality.misses.push(format!("WRONG {} {:?}", said(&book, pair), cluster.likeness));
                    }
                }
            }
        }
        let lost = told.difference(&proposed).map(|pair| format!("LOST {}", said(&book, *pair)));
        quality.misses.extend(lost);
        quality.proposed = proposed.len();
        quality.right = proposed.intersection(&told).count();
        quality
    }

    /// How much of what is proposed is true, from 0 to 1.
    pub fn precision(&self) -> f64 {
        self.right as f64 / self.proposed.max(1) as f64
    }

    /// How much of what is true is proposed, from 0 to 1.
    pub fn recall(&self) -> f64 {
        self.right as f64 / self.told.max(1) as f64
    }
}

fn id(crowd: &Crowd, at: usize) -> PersonId {
    crowd.people.get(at).map(|person| person.id).unwrap_or_default()
}

fn in_order((one, other): (PersonId, PersonId)) -> (PersonId, PersonId) {
    (one.min(other), one.max(other))
}

/// Two cards, for whoever looks at what went wrong.
fn said(book: &Book, (one, other): (PersonId, PersonId)) -> String {
    let card = |person: &Person| {
        let ways: Vec<&str> = person.reach.iter().map(|way| way.value.as_str()).collect();
        let facts = person.facts.replace('\n', ", ");
        format!("{} [{}] {} {facts}", person.name, book.workplace(person), ways.join(", "))
    };
    let both = [one, other].map(|id| book.person(id).map(card).unwrap_or_default());
    format!("{} ‖ {}", both[0], both[1])
}
