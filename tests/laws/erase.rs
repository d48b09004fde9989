//! Erase: no string of an erased person stays, in a chunk, a receipt or a backup, whatever a stale tab or an old file says.

use super::browser::{Browser, Items, Tab};
use kith::domain::change::Change;
use kith::domain::id::PersonId;
use kith::domain::kind::Kind;
use kith::domain::person::{Name, Person};
use kith::exchange::backup;
use kith::store::checksum::{verify, verify_and_inflate};
use kith::store::engine::Imported;
use kith::store::form;

/// Every text that can be had from what is stored.
pub fn texts(items: &Items) -> String {
    let text = |value: &String| {
        let inflated = verify_and_inflate(value).unwrap_or_default();
        format!("{value}\n{inflated}\n{}", verify(value).unwrap_or_default())
    };
    items.values().map(text).collect()
}

fn name(browser: &Browser, tab: &mut Tab, id: PersonId, name: &str) {
    browser.wait(10);
    let person = Person { id, name: Name::new(name).unwrap(), ..Person::default() };
    tab.store.act(&mut tab.book, Change::of(person), browser.now()).unwrap();
}

#[test]
fn an_erased_person_leaves_no_string_behind() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = PersonId(tab.store.mint().id());
    let other = PersonId(tab.store.mint().id());
    name(&browser, &mut tab, id, "Quentin Zanzibar");
    name(&browser, &mut tab, other, "Someone Else");
    let old = backup::write(tab.store.partial_book(), "2026-11-21T09:30:00Z", "1.0.0").unwrap();
    name(&browser, &mut tab, id, "Quintus Zanzibar");
    let mut newer = tab.store.partial_book().clone();
    newer.book = None;
    let newer = form::backup(&newer, "", "").replace("Quintus", "Quincy").replace("-0-", "-9-");
    let newer = newer.lines().filter(|line| !line.contains("sha256")).collect::<Vec<_>>().join("\n");
    let newer = backup::read(newer.as_bytes()).unwrap();
    assert!(matches!(tab.store.import(&mut tab.book, newer.partial_book, browser.now()), Ok(Imported::Done(_))));
    let mut stale = browser.open();
    assert!(texts(&browser.items()).contains("Quincy") && texts(&browser.items()).contains("Quintus"));

    tab.store.erase(&mut tab.book, &[(Kind::Person, id.0)], browser.now()).unwrap();
    assert!(tab.book.person(id).is_none());
    name(&browser, &mut stale, id, "Quiet Zanzibar");
    stale.store.audit(browser.now());
    browser.deliver(&mut tab, 1);
    let incoming = backup::read(old.as_bytes()).unwrap();
    assert_eq!(tab.store.import(&mut tab.book, incoming.partial_book, browser.now()), Ok(Imported::Nothing));

    browser.wait(90_000);
    for _ in 0..3 {
        let mut next = browser.open();
        browser.wait(90_000);
        next.store.clear(browser.now());
        next.store.fold(browser.now()).unwrap();
    }
    let left = texts(&browser.items());
    assert!(!left.contains("Zanzibar") && !left.contains("Qui"), "{left}");
    assert!(left.contains("Someone Else"));
    let mut opened = browser.open();
    assert!(opened.book.person(id).is_none() && opened.book.person(other).is_some());
    assert!(!form::backup(opened.store.partial_book(), "", "").contains("Zanzibar"));
    assert_eq!(opened.store.receipts(), []);
    assert_eq!(opened.store.fold(browser.now()), Ok(0), "once is enough");
}
