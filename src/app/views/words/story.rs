//! The form of a success story: its words, who may be named in it, and what the book says by now (R71).

use super::forms::Sheet;
use crate::app::state::use_state;
use crate::app::ui::field::CheckField;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::memo;
use crate::app::views::draft_form::{DraftForm, Found};
use crate::app::views::form_field::{FormField, form_field};
use kith::domain::id::{PersonId, ReferralId};
use kith::domain::story::StoryDraft;
use kith::message::story::{draft, names_nobody_else, proposed, ticked, who_stands_in};
use leptos::prelude::*;

const STORY: [FormField<StoryDraft>; 1] = [form_field!(
    StoryDraft,
    text,
    crate::app::ui::entry::InputSpec::lines("The story", "story-text")
        .first()
        .hint("In your own words, if you like. What the book says follows the book; what you write stays as it is.")
)];

/// The form of the story of this referral.
#[component]
pub fn StoryForm(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let kept = move || state.peek(|book, _| draft(book, id));
    let form = DraftForm::open(format!("story-{id}"), kept());
    let named = form.of(|typed| typed.named.clone());
    let by_the_book = memo(move || state.select_now(|book| named.with(|named| proposed(book, id, named))));
    let differs = memo(move || by_the_book.with(|told| !told.is_empty() && *told != form.get().text));
    let take = move |_| {
        let told = by_the_book.get_untracked();
        form.change(|typed| typed.text = told);
    };
    let save = move |()| {
        let typed = form.peek();
        let told = by_the_book.get_untracked();
        form.finish(state.act("The story is kept.", |book, _, _| {
            names_nobody_else(book, id, &typed)?;
            typed.change(book, id, &told)
        }));
    };
    let found = view! { <Found when=move || form.was_found() afresh=move |()| form.begin_again(kept()) /> };
    view! {
        <Sheet title="A success story" why=form.problem("form") save=save>
            {found}
            <div class="fields">{form.fields(&STORY)}</div>
            <Show when=move || differs.get()>
                <p class="notice">
                    <Icon name="words" />
                    <span>"The book says: " {move || by_the_book.get()}</span>
                    <span class="row">
                        <button class="button" type="button" on:click=take>
                            "Take these words"
                        </button>
                    </span>
                </p>
            </Show>
            <Named id=id form=form />
        </Sheet>
    }
}

/// Everyone who stands in it, each to be named or not. Words that are the book's follow at once.
#[component]
fn Named(id: ReferralId, form: DraftForm<StoryDraft>) -> impl IntoView {
    let state = use_state();
    let all = state.select(move |book| who_stands_in(book, id));
    let one = move |(person, name, never): (PersonId, String, &'static str)| {
        let tick = move |on: bool| state.peek(|book, _| form.change(|typed| ticked(book, id, typed, person, on)));
        let checked = form.of(move |typed| typed.named.contains(&person) && never.is_empty());
        match never.is_empty() {
            true => view! { <li><CheckField label=name name="story-named" checked=checked on_change=tick /></li> }
                .into_any(),
            false => view! { <li class="small quiet">{name} ": " {never}</li> }.into_any(),
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">"Who may be named"</legend>
            <ul>{move || all.get().into_iter().map(one).views()}</ul>
            <p class="field__hint">"Only when they said so. Everyone else is told of without a name."</p>
        </fieldset>
    }
}
