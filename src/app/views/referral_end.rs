//! The end of a referral: a sale, a closed file, and going on before the confirmation.

use super::confirm_dialog::{ConfirmDialog, Reason};
use super::draft_form::DraftForm;
use super::form_field::{FormField, form_field};
use crate::app::state::use_state;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::TextField;
use kith::domain::id::ReferralId;
use kith::domain::referral::Fruit;
use kith::domain::referral::moves::WonDraft;
use kith::route::{Page, Route};
use leptos::prelude::*;

const WON: [FormField<WonDraft>; 4] = [
    form_field!(
        WonDraft,
        value,
        InputSpec::line("Value", "value").first().hint("Leave it empty if you do not know it yet.")
    ),
    form_field!(WonDraft, currency, InputSpec::line("Currency", "currency")),
    form_field!(WonDraft, what, InputSpec::choice("What it became", "what", fruits)),
    form_field!(WonDraft, on, InputSpec::line("Day", "on").of_kind("date")),
];

fn fruits() -> Vec<(String, String)> {
    Fruit::ALL.iter().map(|f| (f.word().to_string(), f.label().to_string())).collect()
}

/// A sale: its value, its kind, its day.
#[component]
pub fn Won(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let currency = state.peek(|book, _| book.setting("choices").and_then(|s| s.currency).map(|c| c.to_string()));
    let start = WonDraft {
        on: state.peek(|_, today| today.to_string()),
        currency: currency.unwrap_or_else(|| "USD".to_string()),
        what: Fruit::Sale.word().to_string(),
        ..WonDraft::default()
    };
    let form = DraftForm::open(format!("won-{id}"), start);
    let save = move |()| {
        let typed = form.peek();
        let said = "Won. Now thank the one who began it.";
        let kept = state.act(said, move |book, _, today| book.won(id, &typed, today));
        match kept {
            // The close stands on the page of the referral: thanks, the new client, and the names (R51).
            Ok(()) if state.peek_route().page != Page::Referral(id) => {
                form.forget();
                state.go_instead(Route::of(Page::Referral(id)));
            }
            kept => form.finish(kept),
        }
    };
    view! {
        <ConfirmDialog
            id="won-title"
            title="It is won"
            sub="The value is yours to keep: it is told to nobody."
            verb="Mark it won"
            on_save=save
            wrong=form.problem_of("form", "referral")
        >
            <div class="fields">{form.fields(&WON)}</div>
        </ConfirmDialog>
    }
}

/// A closed file: the reason and the day.
#[component]
pub fn CloseFile(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let on = RwSignal::new(state.peek(|_, today| today.to_string()));
    let ask = move |why: String| {
        let on = on.get_untracked();
        state.act("The file is closed. One last word is owed.", move |book, _, today| {
            book.close_file(id, &on, &why, today)
        })
    };
    view! {
        <Reason
            id="close-title"
            draft=format!("close-{id}")
            title="Close the file"
            sub="It can be reopened. The source is owed one last word."
            label="Why is it closed?"
            verb="Close the file"
            act=Callback::new(ask)
        >
            <TextField label="Day" name="on" kind="date" value=on on_input=Callback::new(move |text| on.set(text)) />
        </Reason>
    }
}

/// Going on before the confirmation: why.
#[component]
pub fn Anyway(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let ask = move |why: String| {
        state.act("The follow-up is open.", move |book, _, today| book.follow_up_anyway(id, &why, today))
    };
    view! {
        <Reason
            id="anyway-title"
            draft=format!("anyway-{id}")
            title="Follow up anyway"
            sub="The introduction is not confirmed. Going first is counted, so that you see how it turns out."
            label="Why can it not wait?"
            verb="Open the follow-up"
            act=Callback::new(ask)
        />
    }
}
