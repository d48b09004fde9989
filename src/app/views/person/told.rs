//! What this person has been told of how you work: ticked when it was said, with its day (R22).

use crate::app::state::{State, use_state};
use crate::app::ui::field::CheckField;
use crate::app::ui::list::{For, Show};
use crate::app::ui::signal::{derived, memo};
use kith::domain::id::PersonId;
use kith::message::playbook::{TopicStatus, heard};
use kith::rules::census::{Untold, tell_on};
use leptos::prelude::*;

/// The three things, each to tick.
#[component]
pub fn Told(id: PersonId) -> impl IntoView {
    let all = use_state().select(move |book| heard(book, id));
    let kinds = move || all.get().into_iter().map(|one| one.what).collect();
    view! {
        <section aria-labelledby="told">
            <header class="section-head">
                <h2 id="told">"What they have been told"</h2>
            </header>
            <ul>
                <For each=kinds key=|what| what.address().to_string() let:what>
                    <One id=id what=what />
                </For>
            </ul>
        </section>
    }
}

#[component]
fn One(id: PersonId, what: Untold) -> impl IntoView {
    let state = use_state();
    let told = state.select(move |book| heard(book, id).into_iter().find(|one| one.what == what));
    let part = move |part: fn(&TopicStatus) -> String| {
        derived(move || told.with(|told| told.as_ref().map(part)).unwrap_or_default())
    };
    let (name, said) = (part(|told| told.name.clone()), part(|told| told.said.to_string()));
    let day = part(|told| told.on.clone());
    let is_told = memo(move || !day.with(String::is_empty));
    let tick = move |is_told: bool| {
        let day = if is_told { state.peek(|_, today| today.to_string()) } else { String::new() };
        note(state, id, what, &day);
    };
    view! {
        <li class="told__line">
            <CheckField label=name name="told" checked=is_told.signal() note=said on_change=Callback::new(tick) />
            <Show when=move || is_told.get()>
                <input
                    class="input told__day"
                    type="date"
                    max=move || state.today().to_string()
                    aria-label=move || format!("Day they were told: {}", name.get())
                    prop:value=day
                    on:change=move |event| note(state, id, what, &event_target_value(&event))
                />
            </Show>
        </li>
    }
}

/// Notes the day somebody was told, or that they were not.
fn note(state: State, id: PersonId, what: Untold, day: &str) {
    let first = state.peek(|book, _| book.person(id).map(|p| p.name.first().to_string())).unwrap_or_default();
    let has = if day.is_empty() { "has not been told" } else { "has been told" };
    state.act_here(format!("{first} {has} {}.", what.label()), |book, _, today| tell_on(book, id, what, day, today));
}
