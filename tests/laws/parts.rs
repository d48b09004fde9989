//! Acts too large for one task: in parts of any size they come to the same as in one go, are one act, and a tab that dies
//! between two parts leaves all of it or nothing.

use super::browser::{Browser, START, Tab};
use super::given::cases;
use super::pool::shed;
use super::store::present;
use kith::domain::change::Change;
use kith::domain::connection::Connection;
use kith::domain::person::{Name, Person};
use kith::domain::record::Record;
use kith::domain::undo::Undo;
use kith::store::change_count::ChangeCount;
use kith::store::engine::{Imported, NotSaved};
use kith::store::key_value::StorageKey;
use proptest::prelude::*;

const LATER: u64 = START + 5;
const DAY: i64 = 24 * 3_600_000;

/// So many names with this title, those of `from` on; the first ten were in the book before.
fn names(from: u32, until: u32, title: &str) -> Change {
    let person = |n: u32| {
        let (id, name) = (format!("n{n}").parse().unwrap(), Name::new(&format!("Name {n}")).unwrap());
        Record::from(Person { id, name, title: title.into(), ..Person::default() })
    };
    Change { records: (from..until).map(person).collect() }
}

/// A book of ten names to which a file brought 32 more, and news of the ten.
fn imported(browser: &Browser) -> (Tab, kith::domain::stamp::Stamp) {
    let mut tab = browser.open();
    tab.store.act(&mut tab.book, names(0, 10, "before"), START).unwrap();
    let done = tab.store.bring(&mut tab.book, names(0, 42, "after"), "a.csv", START + 1).unwrap();
    let Imported::Done(import) = done else { panic!("nothing came") };
    (tab, import)
}

/// Takes the import back in parts of so many; gives up before the part of this number.
fn back_in_parts(
    tab: &mut Tab,
    import: kith::domain::stamp::Stamp,
    many: usize,
    until: usize,
) -> Result<Imported, NotSaved> {
    let mut staged = tab.store.begin_import_undo(import, LATER)?;
    for part in 0.. {
        if part == until {
            tab.store.give_up(&mut staged);
            return Ok(Imported::Nothing);
        }
        if tab.store.stage_import_undo(&mut staged, many, LATER)? == 0 {
            break;
        }
    }
    let done = tab.store.complete(&mut staged, LATER)?;
    while tab.store.take_part(&mut tab.book, &mut staged) {}
    Ok(done)
}

/// Makes a change in parts of ten, as the app makes a large one.
fn act_in_parts(tab: &mut Tab, parts: impl Iterator<Item = Change>) -> Result<Undo, NotSaved> {
    let mut staged = tab.store.begin(None, LATER)?;
    for part in parts {
        tab.store.stage_part(&tab.book, &mut staged, &part, LATER)?;
    }
    tab.store.complete(&mut staged, LATER)?;
    while tab.store.take_part(&mut tab.book, &mut staged) {}
    Ok(staged.undo())
}

/// How many are in the book, and how many of them have the title they had before the import.
fn shown(tab: &Tab) -> (usize, usize) {
    (tab.book.people().count(), tab.book.people().filter(|person| person.title == "before").count())
}

const WITH: (usize, usize) = (42, 0);
const WITHOUT: (usize, usize) = (10, 10);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn in_parts_of_any_size_an_import_is_taken_back_as_in_one_go(many in 1_usize..50) {
        let (parts, whole) = (Browser::new(), Browser::new());
        let (mut tab, import) = imported(&parts);
        prop_assert!(matches!(back_in_parts(&mut tab, import, many, 99), Ok(Imported::Done(_))));
        let (mut other, same) = imported(&whole);
        prop_assert_eq!(other.store.undo_import(&mut other.book, same, LATER), Ok(true));
        prop_assert_eq!((shown(&tab), shown(&other)), (WITHOUT, WITHOUT));
        prop_assert!(parts.open().store.partial_book() == whole.open().store.partial_book());
        prop_assert!(tab.store.receipts().is_empty(), "it is taken back once");
        prop_assert_eq!(tab.store.undo_import(&mut tab.book, import, LATER + 1), Ok(false));
    }
}

