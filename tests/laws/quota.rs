//! Quota: what happens when a call fails, and when there is no room left.

use super::browser::{Browser, START, Tab, size};
use super::given::join;
use super::store::{add, edit, present};
use kith::domain::change::Change;
use kith::domain::id::PersonId;
use kith::domain::person::{Name, Person};
use kith::store::engine::{NotSaved, QUOTA};
use kith::store::form::{self, Limits};
use kith::store::partial_book::PartialBook;

/// People with long notes: too much for one journal entry.
fn crowd(tab: &mut Tab, people: usize) -> Change {
    let note = "A long note about what they said. ".repeat(580);
    let mut change = Change::default();
    for _ in 0..people {
        let id = PersonId(tab.store.mint().id());
        change = change.and(Person { id, name: Name::new("Cy").unwrap(), note: note.clone(), ..Person::default() });
    }
    change
}

fn crowd_in(partial_book: &PartialBook) -> usize {
    partial_book.iter().filter(|(kind, _, stored)| *kind == "person" && format!("{stored:?}").contains("Cy")).count()
}

/// Acts, imports, folds, clears and opens again, with the call after `calls` more failing; what was acknowledged.
fn story(browser: &Browser) -> PartialBook {
    let mut said = PartialBook::default();
    for round in 0..2 {
        let mut tab = browser.open();
        browser.wait(90_000);
        tab.store.clear(browser.now());
        for n in 0..3 {
            browser.wait(10);
            let done = if round == 0 && n == 1 {
                let people: Vec<String> = (0..12).map(|n| format!("{{\"id\":\"c{n}\",\"name\":\"Cy\"}}")).collect();
                let text = format!("{{\"format\":\"kith\",\"records\":{{\"person\":[{}]}}}}", people.join(","));
                let incoming = form::read(&text, Limits::FILE).unwrap().partial_book;
                tab.store.import(&mut tab.book, incoming, browser.now()).is_ok()
            } else {
                let change = add(&mut tab);
                tab.store.act(&mut tab.book, change, browser.now()).is_ok()
            };
            if done {
                said = join(&said, tab.store.partial_book());
            }
        }
        let _ = tab.store.fold_from(2, browser.now());
        // A browser in which one call failed is asked again before the page is closed.
        while tab.store.audit(browser.now()).trouble.is_some() {}
    }
    said
}

#[test]
fn when_the_kth_call_of_the_storage_fails_nothing_acknowledged_is_lost() {
    let calls = {
        let browser = Browser::new();
        story(&browser);
        browser.fail_in(None)
    };
    assert!(calls > 40, "{calls}");
    for k in 0..calls {
        let browser = Browser::new();
        browser.fail_in(Some(k));
        let said = story(&browser);
        browser.fail_in(None);
        let opened = browser.open();
        assert!(opened.store.partial_book().contains(&said), "the call {k} failed");
        assert!([0, 12].contains(&crowd_in(opened.store.partial_book())), "half an act, when the call {k} failed");
    }
}

#[test]
fn a_large_act_lies_in_parts_that_count_only_together() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let change = crowd(&mut tab, 45);
    tab.store.act(&mut tab.book, change, START).unwrap();
    let items = browser.items();
    assert!(items.len() > 3, "parts and the mark: {:?}", items.keys());
    assert_eq!(crowd_in(browser.open().store.partial_book()), 45);
    let mark = items.keys().find(|key| key.ends_with("complete")).unwrap();
    browser.harm(mark, true);
    assert_eq!(crowd_in(browser.open().store.partial_book()), 0);
}

#[test]
fn an_act_whose_write_does_not_read_back_is_not_acknowledged() {
    let browser = Browser::new();
    let mut tab = browser.open();
    browser.swallow_next();
    let change = add(&mut tab);
    assert_eq!(tab.store.act(&mut tab.book, change, START), Err(NotSaved::Lost));
    assert!(tab.book.is_empty() && tab.store.partial_book().is_empty());
}

