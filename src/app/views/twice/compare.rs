//! Entries beside each other: which is kept, whose value stands where they differ, and the one button that merges.

use crate::app::state::{State, use_state};
use crate::app::ui::dialog::{Dialog as Sheet, DialogHead};
use crate::app::ui::field::TextField;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{derived, memo};
use crate::app::views::confirm_dialog::{ConfirmDialog, FormProblem};
use crate::app::views::draft_form::DraftForm;
use crate::app::views::suggestions::NameSuggestions;
use kith::domain::draft::Problems;
use kith::domain::id::PersonId;
use kith::domain::merged::{MergeChoice, MergeDraft};
use kith::domain::person::named::named;
use kith::message::duplicate_text::{DuplicateEntry, entries, merged};
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;

/// These entries; of one alone it is asked with whom it is one.
#[component]
pub fn Compare(people: Vec<PersonId>) -> impl IntoView {
    match people.as_slice() {
        [one] => view! { <With id=*one /> }.into_any(),
        _ => view! { <Beside people=people /> }.into_any(),
    }
}

/// Who else it is.
#[component]
fn With(id: PersonId) -> impl IntoView {
    let state = use_state();
    let name = state.peek(|book, _| book.person(id).map(|person| person.name.to_string())).unwrap_or_default();
    let form = DraftForm::open(format!("merge-{id}"), String::new());
    let wrong = RwSignal::new(None::<String>);
    let save = move |()| match state.peek(|book, _| named(book, &form.peek())) {
        Ok(other) if other == id => wrong.set(Some("That is the same entry. Write the name of the other one.".into())),
        Ok(other) => {
            form.forget();
            state.go_instead(state.peek_route().with(Dialog::Merge(vec![id, other])));
        }
        Err(why) => wrong.set(Some(why)),
    };
    view! {
        <ConfirmDialog
            id="merge-title"
            title=format!("Merge {name} with…")
            sub="You see both beside each other before anything is changed."
            verb="Compare"
            on_save=save
        >
            <TextField
                label="The other entry"
                name="merge-with"
                autofocus=true
                list=Some("merge-meant")
                value=form.of(String::clone)
                on_input=form.input(|typed, text| *typed = text)
                error=derived(move || wrong.get())
            />
            <NameSuggestions id="merge-meant" typed=form.of(String::clone) />
        </ConfirmDialog>
    }
}

#[component]
fn Beside(people: Vec<PersonId>) -> impl IntoView {
    let state = use_state();
    let draft = RwSignal::new(MergeDraft::of(people));
    let problems = RwSignal::new(Problems::default());
    let close = move |()| state.close_dialog();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        problems.set(merge(state, draft).err().unwrap_or_default());
    };
    let apart = move |_| {
        let people = draft.with_untracked(|draft| draft.people.clone());
        if state
            .act_here("They stay two, and are not proposed again.", |book, mint, _| Ok(book.say_apart(&people, mint)))
        {
            state.close_dialog();
        }
    };
    let wrong = derived(move || problems.with(|problems| problems.of("form").map(str::to_string)));
    view! {
        <Sheet labelled_by="merge-title" on_close=close>
            <form class="dialog__form" novalidate=true on:submit=submit>
                <DialogHead
                    id="merge-title"
                    title="One person?"
                    sub="Every contact, referral, number, tag and note of both is kept. You can part them again."
                    on_close=close
                />
                <div class="dialog__body stack">
                    <Keep draft=draft />
                    <Differing draft=draft />
                    <FormProblem why=wrong />
                </div>
                <footer class="dialog__foot">
                    <button class="button button--primary button--tall" type="submit">
                        "Merge"
                    </button>
                    <button class="button button--plain button--tall" type="button" on:click=apart>
                        "Not the same"
                    </button>
                </footer>
            </form>
        </Sheet>
    }
}

/// Makes one person of them, and goes where that person is.
fn merge(state: State, draft: RwSignal<MergeDraft>) -> Result<(), Problems> {
    let chosen = draft.get_untracked();
    let said = state.peek(|book, _| merged(book, &chosen));
    state.act(said, |book, _, today| chosen.change(book, today))?;
    match state.peek_route().page {
        Page::Person(id) if id != chosen.kept => state.go_instead(Route::of(Page::Person(chosen.kept))),
        _ => state.close_dialog(),
    }
    Ok(())
}

/// Which entry is kept; of more than two, which are somebody else.
#[component]
fn Keep(draft: RwSignal<MergeDraft>) -> impl IntoView {
    let state = use_state();
    let people = draft.with_untracked(|draft| draft.people.clone());
    let several = people.len() > 2;
    let entries = state.peek(|book, _| entries(book, &people));
    let row = move |entry: DuplicateEntry| {
        let id = entry.id;
        let is_kept = memo(move || draft.with(|draft| draft.kept == id));
        let is_in = memo(move || draft.with(|draft| draft.is_in(id)));
        let take = move |event| draft.update(|draft| draft.take(id, event_target_checked(&event)));
        let label = format!("{} is the same person", entry.name);
        view! {
            <li>
                <label class="check choice">
                    <input
                        type="radio"
                        name="merge-kept"
                        prop:checked=move || is_kept.get()
                        on:change=move |_| draft.update(|draft| draft.keep(id))
                    />
                    <span>
                        <span class="choice__name">{entry.name}</span>
                        <span class="check__note">{entry.facts.join(" · ")}</span>
                    </span>
                </label>
                <Show when=move || several && !is_kept.get()>
                    <label class="check">
                        <input type="checkbox" prop:checked=move || is_in.get() on:change=take />
                        <span>{label.clone()}</span>
                    </label>
                </Show>
            </li>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">"The entry to keep"</legend>
            <ul class="choices">{entries.into_iter().map(row).views()}</ul>
        </fieldset>
    }
}

/// Where they differ, whose value stands.
#[component]
fn Differing(draft: RwSignal<MergeDraft>) -> impl IntoView {
    let state = use_state();
    let differs = memo(move || draft.with(|draft| state.select_now(|book| draft.differs(book))));
    let field = move |(choice, said): (MergeChoice, Vec<String>)| {
        let people = draft.with_untracked(|draft| draft.people.clone());
        let value = move |(id, said): (PersonId, String)| {
            let stands = memo(move || draft.with(|draft| state.select_now(|book| draft.stands(book, choice)) == id));
            view! {
                <label class="check">
                    <input
                        type="radio"
                        name=format!("merge-{choice:?}")
                        prop:checked=move || stands.get()
                        on:change=move |_| draft.update(|draft| draft.choose(choice, id))
                    />
                    <span>{said}</span>
                </label>
            }
        };
        let values = people.into_iter().zip(said).map(|(id, said)| (!said.is_empty()).then(|| value((id, said))));
        view! {
            <fieldset class="field">
                <legend class="field__label">{choice.label()}</legend>
                <div class="checks">{values.flatten().views()}</div>
            </fieldset>
        }
    };
    view! { {move || differs.get().into_iter().map(field).views()} }
}
