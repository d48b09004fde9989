//! Sources kept in the dark: whose word about a referral is late (R62, R64).

use crate::app::state::use_state;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::section::Section;
use crate::app::ui::signal::memo;
use crate::app::views::due_row::{DueRow, Main};
use kith::domain::id::PersonId;
use kith::domain::person::Role;
use kith::message::duty::{button, kind, reason};
use kith::message::giving::day_mark;
use kith::rules::duty::Owed;
use kith::rules::today_rows::in_the_dark;
use leptos::prelude::*;

/// Who is kept in the dark; nothing while nobody is.
#[component]
pub fn InTheDark() -> impl IntoView {
    let rows = use_state().rows();
    let list = memo(move || rows.with(|rows| in_the_dark(rows)));
    let count = memo(move || list.with(Vec::len));
    view! {
        <Show when=move || count.get().gt(&0)>
            <Section id="dark" title="Kept in the dark" count=count.signal() nothing="">
                <ol aria-labelledby="dark">
                    <For each=move || list.get() key=|owed| format!("{owed:?}") let:owed>
                        <Dark owed=owed />
                    </For>
                </ol>
            </Section>
        </Show>
    }
}

/// Who is kept in the dark, their name and whether they are a client, why, and since when.
type UninformedSource = (PersonId, (String, bool), String, (String, &'static str));

#[component]
fn Dark(owed: Owed) -> impl IntoView {
    let state = use_state();
    let (duty, settled) = (owed.raised.duty, owed.raised.clone());
    let told = state.select_on(move |book, today| {
        let id = owed.raised.person?;
        let person = book.person(id)?;
        let facts = (person.name.to_string(), person.is(&Role::Client));
        Some((id, facts, reason(book, &owed, today), day_mark(owed.due, today)))
    });
    let shown = move |(person, (name, client), why, when): UninformedSource| {
        let (verb, of) = (button(duty).to_string(), name.clone());
        let settled = settled.clone();
        let run = Callback::new(move |()| state.write_for(&settled));
        let (kind, main) = ((kind(duty).to_string(), "update"), Main::of(verb, &of, run));
        view! { <DueRow person=person name=name client=client kind=kind why=why when=when main=main /> }
    };
    view! { {move || told.get().map(&shown).views()} }
}
