//! Events: those to come, who waits for a word after the last ones, and those that were (R69).

pub mod forms;

use super::social::SocialHead;
use crate::app::state::use_state;
use crate::app::ui::avatar::Avatar;
use crate::app::ui::empty::Empty;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::{Told, memo};
use kith::domain::id::EventId;
use kith::message::event::{AfterRow, EventRow, afterwards, lead, row};
use kith::route::{Dialog, Page, Route};
use kith::rules::room::events;
use leptos::prelude::*;

/// How many of those who wait and of past events stand there at first.
const SOME: usize = 8;

/// Events to come and past ones.
#[component]
pub fn Events() -> impl IntoView {
    let state = use_state();
    let all = state.select_on(events);
    let coming = memo(move || all.with(|(coming, _)| coming.clone()));
    let past = memo(move || all.with(|(_, past)| past.clone()));
    let after = memo(move || {
        let today = state.today();
        past.with(|past| state.select_now(|book| afterwards(book, past, today)))
    });
    let said = memo(move || {
        let (today, waiting) = (state.today(), after.with(Vec::len));
        coming.with(|coming| state.select_now(|book| lead(book, coming, waiting, today)))
    });
    view! {
        <div class="page">
            <SocialHead part=Page::Events lead=said>
                <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Event(None))>
                    <Icon name="plus" small=true />
                    "Plan an event"
                </button>
            </SocialHead>
            <Show when=move || all.with(|(coming, past)| !(coming.is_empty() && past.is_empty())) fallback=Nothing>
                <div class="stack">
                    <Coming list=coming />
                    <Waiting list=after />
                    <Past list=past />
                </div>
            </Show>
        </div>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    let state = use_state();
    view! {
        <Empty
            title="No event yet"
            text="A supper, a breakfast, a walk: bring those who send you people together with those you hope to work with. Whom to invite is proposed from your book."
        >
            <p class="row">
                <a class="button button--primary" href=move || state.with_dialog(Dialog::Event(None))>
                    "Plan the first one"
                </a>
            </p>
        </Empty>
    }
}

#[component]
fn Coming(list: Told<Vec<EventId>>) -> impl IntoView {
    view! {
        <section aria-labelledby="coming">
            <header class="section-head">
                <h2 id="coming">"To come"</h2>
                <span class="count">{move || list.with(Vec::len)}</span>
            </header>
            <Show
                when=move || !list.with(Vec::is_empty)
                fallback=|| view! { <p class="small quiet events__none">"Nothing is planned."</p> }
            >
                <table class="table table--plain events__past">
                    <caption class="visually-hidden">"Events to come, and how their guests stand"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Event"</th>
                            <th scope="col">"Day"</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=move || list.get() key=EventId::to_string let:id>
                            <ComingRow id=id />
                        </For>
                    </tbody>
                </table>
            </Show>
        </section>
    }
}

#[component]
fn ComingRow(id: EventId) -> impl IntoView {
    let told = use_state().select_on(move |book, today| row(book, id, today));
    let cells = move |told: EventRow| {
        view! {
            <th scope="row">
                <a class="name" href=Route::of(Page::Event(id)).to_string()>
                    {told.name}
                </a>
                <span class="events__sum">{told.sum}</span>
            </th>
            <td>
                {told.away} " "
                <span class="nowrap faint">{told.day}</span>
            </td>
        }
    };
    view! { <tr data-row="true">{move || told.get().map(cells).views()}</tr> }
}

/// Those who came to an event and wait for a word.
#[component]
fn Waiting(list: Told<Vec<AfterRow>>) -> impl IntoView {
    let shown = move || list.with(|list| list.iter().take(SOME).cloned().collect::<Vec<_>>());
    let more = move || list.with(|list| list.len().saturating_sub(SOME));
    view! {
        <Show when=move || !list.with(Vec::is_empty)>
            <section aria-labelledby="after">
                <header class="section-head">
                    <h2 id="after">"A word after it"</h2>
                    <span class="count">{move || list.with(Vec::len)}</span>
                </header>
                <ol aria-labelledby="after">
                    <For each=shown key=|row| format!("{row:?}") let:row>
                        <WaitingRow row=row />
                    </For>
                </ol>
                <Show when=move || more() != 0>
                    <p class="small quiet events__none">{more} " more stand on Today."</p>
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn WaitingRow(row: AfterRow) -> impl IntoView {
    let state = use_state();
    let AfterRow { event, person, name, first, client, why, mark } = row;
    let label = format!("Write to {name}");
    view! {
        <li class="due-row" data-row="true">
            <Avatar name=name.clone() client=client class="due-row__face" />
            <div class="due-row__text">
                <h3 class="due-row__who">
                    <a href=Route::of(Page::Person(person)).to_string()>{name}</a>
                    " "
                    <span class="due-row__kind">
                        <Icon name="event" />
                        "Event"
                    </span>
                </h3>
                <p class="due-row__why">{why}</p>
            </div>
            <span class="due-row__when mark" data-tone=mark.1>
                {mark.0}
            </span>
            <div class="due-row__do">
                <button
                    class="button"
                    type="button"
                    aria-label=label
                    on:click=move |_| state.open_dialog(Dialog::Write(person, Some(event.0)))
                >
                    "Write to "
                    {first}
                </button>
            </div>
        </li>
    }
}

#[component]
fn Past(list: Told<Vec<EventId>>) -> impl IntoView {
    let all = RwSignal::new(false);
    let shown = move || {
        let most = if all.get() { usize::MAX } else { SOME };
        list.with(|list| list.iter().take(most).copied().collect::<Vec<_>>())
    };
    view! {
        <Show when=move || !list.with(Vec::is_empty)>
            <section aria-labelledby="past">
                <header class="section-head">
                    <h2 id="past">"Before that"</h2>
                    <span class="count">{move || list.with(Vec::len)}</span>
                </header>
                <table class="table table--plain events__past">
                    <caption class="visually-hidden">"Past events, who came and what grew from them"</caption>
                    <thead>
                        <tr>
                            <th scope="col">"Event"</th>
                            <th scope="col">"Day"</th>
                            <th class="number" scope="col">
                                "Came"
                            </th>
                            <th scope="col">"Grew from it"</th>
                        </tr>
                    </thead>
                    <tbody>
                        <For each=shown key=EventId::to_string let:id>
                            <PastRow id=id />
                        </For>
                    </tbody>
                </table>
                <Show when=move || !all.get() && list.with(Vec::len).gt(&SOME)>
                    <p class="people-more">
                        <button class="button" type="button" on:click=move |_| all.set(true)>
                            "Show all "
                            {move || list.with(Vec::len)}
                        </button>
                    </p>
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn PastRow(id: EventId) -> impl IntoView {
    let told = use_state().select_on(move |book, today| row(book, id, today));
    let cells = move |told: EventRow| {
        view! {
            <th scope="row">
                <a class="name" href=Route::of(Page::Event(id)).to_string()>
                    {told.name}
                </a>
            </th>
            <td class="nowrap">{told.day}</td>
            <td class="number">{told.came}</td>
            <td>{told.grew}</td>
        }
    };
    view! { <tr data-row="true">{move || told.get().map(cells).views()}</tr> }
}
