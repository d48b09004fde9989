//! The fields of the person form that few need on the first day.

use super::super::drafted::Drafted;
use super::super::meant::PeopleMeant;
use super::reach::Others;
use crate::app::ui::field::{CheckField, SelectField, TextArea, TextField};
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

#[component]
fn History(form: Drafted<PersonDraft>) -> impl IntoView {
    let met_through = form.of(|d| d.met_through.clone());
    view! {
        <div class="fields">
            <SelectField
                label="Tier"
                name="person-tier"
                value=form.of(|d| d.tier.clone())
                on_change=form.input(|d, text| d.tier = text)
                options=Signal::stored(tiers())
            />
            <TextField
                label="Known since"
                name="person-known-since"
                kind="date"
                value=form.of(|d| d.known_since.clone())
                on_input=form.input(|d, text| d.known_since = text)
                error=form.problem("known_since")
            />
            <TextField
                label="Met through"
                name="person-met-through"
                value=met_through
                on_input=form.input(|d, text| d.met_through = text)
                list="person-met"
            />
            <PeopleMeant id="person-met" typed=met_through />
            <TextField
                label="Satisfied on"
                name="person-satisfied-on"
                kind="date"
                value=form.of(|d| d.satisfied_on.clone())
                on_input=form.input(|d, text| d.satisfied_on = text)
                error=form.problem("satisfied_on")
                hint="The day they told you so."
            />
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
            <TextArea
                label="Personal facts"
                name="person-facts"
                value=form.of(|d| d.facts.clone())
                on_input=form.input(|d, text| d.facts = text)
                error=form.problem("facts")
                hint="Family, interests, occasions, dislikes."
            />
            <TextArea
                label="What they love about my work"
                name="person-loves"
                value=form.of(|d| d.loves.clone())
                on_input=form.input(|d, text| d.loves = text)
                error=form.problem("loves")
            />
            <TextArea
                label="Who they look for"
                name="person-looks-for"
                value=form.of(|d| d.looks_for.clone())
                on_input=form.input(|d, text| d.looks_for = text)
                error=form.problem("looks_for")
            />
            <TextField
                label="Tags"
                name="person-tags"
                value=form.of(|d| d.tags.clone())
                on_input=form.input(|d, text| d.tags = text)
                hint="Separated by commas."
                wide=true
            />
        </div>
    }
}
