//! Several files: which one is looked at, the place where they are dropped, and what became of all.

use super::report::{SaveReport, SaveRest};
use crate::app::state::{Report, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use kith::message::reason::count;
use kith::route::Route;
use leptos::prelude::*;

/// Which of several files is looked at.
#[component]
pub fn Which() -> impl IntoView {
    let which = use_state().which_file();
    view! {
        <Show when=move || !which.with(String::is_empty)>
            <p class="data__which" role="status">
                {move || which.get()}
            </p>
        </Show>
    }
}

/// What is seen while files are held over the page.
#[component]
pub fn DropHere() -> impl IntoView {
    let state = use_state();
    view! {
        <Show when=move || state.is_hovered()>
            <div class="drop">
                <p class="drop__said">
                    <Icon name="upload" />
                    "Drop it here. You see what it would change before anything is written."
                </p>
            </div>
        </Show>
    }
}

/// What became of several files, each to be taken back by itself.
#[component]
pub fn AllDone(ends: Vec<Report>) -> impl IntoView {
    let state = use_state();
    let title = format!("{}, one after the other", count(ends.len(), "file"));
    let reports = ends.clone();
    let row = move |report: Report| {
        let rest = report.rest();
        let can_be_undone = report.can_be_undone();
        let (label, page) = report.see.clone();
        let other = format!("Take back: {}", report.said);
        let said = report.said.clone();
        let acts = move || {
            let (other, report) = (other.clone(), report.clone());
            view! {
                <span class="row">
                    <a class="button button--plain" href=Route::of(page.clone()).to_string()>
                        {label}
                    </a>
                    <button
                        class="button button--plain"
                        type="button"
                        aria-label=other
                        on:click=move |_| state.take_back(&report)
                    >
                        "Take back"
                    </button>
                </span>
            }
        };
        view! {
            <li class="data__end">
                <span>{said}</span>
                <Show when=move || can_be_undone>{acts()}</Show>
                <span class="row">
                    <SaveRest rest=rest is_listed=true />
                </span>
            </li>
        }
    };
    view! {
        <section class="stack data__part" aria-labelledby="all-title">
            <header class="section-head">
                <h2 id="all-title">{title}</h2>
            </header>
            <ul aria-labelledby="all-title">{ends.into_iter().map(row).views()}</ul>
            <p class="row">
                <SaveReport reports=reports of=None />
            </p>
        </section>
    }
}
