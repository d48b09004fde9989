//! The search for people who are written twice, a slice between two frames.

use super::State;
use crate::app::clock;
use crate::app::ui::signal::{Told, memo};
use kith::rules::duplicate::{Cluster, Found, Search};
use leptos::prelude::*;
use std::time::Duration;

/// How many people are looked at before the clock is asked, and for how many milliseconds at a time.
const SLICE: usize = 20;
const FRAME: f64 = 12.0;

/// A search that goes on as long as the page that began it is there.
#[derive(Clone, Copy)]
pub struct Looking {
    found: RwSignal<Option<Found>>,
    percent: RwSignal<usize>,
}

impl State {
    /// Begins to look for people who are written twice.
    pub fn look_for_twice(self) -> Looking {
        let looking = Looking { found: RwSignal::new(None), percent: RwSignal::new(0) };
        let search = StoredValue::new(self.peek(|book, _| Search::begin(book)));
        set_timeout(move || self.look_on(search, looking), Duration::ZERO);
        looking
    }

    fn look_on(self, search: StoredValue<Search>, looking: Looking) {
        // Counted from the opening of the page: the time of day may be set back while this goes on.
        let until = clock::ticks() + FRAME;
        while clock::ticks() < until {
            let step = |search: &mut Search| (self.peek(|book, _| search.step(book, SLICE)), search.percent());
            // Whoever began it has gone.
            let Some((found, percent)) = search.try_update_value(step) else { return };
            looking.percent.set(percent);
            if found.is_some() {
                looking.found.set(found);
                return;
            }
        }
        set_timeout(move || self.look_on(search, looking), Duration::ZERO);
    }

    /// The entries that may be one person, as the book is now; none before all are seen.
    pub fn clusters(self, looking: Looking) -> Told<Option<Vec<Cluster>>> {
        memo(move || {
            looking.found.with(|found| found.as_ref().map(|found| self.select_now(|book| found.clusters(book))))
        })
    }
}

impl Looking {
    /// How many hundredths of the way are behind it.
    pub fn percent(self) -> usize {
        self.percent.get()
    }
}
