//! Backup: what is exported comes back as it was; a preview tells the truth; an import can be taken back.

use super::browser::{Browser, START, Tab};
use super::given::{cases, join, partial_book};
use kith::domain::id::Id;
use kith::exchange::backup::{self, BackupProof, BackupReader, NoStamp, Refusal, preview};
use kith::rules::erase::{Group, grouped};
use kith::store::Unreadable;
use kith::store::engine::{Imported, NotSaved, QUOTA};
use kith::store::form::{self, BackupWriter};
use kith::store::key_value::{KeyValueStore, StorageKey};
use kith::store::partial_book::PartialBook;
use kith::store::stored_record::{StampedFields, StoredRecord};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const MOMENT: &str = "2026-11-21T09:30:00Z";

type Seen = BTreeMap<(String, Id), BTreeMap<String, String>>;

/// The values that can be seen, told without the help of the code under test.
fn seen(partial_book: &PartialBook) -> Seen {
    let mut seen = Seen::new();
    for (kind, id, stored) in partial_book.iter() {
        let StoredRecord::Kept(text) = stored else { continue };
        let mut lines = StampedFields::of(kind, text).0;
        let trashed = lines.remove("trashed");
        let back = |at| lines.values().any(|line| line.stamp > at);
        if trashed.is_some_and(|line| &*line.value == "true" && !back(line.stamp)) {
            continue;
        }
        let values = lines.iter().filter(|(_, line)| &*line.value != "null");
        seen.insert((kind.into(), id), values.map(|(name, line)| (name.to_string(), line.value.to_string())).collect());
    }
    seen
}

