//! Contacts that wait for a yes: who is new, who is here already, and what could not be read.

use super::{Rows, Tally};
use crate::app::state::{Names, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use kith::message::reason::count;
use leptos::prelude::*;
use std::sync::Arc;

/// What the contacts would do to the book.
#[component]
pub fn NamesPreview(names: Arc<Names>) -> impl IntoView {
    let state = use_state();
    let shown = names.clone();
    let new = names.new;
    view! {
        <section class="stack data__part" aria-labelledby="names-title">
            <header class="section-head">
                <h2 id="names-title">"What is in it"</h2>
                <code class="file">{shown.file.clone()}</code>
                <span class="small quiet">{shown.format}</span>
            </header>
            <Tally counts=shown.counts />
            <div class="row">
                {if new > 0 {
                    view! {
                        <button
                            class="button button--primary"
                            type="button"
                            on:click=move |_| state.bring_names(&names)
                        >
                            {format!("Import {}", count(new, "name"))}
                        </button>
                    }
                        .into_any()
                } else {
                    view! { <p>"There is nobody new in this file. Nothing needs to be written."</p> }.into_any()
                }}
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
