//! Help that is promised to one person: what they said they need, and by when it is done (R27, R28).

use super::Give;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, day, long_text};
use crate::domain::fields::fields;
use crate::domain::id::{GiveId, Mint, PersonId};
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// What was typed when help was promised.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct HelpDraft {
        /// What they need.
        pub help: String,
        /// The day by which it is promised.
        pub by: String,
    }
}

impl HelpDraft {
    /// The change that keeps the promise to this person; it is owed on its day (R27).
    ///
    /// # Errors
    /// What is missing, field by field, or that the person is gone.
    pub fn change(&self, book: &Book, to: PersonId, today: NaiveDate, mint: &mut Mint) -> Result<Change, Problems> {
        let mut wrong = Problems::default();
        if book.live_person(to).is_none() {
            wrong.add("form", "This person is not in your book any more.");
        }
        let text = wrong.take("help", long_text(&self.help));
        if text.is_empty() && wrong.of("help").is_none() {
            wrong.add("help", "Write what you can do for them.");
        }
        let promised_by = wrong.take("by", day(&self.by));
        if promised_by.is_none_or(|by| by < today) && wrong.of("by").is_none() {
            wrong.add("by", "Choose the day by which it is done, today or later.");
        }
        wrong.or(())?;
        Ok(Change::of(Give { id: GiveId(mint.id()), to, text, promised_by, ..Give::default() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::person::Person;
    use crate::domain::record::Record;

    fn made(help: &str, by: &str, to: &str) -> Result<Change, Problems> {
        let mut book = Book::default();
        book.put(Person { id: "jim".parse().unwrap(), ..Person::default() }.into());
        let draft = HelpDraft { help: help.into(), by: by.into() };
        draft.change(&book, to.parse().unwrap(), "2026-11-20".parse().unwrap(), &mut Mint::new(Session::of_bits(1)))
    }

    #[test]
    fn r27_what_they_need_becomes_a_promise_with_a_day() {
        let change = made("Two rooms near the hospital", "2026-11-25", "jim").unwrap();
        let [Record::Give(give)] = change.records.as_slice() else { panic!("one promise") };
        assert_eq!((give.is_open(), give.text.as_str()), (true, "Two rooms near the hospital"));
    }

    #[test]
    fn r27_a_promise_says_what_and_by_when_and_to_somebody() {
        let wrong = |help: &str, by: &str, to: &str| made(help, by, to).unwrap_err().0[0].field;
        assert_eq!(wrong(" ", "2026-11-25", "jim"), "help");
        assert_eq!(wrong("A driver", "", "jim"), "by");
        assert_eq!(wrong("A driver", "2026-11-19", "jim"), "by");
        assert_eq!(wrong("A driver", "2026-11-25", "p9"), "form");
    }
}
