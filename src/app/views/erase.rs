//! Erasing for good: the one act that is asked about first, because it cannot be undone.

use super::confirm_dialog::ConfirmDialog;
use crate::app::state::use_state;
use crate::app::ui::list::Views;
use kith::domain::id::Id;
use kith::domain::kind::Kind;
use kith::message::erase::{Question, erased};
use leptos::prelude::*;

/// The question, with what goes, what stays, and where it is still to be found.
#[component]
pub fn Erase(kind: Kind, ids: Vec<Id>) -> impl IntoView {
    let state = use_state();
    // Erased already, in another tab: there is nothing to ask.
    let Some(Question { name, told }) = state.ask_to_erase(&kind, &ids) else { return ().into_any() };
    let wrong = RwSignal::new(None);
    let said = erased(&name);
    let erase = move |()| match state.erase(&kind, &ids) {
        Ok(()) => {
            state.close_dialog();
            state.say(said.clone());
        }
        Err(why) => wrong.set(Some(why.to_string())),
    };
    view! {
        <ConfirmDialog
            id="erase-title"
            title=format!("Erase for good: {name}")
            sub="This is the one act that cannot be undone."
            verb="Erase for good"
            danger=true
            on_save=erase
            wrong=wrong
        >
            {told.into_iter().map(|line| view! { <p>{line}</p> }).views()}
        </ConfirmDialog>
    }
    .into_any()
}
