//! A step of the preparation: its number or its tick, its name, and what belongs to it.

use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use leptos::prelude::*;

/// A step; its parts are always open, because a talk does not keep to an order.
#[component]
pub fn Step(
    number: usize,
    #[prop(into)] title: Signal<String>,
    /// How far it is: `done`, `now` or `later`.
    #[prop(into)]
    state: Signal<&'static str>,
    /// What it came to, in a line.
    #[prop(into, optional)]
    sum: Signal<String>,
    children: Children,
) -> impl IntoView {
    let is_done = move || state.get() == "done";
    view! {
        <li class="step" data-state=state aria-current=move || (state.get() == "now").then_some("step")>
            <span class="step__mark">
                <Show when=is_done fallback=move || number.to_string()>
                    <Icon name="check" />
                    <span class="visually-hidden">"Done"</span>
                </Show>
            </span>
            <div class="step__main">
                <div class="step__head">
                    <h2 class="step__title">{title}</h2>
                    {move || {
                        let sum = sum.get();
                        (!sum.is_empty()).then(|| view! { <span class="step__sum">{sum}</span> }).views()
                    }}
                </div>
                <div class="step__body">{children()}</div>
            </div>
        </li>
    }
}
