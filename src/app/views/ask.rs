//! One ask that was made: what was asked, the answer, and the referrals that came of it (B2, R30, R35–R38).

pub mod answers;

use super::not_found::NotFound;
use crate::app::state::{State, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::ui::signal::{Memo, derived, memo};
use crate::app::views::person::brought::{Given, Other};
use kith::domain::ask::AskEnd;
use kith::domain::id::{AskId, PersonId};
use kith::message::ask_result_text::{Asked, asked};
use kith::route::{Dialog, Page, Route};
use kith::rules::source_standing::came_of;
use leptos::prelude::*;

/// One ask.
#[component]
pub fn AskPage(id: AskId) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| asked(book, id, today));
    let is_here = memo(move || told.with(Option::is_some));
    let page = move || match (is_here.get(), told.get_untracked()) {
        (true, Some(first)) => view! { <Here id=id told=told at_first=first /> }.into_any(),
        _ => view! { <NotFound what="ask" back=Page::Referrals /> }.into_any(),
    };
    view! { {move || page()} }
}

#[component]
fn Here(id: AskId, told: Memo<Option<Asked>>, at_first: Asked) -> impl IntoView {
    let person = at_first.person;
    // It is looked at as it was while it goes.
    let told = memo(move || told.get().unwrap_or_else(|| at_first.clone()));
    let came = use_state().select(move |book| came_of(book, id));
    view! {
        <div class="page">
            <Head id=id told=told />
            <div class="columns">
                <div class="stack">
                    <NextThing id=id person=person told=told />
                    <WhatWasAsked told=told />
                </div>
                <div class="stack">
                    <Given id="came" title="What came of it" list=came other=Other::Prospect />
                </div>
            </div>
        </div>
    }
}

#[component]
fn Head(id: AskId, told: Memo<Asked>) -> impl IntoView {
    let state = use_state();
    let part = move |part: fn(&Asked) -> String| derived(move || told.with(part));
    let person = Route::of(Page::Person(told.with_untracked(|told| told.person))).to_string();
    let ended = move || told.with(|told| told.end != AskEnd::Open && !told.trashed);
    let reopen = move |_| {
        state.act_here("Reopened.", move |book, _, _| book.ask_reopened(id));
    };
    let trash = Callback::new(move |()| put(state, id, true));
    let items = vec![MenuItem { label: "Put in the trash".into(), icon: "bin", act: "", run: trash }];
    view! {
        <header class="page-head">
            <div>
                <p class="page-head__over">
                    <a href=Route::of(Page::Referrals).to_string()>"Referrals"</a>
                    <span aria-hidden="true">"·"</span>
                    <a href=person>{part(|told| told.name.clone())}</a>
                    <span aria-hidden="true">"·"</span>
                    {part(|told| told.stage.clone())}
                </p>
                <h1>"Ask " {part(|told| told.name.clone())}</h1>
                <p class="page-head__lead">{part(|told| told.lead.clone())}</p>
            </div>
            <div class="page-head__actions">
                <Show when=ended>
                    <button class="button" type="button" on:click=reopen>
                        "Reopen"
                    </button>
                </Show>
                <Show
                    when=move || told.with(|told| told.trashed)
                    fallback=move || view! { <Menu id="more-ask".into() label="More for this ask" items=items.clone() /> }
                >
                    <button class="button" type="button" on:click=move |_| put(state, id, false)>
                        "Put back"
                    </button>
                </Show>
            </div>
        </header>
    }
}

fn put(state: State, id: AskId, trashed: bool) {
    let said = if trashed { "In the trash." } else { "Put back." };
    state.act_here(said, move |book, _, _| book.trash_ask(id, trashed));
}

/// The single next thing, with its answers.
#[component]
fn NextThing(id: AskId, person: PersonId, told: Memo<Asked>) -> impl IntoView {
    let state = use_state();
    let end = memo(move || told.with(|told| (!told.trashed).then(|| told.end.clone())));
    let tone = move || if end.get() == Some(AskEnd::Open) { "owed" } else { "calm" };
    let buttons = move || match end.get() {
        Some(AskEnd::Open) => view! { <Answers id=id person=person /> }.into_any(),
        Some(AskEnd::Agreed) => view! { <Names person=person /> }.into_any(),
        Some(AskEnd::NotNow) => view! { <Again person=person /> }.into_any(),
        Some(AskEnd::Declined) => {
            let help = move |_| state.open_dialog(Dialog::Promise(person));
            view! {
                <button class="button" type="button" on:click=help>
                    <Icon name="give" small=true />
                    "Promise them help…"
                </button>
            }
            .into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <section class="next" aria-label="Next" data-tone=tone>
            <p class="next__label">
                <span>"Next"</span>
            </p>
            <div>
                <h2 class="next__what">{move || told.with(|told| told.title.clone())}</h2>
                <p class="next__why">{move || told.with(|told| told.why.clone())}</p>
            </div>
            <div class="next__actions">{buttons}</div>
        </section>
    }
}

/// The three answers.
#[component]
fn Answers(id: AskId, person: PersonId) -> impl IntoView {
    let state = use_state();
    let agreed = move |_| {
        if state.act_here("Agreed. Write the names down.", move |book, _, today| book.ask_agreed(id, today)) {
            state.open_dialog(Dialog::Capture(Some(person)));
        }
    };
    view! {
        <button class="button button--primary" type="button" on:click=agreed>
            <Icon name="check" small=true />
            "Agreed"
        </button>
        <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::NotNow(id))>
            "Not now, until…"
        </button>
        <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Declined(id))>
            "Declined, because…"
        </button>
    }
}

#[component]
fn Names(person: PersonId) -> impl IntoView {
    let state = use_state();
    view! {
        <button
            class="button button--primary"
            type="button"
            on:click=move |_| state.open_dialog(Dialog::Capture(Some(person)))
        >
            <Icon name="plus" small=true />
            "Write a name down"
        </button>
    }
}

#[component]
fn Again(person: PersonId) -> impl IntoView {
    view! {
        <a class="button" href=Route::of(Page::AskFor(person)).to_string()>
            <Icon name="ask" small=true />
            "Prepare a new ask"
        </a>
    }
}

/// What was asked, and the words to pass on.
#[component]
fn WhatWasAsked(told: Memo<Asked>) -> impl IntoView {
    let state = use_state();
    let facts = memo(move || told.with(|told| told.facts.clone()));
    let words = memo(move || told.with(|told| told.wording.clone()));
    let fact = |(term, said): (&'static str, String)| view! { <dt>{term}</dt> <dd>{said}</dd> };
    view! {
        <section class="ask__part" aria-labelledby="asked">
            <header class="section-head">
                <h2 id="asked">"What you asked"</h2>
            </header>
            <Show when=move || facts.with(Vec::is_empty)>
                <p class="quiet">"No more than that you asked."</p>
            </Show>
            <dl class="facts">{move || facts.get().into_iter().map(fact).views()}</dl>
            <Show when=move || !words.with(String::is_empty)>
                <blockquote class="step__words ask__said">
                    <p>{move || words.get()}</p>
                </blockquote>
                <p class="row">
                    <button class="button" type="button" on:click=move |_| state.copy(words.get_untracked())>
                        <Icon name="copy" small=true />
                        {move || format!("Copy {}’s words", told.with(|told| told.first.clone()))}
                    </button>
                </p>
            </Show>
        </section>
    }
}
