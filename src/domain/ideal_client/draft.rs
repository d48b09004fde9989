//! The form of an ideal client: what was typed, and the change it makes.

use super::IdealClient;
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, long_text, short_text};
use crate::domain::fields::fields;
use crate::domain::id::{IdealClientId, Mint};
use serde::Serialize;

fields! {
    /// What was typed about an ideal client; all text as it stands in the fields (R24).
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct IdealClientDraft {
        /// What it is called.
        pub name: String,
        /// The job titles they have, one a line.
        pub titles: String,
        /// What kind of company.
        pub company: String,
        /// How large.
        pub size: String,
        /// Where.
        pub place: String,
        /// What has just happened to them.
        pub trigger: String,
        /// What troubles them.
        pub problem: String,
        /// Two who are just right, one a line.
        pub examples: String,
        /// Who is not a fit.
        pub not_fit: String,
    }
}

impl IdealClientDraft {
    /// The form filled with what the book has; an empty one for another kind of client.
    pub fn of(book: &Book, id: Option<IdealClientId>) -> IdealClientDraft {
        let Some(kept) = id.and_then(|id| book.ideal_client(id)).cloned() else { return IdealClientDraft::default() };
        IdealClientDraft {
            name: kept.name,
            titles: kept.titles,
            company: kept.company,
            size: kept.size,
            place: kept.place,
            trigger: kept.trigger,
            problem: kept.problem,
            examples: kept.examples,
            not_fit: kept.not_fit,
        }
    }

    /// The change that keeps it: a new ideal client, or `id` as typed.
    ///
    /// # Errors
    /// The problems, field by field.
    pub fn change(&self, book: &Book, id: Option<IdealClientId>, mint: &mut Mint) -> Result<Change, Problems> {
        let mut wrong = Problems::default();
        let old = id.and_then(|id| book.ideal_client(id)).cloned();
        if self.name.trim().is_empty() {
            wrong.add("name", "Give it a name you would say aloud, such as: owners of family firms.");
        }
        let kept = IdealClient {
            name: wrong.take("name", short_text(&self.name)),
            titles: wrong.take("titles", long_text(&self.titles)),
            company: wrong.take("company", short_text(&self.company)),
            size: wrong.take("size", short_text(&self.size)),
            place: wrong.take("place", short_text(&self.place)),
            trigger: wrong.take("trigger", long_text(&self.trigger)),
            problem: wrong.take("problem", long_text(&self.problem)),
            examples: wrong.take("examples", long_text(&self.examples)),
            not_fit: wrong.take("not_fit", long_text(&self.not_fit)),
            ..old.clone().unwrap_or_default()
        };
        wrong.or(())?;
        let id = old.map_or_else(|| IdealClientId(mint.id()), |old| old.id);
        Ok(Change::of(IdealClient { id, ..kept }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::Overlay;
    use crate::domain::id::Session;

    #[test]
    fn r24_an_ideal_client_is_kept_and_changed_field_by_field() {
        let (mut book, mut mint) = (Book::default(), Mint::new(Session::of_bits(1)));
        let draft = IdealClientDraft { name: " Owners ".into(), place: "Leeds".into(), ..IdealClientDraft::default() };
        let keep = |book: &mut Book, change: Change| change.records.into_iter().for_each(|r| book.put(r));
        let change = draft.change(&book, None, &mut mint).unwrap();
        keep(&mut book, change);
        let id = book.ideal_clients().next().unwrap().id;
        let opened = IdealClientDraft::of(&book, Some(id));
        assert_eq!((opened.name.as_str(), opened.place.as_str()), ("Owners", "Leeds"));
        // Another tab kept a place meanwhile; only what was typed here goes over it.
        let other = IdealClientDraft { place: "York".into(), ..opened.clone() };
        let change = other.change(&book, Some(id), &mut mint).unwrap();
        keep(&mut book, change);
        let mine = IdealClientDraft { examples: "Ana Ruiz".into(), ..opened.clone() };
        let mine = mine.over(opened, IdealClientDraft::of(&book, Some(id)));
        let change = mine.change(&book, Some(id), &mut mint).unwrap();
        keep(&mut book, change);
        let kept = book.ideal_client(id).unwrap();
        assert_eq!((kept.place.as_str(), kept.examples.as_str()), ("York", "Ana Ruiz"));
        assert_eq!(book.ideal_clients().count(), 1);
    }

    #[test]
    fn r24_an_ideal_client_needs_a_name() {
        let wrong = IdealClientDraft::default().change(&Book::default(), None, &mut Mint::new(Session::of_bits(1)));
        assert!(wrong.unwrap_err().of("name").is_some_and(|why| why.ends_with('.')));
    }
}
