//! Clock: no stamp, whoever wrote it, keeps a person from changing the book; and what a file has from ahead of the clock
//! counts as written when it came.

use super::browser::{Browser, Items, START, Tab};
use super::given::{STAMPS, cases, join, partial_book};
use super::store::present;
use kith::domain::change::Change;
use kith::domain::id::{Id, PersonId, Session};
use kith::domain::person::{Name, Person};
use kith::domain::stamp::{EARLIEST, FILE_COUNTER_MAX, LATEST, Stamp};
use kith::exchange::backup::{self, Refusal, preview};
use kith::store::Unreadable;
use kith::store::chunk::encode;
use kith::store::clock_skew::{ClockSkew, KIND};
use kith::store::engine::{BackupImport, Imported, NotSaved};
use kith::store::form::{self, Limits};
use kith::store::key_value::StorageKey;
use kith::store::partial_book::PartialBook;
use kith::store::stored_record::{StampedFields, StoredRecord};
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::{BTreeMap, BTreeSet};

const DAY: u64 = 24 * 3_600_000;

fn fixture(name: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn file(text: &str) -> PartialBook {
    backup::read(text.as_bytes()).unwrap().partial_book
}

/// Gives everyone in the book this title, in one act; they show it afterwards.
fn retitle(browser: &Browser, tab: &mut Tab, title: &str) {
    let titled = |person: &Person| Person { title: title.into(), ..person.clone() };
    let change = Change { records: tab.book.people().map(|person| titled(person).into()).collect() };
    tab.store.act(&mut tab.book, change, browser.now()).unwrap();
    assert_eq!(titles(tab), BTreeSet::from_iter(tab.book.people().next().map(|_| title.to_string())));
}

fn titles(tab: &Tab) -> BTreeSet<String> {
    tab.book.people().map(|person| person.title.clone()).collect()
}

/// Every stamp of these pages.
fn stamps(partial_book: &PartialBook) -> BTreeSet<Stamp> {
    let mut all = BTreeSet::new();
    for (_, _, stored) in partial_book.iter() {
        stored.each_stamp(|stamp| all.extend([stamp]));
    }
    all
}

/// The pages a person may see something of.
fn without_memory(partial_book: &PartialBook) -> PartialBook {
    let mut rest = PartialBook::of_book(partial_book.book);
    for (kind, id, stored) in partial_book.iter().filter(|(kind, ..)| *kind != KIND) {
        rest.put(kind, id, stored.clone());
    }
    rest
}

#[test]
fn a_book_that_merged_the_last_stamp_there_is_can_still_be_changed() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let incoming = file(&fixture("stamps-of-2199.json"));
    assert!(matches!(tab.store.import(&mut tab.book, incoming.clone(), START), Ok(Imported::Done(_))));
    assert!(
        stamps(tab.store.partial_book()).iter().all(|stamp| stamp.millis == START),
        "{:?}",
        stamps(tab.store.partial_book())
    );
    for title in ["CFO", "CEO", "Chair"] {
        browser.wait(1_000);
        let mut tab = browser.open();
        assert_eq!(tab.set_aside, 0);
        retitle(&browser, &mut tab, title);
        retitle(&browser, &mut tab, &format!("{title}, retired"));
        let before = browser.items();
        assert_eq!(tab.store.import(&mut tab.book, incoming.clone(), browser.now()), Ok(Imported::Nothing));
        assert_eq!(browser.items(), before);
        assert_eq!(titles(&browser.open()), BTreeSet::from([format!("{title}, retired")]));
        assert!(backup::write(tab.store.partial_book(), "2026-11-30T09:00:00Z", "1.0.0").is_ok());
    }
}

#[test]
fn what_is_remembered_of_the_clock_stays_when_the_import_is_taken_back() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let done = tab.store.import(&mut tab.book, file(&fixture("stamps-of-2199.json")), START);
    let Ok(Imported::Done(import)) = done else { panic!("{done:?}") };
    let memory = |tab: &Tab| -> Vec<(Id, StoredRecord)> {
        let all = tab.store.partial_book().iter().filter(|(kind, ..)| *kind == KIND);
        all.map(|(_, id, stored)| (id, stored.clone())).collect()
    };
    let before = memory(&tab);
    assert_eq!(before.len(), 1);
    assert_eq!(tab.store.undo_import(&mut tab.book, import, START), Ok(true));
    assert_eq!(memory(&tab), before);
}

