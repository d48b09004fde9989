//! Negative controls: two protocols that look right and lose data. If the laws did not catch them, they would be asleep.

use super::browser::{Browser, Items, Tab};
use super::given::join;
use super::store::{add, present};
use kith::store::chunk::{decode, encode};
use kith::store::pages::Pages;
use kith::store::shelf::{Place, Shelf};
use std::collections::BTreeSet;

fn act(browser: &Browser, tab: &mut Tab) {
    browser.wait(10);
    let change = add(tab);
    tab.keep.act(&mut tab.book, change, browser.now()).unwrap();
}

fn chunks(items: &Items) -> Vec<(Place, Pages)> {
    let places = items.keys().filter_map(|key| Place::of(key)).filter(Place::is_chunk);
    places.map(|place| (place, decode(place, &items[&place.key()]).unwrap().pages)).collect()
}

/// Folds everything this tab sees into one snapshot under a key that is always the same.
fn fold_into_a_snapshot(tab: &Tab, snapshot: Place) {
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
    let said = join(a.keep.pages(), b.keep.pages());
    let snapshot = Place::Segment(chunks(&browser.items())[0].0.stamp());
    fold_into_a_snapshot(&a, snapshot);
    fold_into_a_snapshot(&b, snapshot);
    assert!(!present(&browser.items()).contains(&said), "this protocol should lose an entry");
}

/// Removes the first chunk that all the others together contain.
fn clear_by_the_rest(tab: &Tab, of: BTreeSet<Place>) {
    let chunks = chunks(&tab.storage.look());
    for (place, pages) in &chunks {
        let rest = chunks.iter().filter(|(other, _)| other != place);
        let rest = rest.fold(Pages::default(), |sum, (_, pages)| join(&sum, pages));
        if of.contains(place) && rest.contains(pages) {
            tab.storage.remove(&place.key()).unwrap();
        }
    }
}

/// Two tabs fold the same entries into two equal segments, and the entries are cleared away.
fn two_equal_segments(browser: &Browser) -> [Place; 2] {
    let (mut a, mut b) = (browser.open(), browser.open());
    act(browser, &mut a);
    act(browser, &mut a);
    browser.deliver(&mut b, 1);
    for tab in [&mut a, &mut b] {
        browser.wait(10);
        assert_eq!(tab.keep.fold_from(2, browser.now()), Ok(2));
    }
    let segments: Vec<Place> = chunks(&browser.items())
        .into_iter()
        .map(|(place, _)| place)
        .filter(|p| matches!(p, Place::Segment(_)))
        .collect();
    [segments[0], segments[1]]
}

#[test]
fn clearing_by_the_rest_makes_two_tabs_delete_each_others_equal_segment() {
    let browser = Browser::new();
    let [first, second] = two_equal_segments(&browser);
    let said = present(&browser.items());
    let journal: BTreeSet<Place> = chunks(&browser.items())
        .into_iter()
        .map(|(place, _)| place)
        .filter(|p| matches!(p, Place::Journal(_)))
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
    assert_eq!(c.keep.clear(browser.now()), 3);
    assert_eq!(d.keep.clear(browser.now()), 3, "it sees an older view, and takes away the same three");
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
    assert_eq!(a.keep.fold_from(2, browser.now()), Ok(2));
    browser.wait(1_000);
    assert_eq!(browser.open().keep.clear(browser.now()), 0, "the segment is a second old");
    browser.wait(60_000);
    assert_eq!(browser.open().keep.clear(browser.now()), 2, "now it has settled");
}
