//! The form of an introduction: one person, whom they should meet, one name a line, and why (R68).

use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, long_text};
use crate::domain::fields::fields;
use crate::domain::id::{Mint, PersonId};
use crate::domain::person::named::{called, named};
use serde::Serialize;

fields! {
    /// What was typed about people who should meet.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct IntroductionDraft {
        /// For whom: a name of the book.
        pub one: String,
        /// Whom they should meet, a name a line: several at once is a batch.
        pub others: String,
        /// Why, for me alone.
        pub why: String,
    }
}

impl IntroductionDraft {
    /// The change that begins all of them; nobody is asked by that.
    ///
    /// # Errors
    /// What is wrong with a field: nobody of that name, several of it, the same one twice, or under way already.
    pub fn change(&self, book: &Book, mint: &mut Mint) -> Result<Change, Problems> {
        let mut wrong = Problems::default();
        let one = wrong.take("one", named(book, &self.one).map(Some));
        let why = wrong.take("why", long_text(&self.why));
        let mut others: Vec<PersonId> = Vec::new();
        let mut add = |found: Result<PersonId, String>| match found {
            Ok(id) if others.contains(&id) => {}
            Ok(id) => others.push(id),
            Err(why) if wrong.of("others").is_none() => wrong.add("others", why),
            Err(_) => {}
        };
        let lines = self.others.lines().filter(|line| !line.trim().is_empty());
        lines.for_each(|line| add(named(book, line)));
        if others.is_empty() && wrong.of("others").is_none() {
            wrong.add("others", "Write whom they should meet, a name a line.");
        }
        let Some(one) = one else { return wrong.or(Change::default()) };
        wrong.or(())?;
        let mut change = Change::default();
        for other in others {
            change.records.extend(book.introduce((one, other), &why, None, mint)?.1.records);
        }
        Ok(change)
    }

    /// Takes a name in place of the line that is being typed.
    pub fn take_last(&mut self, name: &str) {
        let start = self.others.rfind('\n').map_or(0, |at| at + 1);
        self.others.truncate(start);
        self.others.push_str(name);
        self.others.push('\n');
    }

    /// An empty form, for this person where one is known.
    pub fn for_whom(book: &Book, person: Option<PersonId>) -> IntroductionDraft {
        let one = person.and_then(|id| book.live_person(id)).map(|p| called(book, p)).unwrap_or_default();
        IntroductionDraft { one, ..IntroductionDraft::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::person::{Name, Person};

    #[test]
    fn r68_a_name_that_is_chosen_takes_the_place_of_the_line_being_typed() {
        let mut draft = IntroductionDraft { others: "Raj Mehta\nan".into(), ..IntroductionDraft::default() };
        draft.take_last("Ann Lee, Acme");
        assert_eq!(draft.others, "Raj Mehta\nAnn Lee, Acme\n");
        draft.others = "ra".into();
        draft.take_last("Raj Mehta");
        assert_eq!(draft.others, "Raj Mehta\n");
    }

    #[test]
    fn r68_several_are_introduced_to_one_at_once_and_each_stands_for_itself() {
        let mut book = Book::default();
        for (id, name) in [("p1", "Sue Tran"), ("p2", "Raj Mehta"), ("p3", "Ann Lee"), ("p4", "Ann Lee")] {
            let (id, name) = (id.parse().unwrap(), Name::new(name).unwrap());
            book.put(Person { id, name, ..Person::default() }.into());
        }
        let mut mint = Mint::new(Session::of_bits(1));
        let mut made = |one: &str, others: &str| {
            let draft = IntroductionDraft { one: one.into(), others: others.into(), why: "Swap names".into() };
            draft.change(&book, &mut mint).map(|change| change.records.len()).map_err(|wrong| wrong.0[0].field)
        };
        assert_eq!(made("sue tran", "Raj Mehta\n\nraj mehta\n"), Ok(1));
        assert_eq!(made("Sue Tran", " \n"), Err("others"));
        assert_eq!(made("Sue Tran", "Ann Lee"), Err("others"), "two bear that name");
        assert_eq!(made("Sue Tran", "Sue Tran"), Err("others"), "nobody meets themselves");
        assert_eq!(made("Zoe", "Raj Mehta"), Err("one"));
        assert_eq!(made("", ""), Err("one"));
        book.put(Person { id: "p5".parse().unwrap(), name: Name::new("Bo Ek").unwrap(), ..Person::default() }.into());
        let mut mint = Mint::new(Session::of_bits(2));
        let draft =
            IntroductionDraft { one: "Sue Tran".into(), others: "Raj Mehta\nBo Ek".into(), ..Default::default() };
        assert_eq!(draft.change(&book, &mut mint).unwrap().records.len(), 2);
    }
}
