//! What a person answers after a meeting: whether they asked, and how they can help (R20, R27). Both may be skipped.

use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::day::later;
use crate::domain::draft::Problems;
use crate::domain::fields::fields;
use crate::domain::give::help::HelpDraft;
use crate::domain::id::{Mint, PersonId};
use crate::domain::person::Person;
use crate::domain::words::words;
use chrono::NaiveDate;
use serde::Serialize;

/// For how many days "not today" holds back an ask.
const NOT_TODAY_DAYS: u64 = 14;

words! {
    /// Whether a referral was asked for in a meeting (R20).
    pub enum DidAsk {
        /// Yes: the ask is written down next.
        Yes = "yes", "Yes";
        /// Not this time.
        NotToday = "not today", "Not today";
        /// This person is not asked at all.
        Never = "never", "Never";
    }
}

fields! {
    /// What was answered after a meeting.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct ClosingDraft {
        /// Whether they were asked, as the word of [`DidAsk`]; empty is skipped.
        pub asked: String,
        /// Why not today; may be empty.
        pub why: String,
        /// What they need; empty is skipped.
        pub help: String,
        /// The day by which it is promised.
        pub by: String,
    }
}

impl ClosingDraft {
    /// The change that keeps both answers in one act; empty when they leave nothing behind.
    ///
    /// # Errors
    /// What is wrong with a field, or that the person is gone.
    pub fn change(&self, book: &Book, person: PersonId, today: NaiveDate, mint: &mut Mint) -> Result<Change, Problems> {
        let Some(known) = book.live_person(person) else {
            return Err(Problems::one("form", "This person is not in your book any more."));
        };
        let mut change = match DidAsk::of_word(&self.asked) {
            DidAsk::NotToday => {
                let until = later(today, NOT_TODAY_DAYS).to_string();
                book.not_asked_now(person, &until, &self.why, today, mint)?
            }
            DidAsk::Never => Change::of(Person { never_ask: true, ..known.clone() }),
            _ => Change::default(),
        };
        if !self.help.trim().is_empty() {
            let help = HelpDraft { help: self.help.clone(), by: self.by.clone() };
            change.records.extend(help.change(book, person, today, mint)?.records);
        }
        Ok(change)
    }

    /// Whether it leaves nothing behind in the book.
    pub fn is_skipped(&self) -> bool {
        (self.asked.is_empty() || self.asked()) && self.help.trim().is_empty()
    }

    /// Whether the ask is to be written down next.
    pub fn asked(&self) -> bool {
        DidAsk::of_word(&self.asked) == DidAsk::Yes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::record::Record;

    fn kept(draft: &ClosingDraft) -> Result<Vec<Record>, Problems> {
        let mut book = Book::default();
        book.put(Person { id: "jim".parse().unwrap(), ..Person::default() }.into());
        let (today, mut mint) = ("2026-11-20".parse().unwrap(), Mint::new(Session::of_bits(1)));
        draft.change(&book, "jim".parse().unwrap(), today, &mut mint).map(|change| change.records)
    }

    fn answer(asked: &str, help: &str) -> ClosingDraft {
        ClosingDraft { asked: asked.into(), help: help.into(), by: "2026-11-25".into(), ..ClosingDraft::default() }
    }

    #[test]
    fn r20_not_today_rests_a_fortnight_and_never_is_kept_with_the_person() {
        let Record::Ask(ask) = kept(&answer("not today", "")).unwrap().remove(0) else { panic!("a not now") };
        assert_eq!(ask.outcome.on, "2026-12-04".parse().ok());
        let Record::Person(person) = kept(&answer("never", "")).unwrap().remove(0) else { panic!("the person") };
        assert!(person.never_ask);
    }

    #[test]
    fn r27_how_i_can_help_becomes_a_promise_in_the_same_act() {
        let kept = kept(&answer("not today", "Two rooms near the hospital")).unwrap();
        assert!(matches!(kept.as_slice(), [Record::Ask(_), Record::Give(give)] if give.is_open()));
    }

    #[test]
    fn r20_both_questions_may_be_skipped_and_yes_leads_to_the_ask() {
        assert!(kept(&answer("", " ")).unwrap().is_empty());
        assert!(kept(&answer("yes", "")).unwrap().is_empty());
        assert!(answer("yes", "").asked() && !answer("never", "").asked());
        assert!(answer("yes", "").is_skipped() && !answer("never", "").is_skipped());
        let wrong = ClosingDraft { by: String::new(), ..answer("", "A driver") };
        assert!(kept(&wrong).unwrap_err().of("by").is_some());
    }
}
