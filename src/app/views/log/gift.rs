//! What was given, where the contact is a gift, and what speaks against it (R56, B15).

use super::super::drafted::Drafted;
use super::super::part::{Part, part};
use crate::app::state::use_state;
use crate::app::ui::entry::Entry;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::memo;
use kith::domain::touch::TouchKind;
use kith::domain::touch::draft::TouchDraft;
use kith::message::gift::advice_of;
use leptos::prelude::*;

const GIVEN: [Part<TouchDraft>; 2] = [
    part!(TouchDraft, gift, Entry::line("What did you give?", "log-gift")),
    part!(TouchDraft, cost, Entry::line("What it cost", "log-cost").hint("May stay empty.")),
];

/// The fields of a gift, and what the guard has to say; nothing it says keeps a gift from being logged.
#[component]
pub fn Given(form: Drafted<TouchDraft>) -> impl IntoView {
    let state = use_state();
    let is_gift = form.of(|draft| draft.kind == TouchKind::Gift.word());
    let said = memo(move || {
        let (draft, today) = (form.get(), state.today());
        state.select_now(|book| advice_of(book, &draft, today))
    });
    let notice = |said: String| {
        view! {
            <p class="notice" data-tone="owed">
                <Icon name="gift" />
                <span>{said}</span>
            </p>
        }
    };
    view! {
        <Show when=move || is_gift.get()>
            <div class="fields">{form.fields(&GIVEN)}</div>
            <div class="stack log-gift" role="status">
                {move || said.get().into_iter().map(notice).views()}
            </div>
        </Show>
    }
}
