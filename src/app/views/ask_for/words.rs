//! What the source does, in which words, and how I shall know (R35–R38).

use super::Preparing;
use super::step::Step;
use crate::app::state::use_state;
use crate::app::ui::field::{Segments, SelectField, TextArea, TextField};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Show;
use crate::app::ui::signal::{derived, memo};
use kith::domain::ask::draft::AskDraft;
use kith::domain::ask::{AskAction, Comfort, ConfirmHow};
use kith::message::ask_prep_text::{comfort, strength};
use kith::message::forward::{fits_one_text, forward};
use leptos::prelude::*;

/// The fourth step: the action, the words, and whether they sit well.
#[component]
pub fn Deed(ask: Preparing) -> impl IntoView {
    let first = ask.first();
    let action = ask.form.of(|draft| draft.action.clone());
    let options = || {
        let all = AskAction::BY_STRENGTH.iter().map(|a| (a.word().to_string(), a.label().to_string()));
        std::iter::once((String::new(), "Choose an action".to_string())).chain(all).collect::<Vec<_>>()
    };
    view! {
        <Step
            number=4
            title=derived(move || format!("An action, and words {} is happy with", first.get()))
            state=derived(move || ask.steps.with(|steps| steps[3]))
        >
            <div class="ask__part">
                <SelectField
                    label=derived(move || format!("What {} does", first.get()))
                    name="ask-action"
                    value=action
                    on_change=ask.form.input(AskDraft::choose_action)
                    options=Signal::stored(options())
                    error=ask.form.problem("action")
                    hint=derived(move || action.with(|action| strength(action)))
                />
            </div>
            <Words ask=ask />
            <Comfortable ask=ask />
        </Step>
    }
}

/// The words to pass on: proposed, until they are edited (R36).
#[component]
fn Words(ask: Preparing) -> impl IntoView {
    let state = use_state();
    let first = ask.first();
    let words = memo(move || {
        let draft = ask.form.get();
        let proposed = || state.select_now(|book| forward(book, ask.person, &draft));
        draft.wording.clone().unwrap_or_else(proposed)
    });
    let fits = derived(move || {
        let said = words.with(|words| fits_one_text(words));
        if said {
            "Fits one text. Read it to them, and change what is not how they talk."
        } else {
            "Long for a text. Two sentences are passed on; two paragraphs are not."
        }
        .to_string()
    });
    let edited = ask.form.of(|draft| draft.wording.is_some());
    let again = move |_| ask.form.change(|draft| draft.wording = None);
    view! {
        <div class="ask__part">
            <TextArea
                label=derived(move || format!("What {} could say", first.get()))
                name="ask-words"
                rows=5
                value=words
                on_input=ask.form.input(|draft: &mut AskDraft, text| draft.wording = Some(text))
                error=ask.form.problem("wording")
                hint=fits
            />
            <p class="row">
                <button class="button" type="button" on:click=move |_| state.copy(words.get_untracked())>
                    <Icon name="copy" small=true />
                    {move || format!("Copy {}’s words", first.get())}
                </button>
                <Show when=move || edited.get()>
                    <button class="button button--plain" type="button" on:click=again>
                        "Propose them again"
                    </button>
                </Show>
            </p>
        </div>
    }
}

#[component]
fn Comfortable(ask: Preparing) -> impl IntoView {
    let first = ask.first();
    let chosen = ask.form.of(|draft| draft.comfortable.clone());
    let all = Comfort::ALL.iter().map(|c| (c.word().to_string(), c.label().to_string()));
    let options = std::iter::once((String::new(), "Not yet".to_string())).chain(all).collect();
    let advice = memo(move || comfort(&chosen.get(), &first.get()));
    view! {
        <div class="ask__part">
            <Segments
                label="Comfortable saying it?"
                name="ask-comfortable"
                value=chosen
                on_change=ask.form.input(|draft, text| draft.comfortable = text)
                options=options
            />
            <div role="status">
                <Show when=move || !advice.with(String::is_empty)>
                    <p class="notice">
                        <Icon name="info" />
                        <span>{move || advice.get()}</span>
                    </p>
                </Show>
            </div>
        </div>
    }
}

/// The fifth step: a day, and how I shall know (R38).
#[component]
pub fn Agreement(ask: Preparing) -> impl IntoView {
    let first = ask.first();
    let ways = [(ConfirmHow::Tells, "Tells you"), (ConfirmHow::Copies, "Copies you")];
    let ways = ways.map(|(how, label)| (how.word().to_string(), label.to_string())).to_vec();
    view! {
        <Step
            number=5
            title="A day, and how you will know".to_string()
            state=derived(move || ask.steps.with(|steps| steps[4]))
        >
            <div class="fields">
                <Segments
                    label=derived(move || format!("You will know because {}", first.get()))
                    name="ask-confirm-how"
                    value=ask.form.of(|draft| draft.confirm_how.clone())
                    on_change=ask.form.input(|draft, text| draft.confirm_how = text)
                    options=ways
                />
                <TextField
                    label="By"
                    name="ask-confirm-by"
                    kind="date"
                    value=ask.form.of(|draft| draft.confirm_by.clone())
                    on_input=ask.form.input(|draft, text| draft.confirm_by = text)
                    error=ask.form.problem("confirm_by")
                    hint="Three working days after you ask is a good day."
                />
            </div>
        </Step>
    }
}
