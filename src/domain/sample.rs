//! Generated books: the small sample a newcomer can look round, and books of any size for tests and measures.

#[cfg(any(test, feature = "generated"))]
pub mod career;
mod cast;
mod chance;
mod gatherings;
mod giving;
mod news;
mod playbook;
mod readers;
mod story;
mod teller;

use super::change::Change;
use super::id::{Id, Session};
use super::kind::Kind;
use chrono::NaiveDate;

pub use chance::Chance;

/// The sample book: some forty invented people, the referrals between them, and what was said, told as of `today`.
///
/// Every record's id is of `session`, which must be one of its own, and the setting `sample` names it, so that the
/// whole sample can be taken out again when the person opens a book of their own.
pub fn sample(today: NaiveDate, session: Session) -> Change {
    story::tell(today, session)
}

/// The records of the sample of this session among those that are kept, without its mark. A text that names no session
/// names no sample.
pub fn records_of<'a>(session: &str, kept: impl Iterator<Item = (&'a str, Id)>) -> Vec<(Kind, Id)> {
    let Ok(session) = Session::parse(session) else { return Vec::new() };
    let is_of = |id: &Id| id.as_str().strip_prefix(session.as_str()).is_some_and(|rest| rest.starts_with('-'));
    kept.filter(|(_, id)| is_of(id)).map(|(kind, id)| (Kind::of_word(kind), id)).collect()
}

#[cfg(test)]
mod tests;
