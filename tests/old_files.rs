//! Every file and every stored book that a released version wrote opens for ever; and what is not ours is told apart.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use kith::domain::book::Book;
use kith::domain::change::Change;
use kith::domain::id::Session;
use kith::exchange::backup;
use kith::store::engine::{Imported, Opened, Store};
use kith::store::key_value::{KeyValueStore, StorageError};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A browser that does as it is told.
#[derive(Clone, Default)]
struct Items(Rc<RefCell<BTreeMap<String, String>>>);

impl KeyValueStore for Items {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.0.borrow().get(key).cloned())
    }
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().insert(key.into(), value.into());
        Ok(())
    }
    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}

const NOW: u64 = 1_795_300_000_000;

fn open(items: &Items) -> Opened<Items> {
    Store::open(items.clone(), Session::of_bits(77), NOW)
}

fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// An empty book into which the fixture was merged.
fn merged(name: &str) -> Opened<Items> {
    let mut opened = open(&Items::default());
    let incoming = backup::read(fixture(name).as_bytes()).unwrap();
    assert!(matches!(opened.store.import(&mut opened.book, incoming.partial_book, NOW), Ok(Imported::Done(_))));
    opened
}

fn names(book: &Book) -> Vec<&str> {
    book.people().map(|person| person.name.as_str()).collect()
}

