//! Finding anyone from anywhere.

use leptos::prelude::*;

/// Finding anyone from anywhere.
#[component]
pub fn Find() -> impl IntoView {
    view! { <h1>"Find"</h1> }
}
