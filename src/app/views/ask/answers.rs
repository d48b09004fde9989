//! The dialogs of an ask: not now, declined, and help promised first (R28–R30).

use crate::app::state::use_state;
use crate::app::ui::entry::InputSpec;
use crate::app::views::confirm_dialog::{ConfirmDialog, Reason};
use crate::app::views::draft_form::DraftForm;
use crate::app::views::form_field::{FormField, form_field};
use kith::domain::ask::draft::NotNowDraft;
use kith::domain::give::help::HelpDraft;
use kith::domain::id::{AskId, PersonId};
use kith::route::{Page, Route};
use kith::rules::source_standing::help_by;
use leptos::prelude::*;

const NOT_NOW: [FormField<NotNowDraft>; 2] = [
    form_field!(
        NotNowDraft,
        until,
        InputSpec::line("Until", "until").of_kind("date").first().hint("Empty is ninety days on.")
    ),
    form_field!(NotNowDraft, why, InputSpec::lines("Why not now?", "why").short()),
];

/// Not now, until…: the answer to an ask that was made.
#[component]
pub fn NotNow(id: AskId) -> impl IntoView {
    let state = use_state();
    let act = move |typed: NotNowDraft| {
        state.act(RESTS, move |book, _, today| book.ask_not_now(id, &typed.until, &typed.why, today))
    };
    let form = DraftForm::open(format!("not-now-{id}"), NotNowDraft::default());
    not_now("not-now-title", form, Callback::new(move |()| form.finish(act(form.peek()))))
}

/// Not now, until…: nobody was asked yet (R20).
#[component]
pub fn NotYet(person: PersonId) -> impl IntoView {
    let state = use_state();
    let form = DraftForm::open(format!("not-yet-{person}"), NotNowDraft::default());
    let save = move |()| {
        let typed = form.peek();
        let kept = state
            .act(RESTS, move |book, mint, today| book.not_asked_now(person, &typed.until, &typed.why, today, mint));
        match kept {
            // There is nothing to prepare until then.
            Ok(()) if state.peek_route().page == Page::AskFor(person) => {
                form.forget();
                state.go_instead(Route::of(Page::Person(person)));
            }
            kept => form.finish(kept),
        }
    };
    not_now("not-yet-title", form, Callback::new(save))
}

const RESTS: &str = "Noted. Nothing is proposed before that day.";

fn not_now(id: &'static str, form: DraftForm<NotNowDraft>, save: Callback<()>) -> impl IntoView {
    view! {
        <ConfirmDialog
            id=id
            title="Not now, until…"
            sub="Asking them rests until then."
            verb="Keep it"
            on_save=save
            wrong=form.problem("form")
        >
            <div class="fields">{form.fields(&NOT_NOW)}</div>
        </ConfirmDialog>
    }
}

/// Declined, because…
#[component]
pub fn Declined(id: AskId) -> impl IntoView {
    let state = use_state();
    let act = move |why: String| {
        state.act("Noted. The door between you stays open.", move |book, _, today| book.ask_declined(id, &why, today))
    };
    view! {
        <Reason
            id="declined-title"
            draft=format!("declined-{id}")
            title="Declined, because…"
            sub="What they said shows later what to do another way."
            label="What did they say?"
            verb="Keep it"
            act=Callback::new(act)
        />
    }
}

const HELP: [FormField<HelpDraft>; 2] = [
    form_field!(HelpDraft, help, InputSpec::lines("What you can do for them", "help").short().first()),
    form_field!(HelpDraft, by, InputSpec::line("You promise it by", "by").of_kind("date")),
];

/// Help promised to somebody: it comes up on its day.
#[component]
pub fn Promise(person: PersonId) -> impl IntoView {
    let state = use_state();
    let by = state.peek(|book, today| help_by(book, today).to_string());
    let name = state.peek(|book, _| book.person(person).map(|p| p.name.first().to_string())).unwrap_or_default();
    let form = DraftForm::open(format!("promise-{person}"), HelpDraft { by, ..HelpDraft::default() });
    let said = format!("Promised. It comes up on the day {name} expects it.");
    let save = move |()| {
        let typed = form.peek();
        form.finish(state.act(said.clone(), move |book, mint, today| typed.change(book, person, today, mint)));
    };
    view! {
        <ConfirmDialog
            id="promise-title"
            title=format!("Help {name} first")
            sub="A name, an article, an hour of yours: what they said they need."
            verb="Promise it"
            on_save=save
            wrong=form.problem("form")
        >
            <div class="fields">{form.fields(&HELP)}</div>
        </ConfirmDialog>
    }
}
