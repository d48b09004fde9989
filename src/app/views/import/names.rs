//! Contacts that wait for a yes: who is new, who is here already, and what could not be read.

use super::{Rows, Tally};
use crate::app::state::{Destination, Names, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::derived;
use kith::message::pool::all_at_once;
use kith::message::reason::count;
use leptos::prelude::*;
use std::sync::Arc;

/// What the contacts would do to the book.
#[component]
pub fn NamesPreview(names: Arc<Names>) -> impl IntoView {
    let state = use_state();
    let shown = names.clone();
    let into = RwSignal::new(names.belongs);
    let counted = names.clone();
    let coming = derived(move || counted.coming(into.get()));
    let bring = move |_| state.bring_names(&names, into.get_untracked());
    view! {
        <section class="stack data__part" aria-labelledby="names-title">
            <header class="section-head">
                <h2 id="names-title">"What is in it"</h2>
                <code class="file">{shown.file.clone()}</code>
                <span class="small quiet">{shown.format}</span>
            </header>
            <Tally counts=shown.counts />
            <Where names=shown.clone() into=into />
            <div class="row">
                <Show
                    when=move || coming.get() != 0
                    fallback=|| view! { <p>"There is nobody new in this file. Nothing needs to be written."</p> }
                >
                    <button class="button button--primary" type="button" on:click=bring.clone()>
                        {move || format!("Import {}", count(coming.get(), "name"))}
                    </button>
                </Show>
                <button class="button button--plain" type="button" on:click=move |_| state.leave_file()>
                    "Leave it"
                </button>
            </div>
            <Unreadable why=shown.refused.clone() />
            <Rows
                caption="The people in the file, and what would come of each"
                heads=["Name", "Who they are", "What would come of it"]
                rows=shown.rows.clone()
                more=shown.more
            />
        </section>
    }
}

/// Where the new names go: into the holding pool, or into the book (R12).
#[component]
fn Where(names: Arc<Names>, into: RwSignal<Destination>) -> impl IntoView {
    let choice = move |label: &'static str, note: String, to: Destination| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="where"
                    prop:checked=move || into.get() == to
                    on:change=move |_| into.set(to)
                />
                " "
                <span>
                    {label}
                    " "
                    <span class="check__note">{note}</span>
                </span>
            </label>
        }
    };
    let pool = "Searchable, but no one is owed anything until you take them into the book.".to_string();
    view! {
        <fieldset class="stack data__where">
            <legend class="field__label">"Put the new names in"</legend>
            {choice("The holding pool", pool, Destination::Pool)}
            {choice("The book", all_at_once(names.new, names.waiting), Destination::Book)}
        </fieldset>
    }
}

#[component]
fn Unreadable(why: Vec<String>) -> impl IntoView {
    if why.is_empty() {
        return ().into_any();
    }
    view! {
        <details class="fold" open=true>
            <summary>
                <Icon name="right" small=true />
                {format!("{} cannot be read", count(why.len(), "row"))}
            </summary>
            <ul class="fold__body">{why.into_iter().map(|why| view! { <li>{why}</li> }).views()}</ul>
        </details>
    }
    .into_any()
}
