//! What is known of a referral, and what the source promised; both are kept as they are typed.

use crate::app::state::use_state;
use crate::app::ui::field::{CheckField, Segments, SelectField, TextArea, TextField};
use crate::app::views::typed::Typed;
use kith::domain::ask::{AskAction, Comfort};
use kith::domain::id::ReferralId;
use kith::domain::referral::moves::{DetailDraft, PromiseDraft};
use kith::domain::referral::{Origin, Strength};
use leptos::prelude::*;

/// What stays out of messages when a referral is confidential.
const SECRET: &str = "Their name, how far it is and what it is worth stay out of every message to others. Thanks stay possible, in neutral words.";

/// What is known: said, why, strength, origin, confidential.
#[component]
pub fn Detail(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let kept = state.select(move |book| book.referral(id).map(DetailDraft::of).unwrap_or_default());
    let form = Typed::new(kept, move |typed| state.act("Kept.", move |book, _, _| book.describe(id, &typed)));
    let origins = Origin::ALL.iter().map(|o| (o.word().to_string(), o.label().to_string())).collect::<Vec<_>>();
    view! {
        <section class="panel stack referral__known" aria-labelledby="detail" on:focusout=move |_| form.finish()>
            <header class="panel__head">
                <h2 id="detail">"What you know"</h2>
            </header>
            <TextArea
                label="What they said about them"
                name="said"
                value=form.of(|d| d.said.clone())
                on_input=form.input(|d, text| d.said = text)
                error=form.problem("said")
            />
            <TextArea
                label="Why would they benefit?"
                name="why"
                value=form.of(|d| d.why.clone())
                on_input=form.input(|d, text| d.why = text)
                error=form.problem("why")
            />
            <Segments
                label="How it came"
                name="origin"
                value=form.of(|d| d.origin.clone())
                on_change=form.choice(|d, text| d.origin = text)
                options=origins
            />
            <SelectField
                label="How strong the introduction is"
                name="strength"
                value=form.of(|d| d.strength.clone())
                on_change=form.choice(|d, text| d.strength = text)
                options=Signal::derive(strengths)
            />
            <CheckField
                label="Confidential"
                name="confidential"
                checked=form.of(|d| d.confidential)
                on_change=form.choice(|d, on| d.confidential = on)
                note=SECRET
            />
        </section>
    }
}

fn strengths() -> Vec<(String, String)> {
    let all = Strength::all().map(|s| (u8::from(s).to_string(), format!("{} · {}", u8::from(s), s.label())));
    std::iter::once((String::new(), "Not known yet".to_string())).chain(all).collect()
}

/// What the source promised: the action, the words, and by when.
#[component]
pub fn Promise(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let kept = state.select(move |book| book.referral(id).map(|r| PromiseDraft::of(book, r)).unwrap_or_default());
    let form = Typed::new(kept, move |typed| state.act("Kept.", move |book, mint, _| book.promise(id, &typed, mint)));
    let actions = || options(AskAction::ALL.iter().map(|a| (a.word(), a.label())));
    let comforts = || options(Comfort::ALL.iter().map(|c| (c.word(), c.label())));
    view! {
        <section class="panel stack referral__known" aria-labelledby="promise" on:focusout=move |_| form.finish()>
            <header class="panel__head">
                <h2 id="promise">"What they promised"</h2>
            </header>
            <SelectField
                label="What they will do"
                name="action"
                value=form.of(|d| d.action.clone())
                on_change=form.choice(|d, text| d.action = text)
                options=Signal::derive(actions)
            />
            <TextArea
                label="In which words"
                name="wording"
                value=form.of(|d| d.wording.clone())
                on_input=form.input(|d, text| d.wording = text)
                error=form.problem("wording")
                hint="A short text they can pass on unchanged."
            />
            <SelectField
                label="Are they comfortable with it?"
                name="comfortable"
                value=form.of(|d| d.comfortable.clone())
                on_change=form.choice(|d, text| d.comfortable = text)
                options=Signal::derive(comforts)
            />
            <TextField
                label="By when"
                name="confirm_by"
                kind="date"
                value=form.of(|d| d.confirm_by.clone())
                on_input=form.input(|d, text| d.confirm_by = text)
                error=form.problem("confirm_by")
            />
        </section>
    }
}

fn options<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    let none = std::iter::once((String::new(), "Not said".to_string()));
    none.chain(all.map(|(word, label)| (word.to_string(), label.to_string()))).collect()
}
