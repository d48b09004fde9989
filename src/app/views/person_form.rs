//! The person form: somebody new, or somebody as they are now.

mod more;
mod reach;

use super::drafted::{Drafted, NotKept};
use super::meant::OrganisationsMeant;
use crate::app::state::{State, use_state};
use crate::app::ui::dialog::{Dialog as Sheet, DialogHead};
use crate::app::ui::field::{CheckField, SelectField, TextArea, TextField};
use crate::app::ui::icon::Icon;
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
    let form = Drafted::open(draft_name(person), fresh());
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
                    close="Close; your draft is kept"
                    on_close=move |()| state.close_dialog()
                />
                <NotKept why=form.problem("form") />
                <div class="dialog__body stack person-form">
                    <Show when=move || form.was_found()>
                        <Found form=form fresh=Callback::new(move |()| fresh()) />
                    </Show>
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

fn save(state: State, form: Drafted<PersonDraft>, opened: PersonDraft, person: Option<PersonId>) {
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

/// Says that the form stands as it was left, and offers to begin afresh.
#[component]
fn Found(form: Drafted<PersonDraft>, fresh: Callback<(), PersonDraft>) -> impl IntoView {
    let gone = RwSignal::new(false);
    let afresh = move |_| {
        form.begin_again(fresh.run(()));
        gone.set(true);
    };
    view! {
        <Show when=move || !gone.get()>
            <p class="notice">
                <Icon name="note" />
                <span>"This is as you left it, not saved yet."</span>
                <span class="row">
                    <button class="button" type="button" on:click=afresh>
                        "Begin afresh"
                    </button>
                </span>
            </p>
        </Show>
    }
}

#[component]
fn Fields(form: Drafted<PersonDraft>) -> impl IntoView {
    let organisation = form.of(|d| d.organisation.clone());
    view! {
        <div class="fields">
            <TextField
                label="Name"
                name="person-name"
                value=form.of(|d| d.name.clone())
                on_input=form.input(|d, text| d.name = text)
                error=form.problem("name")
                wide=true
                autofocus=true
            />
            <TextField
                label="Organisation"
                name="person-organisation"
                value=organisation
                on_input=form.input(|d, text| d.organisation = text)
                error=form.problem("organisation")
                list="person-organisations"
            />
            <OrganisationsMeant id="person-organisations" typed=organisation />
            <TextField
                label="Title"
                name="person-title"
                value=form.of(|d| d.title.clone())
                on_input=form.input(|d, text| d.title = text)
                error=form.problem("title")
            />
            <TextField
                label="E-mail"
                name="person-email"
                kind="email"
                value=form.of(|d| d.email.clone())
                on_input=form.input(|d, text| d.email = text)
                error=form.problem("email")
            />
            <TextField
                label="Phone"
                name="person-phone"
                kind="tel"
                value=form.of(|d| d.phone.clone())
                on_input=form.input(|d, text| d.phone = text)
                error=form.problem("phone")
            />
        </div>
        <Roles form=form />
        <div class="fields">
            <SelectField
                label="Rating"
                name="person-rating"
                value=form.of(|d| d.rating.clone())
                on_change=form.input(|d, text| d.rating = text)
                options=Signal::stored(ratings())
                error=form.problem("rating")
                hint="How good the relationship is."
            />
            <TextArea
                label="Note"
                name="person-note"
                value=form.of(|d| d.note.clone())
                on_input=form.input(|d, text| d.note = text)
                error=form.problem("note")
            />
        </div>
    }
}

fn ratings() -> Vec<(String, String)> {
    let all = Rating::all().map(|r| (u8::from(r).to_string(), format!("{} · {}", u8::from(r), r.label())));
    std::iter::once((String::new(), "Not rated".to_string())).chain(all).collect()
}

#[component]
fn Roles(form: Drafted<PersonDraft>) -> impl IntoView {
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
            <div class="checks">{Role::ALL.iter().map(role).collect_view()}</div>
        </fieldset>
    }
}
