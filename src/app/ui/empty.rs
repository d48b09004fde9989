//! Nothing here yet: what will be, and one thing to do.

use leptos::prelude::*;

/// A title, a sentence, and an act.
#[component]
pub fn Empty(
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <h2 class="empty__title">{title}</h2>
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
