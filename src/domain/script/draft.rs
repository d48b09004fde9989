//! The form of a script: what was typed, and the change it makes.

use super::{Script, merge};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::draft::{Problems, long_text, short_text};
use crate::domain::fields::fields;
use crate::domain::id::{Mint, ScriptId};
use serde::Serialize;

fields! {
    /// What was typed about a script of one's own (R25).
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct ScriptDraft {
        /// What it is called.
        pub name: String,
        /// The moment it is for: the name of a duty.
        pub moment: String,
        /// The subject of an e-mail.
        pub subject: String,
        /// The words.
        pub text: String,
    }
}

impl ScriptDraft {
    /// The form filled with what the book has; an empty one for another script.
    pub fn of(book: &Book, id: Option<ScriptId>) -> ScriptDraft {
        let Some(kept) = id.and_then(|id| book.script(id)).cloned() else { return ScriptDraft::default() };
        ScriptDraft { name: kept.name, moment: kept.moment, subject: kept.subject, text: kept.text }
    }

    /// The change that keeps it: a new script, or `id` as typed.
    ///
    /// # Errors
    /// The problems, field by field; a merge field there is not is told at the text it stands in.
    pub fn change(&self, book: &Book, id: Option<ScriptId>, mint: &mut Mint) -> Result<Change, Problems> {
        let mut wrong = Problems::default();
        let old = id.and_then(|id| book.script(id)).cloned();
        let name = wrong.take("name", short_text(&self.name));
        if name.is_empty() {
            wrong.add("name", "Give it a name you will find it by.");
        }
        if self.moment.is_empty() {
            wrong.add("moment", "Choose the moment you will say it.");
        }
        let subject = wrong.take("subject", short_text(&self.subject));
        wrong.take("subject", merge::check(&subject));
        let text = wrong.take("text", long_text(&self.text));
        if text.is_empty() {
            wrong.add("text", "Write the words.");
        }
        wrong.take("text", merge::check(&text));
        wrong.or(())?;
        let id = old.as_ref().map_or_else(|| ScriptId(mint.id()), |old| old.id);
        let moment = self.moment.clone();
        Ok(Change::of(Script { id, name, moment, subject, text, ..old.unwrap_or_default() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fields::Overlay;
    use crate::domain::id::Session;

    fn kept(draft: &ScriptDraft) -> Result<Change, Problems> {
        draft.change(&Book::default(), None, &mut Mint::new(Session::of_bits(1)))
    }

    fn of(subject: &str, text: &str) -> ScriptDraft {
        ScriptDraft { name: "Mine".into(), moment: "update".into(), subject: subject.into(), text: text.into() }
    }

    #[test]
    fn r25_a_script_of_ones_own_is_kept_and_changed() {
        let (mut book, mut mint) = (Book::default(), Mint::new(Session::of_bits(1)));
        kept(&of("A word", "Hi {first}")).unwrap().records.into_iter().for_each(|r| book.put(r));
        let id = book.scripts().next().unwrap().id;
        let opened = ScriptDraft::of(&book, Some(id));
        let draft = ScriptDraft { text: "Hello {first}".into(), ..opened.clone() }.over(opened.clone(), opened);
        draft.change(&book, Some(id), &mut mint).unwrap().records.into_iter().for_each(|r| book.put(r));
        let script = book.script(id).unwrap();
        assert_eq!((script.subject.as_str(), script.text.as_str()), ("A word", "Hello {first}"));
        assert_eq!(book.scripts().count(), 1);
    }

    #[test]
    fn r25_a_script_with_a_merge_field_there_is_not_is_refused_at_its_field() {
        assert!(kept(&of("", "Hi {frist}")).unwrap_err().of("text").is_some_and(|why| why.contains("{first}")));
        assert!(kept(&of("To {first", "Hi")).unwrap_err().of("subject").is_some());
        let empty = kept(&ScriptDraft::default()).unwrap_err();
        for field in ["name", "moment", "text"] {
            assert!(empty.of(field).is_some_and(|why| why.ends_with('.')), "{field}");
        }
    }
}
