//! The parts every page has: the rail, the top bar, the tabs, the sheet of further pages, and the toast.

use leptos::prelude::*;

/// Moves the focus to the page without changing the address.
pub fn skip(event: web_sys::MouseEvent) {
    event.prevent_default();
    if let Some(main) = document().get_element_by_id("main") {
        use wasm_bindgen::JsCast;
        if let Some(main) = main.dyn_ref::<web_sys::HtmlElement>() {
            let _ = main.focus();
        }
    }
}

/// The rail.
#[component]
pub fn Rail() -> impl IntoView {}

/// The top bar of a phone.
#[component]
pub fn TopBar() -> impl IntoView {}

/// The tabs of a phone.
#[component]
pub fn Tabs() -> impl IntoView {}

/// The sheet of further pages.
#[component]
pub fn More() -> impl IntoView {}

/// The sentence that passes.
#[component]
pub fn Toast() -> impl IntoView {}
