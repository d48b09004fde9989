//! Negative controls: two protocols that look right and lose data. If the laws did not catch them, they would be asleep.

use super::browser::{Browser, Items, Tab};
use super::given::join;
use super::store::{add, present};
use kith::store::chunk::{decode, encode};
use kith::store::key_value::{KeyValueStore, StorageKey};
use kith::store::partial_book::PartialBook;
use std::collections::BTreeSet;

fn act(browser: &Browser, tab: &mut Tab) {
    browser.wait(10);
    let change = add(tab);
    tab.store.act(&mut tab.book, change, browser.now()).unwrap();
}

fn chunks(items: &Items) -> Vec<(StorageKey, PartialBook)> {
    let places = items.keys().filter_map(|key| StorageKey::of(key)).filter(StorageKey::is_chunk);
    places.map(|place| (place, decode(place, &items[&place.key()]).unwrap().partial_book)).collect()
}

/// Folds everything this tab sees into one snapshot under a key that is always the same.
fn fold_into_a_snapshot(tab: &Tab, snapshot: StorageKey) {
    let items = tab.storage.look();
    let all = present(&items);
    tab.storage.set(&snapshot.key(), &encode(snapshot, &all)).unwrap();
    for (place, _) in chunks(&items).iter().filter(|(place, _)| *place != snapshot) {
        tab.storage.remove(&place.key()).unwrap();
    }
}

#[test]
fn a_snapshot_key_that_is_rewritten_loses_what_another_tab_folded() {
    let browser = Browser::new();
    let (mut a, mut b) = (browser.open(), browser.open());
    act(&browser, &mut a);
    browser.deliver(&mut b, 1);
    act(&browser, &mut a); // of this, b has not heard yet
    let said = join(a.store.partial_book(), b.store.partial_book());
    let snapshot = StorageKey::Segment(chunks(&browser.items())[0].0.stamp());
    fold_into_a_snapshot(&a, snapshot);
    fold_into_a_snapshot(&b, snapshot);
    assert!(!present(&browser.items()).contains(&said), "this protocol should lose an entry");
}

/// Removes the first chunk that all the others together contain.
fn clear_by_the_rest(tab: &Tab, of: BTreeSet<StorageKey>) {
    let chunks = chunks(&tab.storage.look());
    for (place, partial_book) in &chunks {
        let rest = chunks.iter().filter(|(other, _)| other != place);
        let rest = rest.fold(PartialBook::default(), |sum, (_, partial_book)| join(&sum, partial_book));
        if of.contains(place) && rest.contains(partial_book) {
            tab.storage.remove(&place.key()).unwrap();
        }
    }
}

/// Two tabs fold the same entries into two equal segments, and the entries are cleared away.
fn two_equal_segments(browser: &Browser) -> [StorageKey; 2] {
    let (mut a, mut b) = (browser.open(), browser.open());
    act(browser, &mut a);
    act(browser, &mut a);
    browser.deliver(&mut b, 1);
    for tab in [&mut a, &mut b] {
        browser.wait(10);
        assert_eq!(tab.store.fold_from(2, browser.now()), Ok(2));
    }
    let segments: Vec<StorageKey> = chunks(&browser.items())
        .into_iter()
        .map(|(place, _)| place)
        .filter(|p| matches!(p, StorageKey::Segment(_)))
        .collect();
    [segments[0], segments[1]]
}

#[test]
fn clearing_by_the_rest_makes_two_tabs_delete_each_others_equal_segment() {
    let browser = Browser::new();
    let [first, second] = two_equal_segments(&browser);
    let said = present(&browser.items());
    let journal: BTreeSet<StorageKey> = chunks(&browser.items())
        .into_iter()
        .map(|(place, _)| place)
        .filter(|p| matches!(p, StorageKey::Journal(_)))
        .collect();
    clear_by_the_rest(&browser.open(), journal);
    let (c, d) = (browser.open(), browser.open());
    clear_by_the_rest(&c, BTreeSet::from([first]));
    clear_by_the_rest(&d, BTreeSet::from([second]));
    assert!(!present(&browser.items()).contains(&said), "this protocol should lose the book");
}

#[test]
fn clearing_by_what_is_later_keeps_the_latest_of_two_equal_segments() {
    let browser = Browser::new();
    let [_, latest] = two_equal_segments(&browser);
    let said = present(&browser.items());
    browser.wait(120_000);
    let (mut c, mut d) = (browser.open(), browser.open());
    assert_eq!(c.store.clear(browser.now()), 3);
    assert_eq!(d.store.clear(browser.now()), 3, "it sees an older view, and takes away the same three");
    assert_eq!(present(&browser.items()), said);
    assert_eq!(chunks(&browser.items()).iter().map(|(place, _)| *place).collect::<Vec<_>>(), [latest]);
}

#[test]
fn nothing_is_cleared_on_account_of_a_chunk_that_may_not_have_reached_the_disk() {
    let browser = Browser::new();
    let mut a = browser.open();
    act(&browser, &mut a);
    act(&browser, &mut a);
    browser.commit();
    browser.wait(90_000);
    assert_eq!(a.store.fold_from(2, browser.now()), Ok(2));
    browser.wait(1_000);
    assert_eq!(browser.open().store.clear(browser.now()), 0, "the segment is a second old");
    browser.wait(60_000);
    assert_eq!(browser.open().store.clear(browser.now()), 2, "now it has settled");
}
