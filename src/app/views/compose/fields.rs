//! The fields of the composer.

use super::Letters;
use crate::app::state::use_state;
use crate::app::ui::field::{CheckField, Segments, SelectField, TextArea, TextField};
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{derived, memo};
use crate::app::views::referral_end::FormProblem;
use kith::message::channel::Channel;
use kith::message::reason::{kind, reason};
use kith::message::script::Tone;
use leptos::prelude::*;

/// Channel, address, script, subject, the own line, the message.
#[component]
pub fn Fields(letters: Letters) -> impl IntoView {
    let state = use_state();
    let typed = letters.typed;
    let letter = letters.letter;
    let problem = move |name: &'static str| derived(move || letters.wrong.with(|w| w.of(name).map(str::to_string)));
    let channel = memo(move || letter.with(|letter| typed.with(|t| t.channel(letter))));
    let channels = Channel::ALL.map(|c| (c.label().to_string(), c.label().to_string())).to_vec();
    let scripts = || Tone::ALL.map(|t| (t.label().to_string(), t.label().to_string())).to_vec();
    let has_address = memo(move || channel.get() != Channel::Copy);
    let is_mail = memo(move || channel.get() == Channel::Email);
    view! {
        <div class="stack composer__form">
            <Segments
                label="Send it by"
                quiet=true
                name="channel"
                value=derived(move || channel.get().label().to_string())
                on_change=Callback::new(move |text| letters.type_in(state, |t| { t.channel = text; t.to = None; }))
                options=channels
            />
            <Settles letters=letters />
            <div class="fields">
                <Show when=move || has_address.get()>
                    <TextField
                        label="To"
                        name="to"
                        value=derived(move || letter.with(|l| typed.with(|t| t.to(l))))
                        on_input=Callback::new(move |text| letters.type_in(state, |t| t.to = Some(text)))
                        error=problem("to")
                    />
                </Show>
                <SelectField
                    label="Script"
                    name="script"
                    value=derived(move || typed.with(|t| t.tone().label().to_string()))
                    on_change=Callback::new(move |text| letters.type_in(state, |t| { t.tone = text; t.message = None; }))
                    options=derived(scripts)
                />
                <Show when=move || is_mail.get()>
                    <TextField
                        label="Subject"
                        name="subject"
                        wide=true
                        value=derived(move || letter.with(|l| typed.with(|t| t.subject(l))))
                        on_input=Callback::new(move |text| letters.type_in(state, |t| t.subject = Some(text)))
                    />
                </Show>
                <TextField
                    label="A line only you could write"
                    name="own_line"
                    wide=true
                    autofocus=true
                    value=derived(move || typed.with(|t| t.own_line.clone()))
                    on_input=Callback::new(move |text| letters.type_in(state, |t| t.own_line = text))
                    error=problem("own_line")
                    hint="It stands right after the greeting."
                />
            </div>
            <TextArea
                label="Message"
                name="message"
                rows=7
                value=derived(move || letter.with(|l| typed.with(|t| t.message(l))))
                on_input=Callback::new(move |text| letters.type_in(state, |t| t.message = Some(text)))
                error=problem("message")
                hint=derived(move || letter.with(|l| around(&l.greeting, &l.signature)))
            />
            <FormProblem why=problem("form") />
        </div>
    }
}

fn around(greeting: &str, signature: &str) -> String {
    match signature.is_empty() {
        true => format!("It opens with “{greeting}”. Give your name under Your data, and it ends with it."),
        false => format!("It opens with “{greeting}” and ends with “{signature}”."),
    }
}

/// What it settles, where that is more than one thing.
#[component]
fn Settles(letters: Letters) -> impl IntoView {
    let state = use_state();
    let boxes = move || {
        let all = letters.duties.get_untracked();
        let tick = move |(n, (owed, _)): (usize, (kith::rules::duty::Owed, bool))| {
            let why = state.peek(|book, today| reason(book, &owed, today));
            let set = Callback::new(move |on| {
                letters.duties.update(|all| {
                    if let Some(one) = all.get_mut(n) {
                        one.1 = on;
                    }
                });
                letters.type_in(state, |t| t.message = None);
            });
            let checked = derived(move || letters.duties.with(|all| all.get(n).is_some_and(|(_, on)| *on)));
            view! { <CheckField label=kind(owed.raised.duty).to_string() name="settles" checked=checked on_change=set note=why /> }
        };
        all.into_iter().enumerate().map(tick).views()
    };
    let several = letters.duties.with_untracked(|all| all.len() > 1);
    several.then(|| {
        view! {
            <fieldset class="field">
                <legend class="field__label">"What this says"</legend>
                {boxes()}
            </fieldset>
        }
    })
}
