//! A browser that misbehaves as browsers do: tabs with their own stale view of one storage, lost and repeated events,
//! writes refused at once or silently later, crashes that lose what was not yet on the disk.

use kith::domain::book::Book;
use kith::domain::id::Session;
use kith::store::engine::{Opening, Store};
use kith::store::key_value::{KeyValueStore, StorageError, units};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Keys and values.
pub type Items = BTreeMap<String, String>;

/// The moment every story begins, in milliseconds since 1970.
pub const START: u64 = 1_795_253_400_000;

/// One write or removal, as it reached the browser.
#[derive(Clone)]
struct Op {
    key: String,
    value: Option<String>,
}

#[derive(Default)]
struct Process {
    /// What the browser's own process holds: what a new tab sees.
    items: Items,
    /// What a crash leaves.
    disk: Items,
    ops: Vec<Op>,
    now: u64,
    sessions: u64,
    quota: usize,
    /// The next write is taken by the tab and refused by the browser.
    refuse_later: bool,
    /// The next write is said to have succeeded, and nothing happens.
    swallow: bool,
    /// How many calls until one fails; never, when `None`.
    fails_in: Option<usize>,
    /// How many calls until the tab is killed and every call after fails.
    dies_in: Option<usize>,
    calls: usize,
}

/// The browser.
#[derive(Clone, Default)]
pub struct Browser(Rc<RefCell<Process>>);

/// What one tab sees of the storage.
#[derive(Default)]
struct View {
    items: Items,
    /// How many of the browser's operations have arrived.
    seen: usize,
    /// Keys it believes to have written, which the browser refused.
    refused: BTreeSet<String>,
}

/// The storage as one tab sees it.
#[derive(Clone)]
pub struct Storage {
    process: Rc<RefCell<Process>>,
    view: Rc<RefCell<View>>,
}

/// One open tab.
pub struct Tab {
    pub store: Store<Storage>,
    pub book: Book,
    pub storage: Storage,
    pub set_aside: usize,
}

impl Browser {
    pub fn new() -> Browser {
        let browser = Browser::default();
        browser.0.borrow_mut().now = START;
        browser.0.borrow_mut().quota = kith::store::engine::QUOTA;
        browser
    }

    /// A browser that holds these values.
    pub fn holding(items: Items) -> Browser {
        let browser = Browser::new();
        browser.0.borrow_mut().items = items.clone();
        browser.0.borrow_mut().disk = items;
        browser
    }

    pub fn now(&self) -> u64 {
        self.0.borrow().now
    }

    /// The clock goes on, or back.
    pub fn wait(&self, millis: i64) {
        let mut process = self.0.borrow_mut();
        process.now = process.now.saturating_add_signed(millis);
    }

    /// How much room there is.
    pub fn set_quota(&self, units: usize) {
        self.0.borrow_mut().quota = units;
    }

    pub fn items(&self) -> Items {
        self.0.borrow().items.clone()
    }

    /// Opens a tab in steps of a few records, as the app does.
    pub fn open(&self) -> Tab {
        let (mut opening, storage) = self.begin_to_open();
        while opening.step(3) {}
        let opened = opening.finish();
        if opened.blocked.is_some() {
            return self.open(); // the person is told, and reloads
        }
        Tab { store: opened.store, book: opened.book, storage, set_aside: opened.set_aside.len() }
    }

