//! What is erased is gone: after an erase and the next opening nothing that is stored holds a text of theirs, whatever was
//! imported, typed, undone and written by other tabs.

use super::browser::{Browser, Tab};
use super::erase::texts;
use super::given::cases;
use kith::domain::change::Change;
use kith::domain::id::{Id, PersonId, TouchId};
use kith::domain::kind::Kind;
use kith::domain::person::{Name, Person};
use kith::domain::sample::{records_of, sample};
use kith::domain::touch::Touch;
use kith::domain::undo::Undo;
use kith::exchange::backup;
use kith::rules::erase::erasing;
use kith::rules::traces::Traces;
use kith::store::form;
use kith::store::key_value::KeyValueStore;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// What happens next; the indexes choose tabs and people among those there are.
#[derive(Debug, Clone)]
enum Step {
    Open,
    Close(usize),
    /// Somebody new, with something said to them.
    Add(usize),
    /// Another note on somebody, in any tab that sees them.
    Edit(usize, usize),
    /// A file that says otherwise of somebody, and knows somebody new.
    Import(usize, usize),
    /// Takes the latest import back.
    Back(usize),
    /// Takes the tab's latest edit back.
    Undo(usize),
    /// A form about somebody: by the id in its name, by the id in what is typed, or by their name in it.
    Draft(usize, usize, u8),
    Erase(usize, usize),
    Deliver(usize),
    Fold(usize),
    Audit(usize),
    Clear(usize),
    Wait(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let i = any::<usize>;
    prop_oneof![
        1 => Just(Step::Open),
        1 => i().prop_map(Step::Close),
        5 => i().prop_map(Step::Add),
        4 => (i(), i()).prop_map(|(tab, who)| Step::Edit(tab, who)),
        3 => (i(), i()).prop_map(|(tab, who)| Step::Import(tab, who)),
        1 => i().prop_map(Step::Back),
        2 => i().prop_map(Step::Undo),
        4 => (i(), i(), 0..3u8).prop_map(|(tab, who, how)| Step::Draft(tab, who, how)),
        4 => (i(), i()).prop_map(|(tab, who)| Step::Erase(tab, who)),
        3 => i().prop_map(Step::Deliver),
        3 => i().prop_map(Step::Fold),
        2 => i().prop_map(Step::Audit),
        2 => i().prop_map(Step::Clear),
        2 => prop_oneof![0..2_000i64, 61_000..90_000i64].prop_map(Step::Wait),
    ]
}

/// A tab, and what takes its latest edit back.
struct Open {
    tab: Tab,
    undo: Option<Undo>,
}

struct Story {
    browser: Browser,
    tabs: Vec<Open>,
    /// The words that stand in every text of each person, by their ids.
    marks: Vec<(Id, String)>,
    erased: BTreeSet<Id>,
}

impl Story {
    fn new() -> Story {
        let browser = Browser::new();
        let tabs = vec![Open { tab: browser.open(), undo: None }];
        Story { browser, tabs, marks: Vec::new(), erased: BTreeSet::new() }
    }

    fn new_mark(&mut self, id: Id) -> String {
        let mark = format!("zq{}q", self.marks.len());
        self.marks.push((id, mark.clone()));
        mark
    }

    fn mark(&self, id: Id) -> String {
        self.marks.iter().find(|(of, _)| *of == id).unwrap().1.clone()
    }

    fn at(&self, index: usize) -> usize {
        index % self.tabs.len()
    }

    /// Somebody the tab sees.
    fn someone(&self, at: usize, who: usize) -> Option<Person> {
        let people: Vec<&Person> = self.tabs[at].tab.book.people().collect();
        (!people.is_empty()).then(|| people[who % people.len()].clone())
    }

    fn act(&mut self, at: usize, change: Change) {
        self.browser.wait(10);
        let now = self.browser.now();
        let Open { tab, undo } = &mut self.tabs[at];
        *undo = Some(Undo::of(&change.edits(&tab.book), &tab.book));
        tab.store.act(&mut tab.book, change, now).unwrap();
    }

    fn add(&mut self, at: usize) {
        let mint = self.tabs[at].tab.store.mint();
        let (id, touch) = (PersonId(mint.id()), TouchId(mint.id()));
        let mark = self.new_mark(id.0);
        let name = Name::new(&format!("{mark} Person")).unwrap();
        let note = format!("met {mark}");
        let person = Person { id, name, note: note.clone(), ..Person::default() };
        let on = "2026-11-20".parse().unwrap();
        self.act(at, Change::of(person).and(Touch { id: touch, person: id, on, text: note, ..Touch::default() }));
    }

