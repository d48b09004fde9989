//! A person's initials in a circle.

use leptos::prelude::*;

/// The initials of a name: of two words the first letters, of one word one.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|w| w.chars().next());
    let last = words.next_back().and_then(|w| w.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// The initials; green where `client`.
#[component]
pub fn Avatar(
    #[prop(into)] name: Signal<String>,
    #[prop(into, optional)] client: Signal<bool>,
    #[prop(optional)] class: &'static str,
) -> impl IntoView {
    view! {
        <span class=format!("avatar {class}") data-role=move || client.get().then_some("client") aria-hidden="true">
            {move || initials(&name.get())}
        </span>
    }
}
