//! The list of today, kept: after a change only what it may touch is worked out again.

use super::{Owed, Raised, Rules, raised_to};
use crate::domain::book::Book;
use crate::domain::by_id::{ById, Ids};
use crate::domain::id::PersonId;
use chrono::NaiveDate;

/// What is owed to whom on one day, as of one state of the book.
#[derive(Debug, Default)]
pub struct Duties {
    as_of: Option<(NaiveDate, usize)>,
    raised: ById<Option<PersonId>, Vec<Raised>>,
}

impl Duties {
    /// What is owed on this day: the same list as [`super::owed`]. The book must be one and the same each time, and listen.
    pub fn owed(&mut self, book: &Book, today: NaiveDate) -> Vec<Owed> {
        let known = self.as_of.filter(|(day, _)| *day == today);
        match known.and_then(|(_, mark)| book.stirred_since(mark)) {
            Some(stirred) => self.again(book, stirred, today),
            None => self.afresh(book, today),
        }
        self.as_of = Some((today, book.mark()));
        Rules::of(book, today).standing(self.raised.values().flatten().cloned().collect())
    }

    fn afresh(&mut self, book: &Book, today: NaiveDate) {
        self.raised.clear();
        for raised in super::all_raised(&Rules::of(book, today)) {
            self.raised.entry(raised.person).or_default().push(raised);
        }
    }

    fn again(&mut self, book: &Book, stirred: &[PersonId], today: NaiveDate) {
        let people: Ids<PersonId> = stirred.iter().copied().collect();
        // The back-up goes by the count of changes, and so may be due after any.
        let people: Vec<Option<PersonId>> = people.into_iter().map(Some).chain([None]).collect();
        for person in &people {
            self.raised.remove(person);
        }
        for raised in raised_to(book, people, today) {
            self.raised.entry(raised.person).or_default().push(raised);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::kind::Kind;
    use crate::domain::record::Record;
    use proptest::prelude::*;
    use serde_json::json;

    /// One change: a record of one of nine kinds, about people and days taken from these numbers.
    fn record(kind: u8, n: u8, a: u8, b: u8, on: u8, flag: bool) -> (Kind, Id, Option<Record>) {
        let person = |n: u8| format!("p{}", n % 5);
        let day = |n: u8| format!("2026-11-{:02}", n % 28 + 1);
        let (kind, name, fields) = match kind % 10 {
            0 => {
                let consent = if n.is_multiple_of(7) { "do not contact" } else { "" };
                let rating = u32::from(b % 6);
                (
                    Kind::Person,
                    person(a),
                    json!({"rating": rating, "trashed": flag && n.is_multiple_of(3), "consent": consent,
                        "brought_by": if b.is_multiple_of(2) { json!(format!("r{}", b % 4)) } else { json!(null) }}),
                )
            }
            1..=3 => {
                let outcome = if flag { json!({"kind": "won", "on": day(on.wrapping_add(4))}) } else { json!({}) };
                let days = json!({"source": person(a), "prospect": person(b), "agreed_on": day(on), "outcome": outcome,
                    "introduced_on": if n.is_multiple_of(2) { json!(day(on.wrapping_add(1))) } else { json!(null) },
                    "ask": format!("a{}", n % 3), "trashed": n % 5 == 4});
                (Kind::Referral, format!("r{}", n % 4), days)
            }
            4 | 5 => {
                let words = json!({"person": person(a), "on": day(on), "kind": "call", "about": format!("r{}", n % 4),
                    "purposes": ["thank"], "started_by": if flag { "me" } else { "them" }, "milestone": "won"});
                (Kind::Touch, format!("t{}", n % 6), words)
            }
            6 => {
                let outcome = json!({"kind": if flag { "not now" } else { "agreed" }, "on": day(b)});
                let ask = json!({"person": person(a), "on": day(on), "confirm_by": day(b), "outcome": outcome});
                (Kind::Ask, format!("a{}", n % 3), ask)
            }
            7 => {
                let by = json!({"to": person(a), "promised_by": day(on), "trashed": flag});
                (Kind::Give, format!("g{}", n % 2), by)
            }
            8 => {
                let put_off = json!({"duty": "thank-agreed", "person": person(a), "referral": format!("r{}", n % 4),
                    "due": day(on), "until": day(b)});
                (Kind::PutOff, format!("o{}", n % 3), put_off)
            }
            _ if flag => {
                (Kind::Setting, "choices".into(), json!({"update_days": b % 20 + 1, "working_days": [a % 7 + 1]}))
            }
            _ => {
                let guests = json!([{"person": person(a)}, {"person": person(b), "came": true}]);
                (Kind::Event, "e0".into(), json!({"name": "fair", "on": day(on), "invited": guests}))
            }
        };
        let id = Id::parse(&name).unwrap();
        (kind.clone(), id, Record::read(&kind, id, &fields.to_string()))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn a_kept_list_is_the_list_worked_out_afresh(
            changes in prop::collection::vec(any::<(u8, u8, u8, u8, u8, bool)>(), 1..40),
            gone in prop::collection::vec(any::<bool>(), 40),
        ) {
            let mut book = Book::default();
            for n in 0..5 {
                let (.., person) = record(0, 1, n, n, 0, false);
                book.put(person.unwrap());
            }
            book.listen();
            let mut kept = Duties::default();
            let days = ["2026-11-10", "2026-11-20", "2026-12-05"];
            let mut day: NaiveDate = days[0].parse().unwrap();
            for (n, (kind, about, a, b, on, flag)) in changes.into_iter().enumerate() {
                let (kind, id, record) = record(kind, about, a, b, on, flag);
                match record {
                    Some(_) if gone[n] && n % 4 == 0 => book.remove(&kind, id),
                    Some(record) => book.put(record),
                    None => {}
                }
                if n % 9 == 8 {
                    day = days[n % 3].parse().unwrap();
                }
                prop_assert_eq!(kept.owed(&book, day), super::super::owed(&book, day), "after change {}", n);
            }
        }
    }
}
