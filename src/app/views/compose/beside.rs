//! What you know of the person, in view while you write (R11).

use crate::app::state::use_state;
use kith::domain::id::PersonId;
use kith::message::moment::words;
use kith::rules::timeline::{Happened, of_person};
use leptos::prelude::*;

/// The last word, and the personal facts on record.
#[component]
pub fn BeforeYouWrite(person: PersonId) -> impl IntoView {
    let facts = use_state().select_on(move |book, today| {
        let Some(known) = book.person(person) else { return Vec::new() };
        let last = of_person(book, person).into_iter().find(|m| matches!(m.what, Happened::Touch(_)));
        let last = last.map(|moment| words(book, &moment, today));
        let last = last.map(|w| format!("{}, {}", w.day, w.what)).unwrap_or_else(|| "None on record".to_string());
        let rows = [
            ("Last word", last),
            ("Personal", known.facts.clone()),
            ("Loves", known.loves.clone()),
            ("Looks for", known.looks_for.clone()),
            ("Note", known.note.clone()),
        ];
        rows.into_iter().filter(|(_, text)| !text.is_empty()).collect::<Vec<_>>()
    });
    view! {
        <aside class="composer__aside" aria-label="Before you write">
            <h3>"Before you write"</h3>
            <dl class="facts">
                <For each=move || facts.get() key=|fact| fact.clone() let:fact>
                    <dt>{fact.0}</dt>
                    <dd>{fact.1}</dd>
                </For>
            </dl>
        </aside>
    }
}
