//! Logging a contact in two taps.

use leptos::prelude::*;

/// Logging a contact in two taps.
#[component]
pub fn Log(person: Option<kith::domain::id::PersonId>) -> impl IntoView {
    let _ = person;
    view! { <h1>"Log"</h1> }
}
