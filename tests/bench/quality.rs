//! The quality of what is found: how much of what is proposed is true, and how much of what is true is proposed.

use super::crowd::Crowd;
use kith::domain::id::PersonId;
use kith::rules::duplicate::Found;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug)]
pub struct Quality {
    pub true_pairs: usize,
    pub proposed: usize,
    pub right: usize,
    /// Pairs that are wrong, and true ones that were not found, in words.
    #[allow(dead_code, reason = "only the test prints them")]
    pub misses: Vec<String>,
}

impl Quality {
    pub fn of(crowd: &Crowd) -> Quality {
        let of: BTreeMap<PersonId, usize> = crowd.of.iter().copied().collect();
        let mut true_pairs = BTreeSet::new();
        for (n, (one, who)) in crowd.of.iter().enumerate() {
            // The entries of one person stand together.
            for (other, _) in crowd.of[n + 1..].iter().take_while(|(_, whose)| whose == who) {
                true_pairs.insert((*one.min(other), *one.max(other)));
            }
        }
        let mut proposed = BTreeSet::new();
        let mut misses = Vec::new();
        let said = |id: &PersonId| {
            let person =
                crowd.book.person(*id).map(|p| (p.name.to_string(), crowd.book.workplace(p), &p.reach, &p.facts));
            person.map(|(name, place, reach, facts)| {
                let ways: Vec<&str> = reach.iter().map(|r| r.value.as_str()).collect();
                format!("{name} [{place}] {} {facts}", ways.join(", "))
            })
        };
        for cluster in Found::of(&crowd.book).clusters(&crowd.book) {
            for (n, one) in cluster.people.iter().enumerate() {
                for other in &cluster.people[n + 1..] {
                    proposed.insert((*one.min(other), *one.max(other)));
                    if of[one] != of[other] {
                        misses.push(format!("WRONG {:?} | {:?} {:?}", said(one), said(other), cluster.likeness));
                    }
                }
            }
        }
        let lost = true_pairs.difference(&proposed);
        misses.extend(lost.map(|(one, other)| format!("LOST {:?} | {:?}", said(one), said(other))));
        let right = proposed.intersection(&true_pairs).count();
        Quality { true_pairs: true_pairs.len(), proposed: proposed.len(), right, misses }
    }

    pub fn precision(&self) -> f64 {
        self.right as f64 / self.proposed.max(1) as f64
    }

    pub fn recall(&self) -> f64 {
        self.right as f64 / self.true_pairs.max(1) as f64
    }
}
