//! From whom: a name, whom in the book it means, and the choice where it may mean several.

use super::super::draft_form::DraftForm;
use super::super::suggestions::PeopleSuggestions;
use crate::app::state::use_state;
use crate::app::ui::field::TextField;
use crate::app::ui::list::{For, Show};
use crate::app::ui::signal::derived;
use kith::domain::id::PersonId;
use kith::domain::referral::capture::CaptureDraft;
use kith::message::profile::{known_as, work};
use leptos::prelude::*;

/// The field, and the choice below it.
#[component]
pub fn Source(form: DraftForm<CaptureDraft>) -> impl IntoView {
    let state = use_state();
    let from = form.of(|d| d.from.clone());
    let several = form.of(|d| !d.maybe.is_empty());
    let typed = move |text: String| form.change(|draft| state.name_source(draft, text));
    view! {
        <div class="field">
            <TextField
                label="From"
                name="capture-from"
                value=from
                on_input=typed
                error=form.problem("from")
                hint=hint(form)
                list="capture-sources"
            />
            <PeopleSuggestions id="capture-sources" typed=from />
            <Show when=move || several.get()>
                <Which form=form />
            </Show>
        </div>
    }
}

/// Whom in the book the source is, or that they join it.
fn hint(form: DraftForm<CaptureDraft>) -> Signal<String> {
    let state = use_state();
    derived(move || {
        let draft = form.get();
        state.select_now(|book| match draft.known_source(book).and_then(|id| book.person(id)) {
            Some(person) => format!("In your book: {}", known_as(book, person)),
            None if draft.from.trim().is_empty() => "Who mentioned them.".to_string(),
            None if draft.maybe.is_empty() => "Not in your book yet; joins it.".to_string(),
            None => String::new(),
        })
    })
}

/// The people of that name, and somebody new.
#[component]
fn Which(form: DraftForm<CaptureDraft>) -> impl IntoView {
    let people = form.of(|d| d.maybe.clone());
    let choose = move |id: PersonId| form.change(|d| (d.source, d.source_new) = (Some(id), false));
    let new = move |_| form.change(|d| (d.source, d.source_new) = (None, true));
    view! {
        <fieldset class="capture__which">
            <legend class="field__label">"Whom do you mean?"</legend>
            <ul class="choices">
                <For each=move || people.get() key=|id| id.to_string() let:id>
                    <li>
                        <label class="check choice">
                            <input
                                type="radio"
                                name="capture-which"
                                prop:checked=form.of(move |d| d.source == Some(id)).signal()
                                on:change=move |_| choose(id)
                            />
                            <Person id=id />
                        </label>
                    </li>
                </For>
                <li>
                    <label class="check choice">
                        <input
                            type="radio"
                            name="capture-which"
                            prop:checked=form.of(|d| d.source_new).signal()
                            on:change=new
                        />
                        <span class="choice__name">"Somebody new of that name"</span>
                    </label>
                </li>
            </ul>
        </fieldset>
    }
}

#[component]
fn Person(id: PersonId) -> impl IntoView {
    let told = use_state().select(move |book| book.person(id).map(|p| (p.name.to_string(), work(book, p))));
    view! {
        <span>
            <span class="choice__name">{move || told.get().map(|(name, _)| name)}</span>
            <span class="check__note">{move || told.get().map(|(_, work)| work)}</span>
        </span>
    }
}
