//! Everyone in the book.

use leptos::prelude::*;

/// Everyone in the book.
#[component]
pub fn People() -> impl IntoView {
    view! { <h1>"People"</h1> }
}
