//! The search for people who are written twice, a turn at a time, with Cancel.

use super::State;
use crate::app::time_slice::TimeSlice;
use crate::app::ui::signal::{Memo, memo};
use kith::rules::duplicate::{Cluster, DuplicateSearch, Found};
use leptos::prelude::*;

/// How many people are looked at before the clock is asked: few, because one of them may be held against a thousand.
const SLICE: usize = 2;

/// A search that goes on as long as the page that began it is there.
#[derive(Clone, Copy)]
pub struct Looking {
    search: StoredValue<DuplicateSearch>,
    found: RwSignal<Option<Found>>,
    percent: RwSignal<usize>,
    is_stopped: RwSignal<bool>,
}

impl State {
    /// Begins to look for people who are written twice.
    pub fn look_for_twice(self) -> Looking {
        let looking = Looking {
            search: StoredValue::new(self.peek(|book, _| DuplicateSearch::begin(book))),
            found: RwSignal::new(None),
            percent: RwSignal::new(0),
            is_stopped: RwSignal::new(false),
        };
        leptos::task::spawn_local(self.look_on(looking));
        looking
    }

    /// Goes on with a search that was stopped.
    pub fn look_further(self, looking: Looking) {
        looking.is_stopped.set(false);
        leptos::task::spawn_local(self.look_on(looking));
    }

    async fn look_on(self, looking: Looking) {
        let mut turn = TimeSlice::begin();
        loop {
            turn.rest().await;
            // Whoever began it may have gone; and who stopped it and went on at once began it twice.
            let is_over = looking.found.try_with_untracked(Option::is_some);
            if looking.is_stopped.try_get_untracked() != Some(false) || is_over != Some(false) {
                return;
            }
            while !turn.is_over() {
                let step =
                    |search: &mut DuplicateSearch| (self.peek(|book, _| search.step(book, SLICE)), search.percent());
                let Some((found, percent)) = looking.search.try_update_value(step) else { return };
                looking.percent.set(percent);
                if found.is_some() {
                    looking.found.set(found);
                    return;
                }
            }
        }
    }

    /// The entries that may be one person, as the book is now; none before all are seen.
    pub fn clusters(self, looking: Looking) -> Memo<Option<Vec<Cluster>>> {
        memo(move || {
            looking.found.with(|found| found.as_ref().map(|found| self.select_now(|book| found.clusters(book))))
        })
    }
}

impl Looking {
    /// Stops the search where it is.
    pub fn stop(self) {
        self.is_stopped.set(true);
    }

    /// Whether the search was stopped.
    pub fn is_stopped(self) -> bool {
        self.is_stopped.get()
    }

    /// Whether everyone has been looked at.
    pub fn is_over(self) -> bool {
        self.found.with(Option::is_some)
    }

    /// How many hundredths of the way are behind it.
    pub fn percent(self) -> usize {
        self.percent.get()
    }
}
