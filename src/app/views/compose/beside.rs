//! What you know of the person, in view while you write (R11).

use crate::app::state::use_state;
use crate::app::ui::list::For;
use kith::domain::id::PersonId;
use kith::message::timeline_text::in_mind;
use leptos::prelude::*;

/// The last word, and the personal facts on record.
#[component]
pub fn BeforeYouWrite(person: PersonId) -> impl IntoView {
    let facts = use_state().select_on(move |book, today| in_mind(book, person, today));
    view! {
        <aside class="composer__aside" aria-label="Before you write">
            <h3>"Before you write"</h3>
            <dl class="facts">
                <For each=move || facts.get() key=|fact| [fact.0, &fact.1].join(" ") let:fact>
                    <dt>{fact.0}</dt>
                    <dd>{fact.1}</dd>
                </For>
            </dl>
        </aside>
    }
}
