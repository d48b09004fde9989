//! The choices of the person who keeps the book.

use crate::app::state::use_state;
use crate::app::ui::entry::Entry;
use crate::app::ui::field::CheckField;
use crate::app::ui::list::Views;
use crate::app::ui::signal::derived;
use crate::app::views::part::{Part, part};
use kith::domain::country::Country;
use kith::domain::draft::Problems;
use kith::domain::setting::ChoicesDraft;
use leptos::prelude::*;

/// What is typed among the choices.
pub const CHOICES: [Part<ChoicesDraft>; 6] = [
    part!(
        ChoicesDraft,
        my_name,
        Entry::line("What people call you", "my_name").hint("It stands at the end of the messages you send.")
    ),
    part!(
        ChoicesDraft,
        currency,
        Entry::line("Currency of your sales", "currency").hint("Three letters, such as USD or EUR.")
    ),
    part!(
        ChoicesDraft,
        country,
        Entry::choice("Your country", "country", Country::choices)
            .hint("How phone numbers without the code of a country are dialled.")
    ),
    part!(ChoicesDraft, week_start, Entry::choice("Your week starts on", "week_start", ChoicesDraft::week_starts)),
    part!(
        ChoicesDraft,
        update_days,
        Entry::line("Days until a source is told how it goes", "update_days")
            .hint("Counted from the last word about it.")
    ),
    part!(
        ChoicesDraft,
        gift_cap,
        Entry::line("Most in gifts to one person a year", "gift_cap").hint("In your currency; empty is no limit.")
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