    /// A file with another note on somebody, and with somebody new.
    fn import(&mut self, at: usize, who: usize) {
        let new = self.tabs[at].tab.store.mint().id();
        let mark = self.new_mark(new);
        let stamp = format!("{}-0-filefilefi", self.browser.now() + 5);
        let mut people = format!("{{\"id\":\"{new}\",\"name\":\"{mark} New\",\"_at\":\"{stamp}\"}}");
        if let Some(person) = self.someone(at, who) {
            let (id, mark) = (person.id, self.mark(person.id.0));
            people += &format!(",{{\"id\":\"{id}\",\"note\":\"told by {mark}\",\"_at\":\"{stamp}\"}}");
        }
        let file = format!("{{\"format\":\"kith\",\"records\":{{\"person\":[{people}]}}}}");
        let incoming = backup::read(file.as_bytes()).unwrap().partial_book;
        self.browser.wait(10);
        let now = self.browser.now();
        let tab = &mut self.tabs[at].tab;
        tab.store.import(&mut tab.book, incoming, now).unwrap();
    }

    fn draft(&mut self, at: usize, who: usize, how: u8) {
        let Some(person) = self.someone(at, who) else { return };
        let (id, mark) = (person.id, self.mark(person.id.0));
        let store = &self.tabs[at].tab.store;
        let kept = match how {
            0 => store.keep_draft(&format!("not-yet-{id}"), &format!("{{\"why\":\"{mark} is away\"}}")),
            1 => store.keep_draft("log", &format!("{{\"person\":\"{id}\",\"note\":\"said {mark}\"}}")),
            // Words typed after an erase of which this tab has not heard are the person's own.
            _ if self.erased.contains(&id.0) => true,
            _ => store.keep_draft("capture", &format!("{{\"line\":\"{} via Jim\",\"note\":\"\"}}", person.name)),
        };
        assert!(kept);
    }

    /// What the app does when somebody is erased.
    fn erase(&mut self, at: usize, who: usize) {
        let Some(person) = self.someone(at, who) else { return };
        self.browser.wait(10);
        let now = self.browser.now();
        let browser = self.browser.clone();
        let tab = &mut self.tabs[at].tab;
        // What was typed elsewhere is seen here before anybody can press a button; of events nothing is known, so the
        // storage is looked through.
        browser.deliver(tab, 0);
        tab.store.rescan(&mut tab.book);
        let gone = erasing(&tab.book, &Kind::Person, &[person.id.0]).gone;
        let traces = Traces::of(&tab.book, &gone);
        tab.store.erase(&mut tab.book, &gone, now).unwrap();
        tab.store.drop_drafts(|text| traces.are_in(text));
        self.erased.insert(person.id.0);
    }

