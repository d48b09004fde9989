//! The forms of your words: an ideal client, a result, a script.

use crate::app::state::use_state;
use crate::app::ui::dialog::{Dialog, DialogHead};
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::CheckField;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::views::draft_form::{DraftForm, Found, KeptAsYouType, NotKept, closing};
use crate::app::views::form_field::{FormField, form_field};
use crate::app::views::suggestions::PeopleSuggestions;
use kith::domain::fields::Overlay;
use kith::domain::id::{IdealClientId, ResultId, ScriptId};
use kith::domain::ideal_client::IdealClientDraft;
use kith::domain::result::ResultDraft;
use kith::domain::script::ScriptDraft;
use kith::domain::script::merge::MergeField;
use kith::message::playbook::{moments, start};
use leptos::prelude::*;

const CLIENT: [FormField<IdealClientDraft>; 9] = [
    form_field!(
        IdealClientDraft,
        name,
        InputSpec::line("What you call them", "client-name").wide().first().hint("Such as: owners of family firms.")
    ),
    form_field!(
        IdealClientDraft,
        examples,
        InputSpec::lines("Two who are just right", "client-examples")
            .short()
            .hint("By name, one a line. Name two, and people will think of a third.")
    ),
    form_field!(
        IdealClientDraft,
        titles,
        InputSpec::lines("Who decides", "client-titles").short().hint("Their job titles, one a line.")
    ),
    form_field!(IdealClientDraft, company, InputSpec::line("Kind of company", "client-company")),
    form_field!(IdealClientDraft, size, InputSpec::line("Size", "client-size")),
    form_field!(IdealClientDraft, place, InputSpec::line("Place", "client-place").wide()),
    form_field!(
        IdealClientDraft,
        trigger,
        InputSpec::lines("Trigger", "client-trigger").short().hint("What has just happened when they need you.")
    ),
    form_field!(
        IdealClientDraft,
        problem,
        InputSpec::lines("Problem", "client-problem").short().hint("What troubles them.")
    ),
    form_field!(IdealClientDraft, not_fit, InputSpec::lines("Who is not a fit", "client-not-fit").short()),
];

/// The form of an ideal client: another one, or this one.
#[component]
pub fn ClientForm(id: Option<IdealClientId>) -> impl IntoView {
    let state = use_state();
    let kept = move || state.peek(|book, _| IdealClientDraft::of(book, id));
    let opened = StoredValue::new(kept());
    let form = DraftForm::open(draft_name("client", id.map(|id| id.to_string())), kept());
    let save = move |()| {
        let draft = form.peek().over(opened.get_value(), kept());
        form.finish(state.act("Kept among your ideal clients.", |book, mint, _| draft.change(book, id, mint)));
    };
    let found = view! { <Found when=move || form.was_found() afresh=move |()| form.begin_again(kept()) /> };
    view! {
        <Sheet title=title(id.is_some(), "Your ideal client", "Another ideal client") why=form.problem("form") save=save>
            {found}
            <div class="fields">{form.fields(&CLIENT)}</div>
        </Sheet>
    }
}

const RESULT: [FormField<ResultDraft>; 5] = [
    form_field!(
        ResultDraft,
        person,
        InputSpec::line("For whom", "result-person")
            .meant("result-people")
            .first()
            .hint("Somebody in your book, if they are.")
    ),
    form_field!(
        ResultDraft,
        who,
        InputSpec::line("Without a name", "result-who").hint("Such as: a printer in Leeds. It is what others hear.")
    ),
    form_field!(ResultDraft, before, InputSpec::lines("Before", "result-before").short()),
    form_field!(ResultDraft, after, InputSpec::lines("After", "result-after").short()),
    form_field!(
        ResultDraft,
        number,
        InputSpec::line("In a number", "result-number").wide().hint("Such as: from 12 days to 4.")
    ),
];

