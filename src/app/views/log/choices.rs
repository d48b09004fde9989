//! How, on which day, and what for.

use super::super::draft_form::DraftForm;
use super::super::form_field::{FormField, form_field};
use crate::app::state::use_state;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::{CheckField, Segments};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::derived;
use kith::domain::day::earlier;
use kith::domain::touch::draft::TouchDraft;
use kith::domain::touch::{Purpose, TouchKind};
use leptos::prelude::*;

/// How many kinds are in sight; the others are folded.
const IN_SIGHT: usize = 5;

const DAY: [FormField<TouchDraft>; 1] = [form_field!(TouchDraft, on, InputSpec::line("Day", "log-on").of_kind("date"))];

/// The kinds, as big choices.
#[component]
pub fn Kinds(form: DraftForm<TouchDraft>) -> impl IntoView {
    let (first, more) = TouchKind::ALL.split_at(IN_SIGHT);
    let open = more.iter().any(|kind| form.peek().kind == kind.word());
    let kind = move |kind: &'static TouchKind| view! { <Kind form=form kind=kind /> };
    view! {
        <fieldset class="field">
            <legend class="field__label">"How"</legend>
            <div class="kinds">{first.iter().map(kind).views()}</div>
            <details class="fold" open=open>
                <summary>
                    <Icon name="right" small=true />
                    "Another way"
                </summary>
                <div class="kinds">{more.iter().map(kind).views()}</div>
            </details>
            {move || form.problem("kind").get().map(|why| view! { <p class="field__error">{why}</p> }).views()}
        </fieldset>
    }
}

#[component]
fn Kind(form: DraftForm<TouchDraft>, kind: &'static TouchKind) -> impl IntoView {
    view! {
        <label class="kind">
            <input
                type="radio"
                name="log-kind"
                value=kind.word()
                prop:checked=form.of(move |d| d.kind == kind.word()).signal()
                on:change=move |_| form.change(|d| d.kind = kind.word().to_string())
            />
            <Icon name=kith::message::timeline_text::icon(kind) small=true />
            <span>{kind.label()}</span>
        </label>
    }
}

/// Today, yesterday, or another day.
#[component]
pub fn Day(form: DraftForm<TouchDraft>) -> impl IntoView {
    let state = use_state();
    let another = RwSignal::new(false);
    let yesterday = derived(move || earlier(state.today(), 1).to_string());
    let on = form.of(|d| d.on.clone());
    let chosen = derived(move || match on.get() {
        day if another.get() || (!day.is_empty() && day != yesterday.get()) => "another".to_string(),
        day if day.is_empty() => "today".to_string(),
        _ => "yesterday".to_string(),
    });
    let choose = move |word: String| {
        another.set(word == "another");
        form.change(|d| match word.as_str() {
            "today" => d.on = String::new(),
            "yesterday" => d.on = yesterday.get_untracked(),
            _ => {}
        });
    };
    let options = [("today", "Today"), ("yesterday", "Yesterday"), ("another", "Another day")];
    let options = options.map(|(word, label)| (word.to_string(), label.to_string())).to_vec();
    let asks = move || chosen.get() == "another";
    view! {
        <Segments label="When" name="log-day" value=chosen on_change=choose options=options />
        <Show when=asks>
            {form.fields(&DAY)}
        </Show>
    }
}

/// What it was for, folded until it is wanted.
#[component]
pub fn Purposes(form: DraftForm<TouchDraft>) -> impl IntoView {
    let open = !form.peek().purposes.is_empty();
    let purpose = move |purpose: &'static Purpose| {
        let choose = move |on: bool| {
            form.change(|draft| {
                if on {
                    draft.purposes.insert(purpose.clone())
                } else {
                    draft.purposes.remove(purpose)
                };
            });
        };
        view! {
            <CheckField
                label=purpose.label()
                name="log-purpose"
                checked=form.of(move |d| d.purposes.contains(purpose))
                on_change=choose
            />
        }
    };
    view! {
        <details class="fold" open=open>
            <summary>
                <Icon name="right" small=true />
                "What it was for"
            </summary>
            <fieldset class="field">
                <legend class="visually-hidden">"What it was for"</legend>
                <div class="checks">{Purpose::ALL.iter().map(purpose).views()}</div>
            </fieldset>
        </details>
    }
}