    fn take(&mut self, step: &Step) {
        let now = self.browser.now();
        match step {
            Step::Open if self.tabs.len() < 4 => self.tabs.push(Open { tab: self.browser.open(), undo: None }),
            Step::Open => {}
            Step::Close(index) if self.tabs.len() > 1 => drop(self.tabs.remove(self.at(*index))),
            Step::Close(_) => {}
            Step::Add(index) => self.add(self.at(*index)),
            Step::Edit(index, who) => {
                let at = self.at(*index);
                if let Some(person) = self.someone(at, *who) {
                    let note = format!("{} and {}", person.note, self.mark(person.id.0));
                    self.act(at, Change::of(Person { note, ..person }));
                }
            }
            Step::Import(index, who) => self.import(self.at(*index), *who),
            Step::Back(index) => {
                let at = self.at(*index);
                let tab = &mut self.tabs[at].tab;
                if let Some(import) = tab.store.receipts().first().copied() {
                    tab.store.undo_import(&mut tab.book, import, now).unwrap();
                }
            }
            Step::Undo(index) => {
                let at = self.at(*index);
                let Open { tab, undo } = &mut self.tabs[at];
                if let Some(undo) = undo.take() {
                    let change = undo.change(&tab.book);
                    tab.store.act(&mut tab.book, change, now).unwrap();
                }
            }
            Step::Draft(index, who, how) => self.draft(self.at(*index), *who, *how),
            Step::Erase(index, who) => self.erase(self.at(*index), *who),
            Step::Deliver(index) => {
                let at = self.at(*index);
                self.browser.clone().deliver(&mut self.tabs[at].tab, 1);
            }
            Step::Fold(index) => {
                let at = self.at(*index);
                self.tabs[at].tab.store.fold_from(2, now).unwrap();
            }
            Step::Audit(index) => {
                let at = self.at(*index);
                self.tabs[at].tab.store.audit(now);
            }
            Step::Clear(index) => {
                let at = self.at(*index);
                self.tabs[at].tab.store.clear(now);
            }
            Step::Wait(millis) => self.browser.wait(*millis),
        }
    }
}

/// What the app does in the minute and a half after an opening.
fn next_opening(browser: &Browser) -> Tab {
    let mut tab = browser.open();
    browser.wait(5_000);
    tab.store.drop_drafts(|_| false);
    tab.store.clear(browser.now());
    while tab.store.fold_erased(browser.now()).unwrap() > 0 {}
    while let Some(due) = tab.store.clears_from() {
        let before = browser.now();
        browser.wait(i64::try_from(due.saturating_sub(before)).unwrap() + 1_000);
        assert!(browser.now() < before + 70_000, "it is said to take about a minute");
        tab.store.audit(browser.now());
        tab.store.clear(browser.now());
    }
    tab
}

fn holds(browser: &Browser, word: &str) -> bool {
    let keys: String = browser.items().into_keys().collect();
    (texts(&browser.items()) + &keys).contains(word)
}

proptest! {
    #![proptest_config(cases(80))]

    #[test]
    fn after_an_erase_and_the_next_opening_nothing_stored_holds_a_text_of_theirs(
        steps in proptest::collection::vec(step(), 1..50),
    ) {
        let mut story = Story::new();
        for step in &steps {
            story.take(step);
        }
        story.tabs.clear();
        let opened = next_opening(&story.browser);
        let file = form::backup(opened.store.partial_book(), "", "");
        for (id, mark) in &story.marks {
            if story.erased.contains(id) {
                prop_assert!(!holds(&story.browser, mark), "{} is erased and still there", mark);
                prop_assert!(!holds(&story.browser, &format!("-{id}\"")), "{} stands in a draft", id);
            }
            prop_assert_eq!(holds(&story.browser, mark), file.contains(mark.as_str()), "what is not erased stays: {}", mark);
        }
    }
}

#[test]
fn a_tab_killed_at_any_call_of_an_erase_leaves_nothing_of_it_after_the_next_opening() {
    let story = |dies_in: Option<usize>| {
        let mut story = Story::new();
        for _ in 0..3 {
            story.add(0);
        }
        story.import(0, 0);
        story.browser.wait(90_000);
        story.draft(0, 0, 1);
        let begun = story.browser.fail_in(None);
        if let Some(calls) = dies_in {
            story.browser.die_in(calls);
        }
        let (mark, now) = (story.marks[0].1.clone(), story.browser.now());
        let tab = &mut story.tabs[0].tab;
        let id = story.marks[0].0;
        let gone = erasing(&tab.book, &Kind::Person, &[id]).gone;
        let erased = tab.store.erase(&mut tab.book, &gone, now).is_ok();
        let _ = tab.store.fold_erased(now);
        let _ = tab.store.fold_erased(now);
        story.browser.wait(61_000);
        tab.store.audit(story.browser.now());
        tab.store.clear(story.browser.now());
        (story.browser, mark, erased, begun)
    };
    let (browser, _, _, begun) = story(None);
    let calls = browser.fail_in(None) - begun;
    assert!((8..80).contains(&calls), "{calls}");
    for k in 0..calls {
        let (browser, mark, erased, _) = story(Some(k));
        let next = Browser::holding(browser.items());
        next.wait(100_000);
        let tab = next_opening(&next);
        let is_there = tab.book.people().any(|person| person.name.as_str().contains(&mark));
        assert!(!(erased && is_there), "killed at the call {k}");
        assert_eq!(holds(&next, &mark), is_there, "killed at the call {k}");
        assert_eq!(tab.book.people().count(), 3 + usize::from(is_there), "killed at the call {k}");
    }
}

#[test]
fn what_is_erased_leaves_the_storage_a_minute_later_where_the_tab_stays_open() {
    let mut story = Story::new();
    story.add(0);
    story.add(0);
    story.import(0, 0);
    story.browser.wait(5_000);
    story.erase(0, 0);
    let (mark, other) = (story.marks[0].1.clone(), story.marks[1].1.clone());
    let tab = &mut story.tabs[0].tab;
    while tab.store.fold_erased(story.browser.now()).unwrap() > 0 {}
    assert!(holds(&story.browser, &mark) && tab.store.clears_from() == Some(story.browser.now() + 60_000));
    for (wait, is_there) in [(59_000, true), (2_000, false)] {
        story.browser.wait(wait);
        tab.store.audit(story.browser.now());
        tab.store.clear(story.browser.now());
        assert_eq!(holds(&story.browser, &mark), is_there);
    }
    assert!(holds(&story.browser, &other) && !tab.store.holds_remains());
    assert_eq!(tab.store.audit(story.browser.now()).rewritten, 0, "what went on purpose is not missed");
    assert_eq!(story.browser.open().store.partial_book(), tab.store.partial_book());
}

#[test]
fn what_was_folded_before_the_next_opening_goes_ten_seconds_after_it() {
    let mut story = Story::new();
    story.add(0);
    story.add(0);
    story.erase(0, 0);
    let (mark, now) = (story.marks[0].1.clone(), story.browser.now());
    let tab = &mut story.tabs[0].tab;
    while tab.store.fold_erased(now).unwrap() > 0 {}
    story.tabs.clear();
    story.browser.wait(1_000);
    let mut next = story.browser.open();
    assert!(next.store.clears_from().is_some_and(|due| due <= now + 10_000));
    for (wait, is_there) in [(5_000, true), (4_000, false)] {
        story.browser.wait(wait);
        next.store.clear(story.browser.now());
        assert_eq!(holds(&story.browser, &mark), is_there);
    }
}

#[test]
fn a_fold_for_an_erase_takes_in_only_the_chunks_that_held_it() {
    let mut story = Story::new();
    for _ in 0..40 {
        story.add(0);
    }
    story.browser.wait(90_000);
    story.erase(0, 0);
    let now = story.browser.now();
    let before = story.browser.items();
    let tab = &mut story.tabs[0].tab;
    while tab.store.fold_erased(now).unwrap() > 0 {}
    let after = story.browser.items();
    let written: usize = after.iter().filter(|(key, _)| !before.contains_key(*key)).map(|(_, value)| value.len()).sum();
    assert!(written > 0 && written < 2_000, "{written} units for one person of forty");
}

#[test]
fn of_the_sample_nothing_is_left_after_the_next_opening() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let session = kith::domain::id::Session::of_bits(99);
    tab.store.act(&mut tab.book, sample("2026-11-20".parse().unwrap(), session), browser.now()).unwrap();
    let names = tab.book.people().map(|person| person.name.to_string());
    let names: Vec<String> = names.filter(|name| name.is_ascii()).collect(); // others are written with escapes
    assert!(names.len() > 20 && names.iter().all(|name| holds(&browser, name)));
    browser.wait(30_000);
    let records = records_of(session.as_str(), tab.store.partial_book().iter().map(|(kind, id, _)| (kind, id)));
    tab.store.erase(&mut tab.book, &records, browser.now()).unwrap();
    drop(tab);
    next_opening(&browser);
    let left: Vec<&String> = names.iter().filter(|name| holds(&browser, name)).collect();
    assert_eq!(left, Vec::<&String>::new());
}

