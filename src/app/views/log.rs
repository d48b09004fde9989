//! Logging a contact in two taps: open it, and log the call; everything else is there for those who want it.

mod choices;
mod gift;
mod whom;

use super::draft_form::{DraftForm, KeptAsYouType, NotKept, closing};
use super::form_field::{FormField, form_field};
use crate::app::state::{State, use_state};
use crate::app::ui::dialog::{Dialog as Sheet, DialogHead};
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::{CheckField, SelectField};
use crate::app::ui::list::Show;
use crate::app::ui::signal::{derived, memo};
use choices::{Day, Kinds, Purposes};
use gift::Given;
use kith::domain::id::PersonId;
use kith::domain::touch::draft::TouchDraft;
use kith::route::Dialog;
use kith::rules::closing::calls_for_closing;
use leptos::prelude::*;
use whom::Whom;

/// The name under which the draft is kept.
const DRAFT: &str = "log";

const SAID: [FormField<TouchDraft>; 1] =
    [form_field!(TouchDraft, text, InputSpec::lines("What was said", "log-text").short())];

/// Logging a contact.
#[component]
pub fn Log(person: Option<PersonId>) -> impl IntoView {
    let state = use_state();
    let form = open(state, person);
    let name = move || state.peek(|book, _| person.and_then(|id| book.person(id)).map(|p| p.name.to_string()));
    let title = name().map_or_else(|| "Log a contact".to_string(), |name| format!("Log a contact with {name}"));
    let close = move |()| state.close_dialog();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        save(state, form);
    };
    view! {
        <Sheet labelled_by="log" on_close=close>
            <form class="dialog__form" novalidate=true on:submit=submit>
                <DialogHead id="log" title=title close=closing() on_close=close />
                <NotKept why=form.problem("form") />
                <div class="dialog__body stack log-form">
                    <Show when=move || person.is_none()>
                        <Whom form=form />
                    </Show>
                    <Kinds form=form />
                    <Given form=form />
                    <Day form=form />
                    {form.fields(&SAID)}
                    <Detail form=form />
                </div>
                <Foot />
            </form>
        </Sheet>
    }
}

/// A project with this person is finished: the debrief is proposed, over what was typed about them (R50).
pub fn begin_debrief(state: State, person: PersonId) {
    let draft = match state.draft::<TouchDraft>(DRAFT) {
        Some(kept) if kept.is_with(Some(person)) => kept,
        _ => TouchDraft::with(Some(person)),
    };
    state.keep_draft(DRAFT, &draft.of_debrief());
    state.open_dialog(Dialog::Log(Some(person)));
}

/// The draft as it was left, unless it is about somebody else.
fn open(state: State, person: Option<PersonId>) -> DraftForm<TouchDraft> {
    if state.draft::<TouchDraft>(DRAFT).is_some_and(|kept| !kept.is_with(person)) {
        state.drop_draft(DRAFT);
    }
    DraftForm::open(DRAFT.to_string(), TouchDraft::with(person))
}

/// Logs it; after a meeting with a good source, two questions take the place of the form (R20, R27).
fn save(state: State, form: DraftForm<TouchDraft>) {
    let draft = form.peek();
    let mut made = None;
    let kept = state.act("Logged.", |book, mint, today| {
        let (touch, change) = draft.change(book, today, mint)?;
        made = Some(touch.id);
        Ok(change)
    });
    let closes = |id| kept.is_ok() && state.peek(|book, _| calls_for_closing(book, id));
    match made {
        Some(id) if closes(id) => {
            form.forget();
            state.go_instead(state.peek_route().with(Dialog::Closing(id)));
        }
        _ => form.finish(kept),
    }
}

#[component]
fn Foot() -> impl IntoView {
    view! {
        <footer class="dialog__foot capture__foot">
            <button class="button button--primary button--tall" type="submit">
                "Log it"
            </button>
            <KeptAsYouType />
        </footer>
    }
}

/// What few contacts need: who began it, what for, and about which referral.
#[component]
fn Detail(form: DraftForm<TouchDraft>) -> impl IntoView {
    let state = use_state();
    let referrals = memo(move || {
        let draft = form.get();
        state.select_now(|book| draft.open_referrals(book))
    });
    let options = derived(move || {
        let open = referrals.get().into_iter().map(|(id, said)| (id.to_string(), said));
        std::iter::once((String::new(), "None".to_string())).chain(open).collect()
    });
    view! {
        <CheckField
            label="They began it"
            name="log-by-them"
            checked=form.of(|d| d.by_them)
            on_change=form.input(|d, on| d.by_them = on)
        />
        <Show when=move || !referrals.with(Vec::is_empty)>
            <SelectField
                label="About which referral"
                name="log-about"
                value=form.of(|d| d.about.clone())
                on_change=form.input(|d, text| d.about = text)
                options=options
            />
        </Show>
        <Purposes form=form />
    }
}
