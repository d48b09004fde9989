//! What is owed today.

use leptos::prelude::*;

/// What is owed today.
#[component]
pub fn Today() -> impl IntoView {
    view! { <h1>"Today"</h1> }
}
