//! The trash: what was thrown away, kind by kind, and can be put back.

use crate::app::state::use_state;
use crate::app::ui::list::{For, Show};
use kith::domain::kind::Kind;
use kith::message::trash::{Thrown, kinds, thrown};
use kith::route::Dialog;
use leptos::prelude::*;

/// How many of a kind are shown at first.
const SHOWN: usize = 10;

/// Everything in the trash.
#[component]
pub fn Trash() -> impl IntoView {
    let kinds = use_state().select(kinds);
    view! {
        <section class="stack data__part" aria-labelledby="trash">
            <header class="section-head">
                <h2 id="trash">"Trash"</h2>
            </header>
            <Show
                when=move || !kinds.with(Vec::is_empty)
                fallback=|| view! { <p class="small quiet">"The trash is empty."</p> }
            >
                <For each=move || kinds.get() key=|(_, title)| title.to_string() let:part>
                    <Part kind=part.0 title=part.1 />
                </For>
            </Show>
        </section>
    }
}

/// All of one kind.
#[component]
fn Part(kind: Kind, title: &'static str) -> impl IntoView {
    let all = use_state().select(move |book| thrown(book, &kind));
    let most = RwSignal::new(SHOWN);
    let many = move || all.with(Vec::len);
    let shown = move || all.get().into_iter().take(most.get()).collect::<Vec<_>>();
    let id = format!("trash-{title}").replace([' ', ','], "-");
    view! {
        <div>
            <h3 id=id.clone() class="row">
                {title}
                <span class="count">{many}</span>
            </h3>
            <ul aria-labelledby=id>
                <For each=shown key=|one| format!("{one:?}") let:one>
                    <Row one=one />
                </For>
            </ul>
            <Show when=move || many().gt(&most.get())>
                <button class="button button--plain" type="button" on:click=move |_| most.set(usize::MAX)>
                    "Show all "
                    {many}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn Row(one: Thrown) -> impl IntoView {
    let state = use_state();
    let Thrown { kind, id, name } = one;
    let label = format!("Put back: {name}");
    let said = format!("Back in your book: {name}.");
    let asked = kind.clone();
    let put_back = move |_| {
        state.act_here(said.clone(), |book, _, _| book.trash(&kind, id, false));
    };
    let erase = format!("Erase for good: {name}");
    view! {
        <li class="data__row">
            <span class="name">{name.clone()}</span>
            <span class="row">
                <button class="button button--plain" type="button" aria-label=label on:click=put_back>
                    "Put back"
                </button>
                <button
                    class="button button--plain"
                    type="button"
                    aria-label=erase
                    on:click=move |_| state.open_dialog(Dialog::Erase(asked.clone(), id))
                >
                    "Erase…"
                </button>
            </span>
        </li>
    }
}
