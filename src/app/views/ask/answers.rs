//! The dialogs of an ask: not now, declined, and help promised first (R28–R30).

use crate::app::state::use_state;
use crate::app::ui::dialog::{Dialog, DialogHead};
use crate::app::ui::entry::Entry;
use crate::app::views::drafted::{Drafted, closing};
use crate::app::views::part::{Part, part};
use crate::app::views::referral_end::{FormProblem, Reason};
use kith::domain::ask::draft::NotNowDraft;
use kith::domain::give::help::HelpDraft;
use kith::domain::id::{AskId, PersonId};
use kith::rules::standing::help_by;
use leptos::prelude::*;

const NOT_NOW: [Part<NotNowDraft>; 2] = [
    part!(NotNowDraft, until, Entry::line("Until", "until").of_kind("date").first().hint("Empty is ninety days on.")),
    part!(NotNowDraft, why, Entry::lines("Why not now?", "why").short()),
];

/// Not now, until…
#[component]
pub fn NotNow(id: AskId) -> impl IntoView {
    let state = use_state();
    let form = Drafted::open(format!("not-now-{id}"), NotNowDraft::default());
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = form.peek();
        let said = "Noted. Nothing is proposed before that day.";
        form.finish(state.act(said, move |book, _, today| book.ask_not_now(id, &typed.until, &typed.why, today)));
    };
    view! {
        <Asking id="not-now-title" title="Not now, until…" sub="Asking them rests until then." verb="Keep it" on_submit=Callback::new(save)>
            <div class="fields">{form.fields(&NOT_NOW)}</div>
            <FormProblem why=form.problem("form") />
        </Asking>
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

const HELP: [Part<HelpDraft>; 2] = [
    part!(HelpDraft, help, Entry::lines("What you can do for them", "help").short().first()),
    part!(HelpDraft, by, Entry::line("You promise it by", "by").of_kind("date")),
];

/// Help promised to somebody: it comes up on its day.
#[component]
pub fn Promise(person: PersonId) -> impl IntoView {
    let state = use_state();
    let by = state.peek(|book, today| help_by(book, today).to_string());
    let name = state.peek(|book, _| book.person(person).map(|p| p.name.first().to_string())).unwrap_or_default();
    let form = Drafted::open(format!("promise-{person}"), HelpDraft { by, ..HelpDraft::default() });
    let said = format!("Promised. It comes up on the day {name} expects it.");
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = form.peek();
        form.finish(state.act(said.clone(), move |book, mint, today| typed.change(book, person, today, mint)));
    };
    view! {
        <Asking
            id="promise-title"
            title=format!("Help {name} first")
            sub="A name, an article, an hour of yours: what they said they need."
            verb="Promise it"
            on_submit=Callback::new(save)
        >
            <div class="fields">{form.fields(&HELP)}</div>
            <FormProblem why=form.problem("form") />
        </Asking>
    }
}

/// A small dialog with a form and one verb.
#[component]
fn Asking(
    id: &'static str,
    #[prop(into)] title: String,
    sub: &'static str,
    verb: &'static str,
    on_submit: Callback<web_sys::SubmitEvent>,
    children: Children,
) -> impl IntoView {
    let state = use_state();
    let close = move |()| state.close_dialog();
    view! {
        <Dialog labelled_by=id on_close=close>
            <form class="dialog__form" novalidate=true on:submit=move |event| on_submit.run(event)>
                <DialogHead id=id title=title sub=sub close=closing() on_close=close />
                <div class="dialog__body stack">{children()}</div>
                <footer class="dialog__foot">
                    <button class="button button--primary button--tall" type="submit">
                        {verb}
                    </button>
                </footer>
            </form>
        </Dialog>
    }
}
