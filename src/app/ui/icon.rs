//! An icon of the sprite, always beside a word or under a label.

use leptos::prelude::*;

/// The icon of this name; `small` beside text.
#[component]
pub fn Icon(#[prop(into)] name: Signal<&'static str>, #[prop(optional)] small: bool) -> impl IntoView {
    let class = if small { "icon icon--s" } else { "icon" };
    view! { <svg class=class aria-hidden="true"><use href=move || format!("#i-{}", name.get()) /></svg> }
}
