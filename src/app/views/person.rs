//! One person: what is owed to them, what is known of them, and everything in order of time.

mod about;
mod between;
pub mod brought;
mod news;
mod next;
mod told;

use super::log::begin_debrief;
use super::not_found::NotFound;
use super::timeline::Timeline;
use super::twice::AlsoWritten;
use crate::app::state::{State, use_state};
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::ui::rating::Dots;
use crate::app::ui::signal::{derived, memo};
use about::About;
use between::Between;
use brought::Brought;
use kith::domain::id::PersonId;
use kith::message::profile::{Profile, profile};
use kith::route::{Dialog, Page, Route};
use kith::rules::timeline::of_person;
use leptos::prelude::*;
use news::News;
use next::Next;
use told::Told;

/// One person; an entry that became another one shows that one.
#[component]
pub fn PersonPage(id: PersonId) -> impl IntoView {
    let who = use_state().select(move |book| book.who(id));
    let page = move || view! { <Found id=who.get() /> };
    view! { {move || page()} }
}

#[component]
fn Found(id: PersonId) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| profile(book, id, today));
    let is_here = memo(move || told.with(Option::is_some));
    let known = derived(move || told.get().unwrap_or_default());
    let page = move || match is_here.get() {
        true => view! { <Known id=id told=known /> }.into_any(),
        false => view! { <NotFound what="person" back=Page::People /> }.into_any(),
    };
    view! { {move || page()} }
}

#[component]
fn Known(id: PersonId, told: Signal<Profile>) -> impl IntoView {
    let moments = use_state().select(move |book| of_person(book, id));
    view! {
        <div class="page">
            <Head id=id told=told />
            <Show when=move || told.with(|told| told.trashed)>
                <InTheTrash id=id told=told />
            </Show>
            <div class="columns">
                <div class="stack">
                    <Next id=id told=told />
                    <Timeline moments=moments />
                </div>
                <div class="stack">
                    <About id=id />
                    <Told id=id />
                    <News id=id />
                    <Brought id=id />
                    <Between id=id />
                    <AlsoWritten id=id />
                </div>
            </div>
        </div>
    }
}

#[component]
fn Head(id: PersonId, told: Signal<Profile>) -> impl IntoView {
    let client = derived(move || told.with(|told| told.client));
    let name = derived(move || told.get().name);
    let work = move || told.with(|told| (!told.work.is_empty()).then(|| told.work.clone()));
    view! {
        <header class="page-head">
            <div class="person-head">
                <Avatar name=name client=client class="avatar--xl" />
                <div>
                    <p class="page-head__over">
                        <a href=Route::of(Page::People).to_string()>"People"</a>
                        <span aria-hidden="true">"·"</span>
                        <span>"Last contact: " {move || told.get().last}</span>
                    </p>
                    <h1>{name}</h1>
                    {move || work().map(|work| view! { <p class="page-head__lead">{work}</p> }).views()}
                    <Tags told=told />
                </div>
            </div>
            <Actions id=id told=told />
        </header>
    }
}

#[component]
fn Tags(told: Signal<Profile>) -> impl IntoView {
    view! {
        <ul class="row person-head__tags" aria-label="What they are to you">
            {move || {
                let Profile { roles, tier, rating, never_ask, .. } = told.get();
                let role = |role: String| view! { <li class="tag">{role}</li> };
                let dots = |rating| {
                    view! {
                        <li class="small quiet">
                            <Dots rating=rating />
                        </li>
                    }
                };
                [
                    roles.into_iter().map(role).views(),
                    (!tier.is_empty()).then(|| view! { <li class="tag">"Tier " {tier}</li> }).views(),
                    rating.map(dots).views(),
                    never_ask.then(|| view! { <li class="tag">"Asks are off"</li> }).views(),
                ]
                    .views()
            }}
        </ul>
    }
}

#[component]
fn Actions(id: PersonId, told: Signal<Profile>) -> impl IntoView {
    let state = use_state();
    // A button does not break a word: a first name too long for it stays out of it.
    let first =
        move || told.with(|told| if told.first.chars().count() > 24 { "they".into() } else { told.first.clone() });
    let more = derived(move || format!("More for {}", told.with(|told| told.name.clone())));
    view! {
        <div class="page-head__actions">
            <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Capture(Some(id)))>
                <Icon name="plus" small=true />
                "Who did "
                {move || first()}
                " mention?"
            </button>
            <Show when=move || told.with(|told| !told.never_ask)>
                <a class="button" href=Route::of(Page::AskFor(id)).to_string()>
                    <Icon name="ask" small=true />
                    "Ask for a referral"
                </a>
            </Show>
            <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Log(Some(id)))>
                <Icon name="meet" small=true />
                "Log a word"
            </button>
            <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Person(Some(id)))>
                <Icon name="note" small=true />
                "Edit"
            </button>
            {move || {
                let (trashed, off) = told.with(|told| (told.trashed, told.never_ask));
                let items = vec![project_item(state, id), asks_item(state, id, off), merge_item(state, id), trash_item(state, id, trashed)];
                view! { <Menu id="person-more".to_string() label=more items=items /> }
            }}
        </div>
    }
}

/// A finished project proposes its debrief, which is a moment to ask (R50).
fn project_item(state: State, id: PersonId) -> MenuItem {
    let run = Callback::new(move |()| begin_debrief(state, id));
    MenuItem { label: "A project is finished".to_string(), icon: "score", act: "", run }
}

/// The switch for those who do not like to be asked (R20).
fn asks_item(state: State, id: PersonId, off: bool) -> MenuItem {
    let (label, icon) = if off { ("Switch asks on again", "ask") } else { ("Switch asks off", "close") };
    let run = move |()| {
        let name = state.peek(|book, _| book.person(id).map(|p| p.name.first().to_string())).unwrap_or_default();
        let said = if off { format!("{name} can be asked again.") } else { format!("{name} is not asked any more.") };
        state.act_here(said, |book, _, _| book.switch_asks(id, !off));
    };
    MenuItem { label: label.to_string(), icon, act: "", run: Callback::new(run) }
}

/// Another entry may be the same person (B9).
fn merge_item(state: State, id: PersonId) -> MenuItem {
    let run = Callback::new(move |()| state.open_dialog(Dialog::Merge(vec![id])));
    MenuItem { label: "Merge with…".to_string(), icon: "people", act: "", run }
}

fn trash_item(state: State, id: PersonId, trashed: bool) -> MenuItem {
    let (label, icon) = if trashed { ("Put back", "undo") } else { ("Put in the trash", "bin") };
    let run = Callback::new(move |()| put(state, id, !trashed));
    MenuItem { label: label.to_string(), icon, act: "", run }
}

fn put(state: State, id: PersonId, trashed: bool) {
    let name = state.peek(|book, _| book.person(id).map(|p| p.name.to_string())).unwrap_or_default();
    let said = if trashed { "is in the trash" } else { "is back in your book" };
    state.act_here(format!("{name} {said}."), |book, _, _| book.trash_person(id, trashed));
}

#[component]
fn InTheTrash(id: PersonId, told: Signal<Profile>) -> impl IntoView {
    let state = use_state();
    view! {
        <p class="notice person-trash">
            <Icon name="bin" />
            <span>
                {move || told.with(|told| told.name.clone())}
                " is in the trash. Nothing about them is lost, and nothing about them is owed."
            </span>
            <span class="row">
                <button class="button" type="button" on:click=move |_| put(state, id, false)>
                    "Put back"
                </button>
            </span>
        </p>
    }
}
