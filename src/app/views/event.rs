//! An event: what is next, its guests with their answers, who is proposed, the mix of the room, and who should meet (R69).

mod guest_mix;
mod guests;
mod proposals;

use super::not_found::NotFound;
use crate::app::state::{State, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::{derived, memo};
use guest_mix::{GuestMix, ShouldMeet};
use guests::{Guests, Paper};
use kith::domain::id::EventId;
use kith::domain::kind::Kind;
use kith::message::event::next::{NextWords, Step, next};
use kith::message::event::{EventWords, event};
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;
use proposals::Proposals;

/// An event.
#[component]
pub fn EventPage(id: EventId) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| event(book, id, today));
    let is_here = memo(move || told.with(Option::is_some));
    let known = derived(move || told.get().unwrap_or_default());
    let page = move || match is_here.get() {
        true => view! { <Known id=id told=known /> }.into_any(),
        false => view! { <NotFound what="event" back=Page::Events /> }.into_any(),
    };
    view! { {move || page()} }
}

#[component]
fn Known(id: EventId, told: Signal<EventWords>) -> impl IntoView {
    let sum = |(name, many): (&'static str, usize)| {
        view! {
            <div>
                <dt>{name}</dt>
                <dd>{many}</dd>
            </div>
        }
    };
    view! {
        <div class="page" data-paper="yes">
            <Head id=id told=told />
            <Paper id=id />
            <div class="columns no-print">
                <div class="stack">
                    <Next id=id />
                    <section aria-labelledby="guests">
                        <Show when=move || told.with(|told| !told.tally.is_empty())>
                            <dl class="tally events__tally" aria-label="How the guests stand">
                                {move || told.with(|told| told.tally.clone()).into_iter().map(sum).views()}
                            </dl>
                        </Show>
                        <Guests id=id told=told />
                    </section>
                    <ShouldMeet id=id />
                    <Proposals id=id />
                </div>
                <div class="stack">
                    <GuestMix id=id />
                </div>
            </div>
        </div>
    }
}

#[component]
fn Head(id: EventId, told: Signal<EventWords>) -> impl IntoView {
    let state = use_state();
    let edit = move |()| state.open_dialog(Dialog::Event(Some(id)));
    let drop = move |()| {
        let gone = state.act_here("The event is in the trash.", move |book, _, _| book.trash(&Kind::Event, id.0, true));
        if gone {
            state.go_instead(Route::of(Page::Events));
        }
    };
    let item = |label: &str, icon, run| MenuItem { label: label.into(), icon, act: "", run };
    let items = vec![item("Edit…", "note", Callback::new(edit)), item("Put in the trash", "bin", Callback::new(drop))];
    view! {
        <PageHead
            over=(Route::of(Page::Events).to_string(), "Events and news")
            title=derived(move || told.with(|told| told.name.clone()))
            lead=move || told.with(|told| told.lead.clone())
        >
            <button class="button" type="button" on:click=move |_| state.print()>
                <Icon name="print" small=true />
                "Print the list"
            </button>
            <Menu id="event-more".to_string() label="More for this event" items=items />
        </PageHead>
    }
}

/// The single next thing.
#[component]
fn Next(id: EventId) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| next(book, id, today));
    let card = move |told: NextWords| {
        let NextWords { title, why, mark, words, button, step } = told;
        let said = |words: String| {
            view! {
                <blockquote class="next__words">
                    <p>{words}</p>
                </blockquote>
            }
        };
        let act = |button: String| {
            view! {
                <div class="next__actions">
                    <button class="button button--primary" type="button" on:click=move |_| take(state, id, &step)>
                        <Icon name=if matches!(step, Step::Write(_)) { "mail" } else { "check" } small=true />
                        {button}
                    </button>
                </div>
            }
        };
        view! {
            <section class="next" data-tone=mark.1 aria-labelledby="event-next">
                <p class="next__label">
                    <span>"Next"</span>
                    {(!mark.0.is_empty()).then(|| view! { <span class="mark">{mark.0}</span> }).views()}
                </p>
                <div>
                    <h2 class="next__what" id="event-next">
                        {title}
                    </h2>
                    <p class="next__why">{why}</p>
                </div>
                {(!words.is_empty()).then(|| said(words)).views()}
                {(!button.is_empty()).then(|| act(button)).views()}
            </section>
        }
    };
    view! { {move || told.get().map(card).views()} }
}

/// Takes the next step.
fn take(state: State, id: EventId, step: &Step) {
    match step {
        Step::Add(people) => {
            let people = people.clone();
            state.act_here("On the list. Nobody is asked yet.", move |book, _, _| book.guests_added(id, &people));
        }
        Step::Write(first) => {
            let line = state.peek_route().filtered("invite", &id.to_string());
            state.go(line.with(Dialog::Write(*first, Some(id.0))));
        }
        Step::Came(people) => {
            let people = people.clone();
            let said = "Noted. A word to each comes up on the next working day.";
            state.act_here(said, move |book, mint, today| book.guests_came(id, &people, true, today, mint));
        }
        Step::Tick => {}
    }
}
