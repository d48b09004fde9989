//! Exactly whom: one of my kinds of client, and better a person by name (R33, R34).

use super::Preparing;
use super::step::Step;
use crate::app::state::use_state;
use crate::app::ui::entry::Entry;
use crate::app::ui::field::SelectField;
use crate::app::ui::list::Show;
use crate::app::ui::signal::{derived, memo};
use crate::app::views::part::{Part, part};
use kith::domain::ask::draft::AskDraft;
use kith::message::asking::{kind_in_words, kinds_of_client};
use leptos::prelude::*;

const WHOM: [Part<AskDraft>; 4] = [
    part!(
        AskDraft,
        name,
        Entry::line("Name", "ask-name")
            .wide()
            .hint("One person comes to mind sooner than a kind. “Anyone” brings no one to mind.")
    ),
    part!(AskDraft, title, Entry::line("Title", "ask-title")),
    part!(AskDraft, organisation, Entry::line("Organisation", "ask-organisation")),
    part!(AskDraft, link, Entry::line("Link to their profile", "ask-link").of_kind("url")),
];

/// The third step.
#[component]
pub fn Aim(ask: Preparing) -> impl IntoView {
    let state = use_state();
    let kinds = state.select(kinds_of_client);
    let profile = ask.form.of(|draft| draft.profile.clone());
    let hint = memo(move || state.select_now(|book| kind_in_words(book, &profile.get())));
    let options = derived(move || {
        std::iter::once((String::new(), "No kind in particular".to_string())).chain(kinds.get()).collect()
    });
    let said = ask.form.of(|draft| draft.name.trim().to_string());
    view! {
        <Step
            number=3
            title="Exactly whom".to_string()
            state=derived(move || ask.steps.with(|steps| steps[2]))
            sum=derived(move || said.get())
        >
            <Show when=move || !kinds.with(Vec::is_empty)>
                <div class="ask__part">
                    <SelectField
                        label="Ideal client"
                        name="ask-profile"
                        value=profile
                        on_change=move |text| {
                            ask.form.change(|draft| draft.profile = text);
                            ask.form.mend("name");
                        }
                        options=options
                        hint=hint
                    />
                </div>
            </Show>
            <div class="ask__part">
                <div class="fields">{ask.form.fields(&WHOM)}</div>
            </div>
        </Step>
    }
}