#[test]
fn an_audit_writes_again_what_was_dropped_or_changed_since() {
    for drop in [true, false] {
        let browser = Browser::new();
        let mut tab = browser.open();
        let change = add(&mut tab);
        tab.store.act(&mut tab.book, change, START).unwrap();
        let key = browser.items().keys().next().unwrap().clone();
        browser.harm(&key, drop);
        browser.deliver(&mut tab, 1);
        browser.wait(2_000);
        let audit = tab.store.audit(browser.now());
        assert_eq!((audit.rewritten, audit.trouble), (2, None));
        assert_eq!(tab.store.audit(browser.now()).rewritten, 0);
        let opened = browser.open();
        assert_eq!(opened.store.partial_book(), tab.store.partial_book());
        assert_eq!(opened.set_aside, usize::from(!drop));
    }
}

#[test]
fn a_fold_that_finds_no_room_leaves_the_reserve_to_the_person() {
    let browser = Browser::new();
    let mut tab = browser.open();
    for _ in 0..3 {
        browser.wait(10);
        let change = add(&mut tab);
        tab.store.act(&mut tab.book, change, browser.now()).unwrap();
    }
    tab.store.audit(browser.now());
    let items = browser.items();
    browser.set_quota(size(&items));
    assert_eq!(tab.store.fold_from(2, browser.now()), Err(NotSaved::Full));
    assert_eq!(browser.items(), items);
    assert!(items.contains_key("kith/1/reserve"));
}

#[test]
fn a_tab_that_is_killed_in_the_middle_of_a_large_act_leaves_all_of_it_or_nothing() {
    for calls in 0..8 {
        let browser = Browser::new();
        let mut tab = browser.open();
        let change = crowd(&mut tab, 45);
        browser.die_in(calls);
        let acted = tab.store.act(&mut tab.book, change, START).is_ok();
        let left = crowd_in(Browser::holding(browser.items()).open().store.partial_book());
        assert!(left == 45 || left == 0 && !acted, "{left} of 45 after {calls} calls");
    }
}

#[test]
fn folding_needs_no_more_room_than_the_new_segment() {
    let browser = Browser::new();
    let mut tab = browser.open();
    for _ in 0..20 {
        browser.wait(10);
        let change = add(&mut tab);
        tab.store.act(&mut tab.book, change, browser.now()).unwrap();
    }
    let items = browser.items();
    let folded = |room: usize| {
        let browser = Browser::holding(items.clone());
        browser.wait(120_000);
        browser.set_quota(size(&items) + room);
        let outcome = browser.open().store.fold_from(2, browser.now());
        (outcome, browser.items())
    };
    let (outcome, after) = folded(QUOTA);
    assert_eq!(outcome, Ok(20));
    let segment = size(&after) - size(&items);
    assert_eq!(folded(segment), (Ok(20), after));
    assert_eq!(folded(segment - 1), (Err(NotSaved::Full), items.clone()));
}

#[test]
fn in_a_full_store_the_next_two_hundred_acts_still_fit() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let change = add(&mut tab);
    tab.store.act(&mut tab.book, change, START).unwrap();
    tab.store.audit(START);
    let full = size(&browser.items());
    browser.set_quota(full);
    assert!(tab.store.quota_usage().unwrap().used < full, "the reserve counts as free");
    let mut acts = 0;
    loop {
        browser.wait(10);
        let change = edit(&mut tab, 1);
        let before = (tab.store.partial_book().clone(), format!("{:?}", tab.book.people().collect::<Vec<_>>()));
        match tab.store.act(&mut tab.book, change, browser.now()) {
            Ok(_) => acts += 1,
            Err(why) => {
                assert_eq!(why, NotSaved::Full);
                let after = (tab.store.partial_book().clone(), format!("{:?}", tab.book.people().collect::<Vec<_>>()));
                assert_eq!(after, before, "nothing is shown that was not saved");
                break;
            }
        }
    }
    assert!(acts >= 200, "{acts}");
    assert_eq!(tab.store.partial_book(), &present(&browser.items()), "the screen shows what the store holds");
}
