//! What the message is said with: a tone or a script of one's own, a result, an ideal client; and what was filled in.

use super::Letters;
use crate::app::state::use_state;
use crate::app::ui::field::SelectField;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::memo;
use kith::domain::kind::Kind;
use kith::message::merge::{FilledField as One, scripts_for};
use kith::message::playbook::{choices, proofs};
use kith::message::script::Tone;
use kith::rules::settle;
use leptos::prelude::*;

/// The script, a result to tell, the ideal client a script speaks of.
#[component]
pub fn SaidWith(letters: Letters) -> impl IntoView {
    let state = use_state();
    let form = letters.form;
    let scripts = memo(move || {
        let raised: Vec<_> = settle::chosen(letters.duties.get()).into_iter().map(|owed| owed.raised).collect();
        let tones = Tone::ALL.map(|tone| (tone.label().to_string(), tone.label().to_string()));
        let own =
            state.select_now(|book| if letters.meeting.is_some() { Vec::new() } else { scripts_for(book, &raised) });
        tones.into_iter().chain(own).collect::<Vec<_>>()
    });
    let results = state.select(move |book| proofs(book, letters.person, "None"));
    let clients = state.select(|book| choices(book, &Kind::IdealClient, "Choose one"));
    let speaks_of_one = move || {
        let spoken = letters.letter.with(|letter| letter.merged.iter().any(|one| one.name == "ideal_client"));
        spoken && clients.with(|all| all.len() > 2)
    };
    let tell = move |result| state.peek(|book, _| form.change(|typed| typed.tell(result, book, letters.person)));
    view! {
        <SelectField
            label="Script"
            name="script"
            value=form.of(|t| t.said_with().to_string())
            on_change=form.input(|t, choice| t.say_it_with(choice))
            options=scripts.signal()
        />
        <Show when=move || letters.meeting.is_none() && results.with(|all| all.len() > 1)>
            <SelectField
                label="A result to tell"
                name="result"
                value=form.of(|t| t.result.clone())
                on_change=tell
                options=results.signal()
            />
        </Show>
        <Show when=speaks_of_one>
            <SelectField
                label="Ideal client"
                name="ideal_client"
                value=form.of(|t| t.ideal_client.clone())
                on_change=form.input(|t, client| (t.ideal_client, t.message) = (client, None))
                options=clients.signal()
            />
        </Show>
    }
}

/// What the names in braces became.
#[component]
pub fn Merged(letters: Letters) -> impl IntoView {
    let merged = memo(move || letters.letter.with(|letter| letter.merged.clone()));
    let chip = |one: One| {
        view! {
            <li class="merge" data-tone=(!one.tone.is_empty()).then_some(one.tone)>
                <code>{one.name}</code>
                {one.value}
            </li>
        }
    };
    view! {
        <Show when=move || !merged.with(Vec::is_empty)>
            <ul class="chips" aria-label="Filled in from your book">
                {move || merged.get().into_iter().map(chip).views()}
            </ul>
        </Show>
    }
}
