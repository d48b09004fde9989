//! The worth of each tree: the sales won on it, by how far from the base it grew (R57, B9).

use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::id_map::IdMap;
use crate::domain::money::{Currency, Money};
use crate::domain::order::sort_by_key;
use crate::rules::tree::Forest;
use crate::rules::tree::totals::{add, won};
use std::cmp::Reverse;

/// How many trees are told of.
const MOST: usize = 6;

/// The worth of one tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// Who stands at its base.
    pub base: PersonId,
    /// The value won in all.
    pub value: Money,
    /// The value by distance from the base, in the smallest unit: whom the base brought, the next, and all further up.
    pub by_distance: [i64; 3],
}

/// The trees that were worth most, the most first; and whether something was won in other currencies too, which cannot be
/// added and is left out.
pub fn trees(book: &Book, forest: &Forest) -> (Vec<Worth>, bool) {
    let mut sums: Vec<Money> = Vec::new();
    book.referrals().filter_map(won).for_each(|value| add(&mut sums, value));
    let Some(currency) = main_currency(book, &sums) else { return (Vec::new(), false) };
    let mut by: IdMap<PersonId, Worth> = IdMap::default();
    for knot in forest.knots() {
        let Some(base) = forest.knot(knot.base).map(|base| base.person) else { continue };
        let values = book.referrals_from(knot.person).filter_map(won).filter(|value| value.currency == currency);
        for value in values {
            let new = || Worth { base, value: Money { minor: 0, currency }, by_distance: [0; 3] };
            let worth = by.entry(base).or_insert_with(new);
            worth.value.minor = worth.value.minor.saturating_add(value.minor);
            if let Some(part) = worth.by_distance.get_mut(knot.generation.min(2)) {
                *part = part.saturating_add(value.minor);
            }
        }
    }
    let mut all: Vec<Worth> = by.into_values().filter(|worth| book.live_person(worth.base).is_some()).collect();
    sort_by_key(&mut all, |worth| (Reverse(worth.value.minor), worth.base));
    all.truncate(MOST);
    (all, sums.len() > 1)
}

/// The currency in which most sales were made.
fn main_currency(book: &Book, sums: &[Money]) -> Option<Currency> {
    let sales = |currency: Currency| book.referrals().filter_map(won).filter(|won| won.currency == currency).count();
    sums.iter().map(|sum| sum.currency).max_by_key(|currency| (sales(*currency), Reverse(*currency)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Person;
    use crate::domain::referral::{End, Outcome, Referral};

    fn book(sales: &[(&str, &str, i64, &str)]) -> Book {
        let mut book = Book::default();
        for (n, (source, prospect, value, code)) in sales.iter().enumerate() {
            for id in [source, prospect] {
                book.put(Person { id: id.parse().unwrap(), ..Person::default() }.into());
            }
            let value = Money { minor: *value, currency: Currency::parse(code).unwrap() };
            let outcome = Outcome { kind: End::Won, value: Some(value), ..Outcome::default() };
            let (id, agreed_on) = (format!("r{n}").parse().unwrap(), format!("2026-01-{:02}", n + 1).parse().ok());
            let (source, prospect) = (source.parse().unwrap(), prospect.parse().unwrap());
            book.put(Referral { id, source, prospect, agreed_on, outcome, ..Referral::default() }.into());
        }
        book
    }

    #[test]
    fn b9_a_tree_is_worth_what_grew_on_it_by_distance_from_its_base() {
        let sales = [("a", "b", 100, "USD"), ("b", "c", 50, "USD"), ("c", "d", 20, "USD"), ("d", "e", 5, "USD")];
        let other = [("x", "y", 900, "USD"), ("x", "z", 7, "EUR")];
        let book = book(&[&sales[..], &other[..]].concat());
        let (trees, others) = trees(&book, &Forest::of(&book));
        let told: Vec<String> = trees.iter().map(|t| format!("{} {} {:?}", t.base, t.value, t.by_distance)).collect();
        assert_eq!(told, ["x USD 9 [900, 0, 0]", "a USD 1.75 [100, 50, 25]"]);
        assert!(others, "what was won in euros is left out, and this is said");
    }

    #[test]
    fn b9_without_a_sale_no_tree_is_worth_anything() {
        assert_eq!(trees(&Book::default(), &Forest::default()), (Vec::new(), false));
    }
}
