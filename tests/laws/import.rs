//! Import: a large one is folded piece by piece soon after, never fills the room, and can still be taken back.

use super::browser::{Browser, Items, START, Tab, size};
use super::store::present;
use kith::domain::change::Change;
use kith::domain::person::{Name, Person};
use kith::domain::record::Record;
use kith::domain::sample::career::{Size, career};
use kith::store::engine::{Imported, NotSaved, QUOTA, Store};
use kith::store::form::{self, Limits};
use kith::store::key_value::{KeyValueStore, StorageKey};
use kith::store::partial_book::PartialBook;

/// A few years of a career, as a file.
fn years() -> PartialBook {
    let asked = Size { people: 900, referrals: 900, touches: 4_000, pool: 600 };
    let records = career(asked, "2026-11-21".parse().unwrap(), 1).into_iter().map(|mut written| {
        written.fields.insert("id".into(), written.id.to_string().into());
        written.fields.insert("_at".into(), written.at.to_string().into());
        (written.kind.word().to_string(), serde_json::Value::Object(written.fields))
    });
    let mut kinds = std::collections::BTreeMap::<String, Vec<serde_json::Value>>::new();
    records.for_each(|(kind, record)| kinds.entry(kind).or_default().push(record));
    let text = serde_json::json!({ "format": "kith", "version": 1, "records": kinds }).to_string();
    form::read(&text, Limits::FILE).unwrap().partial_book
}

fn imported(partial_book: &PartialBook) -> (Browser, Tab) {
    let browser = Browser::new();
    browser.wait(1_000);
    let mut tab = browser.open();
    let done = tab.store.import(&mut tab.book, partial_book.clone(), browser.now());
    assert!(matches!(done, Ok(Imported::Done(_))), "{done:?}");
    (browser, tab)
}

/// Folds until nothing is left to fold; how many chunks went into each piece.
fn fold_all<S: KeyValueStore>(store: &mut Store<S>, now: u64) -> Vec<usize> {
    let folds = std::iter::repeat_with(|| store.fold(now).unwrap());
    folds.take_while(|taken| *taken > 0).collect()
}

fn count(items: &Items, is: fn(&StorageKey) -> bool) -> usize {
    items.keys().filter_map(|key| StorageKey::of(key)).filter(is).count()
}

#[test]
fn a_large_import_is_folded_in_pieces_and_its_parts_go_at_the_next_opening() {
    let partial_book = years();
    let (browser, mut tab) = imported(&partial_book);
    let before = browser.items();
    let is_part = |place: &StorageKey| matches!(place, StorageKey::Import(..));
    let parts = count(&before, is_part);
    assert!(parts >= 3, "{parts}");
    let pieces = fold_all(&mut tab.store, browser.now());
    let rest = parts - pieces.iter().sum::<usize>();
    assert!(pieces.len() > 1 && rest <= 2, "{pieces:?} of {parts}: what is left is not worth a fold");
    let folded = browser.items();
    let is_segment = |place: &StorageKey| matches!(place, StorageKey::Segment(_));
    for (key, value) in folded.iter().filter(|(key, _)| StorageKey::of(key).is_some_and(|place| is_segment(&place))) {
        assert!(value.len() < QUOTA / 100, "{key} is one piece");
    }
    browser.wait(120_000);
    let mut next = browser.open();
    browser.wait(5_000);
    next.store.clear(browser.now());
    let after = browser.items();
    assert_eq!(count(&after, is_part), rest);
    assert_eq!(count(&after, is_segment), pieces.len());
    assert!(size(&after) <= size(&before), "{} units became {}", size(&before), size(&after));
    assert!(browser.open().store.partial_book().contains(&partial_book), "nothing is lost by it");
    let import = next.store.receipts()[0];
    assert_eq!(next.store.undo_import(&mut next.book, import, browser.now()), Ok(true), "it can still be taken back");
    assert_eq!((next.book.people().count(), next.book.referrals().count()), (0, 0));
}

#[test]
fn what_was_folded_lies_there_twice_only_as_far_as_there_is_room() {
    // Twice this book would be more than the room for it.
    let note = |n: u32| {
        let letters = std::iter::successors(Some(n), |n| Some(n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223)));
        letters.take(19_000).map(|n| char::from(b'!' + (n >> 24) as u8 % 90)).collect::<String>()
    };
    let people: Vec<String> = (0..85)
        .map(|n| format!("{{\"id\":\"c{n}\",\"name\":\"Cy\",\"note\":{}}}", serde_json::json!(note(n))))
        .collect();
    let text = format!("{{\"format\":\"kith\",\"records\":{{\"person\":[{}]}}}}", people.join(","));
    let partial_book = form::read(&text, Limits::FILE).unwrap().partial_book;
    let (browser, mut tab) = imported(&partial_book);
    let is_part = |place: &StorageKey| matches!(place, StorageKey::Import(..));
    let most = size(&browser.items()) + QUOTA / 8 + QUOTA / 100;
    let mut openings = 0;
    // The last part alone is not worth a fold.
    while count(&browser.items(), is_part) > 1 && openings < 9 {
        fold_all(&mut tab.store, browser.now());
        assert!(size(&browser.items()) <= most, "{} at the opening {openings}", size(&browser.items()));
        browser.wait(120_000);
        tab = browser.open();
        browser.wait(5_000);
        tab.store.clear(browser.now());
        openings += 1;
    }
    assert!((2..5).contains(&openings), "{openings}");
    assert_eq!(tab.store.partial_book().len(), 85);
}

