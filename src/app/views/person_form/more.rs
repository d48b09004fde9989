//! The fields of the person form that few need on the first day.

use super::super::draft_form::DraftForm;
use super::super::form_field::{FormField, form_field};
use super::super::suggestions::PeopleSuggestions;
use super::reach::Others;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::CheckField;
use crate::app::ui::icon::Icon;
use kith::domain::person::Tier;
use kith::domain::person::draft::PersonDraft;
use leptos::prelude::*;

/// The fields that few need on the first day, folded.
#[component]
pub fn More(form: DraftForm<PersonDraft>) -> impl IntoView {
    view! {
        <details class="fold">
            <summary>
                <Icon name="right" small=true />
                "More"
            </summary>
            <div class="stack person-form__more">
                <History form=form />
                <Words form=form />
                <Others form=form />
                <CheckField
                    label="Do not ask"
                    name="person-never-ask"
                    checked=form.of(|d| d.never_ask)
                    on_change=form.input(|d, on| d.never_ask = on)
                    note="They do not want to be asked for referrals."
                />
            </div>
        </details>
    }
}

const HISTORY: [FormField<PersonDraft>; 6] = [
    form_field!(PersonDraft, tier, InputSpec::choice("Tier", "person-tier", tiers)),
    form_field!(PersonDraft, known_since, InputSpec::line("Known since", "person-known-since").of_kind("date")),
    form_field!(PersonDraft, met_through, InputSpec::line("Met through", "person-met-through").meant("person-met")),
    form_field!(
        PersonDraft,
        satisfied_on,
        InputSpec::line("Satisfied on", "person-satisfied-on").of_kind("date").hint("The day they told you so.")
    ),
    form_field!(
        PersonDraft,
        birthday,
        InputSpec::line("Birthday", "person-birthday").hint("Such as 15 April, or 15 April 1979.")
    ),
    form_field!(PersonDraft, anniversary, InputSpec::line("Anniversary", "person-anniversary")),
];

const WORDS: [FormField<PersonDraft>; 4] = [
    form_field!(
        PersonDraft,
        facts,
        InputSpec::lines("Personal facts", "person-facts").hint("Family, interests, dislikes.")
    ),
    form_field!(PersonDraft, loves, InputSpec::lines("What they love about my work", "person-loves")),
    form_field!(PersonDraft, looks_for, InputSpec::lines("Who they look for", "person-looks-for")),
    form_field!(PersonDraft, tags, InputSpec::line("Tags", "person-tags").hint("Separated by commas.").wide()),
];

#[component]
fn History(form: DraftForm<PersonDraft>) -> impl IntoView {
    let met_through = form.of(|d| d.met_through.clone());
    view! {
        <div class="fields">
            {form.fields(&HISTORY)}
            <PeopleSuggestions id="person-met" typed=met_through />
        </div>
    }
}

fn tiers() -> Vec<(String, String)> {
    let all = Tier::ALL.iter().map(|tier| (tier.word().to_string(), tier.label().to_string()));
    std::iter::once((String::new(), "None".to_string())).chain(all).collect()
}

#[component]
fn Words(form: DraftForm<PersonDraft>) -> impl IntoView {
    view! {
        <div class="fields">
            {form.fields(&WORDS)}
        </div>
    }
}
