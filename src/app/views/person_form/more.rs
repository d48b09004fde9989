//! The fields of the person form that few need on the first day.

use super::super::drafted::Drafted;
use super::super::meant::PeopleMeant;
use super::super::part::{Part, part};
use super::reach::Others;
use crate::app::ui::entry::Entry;
use crate::app::ui::field::CheckField;
use crate::app::ui::icon::Icon;
use kith::domain::person::Tier;
use kith::domain::person::draft::PersonDraft;
use leptos::prelude::*;

/// The fields that few need on the first day, folded.
#[component]
pub fn More(form: Drafted<PersonDraft>) -> impl IntoView {
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

const HISTORY: [Part<PersonDraft>; 4] = [
    part!(PersonDraft, tier, Entry::choice("Tier", "person-tier", tiers)),
    part!(PersonDraft, known_since, Entry::line("Known since", "person-known-since").of_kind("date")),
    part!(PersonDraft, met_through, Entry::line("Met through", "person-met-through").meant("person-met")),
    part!(
        PersonDraft,
        satisfied_on,
        Entry::line("Satisfied on", "person-satisfied-on").of_kind("date").hint("The day they told you so.")
    ),
];

const WORDS: [Part<PersonDraft>; 4] = [
    part!(
        PersonDraft,
        facts,
        Entry::lines("Personal facts", "person-facts").hint("Family, interests, occasions, dislikes.")
    ),
    part!(PersonDraft, loves, Entry::lines("What they love about my work", "person-loves")),
    part!(PersonDraft, looks_for, Entry::lines("Who they look for", "person-looks-for")),
    part!(PersonDraft, tags, Entry::line("Tags", "person-tags").hint("Separated by commas.").wide()),
];

#[component]
fn History(form: Drafted<PersonDraft>) -> impl IntoView {
    let met_through = form.of(|d| d.met_through.clone());
    view! {
        <div class="fields">
            {form.fields(&HISTORY)}
            <PeopleMeant id="person-met" typed=met_through />
        </div>
    }
}

fn tiers() -> Vec<(String, String)> {
    let all = Tier::ALL.iter().map(|tier| (tier.word().to_string(), tier.label().to_string()));
    std::iter::once((String::new(), "None".to_string())).chain(all).collect()
}

#[component]
fn Words(form: Drafted<PersonDraft>) -> impl IntoView {
    view! {
        <div class="fields">
            {form.fields(&WORDS)}
        </div>
    }
}
