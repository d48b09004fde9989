//! The next thing with this person: the word that is owed to them, with the button that writes it.

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show};
use crate::app::views::today::{begin, tone};
use kith::domain::id::PersonId;
use kith::message::duty::telling;
use kith::message::profile::Profile;
use kith::route::Dialog;
use kith::rules::duty::When;
use kith::rules::today_rows::{TodayRow, row_of};
use leptos::prelude::*;

/// The next thing, if anything is owed.
#[component]
pub fn Next(id: PersonId, told: Signal<Profile>) -> impl IntoView {
    let state = use_state();
    let row = state.select_on(move |book, today| row_of(book, Some(id), today));
    let words = state.select_on(move |book, today| {
        row.with(|row| row.as_ref().map(|row| telling(book, row, today))).unwrap_or_default()
    });
    let when = move || row.with(|row| row.as_ref().map_or(When::Soon, TodayRow::when));
    view! {
        <Show when=move || row.with(Option::is_some)>
            <section class="next" aria-labelledby="next" data-tone=move || tone(when())>
                <p class="next__label">
                    <span>"Next with " {move || told.with(|told| told.first.clone())}</span>
                    <span class="mark">{move || words.get().when}</span>
                </p>
                <div>
                    <h2 class="next__what" id="next">
                        {move || words.get().title}
                    </h2>
                    <For each=move || words.get().why key=String::clone let:why>
                        <p class="next__why">{why}</p>
                    </For>
                </div>
                <div class="next__actions">
                    <button
                        class="button button--primary"
                        type="button"
                        on:click=move |_| begin(state, Some(id))
                    >
                        <Icon name="mail" small=true />
                        {move || words.get().button}
                    </button>
                    <button
                        class="button button--plain"
                        type="button"
                        on:click=move |_| state.open_dialog(Dialog::PutOff(Some(id)))
                    >
                        "Another day…"
                    </button>
                </div>
            </section>
        </Show>
    }
}
