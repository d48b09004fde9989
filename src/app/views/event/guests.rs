//! The guests of an event: how each stands, the word that is next, and the list as it is printed (R69).

use crate::app::state::{State, use_state};
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::ui::signal::{Memo, derived, memo};
use kith::domain::event::Rsvp;
use kith::domain::id::{EventId, PersonId};
use kith::message::event::EventWords;
use kith::message::guest_mix_text::{GuestWords, PaperLine, guests, paper};
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;

/// How many stand there at first, and how many more a tap brings.
const SOME: usize = 24;

/// The guests.
#[component]
pub fn Guests(id: EventId, told: Signal<EventWords>) -> impl IntoView {
    let state = use_state();
    let list = state.select_on(move |book, today| guests(book, id, today));
    let most = RwSignal::new(SOME);
    let shown =
        memo(move || list.with(|list| list.iter().take(most.get()).map(|guest| guest.person).collect::<Vec<_>>()));
    let has_come = memo(move || told.with(|told| told.has_come));
    view! {
        <header class="section-head">
            <h2 id="guests">"Guests"</h2>
            <span class="count">{move || list.with(Vec::len)}</span>
            <button class="button button--plain" type="button" on:click=move |_| state.open_dialog(Dialog::Guest(id))>
                <Icon name="plus" small=true />
                "Somebody else…"
            </button>
        </header>
        <Show
            when=move || !list.with(Vec::is_empty)
            fallback=|| view! { <p class="small quiet section-none">"Nobody is on the list yet."</p> }
        >
            <ol aria-labelledby="guests">
                <For each=move || shown.get() key=PersonId::to_string let:person>
                    <Row id=id person=person list=list has_come=has_come />
                </For>
            </ol>
        </Show>
        <Show when=move || list.with(Vec::len).gt(&most.get())>
            <p class="people-more">
                <button class="button" type="button" on:click=move |_| most.update(|n| *n += SOME)>
                    "Show more"
                </button>
                <span class="small faint">
                    {move || most.get()} " of " {move || list.with(Vec::len)}
                </span>
            </p>
        </Show>
        <Show when=move || told.with(|told| !told.gone.is_empty())>
            <p class="small quiet section-none">{move || told.with(|told| told.gone.clone())}</p>
        </Show>
    }
}

/// A guest of the list; it looks itself up, so that what has the focus stays while the rest changes.
#[component]
fn Row(id: EventId, person: PersonId, list: Memo<Vec<GuestWords>>, has_come: Memo<bool>) -> impl IntoView {
    let state = use_state();
    let told =
        memo(move || list.with(|list| list.iter().find(|guest| guest.person == person).cloned()).unwrap_or_default());
    let (name, first) = told.with_untracked(|told| (told.name.clone(), told.first.clone()));
    let label = name.clone();
    let write = move |button: &'static str| {
        view! {
            <button
                class="button"
                type="button"
                aria-label=format!("{button}: {label}")
                on:click=move |_| state.open_dialog(Dialog::Write(person, Some(id.0)))
            >
                {button}
            </button>
        }
    };
    let button = memo(move || told.with(|told| told.button));
    let face = derived(move || told.with(|told| told.name.clone()));
    view! {
        <li class="due-row" data-row="true">
            <Avatar name=face client=derived(move || told.with(|told| told.client)) class="due-row__face" />
            <div class="due-row__text">
                <h3 class="due-row__who">
                    <a href=Route::of(Page::Person(person)).to_string()>{face}</a>
                    " "
                    <span class="due-row__kind">
                        <Icon name=derived(move || told.with(|told| told.seat.1)) />
                        {move || told.with(|told| told.seat.0)}
                    </span>
                </h3>
                <p class="due-row__why">
                    {move || told.with(|told| told.why.clone())} " "
                    <span class="faint">{move || told.with(|told| told.work.clone())}</span>
                </p>
            </div>
            <span class="due-row__when mark" data-tone=move || told.with(|told| told.mark.1)>
                {move || told.with(|told| told.mark.0)}
            </span>
            <div class="due-row__do">
                {move || Some(button.get()).into_iter().find(|button| !button.is_empty()).map(write.clone()).views()}
                <Show when=move || has_come.get()>
                    <Came id=id told=told />
                </Show>
                <Menu
                    id=format!("guest-{person}")
                    label=format!("More for {name}")
                    items=acts(state, id, person, &first)
                />
            </div>
        </li>
    }
}

/// Whether a guest came, once the day has come.
#[component]
fn Came(id: EventId, told: Memo<GuestWords>) -> impl IntoView {
    let state = use_state();
    let note = move |event: web_sys::Event| {
        let came = event_target_checked(&event);
        let (person, first) = told.with_untracked(|told| (told.person, told.first.clone()));
        let said = if came { format!("{first} came.") } else { format!("{first} did not come.") };
        state.act_here(said, move |book, mint, today| book.guests_came(id, &[person], came, today, mint));
    };
    view! {
        <label class="check events__came">
            <input
                type="checkbox"
                aria-label=move || told.with(|told| format!("{} came", told.name))
                prop:checked=move || told.with(|told| told.came)
                on:change=note
            />
            <span>"Came"</span>
        </label>
    }
}

/// What else can be noted of a guest: the answers, another word, and that they are not to come at all.
fn acts(state: State, id: EventId, person: PersonId, first: &str) -> Vec<MenuItem> {
    let item = |label: String, icon, run: Callback<()>| MenuItem { label, icon, act: "", run };
    let answer = |(answer, icon): (Option<Rsvp>, &'static str)| {
        let label = answer.as_ref().map_or("No answer yet".to_string(), |answer| answer.label().to_string());
        let said = format!("{first}: {}.", label.to_lowercase());
        let run = move |()| {
            let (said, answer) = (said.clone(), answer.clone());
            state.act_here(said, move |book, _, _| book.guest_says(id, person, answer));
        };
        item(label, icon, Callback::new(run))
    };
    let answers = [(Some(Rsvp::Yes), "check"), (Some(Rsvp::Maybe), "ask"), (Some(Rsvp::No), "close"), (None, "clock")];
    let mut items: Vec<MenuItem> = answers.map(answer).into();
    let write = move |()| state.open_dialog(Dialog::Write(person, Some(id.0)));
    items.push(item("Write to them…".into(), "mail", Callback::new(write)));
    items.push(item("Take off the list".into(), "bin", Callback::new(move |()| drop(state, id, person))));
    items
}

fn drop(state: State, id: EventId, person: PersonId) {
    state.act_here("Off the list.", move |book, _, _| book.guest_dropped(id, person));
}

/// The list on paper, with a box to tick at the door. On the screen it is not to be seen.
#[component]
pub fn Paper(id: EventId) -> impl IntoView {
    let lines = use_state().select_on(move |book, today| paper(book, id, today));
    let line = |line: PaperLine| {
        view! {
            <tr>
                <td class="events-paper__box"></td>
                <th scope="row">{line.name}</th>
                <td>{line.work}</td>
                <td>{line.says}</td>
            </tr>
        }
    };
    view! {
        <table class="table table--plain events-paper">
            <caption class="visually-hidden">"Guests, to print"</caption>
            <thead>
                <tr>
                    <th scope="col">"Here"</th>
                    <th scope="col">"Guest"</th>
                    <th scope="col">"From"</th>
                    <th scope="col">"Answer"</th>
                </tr>
            </thead>
            <tbody>{move || lines.get().into_iter().map(line).views()}</tbody>
        </table>
    }
}
