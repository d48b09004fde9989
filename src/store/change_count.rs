//! The change count: how many changes were made since the last backup.

use crate::domain::id::Id;
use crate::domain::stamp::Stamp;
use crate::store::partial_book::PartialBook;
use crate::store::stored_record::StoredRecord;
use std::collections::BTreeSet;

/// Counts the distinct stamps later than the last backup: one act has one stamp. A value that was overwritten since
/// may or may not count, as its stamp is forgotten with it.
#[derive(Debug, Default)]
pub struct ChangeCount {
    since: Option<Stamp>,
    later: BTreeSet<Stamp>,
}

impl ChangeCount {
    /// Returns a count that begins with the last backup of this book; every record of it is still to be noted.
    pub fn since_backup(partial_book: &PartialBook) -> ChangeCount {
        let mut change_count = ChangeCount::default();
        let backup = Id::parse("backup").ok().and_then(|id| Some((id, partial_book.get("setting", id)?)));
        if let Some((id, stored)) = backup {
            change_count.note("setting", id, stored);
        }
        change_count
    }

    /// Returns the change count of a whole book.
    pub fn of(partial_book: &PartialBook) -> ChangeCount {
        let mut change_count = ChangeCount::since_backup(partial_book);
        partial_book.iter().for_each(|(kind, id, stored)| change_count.note(kind, id, stored));
        change_count
    }

    /// Takes note of a record that came or changed.
    pub fn note(&mut self, kind: &str, id: Id, stored: &StoredRecord) {
        if kind == "setting" && id.as_str() == "backup" {
            let since = stored.latest();
            self.later.retain(|stamp| *stamp > since);
            self.since = Some(since);
        }
        let since = self.since.unwrap_or(Stamp::NEVER);
        stored.each_stamp(|stamp| {
            if stamp > since {
                self.later.insert(stamp);
            }
        });
    }

    /// How many changes.
    pub fn count(&self) -> usize {
        self.later.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::form::{self, Limits};

    /// A book with these fields of one person, each written at its millisecond, and a backup at another.
    fn book(fields: &[u32], backup: Option<u32>) -> PartialBook {
        let at = |millis: &u32| format!("17952534000{millis:02}-0-k3f9a2mq7x");
        let values: String = (0..fields.len()).map(|n| format!(",\"f{n}\":1")).collect();
        let stamps: Vec<String> = fields.iter().enumerate().map(|(n, ms)| format!("\"f{n}\":\"{}\"", at(ms))).collect();
        let person = format!("{{\"id\":\"p1\"{values},\"_at\":{{{}}}}}", stamps.join(","));
        let backup = backup.map(|ms| format!("{{\"id\":\"backup\",\"on\":\"2026-11-21\",\"_at\":\"{}\"}}", at(&ms)));
        let text = format!(
            "{{\"format\":\"kith\",\"records\":{{\"person\":[{person}],\"setting\":[{}]}}}}",
            backup.unwrap_or_default()
        );
        form::read(&text, Limits::FILE).unwrap().partial_book
    }

    fn check(fields: &[u32], backup: Option<u32>, expected: usize) {
        assert_eq!(ChangeCount::of(&book(fields, backup)).count(), expected, "{fields:?} {backup:?}");
    }

    #[test]
    fn acts_since_the_last_backup_are_counted_once_each() {
        check(&[1, 2, 3], None, 3);
        check(&[5, 5, 5], None, 1);
        check(&[1, 2, 3], Some(2), 1);
        check(&[1, 2, 3], Some(9), 0);
        check(&[1, 2, 3], Some(0), 3);
        check(&[], None, 0);
    }

    #[test]
    fn a_backup_that_is_noted_settles_what_came_before_it_and_what_follows_counts_again() {
        let mut change_count = ChangeCount::of(&book(&[1, 2, 3], None));
        let note = |change_count: &mut ChangeCount, partial_book: &PartialBook| {
            partial_book.iter().for_each(|(kind, id, stored)| change_count.note(kind, id, stored));
            change_count.count()
        };
        assert_eq!(note(&mut change_count, &book(&[2], Some(4))), 0);
        assert_eq!(note(&mut change_count, &book(&[3], None)), 0, "heard late, but made before the backup");
        assert_eq!(note(&mut change_count, &book(&[6, 7], None)), 2);
        assert_eq!(note(&mut change_count, &book(&[6, 7], None)), 2, "heard twice");
    }
}
