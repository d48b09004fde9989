//! A section of a page: a title, how many are in it, and its list; and the tap that shows the rest of a long one.

use super::list::{Condition, Show};
use leptos::prelude::*;

/// A section of a page: its title, how many are in it, and its list, or what is said while it is empty.
#[component]
pub fn Section(
    id: &'static str,
    title: &'static str,
    /// How many are in it.
    #[prop(into)]
    count: Signal<usize>,
    /// Whether the head leaves that out, for want of room.
    #[prop(optional)]
    uncounted: bool,
    /// What is said while nothing is in it.
    #[prop(into)]
    nothing: Signal<String>,
    /// What can be done at its head.
    #[prop(optional, into)]
    head: ViewFn,
    children: ChildrenFn,
) -> impl IntoView {
    let holds = Condition::from(move || count.get() > 0);
    view! {
        <section aria-labelledby=id>
            <header class="section-head">
                <h2 id=id>{title}</h2>
                <Show when=move || !uncounted && count.get().gt(&0)>
                    <span class="count">{count}</span>
                </Show>
                {head.run()}
            </header>
            <Show when=move || holds.holds() fallback=move || view! { <p class="small quiet section-none">{nothing}</p> }>
                {children()}
            </Show>
        </section>
    }
}

/// Shows the rest of a list of which only this many stand there at first.
#[component]
pub fn ShowAll(
    some: usize,
    /// How many there are.
    #[prop(into)]
    count: Signal<usize>,
    /// Whether all are shown.
    all: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Show when=move || !all.get() && count.get().gt(&some)>
            <p class="people-more">
                <button class="button" type="button" on:click=move |_| all.set(true)>
                    "Show all "
                    {count}
                </button>
            </p>
        </Show>
    }
}
