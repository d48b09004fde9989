//! The form of an issue: what it is called, to which list it goes, and when it went if it has gone (R70).

use crate::app::state::use_state;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::SelectField;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{derived, memo};
use crate::app::views::draft_form::{DraftForm, Found};
use crate::app::views::form_field::{FormField, form_field};
use crate::app::views::words::Sheet;
use kith::domain::communication::draft::CommunicationDraft;
use kith::domain::fields::Overlay;
use kith::domain::id::{CommunicationId, Id};
use kith::message::playbook::{proof_words, stories_to_tell};
use kith::rules::disclosure::{Disclosure, WayOut};
use kith::rules::news::keep;
use leptos::prelude::*;

const NAME: [FormField<CommunicationDraft>; 2] = [
    form_field!(
        CommunicationDraft,
        name,
        InputSpec::line("What it is called", "news-name").wide().first().hint("Such as the subject of the e-mail.")
    ),
    form_field!(
        CommunicationDraft,
        list,
        InputSpec::line("The list it goes to", "news-list")
            .wide()
            .meant("news-lists")
            .hint("One of your lists, or the name of a new one.")
    ),
];

const REST: [FormField<CommunicationDraft>; 3] = [
    form_field!(CommunicationDraft, link, InputSpec::line("Where it can be read", "news-link").of_kind("url").wide()),
    form_field!(CommunicationDraft, text, InputSpec::lines("What it says", "news-text")),
    form_field!(
        CommunicationDraft,
        on,
        InputSpec::line("Sent on", "news-on")
            .of_kind("date")
            .hint("Only if it has gone out already: then everyone on the list within reach has it.")
    ),
];

/// The form of an issue: another one, or this one.
#[component]
pub fn IssueForm(id: Option<CommunicationId>) -> impl IntoView {
    let state = use_state();
    let kept = move || state.peek(|book, _| begun(book, id));
    let opened = StoredValue::new(kept());
    let name = format!("news-{}", id.map(|id| id.to_string()).unwrap_or_default());
    let form = DraftForm::open(name, kept());
    let save = move |()| {
        let draft = form.peek().over(opened.get_value(), kept());
        form.finish(state.act("Kept among your news.", |book, mint, today| keep(book, &draft, id, today, mint)));
    };
    let lists = state.select(|book| book.lists());
    let title = if id.is_some() { "Your news" } else { "Log some news" };
    let found = view! { <Found when=move || form.was_found() afresh=move |()| form.begin_again(kept()) /> };
    let option = |list: String| view! { <option value=list></option> };
    view! {
        <Sheet title=title why=form.problem("form") save=save>
            {found}
            <div class="fields">
                {form.fields(&NAME)}
                <datalist id="news-lists">{move || lists.get().into_iter().map(option).views()}</datalist>
                <Stories form=form />
                {form.fields(&REST)}
            </div>
        </Sheet>
    }
}

/// A new issue goes to the first list, as long as no other is chosen.
fn begun(book: &kith::domain::book::Book, id: Option<CommunicationId>) -> CommunicationDraft {
    let mut draft = CommunicationDraft::of(book, id);
    if id.is_none() {
        draft.list = book.lists().into_iter().next().unwrap_or_default();
    }
    draft
}

/// A story to begin with; its words come at the end of what is written.
#[component]
fn Stories(form: DraftForm<CommunicationDraft>) -> impl IntoView {
    let state = use_state();
    let stories = state.select(stories_to_tell);
    let is_any = memo(move || stories.with(|all| !all.is_empty()));
    let options =
        derived(move || std::iter::once((String::new(), "None".to_string())).chain(stories.get()).collect::<Vec<_>>());
    let take = move |chosen: String| {
        let words = Id::parse(&chosen)
            .ok()
            .and_then(|id| state.peek(|book, _| proof_words(&Disclosure::others(book, WayOut::Story), id)));
        form.change(|draft| {
            draft.text = [draft.text.trim(), &words.unwrap_or_default()].join("\n\n").trim().to_string()
        });
    };
    view! {
        <Show when=move || is_any.get()>
            <SelectField
                label="Begin with a story"
                name="news-story"
                value=derived(String::new)
                on_change=Callback::new(take)
                options=options
            />
        </Show>
    }
}
