//! The tap under the first rows of a long list, and how many of them stand there.

use crate::app::ui::list::Show;
use kith::message::reason::number;
use leptos::prelude::*;

/// Shows more of a long list, so many rows at a time.
#[component]
pub fn ShowMore(
    step: usize,
    /// How many there are.
    #[prop(into)]
    count: Signal<usize>,
    /// How many of them are shown.
    shown: RwSignal<usize>,
) -> impl IntoView {
    view! {
        <Show when=move || count.get().gt(&shown.get())>
            <p class="people-more">
                <button class="button" type="button" on:click=move |_| shown.update(|n| *n += step)>
                    "Show "
                    {step}
                    " more"
                </button>
                <span class="small faint">{move || number(shown.get())} " of " {move || number(count.get())}</span>
            </p>
        </Show>
    }
}
