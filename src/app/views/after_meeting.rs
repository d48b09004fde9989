//! After a meeting is logged: did you ask, and how can you help (R20, R27). Both answers may be skipped.

use super::draft_form::{DraftForm, KeptAsYouType, NotKept, closing};
use super::form_field::{FormField, form_field};
use super::shell::Toast;
use crate::app::state::{State, use_state};
use crate::app::ui::dialog::{Dialog as Sheet, DialogHead};
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::{Segments, TextField};
use crate::app::ui::list::Show;
use crate::app::ui::signal::derived;
use kith::domain::id::{PersonId, TouchId};
use kith::domain::touch::closing::{ClosingDraft, DidAsk};
use kith::message::closing::{Met, met};
use kith::route::{Dialog, Page, Route};
use kith::rules::source_standing::help_by;
use leptos::prelude::*;

/// The two questions after this meeting.
#[component]
pub fn AfterMeeting(touch: TouchId) -> impl IntoView {
    let state = use_state();
    let close = move |()| state.close_dialog();
    match state.peek(|book, today| met(book, touch, today)) {
        Some(met) => view! { <Questions touch=touch met=met /> }.into_any(),
        None => view! {
            <Sheet labelled_by="closing-title" on_close=close>
                <DialogHead
                    id="closing-title"
                    title="Nothing left to answer"
                    sub="This meeting was taken back, or its questions are answered."
                    on_close=close
                />
            </Sheet>
        }
        .into_any(),
    }
}

#[component]
fn Questions(touch: TouchId, met: Met) -> impl IntoView {
    let state = use_state();
    let by = state.peek(|book, today| help_by(book, today).to_string());
    let form = DraftForm::open(format!("closing-{touch}"), ClosingDraft { by, ..ClosingDraft::default() });
    let close = move |()| state.close_dialog();
    let (first, title) = (met.first.clone(), format!("Before you leave {}", met.name));
    let sub = met.sub.clone();
    let person = met.person;
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        keep(state, form, (touch, person), form.peek(), "Kept.");
    };
    let skip = move |_| {
        keep(state, form, (touch, person), ClosingDraft::default(), "Skipped. This meeting is not asked about again.")
    };
    view! {
        <Sheet labelled_by="closing-title" class="closing" on_close=close>
            <form class="dialog__form" novalidate=true on:submit=submit>
                <DialogHead id="closing-title" title=title sub=sub close=closing() on_close=close />
                <NotKept why=form.problem("form") />
                <div class="dialog__body stack closing__body">
                    <DidYouAsk form=form first=first.clone() />
                    <hr />
                    <HowToHelp form=form first=first />
                </div>
                <footer class="dialog__foot closing__foot">
                    <button class="button button--primary button--tall" type="submit">
                        "Keep the answers"
                    </button>
                    <button class="button button--plain button--tall" type="button" on:click=skip>
                        "Skip both"
                    </button>
                    <KeptAsYouType />
                    <Toast />
                </footer>
            </form>
        </Sheet>
    }
}

const WHY: [FormField<ClosingDraft>; 1] = [form_field!(
    ClosingDraft,
    why,
    InputSpec::line("Why not today?", "closing-why").wide().hint("May be left empty.")
)];

#[component]
fn DidYouAsk(form: DraftForm<ClosingDraft>, first: String) -> impl IntoView {
    let options = DidAsk::ALL.iter().map(|answer| {
        let label = if *answer == DidAsk::Never { format!("Never with {first}") } else { answer.label().to_string() };
        (answer.word().to_string(), label)
    });
    let asked = form.of(|draft| draft.asked.clone());
    let is = move |answer: &'static str| move || asked.with(|asked| asked == answer);
    view! {
        <div class="closing__part">
            <Segments
                label="Did you ask for a referral?"
                name="closing-asked"
                value=asked
                on_change=form.input(|draft, text| draft.asked = text)
                options=options.collect()
            />
            <Show when=is("names")>
                <p class="closing__why">"You write the names down next."</p>
            </Show>
            <Show when=is("yes")>
                <p class="closing__why">"What you asked for is written down next."</p>
            </Show>
            <Show when=is("not today")>
                <div class="fields">{form.fields(&WHY)}</div>
            </Show>
            <Show when=is("never")>
                <p class="closing__why">"Asks are switched off for them; nothing is proposed any more."</p>
            </Show>
        </div>
    }
}

const BY: [FormField<ClosingDraft>; 1] =
    [form_field!(ClosingDraft, by, InputSpec::line("You promise it by", "closing-by").of_kind("date"))];

#[component]
fn HowToHelp(form: DraftForm<ClosingDraft>, first: String) -> impl IntoView {
    let said = form.of(|draft| draft.help.clone());
    let is_said = move || said.with(|said| !said.trim().is_empty());
    view! {
        <div class="closing__part">
            <div class="fields">
                <TextField
                    label=format!("How can you help {first}?")
                    name="closing-help"
                    wide=true
                    value=derived(move || said.get())
                    on_input=form.input(|draft: &mut ClosingDraft, text| draft.help = text)
                    error=form.problem("help")
                    hint="What they said they need. It comes up on its day."
                />
                <Show when=is_said>{form.fields(&BY)}</Show>
            </div>
        </div>
    }
}

/// Keeps what was answered; who asked writes the names down next, or the ask.
fn keep(
    state: State,
    form: DraftForm<ClosingDraft>,
    (touch, person): (TouchId, PersonId),
    draft: ClosingDraft,
    said: &str,
) {
    let mut made = None;
    let kept = state.act(said, |book, mint, today| {
        let (change, ask) = draft.change(book, touch, today, mint)?;
        made = ask;
        Ok(change)
    });
    if let Err(problems) = kept {
        form.refuse(problems);
        return;
    }
    form.forget();
    match made {
        Some(ask) => state.go_instead(Route::of(Page::Ask(ask)).with(Dialog::Capture(Some(person)))),
        None if draft.asked() => state.go_instead(Route::of(Page::AskFor(person))),
        None => state.close_dialog(),
    }
}
