//! An organisation: who is there, what was dealt, and who could introduce me.

use super::not_found::NotFound;
use super::pool::Row as Waiting;
use crate::app::state::use_state;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::{Memo, derived, memo};
use kith::domain::id::{OrganisationId, PersonId, ReferralId};
use kith::message::organisation_text::could_introduce;
use kith::message::profile::profile;
use kith::message::reason::{count, number};
use kith::message::step_text::heading;
use kith::route::{Page, Route};
use kith::rules::organisation::{IntroducerReason, There, there};
use kith::rules::pool::waiting_there;
use leptos::prelude::*;

/// One organisation.
#[component]
pub fn OrganisationPage(id: OrganisationId) -> impl IntoView {
    let state = use_state();
    let name = state.select(move |book| book.organisation(id).map(|place| place.name.clone()));
    let is_here = memo(move || name.with(Option::is_some));
    let found = state.select(move |book| there(book, id));
    let page = move || match is_here.get() {
        true => view! { <Known id=id name=derived(move || name.get().unwrap_or_default()) found=found /> }.into_any(),
        false => view! { <NotFound what="organisation" back=Page::People /> }.into_any(),
    };
    view! { {move || page()} }
}

/// How many of those who wait are shown here; the pool has them all.
const WAITING: usize = 10;

/// Those of the holding pool who work there, each with whom to ask (B10).
#[component]
fn WaitThere(id: OrganisationId, name: Signal<String>) -> impl IntoView {
    let found = use_state().select(move |book| waiting_there(book, id, WAITING));
    let more = move || found.with(|(shown, all)| shown.len().lt(all));
    let everyone = move || Route::of(Page::Pool).filtered("q", &name.get()).to_string();
    view! {
        <Show when=move || found.with(|(_, all)| *all != 0)>
            <section aria-labelledby="wait-there">
                <header class="section-head">
                    <h2 id="wait-there">"In your holding pool"</h2>
                    <span class="count">{move || found.with(|(_, all)| number(*all))}</span>
                </header>
                <ul aria-labelledby="wait-there">
                    <For each=move || found.get().0 key=|(id, source)| format!("{id} {source:?}") let:one>
                        <Waiting id=one.0 source=one.1 />
                    </For>
                </ul>
                <Show when=more>
                    <p class="small">
                        <a href=everyone>"See all of them in the holding pool"</a>
                    </p>
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn Known(id: OrganisationId, name: Signal<String>, found: Memo<There>) -> impl IntoView {
    let people = move || found.with(|found| found.people.clone());
    let dealings = move || found.with(|found| found.dealings.clone());
    let ways = move || found.with(|found| found.could_introduce.clone());
    view! {
        <div class="page">
            <PageHead
                over=(Route::of(Page::People).to_string(), "People")
                title=name
                lead=move || found.with(|found| format!("{} you know there.", count(found.people.len(), "person")))
            />
            <div class="columns">
                <div class="stack">
                    <Part id="people-there" title="People there" nobody="Nobody you know works there any more." any=move || !people().is_empty()>
                        <For each=people key=PersonId::to_string let:id>
                            <Somebody id=id />
                        </For>
                    </Part>
                    <Part id="dealings" title="Dealings" nobody="No referral has come from there or led there." any=move || !dealings().is_empty()>
                        <For each=dealings key=ReferralId::to_string let:id>
                            <Dealing id=id />
                        </For>
                    </Part>
                    <WaitThere id=id name=name />
                </div>
                <div class="stack">
                    <Part
                        id="could-introduce"
                        title="Who could introduce you"
                        nobody="Nobody yet whom you could ask. A client there, or somebody who brought you one of them, would stand here."
                        any=move || !ways().is_empty()
                    >
                        <For each=ways key=|(id, _)| id.to_string() let:one>
                            <CouldIntroduce person=one.0 way=one.1 />
                        </For>
                    </Part>
                </div>
            </div>
        </div>
    }
}

#[component]
fn Part(
    id: &'static str,
    title: &'static str,
    /// What is said while there is nobody and nothing.
    nobody: &'static str,
    #[prop(into)] any: crate::app::ui::list::Condition,
    children: ChildrenFn,
) -> impl IntoView {
    view! {
        <section aria-labelledby=id>
            <header class="section-head">
                <h2 id=id>{title}</h2>
            </header>
            <Show when=move || any.holds() fallback=move || view! { <p class="quiet small">{nobody}</p> }>
                <ul>{children()}</ul>
            </Show>
        </section>
    }
}

#[component]
fn Somebody(id: PersonId) -> impl IntoView {
    let told = use_state().select_on(move |book, today| profile(book, id, today));
    let line = move |known: kith::message::profile::Profile| {
        view! {
            <li class="brought__line">
                <a class="name" href=Route::of(Page::Person(id)).to_string()>
                    {known.name}
                </a>
                <span class="small quiet">{known.last}</span>
            </li>
        }
    };
    view! { {move || told.get().map(line).views()} }
}

#[component]
fn Dealing(id: ReferralId) -> impl IntoView {
    let told = use_state().select_on(move |book, today| {
        heading(book, id, today).map(|heading| (heading.name, heading.source_name, heading.stage))
    });
    let line = move |(name, source, stage): (String, String, &'static str)| {
        view! {
            <li class="brought__line">
                <span>
                    <a class="name" href=Route::of(Page::Referral(id)).to_string()>
                        {name}
                    </a>
                    " "
                    <span class="small quiet">"through " {source}</span>
                </span>
                <span class="small quiet">{stage}</span>
            </li>
        }
    };
    view! { {move || told.get().map(line).views()} }
}

#[component]
fn CouldIntroduce(person: PersonId, way: IntroducerReason) -> impl IntoView {
    let told = use_state().select(move |book| could_introduce(book, person, way));
    let line = move |(name, why): (String, String)| {
        view! {
            <li class="brought__line">
                <a class="name" href=Route::of(Page::Person(person)).to_string()>
                    {name}
                </a>
                <span class="small quiet">{why}</span>
            </li>
        }
    };
    view! { {move || told.get().map(line).views()} }
}
