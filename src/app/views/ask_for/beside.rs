//! What to have in mind while an ask is prepared: what they love about my work, and how strong the action is (R26, R35).

use super::Preparing;
use crate::app::state::use_state;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::memo;
use kith::domain::ask::AskAction;
use kith::domain::referral::Strength;
use kith::message::score::at_this_strength;
use leptos::prelude::*;

/// The column beside the steps.
#[component]
pub fn Beside(ask: Preparing) -> impl IntoView {
    let first = ask.first();
    let loves = memo(move || ask.told.with(|told| told.loves.clone()));
    let action = ask.form.of(|draft| draft.action.clone());
    let yours = use_state().select_on(move |book, _| {
        let action = action.with(|action| AskAction::of_word(action));
        at_this_strength(book, Strength::of(&action))
    });
    let rung = move |rung: &'static AskAction| {
        let current = move || action.with(|action| action == rung.word()).then_some("true");
        view! { <li aria-current=current>{rung.label()}</li> }
    };
    view! {
        <div class="stack">
            <Show when=move || !loves.with(String::is_empty)>
                <section class="panel" aria-labelledby="loves">
                    <header class="panel__head">
                        <h2 id="loves">"What " {move || first.get()} " loves about it"</h2>
                    </header>
                    <blockquote class="quiet">
                        <p>{move || loves.get()}</p>
                    </blockquote>
                    <p class="panel__foot">"Quoted in the words."</p>
                </section>
            </Show>
            <section class="panel" aria-labelledby="strength">
                <header class="panel__head">
                    <h2 id="strength">"The action"</h2>
                </header>
                <ol class="ladder" aria-label="How strong the introduction would be">
                    {AskAction::BY_STRENGTH.iter().map(rung).views()}
                </ol>
                <p class="panel__foot">{move || yours.get()}</p>
            </section>
        </div>
    }
}
