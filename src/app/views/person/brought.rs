//! Who brought whom: the referrals that brought this person, and those they gave.

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::Memo;
use kith::domain::id::{PersonId, ReferralId};
use kith::route::{Page, Route};
use kith::rules::lists::stage;
use leptos::prelude::*;

/// The referrals that brought this person, and those they gave.
#[component]
pub fn Brought(id: PersonId) -> impl IntoView {
    let state = use_state();
    let by = state.select(move |book| book.referrals_to(id).map(|r| r.id).collect::<Vec<_>>());
    let gave = state.select(move |book| book.referrals_from(id).map(|r| r.id).collect::<Vec<_>>());
    view! {
        <Given id="brought" title="Brought by" list=by other=Other::Source />
        <Given id="gave" title="Referrals they gave" list=gave other=Other::Prospect />
        <Show when=move || { !by.with(Vec::is_empty) || !gave.with(Vec::is_empty) }>
            <p>
                <a class="button" href=Route::of(Page::Tree(Some(id))).to_string()>
                    <Icon name="tree" small=true />
                    "See them in the tree"
                </a>
            </p>
        </Show>
    }
}

/// Whom a line names.
#[derive(Clone, Copy)]
pub enum Other {
    /// Who gave it.
    Source,
    /// Whom it is about.
    Prospect,
}

/// A list of referrals under its title; nothing while there are none.
#[component]
pub fn Given(id: &'static str, title: &'static str, list: Memo<Vec<ReferralId>>, other: Other) -> impl IntoView {
    view! {
        <Show when=move || !list.with(Vec::is_empty)>
            <section aria-labelledby=id>
                <header class="section-head">
                    <h2 id=id>{title}</h2>
                    <span class="count">{move || list.with(Vec::len)}</span>
                </header>
                <ul>
                    <For each=move || list.get() key=|id| id.to_string() let:id>
                        <Line id=id other=other />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Line(id: ReferralId, other: Other) -> impl IntoView {
    let told = use_state().select_on(move |book, today| {
        let referral = book.referral(id)?;
        let person = match other {
            Other::Source => referral.source,
            Other::Prospect => referral.prospect,
        };
        Some((book.person(person)?.name.to_string(), stage(book, id, today)))
    });
    let line = move |(name, stage): (String, &'static str)| {
        view! {
            <li class="brought__line">
                <a class="name" href=Route::of(Page::Referral(id)).to_string()>
                    {name}
                </a>
                <span class="small quiet">{stage}</span>
            </li>
        }
    };
    view! { {move || told.get().map(line).views()} }
}
