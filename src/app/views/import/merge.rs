//! A backup that waits for a yes: what would be new, changed, deleted and brought back.

use super::{Rows, Tally};
use crate::app::state::{Merge, use_state};
use crate::app::ui::icon::Icon;
use kith::message::reason::count;
use leptos::prelude::*;
use std::sync::Arc;

/// What the backup would do to the book.
#[component]
pub fn MergePreview(merge: Arc<Merge>) -> impl IntoView {
    let state = use_state();
    let has_line = state.has_line();
    let shown = merge.clone();
    let safety = move |_| {
        if let Some(name) = state.hand_over_book() {
            state.say(format!("Your book as it is now is in {name}."));
        }
    };
    view! {
        <section class="stack data__part" aria-labelledby="merge-title">
            <header class="section-head">
                <h2 id="merge-title">"What merging would change"</h2>
                <code class="file">{shown.file.clone()}</code>
                <span class="small quiet">{written(&shown)}</span>
            </header>
            <Tally counts=shown.counts />
            <Says merge=shown.clone() />
            <div class="row">
                <button class="button button--primary" type="button" on:click=move |_| state.merge(merge.clone())>
                    "Merge into my book"
                </button>
                <button class="button" type="button" on:click=safety>
                    <Icon name="download" small=true />
                    "Take a copy of my book first"
                </button>
                <button class="button button--plain" type="button" on:click=move |_| state.leave_file()>
                    {move || if has_line.get() { "Leave this file out" } else { "Leave it" }}
                </button>
            </div>
            {(!shown.rows.is_empty())
                .then(|| {
                    view! {
                        <Rows
                            caption="What merging would change, entry by entry"
                            heads=["Name", "What it is", "What would come of it"]
                            rows=shown.rows.clone()
                            more=shown.more
                        />
                    }
                })}
        </section>
    }
}

fn written(merge: &Merge) -> String {
    if merge.written.is_empty() { String::new() } else { format!("written on {}", merge.written) }
}

/// What merging keeps.
#[component]
fn Says(merge: Arc<Merge>) -> impl IntoView {
    let said = match merge.differing {
        0 => "Merging keeps the newer of every entry.".to_string(),
        n => format!("In {} your book is newer than the file and stays as it is.", count(n, "place")),
    };
    let strong =
        if merge.is_nothing { "Everything in this file is in your book already." } else { "Nothing is written yet." };
    view! {
        <div class="notice" data-tone="news">
            <Icon name="info" />
            <p>
                <strong>{strong}</strong>
                " "
                {said}
            </p>
        </div>
    }
}