fn opened_with(partial_book: &PartialBook) -> (Browser, Tab) {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.store.import(&mut tab.book, partial_book.clone(), START).unwrap();
    browser.wait(1000);
    (browser, tab)
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_backup_comes_back_as_it_was_and_writes_nothing_into_its_own_book(a in partial_book()) {
        let (browser, mut tab) = opened_with(&a);
        let file = backup::write(tab.store.partial_book(), MOMENT, "1.0.0").unwrap();
        let before = browser.items();
        let incoming = backup::read(file.as_bytes()).unwrap().partial_book;
        prop_assert_eq!(preview(tab.store.partial_book(), &incoming).same, incoming.len());
        prop_assert_eq!(tab.store.import(&mut tab.book, incoming.clone(), START), Ok(Imported::Nothing));
        prop_assert_eq!(browser.items(), before);
        let (_, other) = opened_with(&incoming);
        prop_assert_eq!(other.store.partial_book(), tab.store.partial_book());
        prop_assert_eq!(backup::write(other.store.partial_book(), MOMENT, "1.0.0").unwrap(), file, "equal books, equal bytes");
    }

    #[test]
    fn written_and_read_in_turns_of_any_length_a_backup_is_the_same(a in partial_book(), turn in 1..9_usize) {
        let file = form::backup(&a, MOMENT, "1.0.0");
        let mut writer = BackupWriter::of(&a, MOMENT, "1.0.0");
        while writer.step(turn) {}
        prop_assert_eq!((writer.percent(), writer.finish()), (100, file.clone()));
        let mut reader = BackupReader::of(file.as_bytes()).unwrap();
        while reader.step(turn).unwrap() {}
        let read = reader.finish();
        let mut proof = BackupProof::of(&read);
        while proof.step(turn) {}
        prop_assert_eq!(proof.finish(), Ok(()));
        prop_assert_eq!(read.partial_book, a);
    }

    #[test]
    fn the_order_of_files_does_not_matter_and_twice_is_once(a in partial_book(), b in partial_book()) {
        let both = |first: &PartialBook, second: &PartialBook| {
            let (browser, mut tab) = opened_with(first);
            tab.store.import(&mut tab.book, second.clone(), browser.now()).unwrap();
            let before = browser.items();
            for again in [first, second] {
                assert_eq!(tab.store.import(&mut tab.book, again.clone(), browser.now()), Ok(Imported::Nothing));
            }
            assert_eq!(browser.items(), before);
            assert_eq!(browser.open().store.partial_book(), tab.store.partial_book());
            form::backup(tab.store.partial_book(), MOMENT, "1.0.0")
        };
        prop_assert_eq!(both(&a, &b), both(&b, &a));
    }

    #[test]
    fn a_preview_is_the_true_difference(a in partial_book(), b in partial_book()) {
        let (before, after) = (seen(&a), seen(&join(&a, &backup::chosen(&b, &[]))));
        let told = preview(&a, &b);
        let new = after.keys().filter(|key| !before.contains_key(*key));
        let (back, new): (Vec<_>, Vec<_>) = new.partition(|(kind, id)| a.get(kind, *id).is_some());
        let gone = before.keys().filter(|key| !after.contains_key(*key)).count();
        let changed = before.iter().filter(|(key, values)| after.get(*key).is_some_and(|now| now != *values)).count();
        prop_assert_eq!((told.new, told.brought_back, told.deleted, told.changed), (new.len(), back.len(), gone, changed));
        prop_assert_eq!(told.new + told.brought_back + told.deleted + told.changed + told.same, b.len());
        prop_assert_eq!(told.is_nothing(), before == after);
        prop_assert_eq!(told.named.len(), b.len() - told.same);
    }

    #[test]
    fn taking_an_import_back_restores_what_is_seen(a in partial_book(), b in partial_book()) {
        let (browser, mut tab) = opened_with(&a);
        let mut before = seen(tab.store.partial_book());
        before.retain(|(kind, id), _| !matches!(b.get(kind, *id), Some(StoredRecord::Erased(_)))); // what is erased stays so
        let Ok(Imported::Done(import)) = tab.store.import(&mut tab.book, b.clone(), browser.now()) else { return Ok(()) };
        if !tab.store.receipts().contains(&import) {
            prop_assert_eq!(seen(tab.store.partial_book()), before, "without a receipt there is nothing to take back");
            return Ok(());
        }
        prop_assert_eq!(tab.store.undo_import(&mut tab.book, import, browser.now()), Ok(true));
        prop_assert_eq!(seen(tab.store.partial_book()), before);
        let items = browser.items();
        prop_assert_eq!(tab.store.undo_import(&mut tab.book, import, browser.now()), Ok(false), "once is enough");
        prop_assert_eq!(browser.items(), items);
    }
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn what_a_preview_says_can_be_taken_back_can_be_and_only_what_is_ticked_is_erased(
        a in partial_book(), b in partial_book(), ticks in proptest::collection::vec(any::<bool>(), 8),
    ) {
        let (browser, mut tab) = opened_with(&a);
        let whole = tab.store.partial_book().clone();
        let groups = grouped(&tab.book, &preview(&whole, &b).would_erase);
        let ticked: Vec<Group> = groups.into_iter().zip(ticks).filter(|(_, tick)| *tick).map(|(group, _)| group).collect();
        let gone: BTreeSet<(String, Id)> =
            ticked.iter().flat_map(|group| &group.gone).map(|(kind, id)| (kind.word().to_string(), *id)).collect();
        let mut expected = seen(&whole);
        expected.retain(|key, _| !gone.contains(key));
        let done = tab.store.import(&mut tab.book, backup::chosen(&b, &ticked), browser.now());
        for (kind, id, stored) in whole.iter().filter(|(_, _, stored)| matches!(stored, StoredRecord::Kept(_))) {
            let is_erased = matches!(tab.store.partial_book().get(kind, id), Some(StoredRecord::Erased(_)));
            prop_assert_eq!(is_erased, gone.contains(&(kind.to_string(), id)), "{} {} {:?}", kind, id, stored);
        }
        let offered = match done {
            Ok(Imported::Done(import)) if tab.store.receipts().contains(&import) => Some(import),
            _ => None,
        };
        if let Some(import) = offered {
            prop_assert_eq!(tab.store.undo_import(&mut tab.book, import, browser.now()), Ok(true), "it was promised");
        }
        prop_assert_eq!(seen(tab.store.partial_book()), expected, "what is not ticked stays, or is there again");
    }
}

