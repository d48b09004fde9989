//! How far down a page is read: kept with its place in the history, so that Back finds it again.

use leptos::prelude::{document, request_animation_frame, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FocusOptions, HtmlElement, ScrollRestoration};

/// From now on Kith looks after this, because the browser does it before the page is there.
pub fn take_charge() {
    if let Ok(history) = window().history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
}

/// Keeps how far down the page is, before it is left.
pub fn keep() {
    let (Ok(history), Ok(far)) = (window().history(), window().scroll_y()) else { return };
    let _ = history.replace_state_with_url(&JsValue::from_f64(far), "", None);
}

/// How far down the page of this place in the history was when it was left.
pub fn kept() -> f64 {
    window().history().and_then(|history| history.state()).ok().and_then(|far| far.as_f64()).unwrap_or_default()
}

/// Another page is shown, this far down; the keyboard goes on from its beginning.
pub fn arrive(far: f64) {
    // One frame on the page is there, and what a closing dialog gives back its focus to has it.
    request_animation_frame(move || {
        request_animation_frame(move || {
            let main = document().get_element_by_id("main").and_then(|main| main.dyn_into::<HtmlElement>().ok());
            if let Some(main) = main.filter(|_| document().query_selector("dialog[open]").ok().flatten().is_none()) {
                let options = FocusOptions::new();
                options.set_prevent_scroll(true);
                let _ = main.focus_with_options(&options);
            }
            window().scroll_to_with_x_and_y(0.0, far);
        });
    });
}
