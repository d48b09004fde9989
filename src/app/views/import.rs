//! A file being read in: what it would change, before anything is written.

mod columns;
mod files;
mod links;
mod merge;
mod names;
mod report;
mod work;

use crate::app::state::{IncomingFile, Report, use_state};
use crate::app::ui::field::TextArea;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::derived;
use columns::HowItIsRead;
use files::{AllDone, Which};
use kith::route::{Page, Route};
use leptos::prelude::*;
use merge::MergePreview;
use names::NamesPreview;
use wasm_bindgen::JsCast;
use work::AtWork;

pub use columns::Columns;
pub use files::DropHere;
pub use report::{SaveReport, SaveRest};

/// A file being read in.
#[component]
pub fn Import() -> impl IntoView {
    let state = use_state();
    let so_far = move || match state.arriving() {
        None => ().into_any(),
        Some(IncomingFile::Working(working)) => view! { <AtWork working=working /> }.into_any(),
        Some(IncomingFile::Refused(file, why)) => view! { <Refused file=file why=why /> }.into_any(),
        Some(IncomingFile::Names(names)) => view! { <NamesPreview names=names /> }.into_any(),
        Some(IncomingFile::Merge(merge)) => view! { <MergePreview merge=merge /> }.into_any(),
        Some(IncomingFile::All(ends)) => view! { <AllDone ends=ends /> }.into_any(),
        Some(IncomingFile::Done(report)) => view! { <Done report=report /> }.into_any(),
    };
    view! {
        <div class="page">
            <PageHead
                over=(Route::of(Page::Data).to_string(), "Your data")
                title="Bring a file in"
                lead=|| "You see what it would change first. Nothing is written until you say so. You can undo it afterwards, except what you choose to erase."
            />
            <div class="stack data">
                <Which />
                <HowItIsRead />
                {move || so_far()}
                <section class="stack data__part" aria-label="Choose a file">
                    <ChooseFile />
                    <Paste />
                </section>
            </div>
        </div>
    }
}

/// The field for a list that is pasted.
#[component]
fn Paste() -> impl IntoView {
    let state = use_state();
    let typed = RwSignal::new(String::new());
    let read = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        state.read_pasted(typed.get_untracked());
        typed.set(String::new());
    };
    view! {
        <form class="stack" novalidate=true on:submit=read>
            <TextArea
                label="Or paste a list"
                name="pasted"
                rows=4
                value=typed
                on_input=Callback::new(move |text| typed.set(text))
                hint=derived(|| {
                    "A line each: a name, and an e-mail or a number beside it. Cards and tables can be pasted as well.".to_string()
                })
            />
            <p>
                <button class="button" type="submit">
                    "Look at the list"
                </button>
            </p>
        </form>
    }
}

/// The field for a file, with what it may be.
#[component]
pub fn ChooseFile() -> impl IntoView {
    let state = use_state();
    let choose = move |event: web_sys::Event| {
        let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        if let Some(field) = field {
            state.choose_files(&field);
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for="file">
                "Import a file"
            </label>
            <input
                class="input data__file"
                id="file"
                type="file"
                multiple=true
                accept=".json,.vcf,.csv,.tsv,.txt,application/json,text/vcard,text/csv,text/plain"
                aria-describedby="file-hint"
                on:change=choose
            />
            <p class="field__hint" id="file-hint">
                "A backup of Kith (.json), or contacts from your phone, Google, Outlook, LinkedIn or HubSpot (.vcf, .csv). Several at once come in one after the other. It is read here; it goes nowhere."
            </p>
            <p class="data__drop">"Or drop files anywhere on this page."</p>
        </div>
    }
}

#[component]
fn Refused(file: String, why: String) -> impl IntoView {
    let state = use_state();
    let has_line = state.has_line();
    view! {
        <div class="notice" data-tone="late" role="alert">
            <Icon name="warn" />
            <p>
                <strong>{file}</strong>
                " was not read. "
                {why}
            </p>
            <Show when=move || has_line.get()>
                <p class="row">
                    <button class="button" type="button" on:click=move |_| state.leave_file()>
                        "Go on without it"
                    </button>
                </p>
            </Show>
        </div>
    }
}

#[component]
fn Done(report: Report) -> impl IntoView {
    let state = use_state();
    let said = report.said.clone();
    let can_be_undone = report.can_be_undone();
    let (reports, rest) = (vec![report.clone()], report.rest());
    view! {
        <section class="next" data-tone="done" aria-labelledby="done-title">
            <div>
                <h2 class="next__what" id="done-title">
                    {said}
                </h2>
            </div>
            <div class="next__actions">
                <a class="button button--primary" href=Route::of(report.see.1.clone()).to_string()>
                    {report.see.0}
                </a>
                <Show when=move || can_be_undone>
                    <button
                        class="button button--plain"
                        type="button"
                        on:click={
                            let report = report.clone();
                            move |_| state.take_back(&report)
                        }
                    >
                        "Undo this import"
                    </button>
                </Show>
            </div>
            <div class="row">
                <SaveReport reports=reports of=None />
                <SaveRest rest=rest />
            </div>
        </section>
    }
}

/// Counts in a row, as at the foot of a ledger.
#[component]
fn Tally(counts: [(&'static str, usize); 4]) -> impl IntoView {
    let count = |(name, count): (&'static str, usize)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{count}</dd>
            </div>
        }
    };
    view! { <dl class="tally data__tally">{counts.map(count).views()}</dl> }
}

/// What would come of each row: who, what they are, and the verdict.
#[component]
fn Rows(
    caption: &'static str,
    heads: [&'static str; 3],
    rows: Vec<(String, String, String)>,
    more: usize,
) -> impl IntoView {
    let row = |(name, detail, fate): (String, String, String)| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="quiet">{detail}</td>
                <td>{fate}</td>
            </tr>
        }
    };
    view! {
        <table class="table table--plain">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>{heads.map(|head| view! { <th scope="col">{head}</th> }).views()}</tr>
            </thead>
            <tbody>{rows.into_iter().map(row).views()}</tbody>
        </table>
        {(more > 0).then(|| view! { <p class="small quiet">{format!("And {more} more.")}</p> }).views()}
    }
}
