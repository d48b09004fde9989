//! The fields of the composer.

use super::Letters;
use super::asked::Asked;
use super::said_with::{Merged, SaidWith};
use crate::app::state::use_state;
use crate::app::ui::field::{CheckField, Segments, TextArea, TextField};
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{derived, memo};
use crate::app::views::confirm_dialog::FormProblem;
use kith::message::channel::Channel;
use kith::message::duty::{kind, reason};
use kith::message::outgoing::Outgoing;
use leptos::prelude::*;

/// Channel, address, script, subject, the own line, the message.
#[component]
pub fn Fields(letters: Letters) -> impl IntoView {
    let form = letters.form;
    let channel = letters.of(Outgoing::channel);
    let channels = Channel::offered(use_state().can_share()).map(|c| (c.label().to_string(), c.label().to_string()));
    let has_address = memo(move || !matches!(channel.get(), Channel::Copy | Channel::Share));
    let is_mail = memo(move || channel.get() == Channel::Email);
    view! {
        <div class="stack composer__form">
            <Segments
                label="Send it by"
                quiet=true
                name="channel"
                value=derived(move || channel.get().label().to_string())
                on_change=move |text| {
                    form.change(|t| (t.channel, t.to) = (text, None));
                    form.accept();
                }
                options=channels.collect()
            />
            {match letters.asking {
                Some(ask) => view! { <Asked person=letters.person ask=ask /> }.into_any(),
                None => view! { <Settles letters=letters /> }.into_any(),
            }}
            <div class="fields">
                <Show when=move || has_address.get()>
                    <TextField
                        label="To"
                        name="to"
                        value=letters.of(Outgoing::to)
                        on_input=form.input(|t, text| t.to = Some(text))
                        error=form.problem("to")
                        hint=derived(move || letters.letter.with(|letter| in_copy(&letter.copy)))
                    />
                </Show>
                <SaidWith letters=letters />
                <Show when=move || is_mail.get()>
                    <TextField
                        label="Subject"
                        name="subject"
                        wide=true
                        value=letters.of(Outgoing::subject)
                        on_input=form.input(|t, text| t.subject = Some(text))
                        error=form.problem("subject")
                    />
                </Show>
                <TextField
                    label="A line only you could write"
                    name="own_line"
                    wide=true
                    autofocus=true
                    value=form.of(|t| t.own_line.clone())
                    on_input=form.input(|t, text| t.own_line = text)
                    error=form.problem("own_line")
                    hint="It stands right after the greeting."
                />
            </div>
            <TextArea
                label="Message"
                name="message"
                rows=7
                value=letters.of(Outgoing::message)
                on_input=form.input(|t, text| t.message = Some(text))
                error=form.problem("message")
                hint=derived(move || letters.letter.with(|l| around(&l.greeting, &l.signature)))
            />
            <Merged letters=letters />
            <FormProblem why=form.problem("form") />
        </div>
    }
}

fn in_copy(copy: &str) -> String {
    if copy.is_empty() { String::new() } else { format!("{copy} gets it in copy.") }
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
                letters.form.change(|t| t.message = None);
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