#[test]
fn an_erasure_without_a_stamp_is_refused_and_one_with_any_stamp_waits_for_a_tick() {
    let people: Vec<String> = (0..50).map(|n| format!("{{\"id\":\"g{n}\",\"name\":\"Guest {n}\"}}")).collect();
    let original = format!("{{\"format\":\"kith\",\"records\":{{\"person\":[{}]}}}}", people.join(","));
    let original = backup::read(original.as_bytes()).unwrap().partial_book;
    let erasing = |at: &str| {
        let erased: Vec<String> = (0..50).map(|n| format!("{{\"kind\":\"person\",\"id\":\"g{n}\"{at}}}")).collect();
        let file = format!("{{\"format\":\"kith\",\"records\":{{}},\"erased\":[{}]}}", erased.join(","));
        backup::read(file.as_bytes()).unwrap()
    };
    let in_2199 = ",\"_at\":\"7226582400000-0-zzzzzzzzzz\"";
    for (at, refused, asked) in
        [("", Some(NoStamp(50)), 0), (",\"_at\":\"\"", Some(NoStamp(50)), 0), (in_2199, None, 50)]
    {
        let incoming = erasing(at);
        assert_eq!(incoming.refused, refused);
        let (browser, mut tab) = opened_with(&original);
        let before = browser.items();
        let told = preview(tab.store.partial_book(), &incoming.partial_book);
        assert_eq!((told.would_erase.len(), told.deleted, told.is_nothing()), (asked, 0, true));
        let chosen = backup::chosen(&incoming.partial_book, &[]);
        assert_eq!(tab.store.import(&mut tab.book, chosen, browser.now()), Ok(Imported::Nothing));
        assert_eq!((browser.items(), tab.book.people().count()), (before, 50));
        assert_eq!(preview(tab.store.partial_book(), &original).same, 50);
    }
    assert!(
        NoStamp(50).to_string().starts_with("This file asks to erase 50 entries without saying when they were erased")
    );
    assert!(NoStamp(1).to_string().starts_with("This file asks to erase 1 entry without saying when it was erased"));
    let (_, other) = opened_with(&PartialBook::of_book(None));
    let told = preview(other.store.partial_book(), &erasing(in_2199).partial_book);
    assert_eq!((told.erased_elsewhere.len(), told.would_erase.len()), (50, 0));
}

#[test]
fn an_import_that_would_fill_the_store_writes_nothing() {
    let people: Vec<String> = (0..2_000).map(|n| format!("{{\"id\":\"p{n}\",\"name\":\"Person {n}\"}}")).collect();
    let text = format!("{{\"format\":\"kith\",\"records\":{{\"person\":[{}]}}}}", people.join(","));
    let incoming = backup::read(text.as_bytes()).unwrap().partial_book;
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.storage.set("other", &"x".repeat(QUOTA * 79 / 100)).unwrap();
    assert!(tab.store.import(&mut tab.book, PartialBook::of_book(None), START).is_ok());
    let before = browser.items();
    tab.storage.set("other", &"x".repeat(QUOTA * 80 / 100 - 500)).unwrap();
    let outcome = tab.store.import(&mut tab.book, incoming, START);
    assert_eq!(outcome, Err(NotSaved::WouldFill));
    assert_eq!(browser.items().len(), before.len());
    assert!(tab.book.is_empty() && tab.store.partial_book().is_empty());
}

