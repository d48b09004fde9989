//! Other ways to reach someone: each a line of kind, label and value.

use super::super::draft_form::DraftForm;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::memo;
use kith::domain::person::draft::PersonDraft;
use kith::domain::person::{Reach, ReachKind};
use leptos::prelude::*;

/// The lines, and the button that adds one.
#[component]
pub fn Others(form: DraftForm<PersonDraft>) -> impl IntoView {
    let lines = memo(move || form.get().others.len());
    let add = move |_| form.change(|draft| draft.others.push(Reach { kind: ReachKind::Phone, ..Reach::default() }));
    view! {
        <fieldset class="field">
            <legend class="field__label">"Other ways to reach them"</legend>
            <For each=move || (0..lines.get()).collect() key=usize::to_string let:n>
                <Line form=form n=n />
            </For>
            <p>
                <button class="button" type="button" on:click=add>
                    <Icon name="plus" small=true />
                    "Add a way"
                </button>
            </p>
        </fieldset>
    }
}

#[component]
fn Line(form: DraftForm<PersonDraft>, n: usize) -> impl IntoView {
    let of =
        move |part: fn(&Reach) -> &str| form.of(move |d| d.others.get(n).map(part).unwrap_or_default().to_string());
    let kind = of(|reach| reach.kind.word());
    let change = move |change: fn(&mut Reach, String)| {
        move |event| {
            form.change(|draft| {
                if let Some(reach) = draft.others.get_mut(n) {
                    change(reach, event_target_value(&event));
                }
            });
        }
    };
    let remove = move |_| {
        form.change(|draft| {
            if n < draft.others.len() {
                draft.others.remove(n);
            }
        });
    };
    let option = move |one: &'static ReachKind| {
        view! {
            <option value=one.word() prop:selected=move || kind.with(|kind| kind == one.word())>
                {one.label()}
            </option>
        }
    };
    view! {
        <div class="reach-line">
            <span class="select">
                <select class="input" aria-label="Kind" on:change=change(|r, text| r.kind = ReachKind::of_word(&text))>
                    {ReachKind::ALL.iter().map(option).views()}
                    <Show when=move || ReachKind::ALL.iter().all(|one| kind.with(|kind| kind != one.word()))>
                        <option value=move || kind.get() prop:selected=true>
                            {move || if kind.with(String::is_empty) { "Other".to_string() } else { kind.get() }}
                        </option>
                    </Show>
                </select>
                <Icon name="down" small=true />
            </span>
            <input
                class="input"
                aria-label="Label"
                placeholder="work, home"
                autocomplete="off"
                prop:value=of(|r| &r.label).signal()
                on:input=change(|r, text| r.label = text)
            />
            <input
                class="input"
                aria-label="Address or number"
                autocomplete="off"
                prop:value=of(|r| &r.value).signal()
                on:input=change(|r, text| r.value = text)
            />
            <button class="button button--plain button--icon" type="button" aria-label="Remove this way" on:click=remove>
                <Icon name="close" small=true />
            </button>
        </div>
    }
}
