//! The keys: what each does, and the sheet that tells.

use crate::app::state::State;
use leptos::prelude::*;

/// A key was pressed anywhere.
pub fn pressed(state: State, event: &web_sys::KeyboardEvent) {
    let _ = (state, event);
}

/// All keys.
#[component]
pub fn Keys() -> impl IntoView {}
