//! Putting a row of Today off to another day, or dropping it with a reason.

use super::referral_end::Reason;
use crate::app::state::use_state;
use crate::app::ui::dialog::{Dialog, DialogHead};
use crate::app::ui::field::TextField;
use crate::app::ui::signal::derived;
use kith::domain::day::later;
use kith::domain::draft::{Problems, day};
use kith::domain::id::PersonId;
use kith::rules::settle;
use leptos::prelude::*;

/// Another day.
#[component]
pub fn PutOff(person: Option<PersonId>) -> impl IntoView {
    let state = use_state();
    let until = RwSignal::new(state.peek(|_, today| later(today, 7).to_string()));
    let wrong = RwSignal::new(Problems::default());
    let close = move |()| state.close_dialog();
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let owed = state.owed_to(person);
        let typed = until.get_untracked();
        let done = state.act("Put off.", move |_, mint, today| {
            let until = day(&typed).map_err(|why| Problems::one("until", why))?.unwrap_or(today);
            settle::put_off(&owed, until, today, mint)
        });
        match done {
            Ok(()) => state.close_dialog(),
            Err(problems) => wrong.set(problems),
        }
    };
    let problem = derived(move || wrong.with(|w| w.of("until").or(w.of("form")).map(str::to_string)));
    view! {
        <Dialog labelled_by="later-title" on_close=close>
            <form class="dialog__form" novalidate on:submit=save>
                <DialogHead id="later-title" title="Another day" sub="It comes back to your list on that day." on_close=close />
                <div class="dialog__body stack">
                    <TextField
                        label="Until"
                        name="until"
                        kind="date"
                        autofocus=true
                        value=until
                        on_input=Callback::new(move |text| until.set(text))
                        error=problem
                    />
                </div>
                <footer class="dialog__foot">
                    <button class="button button--primary button--tall" type="submit">
                        "Put it off"
                    </button>
                </footer>
            </form>
        </Dialog>
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