#[test]
fn a_tab_killed_at_any_call_of_import_fold_and_clear_leaves_all_of_the_import_or_nothing() {
    let people: Vec<String> = (0..42).map(|n| format!("{{\"id\":\"c{n}\",\"name\":\"Cy\"}}")).collect();
    let text = format!("{{\"format\":\"kith\",\"records\":{{\"person\":[{}]}}}}", people.join(","));
    let partial_book = form::read(&text, Limits::FILE).unwrap().partial_book;
    let story = |dies_in: Option<usize>| {
        let browser = Browser::new();
        let mut tab = browser.open();
        if let Some(calls) = dies_in {
            browser.die_in(calls);
        }
        let done: Result<Imported, NotSaved> = tab.store.import(&mut tab.book, partial_book.clone(), START);
        let _ = tab.store.fold_from(1, START + 12_000);
        let acknowledged = done.is_ok();
        (browser, acknowledged)
    };
    let calls = story(None).0.fail_in(None);
    assert!((6..40).contains(&calls), "{calls}");
    for k in 0..calls {
        let (browser, acknowledged) = story(Some(k));
        let left = present(&browser.items()).len();
        assert!(left == 42 || left == 0 && !acknowledged, "{left} of 42, killed at the call {k}");
        // The day after, what was left is cleared up; it takes nothing away.
        let browser = Browser::holding(browser.items());
        browser.wait(86_400_000);
        let mut next = browser.open();
        next.store.clear(browser.now());
        let _ = next.store.fold_from(1, browser.now());
        assert_eq!(present(&browser.items()).len(), left, "killed at the call {k}");
    }
}

fn names(count: u32) -> Change {
    let person = |n: u32| {
        let id = format!("n{n}").parse().unwrap();
        Record::from(Person { id, name: Name::new(&format!("Name {n}")).unwrap(), ..Person::default() })
    };
    Change { records: (0..count).map(person).collect() }
}

#[test]
fn contacts_leave_a_receipt_that_names_their_file_and_lasts_a_month() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let Ok(Imported::Done(import)) = tab.store.bring(&mut tab.book, names(3), "my \u{1f642} \"cards\".vcf", START)
    else {
        panic!("not brought in")
    };
    assert_eq!(tab.store.bring(&mut tab.book, names(3), "again.vcf", START), Ok(Imported::Nothing));
    for (days, there) in [(1, 1), (29, 1), (31, 0)] {
        let later = Browser::holding(browser.items());
        later.wait(days * 86_400_000);
        let mut tab = later.open();
        tab.store.clear(later.now());
        assert_eq!(tab.store.receipts().len(), there, "after {days} days");
        if there == 1 {
            assert_eq!(tab.store.told_of(import).file, "my \u{1f642} \"cards\".vcf");
            assert_eq!(tab.store.undo_import(&mut tab.book, import, later.now()), Ok(true));
            assert_eq!((tab.book.people().count(), tab.book.trashed_people().count()), (0, 3));
        }
    }
}

#[test]
fn contacts_that_would_fill_the_store_are_refused_and_nothing_is_written() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.storage.set("other", &"x".repeat(QUOTA * 80 / 100 - 500)).unwrap();
    let before = browser.items();
    assert_eq!(tab.store.bring(&mut tab.book, names(500), "a.csv", START), Err(NotSaved::WouldFill));
    assert_eq!(browser.items(), before);
    assert!(tab.book.is_empty() && NotSaved::WouldFill.to_string().ends_with("Nothing was brought in."));
}

#[test]
fn an_import_taken_back_is_listed_no_more_and_its_receipt_goes_once_that_is_safe() {
    let browser = Browser::new();
    let mut tab = browser.open();
    for file in ["a.csv", "b.csv"] {
        browser.wait(10);
        let count = if file == "a.csv" { 2 } else { 4 };
        tab.store.bring(&mut tab.book, names(count), file, browser.now()).unwrap();
    }
    let is_receipt = |place: &StorageKey| matches!(place, StorageKey::Receipt(_));
    let [later, first] = tab.store.receipts()[..] else { panic!("not two") };
    assert_eq!((tab.store.told_of(later).file, tab.store.told_of(first).file), ("b.csv".into(), "a.csv".into()));
    assert_eq!(tab.store.undo_import(&mut tab.book, later, browser.now()), Ok(true));
    assert_eq!(tab.book.people().count(), 2);
    assert_eq!(tab.store.receipts(), [first]);
    assert_eq!(count(&browser.items(), is_receipt), 2, "not in one task with the write that took it back");
    browser.wait(2_000);
    tab.store.audit(browser.now());
    assert_eq!(count(&browser.items(), is_receipt), 1);
    assert_eq!(browser.open().store.receipts(), [first], "nor after a reload");
}
