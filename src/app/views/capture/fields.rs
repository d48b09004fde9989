//! The fields below the line: filled by it, corrected by hand.

use super::super::draft_form::DraftForm;
use super::super::form_field::{FormField, form_field};
use super::super::suggestions::OrganisationSuggestions;
use super::source::Source;
use crate::app::state::use_state;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::{CheckField, Segments};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::signal::memo;
use crate::app::views::referral::origins;
use kith::domain::referral::Origin;
use kith::domain::referral::capture::CaptureDraft;
use kith::message::profile::known_as;
use leptos::prelude::*;

const WHO: [FormField<CaptureDraft>; 1] =
    [form_field!(CaptureDraft, who, InputSpec::line("Who they are", "capture-who"), |d, text| d.correct("who", text))];

const REACH: [FormField<CaptureDraft>; 4] = [
    form_field!(CaptureDraft, phone, InputSpec::line("Phone", "capture-phone").of_kind("tel"), |d, text| d
        .correct("phone", text)),
    form_field!(CaptureDraft, email, InputSpec::line("E-mail", "capture-email").of_kind("email"), |d, text| d
        .correct("email", text)),
    form_field!(CaptureDraft, title, InputSpec::line("Title", "capture-title"), |d, text| d.correct("title", text)),
    form_field!(
        CaptureDraft,
        organisation,
        InputSpec::line("Organisation", "capture-organisation").meant("capture-organisations"),
        |d, text| d.correct("organisation", text)
    ),
];

const WORDS: [FormField<CaptureDraft>; 2] = [
    form_field!(CaptureDraft, why, InputSpec::lines("Why would they benefit?", "capture-why").short()),
    form_field!(
        CaptureDraft,
        said,
        InputSpec::lines("What they said about them", "capture-said").short(),
        |d, text| d.correct("said", text)
    ),
];

/// The fields below the line.
#[component]
pub fn Fields(form: DraftForm<CaptureDraft>) -> impl IntoView {
    let origin = form.of(|d| if d.origin.is_empty() { Origin::Asked.word().to_string() } else { d.origin.clone() });
    view! {
        <Source form=form />
        <Segments
            label="How it came"
            name="capture-origin"
            value=origin
            on_change=form.input(|d, word| d.origin = word)
            options=origins()
        />
        <Who form=form />
        <div class="fields">
            {form.fields(&WORDS)}
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
fn Who(form: DraftForm<CaptureDraft>) -> impl IntoView {
    let organisation = form.of(|d| d.organisation.clone());
    view! {
        <div class="fields">
            <div class="field field--wide">
                {form.fields(&WHO)}
                <Known form=form />
            </div>
            {form.fields(&REACH)}
            <OrganisationSuggestions id="capture-organisations" typed=organisation />
        </div>
    }
}

/// The name is that of somebody in the book: says so, and offers that it is somebody else.
#[component]
fn Known(form: DraftForm<CaptureDraft>) -> impl IntoView {
    let state = use_state();
    let known = memo(move || {
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
    view! { {move || known.get().map(told).views()} }
}
