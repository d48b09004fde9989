//! What is known of a referral, and what the source promised; both are kept as they are typed.

use crate::app::state::use_state;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::CheckField;
use crate::app::views::form_field::{FormField, form_field};
use crate::app::views::inline_form::InlineForm;
use kith::domain::ask::{AskAction, Comfort};
use kith::domain::id::ReferralId;
use kith::domain::referral::moves::{DetailDraft, PromiseDraft};
use kith::domain::referral::{Origin, Strength};
use kith::message::score::at_this_strength;
use kith::rules::score::strength::strength;
use leptos::prelude::*;

/// What stays out of messages when a referral is confidential.
const SECRET: &str = "Their name, how far it is and what it is worth stay out of every message to others. Thanks stay possible, in neutral words.";

const KNOWN: [FormField<DetailDraft>; 4] = [
    form_field!(DetailDraft, said, InputSpec::lines("What they said about them", "said")),
    form_field!(DetailDraft, why, InputSpec::lines("Why would they benefit?", "why")),
    form_field!(DetailDraft, origin, InputSpec::segments("How it came", "origin", origins)),
    form_field!(DetailDraft, strength, InputSpec::choice("How strong the introduction is", "strength", strengths)),
];

const PROMISED: [FormField<PromiseDraft>; 4] = [
    form_field!(PromiseDraft, action, InputSpec::choice("What they will do", "action", actions)),
    form_field!(
        PromiseDraft,
        wording,
        InputSpec::lines("In which words", "wording").hint("A short text they can pass on unchanged.")
    ),
    form_field!(PromiseDraft, comfortable, InputSpec::choice("Are they comfortable with it?", "comfortable", comforts)),
    form_field!(PromiseDraft, confirm_by, InputSpec::line("By when", "confirm_by").of_kind("date")),
];

/// What is known: said, why, strength, origin, confidential.
#[component]
pub fn Detail(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let kept = state.select(move |book| book.referral(id).map(DetailDraft::of).unwrap_or_default());
    let form = InlineForm::new(kept, move |typed| state.act("Kept.", move |book, _, _| book.describe(id, &typed)));
    let yours = state.select(move |book| {
        let strength = book.referral(id).and_then(strength);
        at_this_strength(book, strength)
    });
    view! {
        <section class="panel stack referral__known" aria-labelledby="detail" on:focusout=move |_| form.finish()>
            <header class="panel__head">
                <h2 id="detail">"What you know"</h2>
            </header>
            {form.fields(&KNOWN)}
            <p class="panel__foot">{move || yours.get()}</p>
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

/// How a referral may have come.
pub fn origins() -> Vec<(String, String)> {
    Origin::ALL.iter().map(|o| (o.word().to_string(), o.label().to_string())).collect()
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
    let form =
        InlineForm::new(kept, move |typed| state.act("Kept.", move |book, mint, _| book.promise(id, &typed, mint)));
    view! {
        <section class="panel stack referral__known" aria-labelledby="promise" on:focusout=move |_| form.finish()>
            <header class="panel__head">
                <h2 id="promise">"What they promised"</h2>
            </header>
            {form.fields(&PROMISED)}
        </section>
    }
}

fn actions() -> Vec<(String, String)> {
    options(AskAction::ALL.iter().map(|a| (a.word(), a.label())))
}

fn comforts() -> Vec<(String, String)> {
    options(Comfort::ALL.iter().map(|c| (c.word(), c.label())))
}

fn options<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    let none = std::iter::once((String::new(), "Not said".to_string()));
    none.chain(all.map(|(word, label)| (word.to_string(), label.to_string()))).collect()
}
