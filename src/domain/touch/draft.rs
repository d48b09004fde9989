//! The log form: what was typed about a word exchanged, and the change it makes.

use super::{Purpose, StartedBy, Touch, TouchKind};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, long_text, past_day};
use crate::domain::id::{Mint, PersonId, ReferralId, TouchId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What was typed about a word exchanged with someone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct TouchDraft {
    /// With whom.
    pub person: Option<PersonId>,
    /// The kind's word, such as `call`.
    pub kind: String,
    /// The day; empty is today.
    pub on: String,
    /// They began it.
    pub by_them: bool,
    /// What for.
    pub purposes: BTreeSet<Purpose>,
    /// The referral it is about; its id, or empty.
    pub about: String,
    /// What was said.
    pub text: String,
}

impl TouchDraft {
    /// The change that logs it, with the touch it adds.
    ///
    /// # Errors
    /// The problems, field by field.
    pub fn change(&self, book: &Book, today: NaiveDate, mint: &mut Mint) -> Result<(Touch, Change), Problems> {
        let mut wrong = Problems::default();
        let person = self.person.filter(|id| book.person(*id).is_some());
        if person.is_none() {
            wrong.add("person", "Choose with whom.");
        }
        if self.kind.is_empty() {
            wrong.add("kind", "Choose how you were in touch.");
        }
        let on = wrong.take("on", past_day(&self.on, today));
        let text = wrong.take("text", long_text(&self.text));
        let about = self.about.parse::<ReferralId>().ok().filter(|id| book.referral(*id).is_some());
        let started_by = if self.by_them { StartedBy::Them } else { StartedBy::Me };
        wrong.or(())?;
        let touch = Touch {
            id: TouchId(mint.id()),
            person: person.unwrap_or_default(),
            on,
            kind: TouchKind::of_word(&self.kind),
            started_by,
            purposes: self.purposes.clone(),
            about,
            text,
            ..Touch::default()
        };
        Ok((touch.clone(), Change::of(touch)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::person::Person;

    #[test]
    fn a_touch_needs_a_person_a_kind_and_a_day_that_has_come() {
        let mut book = Book::default();
        let jim: PersonId = "p1".parse().unwrap();
        book.put(Person { id: jim, ..Person::default() }.into());
        let today = "2026-11-21".parse().unwrap();
        let mut mint = Mint::new(Session::of_bits(1));
        let draft = TouchDraft { on: "2026-11-22".into(), ..TouchDraft::default() };
        let wrong = draft.change(&book, today, &mut mint).unwrap_err();
        for field in ["person", "kind", "on"] {
            assert!(wrong.of(field).is_some(), "{field}");
        }
        let draft = TouchDraft { person: Some(jim), kind: "call".into(), ..TouchDraft::default() };
        let (touch, _) = draft.change(&book, today, &mut mint).unwrap();
        assert_eq!((touch.on, touch.kind), (today, TouchKind::Call));
    }

    #[test]
    fn r15_yesterdays_call_logged_today_counts_for_yesterday() {
        let mut book = Book::default();
        let jim: PersonId = "p1".parse().unwrap();
        book.put(Person { id: jim, ..Person::default() }.into());
        let draft =
            TouchDraft { person: Some(jim), kind: "call".into(), on: "2026-11-20".into(), ..TouchDraft::default() };
        let (touch, _) =
            draft.change(&book, "2026-11-21".parse().unwrap(), &mut Mint::new(Session::of_bits(1))).unwrap();
        assert_eq!(touch.on.to_string(), "2026-11-20");
    }

    #[test]
    fn r50_a_results_review_is_a_kind_of_contact() {
        let mut book = Book::default();
        let jim: PersonId = "p1".parse().unwrap();
        book.put(Person { id: jim, ..Person::default() }.into());
        let draft = TouchDraft { person: Some(jim), kind: "review".into(), ..TouchDraft::default() };
        let (touch, _) =
            draft.change(&book, "2026-11-21".parse().unwrap(), &mut Mint::new(Session::of_bits(1))).unwrap();
        assert_eq!(touch.kind, TouchKind::Review);
    }
}
