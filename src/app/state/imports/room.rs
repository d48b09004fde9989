//! The room that what is chosen of a file would take: measured in turns while the preview is looked at.

use super::preview::ImportPreview;
use crate::app::clock;
use crate::app::state::long_task::{Left, LongTask, PART};
use crate::app::state::{Destination, State};
use kith::exchange::contacts::{ImportWriter, Matching, links};
use kith::message::import_room_text::{self, Space};
use kith::rules::links::{Into, Links};
use kith::store::engine::{FILL_MAX, ImportSummary, QuotaUsage};
use leptos::prelude::*;
use std::sync::Arc;

/// What is done while it is measured.
const MEASURING: &str = "Measuring";

impl LongTask {
    /// How full the store would be with these; no further than until it is known to be too full.
    async fn size(
        &mut self,
        names: &ImportPreview,
        into: Destination,
        matching: &Matching,
        room: QuotaUsage,
    ) -> Result<QuotaUsage, Left> {
        let state = self.state;
        let ticks = names.ticks.get_untracked();
        let came = ImportSummary { file: names.file.clone(), rows: names.rows_of(matching.rows(), into, &ticks) };
        let mut measured = state.with_store(|store| store.measure(came, clock::now_millis()));
        let mut coming = state.coming(names, into, &names.links.get_untracked(), matching).0;
        while room.with(measured.units()).takes_imports() {
            let more = state.with_store(|store| {
                state.peek(|book, _| {
                    let change = coming.step(book, matching, PART, store.mint())?;
                    // What cannot be written is said when it is tried.
                    store.measure_part(book, &mut measured, &change).ok()
                })
            });
            if more.is_none() {
                break;
            }
            self.rest(0, true).await?;
        }
        Ok(room.with(measured.units()))
    }

    async fn space(&mut self, names: &ImportPreview) -> Result<Option<Space>, Left> {
        let into = names.into.get_untracked();
        let matching = self.weigh_again(names, &names.ticks.get_untracked()).await?;
        let Ok(room) = self.state.with_store(|store| store.quota_usage()) else { return Ok(None) };
        let then = self.size(names, into, &matching, room).await?;
        let fits = then.takes_imports();
        let fits_in_pool = match into {
            Destination::Pool => fits,
            Destination::Book if fits => true,
            Destination::Book => self.size(names, Destination::Pool, &matching, room).await?.takes_imports(),
        };
        let (now, is_filling) = (room.percent(), then.is_filling());
        Ok(Some(Space { now, then: then.percent(), most: FILL_MAX, is_filling, fits, fits_in_pool }))
    }
}

impl State {
    /// Those who come of a file, and how many links of it.
    pub(in crate::app::state) fn coming(
        self,
        names: &ImportPreview,
        into: Destination,
        links: &Links,
        matching: &Matching,
    ) -> (ImportWriter, usize) {
        let (from, today) = (names.file.as_str(), self.today.get_untracked());
        let taken = self.with_store(|store| {
            self.peek(|book, _| links::taken(links, matching, &Into { book, from, today }, store.mint()))
        });
        let linked = taken.links;
        (ImportWriter::new(into, from, today).with(taken), linked)
    }

    /// Measures the room for what is chosen now; what was known of it stands until that is done.
    pub fn measure(self, names: &Arc<ImportPreview>) {
        if self.with_store(|store| store.is_volatile()) {
            return;
        }
        let names = names.clone();
        leptos::task::spawn_local(async move {
            let mut task = LongTask::begin(self, self.on_room, MEASURING);
            // Left: something else was chosen meanwhile, which is measured by itself.
            if let Ok(space) = task.space(&names).await {
                names.space.set(space);
            }
        });
    }
}

impl ImportPreview {
    /// Whether there is room for what is chosen, as far as that is known.
    pub fn fits(&self) -> bool {
        self.space.with(|space| space.is_none_or(|space| space.fits))
    }

    /// What is said of the room they take, and what to do.
    pub fn said_of_space(&self) -> Option<(&'static str, String)> {
        self.space.get().and_then(import_room_text::said)
    }
}
