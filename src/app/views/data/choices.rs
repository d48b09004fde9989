//! The choices of the person who keeps the book.

use crate::app::state::use_state;
use crate::app::ui::field::{CheckField, TextField};
use kith::domain::draft::Problems;
use kith::domain::setting::ChoicesDraft;
use leptos::prelude::*;

/// The form of the choices.
#[component]
pub fn Choices() -> impl IntoView {
    let state = use_state();
    let draft = RwSignal::new(state.peek(|book, _| ChoicesDraft::of(book)));
    let problems = RwSignal::new(Problems::default());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let done = state.act("Your choices are kept.", |book, _, _| draft.with_untracked(|draft| draft.change(book)));
        problems.set(done.err().unwrap_or_default());
    };
    let of = move |field: &'static str| Signal::derive(move || problems.with(|p| p.of(field).map(str::to_string)));
    view! {
        <section class="stack data__part" aria-labelledby="choices">
            <header class="section-head">
                <h2 id="choices">"Your choices"</h2>
            </header>
            <form class="stack data__part" on:submit=submit>
                <div class="fields">
                    <TextField
                        label="What people call you"
                        name="my_name"
                        hint="It stands at the end of the messages you send."
                        value=Signal::derive(move || draft.with(|d| d.my_name.clone()))
                        on_input=move |text| draft.update(|d| d.my_name = text)
                        error=of("my_name")
                    />
                    <TextField
                        label="Currency of your sales"
                        name="currency"
                        hint="Three letters, such as USD or EUR."
                        value=Signal::derive(move || draft.with(|d| d.currency.clone()))
                        on_input=move |text| draft.update(|d| d.currency = text)
                        error=of("currency")
                    />
                    <TextField
                        label="Days until a source is told how it goes"
                        name="update_days"
                        hint="Counted from the last word about it."
                        value=Signal::derive(move || draft.with(|d| d.update_days.clone()))
                        on_input=move |text| draft.update(|d| d.update_days = text)
                        error=of("update_days")
                    />
                </div>
                <Week draft=draft error=of("working_days") />
                {move || of("form").get().map(|why| view! { <p role="alert">{why}</p> })}
                <div class="row">
                    <button class="button" type="submit">
                        "Save choices"
                    </button>
                </div>
            </form>
        </section>
    }
}

/// The days worked.
#[component]
fn Week(draft: RwSignal<ChoicesDraft>, #[prop(into)] error: Signal<Option<String>>) -> impl IntoView {
    let day = move |(number, name): (u8, &'static str)| {
        view! {
            <CheckField
                label=name
                name="working_days"
                checked=Signal::derive(move || draft.with(|d| d.working_days.contains(&number)))
                on_change=move |works| draft.update(|d| d.work_on(number, works))
            />
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">"Days you work"</legend>
            <div class="data__week">{ChoicesDraft::weekdays().map(day).collect_view()}</div>
            {move || error.get().map(|why| view! { <p class="field__error">{why}</p> })}
        </fieldset>
    }
}