/// A chunk lies under the stamp of its act; what it holds may be later, where another program or version wrote it.
#[test]
fn an_edit_stands_over_what_a_chunk_holds_from_later_than_its_own_key() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let ann = Person {
        id: PersonId(tab.store.mint().id()),
        name: Name::new("Ann").unwrap(),
        title: "CEO".into(),
        ..Person::default()
    };
    tab.store.act(&mut tab.book, Change::of(ann), START).unwrap();
    let key = browser.items().into_keys().find(|key| matches!(StorageKey::of(key), Some(StorageKey::Journal(_))));
    let (storage_key, mut later) = (StorageKey::of(&key.unwrap()).unwrap(), PartialBook::default());
    for (kind, id, stored) in tab.store.partial_book().iter() {
        let StoredRecord::Kept(text) = stored else { continue };
        let mut fields = StampedFields::of(kind, text);
        fields.0.values_mut().for_each(|field| field.stamp.millis += 50_000);
        later.put(kind, id, StoredRecord::Kept(fields.text(kind, id).into()));
    }
    let browser = Browser::holding(Items::from([(storage_key.key(), encode(storage_key, &later))]));
    let mut tab = browser.open();
    retitle(&browser, &mut tab, "CFO");
    assert_eq!(titles(&browser.open()), BTreeSet::from(["CFO".to_string()]));
}

/// What version 1.0.0 left behind: three times it merged the file and wrote some acts; at each opening it could read nothing
/// of it, not even that there was an import.
#[test]
fn a_book_that_an_old_version_pushed_to_the_end_of_time_opens_with_every_act_and_goes_on() {
    let items: Items = serde_json::from_str(&fixture("version-1-clock-at-its-end.json")).unwrap();
    let browser = Browser::holding(items);
    let mut tab = browser.open();
    assert_eq!(tab.set_aside, 0);
    assert_eq!(titles(&tab), BTreeSet::from(["Title 22".to_string()]), "the last act stands");
    for title in ["CFO", "CEO"] {
        browser.wait(120_000);
        tab = browser.open();
        retitle(&browser, &mut tab, title);
        tab.store.fold_from(1, browser.now()).unwrap();
        tab.store.clear(browser.now());
        assert_eq!(tab.store.audit(browser.now()).rewritten, 0);
        assert_eq!(titles(&browser.open()), BTreeSet::from([title.to_string()]));
    }
    let backup = backup::write(tab.store.partial_book(), "2026-11-30T09:00:00Z", "1.0.0").unwrap();
    let incoming = file(&backup);
    assert_eq!(tab.store.import(&mut tab.book, incoming.clone(), browser.now()), Ok(Imported::Nothing));
    // Elsewhere it comes in with the times of that day, and is an ordinary book.
    let elsewhere = Browser::new();
    let mut other = elsewhere.open();
    other.store.import(&mut other.book, incoming, elsewhere.now()).unwrap();
    assert_eq!(titles(&other), BTreeSet::from(["CEO".to_string()]));
    assert!(stamps(other.store.partial_book()).iter().all(|stamp| stamp.millis <= START));
}

#[test]
fn a_malformed_stamp_is_refused_and_nothing_is_written() {
    let browser = Browser::new();
    browser.open();
    let before = browser.items();
    let too_much = FILE_COUNTER_MAX + 1;
    for bad in [
        "7258118400000-0-zzzzzzzzzz".to_string(),
        "0946684799999-0-zzzzzzzzzz".into(),
        "7258118399999-4294967296-zzzzzzzzzz".into(),
        "7258118399999-4294967295-zzzzzzzzzz".into(),
        format!("1795253400000-{too_much}-zzzzzzzzzz"),
        "1795253400000-00-zzzzzzzzzz".into(),
        "1795253400000-0-ZZZZZZZZZZ".into(),
        "1795253400000".into(),
    ] {
        for text in [
            format!("\"records\":{{\"person\":[{{\"id\":\"p1\",\"name\":\"Jim\",\"_at\":\"{bad}\"}}]}}"),
            format!("\"records\":{{\"person\":[{{\"id\":\"p1\",\"name\":\"Jim\",\"_at\":{{\"name\":\"{bad}\"}}}}]}}"),
            format!("\"erased\":[{{\"kind\":\"person\",\"id\":\"p1\",\"_at\":\"{bad}\"}}]"),
        ] {
            let text = format!("{{\"format\":\"kith\",\"version\":1,{text}}}");
            assert_eq!(
                backup::read(text.as_bytes()).map(|_| ()),
                Err(Refusal::Unreadable(Unreadable::BadStamp)),
                "{text}"
            );
        }
    }
    assert_eq!(browser.items(), before);
}