/// The form of a result: another one, or this one.
#[component]
pub fn ResultForm(id: Option<ResultId>) -> impl IntoView {
    let state = use_state();
    let kept = move || state.peek(|book, _| ResultDraft::of(book, id));
    let opened = StoredValue::new(kept());
    let form = DraftForm::open(draft_name("result", id.map(|id| id.to_string())), kept());
    let save = move |()| {
        let draft = form.peek().over(opened.get_value(), kept());
        form.finish(state.act("Kept among your results.", |book, mint, _| draft.change(book, id, mint)));
    };
    let found = view! { <Found when=move || form.was_found() afresh=move |()| form.begin_again(kept()) /> };
    view! {
        <Sheet title=title(id.is_some(), "Your result", "Another result") why=form.problem("form") save=save>
            {found}
            <div class="fields">
                {form.fields(&RESULT)}
                <PeopleSuggestions id="result-people" typed=form.of(|d| d.person.clone()) />
            </div>
            <CheckField
                label="They may be named"
                name="result-may-name"
                checked=form.of(|d| d.may_name)
                on_change=form.input(|d, on| d.may_name = on)
                note="Only when they said so. Otherwise it is told without a name."
            />
        </Sheet>
    }
}

const SCRIPT: [FormField<ScriptDraft>; 4] = [
    form_field!(ScriptDraft, name, InputSpec::line("What you call it", "script-name").first()),
    form_field!(ScriptDraft, moment, InputSpec::choice("For the moment", "script-moment", offered)),
    form_field!(ScriptDraft, subject, InputSpec::line("Subject of an e-mail", "script-subject").wide()),
    form_field!(
        ScriptDraft,
        text,
        InputSpec::lines("Words", "script-text")
            .hint("They stand between the greeting and your name. What is in braces is filled in from your book.")
    ),
];

fn offered() -> Vec<(String, String)> {
    std::iter::once((String::new(), "Choose one".to_string())).chain(moments()).collect()
}

/// The form of a script: another one, begun from the words that come with Kith for a moment, or this one.
#[component]
pub fn ScriptForm(id: Option<ScriptId>, moment: String) -> impl IntoView {
    let state = use_state();
    let name = draft_name("script", id.map_or_else(|| Some(moment.clone()), |id| Some(id.to_string())));
    let moment = StoredValue::new(moment);
    let kept = move || match id {
        Some(_) => state.peek(|book, _| ScriptDraft::of(book, id)),
        None => moment.with_value(|moment| start(moment)),
    };
    let opened = StoredValue::new(kept());
    let form = DraftForm::open(name, kept());
    let save = move |()| {
        let draft = form.peek().over(opened.get_value(), kept());
        form.finish(state.act("Kept among your scripts.", |book, mint, _| draft.change(book, id, mint)));
    };
    let found = view! { <Found when=move || form.was_found() afresh=move |()| form.begin_again(kept()) /> };
    view! {
        <Sheet title=title(id.is_some(), "Your script", "Another script") why=form.problem("form") save=save>
            {found}
            <div class="fields">{form.fields(&SCRIPT)}</div>
            <Braces />
        </Sheet>
    }
}

/// The merge fields there are, each with what fills it in.
#[component]
fn Braces() -> impl IntoView {
    let field = |field: &MergeField| {
        view! {
            <li class="merge">
                <code>{field.name()}</code>
                {field.says()}
            </li>
        }
    };
    view! {
        <details class="fold">
            <summary>
                <Icon name="right" small=true />
                "What can stand in braces"
            </summary>
            <ul class="chips">{MergeField::ALL.iter().map(field).views()}</ul>
        </details>
    }
}

fn title(exists: bool, this: &'static str, another: &'static str) -> &'static str {
    if exists { this } else { another }
}

fn draft_name(kind: &str, of: Option<String>) -> String {
    format!("{kind}-{}", of.unwrap_or_default())
}

/// The dialog every form of your words is in.
#[component]
pub fn Sheet(
    title: &'static str,
    why: Signal<Option<String>>,
    #[prop(into)] save: Callback<()>,
    children: Children,
) -> impl IntoView {
    let state = use_state();
    let close = move |()| state.close_dialog();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        save.run(());
    };
    view! {
        <Dialog labelled_by="words-form" on_close=close>
            <form class="dialog__form" novalidate=true on:submit=submit>
                <DialogHead id="words-form" title=title close=closing() on_close=close />
                <NotKept why=why />
                <div class="dialog__body stack">{children()}</div>
                <footer class="dialog__foot capture__foot">
                    <button class="button button--primary button--tall" type="submit">
                        "Keep it"
                    </button>
                    <KeptAsYouType />
                </footer>
            </form>
        </Dialog>
    }
}
