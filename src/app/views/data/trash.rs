//! The trash: people who were thrown away, and can be put back.

use crate::app::state::use_state;
use kith::domain::change::Change;
use kith::domain::draft::Problems;
use kith::domain::id::PersonId;
use kith::domain::person::Person;
use kith::rules::lists::{PeopleFilter, people};
use leptos::prelude::*;

/// Everyone in the trash.
#[component]
pub fn Trash() -> impl IntoView {
    let state = use_state();
    let trashed = state.select(|book| people(book, &PeopleFilter { trash: true, ..PeopleFilter::default() }));
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
                    <For each=move || trashed.get() key=|id| *id let:id>
                        <Thrown id=id />
                    </For>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Thrown(id: PersonId) -> impl IntoView {
    let state = use_state();
    let name = state.select(move |book| book.person(id).map(|p| p.name.to_string()).unwrap_or_default());
    let put_back = move |_| {
        state.act_here(format!("{} is back in the book.", name.get_untracked()), |book, _, _| {
            let gone = || Problems::one("form", "This person is no longer here.");
            let person = book.person(id).cloned().ok_or_else(gone)?;
            Ok(Change::of(Person { trashed: false, ..person }))
        });
    };
    view! {
        <li class="data__row">
            <span class="name">{name}</span>
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
