//! The dialogs of events: another one, or what this one is called, its day and place; and somebody for its list (R69).

use crate::app::state::use_state;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::TextField;
use crate::app::views::confirm_dialog::ConfirmDialog;
use crate::app::views::draft_form::DraftForm;
use crate::app::views::form_field::{FormField, form_field};
use crate::app::views::suggestions::NameSuggestions;
use kith::domain::event::draft::{EventDraft, GuestDraft};
use kith::domain::id::EventId;
use kith::route::{Page, Route};
use leptos::prelude::*;

const PARTS: [FormField<EventDraft>; 3] = [
    form_field!(EventDraft, name, InputSpec::line("What it is called", "event-name").wide().first()),
    form_field!(EventDraft, on, InputSpec::line("Day", "event-on").of_kind("date")),
    form_field!(EventDraft, place, InputSpec::line("Place", "event-place").hint("As the invitation says it.")),
];

/// Another event, or this one.
#[component]
pub fn EventForm(id: Option<EventId>) -> impl IntoView {
    let state = use_state();
    let fresh = state.peek(|book, _| EventDraft::of(id.and_then(|id| book.event(id))));
    let form = DraftForm::open(format!("event-{}", id.map(|id| id.to_string()).unwrap_or_default()), fresh);
    let save = move |()| {
        let (typed, mut made) = (form.peek(), None);
        let said = if id.is_some() { "Noted." } else { "Planned. Now choose whom to invite." };
        let kept = state.act(said, |book, mint, today| {
            let (id, change) = typed.change(book, id, today, mint)?;
            made = Some(id);
            Ok(change)
        });
        match (kept, made) {
            (Ok(()), Some(made)) if id.is_none() => {
                form.forget();
                state.go_instead(Route::of(Page::Event(made)));
            }
            (kept, _) => form.finish(kept),
        }
    };
    let (title, sub) = match id {
        None => ("Plan an event", "A name and a day are enough. Whom to invite is proposed from your book."),
        Some(_) => ("This event", "Where the day moves, the guests stay, and are asked again for the new one."),
    };
    view! {
        <ConfirmDialog
            id="event-title"
            title=title
            sub=sub
            verb=if id.is_some() { "Keep it" } else { "Plan it" }
            on_save=save
            wrong=form.problem("form")
        >
            <div class="fields">{form.fields(&PARTS)}</div>
        </ConfirmDialog>
    }
}

/// Somebody for the list of this event.
#[component]
pub fn NewGuest(id: EventId) -> impl IntoView {
    let form = DraftForm::open(format!("guest-{id}"), GuestDraft::default());
    let state = use_state();
    let save = move |()| {
        let typed = form.peek();
        form.finish(state.act("On the list. They are not asked yet.", move |book, _, _| typed.change(book, id)));
    };
    let name = form.of(|draft| draft.name.clone());
    view! {
        <ConfirmDialog
            id="guest-title"
            title="Somebody for the list"
            sub="Nobody is asked by that."
            verb="Put on the list"
            on_save=save
            wrong=form.problem("form")
        >
            <TextField
                label="Name"
                name="guest-name"
                wide=true
                autofocus=true
                value=name
                on_input=form.input(|draft, text| draft.name = text)
                error=form.problem("name")
                list="guest-people"
            />
            <NameSuggestions id="guest-people" typed=name />
        </ConfirmDialog>
    }
}
