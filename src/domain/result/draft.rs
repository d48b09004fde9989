//! The form of a result: what was typed, and the change it makes.

use super::ResultStory;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, long_text, short_text};
use crate::domain::fields::fields;
use crate::domain::id::{Mint, PersonId, ResultId};
use serde::Serialize;

fields! {
    /// What was typed about a result (R23).
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct ResultDraft {
        /// The name of a person in the book; may be empty.
        pub person: String,
        /// For whom it was, in words that name nobody.
        pub who: String,
        /// How it was before.
        pub before: String,
        /// How it was after.
        pub after: String,
        /// The number that shows it.
        pub number: String,
        /// Whether they may be named.
        pub may_name: bool,
    }
}

impl ResultDraft {
    /// The form filled with what the book has; an empty one for another result.
    pub fn of(book: &Book, id: Option<ResultId>) -> ResultDraft {
        let Some(kept) = id.and_then(|id| book.result(id)).cloned() else { return ResultDraft::default() };
        ResultDraft {
            person: kept.person.and_then(|id| book.person(id)).map(|p| p.name.to_string()).unwrap_or_default(),
            who: kept.who,
            before: kept.before,
            after: kept.after,
            number: kept.number,
            may_name: kept.may_name,
        }
    }

    /// The change that keeps it: a new result, or `id` as typed.
    ///
    /// # Errors
    /// The problems, field by field.
    pub fn change(&self, book: &Book, id: Option<ResultId>, mint: &mut Mint) -> Result<Change, Problems> {
        let mut wrong = Problems::default();
        let old = id.and_then(|id| book.result(id)).cloned().unwrap_or_default();
        let person = wrong.take("person", self.person(book, &old));
        let who = wrong.take("who", short_text(&self.who));
        if person.is_none() && who.is_empty() {
            wrong.add("who", "Say for whom it was: somebody in your book, or words such as: a printer in Leeds.");
        }
        let after = wrong.take("after", long_text(&self.after));
        if after.is_empty() {
            wrong.add("after", "Say how it is now: without it there is no result to tell.");
        }
        let before = wrong.take("before", long_text(&self.before));
        let number = wrong.take("number", short_text(&self.number));
        wrong.or(())?;
        let is_new = id.is_none_or(|id| book.result(id).is_none());
        let id = if is_new { ResultId(mint.id()) } else { old.id };
        let may_name = self.may_name && person.is_some();
        Ok(Change::of(ResultStory { id, person, who, before, after, number, may_name, ..old }))
    }

    /// Who is meant by the name; the one kept already, where several carry it.
    fn person(&self, book: &Book, old: &ResultStory) -> Result<Option<PersonId>, String> {
        let name = self.person.trim();
        if name.is_empty() {
            return Ok(None);
        }
        if let Some(kept) = old.person.filter(|id| book.person(*id).is_some_and(|p| p.name.as_str() == name)) {
            return Ok(Some(kept));
        }
        let mut named = book.people_named(name).map(|p| p.id);
        match (named.next(), named.next()) {
            (Some(one), None) => Ok(Some(one)),
            (None, _) => {
                Err(format!("No one in your book is called {name}. Leave it empty, and say it without a name."))
            }
            _ => Err(format!("Several people are called {name}. Leave it empty, and say it without a name.")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::person::{Name, Person};

    fn book() -> Book {
        let mut book = Book::default();
        for (id, name) in [("p1", "Fred Ito"), ("p2", "Ann Lee"), ("p3", "Ann Lee")] {
            let name = Name::new(name).unwrap();
            book.put(Person { id: id.parse().unwrap(), name, ..Person::default() }.into());
        }
        book
    }

    fn of(person: &str, who: &str, after: &str) -> ResultDraft {
        ResultDraft {
            person: person.into(),
            who: who.into(),
            after: after.into(),
            may_name: true,
            ..ResultDraft::default()
        }
    }

    fn kept(draft: &ResultDraft) -> Result<ResultStory, Problems> {
        let mut book = book();
        let change = draft.change(&book, None, &mut Mint::new(Session::of_bits(1)))?;
        change.records.into_iter().for_each(|r| book.put(r));
        Ok(book.results().next().unwrap().clone())
    }

    #[test]
    fn r23_a_result_is_for_somebody_and_says_how_it_is_now() {
        let fred = kept(&of(" fred ito ", "", "4 days")).unwrap();
        assert_eq!((fred.person, fred.may_name), ("p1".parse().ok(), true));
        let words = kept(&of("", "a printer in Leeds", "4 days")).unwrap();
        assert_eq!((words.person, words.who.as_str()), (None, "a printer in Leeds"));
        assert!(!words.may_name, "where nobody is known, nobody can be named");
    }

    #[test]
    fn r23_what_is_wrong_with_a_result_is_told_at_its_field() {
        for (draft, field) in [
            (of("", "", "4 days"), "who"),
            (of("Fred Ito", "", " "), "after"),
            (of("Fred Itoh", "", "4 days"), "person"),
            (of("Ann Lee", "", "4 days"), "person"),
        ] {
            assert!(kept(&draft).unwrap_err().of(field).is_some_and(|why| why.ends_with('.')), "{field}");
        }
    }

    #[test]
    fn r23_whom_a_result_is_for_stays_where_two_carry_the_name() {
        let (mut book, mut mint) = (book(), Mint::new(Session::of_bits(1)));
        let id: ResultId = "x1".parse().unwrap();
        book.put(ResultStory { id, person: "p3".parse().ok(), after: "4".into(), ..ResultStory::default() }.into());
        let draft = ResultDraft { after: "5".into(), ..ResultDraft::of(&book, Some(id)) };
        let change = draft.change(&book, Some(id), &mut mint).unwrap();
        change.records.into_iter().for_each(|r| book.put(r));
        let kept = book.result(id).unwrap();
        assert_eq!((kept.person, kept.after.as_str()), ("p3".parse().ok(), "5"));
    }
}
