//! The tree again as a list: for reading aloud, for phones, for whoever does not drag. It can do all that the drawing can.

use super::tree_view::TreeView;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show};
use crate::app::ui::signal::memo;
use kith::domain::id::PersonId;
use kith::message::reason::number;
use kith::message::tree::{noted, tone_label};
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;

/// How many rows are shown at first: more would keep the drawing waiting.
const FIRST: usize = 40;
/// How many more a tap brings.
const MORE: usize = 150;

/// The outline.
#[component]
pub fn Outline(tree_view: TreeView) -> impl IntoView {
    let limit = RwSignal::new(FIRST);
    let all = memo(move || tree_view.shown.with(|shown| shown.places.len()));
    let rows = memo(move || {
        let places = tree_view.shown.with(|shown| shown.places.iter().copied().take(limit.get()).collect::<Vec<_>>());
        tree_view.forest.with(|forest| {
            places.into_iter().flat_map(|place| forest.knot(place)).map(|knot| knot.person).collect::<Vec<_>>()
        })
    });
    let more = move || format!("Show more ({} left)", number(all.get().saturating_sub(limit.get())));
    view! {
        <section class="tree-view__outline" aria-labelledby="tree-outline">
            <header class="section-head">
                <h2 id="tree-outline">"As an outline"</h2>
                <span class="count">{move || number(all.get())}</span>
            </header>
            <ul class="outline outline--flat">
                <For each=move || rows.get() key=|person| person.to_string() let:person>
                    <Row tree_view=tree_view person=person />
                </For>
            </ul>
            <Show when=move || { all.get().saturating_sub(limit.get()) != 0 }>
                <button class="button" type="button" on:click=move |_| limit.update(|limit| *limit += MORE)>
                    {move || more()}
                </button>
            </Show>
        </section>
    }
}

#[component]
fn Row(tree_view: TreeView, person: PersonId) -> impl IntoView {
    let label = memo(move || tree_view.label(person));
    let tone = memo(move || tree_view.tone(person));
    let stands = memo(move || tree_view.stands(person));
    let name = move || label.with(|label| label.name.clone());
    let note = move || label.with(|label| noted(stands.get().0, label));
    let is_chosen = memo(move || tree_view.chosen.get() == Some(person));
    view! {
        <li style=("--depth", move || stands.get().0.to_string()) data-row>
            <p class="outline__row">
                {move || if stands.get().1 > 0 { fold(tree_view, person, name()) } else { no_fold() }}
                <a href=Route::of(Page::Person(person)).to_string()>{move || name()}</a>
                <span class="outline__note">{move || note()}</span>
                {move || thanks(tree_view, person, tone.get())}
                <button
                    class="button button--icon outline__choose"
                    type="button"
                    aria-label=move || format!("Choose {}", name())
                    aria-pressed=move || is_chosen.get().to_string()
                    on:click=move |_| tree_view.centre(person)
                >
                    <Icon name="tree" small=true />
                </button>
            </p>
        </li>
    }
}

fn fold(tree_view: TreeView, person: PersonId, name: String) -> AnyView {
    let is_open = move || !tree_view.folded.with(|folded| folded.binary_search(&person).is_ok());
    view! {
        <button
            class="button button--icon button--plain outline__fold"
            type="button"
            aria-expanded=move || is_open().to_string()
            aria-label=format!("Branch of {name}")
            on:click=move |_| tree_view.turn(person)
        >
            <Icon name="down" small=true />
        </button>
    }
    .into_any()
}

/// The room of the button where nobody stands on somebody.
fn no_fold() -> AnyView {
    view! { <span class="outline__fold"></span> }.into_any()
}

/// The mark of who is owed thanks, which leads to the words; or of who was thanked.
fn thanks(tree_view: TreeView, person: PersonId, tone: &'static str) -> AnyView {
    match tone {
        "" => ().into_any(),
        "done" => view! { <span class="mark" data-tone="done">{tone_label(tone)}</span> }.into_any(),
        tone => view! {
            <a class="mark" data-tone=tone href=move || tree_view.state.with_dialog(Dialog::Write(person, None))>
                {tone_label(tone)}
            </a>
        }
        .into_any(),
    }
}
