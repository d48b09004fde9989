//! The ask that is made in a message: for whom, what they do, and by when, folded while nothing is missing (R28–R38).

use crate::app::state::{State, use_state};
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::SelectField;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Show;
use crate::app::ui::signal::{Memo, derived, memo};
use crate::app::views::ask_for::draft_name;
use crate::app::views::confirm_dialog::FormProblem;
use crate::app::views::draft_form::DraftForm;
use crate::app::views::form_field::{FormField, form_field};
use kith::domain::ask::AskAction;
use kith::domain::ask::draft::AskDraft;
use kith::domain::id::PersonId;
use kith::message::ask_prep_text::{before, kinds_of_client, weighed};
use kith::message::ask_text::in_a_line;
use kith::message::forward::forward;
use kith::route::{Page, Route};
use kith::rules::source_standing::{begun_in_writing, standing};
use leptos::prelude::*;

const PARTS: [FormField<AskDraft>; 3] = [
    form_field!(
        AskDraft,
        name,
        InputSpec::line("Name", "ask-name")
            .hint("One person comes to mind sooner than a kind. “Anyone” brings no one to mind.")
    ),
    form_field!(AskDraft, action, InputSpec::choice("What they do", "ask-action", actions), AskDraft::choose_action),
    form_field!(AskDraft, confirm_by, InputSpec::line("By", "ask-confirm-by").of_kind("date")),
];

fn actions() -> Vec<(String, String)> {
    let all = AskAction::BY_STRENGTH.iter().map(|action| (action.word().to_string(), action.label().to_string()));
    std::iter::once((String::new(), "Choose an action".to_string())).chain(all).collect()
}

/// The ask as it was left, or as one begins that is written.
pub fn opened(state: State, person: PersonId) -> DraftForm<AskDraft> {
    DraftForm::open(draft_name(person), state.peek(|book, today| begun_in_writing(book, person, today)))
}

/// The ask in a line, and below it its parts; on the page of its preparation they stand there already.
#[component]
pub fn Asked(person: PersonId, ask: DraftForm<AskDraft>) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| weighed(book, person, today).unwrap_or_default());
    let shut = move || told.with(|told| told.gates.open_loop || told.gates.no_trust);
    let line = memo(move || {
        let (draft, today) = (ask.get(), state.today());
        state.select_now(|book| in_a_line(book, &draft, today))
    });
    let is_there = state.peek_route().page == Page::AskFor(person);
    view! {
        <div class="stack composer__asked">
            <p class="small quiet">{move || told.with(before)}</p>
            <Show when=shut>
                <p class="notice" data-tone="late">
                    <Icon name="warn" />
                    <span>"Something is open between you. Close it first, or prepare the ask step by step and say why it cannot wait."</span>
                </p>
            </Show>
            {match is_there {
                true => view! { <p class="small">{move || line.get()}</p> }.into_any(),
                false => view! { <Parts person=person ask=ask line=line /> }.into_any(),
            }}
            <FormProblem why=ask.problem_of("loop_note", "trust_note") />
            <FormProblem why=ask.problem_of("form", "comfortable") />
        </div>
    }
}

/// Its parts, folded as long as none is missing.
#[component]
fn Parts(person: PersonId, ask: DraftForm<AskDraft>, line: Memo<String>) -> impl IntoView {
    let draft = ask.peek();
    let is_missing = draft.action.is_empty() || (draft.name.is_empty() && draft.profile.is_empty());
    view! {
        <details class="fold" open=is_missing>
            <summary>
                <Icon name="right" small=true />
                {move || line.get()}
            </summary>
            <div class="fields">
                <Kind ask=ask />
                {ask.fields(&PARTS)}
            </div>
            <p>
                <a class="small" href=Route::of(Page::AskFor(person)).to_string()>
                    "Prepare it step by step"
                </a>
            </p>
        </details>
    }
}

#[component]
fn Kind(ask: DraftForm<AskDraft>) -> impl IntoView {
    let kinds = use_state().select(kinds_of_client);
    let options = derived(move || {
        std::iter::once((String::new(), "No kind in particular".to_string())).chain(kinds.get()).collect()
    });
    let choose = move |text| {
        ask.change(|draft: &mut AskDraft| draft.profile = text);
        ask.mend("name");
    };
    view! {
        <Show when=move || !kinds.with(Vec::is_empty)>
            <SelectField
                label="Ideal client"
                name="ask-profile"
                value=ask.of(|draft| draft.profile.clone())
                on_change=choose
                options=options
                wide=true
            />
        </Show>
    }
}

/// Whether nothing is missing of the ask; what is, is said at its field.
pub fn is_sound(state: State, ask: DraftForm<AskDraft>, person: PersonId) -> bool {
    let draft = AskDraft { on: String::new(), ..ask.peek() };
    let sound = state.peek(|book, today| {
        let gates = standing(book, person, today).gates();
        draft.check(book, person, gates, &forward(book, person, &draft), today)
    });
    let is_sound = sound.is_ok();
    match sound {
        Ok(()) => ask.accept(),
        Err(problems) => ask.refuse(problems),
    }
    is_sound
}
