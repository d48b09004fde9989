//! Into the trash and out of it, for a record of any kind.

use super::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::id::{Id, ReferralId, StoryId};
use crate::domain::kind::Kind;
use crate::domain::record::Record;
use crate::domain::story::Story;

impl Book {
    /// Puts a record in the trash, or takes it out (R23, R24, R25, R66, R67, R68).
    ///
    /// # Errors
    /// When there is no such record.
    pub fn trash(&self, kind: &Kind, id: Id, trashed: bool) -> Result<Change, Problems> {
        let Some(mut record) = self.record(kind, id).or_else(|| self.untouched_story(kind, id)) else {
            return Err(Problems::one("form", "This is not in your book any more."));
        };
        record.set_trashed(trashed);
        Ok(Change { records: vec![record] })
    }

    /// Takes these records of one kind out of the trash; those that are gone are passed over.
    ///
    /// # Errors
    /// When none of them is here any more.
    pub fn put_back(&self, kind: &Kind, ids: &[Id]) -> Result<Change, Problems> {
        let here = ids.iter().filter_map(|id| self.trash(kind, *id, false).ok());
        let records: Vec<Record> = here.flat_map(|change| change.records).collect();
        let gone = || Problems::one("form", "None of them is in the trash any more.");
        if records.is_empty() { Err(gone()) } else { Ok(Change { records }) }
    }

    /// The story of a referral as it stands before anything was chosen about it: it is no record yet (R71).
    fn untouched_story(&self, kind: &Kind, id: Id) -> Option<Record> {
        self.referral(ReferralId(id)).filter(|_| *kind == Kind::Story)?;
        Some(Story { id: StoryId(id), ..Story::default() }.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::script::Script;

    #[test]
    fn r25_a_script_goes_into_the_trash_and_comes_back() {
        let mut book = Book::default();
        let id = Id::parse("s1").unwrap();
        book.put(Script { id: "s1".parse().unwrap(), ..Script::default() }.into());
        for trashed in [true, false] {
            let change = book.trash(&Kind::Script, id, trashed).unwrap();
            change.records.into_iter().for_each(|r| book.put(r));
            assert_eq!(book.scripts().next().is_none(), trashed);
            assert_eq!(book.records(&Kind::Script, trashed).len(), 1);
            assert!(book.records(&Kind::Script, !trashed).is_empty());
        }
        assert!(book.trash(&Kind::Result, id, true).is_err());
    }

    #[test]
    fn r25_several_come_back_at_once_and_who_is_gone_is_passed_over() {
        let mut book = Book::default();
        for id in ["s1", "s2", "s3"] {
            book.put(Script { id: id.parse().unwrap(), trashed: true, ..Script::default() }.into());
        }
        let ids = ["s1", "s3", "s9"].map(|id| Id::parse(id).unwrap());
        let change = book.put_back(&Kind::Script, &ids).unwrap();
        change.records.into_iter().for_each(|r| book.put(r));
        assert_eq!((book.scripts().count(), book.records(&Kind::Script, true).len()), (2, 1));
        assert!(book.put_back(&Kind::Script, &ids[2..]).is_err());
    }

    #[test]
    fn r71_a_story_nobody_has_touched_can_be_thrown_away() {
        let mut book = Book::default();
        let id = Id::parse("r1").unwrap();
        assert!(book.trash(&Kind::Story, id, true).is_err());
        book.put(crate::domain::referral::Referral { id: "r1".parse().unwrap(), ..Default::default() }.into());
        let change = book.trash(&Kind::Story, id, true).unwrap();
        change.records.into_iter().for_each(|r| book.put(r));
        assert!(book.story("r1".parse().unwrap()).is_some_and(|story| story.trashed));
    }
}
