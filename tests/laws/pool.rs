//! The holding pool: emptied in one act and taken back in one, heard by other tabs, and no room lost to it afterwards.

use super::browser::{Browser, Tab, size};
use super::erase::texts;
use kith::domain::change::Change;
use kith::domain::connection::Connection;
use kith::domain::id::ConnectionId;
use kith::domain::person::{Name, Reach, ReachKind};
use kith::domain::undo::Undo;
use kith::exchange::backup;
use kith::store::engine::{Imported, NotSaved};

const DAY: i64 = 24 * 3_600_000;

/// Brings so many into the pool, as an import does.
fn bring(browser: &Browser, tab: &mut Tab, many: usize) -> Imported {
    browser.wait(10);
    let mut change = Change::default();
    for n in 0..many {
        let value = format!("https://www.linkedin.com/in/zanzibar-{}", n * 7919 % 100_003);
        change = change.and(Connection {
            id: ConnectionId(tab.store.mint().id()),
            name: Name::new(&format!("Quentin Zanzibar {n}")).unwrap(),
            organisation: format!("Works {}", n % 97),
            reach: vec![Reach { kind: ReachKind::Profile, label: String::new(), value }],
            ..Connection::default()
        });
    }
    tab.store.bring(&mut tab.book, change, "Connections.csv", browser.now()).unwrap()
}

fn act(browser: &Browser, tab: &mut Tab, change: Change) -> Result<Undo, NotSaved> {
    browser.wait(10);
    tab.store.act(&mut tab.book, change, browser.now())
}

fn empty(browser: &Browser, tab: &mut Tab) -> Undo {
    let change = tab.book.empty_pool().unwrap();
    act(browser, tab, change).unwrap()
}

/// Erases who left, in parts of sixty.
pub fn shed(browser: &Browser, tab: &mut Tab) -> Result<usize, NotSaved> {
    let gone = tab.store.to_purge(browser.now());
    let mut staged = tab.store.begin(None, browser.now())?;
    for piece in gone.chunks(60) {
        tab.store.stage_erased(&mut staged, piece, browser.now())?;
    }
    tab.store.complete(&mut staged, browser.now())?;
    while tab.store.take_part(&mut tab.book, &mut staged) {}
    Ok(gone.len())
}

/// Opens, sheds, clears and folds on so many days.
fn days(browser: &Browser, many: usize) {
    for _ in 0..many {
        browser.wait(DAY);
        let mut tab = browser.open();
        shed(browser, &mut tab).unwrap();
        browser.wait(90_000);
        tab.store.clear(browser.now());
        while tab.store.fold_from(1, browser.now()).unwrap() > 0 {}
    }
}

#[test]
fn r12_an_emptied_pool_is_taken_back_in_one_step_and_heard_by_the_other_tab() {
    let browser = Browser::new();
    let mut tab = browser.open();
    bring(&browser, &mut tab, 300);
    let mut other = browser.open();
    assert_eq!(other.book.waiting(), 300);
    let undo = empty(&browser, &mut tab);
    browser.deliver(&mut other, 1);
    other.store.rescan(&mut other.book);
    assert_eq!((tab.book.waiting(), other.book.waiting()), (0, 0));
    assert_eq!(tab.store.to_purge(browser.now()), [], "it can be taken back first");
    let back = undo.change(&tab.book);
    act(&browser, &mut tab, back).unwrap();
    assert_eq!((tab.book.waiting(), browser.open().book.waiting()), (300, 300));
}

#[test]
fn r12_an_emptied_pool_leaves_no_string_behind_and_no_old_backup_brings_it_back() {
    let browser = Browser::new();
    let mut tab = browser.open();
    bring(&browser, &mut tab, 300);
    let old = backup::write(tab.store.partial_book(), "2026-11-21T09:30:00Z", "1.0.0").unwrap();
    let full = size(&browser.items());
    empty(&browser, &mut tab);
    assert!(texts(&browser.items()).contains("Zanzibar"));
    days(&browser, 4);
    let left = texts(&browser.items());
    assert!(!left.contains("Zanzibar") && !left.contains("zanzibar"), "something is left");
    assert!(size(&browser.items()) < full, "{} of {full}", size(&browser.items()));
    let mut tab = browser.open();
    let incoming = backup::read(old.as_bytes()).unwrap();
    tab.store.import(&mut tab.book, incoming.partial_book, browser.now()).unwrap();
    assert_eq!(tab.book.waiting(), 0);
    bring(&browser, &mut tab, 20);
    assert_eq!(browser.open().book.waiting(), 20, "the file itself can be brought in again");
}

#[test]
fn r12_while_others_wait_an_import_can_be_taken_back_for_a_month() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let Imported::Done(import) = bring(&browser, &mut tab, 300) else { panic!("nothing came") };
    let ids: Vec<ConnectionId> = tab.book.pool().cards().iter().map(|card| card.id).take(200).collect();
    let (_, change) = tab.book.take_in(&ids, tab.store.mint()).unwrap();
    act(&browser, &mut tab, change).unwrap();
    days(&browser, 28);
    let mut tab = browser.open();
    assert_eq!((tab.book.waiting(), tab.store.receipts()), (100, vec![import]));
    assert_eq!(tab.store.undo_import(&mut tab.book, import, browser.now()), Ok(true));
    assert_eq!(tab.book.waiting(), 0);
    assert_eq!(tab.book.people().count(), 200, "who was taken into the book stays");
    days(&browser, 6);
    let tab = browser.open();
    assert!(tab.book.people().count() == 200 && tab.book.connection(ids[0]).is_none(), "shed after all");
}

#[test]
fn r12_a_few_who_left_while_others_wait_are_not_worth_an_act() {
    let browser = Browser::new();
    let mut tab = browser.open();
    bring(&browser, &mut tab, 300);
    let ids: Vec<ConnectionId> = tab.book.pool().cards().iter().map(|card| card.id).take(100).collect();
    for (few, worth) in [(&ids[..99], false), (&ids[99..], true)] {
        let (_, change) = tab.book.take_in(few, tab.store.mint()).unwrap();
        act(&browser, &mut tab, change).unwrap();
        browser.wait(31 * DAY);
        assert_eq!(!tab.store.to_purge(browser.now()).is_empty(), worth, "{}", few.len());
    }
}

#[test]
fn r12_shedding_for_which_there_is_no_room_leaves_no_part_behind() {
    let browser = Browser::new();
    let mut tab = browser.open();
    bring(&browser, &mut tab, 300);
    empty(&browser, &mut tab);
    browser.wait(2 * DAY);
    let mut items = browser.items();
    items.remove("kith/1/reserve");
    let before = size(&items);
    // Room for none of the five parts, for some of them, for all but the mark at the end.
    for room in (200..4_000).step_by(200) {
        browser.set_quota(before + room);
        if shed(&browser, &mut tab).is_ok() {
            assert!(room > 500, "there was room for all in {room}");
            return;
        }
        assert!(size(&browser.items()) <= before, "{} of {before}", size(&browser.items()));
    }
    panic!("there was never room");
}

#[test]
fn r12_at_a_full_store_the_pool_can_still_be_emptied() {
    let browser = Browser::new();
    let mut tab = browser.open();
    bring(&browser, &mut tab, 3_000);
    tab.store.audit(browser.now());
    browser.set_quota(size(&browser.items()));
    empty(&browser, &mut tab);
    assert_eq!(tab.book.waiting(), 0);
    let before = size(&browser.items());
    days(&browser, 3);
    assert!(size(&browser.items()) * 2 < before, "{} of {before}", size(&browser.items()));
}
