//! Events: those to come, who waits for a word after the last ones, and those that were (R69).

pub mod forms;

use super::events_header::EventsHeader;
use crate::app::state::use_state;
use crate::app::ui::empty::Empty;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::section::{Section, ShowAll};
use crate::app::ui::signal::{Memo, derived, memo};
use crate::app::views::due_row::{DueRow, Main};
use kith::domain::id::EventId;
use kith::message::event::{AfterRow, EventRow, afterwards, lead, row};
use kith::route::{Dialog, Page, Route};
use kith::rules::guest_mix::events;
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
            <EventsHeader part=Page::Events lead=said>
                <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Event(None))>
                    <Icon name="plus" small=true />
                    "Plan an event"
                </button>
            </EventsHeader>
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
fn Coming(list: Memo<Vec<EventId>>) -> impl IntoView {
    view! {
        <Section id="coming" title="To come" count=derived(move || list.with(Vec::len)) nothing="Nothing is planned.">
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
        </Section>
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
fn Waiting(list: Memo<Vec<AfterRow>>) -> impl IntoView {
    let shown = move || list.with(|list| list.iter().take(SOME).cloned().collect::<Vec<_>>());
    let more = move || list.with(|list| list.len().saturating_sub(SOME));
    view! {
        <Show when=move || !list.with(Vec::is_empty)>
            <Section id="after" title="A word after it" count=derived(move || list.with(Vec::len)) nothing="">
                <ol aria-labelledby="after">
                    <For each=shown key=|row| format!("{row:?}") let:row>
                        <WaitingRow row=row />
                    </For>
                </ol>
                <Show when=move || more() != 0>
                    <p class="small quiet section-none">{more} " more stand on Today."</p>
                </Show>
            </Section>
        </Show>
    }
}

#[component]
fn WaitingRow(row: AfterRow) -> impl IntoView {
    let state = use_state();
    let AfterRow { event, person, name, first, client, why, mark } = row;
    let run = Callback::new(move |()| state.open_dialog(Dialog::Write(person, Some(event.0))));
    let main = Main { verb: format!("Write to {first}"), label: format!("Write to {name}"), run };
    let (kind, when) = (("Event".to_string(), "event"), (mark.0.to_string(), mark.1));
    view! { <DueRow person=person name=name client=client kind=kind why=why when=when main=main /> }
}

#[component]
fn Past(list: Memo<Vec<EventId>>) -> impl IntoView {
    let all = RwSignal::new(false);
    let shown = move || {
        let most = if all.get() { usize::MAX } else { SOME };
        list.with(|list| list.iter().take(most).copied().collect::<Vec<_>>())
    };
    let count = derived(move || list.with(Vec::len));
    view! {
        <Show when=move || !list.with(Vec::is_empty)>
            <Section id="past" title="Before that" count=count nothing="">
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
                <ShowAll some=SOME count=count all=all />
            </Section>
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
