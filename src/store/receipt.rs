//! The receipt of an import: what stood where it wrote, so that it can be taken back.

use super::partial_book::PartialBook;
use super::stored_record::{StampedField, StampedFields, StoredRecord, is_trashed};
use crate::domain::stamp::Stamp;

/// Whether this stored record can be seen: neither erased nor in the trash.
pub fn is_seen(kind: &str, stored: &StoredRecord) -> bool {
    match stored {
        StoredRecord::Erased(_) => false,
        StoredRecord::Kept(text) => !is_trashed(kind, text),
    }
}

/// What stood where joining `more` into `ours` writes. Every field has the stamp `at`, the import's, and `trashed` says
/// how the record was seen. A record that was not there is listed as erased. Where the import erases, nothing is kept.
pub fn of_import(ours: &PartialBook, more: &PartialBook, at: Stamp) -> PartialBook {
    let mut receipt = PartialBook::of_book(None);
    for (kind, id, stored) in more.iter() {
        let old = match (ours.get(kind, id), stored) {
            (Some(StoredRecord::Erased(_)), _) | (_, StoredRecord::Erased(_)) => continue,
            (None, StoredRecord::Kept(_)) => StoredRecord::Erased(at),
            (Some(before), StoredRecord::Kept(text)) => {
                StoredRecord::Kept(overridden(kind, before, text, at).text(kind, id).into())
            }
        };
        receipt.put(kind, id, old);
    }
    receipt
}

fn overridden(kind: &str, before: &StoredRecord, theirs: &str, at: Stamp) -> StampedFields {
    let StoredRecord::Kept(text) = before else { return StampedFields::default() };
    let ours = StampedFields::of(kind, text);
    let mut old = StampedFields::default();
    for (name, field) in StampedFields::of(kind, theirs).0 {
        let there = ours.0.get(&name);
        if there.is_none_or(|there| field > *there && field.value != there.value) {
            let value = there.map_or("null".into(), |there| there.value.clone());
            old.put(name, StampedField { stamp: at, value });
        }
    }
    // Whether it was in the trash is a matter of several stamps, so it is written down as it was seen.
    let value = if is_seen(kind, before) { "false" } else { "true" };
    old.0.insert("trashed".into(), StampedField { stamp: at, value: value.into() });
    old
}

/// Whether taking back an import that joins `more` into `ours` would change anything, right after it.
pub fn takes_back(ours: &PartialBook, more: &PartialBook, receipt: &PartialBook, at: Stamp) -> bool {
    let mut after = more.clone();
    for (kind, id, _) in more.iter() {
        if let Some(before) = ours.get(kind, id) {
            after.put(kind, id, before.clone());
        }
    }
    !undo(&after, receipt, at, at).is_empty()
}

/// What to write now, under the stamp `now`, to take the import of this receipt back in `book`. Fields written since
/// the import stay as they are; a record it brought goes into the trash in any case. Empty when all is back already.
pub fn undo(book: &PartialBook, receipt: &PartialBook, imported: Stamp, now: Stamp) -> PartialBook {
    let mut back = PartialBook::of_book(book.book);
    for (kind, id, old) in receipt.iter() {
        let Some(there @ StoredRecord::Kept(text)) = book.get(kind, id) else { continue };
        let ours = StampedFields::of(kind, text);
        let seen = is_seen(kind, there);
        let (mut fields, trashed) = match old {
            StoredRecord::Erased(_) => (StampedFields::default(), true),
            StoredRecord::Kept(old) => taken_back(&ours, StampedFields::of(kind, old), seen, imported, now),
        };
        // Whatever is written after the trash brings a record back, so what stays in the trash is put there again.
        if seen == trashed || trashed && !fields.0.is_empty() {
            let value = if trashed { "true" } else { "false" };
            fields.put("trashed".into(), StampedField { stamp: now, value: value.into() });
        }
        if !fields.0.is_empty() {
            back.put(kind, id, StoredRecord::Kept(fields.text(kind, id).into()));
        }
    }
    back
}

