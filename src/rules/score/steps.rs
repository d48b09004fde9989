//! Step by step: how many asks and offers got how far, and where most are lost on the way (R18, B13).

use super::received;
use crate::domain::book::Book;
use crate::domain::id::AskId;
use crate::domain::referral::{End, Referral};
use chrono::NaiveDate;
use std::collections::HashSet;

/// How many got so far: asked or offered, agreed, introduced, followed up, spoken with, won. Whoever got further is counted
/// on every step before it too, because steps may be passed over.
pub fn steps(book: &Book, since: NaiveDate) -> [usize; 6] {
    let mut reached = [0; 6];
    let mut count = |furthest: usize| reached.iter_mut().take(furthest + 1).for_each(|step| *step += 1);
    let in_time = |referral: &&Referral| received(referral).is_some_and(|day| day >= since);
    let referrals: Vec<&Referral> = book.referrals().filter(in_time).collect();
    let answered: HashSet<AskId> = book.referrals().filter_map(|referral| referral.ask).collect();
    referrals.into_iter().for_each(|referral| count(furthest(referral)));
    let unanswered = book.asks().filter(|ask| ask.was_made() && ask.on >= since && !answered.contains(&ask.id));
    unanswered.for_each(|_| count(0));
    reached
}

fn furthest(referral: &Referral) -> usize {
    let days = [referral.introduced_on, referral.followed_up_on, referral.talked_on];
    let last = days.iter().rposition(Option::is_some).map_or(1, |step| step + 2);
    if referral.outcome.kind == End::Won { 5 } else { last }
}

/// The step before the sale at which the greatest share is lost, from 1 (agreed) to 4 (spoken with); `None` where nobody is.
pub fn leak(reached: &[usize; 6]) -> Option<usize> {
    let pairs = reached.windows(2).enumerate().take(4);
    let lost = |(step, pair): (usize, &[usize])| match pair {
        [before, after] if before > after => Some((step + 1, (before - after) * 1000 / before)),
        _ => None,
    };
    pairs.filter_map(lost).reduce(|worst, one| if one.1 > worst.1 { one } else { worst }).map(|(step, _)| step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask::Ask;
    use crate::domain::referral::Outcome;

    fn book() -> Book {
        let mut book = Book::default();
        let day = |n: u32| NaiveDate::from_ymd_opt(2026, 11, n);
        let referral = |n: usize| Referral { id: format!("r{n}").parse().unwrap(), ..Referral::default() };
        book.put(Referral { agreed_on: day(2), ask: "a1".parse().ok(), ..referral(1) }.into());
        book.put(Referral { agreed_on: day(2), introduced_on: day(3), ..referral(2) }.into());
        book.put(Referral { introduced_on: day(4), talked_on: day(5), ..referral(3) }.into());
        let outcome = Outcome { kind: End::Won, on: day(9), ..Outcome::default() };
        book.put(Referral { agreed_on: day(2), outcome, ..referral(4) }.into());
        book.put(Referral { agreed_on: "2025-01-02".parse().ok(), ..referral(5) }.into());
        for n in 1..=3 {
            let id = format!("a{n}").parse().unwrap();
            book.put(Ask { id, on: day(1).unwrap(), trashed: n == 3, ..Ask::default() }.into());
        }
        book
    }

    #[test]
    fn r18_who_got_further_is_counted_on_every_step_before() {
        let reached = steps(&book(), "2026-11-01".parse().unwrap());
        assert_eq!(reached, [5, 4, 3, 2, 2, 1], "the ask that brought a name is counted with it, the other by itself");
        assert_eq!(steps(&book(), "2024-01-01".parse().unwrap())[1], 5);
        assert_eq!(steps(&Book::default(), "2024-01-01".parse().unwrap()), [0; 6]);
    }

    #[test]
    fn b13_most_are_lost_where_the_greatest_share_stays_behind() {
        assert_eq!(leak(&[55, 47, 38, 37, 33, 14]), Some(2));
        assert_eq!(leak(&[5, 5, 5, 5, 5, 0]), None, "a sale that did not come is no leak");
        assert_eq!(leak(&[10, 5, 5, 2, 2, 2]), Some(3));
        assert_eq!(leak(&[0; 6]), None);
    }
}
