//! Store: what the book promises in one to eight tabs of a browser that misbehaves.

use super::browser::{Browser, Items, Tab};
use super::given::{cases, join};
use kith::domain::book::Book;
use kith::domain::change::Change;
use kith::domain::id::{Id, PersonId};
use kith::domain::kind::Kind;
use kith::domain::person::{Name, Person};
use kith::store::chunk::decode;
use kith::store::key_value::StorageKey;
use kith::store::partial_book::PartialBook;
use proptest::prelude::*;
use proptest::sample::Index;
use std::collections::BTreeSet;

/// What happens next; the indexes choose tabs and keys among those there are.
#[derive(Debug, Clone)]
enum Step {
    Open,
    Close(Index),
    /// Two people, written by one act.
    Add(Index),
    /// The same two people, from any tab that sees them.
    Edit(Index, u8),
    Erase(Index),
    Deliver(Index, usize),
    Rescan(Index),
    Audit(Index),
    Fold(Index),
    Clear(Index),
    Wait(i64),
    RefuseNextLater,
    SwallowNext,
    FailNext,
    Drop(Index),
}

fn step() -> impl Strategy<Value = Step> {
    let i = any::<Index>;
    prop_oneof![
        2 => Just(Step::Open),
        1 => i().prop_map(Step::Close),
        6 => i().prop_map(Step::Add),
        5 => (i(), 0..4u8).prop_map(|(tab, n)| Step::Edit(tab, n)),
        1 => i().prop_map(Step::Erase),
        3 => (i(), 0..3usize).prop_map(|(tab, times)| Step::Deliver(tab, times)),
        2 => i().prop_map(Step::Rescan),
        2 => i().prop_map(Step::Audit),
        4 => i().prop_map(Step::Fold),
        4 => i().prop_map(Step::Clear),
        3 => prop_oneof![0..2_000i64, 61_000..90_000i64, Just(-86_400_000i64)].prop_map(Step::Wait),
        2 => Just(Step::RefuseNextLater),
        1 => Just(Step::SwallowNext),
        1 => Just(Step::FailNext),
        1 => i().prop_map(Step::Drop),
    ]
}

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    proptest::collection::vec(step(), 1..most)
}

/// A story: a browser, its tabs, and everything that was acknowledged to the person.
struct Story {
    browser: Browser,
    tabs: Vec<Tab>,
    said: PartialBook,
    /// A tab was closed although it had said that it could not save: the person knows.
    told: bool,
    /// Keys that vanished without a word.
    dropped: BTreeSet<String>,
}

impl Story {
    fn new() -> Story {
        let browser = Browser::new();
        let tabs = vec![browser.open()];
        Story { browser, tabs, said: PartialBook::default(), told: false, dropped: BTreeSet::new() }
    }

    fn tab(&mut self, index: &Index) -> &mut Tab {
        let at = index.index(self.tabs.len());
        &mut self.tabs[at]
    }

    fn act(&mut self, index: &Index, change: Change) {
        let now = self.browser.now();
        let tab = self.tab(index);
        let before = tab.store.partial_book().clone();
        match tab.store.act(&mut tab.book, change.clone(), now) {
            Ok(_) => {
                for record in change.records {
                    let shown = tab.book.record(&record.kind(), record.id());
                    assert_eq!(shown, Some(record), "an act beats everything seen before it");
                }
                let partial_book = tab.store.partial_book().clone();
                self.said = join(&self.said, &partial_book);
            }
            Err(_) => assert_eq!(*tab.store.partial_book(), before, "nothing is shown that was not saved"),
        }
    }

    fn take(&mut self, step: &Step) {
        let now = self.browser.now();
        match step {
            Step::Open if self.tabs.len() < 8 => self.tabs.push(self.browser.open()),
            Step::Open => {}
            Step::Close(index) if self.tabs.len() > 1 => {
                // A page that is closed is hidden first, and what is hidden is audited.
                let at = index.index(self.tabs.len());
                self.browser.refuse_nothing();
                self.told |= !self.audit(at);
                self.tabs.remove(at);
            }
            Step::Close(_) => {}
            Step::Add(index) => {
                let change = add(self.tab(index));
                self.act(index, change);
            }
            Step::Edit(index, n) => {
                let change = edit(self.tab(index), *n);
                self.act(index, change);
            }
            Step::Erase(index) => {
                let tab = self.tab(index);
                let first = tab.book.people().next().map(|person| (Kind::Person, person.id.0));
                if tab.store.erase(&mut tab.book, first.as_slice(), now).is_ok() {
                    let partial_book = tab.store.partial_book().clone();
                    self.said = join(&self.said, &partial_book);
                }
            }
            Step::Deliver(index, times) => {
                let at = index.index(self.tabs.len());
                let browser = self.browser.clone();
                browser.deliver(&mut self.tabs[at], *times);
            }
            Step::Rescan(index) => {
                let tab = self.tab(index);
                tab.store.rescan(&mut tab.book);
            }
            Step::Audit(index) => {
                let at = index.index(self.tabs.len());
                self.audit(at);
            }
            Step::Fold(index) => {
                let before = present(&self.browser.items());
                let _ = self.tab(index).store.fold_from(2, now);
                assert!(present(&self.browser.items()).contains(&before), "folding lowered what is kept");
            }
            Step::Clear(index) => self.clear(index.index(self.tabs.len())),
            Step::Wait(millis) => self.browser.wait(*millis),
            Step::RefuseNextLater => self.browser.refuse_next_later(),
            Step::SwallowNext => self.browser.swallow_next(),
            Step::FailNext => {
                self.browser.fail_in(Some(0));
            }
            Step::Drop(index) => self.drop_one(index),
        }
    }

