//! One referral: its nine steps and the single next thing.

use leptos::prelude::*;

/// One referral: its nine steps and the single next thing.
#[component]
pub fn ReferralPage(id: kith::domain::id::ReferralId) -> impl IntoView {
    let _ = id;
    view! { <h1>"ReferralPage"</h1> }
}