#[test]
fn what_an_opening_could_not_read_is_not_acknowledged_and_leaves_nothing() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let before = browser.items();
    for (text, why) in [
        ("{\"id\":\"p1\",\"name\":\"Jim\",\"_at\":\"7258118400000-0-k3f9a2mq7x\"}", Unreadable::BadStamp),
        ("{\"id\":\"p1\",\"name\":\"Jim}", Unreadable::NotJson),
        ("{\"id\":\"p2\",\"name\":\"Jim\"}", Unreadable::Damaged),
    ] {
        let mut partial_book = PartialBook::default();
        partial_book.put("person", "p1".parse::<PersonId>().unwrap().0, StoredRecord::Kept(text.into()));
        assert_eq!(tab.store.import(&mut tab.book, partial_book, START), Err(NotSaved::Unreadable(why)), "{text}");
        assert_eq!(browser.items(), before);
        assert!(tab.store.partial_book().is_empty() && tab.book.people().next().is_none());
    }
}

#[test]
fn a_field_that_is_named_like_a_stamp_does_not_push_the_clock() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let (end, at) = ("7258118399999-3221225471-zzzzzzzzzz", "1795253300000-0-k3f9a2mq7x");
    let text = format!(
        "{{\"format\":\"kith\",\"records\":{{\"person\":[{{\"id\":\"p1\",\"name\":\"Jim\",\"{end}\":1,\
         \"_at\":{{\"*\":\"{at}\",\"{end}\":\"1795253300001-0-k3f9a2mq7x\"}}}}]}}}}"
    );
    tab.store.import(&mut tab.book, file(&text), START).unwrap();
    retitle(&browser, &mut tab, "CFO");
    assert!(
        stamps(tab.store.partial_book()).iter().all(|stamp| stamp.millis <= START),
        "{:?}",
        stamps(tab.store.partial_book())
    );
    assert_eq!(titles(&browser.open()), BTreeSet::from(["CFO".to_string()]));
}

#[test]
fn what_comes_ahead_of_the_clock_goes_to_the_moment_of_the_import_in_its_order() {
    let text = "{\"format\":\"kith\",\"records\":{\"person\":[\
        {\"id\":\"p1\",\"name\":\"Jim\",\"title\":\"CFO\",\"note\":\"x\",\"_at\":{\"*\":\"4000000000000-5-aaaaaaaaaa\",\"note\":\"1795253300000-0-aaaaaaaaaa\"}},\
        {\"id\":\"p2\",\"name\":\"Ann\",\"_at\":\"3000000000000-9-bbbbbbbbbb\"},\
        {\"id\":\"p3\",\"name\":\"Bo\",\"_at\":\"1795253400500-3-cccccccccc\"}]},\
        \"erased\":[{\"kind\":\"person\",\"id\":\"p4\",\"_at\":\"5000000000000-0-aaaaaaaaaa\"}]}";
    let incoming = file(text);
    let skew = ClockSkew::of(&PartialBook::default(), &incoming, START).unwrap();
    let moved = form::compact(&skew.apply(&incoming));
    for part in [
        // Half a second ahead is what clocks are; all that is moved comes after it.
        "\"name\":\"Bo\",\"_at\":\"1795253400500-3-cccccccccc\"",
        "\"name\":\"Ann\",\"_at\":\"1795253400500-4-bbbbbbbbbb\"",
        "\"title\":\"CFO\",\"_at\":{\"*\":\"1795253400500-5-aaaaaaaaaa\",\"note\":\"1795253300000-0-aaaaaaaaaa\"}",
        "\"id\":\"p4\",\"_at\":\"1795253400500-6-aaaaaaaaaa\"",
    ] {
        assert!(moved.contains(part), "{part} is not in {moved}");
    }
    assert_eq!(skew.latest().map(|stamp| stamp.millis), Some(5_000_000_000_000));
    assert_eq!(ClockSkew::of(&PartialBook::default(), &incoming, 4_999_999_999_000), None, "time has caught up");
}

