//! Results: proof of what my work is worth, to put into a message (R23).

mod draft;

pub use draft::ResultDraft;

use super::fields::fields;
use super::id::{PersonId, ResultId};
use serde::Serialize;

fields! {
    /// What somebody had before, and what after.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct ResultStory {
        /// Names this result.
        pub id: ResultId,
        /// For whom it was, where they are in the book.
        pub person: Option<PersonId>,
        /// For whom it was, in words: `a printer in Leeds`.
        pub who: String,
        /// How it was before.
        pub before: String,
        /// How it was after.
        pub after: String,
        /// The number that shows it: `from 12 days to 4`.
        pub number: String,
        /// Whether they may be named.
        pub may_name: bool,
        /// In the trash.
        pub trashed: bool,
    }
}
