//! Who waits for these words: from a script to the message to one person (R25).

use crate::app::state::use_state;
use crate::app::ui::list::{For, Show};
use crate::app::ui::signal::memo;
use kith::domain::id::{Id, PersonId};
use kith::route::{Dialog, Page, Route};
use kith::rules::today_rows::{is_ask, waiting_for};
use leptos::prelude::*;

/// How many are named at once.
const SHOWN: usize = 6;

/// The people to whom something is owed at this moment, each leading to the message with these words.
#[component]
pub fn Waiting(#[prop(into)] moment: Signal<String>, script: Option<Id>) -> impl IntoView {
    let state = use_state();
    let people = memo(move || {
        let all = state.rows().with(|rows| moment.with(|moment| waiting_for(rows, moment)));
        all.into_iter().take(SHOWN).collect::<Vec<_>>()
    });
    let asks = memo(move || moment.with(|moment| is_ask(moment)));
    view! {
        <div class="stack">
            <Show
                when=move || !people.with(Vec::is_empty)
                fallback=move || {
                    let or = if asks.get() { " Choose somebody among your people and prepare the ask there." } else { "" };
                    view! { <p class="small quiet">"Nobody waits for these words today." {or}</p> }
                }
            >
                <p class="small quiet">"Use them for"</p>
                <ul class="chips">
                    <For each=move || people.get() key=PersonId::to_string let:id>
                        <One id=id asks=asks.get_untracked() script=script />
                    </For>
                </ul>
            </Show>
        </div>
    }
}

/// An ask is prepared on its page first; every other word is written at once.
#[component]
fn One(id: PersonId, asks: bool, script: Option<Id>) -> impl IntoView {
    let state = use_state();
    let name = state.select(move |book| book.person(id).map(|p| p.name.to_string()).unwrap_or_default());
    let say = script.map(|id| id.to_string()).unwrap_or_default();
    let address = move || match asks {
        true => Route::of(Page::AskFor(id)).filtered("say", &say).to_string(),
        false => state.with_dialog(Dialog::Write(id, script)),
    };
    view! {
        <li>
            <a class="chip" href=address>
                {move || name.get()}
            </a>
        </li>
    }
}
