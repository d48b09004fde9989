//! A file being worked on: how far it is, what was seen of it so far, and a way to leave it.

use super::names::RowsShown;
use crate::app::state::{Working, use_state};
use crate::app::ui::list::Show;
use leptos::prelude::*;
use std::sync::Arc;

/// A file being worked on.
#[component]
pub fn AtWork(working: Arc<Working>) -> impl IntoView {
    let state = use_state();
    let percent = move || state.progress().percent;
    let has_rows = !working.rows.is_empty();
    let rows = working.rows.clone();
    view! {
        <section class="stack data__part" aria-labelledby="work-title">
            <header class="section-head">
                <h2 id="work-title">{working.doing}</h2>
                <code class="file">{working.file.clone()}</code>
            </header>
            <div class="meter">
                <span>{format!("{} the file", working.doing)}</span>
                <span class="meter__value">{percent} "%"</span>
                <progress class="meter__gauge" aria-label=working.doing max="100" value=percent></progress>
            </div>
            <Show when=move || state.progress().can_stop>
                <p>
                    <button class="button" type="button" on:click=move |_| state.leave_file()>
                        "Cancel"
                    </button>
                </p>
            </Show>
            <Show when=move || has_rows>
                <RowsShown rows=rows.clone() />
            </Show>
        </section>
    }
}
