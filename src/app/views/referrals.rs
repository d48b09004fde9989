//! Every referral.

use leptos::prelude::*;

/// Every referral.
#[component]
pub fn Referrals() -> impl IntoView {
    view! { <h1>"Referrals"</h1> }
}
