//! A table that comes in: how it is read, what is asked about its days, and the dialog in which its columns are corrected.

use crate::app::state::{Laid, LaidColumn, use_state};
use crate::app::ui::dialog::{Dialog as Sheet, DialogHead};
use crate::app::ui::field::Segments;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::{derived, memo};
use crate::app::views::shell::Toast;
use kith::domain::setting::FirstRow;
use kith::route::Dialog;
use leptos::prelude::*;
use std::sync::Arc;

/// How the table is read, and the way to correct it.
#[component]
pub fn HowItIsRead() -> impl IntoView {
    let state = use_state();
    let laid = state.laid();
    let said = state.of_laid(|laid| laid.said.clone());
    let remembered = state.of_laid(Laid::remembered_words);
    let is_remembered = move || remembered.with(|words| words.as_ref().is_some_and(|words| !words.is_empty()));
    view! {
        <Show when=move || laid.with(Option::is_some)>
            <section class="stack data__part" aria-labelledby="read-title">
                <header class="section-head">
                    <h2 id="read-title">"How it is read"</h2>
                </header>
                <p class="row">
                    <span>{move || said.get()}</span>
                    <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Columns)>
                        "Columns…"
                    </button>
                </p>
                <Show when=is_remembered>
                    <p class="row small quiet">
                        <span>{move || remembered.get()}</span>
                        <button class="button button--plain" type="button" on:click=move |_| state.forget_table()>
                            "Forget it"
                        </button>
                    </p>
                </Show>
                <WhichDay />
            </section>
        </Show>
    }
}

/// The question about a day that may be either of two.
#[component]
fn WhichDay() -> impl IntoView {
    let state = use_state();
    let asked = state.of_laid(|laid| laid.days.as_ref().map(|days| (days.question(), days.answers())));
    let answer = state.of_laid(|laid| laid.days.as_ref().map(|days| days.answer()).unwrap_or_default());
    let answer = memo(move || answer.get().unwrap_or_default());
    let question = move |(question, answers): (String, Vec<(String, String)>)| {
        view! {
            <div class="laid-days">
                <Segments
                    label=question
                    name="days"
                    value=answer
                    on_change=Callback::new(move |answer: String| state.say_days(&answer))
                    options=answers
                />
                <p class="small quiet">"Every such day of the file is read the same way."</p>
            </div>
        }
    };
    move || asked.get().flatten().map(question).views()
}

/// The columns of the table, each with what it is taken for.
#[component]
pub fn Columns() -> impl IntoView {
    let state = use_state();
    let close = move |()| state.close_dialog();
    match state.laid().get_untracked() {
        Some(laid) => view! { <Listed laid=laid /> }.into_any(),
        None => view! {
            <Sheet labelled_by="columns-title" on_close=close>
                <DialogHead
                    id="columns-title"
                    title="No table is open"
                    sub="Choose a file of contacts first. If it is a table, its columns stand here."
                    on_close=close
                />
            </Sheet>
        }
        .into_any(),
    }
}

const SUB: &str =
    "What each column of the file holds. A change is read at once, and kept for the next file of this kind.";

#[component]
fn Listed(laid: Arc<Laid>) -> impl IntoView {
    let state = use_state();
    let close = move |()| state.close_dialog();
    let columns = state.of_laid(|laid| laid.columns.clone());
    let more = laid.not_listed();
    let in_doubt = laid.other.is_some();
    view! {
        <Sheet labelled_by="columns-title" on_close=close>
            // A section, so that the head of the dialog is no second banner of the page.
            <section class="dialog__form">
                <DialogHead id="columns-title" title="Columns" sub=derived(|| SUB.to_string()) on_close=close />
                <div class="dialog__body stack">
                    <Show when=move || in_doubt>
                        <FirstRow />
                    </Show>
                    <ul class="laid" aria-label="Columns">
                        <For each=move || columns.get().unwrap_or_default() key=known_by let:column>
                            <Column column=column />
                        </For>
                    </ul>
                    <p class="small quiet">{more}</p>
                </div>
                <footer class="dialog__foot">
                    <button class="button button--primary button--tall" type="button" on:click=move |_| close(())>
                        "Done"
                    </button>
                    <Toast />
                </footer>
            </section>
        </Sheet>
    }
}

fn known_by(column: &LaidColumn) -> String {
    column.key.clone()
}

/// Whether the first row names the columns.
#[component]
fn FirstRow() -> impl IntoView {
    let state = use_state();
    let first_row = state.of_laid(|laid| laid.first_row().word().to_string());
    let value = memo(move || first_row.get().unwrap_or_default());
    let option = |one: &FirstRow| (one.word().to_string(), one.label().to_string());
    view! {
        <Segments
            label="The first row".to_string()
            name="first-row"
            value=value
            on_change=Callback::new(move |word: String| state.say_first_row(&word))
            options=FirstRow::ALL.iter().map(option).collect()
        />
    }
}

/// One column: its name, its first values, and what it is taken for.
#[component]
fn Column(column: LaidColumn) -> impl IntoView {
    let state = use_state();
    let LaidColumn { key, name, firsts, holds, choices, .. } = column;
    let (id, below) = (format!("column-{key}"), format!("column-{key}-firsts"));
    let sent = key.clone();
    let value = state.of_laid(move |laid| laid.holds(&key).to_string());
    let option = |(word, label): (String, String)| {
        let is_it = word == holds;
        view! {
            <option value=word selected=is_it>
                {label}
            </option>
        }
    };
    view! {
        <li class="laid__column">
            <div class="laid__what">
                <label class="laid__name" for=id.clone()>
                    {name}
                </label>
                <p class="laid__firsts" id=below.clone()>
                    {firsts}
                </p>
            </div>
            <span class="select">
                <select
                    class="input"
                    id=id
                    aria-describedby=below
                    prop:value=move || value.get().unwrap_or_default()
                    on:change=move |event| state.say_column(&sent, &event_target_value(&event))
                >
                    {choices.into_iter().map(option).views()}
                </select>
                <Icon name="down" small=true />
            </span>
        </li>
    }
}
