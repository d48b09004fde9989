//! The fields below the line: filled by it, corrected by hand.

use super::super::drafted::Drafted;
use super::super::meant::OrganisationsMeant;
use super::source::Source;
use crate::app::state::use_state;
use crate::app::ui::field::{CheckField, Segments, TextArea, TextField};
use crate::app::ui::icon::Icon;
use kith::domain::referral::Origin;
use kith::domain::referral::capture::CaptureDraft;
use kith::message::profile::known_as;
use leptos::prelude::*;

/// The fields below the line.
#[component]
pub fn Fields(form: Drafted<CaptureDraft>) -> impl IntoView {
    let origins = Origin::ALL.iter().map(|o| (o.word().to_string(), o.label().to_string())).collect::<Vec<_>>();
    let origin = form.of(|d| if d.origin.is_empty() { Origin::Asked.word().to_string() } else { d.origin.clone() });
    view! {
        <Source form=form />
        <Segments
            label="How it came"
            name="capture-origin"
            value=origin
            on_change=form.input(|d, word| d.origin = word)
            options=origins
        />
        <Who form=form />
        <div class="fields">
            <TextArea
                label="Why would they benefit?"
                name="capture-why"
                rows=2
                value=form.of(|d| d.why.clone())
                on_input=form.input(|d, text| d.why = text)
                error=form.problem("why")
            />
            <TextArea
                label="What they said about them"
                name="capture-said"
                rows=2
                value=form.of(|d| d.said.clone())
                on_input=form.input(|d, text| d.correct("said", text))
                error=form.problem("said")
            />
        </div>
        <CheckField
            label="Confidential"
            name="capture-confidential"
            checked=form.of(|d| d.confidential)
            on_change=form.input(|d, on| d.confidential = on)
            note="Their name stays out of every message to others."
        />
    }
}

#[component]
fn Who(form: Drafted<CaptureDraft>) -> impl IntoView {
    let organisation = form.of(|d| d.organisation.clone());
    view! {
        <div class="fields">
            <div class="field field--wide">
                <TextField
                    label="Who they are"
                    name="capture-who"
                    value=form.of(|d| d.who.clone())
                    on_input=form.input(|d, text| d.correct("who", text))
                    error=form.problem("who")
                />
                <Known form=form />
            </div>
            <TextField
                label="Phone"
                name="capture-phone"
                kind="tel"
                value=form.of(|d| d.phone.clone())
                on_input=form.input(|d, text| d.correct("phone", text))
                error=form.problem("phone")
            />
            <TextField
                label="E-mail"
                name="capture-email"
                kind="email"
                value=form.of(|d| d.email.clone())
                on_input=form.input(|d, text| d.correct("email", text))
                error=form.problem("email")
            />
            <TextField
                label="Title"
                name="capture-title"
                value=form.of(|d| d.title.clone())
                on_input=form.input(|d, text| d.correct("title", text))
                error=form.problem("title")
            />
            <TextField
                label="Organisation"
                name="capture-organisation"
                value=organisation
                on_input=form.input(|d, text| d.correct("organisation", text))
                error=form.problem("organisation")
                list="capture-organisations"
            />
            <OrganisationsMeant id="capture-organisations" typed=organisation />
        </div>
    }
}

/// The name is that of somebody in the book: says so, and offers that it is somebody else.
#[component]
fn Known(form: Drafted<CaptureDraft>) -> impl IntoView {
    let state = use_state();
    let known = Memo::new(move |_| {
        let named = CaptureDraft { someone_new: false, ..form.get() };
        state.select_now(|book| {
            let person = named.known_prospect(book).and_then(|id| book.person(id))?;
            Some(known_as(book, person))
        })
    });
    let told = move |who: String| {
        view! {
            <div class="capture__known">
                <p class="small">
                    <Icon name="info" small=true />
                    {format!("{who} is in your book already. This referral leads to them.")}
                </p>
                <CheckField
                    label="Somebody else of that name"
                    name="capture-someone-new"
                    checked=form.of(|d| d.someone_new)
                    on_change=form.input(|d, on| d.someone_new = on)
                />
            </div>
        }
    };
    move || known.get().map(told)
}