/// The old values where nothing was written since, and whether the record shall be in the trash.
fn taken_back(
    ours: &StampedFields,
    old: StampedFields,
    seen: bool,
    imported: Stamp,
    now: Stamp,
) -> (StampedFields, bool) {
    let since = ours.0.values().any(|field| field.stamp > imported);
    let was_trashed = old.0.get("trashed").is_some_and(|field| &*field.value == "true");
    let mut fields = StampedFields::default();
    for (name, field) in old.0.into_iter().filter(|(name, _)| &**name != "trashed") {
        let differs = match ours.0.get(&name) {
            Some(there) => there.value != field.value && there.stamp <= imported,
            None => !field.is_cleared(),
        };
        if differs {
            fields.put(name, StampedField { stamp: now, value: field.value });
        }
    }
    (fields, if since { !seen } else { was_trashed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::store::form::{self, Limits};

    const IMPORT: &str = "1795253400050-0-k3f9a2mq7x";
    const NOW: &str = "1795253400090-0-k3f9a2mq7x";

    fn stamp(text: &str) -> Stamp {
        Stamp::parse(text).unwrap()
    }

    /// A book of people; `@7` stands for a stamp seven milliseconds into the story, single quotes for double ones.
    fn book(people: &str) -> PartialBook {
        let mut text = people.replace('\'', "\"");
        for millis in (0..100).rev() {
            text = text.replace(&format!("@{millis}"), &format!("17952534000{millis:02}-0-k3f9a2mq7x"));
        }
        form::read(&format!("{{\"format\":\"kith\",\"records\":{{\"person\":[{text}]}}}}"), Limits::FILE)
            .unwrap()
            .partial_book
    }

    /// What the book looks like after importing `more` and taking that back, with `since` written in between.
    fn check(ours: &str, more: &str, since: &str, expected: &str) {
        let (mut ours, more) = (book(ours), book(more));
        let receipt = of_import(&ours, &more.beyond(&ours), stamp(IMPORT));
        for partial_book in [more, book(since)] {
            ours.join(partial_book, |_, _| {});
        }
        let back = undo(&ours, &receipt, stamp(IMPORT), stamp(NOW));
        ours.join(back, |_, _| {});
        let shown = |(_, id, stored): (&str, _, &StoredRecord)| {
            let StoredRecord::Kept(text) = stored else { return format!("{id} erased") };
            let fields = StampedFields::of("person", text).0;
            let fields = fields.iter().filter(|(name, field)| !field.is_cleared() && &***name != "trashed");
            let fields: Vec<String> = fields.map(|(name, field)| format!("{name}={}", field.value)).collect();
            let trash = if is_seen("person", stored) { "" } else { " in the trash" };
            format!("{id}{trash} {}", fields.join(" "))
        };
        assert_eq!(ours.iter().map(shown).collect::<Vec<_>>().join("; "), expected.replace('\'', "\""));
        assert!(undo(&ours, &receipt, stamp(IMPORT), stamp(NOW)).is_empty(), "once is enough");
    }

    #[test]
    fn what_an_import_wrote_over_stands_again() {
        let jim = "{'id':'p1','name':'Jim','_at':'@1'}";
        check(jim, "{'id':'p1','name':'James','_at':'@5'}", "", "p1 name='Jim'");
        check(jim, "{'id':'p1','name':'James','_at':'@0'}", "", "p1 name='Jim'");
        check(jim, "{'id':'p1','title':'CFO','_at':'@5'}", "", "p1 name='Jim'");
        check(jim, "{'id':'p1','name':null,'_at':'@5'}", "", "p1 name='Jim'");
    }

    #[test]
    fn who_came_with_an_import_goes_into_the_trash() {
        let ann = "{'id':'p2','name':'Ann','_at':'@5'}";
        check("", ann, "", "p2 in the trash name='Ann'");
        check("", ann, "{'id':'p2','title':'CFO','_at':'@60'}", "p2 in the trash name='Ann' title='CFO'");
    }

    #[test]
    fn what_was_written_since_the_import_stays() {
        let (jim, james) = (
            "{'id':'p1','name':'Jim','title':'CFO','_at':'@1'}",
            "{'id':'p1','name':'James','title':'CEO','_at':'@5'}",
        );
        check(jim, james, "{'id':'p1','title':'Chair','_at':'@60'}", "p1 name='Jim' title='Chair'");
    }

    #[test]
    fn who_was_in_the_trash_before_is_there_again_and_who_was_thrown_away_is_back() {
        let (there, gone) =
            ("{'id':'p1','name':'Jim','_at':'@1'}", "{'id':'p1','name':'Jim','trashed':true,'_at':'@2'}");
        check(gone, "{'id':'p1','name':'James','_at':'@5'}", "", "p1 in the trash name='Jim'");
        check(there, "{'id':'p1','trashed':true,'_at':'@5'}", "", "p1 name='Jim'");
    }

    #[test]
    fn tags_put_on_and_taken_off_by_an_import_are_undone_one_by_one() {
        let golf = "{'id':'p1','name':'Jim','tags':['golf'],'_at':'@1'}";
        check(
            golf,
            "{'id':'p1','name':'Jim','tags':['vip'],'_at':{'*':'@1','tags.vip':'@5','tags.golf':'@5'}}",
            "",
            "p1 name='Jim' tags.golf=true",
        );
    }

    #[test]
    fn what_is_erased_on_either_side_has_no_line_in_the_receipt() {
        let mut erased = PartialBook::of_book(None);
        erased.put("person", Id::parse("p1").unwrap(), StoredRecord::Erased(stamp(IMPORT)));
        let jim = book("{'id':'p1','name':'Jim','_at':'@1'}");
        assert!(of_import(&jim, &erased, stamp(IMPORT)).is_empty());
        assert!(of_import(&erased, &jim, stamp(IMPORT)).is_empty());
        assert!(
            undo(&erased, &of_import(&PartialBook::of_book(None), &jim, stamp(IMPORT)), stamp(IMPORT), stamp(NOW))
                .is_empty()
        );
    }
}
