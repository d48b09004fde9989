//! A file being read in: what it would change, before anything is written.

use leptos::prelude::*;

/// A file being read in: what it would change, before anything is written.
#[component]
pub fn Import() -> impl IntoView {
    view! { <h1>"Import"</h1> }
}
