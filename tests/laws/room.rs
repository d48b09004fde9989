//! Room: what an import is measured to take before it is written is never less than what it takes then, and hardly more.

use super::browser::{Browser, START, Tab, size};
use kith::exchange::contact_reader::read;
use kith::exchange::contacts::{Destination, ImportWriter, Matching, Reading, report};
use kith::store::engine::{ImportSummary, Imported, QuotaUsage};
use proptest::prelude::*;

/// As many go into one part as the app puts there.
const PART: usize = 150;

/// Many people with what address books say of them: some have long notes, some nothing but a name.
fn any_file() -> impl Strategy<Value = String> {
    let name = "[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8}){1,2}|[А-Я][а-я]{2,9} [А-Я][а-я]{2,9}";
    let row = (
        name,
        "[a-z]{3,9}@[a-z]{3,9}\\.example|",
        "(\\+1 202 555 0[0-9]{3})?",
        "([A-Z][a-z]{2,6}){0,2}",
        "[a-z ]{0,200}",
    );
    let rows = prop::collection::vec(row, 1..320);
    rows.prop_map(|rows| {
        let line = |(name, email, phone, place, note): (String, String, String, String, String)| {
            format!("{name},{email},{phone},{place},{note}\n")
        };
        format!("Name,E-mail,Phone,Company,Notes\n{}", rows.into_iter().map(line).collect::<String>())
    })
}

fn matched(tab: &mut Tab, reading: &Reading) -> Matching {
    let mut matching = Matching::of(&tab.book);
    matching.learn(&tab.book, usize::MAX);
    reading.contacts.iter().for_each(|contact| matching.weigh(&tab.book, contact, tab.store.mint()));
    matching
}

fn came(matching: &Matching, into: Destination) -> ImportSummary {
    ImportSummary { file: "contacts.csv".into(), rows: report::rows(matching.rows(), into, 0, 0) }
}

fn coming(into: Destination) -> ImportWriter {
    ImportWriter::new(into, "contacts.csv", "2026-11-22".parse().unwrap())
}

/// How much an import is measured to take.
fn measured(tab: &mut Tab, reading: &Reading, into: Destination, now: u64) -> usize {
    let matching = matched(tab, reading);
    let mut measured = tab.store.measure(came(&matching, into), now);
    let mut coming = coming(into);
    while let Some(change) = coming.step(&tab.book, &matching, PART, tab.store.mint()) {
        tab.store.measure_part(&tab.book, &mut measured, &change).unwrap();
    }
    measured.units()
}

/// How much it takes.
fn written(browser: &Browser, tab: &mut Tab, reading: &Reading, into: Destination, now: u64) -> usize {
    let before = size(&browser.items());
    let matching = matched(tab, reading);
    let mut staged = tab.store.begin(Some("contacts.csv"), now).unwrap().telling(came(&matching, into).rows);
    let mut coming = coming(into);
    while let Some(change) = coming.step(&tab.book, &matching, PART, tab.store.mint()) {
        tab.store.stage_part(&tab.book, &mut staged, &change, now).unwrap();
    }
    if let Imported::Done(_) = tab.store.complete(&mut staged, now).unwrap() {
        while tab.store.take_part(&mut tab.book, &mut staged) {}
    }
    size(&browser.items()) - before
}

/// Returns those people again, with news of every third.
fn newer(text: &str) -> String {
    let line =
        |(at, line): (usize, &str)| if at % 3 == 1 { line.replace(",,", ",x@newer.example,") } else { line.into() };
    text.lines().enumerate().map(line).collect::<Vec<String>>().join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    #[test]
    fn an_import_takes_no_more_room_than_it_is_measured_to_take_and_hardly_less(
        text in any_file(), other in any_file(), pool in any::<bool>(), again in any::<bool>(),
    ) {
        let browser = Browser::new();
        let mut tab = browser.open();
        let into = if pool { Destination::Pool } else { Destination::Book };
        let second = if again { newer(&text) } else { other };
        for (at, text) in (1..).zip([text, second]) {
            let reading = read(text.as_bytes()).unwrap();
            let before = browser.items();
            let said = measured(&mut tab, &reading, into, START + at);
            prop_assert_eq!(browser.items(), before, "nothing is written");
            // Ids grow by then, and so does the clock.
            (0..3_000).for_each(|_| { tab.store.mint().id(); });
            let is = written(&browser, &mut tab, &reading, into, START + 10_000 * at);
            prop_assert!(said >= is && said * 10 <= is * 13, "{} measured, {} written", said, is);
        }
    }
}

#[test]
fn one_person_and_nobody_are_measured_as_well() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let reading = read(b"Name,E-mail\nAnn Lee,ann@lee.example\n").unwrap();
    let said = measured(&mut tab, &reading, Destination::Book, START);
    let is = written(&browser, &mut tab, &reading, Destination::Book, START + 1);
    assert!(said >= is && said * 10 <= is * 13, "{said} measured, {is} written");
    assert_eq!(measured(&mut tab, &reading, Destination::Book, START + 2), 0, "they are here already");
}

#[test]
fn the_room_is_filling_from_three_fifths_on_and_takes_no_import_beyond_four() {
    let quota = QuotaUsage::of(0).quota;
    for (percent, filling, takes) in
        [(50, false, true), (60, false, true), (61, true, true), (80, true, true), (81, true, false)]
    {
        let room = QuotaUsage::of(quota / 2).with(quota * percent / 100 - quota / 2);
        assert_eq!((room.is_filling(), room.takes_imports()), (filling, takes), "{percent}%");
    }
}
