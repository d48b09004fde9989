//! Into the trash and out of it, for records nothing hangs on: words, results, ideal clients.

use super::Book;
use crate::domain::change::Change;
use crate::domain::draft::Problems;
use crate::domain::id::Id;
use crate::domain::kind::Kind;
use crate::domain::record::Record;

impl Book {
    /// Puts a record in the trash, or takes it out (R23, R24, R25).
    ///
    /// # Errors
    /// When there is no such record.
    pub fn trash(&self, kind: &Kind, id: Id, trashed: bool) -> Result<Change, Problems> {
        let Some(mut record) = self.record(kind, id) else {
            return Err(Problems::one("form", "This is not in your book any more."));
        };
        record.set_trashed(trashed);
        Ok(Change { records: vec![record] })
    }

    /// The ideal clients, the results or the scripts: those kept, or those in the trash (R23, R24, R25).
    pub fn words(&self, kind: &Kind, trashed: bool) -> Vec<Record> {
        let all: Vec<Record> = match kind {
            Kind::IdealClient => self.ideal_clients.values().cloned().map(Record::from).collect(),
            Kind::Result => self.results.values().cloned().map(Record::from).collect(),
            Kind::Script => self.scripts.values().cloned().map(Record::from).collect(),
            _ => Vec::new(),
        };
        all.into_iter().filter(|record| record.is_trashed() == trashed).collect()
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
            assert_eq!(book.words(&Kind::Script, trashed).len(), 1);
            assert!(book.words(&Kind::Script, !trashed).is_empty());
        }
        assert!(book.trash(&Kind::Result, id, true).is_err());
    }
}
