//! One person: everything about them in order of time.

use leptos::prelude::*;

/// One person: everything about them in order of time.
#[component]
pub fn PersonPage(id: kith::domain::id::PersonId) -> impl IntoView {
    let _ = id;
    view! { <h1>"PersonPage"</h1> }
}