    /// Word of what was refused reaches a tab before it looks; whether all is well.
    fn audit(&mut self, at: usize) -> bool {
        let now = self.browser.now();
        let browser = self.browser.clone();
        browser.deliver(&mut self.tabs[at], 0);
        self.tabs[at].store.audit(now).trouble.is_none()
    }

    /// The law of clearing is looked at each time anything is cleared.
    fn clear(&mut self, at: usize) {
        let now = self.browser.now();
        let before = present(&self.browser.items());
        let seen_before = present(&self.tabs[at].storage.look());
        self.tabs[at].store.clear(now);
        // A tab that has not heard yet that a chunk vanished makes it good at its next audit.
        let sees = self.tabs[at].storage.look();
        if !self.dropped.iter().any(|key| sees.contains_key(key)) {
            assert!(present(&self.browser.items()).contains(&before), "clearing lowered what is kept");
        }
        assert!(present(&self.tabs[at].storage.look()).contains(&seen_before), "clearing lowered what the tab sees");
    }

    /// A chunk vanishes; only one that some tab still has in memory, for nothing can bring back another.
    fn drop_one(&mut self, index: &Index) {
        let items = self.browser.items();
        let keys: Vec<&String> = items.keys().collect();
        if keys.is_empty() {
            return;
        }
        let key = keys[index.index(keys.len())];
        let mut rest = items.clone();
        rest.remove(key);
        let known = self.tabs.iter().fold(present(&rest), |sum, tab| join(&sum, tab.store.partial_book()));
        if known.contains(&present(&items)) {
            self.browser.harm(key, true);
            self.dropped.insert(key.clone());
        }
    }

    /// The faults end; every tab hears, looks and makes good what is missing.
    fn settle(&mut self) {
        self.browser.fail_in(None);
        self.browser.refuse_nothing();
        self.browser.wait(120_000);
        for _ in 0..2 {
            for at in 0..self.tabs.len() {
                assert!(self.audit(at));
            }
            self.browser.wait(60_000);
        }
        for tab in &mut self.tabs {
            self.browser.deliver(tab, 0);
            tab.store.rescan(&mut tab.book);
        }
    }
}

fn person(id: Id, name: &str) -> Person {
    Person { id: PersonId(id), name: Name::new(name).unwrap(), ..Person::default() }
}

/// Two people in one act.
pub fn add(tab: &mut Tab) -> Change {
    let pair = [tab.store.mint().id(), tab.store.mint().id()];
    Change::of(person(pair[0], "Ann")).and(person(pair[1], "Bob"))
}

/// Changes the first two people in one of four ways.
pub fn edit(tab: &mut Tab, n: u8) -> Change {
    let mut change = Change::default();
    for mut edited in tab.book.people().take(2).cloned() {
        match n {
            0 => edited.title = format!("{}+", edited.title),
            1 if !edited.tags.remove("vip") => drop(edited.tags.insert("vip".into())),
            1 => {}
            2 => edited.title.clear(),
            _ => edited.trashed = true,
        }
        change = change.and(edited);
    }
    change
}

/// The join of everything readable among these values, told without the help of the code under test.
pub fn present(items: &Items) -> PartialBook {
    let mut total = PartialBook::default();
    let places: BTreeSet<StorageKey> = items.keys().filter_map(|key| StorageKey::of(key)).collect();
    for place in &places {
        let counts = match place {
            StorageKey::Journal(_) | StorageKey::Segment(_) => true,
            StorageKey::Import(stamp, _) => places.contains(&StorageKey::Complete(*stamp)),
            _ => false,
        };
        if let (true, Ok(read)) = (counts, decode(*place, &items[&place.key()])) {
            total = join(&total, &read.partial_book);
        }
    }
    total
}

