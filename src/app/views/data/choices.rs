//! The choices of the person who keeps the book.

use crate::app::state::use_state;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::CheckField;
use crate::app::ui::list::Views;
use crate::app::ui::signal::derived;
use crate::app::views::form_field::{FormField, form_field};
use kith::domain::country::Country;
use kith::domain::draft::Problems;
use kith::domain::setting::ChoicesDraft;
use leptos::prelude::*;

/// What is typed among the choices.
pub const CHOICES: [FormField<ChoicesDraft>; 6] = [
    form_field!(
        ChoicesDraft,
        my_name,
        InputSpec::line("What people call you", "my_name").hint("It stands at the end of the messages you send.")
    ),
    form_field!(
        ChoicesDraft,
        currency,
        InputSpec::line("Currency of your sales", "currency").hint("Three letters, such as USD or EUR.")
    ),
    form_field!(
        ChoicesDraft,
        country,
        InputSpec::choice("Your country", "country", Country::choices)
            .hint("How phone numbers without the code of a country are dialled.")
    ),
    form_field!(
        ChoicesDraft,
        week_start,
        InputSpec::choice("Your week starts on", "week_start", ChoicesDraft::week_starts)
    ),
    form_field!(
        ChoicesDraft,
        update_days,
        InputSpec::line("Days until a source is told how it goes", "update_days")
            .hint("Counted from the last word about it.")
    ),
    form_field!(
        ChoicesDraft,
        gift_cap,
        InputSpec::line("Most in gifts to one person a year", "gift_cap").hint("In your currency; empty is no limit.")
    ),
];

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
    let of = move |field: &'static str| derived(move || problems.with(|p| p.of(field).map(str::to_string)));
    view! {
        <section class="stack data__part" aria-labelledby="choices">
            <header class="section-head">
                <h2 id="choices">"Your choices"</h2>
            </header>
            <form class="stack data__part" on:submit=submit>
                <div class="fields">
                    {CHOICES.iter().map(|part| part.over(draft, problems)).views()}
                </div>
                <Week draft=draft error=of("working_days") />
                <CheckField
                    label="Gifts are barred in my trade"
                    name="no_gifts"
                    checked=derived(move || draft.with(|d| d.no_gifts))
                    on_change=move |on| draft.update(|d| d.no_gifts = on)
                    note="Then a note by hand is suggested in their place."
                />
                {move || of("form").get().map(|why| view! { <p role="alert">{why}</p> }).views()}
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
                checked=derived(move || draft.with(|d| d.working_days.contains(&number)))
                on_change=move |works| draft.update(|d| d.work_on(number, works))
            />
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">"Days you work"</legend>
            <div class="data__week">{ChoicesDraft::weekdays().map(day).views()}</div>
            {move || error.get().map(|why| view! { <p class="field__error">{why}</p> }).views()}
        </fieldset>
    }
}
