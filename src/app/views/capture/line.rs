//! The one line, and what it is understood as.

use super::super::draft_form::DraftForm;
use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use kith::domain::referral::capture::CaptureDraft;
use leptos::prelude::*;

/// The id of the line, to which the focus returns after each name.
const LINE: &str = "capture-line";

/// Puts the focus back into the line.
pub fn to_line() {
    crate::app::ui::field::focus(LINE);
}

/// The line and what it is understood as.
#[component]
pub fn Line(form: DraftForm<CaptureDraft>) -> impl IntoView {
    let state = use_state();
    let typed = move |event| form.change(|draft| state.read_line(draft, event_target_value(&event)));
    view! {
        <div class="field">
            <label class="field__label" for=LINE>
                "Name, and anything you have"
            </label>
            <input
                class="input input--line capture__input"
                id=LINE
                type="text"
                autocomplete="off"
                autocapitalize="words"
                spellcheck="false"
                enterkeyhint="done"
                autofocus=true
                placeholder="Fred Ito 555-0101 CFO Acme"
                prop:value=form.of(|d| d.line.clone()).signal()
                on:input=typed
            />
            <section class="capture__understood" aria-label="Understood as" aria-live="polite">
                <Parts form=form />
            </section>
        </div>
    }
}

/// What will be saved, a part for each thing that is known.
#[component]
fn Parts(form: DraftForm<CaptureDraft>) -> impl IntoView {
    let parts = form.of(|d| {
        let links = d.links.iter().map(|link| ("update", "Page", link.value.clone()));
        let known = [
            ("follow", "Name", d.who.clone()),
            ("phone", "Phone", d.phone.clone()),
            ("mail", "E-mail", d.email.clone()),
            ("note", "Title", d.title.clone()),
            ("org", "Organisation", d.organisation.clone()),
            ("words", "What they said", d.said.clone()),
            ("referral", "From", d.from.clone()),
        ];
        known.into_iter().chain(links).collect::<Vec<_>>()
    });
    let part = |(icon, label, text): (&'static str, &'static str, String)| {
        (!text.is_empty()).then(|| {
            view! {
                <li class="capture__part">
                    <Icon name=icon />
                    <span class="visually-hidden">{label} ": "</span>
                    <span>{text}</span>
                </li>
            }
        })
    };
    let nothing = form.of(CaptureDraft::is_empty);
    view! {
        <Show
            when=move || !nothing.get()
            fallback=|| view! { <p class="field__hint">"Write it as you would scribble it. What it is understood as stands here."</p> }
        >
            <ul class="capture__parts">{move || parts.get().into_iter().map(part).views()}</ul>
        </Show>
    }
}
