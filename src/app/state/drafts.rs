//! Drafts of forms: kept beside the book with every keystroke, so that closing the tab loses nothing (R54).

use super::State;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

impl State {
    /// The draft kept under this name.
    pub fn draft<T: DeserializeOwned>(self, name: &str) -> Option<T> {
        let text = self.local.aside(&format!("draft/{name}"))?;
        serde_json::from_str(&text).ok()
    }

    /// Keeps a draft.
    pub fn keep_draft<T: Serialize>(self, name: &str, draft: &T) {
        self.keep_draft_text(name, &self.draft_text(draft));
    }

    /// A draft as the text it is kept as.
    pub fn draft_text<T: Serialize>(self, draft: &T) -> String {
        serde_json::to_string(draft).unwrap_or_default()
    }

    /// Keeps a draft that is a text already, unless it names what has been erased.
    pub fn keep_draft_text(self, name: &str, text: &str) {
        let kept = self.store.with_value(|store| store.keep_draft(name, text));
        self.drafts_kept.set(kept);
    }

    /// Whether what is typed is kept, as far as the browser has let it be.
    pub fn keeps_drafts(self) -> bool {
        self.drafts_kept.get()
    }

    /// Forgets a draft: it was saved, or given up.
    pub fn drop_draft(self, name: &str) {
        self.local.keep_aside(&format!("draft/{name}"), None);
    }

    /// Keeps the theme chosen on this device.
    pub fn keep_theme(self, theme: &str) {
        self.local.keep_aside("theme", Some(theme));
    }
}
