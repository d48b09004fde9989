//! What was captured in this talk, each with the way to take it back.

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use kith::domain::id::ReferralId;
use kith::message::profile::work;
use leptos::prelude::*;

/// The names captured so far.
#[component]
pub fn Talk(talk: RwSignal<Vec<ReferralId>>) -> impl IntoView {
    let names = move || talk.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <Show when=move || !talk.with(Vec::is_empty)>
            <ol aria-label="Captured in this talk">
                <For each=names key=|(_, id)| id.to_string() let((place, id))>
                    <Name id=id place=place />
                </For>
            </ol>
        </Show>
    }
}

/// A name captured; it is gone once it was taken back.
#[component]
fn Name(id: ReferralId, place: usize) -> impl IntoView {
    let state = use_state();
    let told = state.select(move |book| {
        let referral = book.referral(id)?;
        let person = book.person(referral.prospect)?;
        (!referral.trashed).then(|| (person.name.to_string(), work(book, person)))
    });
    let back = move |said: String| {
        state.act_here(said, |book, _, _| book.take_back_capture(id));
    };
    let line = move |(name, work): (String, String)| {
        let label = format!("Take out {name}");
        let said = format!("{name} is taken out again.");
        view! {
            <li class="capture__line">
                <span class="capture__rank">{place + 1}</span>
                <span>
                    <span class="name">{name}</span>
                    " "
                    <small class="faint">{work}</small>
                </span>
                <button
                    class="button button--plain button--icon"
                    type="button"
                    aria-label=label
                    on:click=move |_| back(said.clone())
                >
                    <Icon name="undo" small=true />
                </button>
            </li>
        }
    };
    view! { {move || told.get().map(line).views()} }
}
