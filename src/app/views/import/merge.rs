//! A backup that waits for a yes: what would be new, changed, deleted and brought back.

use super::{Rows, Tally};
use crate::app::state::{Merge, use_state};
use crate::app::ui::field::CheckField;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::signal::{derived, memo};
use kith::message::erase::EraseQuestion;
use kith::message::reason::count;
use leptos::prelude::*;
use std::sync::Arc;

/// What the backup would do to the book.
#[component]
pub fn MergePreview(merge: Arc<Merge>) -> impl IntoView {
    let state = use_state();
    let has_line = state.has_line();
    let (shown, ticked) = (merge.clone(), merge.clone());
    let verb = move || match ticked.many_ticked() {
        0 => "Merge into my book".to_string(),
        n => format!("Back up, merge, and erase {n} for good"),
    };
    let safety = move |_| {
        state.hand_over_book(move |name| state.say(format!("Your book as it is now is in {name}.")));
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
            <Erases merge=shown.clone() />
            {shown.ahead.clone().map(|said| view! { <Ahead said=said /> })}
            <div class="row">
                <button class="button button--primary" type="button" on:click=move |_| state.merge(merge.clone())>
                    {verb}
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

/// What becomes of times that lie ahead of this device's clock.
#[component]
fn Ahead(said: (String, &'static str)) -> impl IntoView {
    view! {
        <div class="notice" data-tone="late">
            <Icon name="warn" />
            <p>
                <strong>{said.0}</strong>
                " "
                {said.1}
            </p>
        </div>
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
    let strong = match merge.is_nothing {
        true if merge.erases.is_empty() && merge.notes.is_empty() => "Everything in this file is in your book already.",
        true => "There is nothing new in this file.",
        false => "Nothing is written yet.",
    };
    let note = |note: String| {
        view! {
            <div class="notice" data-tone="owed">
                <Icon name="warn" />
                <p>{note}</p>
            </div>
        }
    };
    view! {
        <div class="notice" data-tone="news">
            <Icon name="info" />
            <p>
                <strong>{strong}</strong>
                " "
                {said}
            </p>
        </div>
        {merge.notes.iter().cloned().map(note).views()}
    }
}

/// So many rows of what a file would erase are shown; what is not shown cannot be ticked, and is not erased.
const ERASES_MAX: usize = 300;

/// What the file would erase for good: only what is ticked is, and nothing is at first.
#[component]
fn Erases(merge: Arc<Merge>) -> impl IntoView {
    let more = merge.erases.len().saturating_sub(ERASES_MAX);
    let row = |(at, asked): (usize, &EraseQuestion)| {
        let (label, what, ticked) = (asked.label.clone(), asked.what.clone(), merge.ticked.clone());
        let is_ticked = memo({
            let ticked = ticked.clone();
            move || ticked.with(|ticked| ticked.contains(&at))
        });
        let tick = Callback::new(move |on: bool| {
            ticked.update(|ticked| {
                if on {
                    ticked.insert(at);
                } else {
                    ticked.remove(&at);
                }
            });
        });
        view! {
            <li>
                <CheckField
                    label=derived(move || label.clone())
                    name="erase"
                    checked=derived(move || is_ticked.get())
                    on_change=tick
                    note=derived(move || what.clone())
                />
            </li>
        }
    };
    let rows = merge.erases.iter().take(ERASES_MAX).enumerate().map(row).views();
    let section = move || {
        view! {
            <section class="stack" aria-labelledby="erases-title">
                <h3 id="erases-title">"What this file would erase"</h3>
                <p>
                    "Nothing here is erased unless you tick it. What you tick is erased for good and can't be undone, so your book is saved as a backup file first."
                </p>
                <ul class="stack">{rows}</ul>
                {(more > 0)
                    .then(|| view! { <p class="small quiet">{format!("And {more} more, which stay in your book.")}</p> })
                    .views()}
            </section>
        }
    };
    (!merge.erases.is_empty()).then(section).views()
}