#[test]
fn what_was_in_the_trash_is_there_again_after_taking_an_import_back() {
    let jim = |title: &str| {
        let at = |millis: u64| format!("{}-0-k3f9a2mq7x", START - 100 + millis);
        let stamps =
            format!("{{\"*\":\"{}\",\"title\":\"{}\",\"trashed\":\"{}\"}}", at(0), at(title.len() as u64), at(9));
        let person =
            format!("{{\"id\":\"p1\",\"name\":\"Jim\",\"title\":\"{title}\",\"trashed\":true,\"_at\":{stamps}}}");
        backup::read(format!("{{\"format\":\"kith\",\"records\":{{\"person\":[{person}]}}}}").as_bytes())
            .unwrap()
            .partial_book
    };
    // A title later than ours, before the trash; and one after it, which brings him back.
    for (title, back) in [("Chair", 0), ("Chairperson", 1)] {
        let (browser, mut tab) = opened_with(&jim("CFO"));
        let Ok(Imported::Done(import)) = tab.store.import(&mut tab.book, jim(title), browser.now()) else { panic!() };
        assert_eq!(tab.book.people().count(), back);
        assert_eq!(tab.store.undo_import(&mut tab.book, import, browser.now()), Ok(true));
        let trash: Vec<&str> = tab.book.trashed_people().map(|p| p.title.as_str()).collect();
        assert_eq!(trash, ["CFO"]);
    }
}

#[test]
fn an_import_whose_last_part_takes_nothing_back_can_be_taken_back() {
    let long = "x".repeat(20_000);
    let of = |people: &[(&str, u64)]| {
        let at = |millis: u64| format!("{}-0-k3f9a2mq7x", START - 100 + millis);
        let one = |(id, millis): &(&str, u64)| {
            format!("{{\"id\":\"{id}\",\"name\":\"Jim\",\"note\":\"{long}\",\"_at\":\"{}\"}}", at(*millis))
        };
        let people: Vec<String> = people.iter().map(one).collect();
        let text = format!("{{\"format\":\"kith\",\"records\":{{\"person\":[{}]}}}}", people.join(","));
        backup::read(text.as_bytes()).unwrap().partial_book
    };
    let (browser, mut tab) = opened_with(&of(&[("z1", 0)]));
    // The first part brings three people, the second says again what is known of the fourth.
    let incoming = of(&[("a1", 0), ("a2", 0), ("a3", 0), ("z1", 1)]);
    let Ok(Imported::Done(import)) = tab.store.import(&mut tab.book, incoming, browser.now()) else { panic!() };
    let parts = browser
        .items()
        .keys()
        .filter(|key| matches!(StorageKey::of(key), Some(StorageKey::Import(at, _)) if at == import))
        .count();
    assert_eq!(parts, 2);
    assert_eq!(tab.store.receipts().first(), Some(&import));
    assert_eq!(tab.store.undo_import(&mut tab.book, import, browser.now()), Ok(true));
    assert_eq!(tab.book.people().count(), 1);
}

#[test]
fn an_edit_after_an_import_survives_taking_it_back() {
    let read = |text: &str| backup::read(text.as_bytes()).unwrap().partial_book;
    let (browser, mut tab) = opened_with(&read(
        r#"{"format":"kith","records":{"person":[{"id":"p1","name":"Jim","title":"CFO","note":"a"}]}}"#,
    ));
    let at = "1795253400001-0-k3f9a2mq7x";
    let more = format!(
        r#"{{"format":"kith","records":{{"person":[{{"id":"p1","name":"Jimmy","title":"CEO","_at":"{at}"}},{{"id":"p2"}}]}}}}"#
    );
    let Ok(Imported::Done(import)) = tab.store.import(&mut tab.book, read(&more), browser.now()) else { panic!() };
    browser.wait(10);
    let mut jim = tab.book.people().find(|p| p.name.as_str() == "Jimmy").unwrap().clone();
    jim.title = "Chair".into();
    tab.store.act(&mut tab.book, kith::domain::change::Change::of(jim), browser.now()).unwrap();
    assert_eq!(tab.store.undo_import(&mut tab.book, import, browser.now()), Ok(true));
    let people: Vec<(&str, &str)> = tab.book.people().map(|p| (p.name.as_str(), p.title.as_str())).collect();
    assert_eq!(people, [("Jim", "Chair")]);
}

