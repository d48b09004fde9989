//! Entries that became another one, each with the way back.

use crate::app::state::use_state;
use crate::app::ui::list::{For, Show};
use kith::domain::id::PersonId;
use kith::message::duplicate_text::parted;
use kith::route::{Page, Route};
use leptos::prelude::*;

/// Every entry that became another one.
#[component]
pub fn MadeOne() -> impl IntoView {
    let state = use_state();
    let all = state.select(|book| book.merged().map(|entry| entry.id).collect::<Vec<_>>());
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <section class="stack" aria-labelledby="made-one">
                <header class="section-head">
                    <h2 id="made-one">"Made one"</h2>
                    <span class="count">{move || all.with(Vec::len)}</span>
                </header>
                <ul aria-label="Entries that were merged">
                    <For each=move || all.get() key=PersonId::to_string let:id>
                        <Merged id=id linked=true />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// The entries that became this person.
#[component]
pub fn AlsoWritten(id: PersonId) -> impl IntoView {
    let state = use_state();
    let all = state.select(move |book| book.merged_into(id).map(|entry| entry.id).collect::<Vec<_>>());
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <section class="stack" aria-labelledby="also-written">
                <header class="section-head">
                    <h2 id="also-written">"Also written as"</h2>
                </header>
                <ul aria-label="Also written as">
                    <For each=move || all.get() key=PersonId::to_string let:id>
                        <Merged id=id linked=false />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Merged(id: PersonId, linked: bool) -> impl IntoView {
    let state = use_state();
    let name = state.select(move |book| book.entry(id).map(|entry| entry.name.to_string()).unwrap_or_default());
    let kept = state.select(move |book| book.person(id).map(|kept| kept.name.to_string()).unwrap_or_default());
    let part = move |_| {
        let said = state.peek(|book, _| parted(book, id));
        state.act_here(said, |book, _, _| book.part(id));
    };
    view! {
        <li class="data__row">
            <span class="name">
                {move || name.get()}
                <Show when=move || linked>
                    " "
                    <span class="small quiet">
                        "is one with "
                        <a href=Route::of(Page::Person(id)).to_string()>{move || kept.get()}</a>
                    </span>
                </Show>
            </span>
            <button
                class="button button--plain"
                type="button"
                aria-label=move || format!("Part {} again", name.get())
                on:click=part
            >
                "Part again"
            </button>
        </li>
    }
}
