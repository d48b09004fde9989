//! The totals of a branch: people, referrals, those still open, and the value won, each counted once (R57, R58).

use super::Forest;
use crate::domain::money::Money;
use crate::domain::referral::{End, Referral};
use crate::rules::disclosure::Disclosure;

/// The totals of a branch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Totals {
    /// How many people stand above, those in the trash left out.
    pub people: usize,
    /// How many referrals were given on the branch.
    pub referrals: usize,
    /// How many of these are open.
    pub open: usize,
    /// How many of these are won.
    pub won: usize,
    /// Their value, a sum for each currency, by its code.
    pub value: Vec<Money>,
}

impl Totals {
    /// Of the branch that begins at this place, as it may be told. A referral belongs where its source stands, so
    /// somebody with two sources is one person here, and two referrals.
    pub fn of(disclosure: &Disclosure, forest: &Forest, place: usize) -> Totals {
        let mut totals = Totals::default();
        for knot in forest.knots().get(forest.branch(place)).unwrap_or_default() {
            let is_above = forest.knot(place).is_some_and(|first| first.person != knot.person);
            let ties = disclosure.book().ties(knot.person);
            totals.people += usize::from(is_above && ties.live().is_some());
            for referral in ties.referrals_from() {
                totals.count(referral, disclosure);
            }
        }
        totals
    }

    fn count(&mut self, referral: &Referral, disclosure: &Disclosure) {
        self.referrals += 1;
        if !disclosure.tells_stage(referral) {
            return;
        }
        self.open += usize::from(referral.is_open());
        self.won += usize::from(referral.outcome.kind == End::Won);
        if let Some(value) = won(referral).filter(|_| disclosure.tells_value(referral)) {
            add(&mut self.value, value);
        }
    }
}

/// Returns the value a referral was won for; `None` if it was not, or this is not known.
pub fn won(referral: &Referral) -> Option<Money> {
    referral.outcome.value.filter(|_| referral.outcome.kind == End::Won)
}

/// Adds an amount to sums that stand by their currency's code.
pub fn add(sums: &mut Vec<Money>, more: Money) {
    let place = sums.partition_point(|sum| sum.currency < more.currency);
    match sums.get_mut(place).filter(|sum| sum.currency == more.currency) {
        Some(sum) => sum.minor = sum.minor.saturating_add(more.minor),
        None => sums.insert(place, more),
    }
}
