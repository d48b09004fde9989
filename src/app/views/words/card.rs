//! The ask card: one, three or five lines on paper, handed over at the close (R52).

use crate::app::state::{State, use_state};
use crate::app::ui::field::{Segments, SelectField};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{Memo, derived, memo};
use kith::domain::kind::Kind;
use kith::message::playbook::{AskCard, ask_card, listed, told};
use kith::route::{Page, Route};
use leptos::prelude::*;

/// The card with its settings, and the button that prints it.
#[component]
pub fn Card() -> impl IntoView {
    let state = use_state();
    let asked = state.of_route(|route| (route.asked("lines").to_string(), route.asked("client").to_string()));
    let card = memo(move || asked.with(|(lines, client)| state.select_now(|book| ask_card(book, lines, client))));
    view! {
        <section class="stack" aria-labelledby="card">
            <header class="section-head no-print">
                <h2 id="card">"My card"</h2>
                <button class="button button--primary" type="button" on:click=move |_| state.print()>
                    <Icon name="print" small=true />
                    "Print"
                </button>
            </header>
            <p class="no-print">
                "Hand it over at the close, with a pen. Then type what comes back into Capture: the lines match."
            </p>
            <Settings card=card chosen=derived(move || asked.with(|(_, client)| client.clone())) />
            <Show when=move || card.with(|card| card.from.is_empty())>
                <p class="small no-print">
                    "Your name is not on it yet. "
                    <a href=Route::of(Page::Data).to_string()>"Give it under Your data"</a> "."
                </p>
            </Show>
            <div class="cards">
                <Paper card=card />
            </div>
        </section>
    }
}

fn set(state: State, name: &'static str) -> Callback<String> {
    Callback::new(move |value: String| state.go_instead(state.peek_route().filtered(name, &value)))
}

#[component]
fn Settings(card: Memo<AskCard>, chosen: Signal<String>) -> impl IntoView {
    let state = use_state();
    let clients = state.select(|book| {
        let ids = listed(book, &Kind::IdealClient, false);
        ids.into_iter().map(|id| (id.to_string(), told(book, &Kind::IdealClient, id).title)).collect::<Vec<_>>()
    });
    let lines = [("1", "One"), ("3", "Three"), ("5", "Five")].map(|(n, said)| (n.to_string(), said.to_string()));
    view! {
        <div class="card-settings no-print" role="group" aria-label="Settings of the card">
            <Segments
                label="Lines"
                name="card-lines"
                value=derived(move || card.with(|card| card.lines.to_string()))
                on_change=set(state, "lines")
                options=lines.to_vec()
            />
            <Show when=move || !clients.with(Vec::is_empty)>
                <SelectField
                    label="Ideal client"
                    name="card-client"
                    value=chosen
                    on_change=set(state, "client")
                    options=clients.signal()
                />
            </Show>
        </div>
    }
}

#[component]
fn Paper(card: Memo<AskCard>) -> impl IntoView {
    let lines = memo(move || card.with(|card| card.lines));
    let line = |_| {
        view! {
            <li class="ask-card__line">
                <span>"Name"</span>
                <span>"Phone or e-mail"</span>
                <span>"Why it would help"</span>
            </li>
        }
    };
    view! {
        <article class="ask-card" data-lines=move || lines.get().to_string() aria-label="The card">
            <header class="ask-card__head">
                <h3 class="ask-card__title">{move || card.with(|card| card.title)}</h3>
                <p class="ask-card__who">{move || card.with(|card| card.who.clone())}</p>
            </header>
            <ol class="ask-card__lines">{move || (0..lines.get()).map(line).views()}</ol>
            <footer class="ask-card__foot">
                <p>
                    <strong class="name">{move || card.with(|card| card.from.clone())}</strong>
                </p>
                <p class="ask-card__from">
                    <span>"From"</span>
                    <span>"Date"</span>
                </p>
            </footer>
        </article>
    }
}