proptest! {
    #![proptest_config(cases(200))]
    #[test]
    fn a_tab_that_opens_while_another_writes_folds_and_clears_has_everything(
        steps in proptest::collection::vec((0_u32..5, 1_usize..9), 1..30),
    ) {
        let browser = Browser::new();
        let mut tab = browser.open();
        (0..6).for_each(|n| drop(tab.store.act(&mut tab.book, names(n * 2, n * 2 + 5, "before"), browser.now())));
        browser.wait(120_000);
        let mut tab = browser.open();
        let (mut opening, view) = browser.begin_to_open();
        for (n, (what, many)) in (100..).zip(steps) {
            match what {
                0 | 1 => drop(tab.store.act(&mut tab.book, names(n, n + 2, "meanwhile"), browser.now())),
                2 => drop(tab.store.bring(&mut tab.book, names(n, n + 4, "of a file"), "a.csv", browser.now())),
                3 => drop(tab.store.fold_from(1, browser.now())),
                _ => {
                    browser.wait(120_000);
                    tab.store.clear(browser.now());
                }
            }
            browser.refresh(&view);
            if !opening.step(many) {
                break;
            }
        }
        let opened = opening.finish();
        prop_assert_eq!(opened.set_aside.len(), 0);
        prop_assert_eq!(opened.store.partial_book(), tab.store.partial_book());
        prop_assert_eq!(opened.book.people().count(), tab.book.people().count());
        let changes = ChangeCount::of(tab.store.partial_book()).count();
        prop_assert_eq!(browser.open().book.changes_since_backup, changes);
    }
}

#[test]
fn taking_back_given_up_half_way_leaves_the_import_as_it_was() {
    let browser = Browser::new();
    let (mut tab, import) = imported(&browser);
    let before = browser.items();
    for until in 0..4 {
        assert_eq!(back_in_parts(&mut tab, import, 10, until), Ok(Imported::Nothing));
        assert_eq!((browser.items() == before, shown(&tab)), (true, WITH), "given up before the part {until}");
    }
    assert_eq!(tab.store.receipts(), vec![import], "it can still be taken back");
    assert!(matches!(back_in_parts(&mut tab, import, 10, 99), Ok(Imported::Done(_))));
}

#[test]
fn a_tab_killed_at_any_call_of_taking_back_leaves_the_book_before_or_after() {
    let story = |dies_in: Option<usize>| {
        let browser = Browser::new();
        let (mut tab, import) = imported(&browser);
        let begun = browser.fail_in(None);
        if let Some(calls) = dies_in {
            browser.die_in(calls);
        }
        let done = back_in_parts(&mut tab, import, 10, 99).is_ok();
        (browser, done, begun)
    };
    let (browser, _, begun) = story(None);
    let calls = browser.fail_in(None) - begun;
    assert!((10..60).contains(&calls), "{calls}");
    for k in 0..calls {
        let (browser, acknowledged, _) = story(Some(k));
        let left = shown(&Browser::holding(browser.items()).open());
        assert!(left == WITHOUT || left == WITH && !acknowledged, "{left:?}, killed at the call {k}");
    }
}

#[test]
fn a_tab_killed_at_any_call_of_a_large_act_leaves_all_of_it_or_nothing() {
    let story = |dies_in: Option<usize>| {
        let browser = Browser::new();
        let mut tab = browser.open();
        if let Some(calls) = dies_in {
            browser.die_in(calls);
        }
        let done = act_in_parts(&mut tab, names(0, 42, "").in_parts(10)).is_ok();
        (browser, done)
    };
    let calls = story(None).0.fail_in(None);
    assert!((10..60).contains(&calls), "{calls}");
    for k in 0..calls {
        let (browser, acknowledged) = story(Some(k));
        let left = present(&browser.items()).len();
        assert!(left == 42 || left == 0 && !acknowledged, "{left} of 42, killed at the call {k}");
    }
}

