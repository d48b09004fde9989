//! Pages that are not there: an unknown address, and those that come later.

use leptos::prelude::*;

/// An unknown address.
#[component]
pub fn Unknown(path: String) -> impl IntoView {
    view! { <h1>{path}</h1> }
}

/// A page that comes later.
#[component]
pub fn Later(later: kith::route::Later) -> impl IntoView {
    let _ = later;
    view! { <h1>"Later"</h1> }
}
