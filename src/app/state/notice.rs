//! What the app tells by itself: the toast that passes, and the notices that stay until they are settled.

use super::State;
use leptos::prelude::*;
use std::time::Duration;

/// How long a sentence stays before it passes, in seconds, and how long after it was let go.
const STAYS: u64 = 8;
const LINGERS: u64 = 2;

/// A sentence that passes after a while.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// Whether Undo stands beside it.
    pub undo: bool,
    /// Whether something failed.
    pub failed: bool,
    /// Tells two sentences of the same words apart.
    pub number: u64,
}

/// A sentence that stays until what it tells is settled.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum StandingNotice {
    /// The browser allows no storage: nothing is kept.
    Blocked,
    /// A newer version wrote here: what this one does not know of it is kept, and not shown.
    Newer,
    /// What was kept was lost by the browser and has been kept again.
    KeptAgain,
}

impl State {
    /// Says that the browser did not take a file it was handed, and what to do.
    pub(super) fn say_not_taken(self) {
        self.say_failed("The browser did not take the file. Allow downloads for this page, then try again.");
    }

    /// Says a sentence that passes.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), false, false);
    }

    /// Says that something failed.
    pub fn say_failed(self, text: impl Into<String>) {
        self.show(text.into(), false, true);
    }

    pub(super) fn say_with_undo(self, text: impl Into<String>) {
        self.show(text.into(), true, false);
    }

    fn show(self, text: String, undo: bool, failed: bool) {
        self.notice.update(|notice| {
            let number = notice.as_ref().map_or(1, |n| n.number + 1);
            *notice = Some(Notice { text, undo, failed, number });
        });
        self.hold(false);
        let number = self.notice.with_untracked(|notice| notice.as_ref().map_or(0, |n| n.number));
        if !failed {
            self.pass(number, STAYS);
        }
    }

    /// Holds the sentence while it is pointed at or has the focus, or lets it go.
    pub fn hold(self, held: bool) {
        self.held.set_value(held);
    }

    /// Lets a sentence pass after so many seconds, and later if it is held then.
    fn pass(self, number: u64, seconds: u64) {
        let pass = move || if self.held.get_value() { self.pass(number, LINGERS) } else { self.hush(number) };
        set_timeout(pass, Duration::from_secs(seconds));
    }

    /// Copies a text and says so.
    pub fn copy(self, text: String) {
        leptos::task::spawn_local(async move {
            match crate::app::file::copy(&text).await {
                true => self.say("Copied. Paste it where you write."),
                false => self.say_failed("The browser did not allow copying. Select the words and copy them by hand."),
            }
        });
    }

    /// Whether this device has other programs to share words with.
    pub fn can_share(self) -> bool {
        crate::app::file::can_share()
    }

    /// Hands words to another program of the device.
    pub fn share(self, title: String, text: String) {
        leptos::task::spawn_local(async move {
            if !crate::app::file::share(&title, &text).await {
                self.say_failed("The device did not take the words. Copy them instead.");
            }
        });
    }

    /// The sentence that passes.
    pub fn notice(self) -> Option<Notice> {
        self.notice.get()
    }

    /// Takes the passing sentence away, if it is still this one.
    pub fn hush(self, number: u64) {
        if self.notice.with_untracked(|n| n.as_ref().is_some_and(|n| n.number == number)) {
            self.notice.set(None);
        }
    }

    /// What stays until it is settled.
    pub fn standing(self) -> Vec<StandingNotice> {
        self.standing.get()
    }

    /// Notes something that stays.
    pub fn note(self, standing: StandingNotice) {
        self.standing.update(|list| {
            if !list.contains(&standing) {
                list.push(standing);
            }
        });
    }

    /// The person has read it.
    pub fn settle(self, standing: &StandingNotice) {
        self.standing.update(|list| list.retain(|s| s != standing));
    }
}
