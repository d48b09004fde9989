//! Your data: backups, room and imports.

use leptos::prelude::*;

/// Your data: backups, room and imports.
#[component]
pub fn Data() -> impl IntoView {
    view! { <h1>"Data"</h1> }
}