#[test]
fn a_draft_that_names_somebody_erased_is_not_kept_again() {
    let mut story = Story::new();
    story.add(0);
    story.add(0);
    let (first, second) = (story.marks[0].0, story.marks[1].0);
    story.erase(0, 0);
    let tab = &story.tabs[0].tab;
    for (name, text, is_kept) in [
        ("log", format!("{{\"person\":\"{first}\"}}"), false),
        ("log", format!("{{\"person\":\"{second}\"}}"), true),
        (&*format!("plan-line-{first}-mine-2"), "\"x\"".into(), false),
        (&*format!("plan-line-{second}-mine-2"), "\"x\"".into(), true),
        (&*format!("meet-{second}~{first}"), "\"x\"".into(), false),
        ("capture", "no JSON at all".into(), true),
    ] {
        assert!(tab.store.keep_draft(name, &text));
        assert_eq!(tab.storage.get(&format!("kith/draft/{name}")).unwrap().is_some(), is_kept, "{name} {text}");
    }
    assert_eq!(tab.store.drop_drafts(|_| false), 0);
    assert_eq!(tab.store.drop_drafts(|text| text.contains("JSON")), 1);
}

#[test]
fn a_form_that_is_saved_after_its_person_was_erased_writes_nothing() {
    let mut story = Story::new();
    story.add(0);
    let person = story.someone(0, 0).unwrap();
    story.erase(0, 0);
    let before = story.browser.items();
    let tab = &mut story.tabs[0].tab;
    let change = Change::of(Person { note: "typed before".into(), ..person });
    assert!(tab.store.act(&mut tab.book, change, story.browser.now()).is_ok());
    assert_eq!((story.browser.items(), tab.book.people().count()), (before, 0));
}

#[test]
fn a_file_that_was_named_after_somebody_erased_is_named_nowhere_any_more() {
    let mut story = Story::new();
    story.add(0);
    let (id, mark) = (PersonId("n1".parse::<PersonId>().unwrap().0), "zq9q");
    let change = Change::of(Person { id, name: Name::new(mark).unwrap(), ..Person::default() });
    let tab = &mut story.tabs[0].tab;
    tab.store.bring(&mut tab.book, change, "zq9q.vcf", story.browser.now()).unwrap();
    assert_eq!(tab.store.receipts().len(), 1);
    story.browser.wait(5_000);
    tab.store.erase(&mut tab.book, &[(Kind::Person, id.0)], story.browser.now()).unwrap();
    story.tabs.clear();
    let opened = next_opening(&story.browser);
    assert!(opened.store.receipts().is_empty(), "there is nothing left to take back");
    assert!(!holds(&story.browser, mark));
    assert_eq!(opened.book.people().count(), 1);
}
