//! Files that go out beside the backup: reminders, what could not be read as it lies; and how full the browser's store is.

use super::State;
use crate::app::ui::signal::{Memo, memo};
use crate::app::{clock, file};
use kith::exchange::calendar;
use leptos::prelude::*;

/// How full the store is, as the screen tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageFill {
    /// How many hundredths are used.
    pub percent: usize,
    /// Used, of how much, such as `1.3 of 5.0 MB`.
    pub used: String,
    /// The tone: nothing unusual, filling up, nearly full.
    pub tone: &'static str,
}

impl State {
    /// Hands what is owed over as entries of a calendar (B3).
    pub fn hand_over_reminders(self) {
        let (text, entries) = self.peek(|book, today| calendar::reminders(book, today, &clock::now_text()));
        if entries == 0 {
            self.say("Nothing is owed in the next seven days, so there is nothing to remind you of.");
            return;
        }
        let name = calendar::file_name(clock::today());
        if file::hand_over(&name, "text/calendar", &text) {
            self.say(format!("{name} is with you. Open it, and your calendar takes the days in."));
        } else {
            self.say_not_taken();
        }
    }

    /// Hands over what could not be read, a file for each part.
    pub fn hand_over_unread(self) {
        for (name, text) in self.unread() {
            file::hand_over_own(&name, "text/plain", &text);
        }
    }

    /// How full the store is; told again when the book changes. `None` where the browser keeps nothing.
    pub fn storage_fill(self) -> Memo<Option<StorageFill>> {
        memo(move || {
            self.book.track();
            let room = self.with_store(|store| if store.is_volatile() { None } else { store.quota_usage().ok() })?;
            let percent = room.percent();
            let tone = match room {
                _ if !room.takes_imports() => "late",
                _ if room.is_filling() => "owed",
                _ => "done",
            };
            let tenths = (room.used * 10 + (1 << 19)) >> 20;
            let used = format!("{}.{} of {} MB", tenths / 10, tenths % 10, (room.quota + (1 << 19)) >> 20);
            Some(StorageFill { percent, used, tone })
        })
    }
}
