//! Files that go out: the book as a backup, what could not be read as it lies; and how full the browser's store is.

use super::State;
use crate::app::ui::signal::{Memo, memo};
use crate::app::{clock, file};
use kith::domain::change::Change;
use kith::domain::setting::Setting;
use kith::exchange::{backup, calendar};
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
    /// Hands the whole book over as a backup that has been read back. What stood in for it in the duties is settled.
    pub fn back_up(self) {
        let Some(name) = self.hand_over_book() else { return };
        let change = self.peek(|book, today| {
            let old = book.setting("backup").cloned().unwrap_or_else(|| Setting::named("backup"));
            Change::of(Setting { on: Some(today), ..old })
        });
        match self.keep_change(change) {
            Ok(_) => self.say(format!("Backed up as {name}. It was read back and is whole.")),
            Err(problems) => self.say_failed(format!("The file is with you, but its day was not noted. {problems}")),
        }
    }

    /// Hands the whole book over before something else is done; the name of the file, if the browser took it.
    pub fn hand_over_book(self) -> Option<String> {
        let written =
            self.with_store(|store| backup::write(store.partial_book(), &clock::now_text(), env!("CARGO_PKG_VERSION")));
        match written {
            Err(_) => {
                self.say_failed("The backup did not read back as your book, so it was not handed over. Try again.");
                None
            }
            Ok(text) => {
                let name = backup::file_name(clock::today());
                if file::hand_over_own(&name, "application/json", &text) {
                    return Some(name);
                }
                self.say_not_taken();
                None
            }
        }
    }

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
