//! What is chosen for this device and not for the book: the theme, the single keys, the offline copy.

use super::State;
use crate::app::worker::{self, Offline};
use leptos::prelude::*;

impl State {
    /// Changes from light to dark or back, whatever the device prefers, and keeps the choice.
    pub fn switch_theme(self) {
        let Some(root) = document().document_element() else { return };
        let prefers_dark = || {
            let query = window().match_media("(prefers-color-scheme: dark)");
            query.ok().flatten().is_some_and(|query| query.matches())
        };
        let dark = root.get_attribute("data-theme").map_or_else(prefers_dark, |theme| theme == "dark");
        let theme = if dark { "light" } else { "dark" };
        let _ = root.set_attribute("data-theme", theme);
        self.keep_theme(theme);
    }

    /// Whether single letters are keys.
    pub fn keys_on(self) -> bool {
        self.local.aside("keys").as_deref() != Some("off")
    }

    /// Switches single letters as keys on or off.
    pub fn switch_keys(self, on: bool) {
        self.local.keep_aside("keys", (!on).then_some("off"));
    }

    /// How the app stands without a connection.
    pub fn offline(self) -> Offline {
        self.offline.get()
    }

    /// Whether a new version waits to be let in.
    pub fn has_update(self) -> bool {
        self.offline.get() == Offline::Update
    }

    /// The offline copy said something new.
    pub fn offline_changed(self) {
        self.offline.set(worker::offline());
    }

    /// Keeps a copy of the app on this device, or deletes it.
    pub fn switch_offline(self, on: bool) {
        worker::switch(on);
    }

    /// Lets a waiting release in; the page reloads.
    pub fn take_over(self) {
        worker::take_over();
    }

    /// Opens the browser's dialog to print the page.
    pub fn print(self) {
        let _ = window().print();
    }

    /// Loads the page again.
    pub fn reload(self) {
        let _ = window().location().reload();
    }

    /// After the first save of something real the browser is asked, once, not to throw the book away.
    pub(super) fn ask_to_persist_once(self) {
        if self.local.aside("persist").is_some() {
            return;
        }
        self.local.keep_aside("persist", Some("asked"));
        leptos::task::spawn_local(async move {
            let promised = crate::app::file::ask_to_persist().await;
            self.local.keep_aside("persist", Some(if promised { "yes" } else { "no" }));
        });
    }

    /// Whether the browser promised not to throw the book away when room is short.
    pub fn is_protected(self) -> bool {
        self.local.aside("persist").as_deref() == Some("yes")
    }
}
