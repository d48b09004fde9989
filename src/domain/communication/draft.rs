//! The form of an issue: what was typed, and the change it makes.

use super::Communication;
use super::moves::list_named;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, day, long_text, short_text};
use crate::domain::fields::fields;
use crate::domain::id::{CommunicationId, Mint, PersonId};
use crate::domain::sorted_set::SortedSet;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// What was typed about an issue (R70).
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct CommunicationDraft {
        /// What it is called.
        pub name: String,
        /// The list it goes to.
        pub list: String,
        /// Where it can be read.
        pub link: String,
        /// What it says.
        pub text: String,
        /// The day it went out, if it has.
        pub on: String,
    }
}

impl CommunicationDraft {
    /// The form filled with what the book has; an empty one for another issue.
    pub fn of(book: &Book, id: Option<CommunicationId>) -> CommunicationDraft {
        let Some(kept) = id.and_then(|id| book.communication(id)).cloned() else {
            return CommunicationDraft::default();
        };
        let on = kept.on.map(|day| day.to_string()).unwrap_or_default();
        CommunicationDraft { name: kept.name, list: kept.list, link: kept.link, text: kept.text, on }
    }

    /// The change that keeps it: a new issue, or `id` as typed. Where it says the day it went out and the book does not know
    /// whom it reached, it reached `everyone`: those of its list who can be.
    ///
    /// # Errors
    /// The problems, field by field.
    pub fn change(
        &self,
        book: &Book,
        id: Option<CommunicationId>,
        everyone: SortedSet<PersonId>,
        today: NaiveDate,
        mint: &mut Mint,
    ) -> Result<Change, Problems> {
        let mut wrong = Problems::default();
        let old = id.and_then(|id| book.communication(id)).cloned();
        let name = wrong.take("name", short_text(&self.name));
        if name.is_empty() {
            wrong.add("name", "Say what it is called: you will find it by that.");
        }
        let list = wrong.take("list", list_named(book, &self.list));
        let link = wrong.take("link", short_text(&self.link));
        let text = wrong.take("text", long_text(&self.text));
        let on = wrong.take("on", day(&self.on));
        if on.is_some_and(|on| on > today) {
            wrong.add("on", "That day has not come yet. Leave it empty, and say so when it is sent.");
        }
        let was_sent = old.as_ref().is_some_and(|old| old.on.is_some());
        if was_sent && on.is_none() && wrong.of("on").is_none() {
            wrong.add("on", "It went out already: say on which day.");
        }
        wrong.or(())?;
        let old = old.unwrap_or_else(|| Communication { id: CommunicationId(mint.id()), ..Communication::default() });
        let to = if on.is_some() && !was_sent { everyone } else { old.to.clone() };
        Ok(Change::of(Communication { name, list, link, text, on, to, ..old }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::Overlay;
    use crate::domain::id::Session;
    use crate::domain::record::Record;

    fn draft() -> CommunicationDraft {
        CommunicationDraft { name: "Plan limits".into(), list: "Letter".into(), ..CommunicationDraft::default() }
    }

    fn kept(book: &Book, id: Option<CommunicationId>, draft: &CommunicationDraft) -> Result<Communication, Problems> {
        let today = "2026-11-21".parse().unwrap();
        let everyone = ["p1".parse().unwrap(), "p2".parse().unwrap()].into();
        let change = draft.change(book, id, everyone, today, &mut Mint::new(Session::of_bits(1)))?;
        match change.records.into_iter().next() {
            Some(Record::Communication(issue)) => Ok(issue),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn r70_an_issue_is_written_down_before_it_is_sent_or_after() {
        let book = Book::default();
        let ahead = kept(&book, None, &draft()).unwrap();
        assert_eq!((ahead.on, ahead.to.len()), (None, 0));
        let gone = kept(&book, None, &CommunicationDraft { on: "2026-11-02".into(), ..draft() }).unwrap();
        assert_eq!((gone.on, gone.to.len()), ("2026-11-02".parse().ok(), 2));
    }

    #[test]
    fn r70_editing_an_issue_that_went_out_leaves_whom_it_reached() {
        let mut book = Book::default();
        let id: CommunicationId = "n1".parse().unwrap();
        let to: SortedSet<PersonId> = ["p9".parse().unwrap()].into();
        let (on, name, list) = ("2026-11-02".parse().ok(), "Limits".to_string(), "Letter".to_string());
        book.put(Communication { id, name, list, on, to: to.clone(), ..Communication::default() }.into());
        let opened = CommunicationDraft::of(&book, Some(id));
        let renamed = CommunicationDraft { name: "Plan limits".into(), ..opened.clone() };
        let now = kept(&book, Some(id), &renamed.over(opened.clone(), opened.clone())).unwrap();
        assert_eq!((now.name.as_str(), now.to, now.on), ("Plan limits", to, on));
        let undated = kept(&book, Some(id), &CommunicationDraft { on: String::new(), ..opened }).unwrap_err();
        assert!(undated.of("on").is_some_and(|why| why.starts_with("It went out already")));
    }

    #[test]
    fn r70_an_issue_needs_a_name_a_list_and_a_day_that_has_come() {
        let book = Book::default();
        let wrong = kept(&book, None, &CommunicationDraft { on: "2027-01-01".into(), ..CommunicationDraft::default() });
        let wrong = wrong.unwrap_err();
        for field in ["name", "list", "on"] {
            assert!(wrong.of(field).is_some_and(|why| why.ends_with('.')), "{field}");
        }
    }
}
