//! What was given, where the contact is a gift, and what speaks against it (R56, B15).

use super::super::draft_form::DraftForm;
use super::super::form_field::{FormField, form_field};
use crate::app::state::use_state;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::memo;
use kith::domain::touch::TouchKind;
use kith::domain::touch::draft::TouchDraft;
use kith::message::gift::advice_of;
use leptos::prelude::*;

const GIVEN: [FormField<TouchDraft>; 2] = [
    form_field!(TouchDraft, gift, InputSpec::line("What did you give?", "log-gift")),
    form_field!(TouchDraft, cost, InputSpec::line("What it cost", "log-cost").hint("May stay empty.")),
];

/// The fields of a gift, and what the guard has to say; nothing it says keeps a gift from being logged.
#[component]
pub fn Given(form: DraftForm<TouchDraft>) -> impl IntoView {
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
