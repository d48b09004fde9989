//! Who has been told how you work: by referral, with which results, and whom you look for (R22).

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use kith::domain::id::PersonId;
use kith::message::playbook::{Topic, topics};
use kith::route::{Page, Route};
use kith::rules::census::{Untold, not_told, tell};
use leptos::prelude::*;

/// How many of those not told are named at once.
const SHOWN: usize = 10;

/// How many of the clients and the Hundred know, and who does not yet.
#[component]
pub fn Told() -> impl IntoView {
    let state = use_state();
    let all = state.select(topics);
    let bar = |topic: Topic| {
        view! {
            <tr>
                <th scope="row">{topic.name}</th>
                <td class="bars__cell">
                    <span class="bars__bar" style=("--v", topic.percent.to_string())></span>
                </td>
                <td class="number">{topic.told}</td>
            </tr>
        }
    };
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <section class="panel" aria-labelledby="told">
                <header class="panel__head">
                    <h2 id="told">"Who has been told"</h2>
                </header>
                <table class="bars">
                    <caption class="visually-hidden">"How many know how you work"</caption>
                    <tbody>{move || all.get().into_iter().map(bar).views()}</tbody>
                </table>
                <div class="panel__foot">
                    {Untold::ALL.map(|what| view! { <NotTold what=what /> }).views()}
                </div>
            </section>
        </Show>
    }
}

/// Who has not been told one of the three, each with the button that notes it.
#[component]
fn NotTold(what: Untold) -> impl IntoView {
    let state = use_state();
    let ids = state.select(move |book| not_told(book, what));
    let said = state.select(move |book| {
        let all = topics(book).into_iter().find(|topic| topic.what == what);
        all.map(|topic| topic.not_yet).unwrap_or_default()
    });
    let shown = move || ids.get().into_iter().take(SHOWN).map(|id| view! { <One id=id what=what /> }).views();
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <details class="fold">
                <summary>
                    <Icon name="right" small=true />
                    {move || said.get()}
                </summary>
                <ul>{shown}</ul>
            </details>
        </Show>
    }
}

#[component]
fn One(id: PersonId, what: Untold) -> impl IntoView {
    let state = use_state();
    let name = state.peek(|book, _| book.person(id).map(|p| p.name.to_string()).unwrap_or_default());
    let label = format!("{name} has been told");
    let said = format!("{name} knows.");
    let note = move |_| {
        state.act_here(said.clone(), |book, _, today| tell(book, id, what, Some(today)));
    };
    view! {
        <li class="data__row">
            <a class="name" href=Route::of(Page::Person(id)).to_string()>
                {name}
            </a>
            <button class="button button--plain" type="button" aria-label=label on:click=note>
                "Told"
            </button>
        </li>
    }
}
