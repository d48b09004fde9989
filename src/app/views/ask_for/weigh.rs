//! What the source has on the line: open asks, words owed, what I gave lately, and why they can vouch for me (R28–R31).

use super::Preparing;
use super::step::Step;
use crate::app::state::use_state;
use crate::app::ui::field::TextArea;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::{derived, memo};
use kith::domain::id::AskId;
use kith::message::ask_prep_text::Given;
use kith::message::duty::Telling;
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;

/// The word that closes the loop first, with the button that writes it (R30, B14).
#[component]
pub fn CloseTheLoop(ask: Preparing) -> impl IntoView {
    let state = use_state();
    let first = memo(move || ask.told.with(|told| told.first_owed.clone()));
    let write = move |_| state.open_dialog(Dialog::Write(ask.person, None));
    let card = move |word: Telling| {
        view! {
            <section class="next" aria-label="Close the loop first" data-tone="late">
                <p class="next__label">
                    <span>"Close the loop first"</span>
                    <span class="mark">{word.when}</span>
                </p>
                <div>
                    <h2 class="next__what">{word.title}</h2>
                    {word.why.into_iter().map(|why| view! { <p class="next__why">{why}</p> }).views()}
                    <p class="next__why">"Ask now, and the last favour looks forgotten."</p>
                </div>
                <div class="next__actions">
                    <button class="button button--primary" type="button" on:click=write>
                        <Icon name="mail" small=true />
                        {word.button}
                    </button>
                </div>
            </section>
        }
    };
    view! { {move || first.get().map(card).views()} }
}

/// The first step.
#[component]
pub fn OnTheLine(ask: Preparing) -> impl IntoView {
    let first = ask.first();
    let facts = memo(move || ask.told.with(|told| told.facts.clone()));
    let open = memo(move || ask.told.with(|told| told.open_asks.clone()));
    let fact = |(term, said): (&'static str, String)| view! { <dt>{term}</dt> <dd>{said}</dd> };
    view! {
        <Step
            number=1
            title=derived(move || format!("What {} puts on the line", first.get()))
            state=derived(move || ask.steps.with(|steps| steps[0]))
            sum=derived(move || ask.told.with(|told| told.sum.clone()))
        >
            <dl class="facts">{move || facts.get().into_iter().map(fact).views()}</dl>
            <Show when=move || !open.with(Vec::is_empty)>
                <ul aria-label="Open asks">{move || open.get().into_iter().map(open_ask).views()}</ul>
            </Show>
            <Lately ask=ask />
            <Show when=move || ask.told.with(|told| told.gates.open_loop)>
                <WhyNow ask=ask />
            </Show>
        </Step>
    }
}

fn open_ask((id, said): (AskId, String)) -> AnyView {
    let address = Route::of(Page::Ask(id)).to_string();
    view! {
        <li>
            <a href=address>{said}</a>
        </li>
    }
    .into_any()
}

/// What I gave them lately; nothing, and the page offers to do that first (R28).
#[component]
fn Lately(ask: Preparing) -> impl IntoView {
    let state = use_state();
    let first = ask.first();
    let given = memo(move || ask.told.with(|told| told.given.clone()));
    let label = move || format!("What you gave {} lately", first.get());
    let line = |given: Given| {
        view! {
            <li>
                <time datetime=given.day>{given.said}</time>
                <span>{given.text}</span>
            </li>
        }
    };
    let nothing = move || {
        view! {
            <div class="notice">
                <Icon name="give" />
                <p>
                    "Nothing from you to " {move || first.get()}
                    " in half a year that the book knows of. Help first, if you can; it need not be large."
                </p>
                <p class="row">
                    <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Promise(ask.person))>
                        {move || format!("Help {} first…", first.get())}
                    </button>
                </p>
            </div>
        }
    };
    view! {
        <Show when=move || !given.with(Vec::is_empty) fallback=nothing>
            <ul class="ask__given" aria-label=label>
                <For each=move || given.get() key=|given| format!("{} {}", given.day, given.text) let:given>
                    {line(given)}
                </For>
            </ul>
        </Show>
    }
}

/// Why I go on although a loop is open; it is counted (R30).
#[component]
fn WhyNow(ask: Preparing) -> impl IntoView {
    view! {
        <div class="notice" data-tone="late">
            <Icon name="warn" />
            <div class="ask__part">
                <p>"Close the loop first, or say why this cannot wait; it is counted."</p>
                <TextArea
                    label="Why this cannot wait"
                    name="ask-loop"
                    rows=2
                    value=ask.form.of(|draft| draft.loop_note.clone())
                    on_input=ask.form.input(|draft, text| draft.loop_note = text)
                    error=ask.form.problem("loop_note")
                />
            </div>
        </div>
    }
}

/// The second step: why they can vouch for me, or the note that is needed (R31).
#[component]
pub fn Trust(ask: Preparing) -> impl IntoView {
    let first = ask.first();
    let missing = move || ask.told.with(|told| told.gates.no_trust);
    let asks =
        move || format!("{0} has not bought from you yet. Note why {0} would vouch for you, or wait.", first.get());
    view! {
        <Step
            number=2
            title="Trust".to_string()
            state=derived(move || ask.steps.with(|steps| steps[1]))
            sum=derived(move || ask.told.with(|told| told.trust.clone()))
        >
            <Show when=missing>
                <div class="notice">
                    <Icon name="warn" />
                    <div class="ask__part">
                        <p>{move || asks()}</p>
                        <TextArea
                            label=derived(move || format!("Why {} would vouch for you", first.get()))
                            name="ask-trust"
                            rows=2
                            value=ask.form.of(|draft| draft.trust_note.clone())
                            on_input=ask.form.input(|draft, text| draft.trust_note = text)
                            error=ask.form.problem("trust_note")
                        />
                    </div>
                </div>
            </Show>
        </Step>
    }
}
