//! Success stories: what came of a won referral, in one paragraph (R71). The words follow from the book; a record is kept
//! only where the person chose other words, or who may be named.

use super::book::Book;
use super::change::Change;
use super::draft::{Problems, long_text};
use super::fields::fields;
use super::id::{PersonId, ReferralId, StoryId};
use super::sorted_set::SortedSet;
use serde::Serialize;

fields! {
    /// What was chosen about the story of one won referral. Its id is that of the referral, so that two devices never keep
    /// two stories of one.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Story {
        /// Names this story: the id of the referral.
        pub id: StoryId,
        /// The words, where they are the person's own.
        pub text: String,
        /// What the book said when those words were written.
        pub from: String,
        /// Who may be named.
        pub named: SortedSet<PersonId>,
        /// In the trash.
        pub trashed: bool,
    }
}

fields! {
    /// What stands in the form of a story.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct StoryDraft {
        /// The words.
        pub text: String,
        /// Who may be named.
        pub named: SortedSet<PersonId>,
    }
}

impl StoryDraft {
    /// The change that keeps it: `told` is what the book says itself with these people named. Words that are the same are
    /// not kept as one's own, so that they go on following the book.
    ///
    /// # Errors
    /// When the referral is gone, or the words are too long.
    pub fn change(&self, book: &Book, id: ReferralId, told: &str) -> Result<Change, Problems> {
        let gone = || Problems::one("form", "This referral is not in your book any more.");
        book.referral(id).ok_or_else(gone)?;
        let mut wrong = Problems::default();
        let text = wrong.take("text", long_text(&self.text));
        wrong.or(())?;
        let is_own = !text.is_empty() && text != told;
        let (text, from) = if is_own { (text, told.to_string()) } else { (String::new(), String::new()) };
        Ok(Change::of(Story { id: StoryId(id.0), text, from, named: self.named.clone(), trashed: false }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record;
    use crate::domain::referral::Referral;

    #[test]
    fn r71_words_of_ones_own_are_kept_with_what_the_book_said_and_the_books_own_are_not() {
        let mut book = Book::default();
        let id: ReferralId = "r1".parse().unwrap();
        book.put(Referral { id, ..Referral::default() }.into());
        let kept = |text: &str| {
            let draft = StoryDraft { text: text.into(), named: ["p1".parse().unwrap()].into() };
            match draft.change(&book, id, "The book says so.").unwrap().records.as_slice() {
                [Record::Story(story)] => {
                    (story.id.to_string(), story.text.clone(), story.from.clone(), story.named.len())
                }
                other => panic!("{other:?}"),
            }
        };
        let text = |text: &str| text.to_string();
        assert_eq!(kept(" Mine. "), (text("r1"), text("Mine."), text("The book says so."), 1));
        assert_eq!(kept("The book says so."), (text("r1"), String::new(), String::new(), 1));
        assert_eq!(kept(" "), (text("r1"), String::new(), String::new(), 1));
        let gone = StoryDraft::default().change(&book, "r9".parse().unwrap(), "");
        assert!(gone.is_err_and(|wrong| wrong.of("form").is_some()));
    }
}
