//! Capturing a referral: one line after a talk, understood as it is typed, and saved in two taps.

mod fields;
mod line;
mod source;
mod talk;

use super::draft_form::{DraftForm, Found, KeptAsYouType, NotKept, closing};
use super::shell::Toast;
use crate::app::state::{State, use_state};
use crate::app::ui::dialog::{Dialog as Sheet, DialogHead};
use crate::app::ui::signal::derived;
use fields::Fields;
use kith::domain::id::{AskId, PersonId, ReferralId};
use kith::domain::person::one_line;
use kith::domain::referral::capture::CaptureDraft;
use kith::route::Page;
use leptos::prelude::*;
use line::{Line, to_line};
use talk::Talk;

/// The name under which the draft is kept.
const DRAFT: &str = "capture";

/// Capturing a referral.
#[component]
pub fn Capture(from: Option<PersonId>) -> impl IntoView {
    let state = use_state();
    let form = DraftForm::open(DRAFT.to_string(), begun(state, from));
    let talk = RwSignal::new(Vec::<ReferralId>::new());
    let close = move |()| state.close_dialog();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let nothing_more = form.peek().is_empty() && talk.with_untracked(|talk| !talk.is_empty());
        if nothing_more || save(state, form).is_some() {
            form.forget();
            state.close_dialog();
        }
    };
    let empty = form.of(CaptureDraft::is_empty);
    let afresh = move |()| {
        form.begin_again(begun(state, from));
        to_line();
    };
    let another = move |()| {
        let draft = form.peek();
        if let Some((referral, source)) = save(state, form) {
            talk.update(|talk| talk.push(referral));
            form.begin_again(draft.next(source));
            to_line();
        }
    };
    view! {
        <Sheet labelled_by="capture" class="capture" on_close=close>
            <form class="dialog__form" novalidate=true on:submit=submit>
                <DialogHead
                    id="capture"
                    title=title(state, form)
                    sub="A name is enough. The rest can wait until you are back at your desk."
                    close=closing()
                    on_close=close
                />
                <NotKept why=form.problem("form") />
                <div class="dialog__body stack capture__body">
                    <Found when=move || form.was_found() && !empty.get() afresh=afresh />
                    <Talk talk=talk />
                    <Line form=form />
                    <Fields form=form />
                </div>
                <Foot on_another=another />
            </form>
        </Sheet>
    }
}

/// A form opened for this source: empty, or on the page of an ask with whom it was for.
fn begun(state: State, from: Option<PersonId>) -> CaptureDraft {
    let mut draft = CaptureDraft { opened_for: from, ..CaptureDraft::default() };
    state.read_line(&mut draft, String::new());
    if let Some(ask) = asked(state) {
        state.read_target(&mut draft, ask);
    }
    draft
}

fn title(state: State, form: DraftForm<CaptureDraft>) -> Signal<String> {
    let source = form.of(|d| d.source);
    derived(move || {
        let first =
            state.select_now(|book| source.get().and_then(|id| book.person(id)).map(|p| p.name.first().to_string()));
        match first {
            Some(first) => format!("Capture a referral: who did {first} mention?"),
            None => "Capture a referral: who was mentioned?".to_string(),
        }
    })
}

/// The ask on whose page the form was opened: what is captured came of it (B2).
fn asked(state: State) -> Option<AskId> {
    match state.peek_route().page {
        Page::Ask(id) => Some(id),
        _ => None,
    }
}

/// Saves what stands in the form; what is wrong with it stays there.
fn save(state: State, form: DraftForm<CaptureDraft>) -> Option<(ReferralId, PersonId)> {
    let draft = form.peek().by(asked(state));
    let mut made = None;
    let said = format!("{} is captured.", one_line(&draft.who));
    let kept = state.act(said, |book, mint, today| {
        let captured = draft.change(book, today, mint)?;
        made = Some((captured.referral, captured.source));
        Ok(captured.change)
    });
    if let Err(problems) = kept {
        form.refuse(problems);
        return None;
    }
    made
}

#[component]
fn Foot(#[prop(into)] on_another: Callback<()>) -> impl IntoView {
    view! {
        <footer class="dialog__foot capture__foot">
            <button class="button button--primary button--tall" type="submit">
                "Save"
            </button>
            <button class="button button--tall" type="button" on:click=move |_| on_another.run(())>
                "Save and add another"
            </button>
            <KeptAsYouType />
            <Toast />
        </footer>
    }
}
