//! What is known about someone: the ways to reach them, and what they or others said.

use crate::app::state::use_state;
use crate::app::ui::list::{Show, Views};
use kith::domain::id::PersonId;
use kith::message::profile::{Fact, FactLink, facts, ways};
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;

/// What is known.
#[component]
pub fn About(id: PersonId) -> impl IntoView {
    let state = use_state();
    let known = state.select_on(move |book, today| {
        let Some(person) = book.person(id) else { return Vec::new() };
        ways(person).into_iter().chain(facts(book, person, today)).collect()
    });
    view! {
        <section aria-labelledby="about">
            <header class="section-head">
                <h2 id="about">"About them"</h2>
            </header>
            <Show
                when=move || !known.with(Vec::is_empty)
                fallback=move || {
                    view! {
                        <p class="about quiet small">
                            "No number, no address, no note yet. "
                            <a href=move || state.with_dialog(Dialog::Person(Some(id)))>"Write down what you know"</a>
                        </p>
                    }
                }
            >
                <dl class="facts about">
                    {move || known.get().into_iter().map(|fact| view! { <Known fact=fact /> }).views()}
                </dl>
            </Show>
        </section>
    }
}

#[component]
fn Known(fact: Fact) -> impl IntoView {
    let text = fact.text;
    let shown = match fact.to {
        FactLink::Nowhere => text.into_any(),
        FactLink::Out(link) => view! {
            <a href=link rel="noopener noreferrer">
                {text}
            </a>
        }
        .into_any(),
        FactLink::Organisation(id) => {
            view! { <a href=Route::of(Page::Organisation(id)).to_string()>{text}</a> }.into_any()
        }
        FactLink::Person(id) => view! {
            <a class="name" href=Route::of(Page::Person(id)).to_string()>
                {text}
            </a>
        }
        .into_any(),
    };
    view! {
        <dt>{fact.term}</dt>
        <dd>{shown}</dd>
    }
}