#[test]
fn a_large_act_in_parts_is_taken_back_and_done_again_in_parts() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.store.act(&mut tab.book, names(0, 10, "before"), START).unwrap();
    let undo = act_in_parts(&mut tab, names(0, 42, "after").in_parts(10)).unwrap();
    assert_eq!(shown(&tab), WITH);
    let pieces: Vec<Change> = undo.in_parts(7).map(|part| part.change(&tab.book)).collect();
    assert_eq!(pieces.len(), 6);
    let redo = act_in_parts(&mut tab, pieces.into_iter()).unwrap();
    assert_eq!((shown(&tab), shown(&browser.open())), (WITHOUT, WITHOUT));
    let pieces: Vec<Change> = redo.in_parts(42).map(|part| part.change(&tab.book)).collect();
    act_in_parts(&mut tab, pieces.into_iter()).unwrap();
    assert_eq!((shown(&tab), shown(&browser.open())), (WITH, WITH));
}

#[test]
fn r12_a_tab_killed_at_any_call_of_shedding_leaves_all_of_them_in_the_trash_or_none() {
    let one = |n: u32| Connection {
        id: format!("c{n}").parse().unwrap(),
        name: Name::new(&format!("Name {n}")).unwrap(),
        ..Connection::default()
    };
    let story = |dies_in: Option<usize>| {
        let browser = Browser::new();
        let mut tab = browser.open();
        let pool = Change { records: (0..190).map(|n| one(n).into()).collect() };
        tab.store.bring(&mut tab.book, pool, "a.csv", browser.now()).unwrap();
        let change = tab.book.empty_pool().unwrap();
        tab.store.act(&mut tab.book, change, browser.now()).unwrap();
        browser.wait(2 * DAY);
        let mut tab = browser.open();
        let begun = browser.fail_in(None);
        if let Some(calls) = dies_in {
            browser.die_in(calls);
        }
        let done = shed(&browser, &mut tab).is_ok();
        (browser, done, begun)
    };
    let (browser, _, begun) = story(None);
    let calls = browser.fail_in(None) - begun;
    assert!((8..60).contains(&calls), "{calls}");
    for k in 0..calls {
        let (browser, acknowledged, _) = story(Some(k));
        let next = Browser::holding(browser.items());
        let tab = next.open();
        let left = tab.store.to_purge(browser.now()).len();
        assert_eq!((tab.set_aside, tab.book.waiting()), (0, 0));
        assert!(left == 0 || left == 190 && !acknowledged, "{left} of 190, killed at the call {k}");
    }
}

#[test]
fn a_fold_takes_in_no_more_than_one_task_bears() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let words =
        |n: u32| (0..40).map(|m| format!("{:x} ", (n * 7_919 + m).wrapping_mul(2_654_435_761))).collect::<String>();
    let with_note = |record: Record| match record {
        Record::Person(person) => {
            let note = words(person.id.to_string().trim_start_matches('n').parse().unwrap());
            Record::from(Person { note, ..person })
        }
        record => record,
    };
    for part in names(0, 900, "").in_parts(90) {
        let change = Change { records: part.records.into_iter().map(with_note).collect() };
        act_in_parts(&mut tab, change.in_parts(30)).unwrap();
    }
    while tab.store.fold(LATER).unwrap() > 0 {}
    let segments: Vec<usize> = browser
        .items()
        .iter()
        .filter(|(key, _)| matches!(StorageKey::of(key), Some(StorageKey::Segment(_))))
        .map(|(_, value)| value.len())
        .collect();
    assert!(segments.len() > 2 && segments.iter().all(|units| *units < 60_000), "{segments:?}");
    assert_eq!(browser.open().book.people().count(), 900);
}

#[test]
fn an_audit_after_an_import_was_taken_back_does_not_read_the_whole_shelf_in_vain() {
    let browser = Browser::new();
    let (mut tab, import) = imported(&browser);
    tab.store.undo_import(&mut tab.book, import, LATER).unwrap();
    let mut calls = |now: u64| {
        let before = browser.fail_in(None);
        tab.store.audit(now);
        browser.fail_in(None) - before
    };
    calls(LATER + 2_000); // the receipt goes
    let (second, third) = (calls(LATER + 2_001), calls(LATER + 2_002));
    assert_eq!(second, third, "what was removed on purpose is not missing");
}
