//! With whom: a name of the book, a choice where several carry it, or somebody new.

use super::super::draft_form::DraftForm;
use super::super::suggestions::PeopleSuggestions;
use crate::app::state::use_state;
use crate::app::ui::field::{CheckField, TextField};
use crate::app::ui::list::{For, Show};
use crate::app::ui::signal::{derived, memo};
use kith::domain::id::PersonId;
use kith::domain::touch::draft::TouchDraft;
use kith::message::profile::known_as;
use leptos::prelude::*;

/// The field, and what a name needs that is not clear.
#[component]
pub fn Whom(form: DraftForm<TouchDraft>) -> impl IntoView {
    let state = use_state();
    let whom = form.of(|d| d.whom.clone());
    let unclear = memo(move || {
        let draft = form.get();
        state.select_now(|book| {
            let all = TouchDraft { person: None, ..draft.clone() };
            (draft.is_unknown(book), all.maybe(book))
        })
    });
    let unknown = move || unclear.with(|(unknown, _)| *unknown);
    let maybe = move || unclear.with(|(_, maybe)| maybe.clone());
    let label = derived(move || format!("Add {} to your book", whom.get().trim()));
    let typed = move |text: String| {
        form.change(|d| (d.whom, d.person, d.someone_new) = (text, None, false));
        form.mend("person");
    };
    view! {
        <div class="field">
            <TextField
                label="With whom"
                name="log-whom"
                value=whom
                on_input=typed
                error=form.problem("person")
                list="log-people"
                autofocus=true
            />
            <PeopleSuggestions id="log-people" typed=whom />
            <Show when=unknown>
                <CheckField
                    label=label
                    name="log-someone-new"
                    checked=form.of(|d| d.someone_new)
                    on_change=move |on| {
                        form.change(|d| d.someone_new = on);
                        form.mend("person");
                    }
                    note="No one of that name is in it yet."
                />
            </Show>
            <For each=maybe key=|id| id.to_string() let:id>
                <OneOfThem form=form id=id />
            </For>
        </div>
    }
}

#[component]
fn OneOfThem(form: DraftForm<TouchDraft>, id: PersonId) -> impl IntoView {
    let known = use_state().select(move |book| book.person(id).map(|p| known_as(book, p)));
    view! {
        <label class="check">
            <input
                type="radio"
                name="log-who"
                prop:checked=form.of(move |d| d.person == Some(id)).signal()
                on:change=move |_| form.change(|d| d.person = Some(id))
            />
            <span>{move || known.get()}</span>
        </label>
    }
}
