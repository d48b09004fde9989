//! Five dots with their word: how good a relationship is.

use leptos::prelude::*;

/// The dots, and the word beside them.
#[component]
pub fn Dots(
    /// 1 to 5, and its word.
    #[prop(into)]
    rating: Signal<(u8, &'static str)>,
) -> impl IntoView {
    view! {
        <span class="rating-word">
            <span class="rating" data-value=move || rating.get().0.to_string() aria-hidden="true">
                <i></i>
                <i></i>
                <i></i>
                <i></i>
                <i></i>
            </span>
            <span>{move || rating.get().1}</span>
        </span>
    }
}
