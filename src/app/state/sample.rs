//! The beginning of a book: an empty one, or the sample, which can be taken out again.

use super::State;
use crate::app::random;
use crate::app::ui::signal::Memo;
use kith::domain::change::Change;
use kith::domain::draft::Problems;
use kith::domain::id::Session;
use kith::domain::sample::{records_of, sample};
use kith::domain::setting::{ChoicesDraft, Setting};
use kith::message::erase::sample_removed;
use kith::route::{Page, Route};
use leptos::prelude::*;

impl State {
    /// Opens a book of one's own with these choices, which may all be empty.
    ///
    /// # Errors
    /// What is wrong with a choice, or why it could not be kept.
    pub fn open_book(self, choices: &ChoicesDraft) -> Result<(), Problems> {
        let change = self.peek(|book, _| choices.change(book))?;
        self.keep_change(change)?;
        self.ask_to_persist_once();
        self.go(Route::of(Page::Today));
        Ok(())
    }

    /// Fills the book with the sample and goes to Today.
    pub fn look_round(self) {
        let session = Session::of_bits(random::session_bits());
        let change = self.peek(|_, today| sample(today, session));
        match self.keep_change(change) {
            Ok(_) => self.go(Route::of(Page::Today)),
            Err(problems) => self.say_failed(problems.to_string()),
        }
    }

    /// Whether the sample is in the book.
    pub fn has_sample(self) -> Memo<bool> {
        self.select(|book| book.setting("sample").is_some())
    }

    /// Takes the sample out for good, with the drafts that name somebody of it; what else the person wrote stays.
    pub fn remove_sample(self) {
        let Some(mark) = self.peek(|book, _| book.setting("sample").cloned()) else { return };
        let records = self
            .store
            .with_value(|store| records_of(&mark.session, store.partial_book().iter().map(|(kind, id, _)| (kind, id))));
        let erased = self.erase_all(&records);
        let unmarked = Setting { session: String::new(), trashed: true, ..mark };
        let done =
            erased.map_err(|why| Problems::one("form", why)).and_then(|()| self.keep_change(Change::of(unmarked)));
        match done {
            Ok(_) => {
                self.go(Route::of(Page::Today));
                self.say(sample_removed());
            }
            Err(problems) => self.say_failed(problems.to_string()),
        }
    }
}
