//! Writing what is owed.

use leptos::prelude::*;

/// Writing what is owed.
#[component]
pub fn Compose(person: kith::domain::id::PersonId, about: Option<kith::domain::id::ReferralId>) -> impl IntoView {
    let _ = (person, about);
    view! { <h1>"Compose"</h1> }
}
