//! The end of a referral: a sale, a closed file, and going on before the confirmation.

use kith::domain::id::ReferralId;
use leptos::prelude::*;

/// A sale.
#[component]
pub fn Won(id: ReferralId) -> impl IntoView {
    let _ = id;
}

/// A closed file.
#[component]
pub fn CloseFile(id: ReferralId) -> impl IntoView {
    let _ = id;
}

/// Going on before the confirmation.
#[component]
pub fn Anyway(id: ReferralId) -> impl IntoView {
    let _ = id;
}
