//! Capturing a referral from one line.

use leptos::prelude::*;

/// Capturing a referral from one line.
#[component]
pub fn Capture(from: Option<kith::domain::id::PersonId>) -> impl IntoView {
    let _ = from;
    view! { <h1>"Capture"</h1> }
}