#[test]
fn what_a_wrong_clock_writes_later_comes_in_and_what_it_wrote_before_stays_overridden() {
    let of = |name: &str, title: &str| {
        file(&format!(
            "{{\"format\":\"kith\",\"records\":{{\"person\":[{{\"id\":\"p1\",\"name\":\"{name}\",\"title\":\"{title}\",\
             \"_at\":{{\"name\":\"1826789400000-0-aaaaaaaaaa\",\"title\":\"1826789400000-{}-aaaaaaaaaa\"}}}}]}}}}",
            title.len()
        ))
    };
    let browser = Browser::new();
    let mut tab = browser.open();
    let shown = |tab: &Tab| tab.book.people().map(|p| format!("{}, {}", p.name.as_str(), p.title)).collect::<String>();
    tab.store.import(&mut tab.book, of("Jim", "CFO"), browser.now()).unwrap();
    browser.wait(5_000);
    let mut jim = tab.book.people().next().unwrap().clone();
    jim.name = Name::new("James").unwrap();
    tab.store.act(&mut tab.book, Change::of(jim), browser.now()).unwrap();
    browser.wait(5_000);
    // A second backup of the same device: the name is as it was there, the title is new.
    tab.store.import(&mut tab.book, of("Jim", "Chairman"), browser.now()).unwrap();
    assert_eq!(shown(&tab), "James, Chairman");
    // A year and more later, when its stamps are no longer ahead of any clock.
    browser.wait(500 * DAY as i64);
    assert_eq!(tab.store.import(&mut tab.book, of("Jim", "Chairman"), browser.now()), Ok(Imported::Nothing));
    assert_eq!(shown(&browser.open()), "James, Chairman");
}

/// A moment a machine's clock may show, often at an edge.
fn moment() -> impl Strategy<Value = u64> {
    prop_oneof![
        2 => START - DAY..START + 3 * DAY,
        2 => EARLIEST..LATEST,
        1 => select(vec![0, EARLIEST, START, LATEST - 1, LATEST, u64::MAX]),
    ]
}

/// Any stamp that a file may hold, often at an edge.
fn any_stamp() -> impl Strategy<Value = Stamp> {
    let millis = prop_oneof![
        2 => START - DAY..START + 3 * DAY,
        2 => EARLIEST..LATEST,
        1 => select(vec![EARLIEST, START + DAY, START + DAY + 1, LATEST - 2, LATEST - 1]),
    ];
    let counter = prop_oneof![3 => 0..3u32, 1 => select(vec![u32::MAX / 2, u32::MAX / 2 + 1, FILE_COUNTER_MAX])];
    (millis, counter, 0..4u64).prop_map(|(millis, counter, bits)| Stamp {
        millis,
        counter,
        session: Session::of_bits(bits << 40),
    })
}

/// Any partial book whose stamps lie anywhere.
fn skewed() -> impl Strategy<Value = PartialBook> {
    (partial_book(), proptest::collection::btree_set(any_stamp(), STAMPS.len())).prop_map(|(partial_book, to)| {
        let mut text = form::compact(&partial_book);
        let from = stamps(&partial_book);
        from.iter().zip(0..).for_each(|(from, n)| text = text.replace(&format!("\"{from}\""), &format!("\"@{n}\"")));
        to.iter().zip(0..).for_each(|(to, n)| text = text.replace(&format!("\"@{n}\""), &format!("\"{to}\"")));
        form::read(&text, Limits::FILE).unwrap_or_else(|why| panic!("{why:?}: {text}")).partial_book
    })
}

/// A browser with this book in it, and somebody of one's own.
fn opened_with(book: &PartialBook) -> (Browser, Tab) {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.store.import(&mut tab.book, book.clone(), START).unwrap();
    let ann = Person { id: PersonId(tab.store.mint().id()), name: Name::new("Ann").unwrap(), ..Person::default() };
    tab.store.act(&mut tab.book, Change::of(ann), START).unwrap();
    (browser, tab)
}

