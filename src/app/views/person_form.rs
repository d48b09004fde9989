//! The person form.

use leptos::prelude::*;

/// The person form.
#[component]
pub fn PersonForm(person: Option<kith::domain::id::PersonId>) -> impl IntoView {
    let _ = person;
    view! { <h1>"PersonForm"</h1> }
}
