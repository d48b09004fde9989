//! The trash: people who were thrown away, and can be put back.

use crate::app::state::use_state;
use crate::app::ui::list::{For, Show};
use kith::domain::id::PersonId;
use kith::route::{Page, Route};
use kith::rules::lists::{PeopleFilter, people};
use leptos::prelude::*;

/// How many are shown here; the list of people has them all.
const SHOWN: usize = 10;

/// Everyone in the trash.
#[component]
pub fn Trash() -> impl IntoView {
    let state = use_state();
    let trashed = state.select(|book| people(book, &PeopleFilter { trash: true, ..PeopleFilter::default() }));
    let shown = move || trashed.get().into_iter().take(SHOWN).collect::<Vec<_>>();
    view! {
        <section class="stack data__part" aria-labelledby="trash">
            <header class="section-head">
                <h2 id="trash">"Trash"</h2>
                <span class="count">{move || trashed.with(Vec::len)}</span>
            </header>
            <Show
                when=move || !trashed.with(Vec::is_empty)
                fallback=|| view! { <p class="small quiet">"Nobody is in the trash."</p> }
            >
                <ul aria-label="People in the trash">
                    <For each=shown key=|id| id.to_string() let:id>
                        <Thrown id=id />
                    </For>
                </ul>
                <Show when=move || trashed.with(Vec::len).gt(&SHOWN)>
                    <p class="small">
                        <a href=Route::of(Page::People).filtered("trash", "yes").to_string()>"See the whole trash"</a>
                    </p>
                </Show>
            </Show>
        </section>
    }
}

#[component]
fn Thrown(id: PersonId) -> impl IntoView {
    let state = use_state();
    let name = state.select(move |book| book.person(id).map(|p| p.name.to_string()).unwrap_or_default());
    let put_back = move |_| {
        let said = format!("{} is back in your book.", name.get_untracked());
        state.act_here(said, |book, _, _| book.trash_person(id, false));
    };
    view! {
        <li class="data__row">
            <span class="name">{move || name.get()}</span>
            <button
                class="button button--plain"
                type="button"
                aria-label=move || format!("Put back {}", name.get())
                on:click=put_back
            >
                "Put back"
            </button>
        </li>
    }
}
