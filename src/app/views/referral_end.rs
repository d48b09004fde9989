//! The end of a referral: a sale, a closed file, and going on before the confirmation.

use super::drafted::Drafted;
use super::part::{Part, part};
use crate::app::state::use_state;
use crate::app::ui::dialog::{Dialog, DialogHead};
use crate::app::ui::entry::Entry;
use crate::app::ui::field::{TextArea, TextField};
use crate::app::ui::list::Views;
use kith::domain::draft::Problems;
use kith::domain::id::ReferralId;
use kith::domain::referral::Fruit;
use kith::domain::referral::moves::WonDraft;
use kith::route::{Page, Route};
use leptos::prelude::*;

/// What the whole form could not do, in a sentence above its buttons.
#[component]
pub fn FormProblem(#[prop(into)] why: Signal<Option<String>>) -> impl IntoView {
    let said = move |why| view! { <p class="field__error" role="alert">{why}</p> };
    view! { {move || why.get().map(said).views()} }
}

const WON: [Part<WonDraft>; 4] = [
    part!(WonDraft, value, Entry::line("Value", "value").first().hint("Leave it empty if you do not know it yet.")),
    part!(WonDraft, currency, Entry::line("Currency", "currency")),
    part!(WonDraft, what, Entry::choice("What it became", "what", fruits)),
    part!(WonDraft, on, Entry::line("Day", "on").of_kind("date")),
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
    let form = Drafted::open(format!("won-{id}"), start);
    let close = move |()| state.close_dialog();
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
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
        <Dialog labelled_by="won-title" on_close=close>
            <form class="dialog__form" novalidate on:submit=save>
                <DialogHead
                    id="won-title"
                    title="It is won"
                    sub="The value is yours to keep: it is told to nobody."
                    on_close=close
                />
                <div class="dialog__body stack">
                    <div class="fields">{form.fields(&WON)}</div>
                    <FormProblem why=form.problem_of("form", "referral") />
                </div>
                <footer class="dialog__foot">
                    <button class="button button--primary button--tall" type="submit">
                        "Mark it won"
                    </button>
                </footer>
            </form>
        </Dialog>
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

/// A dialog that asks for one reason.
#[component]
pub fn Reason(
    id: &'static str,
    /// The name its draft is kept under.
    draft: String,
    title: &'static str,
    sub: &'static str,
    label: &'static str,
    verb: &'static str,
    /// Keeps it; the problems stay in the dialog.
    act: Callback<String, Result<(), Problems>>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let state = use_state();
    let form = Drafted::open(draft, String::new());
    let close = move |()| state.close_dialog();
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        form.finish(act.run(form.peek()));
    };
    view! {
        <Dialog labelled_by=id on_close=close>
            <form class="dialog__form" novalidate on:submit=save>
                <DialogHead id=id title=title sub=sub on_close=close />
                <div class="dialog__body stack">
                    <TextArea
                        label=label
                        name="reason"
                        autofocus=true
                        value=form.of(String::clone)
                        on_input=form.input(|reason, text| *reason = text)
                        error=form.problem_of("why", "on")
                    />
                    {children.map(|children| children())}
                    <FormProblem why=form.problem_of("form", "referral") />
                </div>
                <footer class="dialog__foot">
                    <button class="button button--primary button--tall" type="submit">
                        {verb}
                    </button>
                </footer>
            </form>
        </Dialog>
    }
}