    /// A tab that begins to open, and what it sees of the storage.
    pub fn begin_to_open(&self) -> (Opening<Storage>, Storage) {
        let mut process = self.0.borrow_mut();
        process.sessions += 1;
        let view = View { items: process.items.clone(), seen: process.ops.len(), refused: BTreeSet::new() };
        let session = Session::of_bits(process.sessions.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let now = process.now;
        drop(process);
        let storage = Storage { process: self.0.clone(), view: Rc::new(RefCell::new(view)) };
        (Opening::begin(storage.clone(), session, now), storage)
    }

    /// The browser writes to its disk.
    pub fn commit(&self) {
        let mut process = self.0.borrow_mut();
        process.disk = process.items.clone();
    }

    /// Power cut: what was not written to the disk is gone, and so are all tabs.
    pub fn crash(&self) {
        let mut process = self.0.borrow_mut();
        process.items = process.disk.clone();
        process.ops.clear();
    }

    /// The next write succeeds in its tab and is refused by the browser.
    pub fn refuse_next_later(&self) {
        self.0.borrow_mut().refuse_later = true;
    }

    /// The next write is said to have succeeded, and nothing happens.
    pub fn swallow_next(&self) {
        self.0.borrow_mut().swallow = true;
    }

    /// After so many more calls nothing gets through any more.
    pub fn die_in(&self, calls: usize) {
        self.0.borrow_mut().dies_in = Some(calls);
    }

    /// No write that is still to come will be refused.
    pub fn refuse_nothing(&self) {
        self.0.borrow_mut().refuse_later = false;
        self.0.borrow_mut().swallow = false;
    }

    /// The call after so many more fails; how many calls there were.
    pub fn fail_in(&self, calls: Option<usize>) -> usize {
        let mut process = self.0.borrow_mut();
        process.fails_in = calls;
        process.calls
    }

    /// A key vanishes everywhere without a word, or its value changes by one character.
    pub fn harm(&self, key: &str, drop: bool) {
        let mut process = self.0.borrow_mut();
        let Some(value) = process.items.get(key).cloned() else { return };
        let middle = value.chars().count() / 2;
        let flip = |(n, c): (usize, char)| if n == middle { if c == 'q' { 'r' } else { 'q' } } else { c };
        let value = (!drop).then(|| value.chars().enumerate().map(flip).collect::<String>());
        put(&mut process.items, key, value.clone());
        put(&mut process.disk, key, value.clone());
        process.ops.push(Op { key: key.into(), value });
    }

    /// What the browser holds reaches the view of a tab; the keys that were written or removed since.
    pub fn refresh(&self, storage: &Storage) -> Vec<String> {
        let mut keys = Vec::new();
        let process = self.0.borrow();
        let mut view = storage.view.borrow_mut();
        for op in process.ops.iter().skip(view.seen) {
            // Its own as well: what it wrote after another tab is what stands there.
            put(&mut view.items, &op.key, op.value.clone());
            keys.push(op.key.clone());
        }
        view.seen = process.ops.len();
        for key in std::mem::take(&mut view.refused) {
            if !process.items.contains_key(&key) {
                view.items.remove(&key);
            }
        }
        keys
    }

    /// Everything the browser has to tell reaches the tab: its view, then `times` events for each key, then word of
    /// what was refused.
    pub fn deliver(&self, tab: &mut Tab, times: usize) {
        for key in self.refresh(&tab.storage) {
            for _ in 0..times {
                tab.store.take_other_tab(&mut tab.book, &key);
            }
        }
    }
}

fn put(items: &mut Items, key: &str, value: Option<String>) {
    match value {
        Some(value) => items.insert(key.into(), value),
        None => items.remove(key),
    };
}

/// How much room they take.
pub fn size(items: &Items) -> usize {
    items.iter().map(|(key, value)| units(key) + units(value)).sum()
}

impl Storage {
    /// What the tab sees, for the test's own eyes.
    pub fn look(&self) -> Items {
        self.view.borrow().items.clone()
    }

    fn call(&self) -> Result<(), StorageError> {
        let mut process = self.process.borrow_mut();
        process.calls += 1;
        match process.dies_in {
            Some(0) => return Err(StorageError::Blocked),
            left => process.dies_in = left.map(|n| n - 1),
        }
        match process.fails_in {
            Some(0) => {
                process.fails_in = None;
                Err(StorageError::Other("the disk is on fire".into()))
            }
            Some(n) => {
                process.fails_in = Some(n - 1);
                Ok(())
            }
            None => Ok(()),
        }
    }
}

impl KeyValueStore for Storage {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.call()?;
        Ok(self.view.borrow().items.keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.call()?;
        Ok(self.view.borrow().items.get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.call()?;
        let mut process = self.process.borrow_mut();
        let mut view = self.view.borrow_mut();
        let old = view.items.get(key).map_or(0, |old| units(key) + units(old));
        if size(&view.items) - old + units(key) + units(value) > process.quota {
            return Err(StorageError::Full);
        }
        if std::mem::take(&mut process.swallow) {
            return Ok(());
        }
        view.items.insert(key.into(), value.into());
        if std::mem::take(&mut process.refuse_later) {
            view.refused.insert(key.into());
            return Ok(());
        }
        process.items.insert(key.into(), value.into());
        process.ops.push(Op { key: key.into(), value: Some(value.into()) });
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.call()?;
        let mut process = self.process.borrow_mut();
        self.view.borrow_mut().items.remove(key);
        if process.items.remove(key).is_some() {
            process.ops.push(Op { key: key.into(), value: None });
        }
        Ok(())
    }
}
