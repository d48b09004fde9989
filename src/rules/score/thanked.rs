//! How soon a source was thanked after they agreed (R40, R61).

use crate::domain::book::Book;
use crate::rules::duty::words_to_source;
use chrono::NaiveDate;

/// How many sources were thanked so soon: the same day, the next, after two or three days, within a week, later, not yet.
pub fn thanked(book: &Book, since: NaiveDate) -> [usize; 6] {
    let mut counts = [0; 6];
    for referral in book.referrals() {
        let Some(day) = referral.agreed_on.filter(|day| *day >= since) else { continue };
        if book.live_person(referral.source).is_none() {
            continue;
        }
        let thanks = words_to_source(book, referral)
            .filter(|summary| summary.thanks && summary.on >= day)
            .map(|summary| summary.on);
        let at = match thanks.min().map(|thanks| (thanks - day).num_days()) {
            Some(0) => 0,
            Some(1) => 1,
            Some(2..=3) => 2,
            Some(4..=7) => 3,
            Some(_) => 4,
            None => 5,
        };
        if let Some(count) = counts.get_mut(at) {
            *count += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Person;
    use crate::domain::referral::Referral;
    use crate::domain::touch::{Purpose, Touch};

    #[test]
    fn r61_the_first_thank_you_after_the_yes_says_how_soon() {
        let mut book = Book::default();
        book.put(Person { id: "ann".parse().unwrap(), ..Person::default() }.into());
        let thanks = [Some("10"), Some("11"), Some("13"), Some("17"), Some("18"), None, Some("09")];
        for (n, day) in thanks.into_iter().enumerate() {
            let id = format!("r{n}").parse().unwrap();
            let (source, agreed_on) = ("ann".parse().unwrap(), "2026-11-10".parse().ok());
            book.put(Referral { id, source, agreed_on, ..Referral::default() }.into());
            for (at, day) in day.into_iter().chain(["20"]).enumerate().take(usize::from(n != 5 && n != 6) + 1) {
                if n == 5 {
                    continue;
                }
                let touch = Touch {
                    id: format!("t{n}-{at}").parse().unwrap(),
                    person: source,
                    on: format!("2026-11-{day}").parse().unwrap(),
                    about: Some(id),
                    purposes: [Purpose::Thank].into(),
                    ..Touch::default()
                };
                book.put(touch.into());
            }
        }
        assert_eq!(thanked(&book, "2026-11-01".parse().unwrap()), [1, 1, 1, 1, 1, 2], "thanks before the yes are none");
        assert_eq!(thanked(&book, "2026-11-11".parse().unwrap()), [0; 6]);
    }
}