#[test]
fn what_another_tab_wrote_again_is_looked_for_by_the_one_that_stays() {
    let browser = Browser::new();
    let mut first = browser.open();
    for _ in 0..2 {
        let change = add(&mut first);
        first.store.act(&mut first.book, change, browser.now()).unwrap();
    }
    let mut second = browser.open();
    let said = second.store.partial_book().clone();
    let vanish = || {
        let mut places =
            browser.items().into_keys().filter(|key| StorageKey::of(key).is_some_and(|place| place.is_chunk()));
        let key = places.next_back().unwrap();
        browser.harm(&key, true);
    };
    vanish();
    browser.deliver(&mut first, 0);
    assert_eq!(first.store.audit(browser.now()).rewritten, 2);
    drop(first);
    browser.deliver(&mut second, 0);
    assert_eq!(second.store.audit(browser.now()).rewritten, 0, "it is all there, only elsewhere");
    vanish();
    browser.deliver(&mut second, 0);
    assert_eq!(second.store.audit(browser.now()).rewritten, 2);
    assert!(browser.open().store.partial_book().contains(&said));
}

/// What a book shows, as text.
fn shown(book: &Book) -> String {
    let people: Vec<_> = book.people().chain(book.trashed_people()).collect();
    format!("{people:?}")
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn the_book_that_opens_is_the_join_of_all_that_was_acknowledged(steps in steps(60)) {
        let mut story = Story::new();
        for step in &steps {
            story.take(step);
        }
        story.settle();
        let opened = story.browser.open();
        prop_assert_eq!(opened.set_aside, 0);
        prop_assert!(story.told || opened.store.partial_book().contains(&story.said), "something acknowledged is gone");
        prop_assert!(story.said.contains(opened.store.partial_book()), "something came that nobody did");
        for tab in &story.tabs {
            prop_assert_eq!(tab.store.partial_book(), opened.store.partial_book(), "at rest, memory is what opening gives");
            prop_assert_eq!(shown(&tab.book), shown(&opened.book), "at rest, the screen is what opening gives");
        }
    }

    #[test]
    fn after_a_crash_each_sessions_acts_are_a_prefix_each_whole_or_absent(
        steps in steps(40), commits in proptest::collection::vec(any::<bool>(), 40),
    ) {
        let mut story = Story::new();
        let kind = |step: &Step| !matches!(step, Step::RefuseNextLater | Step::SwallowNext | Step::FailNext | Step::Drop(_) | Step::Erase(_));
        for (step, commit) in steps.iter().filter(|step| kind(step)).zip(&commits) {
            story.take(step);
            if *commit {
                story.browser.commit();
            }
        }
        story.browser.crash();
        let opened = story.browser.open();
        let there: BTreeSet<String> = opened.store.partial_book().iter().map(|(_, id, _)| id.to_string()).collect();
        for id in &there {
            let (session, number) = id.split_once('-').unwrap();
            let number: u64 = number.parse().unwrap();
            for earlier in 1..=number + number % 2 {
                prop_assert!(there.contains(&format!("{session}-{earlier}")), "{id} without {earlier}");
            }
        }
    }

    #[test]
    fn any_subset_of_chunks_opens_and_a_damaged_chunk_costs_only_itself(
        steps in steps(40), kept in proptest::collection::vec(0..3u8, 60),
    ) {
        let mut story = Story::new();
        steps.iter().for_each(|step| story.take(step));
        let all = story.browser.items();
        let (mut whole, mut some, mut damaged) = (Items::new(), Items::new(), 0);
        for ((key, value), choice) in all.iter().zip(&kept) {
            match choice {
                0 => {}
                1 => {
                    whole.insert(key.clone(), value.clone());
                    some.insert(key.clone(), value.clone());
                }
                _ => {
                    let is_chunk = StorageKey::of(key).is_some_and(|place| place.is_chunk());
                    damaged += usize::from(is_chunk);
                    some.insert(key.clone(), if damaged % 2 == 0 { String::new() } else { value.replacen('e', "f", 1) + " " });
                }
            }
        }
        let opened = Browser::holding(some.clone()).open();
        prop_assert_eq!(opened.store.partial_book(), &present(&whole));
        prop_assert_eq!(opened.set_aside, damaged);
        let browser = Browser::holding(some.clone());
        let mut tab = browser.open();
        browser.wait(90_000);
        tab.store.clear(browser.now());
        for (key, value) in some.iter().filter(|(key, value)| decode_fails(key, value)) {
            prop_assert_eq!(browser.items().get(key).cloned(), Some(value.clone()), "what cannot be read stays as it is");
        }
    }
}

fn decode_fails(key: &str, value: &str) -> bool {
    StorageKey::of(key).is_some_and(|place| place.is_chunk() && decode(place, value).is_err())
}
