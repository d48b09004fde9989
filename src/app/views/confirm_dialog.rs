//! A small dialog that asks one thing: a title, a line below it, its fields, and one verb.

use super::draft_form::{DraftForm, closing};
use crate::app::state::use_state;
use crate::app::ui::dialog::{Dialog, DialogHead};
use crate::app::ui::field::TextArea;
use crate::app::ui::list::Views;
use kith::domain::draft::Problems;
use leptos::prelude::*;

/// What the whole form could not do, in a sentence above its buttons.
#[component]
pub fn FormProblem(#[prop(into)] why: Signal<Option<String>>) -> impl IntoView {
    let said = move |why| view! { <p class="field__error" role="alert">{why}</p> };
    view! { {move || why.get().map(said).views()} }
}

/// The dialog; what was typed in it is kept until it is answered.
#[component]
pub fn ConfirmDialog(
    id: &'static str,
    #[prop(into)] title: String,
    #[prop(into)] sub: String,
    verb: &'static str,
    /// Keeps the answer.
    #[prop(into)]
    on_save: Callback<()>,
    /// What is wrong, where it is no field's own.
    #[prop(into, optional)]
    wrong: Signal<Option<String>>,
    /// Closes it, where more is to do than that.
    #[prop(into, optional)]
    on_close: Option<Callback<()>>,
    /// Whether it cannot be undone.
    #[prop(optional)]
    danger: bool,
    children: Children,
) -> impl IntoView {
    let state = use_state();
    let close = on_close.unwrap_or_else(|| Callback::new(move |()| state.close_dialog()));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        on_save.run(());
    };
    view! {
        <Dialog labelled_by=id on_close=close>
            <form class="dialog__form" novalidate=true on:submit=submit>
                <DialogHead id=id title=title sub=sub close=closing() on_close=close />
                <div class="dialog__body stack">{children()} <FormProblem why=wrong /></div>
                <footer class="dialog__foot">
                    <button
                        class="button button--tall"
                        class:button--danger=danger
                        class:button--primary=!danger
                        type="submit"
                    >
                        {verb}
                    </button>
                </footer>
            </form>
        </Dialog>
    }
}

/// Asks for one reason, in a dialog.
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
    let form = DraftForm::open(draft, String::new());
    let save = move |()| form.finish(act.run(form.peek()));
    view! {
        <ConfirmDialog id=id title=title sub=sub verb=verb on_save=save wrong=form.problem_of("form", "referral")>
            <TextArea
                label=label
                name="reason"
                autofocus=true
                value=form.of(String::clone)
                on_input=form.input(|reason, text| *reason = text)
                error=form.problem_of("why", "on")
            />
            {children.map(|children| children())}
        </ConfirmDialog>
    }
}
