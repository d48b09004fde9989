//! Putting a row of Today off to another day, or dropping it with a reason.

use super::confirm_dialog::{ConfirmDialog, Reason};
use super::draft_form::DraftForm;
use crate::app::state::use_state;
use crate::app::ui::field::TextField;
use kith::domain::day::later;
use kith::domain::draft::{Problems, day};
use kith::domain::id::PersonId;
use kith::rules::settle;
use leptos::prelude::*;

/// Another day.
#[component]
pub fn PutOff(person: Option<PersonId>) -> impl IntoView {
    let state = use_state();
    let until = state.peek(|_, today| later(today, 7).to_string());
    let whose = person.map(|id| id.to_string()).unwrap_or_default();
    let form = DraftForm::open(format!("later-{whose}"), until);
    let save = move |()| {
        let (owed, typed) = (state.owed_to(person), form.peek());
        form.finish(state.act("Put off.", move |_, mint, today| {
            let until = day(&typed).map_err(|why| Problems::one("until", why))?.unwrap_or(today);
            settle::put_off(&owed, until, today, mint)
        }));
    };
    view! {
        <ConfirmDialog
            id="later-title"
            title="Another day"
            sub="It comes back to your list on that day."
            verb="Put it off"
            on_save=save
            wrong=form.problem("form")
        >
            <TextField
                label="Until"
                name="until"
                kind="date"
                autofocus=true
                value=form.of(String::clone)
                on_input=form.input(|until, text| *until = text)
                error=form.problem("until")
            />
        </ConfirmDialog>
    }
}

/// Not owed, because…
#[component]
pub fn NotOwed(person: PersonId) -> impl IntoView {
    let state = use_state();
    let act = move |why: String| {
        let owed = state.owed_to(Some(person));
        state.act("Not owed. It is off your list.", move |_, mint, _| settle::dropped(&owed, &why, mint))
    };
    view! {
        <Reason
            id="drop-title"
            draft=format!("drop-{person}")
            title="Not owed, because…"
            sub="It leaves your list for good; Undo brings it back."
            label="Why is it not owed?"
            verb="Take it off my list"
            act=Callback::new(act)
        />
    }
}
