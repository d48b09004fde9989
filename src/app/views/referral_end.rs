//! The end of a referral: a sale, a closed file, and going on before the confirmation.

use crate::app::state::use_state;
use crate::app::ui::dialog::{Dialog, DialogHead};
use crate::app::ui::field::{SelectField, TextArea, TextField};
use kith::domain::draft::Problems;
use kith::domain::id::ReferralId;
use kith::domain::referral::Fruit;
use kith::domain::referral::moves::WonDraft;
use leptos::prelude::*;

/// What the whole form could not do, in a sentence above its buttons.
#[component]
pub fn FormProblem(wrong: RwSignal<Problems>) -> impl IntoView {
    let sentence = move || wrong.with(|w| w.of("form").or(w.of("referral")).map(str::to_string));
    move || sentence().map(|sentence| view! { <p class="field__error" role="alert">{sentence}</p> })
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
    let draft = RwSignal::new(state.draft(&format!("won-{id}")).unwrap_or(start));
    let wrong = RwSignal::new(Problems::default());
    let set = move |change: fn(&mut WonDraft, String)| {
        Callback::new(move |text| {
            draft.update(|d| change(d, text));
            draft.with_untracked(|d| state.keep_draft(&format!("won-{id}"), d));
        })
    };
    let of = move |part: fn(&WonDraft) -> String| Signal::derive(move || draft.with(part));
    let problem = move |name: &'static str| Signal::derive(move || wrong.with(|w| w.of(name).map(str::to_string)));
    let close = move |()| state.close_dialog();
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = draft.get_untracked();
        match state.act("Won. Now thank the one who began it.", move |book, _, today| book.won(id, &typed, today)) {
            Ok(()) => {
                state.drop_draft(&format!("won-{id}"));
                state.close_dialog();
            }
            Err(problems) => wrong.set(problems),
        }
    };
    let fruits = || Fruit::ALL.iter().map(|f| (f.word().to_string(), f.label().to_string())).collect::<Vec<_>>();
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
                    <div class="fields">
                        <TextField label="Value" name="value" autofocus=true value=of(|d| d.value.clone())
                            on_input=set(|d, text| d.value = text) error=problem("value") hint="Leave it empty if you do not know it yet." />
                        <TextField label="Currency" name="currency" value=of(|d| d.currency.clone())
                            on_input=set(|d, text| d.currency = text) error=problem("currency") />
                        <SelectField label="What it became" name="what" value=of(|d| d.what.clone())
                            on_change=set(|d, text| d.what = text) options=Signal::derive(fruits) />
                        <TextField label="Day" name="on" kind="date" value=of(|d| d.on.clone())
                            on_input=set(|d, text| d.on = text) error=problem("on") />
                    </div>
                    <FormProblem wrong=wrong />
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
    let draft = StoredValue::new(draft);
    let why = RwSignal::new(state.draft::<String>(&draft.get_value()).unwrap_or_default());
    let wrong = RwSignal::new(Problems::default());
    let close = move |()| state.close_dialog();
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match act.run(why.get_untracked()) {
            Ok(()) => {
                state.drop_draft(&draft.get_value());
                state.close_dialog();
            }
            Err(problems) => wrong.set(problems),
        }
    };
    let typed = move |text: String| {
        state.keep_draft(&draft.get_value(), &text);
        why.set(text);
    };
    let problem = Signal::derive(move || wrong.with(|w| w.of("why").or(w.of("on")).map(str::to_string)));
    view! {
        <Dialog labelled_by=id on_close=close>
            <form class="dialog__form" novalidate on:submit=save>
                <DialogHead id=id title=title sub=sub on_close=close />
                <div class="dialog__body stack">
                    <TextArea label=label name="reason" autofocus=true value=why on_input=Callback::new(typed) error=problem />
                    {children.map(|children| children())}
                    <FormProblem wrong=wrong />
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
