//! Generated books: the small sample a newcomer can look round, and books of any size for tests and measures.

mod cast;
mod chance;
mod story;
mod teller;

use super::change::Change;
use super::id::Session;
use chrono::NaiveDate;

pub use chance::Chance;

/// The sample book: some forty invented people, the referrals between them, and what was said, told as of `today`.
///
/// Every record's id is of `session`, which must be one of its own, and the setting `sample` names it, so that the
/// whole sample can be taken out again when the person opens a book of their own.
pub fn sample(today: NaiveDate, session: Session) -> Change {
    story::tell(today, session)
}

#[cfg(test)]
mod tests;