/// Merges a file in turns of `many` records; cancels before the turn of the number `until`, or before it counts.
fn merge_in_turns(tab: &mut Tab, incoming: &PartialBook, many: usize, until: usize) -> Result<Imported, NotSaved> {
    let mut import = BackupImport::of(tab.store.partial_book(), incoming.clone(), START);
    for turn in 0.. {
        if turn == until {
            return Ok(Imported::Nothing);
        }
        if !import.look(tab.store.partial_book(), many) {
            break;
        }
    }
    let mut staged = tab.store.begin_import(&mut import, START)?;
    while tab.store.stage_import(&mut import, &mut staged, START)? > 0 {}
    if until < usize::MAX {
        tab.store.give_up(&mut staged);
        return Ok(Imported::Nothing);
    }
    let done = tab.store.complete(&mut staged, START)?;
    while tab.store.take_part(&mut tab.book, &mut staged) {}
    Ok(import.outcome(done))
}

fn set_clock(browser: &Browser, to: u64) {
    while browser.now() != to {
        let (now, most) = (browser.now(), i64::MAX as u64);
        browser.wait(if to > now { (to - now).min(most) as i64 } else { -((now - to).min(most) as i64) });
    }
}

/// Every line of a book by its record and field, and every erased record.
fn lines(partial_book: &PartialBook) -> BTreeMap<String, Stamp> {
    let mut all = BTreeMap::new();
    for (kind, id, stored) in partial_book.iter() {
        match stored {
            StoredRecord::Erased(stamp) => drop(all.insert(format!("{kind}/{id}"), *stamp)),
            StoredRecord::Kept(text) => {
                let lines = StampedFields::of(kind, text).0;
                all.extend(lines.into_iter().map(|(name, line)| (format!("{kind}/{id}/{name}"), line.stamp)));
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn an_edit_after_an_import_stands_in_every_later_session_whatever_the_clocks(
        a in skewed(), b in skewed(), nows in proptest::collection::vec(moment(), 1..6),
    ) {
        let (browser, mut tab) = opened_with(&a);
        tab.store.import(&mut tab.book, b, browser.now()).unwrap();
        for (n, now) in nows.into_iter().enumerate() {
            set_clock(&browser, now);
            retitle(&browser, &mut tab, &format!("Title {n}"));
            let mut next = browser.open();
            prop_assert_eq!(next.set_aside, 0);
            prop_assert_eq!(titles(&next), BTreeSet::from([format!("Title {n}")]));
            retitle(&browser, &mut next, &format!("Again {n}"));
            browser.deliver(&mut tab, 1);
            prop_assert_eq!(titles(&tab), BTreeSet::from([format!("Again {n}")]), "the other tab hears of it");
            let opened = browser.open();
            prop_assert_eq!(tab.store.partial_book(), opened.store.partial_book());
            prop_assert!(backup::write(tab.store.partial_book(), "", "").is_ok());
        }
    }

    #[test]
    fn in_turns_of_any_size_a_file_is_merged_as_in_one_go(a in skewed(), b in skewed(), many in 1_usize..9) {
        let (whole, mut one) = opened_with(&a);
        let (turns, mut tab) = opened_with(&a);
        let done = one.store.import(&mut one.book, b.clone(), START);
        prop_assert_eq!(merge_in_turns(&mut tab, &b, many, usize::MAX), done);
        prop_assert_eq!(turns.items(), whole.items());
        prop_assert_eq!(tab.store.partial_book(), one.store.partial_book());
        let next = turns.open();
        prop_assert_eq!(next.store.partial_book(), tab.store.partial_book(), "the next opening reads it");
    }

    #[test]
    fn cancelled_in_any_turn_a_file_leaves_nothing(
        a in skewed(), b in skewed(), many in 1_usize..9, until in 0_usize..12,
    ) {
        let (browser, mut tab) = opened_with(&a);
        let (before, book) = (browser.items(), tab.store.partial_book().clone());
        prop_assert_eq!(merge_in_turns(&mut tab, &b, many, until), Ok(Imported::Nothing));
        prop_assert_eq!(browser.items(), before);
        prop_assert_eq!(tab.store.partial_book(), &book);
        retitle(&browser, &mut tab, "Mine");
        prop_assert_eq!(titles(&browser.open()), BTreeSet::from(["Mine".to_string()]));
    }

    #[test]
    fn a_file_brought_twice_changes_nothing_however_much_later_and_no_edit_made_since_is_undone(
        a in skewed(), b in skewed(), more in skewed(), first in moment(), then in moment(),
    ) {
        let (browser, mut tab) = opened_with(&a);
        set_clock(&browser, first);
        tab.store.import(&mut tab.book, b.clone(), first).unwrap();
        let before = browser.items();
        prop_assert_eq!(tab.store.import(&mut tab.book, b.clone(), first), Ok(Imported::Nothing));
        retitle(&browser, &mut tab, "Mine");
        let (mine, after) = (titles(&tab), browser.items());
        prop_assert!(after.len() > before.len());
        set_clock(&browser, then.max(first));
        prop_assert_eq!(tab.store.import(&mut tab.book, b.clone(), browser.now()), Ok(Imported::Nothing));
        prop_assert_eq!(&browser.items(), &after);
        // Nor when it comes as a part of a larger file.
        let people: Vec<String> = tab.book.people().map(|person| person.id.to_string()).collect();
        let mut rest = PartialBook::default();
        for (kind, id, stored) in more.iter().filter(|(kind, id, _)| *kind != "person" || !people.contains(&id.to_string())) {
            rest.put(kind, id, stored.clone());
        }
        tab.store.import(&mut tab.book, join(&b, &rest), browser.now()).unwrap();
        let next = browser.open();
        let still: BTreeSet<String> = next.book.people().filter(|p| people.contains(&p.id.to_string())).map(|p| p.title.clone()).collect();
        prop_assert!(still.is_subset(&mine), "{still:?}");
    }

    #[test]
    fn moving_keeps_the_order_inside_a_file_and_leaves_nothing_ahead(b in skewed(), now in moment()) {
        let Some(skew) = ClockSkew::of(&PartialBook::default(), &b, now) else {
            prop_assert!(stamps(&b).iter().all(|stamp| !stamp.is_ahead_of(now)));
            return Ok(());
        };
        let moved = skew.apply(&b);
        let (before, after) = (lines(&b), lines(&moved));
        prop_assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
        for (one, at) in &before {
            for (other, then) in &before {
                prop_assert_eq!(at.cmp(then), after[one].cmp(&after[other]), "{} {}", one, other);
            }
            let to = after[one];
            prop_assert!(if at.is_ahead_of(now) { to <= *at } else { to == *at }, "{one}: {at:?} {to:?}");
            // One millisecond more where the counter of the latest that stays is full.
            let most = now.saturating_add(DAY).clamp(EARLIEST, LATEST - DAY) + 1;
            prop_assert!(to.millis <= most, "{one}: {at:?} {to:?}");
        }
        prop_assert_eq!(skew.latest(), stamps(&b).last().copied());
    }

    #[test]
    fn the_preview_of_a_file_from_ahead_is_what_the_import_does(a in skewed(), b in skewed()) {
        let (browser, mut tab) = opened_with(&a);
        let moved = ClockSkew::of(tab.store.partial_book(), &b, browser.now()).map_or(b.clone(), |skew| skew.apply(&b));
        let told = preview(tab.store.partial_book(), &moved);
        let before = without_memory(tab.store.partial_book());
        let done = tab.store.import(&mut tab.book, b, browser.now()).unwrap();
        let after = without_memory(tab.store.partial_book());
        prop_assert_eq!(&join(&before, &moved), &after);
        prop_assert_eq!(told.is_nothing(), preview(&before, &after).is_nothing());
        // An import that only erases leaves no receipt: it cannot be taken back.
        if let Imported::Done(import) = done
            && tab.store.receipts().contains(&import)
        {
            tab.store.undo_import(&mut tab.book, import, browser.now()).unwrap();
            let back = preview(&before, &without_memory(tab.store.partial_book()));
            prop_assert_eq!((back.changed, back.brought_back), (0, 0), "and it can be taken back");
        }
    }

    #[test]
    fn what_is_acknowledged_is_what_an_opening_reads(a in skewed(), nows in proptest::collection::vec(moment(), 1..5)) {
        let (browser, mut tab) = opened_with(&a);
        for now in nows {
            set_clock(&browser, now);
            retitle(&browser, &mut tab, &format!("At {now}"));
            prop_assert_eq!(&present(&browser.items()), tab.store.partial_book());
            let keys: Vec<String> = browser.items().into_keys().filter(|key| key.starts_with("kith/1/")).collect();
            prop_assert!(keys.iter().all(|key| StorageKey::of(key).is_some()), "{:?}", keys);
        }
    }
}