#[test]
fn a_backup_of_version_1_opens_with_everything_in_it() {
    let Opened { store, book, .. } = merged("version-1.json");
    assert_eq!(names(&book), ["Back Again", "Jim Ito", "Without a stamp", "Zoë Ngô"]);
    assert_eq!(book.trashed_people().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Pat Trash"]);
    let zoe = book.people().find(|p| p.name.first() == "Zoë").unwrap();
    assert_eq!(book.workplace(zoe), "Acme & Söhne");
    assert_eq!(zoe.tags.iter().collect::<Vec<_>>(), ["golf", "vip"]);
    assert_eq!(zoe.note, "\"Quoted\" \\ and a 🙂");
    let referral = book.referrals().next().unwrap();
    assert_eq!(referral.outcome.value.unwrap().to_string(), "USD 12,500");
    assert_eq!(book.touches_about(referral.id).next().unwrap().gift.as_ref().unwrap().what, "A book");
    assert_eq!((book.asks().count(), book.put_offs().count(), book.organisations().count()), (1, 1, 1));
    assert_eq!(book.setting("choices").unwrap().my_name, "Sam");
    assert_eq!(book.changes_since_backup, 1, "what was written after the setting `backup`");
    let again = backup::write(store.partial_book(), "2026-11-21T09:30:00Z", "1.0.0").unwrap();
    assert_eq!(again, fixture("version-1.json"), "and is written again as it was");
}

#[test]
fn a_stored_book_of_version_1_opens_with_every_chunk() {
    let items: BTreeMap<String, String> = serde_json::from_str(&fixture("version-1-storage.json")).unwrap();
    let opened = open(&Items(Rc::new(RefCell::new(items.clone()))));
    assert_eq!(opened.set_aside, []);
    assert!(opened.had_book && !opened.newer && opened.blocked.is_none());
    let expected =
        ["Back Again", "Folded 0", "Folded 1", "Folded 2", "From another tab", "Jim Ito", "Without a stamp", "Zoë Ngô"];
    assert_eq!(names(&opened.book), expected);
    let mut store = opened.store;
    let receipts = store.receipts();
    assert_eq!(receipts.len(), 1);
    let mut book = opened.book;
    assert_eq!(store.undo_import(&mut book, receipts[0], NOW), Ok(true));
    assert_eq!(names(&book), ["Folded 0", "Folded 1", "Folded 2", "From another tab"]);
}

#[test]
fn a_file_written_by_hand_needs_no_stamps() {
    let Opened { store, book, .. } = merged("by-hand.json");
    assert_eq!(names(&book), ["Ann", "Jim Ito"]);
    let jim = book.people_named("jim ito").next().unwrap();
    assert!(jim.tags.contains("golf"));
    assert_eq!(book.referrals_from(jim.id).count(), 1);
    assert!(backup::write(store.partial_book(), "", "").is_ok());
}

#[test]
fn what_no_version_knows_is_kept_byte_for_byte_through_an_edit() {
    let Opened { mut store, mut book, .. } = merged("unknown.json");
    let mut jim = book.people().next().unwrap().clone();
    jim.title = "CFO".into();
    store.act(&mut book, Change::of(jim), NOW).unwrap();
    let text = backup::write(store.partial_book(), "", "").unwrap();
    for part in [
        r#""aura":{"b":1.50,"a":[1e999,"half \ud83d of a pair"]}"#,
        r#""rating":"splendid""#,
        r#"{"id":"d1","of":"flying","person":"jim","#,
        r#""title":"CFO""#,
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
}

#[test]
fn a_file_of_a_newer_version_a_changed_one_and_a_foreign_one_are_told_apart() {
    for (name, message) in [
        ("newer.json", "This backup was written by a newer version of Kith."),
        ("changed.json", "This file is damaged, or was changed after it was written."),
        ("cut-off.json", "This file cannot be read. It is damaged or cut off"),
        ("foreign.json", "This file is not a Kith backup."),
    ] {
        let said = backup::read(fixture(name).as_bytes()).unwrap_err().to_string();
        assert!(said.starts_with(message) && said.ends_with("Nothing was changed."), "{name}: {said}");
    }
}

#[test]
fn beside_a_newer_version_the_old_one_leaves_its_chunks_alone_and_says_so() {
    let newer = kith::store::checksum::add_checksum(&fixture("newer.json"));
    let key = "kith/1/journal/1795253800000-0-00000000zz";
    let items = Items::default();
    items.set(key, &newer).unwrap();
    items.set("kith/2/journal/1795253800001-0-00000000zz", "whatever it may be").unwrap();
    let mut opened = open(&items);
    assert!(opened.newer && opened.set_aside.len() == 1 && opened.set_aside[0].key == key);
    let person =
        kith::domain::person::Person { id: kith::domain::id::PersonId(opened.store.mint().id()), ..Default::default() };
    opened.store.act(&mut opened.book, Change::of(person), NOW).unwrap();
    opened.store.fold_from(1, NOW).unwrap();
    let mut next = Store::open(items.clone(), Session::of_bits(78), NOW + 90_000).store;
    next.clear(NOW + 90_000);
    assert_eq!(items.get(key), Ok(Some(newer)));
    assert!(items.get("kith/2/journal/1795253800001-0-00000000zz").unwrap().is_some());
}

#[test]
fn a_chunk_with_a_member_of_a_newer_version_is_joined_and_kept() {
    let items = Items::default();
    let key = "kith/1/journal/1795253400000-0-k3f9a2mq7x";
    items.set(key, &kith::store::checksum::add_checksum(&fixture("unknown.json"))).unwrap();
    let mut opened = open(&items);
    assert_eq!(names(&opened.book), ["Jim"]);
    assert_eq!(opened.store.fold_from(1, NOW), Ok(0), "what is not understood to the end is not folded");
    items.set("kith/1/journal/1795253500000-0-k3f9a2mq7x", &items.get(key).unwrap().unwrap()).unwrap();
    let mut next = Store::open(items.clone(), Session::of_bits(78), NOW + 90_000).store;
    next.clear(NOW + 90_000);
    assert!(items.get(key).unwrap().is_some(), "nor cleared away, even if a later one holds the same");
}

#[test]
fn the_schema_names_every_field_of_every_record() {
    let schema: Value = serde_json::from_str(&fixture("kith-backup.schema.json")).unwrap();
    for kind in kith::domain::record::Record::KINDS {
        let known = &schema["$defs"][kind.word()]["properties"];
        let listed = &schema["properties"]["records"]["properties"][kind.word()];
        assert!(listed.is_object(), "{} is not among the records", kind.word());
        for field in kith::domain::record::Record::field_names(kind) {
            assert!(known[field].is_object(), "{} {field}", kind.word());
        }
    }
}

#[test]
fn the_page_on_the_format_names_every_field_of_every_record() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/backup-format.md")).unwrap();
    for kind in kith::domain::record::Record::KINDS {
        let part = page.split("\n### ").find(|part| part.starts_with(&format!("`{}`\n", kind.word())));
        let part = part.unwrap_or_else(|| panic!("{} has no part", kind.word()));
        for field in kith::domain::record::Record::field_names(kind) {
            let is_named = ["id", "trashed"].contains(&field) || part.contains(&format!("`{field}`"));
            assert!(is_named, "{} {field} is not named", kind.word());
        }
    }
}
