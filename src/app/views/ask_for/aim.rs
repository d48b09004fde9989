//! Exactly whom: one of my kinds of client, and better a person by name (R33, R34).

use super::Preparing;
use super::step::Step;
use crate::app::state::use_state;
use crate::app::ui::avatar::Avatar;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::SelectField;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::{derived, memo};
use crate::app::views::form_field::{FormField, form_field};
use kith::domain::ask::draft::AskDraft;
use kith::domain::id::ConnectionId;
use kith::message::ask_prep_text::{kind_in_words, kinds_of_client};
use kith::message::pool::{Waiting, told};
use kith::rules::pool::targets;
use leptos::prelude::*;

const WHOM: [FormField<AskDraft>; 4] = [
    form_field!(
        AskDraft,
        name,
        InputSpec::line("Name", "ask-name")
            .wide()
            .hint("One person comes to mind sooner than a kind. “Anyone” brings no one to mind.")
    ),
    form_field!(AskDraft, title, InputSpec::line("Title", "ask-title")),
    form_field!(AskDraft, organisation, InputSpec::line("Organisation", "ask-organisation")),
    form_field!(AskDraft, link, InputSpec::line("Link to their profile", "ask-link").of_kind("url")),
];

/// How many of the pool are proposed.
const PROPOSED: usize = 5;

/// Those of the holding pool who may be meant, or who would fit; choosing one fills the fields (R34).
#[component]
fn FromThePool(ask: Preparing) -> impl IntoView {
    let state = use_state();
    let draft = ask.form;
    let found = memo(move || state.select_now(|book| targets(book, ask.person, &draft.get(), PROPOSED)));
    let choose = move |id: ConnectionId| {
        state.peek(|book, _| book.connection(id).cloned()).into_iter().for_each(|one| draft.change(|ask| one.aim(ask)));
    };
    view! {
        <Show when=move || !found.with(Vec::is_empty)>
            <div class="ask__part">
                <h3 class="small quiet" id="ask-pool">
                    "From your holding pool"
                </h3>
                <ul aria-labelledby="ask-pool">
                    <For each=move || found.get() key=ConnectionId::to_string let:id>
                        <Proposed id=id choose=Callback::new(choose) />
                    </For>
                </ul>
            </div>
        </Show>
    }
}

#[component]
fn Proposed(id: ConnectionId, choose: Callback<ConnectionId>) -> impl IntoView {
    let told = use_state().select_on(move |book, today| told(book, id, None, today));
    let row = move |known: Waiting| {
        view! {
            <li class="pick">
                <Avatar name=known.name.clone() class="avatar--s" />
                <div>
                    <p class="pick__who">{known.name.clone()}</p>
                    <p class="pick__why">{known.work}</p>
                </div>
                <div class="pick__acts">
                    <button
                        class="button"
                        type="button"
                        aria-label=format!("Choose: {}", known.name)
                        on:click=move |_| choose.run(id)
                    >
                        "Choose"
                    </button>
                </div>
            </li>
        }
    };
    view! { {move || told.get().map(row).views()} }
}

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
            <FromThePool ask=ask />
        </Step>
    }
}
