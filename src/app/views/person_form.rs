//! The person form: somebody new, or somebody as they are now.

mod more;
mod reach;

use super::draft_form::{DraftForm, Found, NotKept, closing};
use super::form_field::{FormField, form_field};
use super::suggestions::OrganisationSuggestions;
use crate::app::state::{State, use_state};
use crate::app::ui::dialog::{Dialog as Sheet, DialogHead};
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::CheckField;
use crate::app::ui::list::Views;
use kith::domain::fields::Overlay;
use kith::domain::id::PersonId;
use kith::domain::person::draft::PersonDraft;
use kith::domain::person::{Rating, Role};
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;
use more::More;

fn draft_name(person: Option<PersonId>) -> String {
    person.map_or_else(|| "person-new".to_string(), |id| format!("person-{id}"))
}

/// Opens the form for somebody new of this name.
pub fn open_with_name(state: State, name: &str) {
    state.keep_draft(&draft_name(None), &PersonDraft { name: name.to_string(), ..PersonDraft::default() });
    state.open_dialog(Dialog::Person(None));
}

/// The person form.
#[component]
pub fn PersonForm(person: Option<PersonId>) -> impl IntoView {
    let state = use_state();
    let fresh = move || state.peek(|book, _| known(book, person));
    let form = DraftForm::open(draft_name(person), fresh());
    let opened = StoredValue::new(fresh());
    let cancel = move |()| {
        form.forget();
        state.close_dialog();
    };
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        save(state, form, opened.get_value(), person);
    };
    let title = match person {
        Some(_) => format!("Edit {}", fresh().name),
        None => "Somebody new".to_string(),
    };
    let sub = if person.is_some() { "" } else { "A name is enough. The rest can come later." };
    view! {
        <Sheet labelled_by="person-form" on_close=move |()| state.close_dialog()>
            <form class="dialog__form" novalidate=true on:submit=save>
                <DialogHead
                    id="person-form"
                    title=title
                    sub=sub
                    close=closing()
                    on_close=move |()| state.close_dialog()
                />
                <NotKept why=form.problem("form") />
                <div class="dialog__body stack person-form">
                    <Found when=move || form.was_found() afresh=move |()| form.begin_again(fresh()) />
                    <Fields form=form />
                    <More form=form />
                </div>
                <footer class="dialog__foot">
                    <button class="button button--primary button--tall" type="submit">
                        "Save person"
                    </button>
                    <button class="button button--tall" type="button" on:click=move |_| cancel(())>
                        "Cancel"
                    </button>
                </footer>
            </form>
        </Sheet>
    }
}

fn known(book: &kith::domain::book::Book, person: Option<PersonId>) -> PersonDraft {
    person.and_then(|id| book.person(id)).map(|p| PersonDraft::of(book, p)).unwrap_or_default()
}

fn save(state: State, form: DraftForm<PersonDraft>, opened: PersonDraft, person: Option<PersonId>) {
    let draft = form.peek().over(opened, state.peek(|book, _| known(book, person)));
    let said = if person.is_some() { "Kept." } else { "Added to your book." };
    let mut saved = None;
    let kept = state.act(said, |book, mint, _| {
        let (id, change) = draft.change(book, person, mint)?;
        saved = Some(id);
        Ok(change)
    });
    match (kept, saved) {
        (Err(problems), _) => form.refuse(problems),
        (Ok(()), Some(id)) if person.is_none() => {
            form.forget();
            state.go_instead(Route::of(Page::Person(id)));
        }
        _ => {
            form.forget();
            state.close_dialog();
        }
    }
}

const FIRST: [FormField<PersonDraft>; 5] = [
    form_field!(PersonDraft, name, InputSpec::line("Name", "person-name").wide().first()),
    form_field!(
        PersonDraft,
        organisation,
        InputSpec::line("Organisation", "person-organisation").meant("person-organisations")
    ),
    form_field!(PersonDraft, title, InputSpec::line("Title", "person-title")),
    form_field!(PersonDraft, email, InputSpec::line("E-mail", "person-email").of_kind("email")),
    form_field!(PersonDraft, phone, InputSpec::line("Phone", "person-phone").of_kind("tel")),
];

const LAST: [FormField<PersonDraft>; 2] = [
    form_field!(
        PersonDraft,
        rating,
        InputSpec::choice("Rating", "person-rating", ratings).hint("How good the relationship is.")
    ),
    form_field!(PersonDraft, note, InputSpec::lines("Note", "person-note")),
];

#[component]
fn Fields(form: DraftForm<PersonDraft>) -> impl IntoView {
    let organisation = form.of(|d| d.organisation.clone());
    view! {
        <div class="fields">
            {form.fields(&FIRST)}
            <OrganisationSuggestions id="person-organisations" typed=organisation />
        </div>
        <Roles form=form />
        <div class="fields">
            {form.fields(&LAST)}
        </div>
    }
}

fn ratings() -> Vec<(String, String)> {
    let all = Rating::all().map(|r| (u8::from(r).to_string(), format!("{} · {}", u8::from(r), r.label())));
    std::iter::once((String::new(), "Not rated".to_string())).chain(all).collect()
}

#[component]
fn Roles(form: DraftForm<PersonDraft>) -> impl IntoView {
    let role = move |role: &'static Role| {
        let choose = move |on: bool| {
            form.change(|draft| {
                if on {
                    draft.roles.insert(role.clone())
                } else {
                    draft.roles.remove(role)
                };
            });
        };
        view! {
            <CheckField
                label=role.label()
                name="person-role"
                checked=form.of(move |d| d.roles.contains(role))
                on_change=choose
            />
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">"Roles"</legend>
            <div class="checks">{Role::ALL.iter().map(role).views()}</div>
        </fieldset>
    }
}
