//! Links that were refused: they stay refused, whichever file or field says them again, until they are proposed again (B7).
//!
//! A refusal stands with the one who was not brought, as who did not bring them: the words, and whom they meant where that
//! was one alone of the book. So it goes where they go, out of the pool into the book and into another entry, is taken
//! back as every act is, and is erased with them.

use super::{LinkEnd, Links, ProposedLink};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::connection::Connection;
use crate::domain::draft::Problems;
use crate::domain::id::{Id, PersonId};
use crate::domain::person::Person;
use crate::domain::record::Record;
use crate::domain::sorted_set::SortedSet;
use crate::rules::identity::is_same_name;

/// The message where nobody is left of whom it could be kept.
const GONE: &str = "They are not here any more, so there is nothing to refuse.";

impl ProposedLink {
    /// Whether it was refused: of somebody here as the book says, of a row of a file as it was chosen.
    pub fn is_refused(&self, book: &Book) -> bool {
        match self.whom {
            LinkEnd::Person(id) => book.person(id).is_some_and(|person| self.is_among(book, &person.not_through)),
            LinkEnd::Waiting(id) => book.connection(id).is_some_and(|one| self.is_among(book, &one.not_through)),
            LinkEnd::Row(_) => self.never,
        }
    }

    /// The change that refuses it for good; `None` for a row of a file, which is nobody yet.
    ///
    /// # Errors
    /// When whoever was brought is not here any more.
    pub fn refuse(&self, book: &Book) -> Option<Result<Change, Problems>> {
        self.keep(book, &|said| said.extend(self.said()))
    }

    /// The change after which it is proposed as any other; `None` for a row of a file.
    ///
    /// # Errors
    /// When whoever was brought is not here any more.
    pub fn propose_again(&self, book: &Book) -> Option<Result<Change, Problems>> {
        self.keep(book, &|said| *said = said.iter().filter(|one| !self.is_said(book, one)).cloned().collect())
    }

    /// What is kept of a refusal: the words, and the one of the book whom they mean, where that is one alone.
    pub fn said(&self) -> SortedSet<String> {
        let id = match self.sources.as_slice() {
            [source] => {
                if let LinkEnd::Person(id) = source.one {
                    Some(id.to_string())
                } else {
                    None
                }
            }
            _ => None,
        };
        id.into_iter().chain([self.words.clone()]).collect()
    }

    fn keep(&self, book: &Book, write: &dyn Fn(&mut SortedSet<String>)) -> Option<Result<Change, Problems>> {
        let record: Option<Record> = match self.whom {
            LinkEnd::Row(_) => return None,
            LinkEnd::Person(id) => book.person(id).cloned().map(|mut person: Person| {
                write(&mut person.not_through);
                person.into()
            }),
            LinkEnd::Waiting(id) => book.connection(id).cloned().map(|mut one: Connection| {
                write(&mut one.not_through);
                one.into()
            }),
        };
        let gone = || Problems::one("form", GONE);
        Some(record.map(|record| Change { records: vec![record] }).ok_or_else(gone))
    }

    fn is_among(&self, book: &Book, said: &SortedSet<String>) -> bool {
        said.iter().any(|one| self.is_said(book, one))
    }

    /// Whether one thing that was kept of a refusal refuses this link: the same name, or the one alone whom it means.
    fn is_said(&self, book: &Book, said: &str) -> bool {
        let who = |one: LinkEnd| if let LinkEnd::Person(id) = one { Some(id) } else { None };
        let meant = match self.sources.as_slice() {
            [source] => who(source.one),
            _ => None,
        };
        let refused = Id::parse(said).ok().map(|id| book.who(PersonId(id)));
        is_same_name(&self.words, said) || (meant.is_some() && meant == refused)
    }
}

impl Links {
    /// The places of those that are proposed.
    pub fn open(&self, book: &Book) -> Vec<usize> {
        self.places(|link| !link.is_refused(book))
    }

    /// The places of those that were refused.
    pub fn refused(&self, book: &Book) -> Vec<usize> {
        self.places(|link| link.is_refused(book))
    }

    /// Takes note that the link at this place is refused, or proposed again; either way it is not taken.
    pub fn note(&mut self, at: usize, never: bool) {
        self.tick(at, false);
        if let Some(link) = self.list.get_mut(at) {
            link.never = never;
        }
    }

    fn places(&self, is: impl Fn(&ProposedLink) -> bool) -> Vec<usize> {
        self.list.iter().enumerate().filter(|(_, link)| is(link)).map(|(at, _)| at).collect()
    }
}
