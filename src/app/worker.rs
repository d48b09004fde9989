//! The offline copy: what the page's side of it says in `<html data-offline>`, and what can be asked of it.

use leptos::prelude::{document, window};
use web_sys::Event;

/// How the app stands without a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Offline {
    /// Not known yet.
    #[default]
    Unknown,
    /// It opens without a connection.
    On,
    /// A new release is fetched and waits to be let in.
    Update,
    /// The person switched it off.
    Off,
    /// This browser or this address cannot keep a copy.
    Impossible,
}

/// How it stands now.
pub fn offline() -> Offline {
    let said = document().document_element().and_then(|root| root.get_attribute("data-offline"));
    match said.as_deref() {
        Some("on") => Offline::On,
        Some("update") => Offline::Update,
        Some("off") => Offline::Off,
        Some("none") => Offline::Impossible,
        _ => Offline::Unknown,
    }
}

/// Lets the waiting release in; the page reloads.
pub fn take_over() {
    ask("kith:take-over");
}

/// Keeps a copy on this device, or deletes it.
pub fn switch(on: bool) {
    ask(if on { "kith:switch-on" } else { "kith:switch-off" });
}

fn ask(name: &str) {
    if let Ok(event) = Event::new(name) {
        let _ = window().dispatch_event(&event);
    }
}
