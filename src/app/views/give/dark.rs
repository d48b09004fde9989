//! Sources kept in the dark: whose word about a referral is late (R62, R64).

use super::Part;
use crate::app::state::use_state;
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::memo;
use kith::domain::person::Role;
use kith::message::giving::day_mark;
use kith::message::reason::{button, kind, reason};
use kith::route::{Dialog, Page, Route};
use kith::rules::duty::Owed;
use kith::rules::promises::in_the_dark;
use leptos::prelude::*;

/// Who is kept in the dark; nothing while nobody is.
#[component]
pub fn InTheDark() -> impl IntoView {
    let rows = use_state().rows();
    let list = memo(move || rows.with(|rows| in_the_dark(rows)));
    let count = memo(move || list.with(Vec::len));
    view! {
        <Show when=move || count.get().gt(&0)>
            <Part id="dark" title="Kept in the dark" count=count.signal() nothing="">
                <ol aria-labelledby="dark">
                    <For each=move || list.get() key=|owed| format!("{owed:?}") let:owed>
                        <Dark owed=owed />
                    </For>
                </ol>
            </Part>
        </Show>
    }
}

#[component]
fn Dark(owed: Owed) -> impl IntoView {
    let state = use_state();
    let duty = owed.raised.duty;
    let told = state.select_on(move |book, today| {
        let id = owed.raised.person?;
        let person = book.person(id)?;
        let facts = (person.name.to_string(), person.is(&Role::Client));
        Some((id, owed.raised.referral, facts, reason(book, &owed, today), day_mark(owed.due, today)))
    });
    let shown = move |(id, about, (name, client), why, when): (
        _,
        Option<kith::domain::id::ReferralId>,
        (String, bool),
        String,
        (String, &'static str),
    )| {
        view! {
            <li class="due-row" data-row="true">
                <Avatar name=name.clone() client=client class="due-row__face" />
                <div class="due-row__text">
                    <h3 class="due-row__who">
                        <a href=Route::of(Page::Person(id)).to_string()>{name.clone()}</a>
                        " "
                        <span class="due-row__kind">
                            <Icon name="update" />
                            {kind(duty)}
                        </span>
                    </h3>
                    <p class="due-row__why">{why}</p>
                </div>
                <span class="due-row__when mark" data-tone=when.1>
                    {when.0}
                </span>
                <div class="due-row__do">
                    <button
                        class="button"
                        type="button"
                        aria-label=format!("{}: {name}", button(duty))
                        on:click=move |_| state.open_dialog(Dialog::Write(id, about.map(|id| id.0)))
                    >
                        {button(duty)}
                    </button>
                </div>
            </li>
        }
    };
    view! { {move || told.get().map(shown).views()} }
}
