//! What is said before a gift: the guard's cautions in sentences, and what was given before (R56, B15).

use super::reason::{ago, short_date};
use crate::domain::book::Book;
use crate::domain::draft::past_day;
use crate::domain::id::PersonId;
use crate::domain::touch::Gift;
use crate::domain::touch::draft::TouchDraft;
use crate::rules::gift::{Caution, cautions, given, typed};
use chrono::NaiveDate;

/// How many of the gifts before are told.
const TOLD: usize = 3;

/// What speaks against a gift, a sentence each; it may be given all the same (B15).
pub fn advice(book: &Book, person: Option<PersonId>, gift: &Gift, on: NaiveDate, today: NaiveDate) -> Vec<String> {
    let first = person.and_then(|id| book.person(id)).map(|p| p.name.first().to_string());
    let first = first.unwrap_or_else(|| "They".to_string());
    let sentence = |caution| match caution {
        Caution::Barred => {
            "You noted that gifts are barred in your trade. A note by hand says as much. Check your rules.".to_string()
        }
        Caution::Again(on) => {
            format!("{first} had the same from you {}. Something else, or a note by hand?", ago(on, today))
        }
        Caution::OverCap { had, cap } => {
            format!(
                "With this, {first} has had {had} from you in the year; you set {cap}. A note costs nothing. Check your rules."
            )
        }
    };
    cautions(book, person, gift, on).into_iter().map(sentence).collect()
}

/// Returns the advice on what stands in the log form; nothing where it is no gift of mine (B15).
pub fn advice_of(book: &Book, draft: &TouchDraft, today: NaiveDate) -> Vec<String> {
    let gift = typed(book, &draft.kind, &draft.gift, &draft.cost).filter(|_| !draft.by_them);
    let on = past_day(&draft.on, today).unwrap_or(today);
    gift.map(|gift| advice(book, draft.known(book), &gift, on, today)).unwrap_or_default()
}

/// The latest gifts to somebody in a line: `Fern, 4 June; Tickets, 2 May`; empty when there are none (R56).
pub fn gifts(book: &Book, person: PersonId, today: NaiveDate) -> String {
    let told = |(on, gift): (NaiveDate, Gift)| match gift.what.is_empty() {
        true => short_date(on, today),
        false => format!("{}, {}", gift.what, short_date(on, today)),
    };
    given(book, person).into_iter().take(TOLD).map(told).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::{Currency, Money};
    use crate::domain::person::{Name, Person};
    use crate::domain::setting::Setting;
    use crate::domain::touch::{Touch, TouchKind};

    #[test]
    fn b15_the_guard_advises_a_note_and_the_rules_and_no_more() {
        let mut book = Book::default();
        let (id, name) = ("p1".parse().unwrap(), Name::new("Connie Alvarez").unwrap());
        book.put(Person { id, name, ..Person::default() }.into());
        let cost = |minor| Some(Money { minor, currency: Currency::USD });
        book.put(Setting { no_gifts: true, gift_cap: cost(5_000), ..Setting::named("choices") }.into());
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let fern = Gift { what: "Fern".into(), cost: cost(4_000) };
        let (on, kind, gift) = ("2026-11-19".parse().unwrap(), TouchKind::Gift, Some(fern.clone()));
        book.put(Touch { id: "t1".parse().unwrap(), person: id, on, kind, gift, ..Touch::default() }.into());
        let said = advice(&book, Some(id), &fern, today, today);
        assert_eq!(said.len(), 3);
        assert_eq!(said[1], "Connie had the same from you 2 days ago. Something else, or a note by hand?");
        assert!(said[0].ends_with("Check your rules.") && said[2].ends_with("Check your rules."), "{said:?}");
        assert!(said[2].contains("USD 80") && said[2].contains("USD 50"), "{}", said[2]);
        assert!(gifts(&book, id, today).starts_with("Fern, "));
    }
}