#[test]
fn a_file_that_is_not_sound_is_refused_with_its_own_reason() {
    let unreadable = |why| Err(Refusal::Unreadable(why));
    let file = |records: &str| format!("{{\"format\":\"kith\",\"version\":1,\"records\":{records}}}");
    let person = |fields: &str| file(&format!("{{\"person\":[{{\"id\":\"p1\"{fields}}}]}}"));
    let many = |n: usize| (0..n).map(|n| format!(",\"f{n}\":1")).collect::<String>();
    let deep = |n: usize| format!(",\"x\":{}1{}", "[".repeat(n), "]".repeat(n));
    for (text, expected) in [
        ("".into(), unreadable(Unreadable::Empty)),
        ("[1,2]".into(), unreadable(Unreadable::Foreign)),
        ("{\"a\":1}".into(), unreadable(Unreadable::Foreign)),
        ("not json".into(), unreadable(Unreadable::NotJson)),
        ("BEGIN:VCARD".into(), unreadable(Unreadable::NotJson)),
        (person(",\"name\":\"Jim\"")[..40].into(), unreadable(Unreadable::NotJson)),
        (person(",\"name\":\"Jim\"") + "x", unreadable(Unreadable::NotJson)),
        ("{\"format\":\"kith\",\"version\":2,\"strange\":[[[}".into(), unreadable(Unreadable::Newer(2))),
        (person(",\"name\":1,\"name\":2"), unreadable(Unreadable::Twice)),
        (person(",\"x\":{\"a\":1,\"\\u0061\":2}"), unreadable(Unreadable::Twice)),
        (file("{\"person\":[{\"id\":\"p1\"},{\"id\":\"p1\"}]}"), unreadable(Unreadable::Twice)),
        (file("{\"person\":[],\"person\":[]}"), unreadable(Unreadable::Twice)),
        (file("[]"), unreadable(Unreadable::Shape)),
        (file("{\"person\":{}}"), unreadable(Unreadable::Shape)),
        (file("{\"person\":[7]}"), unreadable(Unreadable::Shape)),
        (file("{\"person\":[{\"id\":\"a b\"}]}"), unreadable(Unreadable::BadId)),
        (file("{\"person\":[{\"name\":\"Jim\"}]}"), unreadable(Unreadable::BadId)),
        (person(",\"_at\":\"yesterday\""), unreadable(Unreadable::BadStamp)),
        (person(",\"a\":1,\"_at\":\"7258118400000-0-k3f9a2mq7x\""), unreadable(Unreadable::BadStamp)),
        (person(",\"_at\":7"), unreadable(Unreadable::BadStamp)),
        (person(&deep(29)), unreadable(Unreadable::TooDeep)),
        (person(&format!(",\"note\":\"{}\"", "é".repeat(20_001))), unreadable(Unreadable::TooLong)),
        (person(&many(65)), unreadable(Unreadable::TooManyFields)),
    ] {
        let outcome = backup::read(text.as_bytes()).map(|_| ());
        assert_eq!(outcome, expected, "{}", &text[..text.len().min(80)]);
        assert!(outcome.unwrap_err().to_string().ends_with("Nothing was changed."));
    }
    assert!(backup::read(person(&many(64)).as_bytes()).is_ok());
    assert!(backup::read(person(&deep(28)).as_bytes()).is_ok());
    assert_eq!(backup::read(b"{\"format\":\"k\xff\"}"), Err(Refusal::NotText));
    assert_eq!(backup::read(&vec![b' '; backup::BYTES_MAX + 1]), Err(Refusal::TooLarge));
    let crowd = file(&format!("{{\"person\":[{}]}}", "{\"id\":\"p1\"},".repeat(200_001).trim_end_matches(',')));
    assert_eq!(backup::read(crowd.as_bytes()).map(|_| ()), unreadable(Unreadable::TooManyRecords));
}
