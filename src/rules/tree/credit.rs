//! Credit for what was won: all to the source, all to the base, or by halves along the chain (B9).

use super::Forest;
use super::totals::{add, won};
use crate::domain::money::Money;
use crate::rules::disclosure::Disclosure;

/// To whom a sale is credited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Credit {
    /// To the one who gave the referral.
    #[default]
    Source,
    /// To the one with whom the chain began.
    Base,
    /// Half to the source, half of the rest to the next one down, and what is left to the base.
    Halves,
}

impl Credit {
    /// Every view, in the order of the screen.
    pub const ALL: [Credit; 3] = [Credit::Source, Credit::Base, Credit::Halves];

    /// The name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Credit::Source => "source",
            Credit::Base => "base",
            Credit::Halves => "halves",
        }
    }

    /// The label on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Credit::Source => "Whoever sent them",
            Credit::Base => "The base",
            Credit::Halves => "By halves",
        }
    }

    /// The view of a name.
    pub fn of_name(name: &str) -> Option<Credit> {
        Credit::ALL.into_iter().find(|credit| credit.name() == name)
    }

    /// Shares out an amount that the one at `source` brought in: who gets how much. Whatever the view, it adds up.
    pub fn shares(self, forest: &Forest, source: usize, minor: i64) -> Vec<(usize, i64)> {
        let base = forest.knot(source).map_or(source, |knot| knot.base);
        match self {
            Credit::Source => vec![(source, minor)],
            Credit::Base => vec![(base, minor)],
            Credit::Halves => {
                let mut left = minor;
                let mut shares = Vec::new();
                for at in forest.down(source).take_while(|at| *at != base) {
                    let half = left / 2;
                    if half == 0 {
                        break;
                    }
                    shares.push((at, half));
                    left -= half;
                }
                shares.push((base, left));
                shares
            }
        }
    }
}

/// Returns the credit of each place of the forest, a sum for each currency, as it may be told.
pub fn credited(disclosure: &Disclosure, forest: &Forest, credit: Credit) -> Vec<Vec<Money>> {
    let mut sums: Vec<Vec<Money>> = vec![Vec::new(); forest.knots().len()];
    for (place, knot) in forest.knots().iter().enumerate() {
        let told = disclosure.book().referrals_from(knot.person).filter(|r| disclosure.tells_value(r));
        for value in told.filter_map(won) {
            for (at, minor) in credit.shares(forest, place, value.minor) {
                if let Some(sums) = sums.get_mut(at) {
                    add(sums, Money { minor, currency: value.currency });
                }
            }
        }
    }
    sums
}
