//! The first opening: start empty, look round a sample, bring contacts or restore a backup.

use leptos::prelude::*;

/// The first opening: start empty, look round a sample, bring contacts or restore a backup.
#[component]
pub fn Welcome() -> impl IntoView {
    view! { <h1>"Welcome"</h1> }
}
