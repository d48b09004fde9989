//! What news this person gets: the lists they are on, the day they asked for none, and what they had last (R70).

use crate::app::state::{State, use_state};
use crate::app::ui::field::CheckField;
use crate::app::ui::list::{For, Show};
use crate::app::ui::signal::{derived, memo};
use kith::domain::id::PersonId;
use kith::message::news::of_person;
use kith::route::{Page, Route};
use leptos::prelude::*;

/// The lists, each to tick, and whether they want no news at all.
#[component]
pub fn News(id: PersonId) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| of_person(book, id, today));
    let lists = move || told.with(|told| told.lists.iter().map(|(list, _)| list.clone()).collect());
    let since = derived(move || told.with(|told| told.none_since.clone()));
    let wants_none = memo(move || !since.with(String::is_empty));
    view! {
        <section aria-labelledby="news">
            <header class="section-head">
                <h2 id="news">"News"</h2>
                <a class="small" href=Route::of(Page::News).to_string()>
                    "All lists"
                </a>
            </header>
            <Show when=move || told.with(|told| told.lists.is_empty())>
                <p class="small quiet section-none">"No list yet. Make one under Events and news."</p>
            </Show>
            <ul>
                <For each=lists key=String::clone let:list>
                    <One id=id list=list />
                </For>
                <li class="told__line">
                    <CheckField
                        label="Wants no news"
                        name="no-news"
                        checked=wants_none.signal()
                        on_change=Callback::new(move |none| no_news(state, id, none, ""))
                        note="They stay on their lists, and nothing goes to them."
                    />
                    <Show when=move || wants_none.get()>
                        <input
                            class="input told__day"
                            type="date"
                            max=move || state.today().to_string()
                            aria-label="Day they asked for no news"
                            prop:value=since
                            on:change=move |event| no_news(state, id, true, &event_target_value(&event))
                        />
                    </Show>
                </li>
            </ul>
            <Show when=move || told.with(|told| !told.last.is_empty())>
                <p class="small quiet section-none">{move || told.with(|told| told.last.clone())}</p>
            </Show>
        </section>
    }
}

#[component]
fn One(id: PersonId, list: String) -> impl IntoView {
    let state = use_state();
    let name = list.clone();
    let is_on = state.select(move |book| book.person(id).is_some_and(|person| person.lists.contains(&name)));
    let label = list.clone();
    let tick = move |on: bool| {
        let first = state.peek(|book, _| book.person(id).map(|p| p.name.first().to_string())).unwrap_or_default();
        let said = if on { format!("{first} is on {list}.") } else { format!("{first} is off {list}.") };
        state.act_here(said, |book, _, _| book.put_on_list(&[id], &list, on));
    };
    view! {
        <li class="told__line">
            <CheckField label=label name="list" checked=is_on.signal() on_change=Callback::new(tick) />
        </li>
    }
}

fn no_news(state: State, id: PersonId, none: bool, on: &str) {
    let first = state.peek(|book, _| book.person(id).map(|p| p.name.first().to_string())).unwrap_or_default();
    let said = if none { "gets no news any more" } else { "gets news again" };
    state.act_here(format!("{first} {said}."), |book, _, today| book.wants_no_news(id, none, on, today));
}
