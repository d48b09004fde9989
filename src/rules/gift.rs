//! Gifts: what somebody was given, and what speaks against another one (R56, B15).

use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::PersonId;
use crate::domain::money::{Currency, Money};
use crate::domain::order::sort_by_key;
use crate::domain::touch::{Gift, Touch, TouchKind};
use chrono::{Datelike, NaiveDate};

/// An objection to a gift. It is said, and the person may go on (B15).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// The person set that gifts are barred in their trade.
    Barred,
    /// They were given the same before, last on this day.
    Again(NaiveDate),
    /// With it, they have had more in its year than the person set.
    OverCap {
        /// All they have had in the year, this one included.
        had: Money,
        /// The most that was set.
        cap: Money,
    },
}

/// Returns the gifts to somebody, the latest first (R56).
pub fn given(book: &Book, person: PersonId) -> Vec<(NaiveDate, Gift)> {
    let of = |touch: &Touch| Some((touch.on, touch.gift.clone()?)).filter(|_| touch.went_out());
    let mut all: Vec<(NaiveDate, Gift)> = book.touches_with(person).filter_map(of).collect();
    sort_by_key(&mut all, |(on, _)| std::cmp::Reverse(*on));
    all
}

/// Returns the objections to giving this to somebody on this day (B15).
pub fn cautions(book: &Book, person: Option<PersonId>, gift: &Gift, on: NaiveDate) -> Vec<Caution> {
    let settings = book.setting("choices");
    let before = person.map(|id| given(book, id)).unwrap_or_default();
    let mut cautions = Vec::new();
    if settings.is_some_and(|settings| settings.no_gifts) {
        cautions.push(Caution::Barred);
    }
    let what = fold(&gift.what);
    let again = before.iter().find(|(_, other)| !what.is_empty() && fold(&other.what) == what);
    cautions.extend(again.map(|(on, _)| Caution::Again(*on)));
    if let (Some(cap), Some(cost)) = (settings.and_then(|s| s.gift_cap), gift.cost) {
        let counts = |money: &Money| money.currency == cap.currency;
        let of_year = before.iter().filter(|(day, _)| day.year() == on.year()).filter_map(|(_, gift)| gift.cost);
        let had: i64 = of_year.chain([cost]).filter(counts).map(|money| money.minor).fold(0, i64::saturating_add);
        if had > cap.minor {
            cautions.push(Caution::OverCap { had: Money { minor: had, currency: cap.currency }, cap });
        }
    }
    cautions
}

/// The gift a form tells of; what cannot be read as a cost counts as none.
pub fn typed(book: &Book, kind: &str, what: &str, cost: &str) -> Option<Gift> {
    let currency = book.setting("choices").and_then(|s| s.currency).unwrap_or(Currency::USD);
    let gift = Gift { what: what.trim().to_string(), cost: Money::typed(cost, currency).ok() };
    Some(gift).filter(|_| kind == TouchKind::Gift.word())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::setting::Setting;
    use crate::domain::touch::StartedBy;

    const USD: Currency = Currency::USD;

    fn gift(what: &str, minor: i64) -> Gift {
        Gift { what: what.into(), cost: Some(Money { minor, currency: USD }).filter(|_| minor > 0) }
    }

    fn book(settings: Setting) -> Book {
        let mut book = Book::default();
        for (id, on, what, minor, started_by) in [
            ("t1", "2026-01-10", "A fern", 4_000, StartedBy::Me),
            ("t2", "2025-12-24", "Theatre tickets", 9_000, StartedBy::Me),
            ("t3", "2026-03-01", "Chocolate", 9_000, StartedBy::Them),
        ] {
            let (id, on, kind) = (id.parse().unwrap(), on.parse().unwrap(), TouchKind::Gift);
            let person = "p1".parse().unwrap();
            book.put(
                Touch { id, person, on, kind, started_by, gift: Some(gift(what, minor)), ..Touch::default() }.into(),
            );
        }
        book.put(settings.into());
        book
    }

    fn check(settings: Setting, what: &str, minor: i64, expected: &[Caution]) {
        let found = cautions(&book(settings), "p1".parse().ok(), &gift(what, minor), "2026-11-21".parse().unwrap());
        assert_eq!(found, expected, "{what} {minor}");
    }

    #[test]
    fn b15_nobody_gets_the_same_gift_twice_without_a_word() {
        let none = || Setting::named("choices");
        check(none(), "a  FERN", 0, &[Caution::Again("2026-01-10".parse().unwrap())]);
        check(none(), "Chocolate", 9_000, &[]);
        check(none(), "", 0, &[]);
        let other = cautions(&book(none()), "p2".parse().ok(), &gift("A fern", 0), "2026-11-21".parse().unwrap());
        assert_eq!(other, []);
    }

    #[test]
    fn b15_a_yearly_cap_counts_what_one_person_had_in_the_year() {
        let cap = Money { minor: 10_000, currency: USD };
        let capped = || Setting { gift_cap: Some(cap), ..Setting::named("choices") };
        check(capped(), "Wine", 6_000, &[]);
        let had = Money { minor: 10_001, currency: USD };
        check(capped(), "Wine", 6_001, &[Caution::OverCap { had, cap }]);
        check(capped(), "Wine", 0, &[]);
        let euro = Money { minor: 1, currency: Currency::parse("EUR").unwrap() };
        check(Setting { gift_cap: Some(euro), ..Setting::named("choices") }, "Wine", 6_001, &[]);
    }

    #[test]
    fn b15_where_gifts_are_barred_every_gift_says_so() {
        let barred = Setting { no_gifts: true, ..Setting::named("choices") };
        check(barred, "Wine", 0, &[Caution::Barred]);
        let book = book(Setting::named("choices"));
        assert_eq!(typed(&book, "gift", " Wine ", "25"), Some(gift("Wine", 2_500)));
        assert_eq!(typed(&book, "gift", "Wine", "much"), Some(gift("Wine", 0)));
        assert_eq!(typed(&book, "call", "Wine", "25"), None);
        assert_eq!(given(&book, "p1".parse().unwrap()).len(), 2);
    }
}
