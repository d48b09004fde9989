//! Somebody who waits: who they are, whom to ask for an introduction, and what can be done.

use crate::app::state::{State, use_state};
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::views::ask_for;
use crate::app::views::choose::{Tick, Ticks};
use kith::domain::id::{ConnectionId, PersonId};
use kith::message::pool::{Waiting, told};
use kith::route::{Page, Route};
use kith::rules::hundred::from_pool;
use kith::rules::pool::Introducer;
use leptos::prelude::*;

/// A row of the pool; it looks itself up, because it may outlive them.
#[component]
pub fn Row(id: ConnectionId, source: Option<Introducer>, #[prop(optional)] ticks: Option<Ticks>) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| told(book, id, source, today));
    view! { {move || told.get().map(|told| view! { <Known id=id told=told ticks=ticks /> }).views()} }
}

#[component]
fn Known(id: ConnectionId, told: Waiting, ticks: Option<Ticks>) -> impl IntoView {
    let state = use_state();
    let Waiting { name, work, came, link, source } = told;
    let take = {
        let said = format!("{name} is in your book.");
        move |_| {
            state.act_here(said.clone(), |book, mint, _| book.take_in(&[id], mint).map(|(_, change)| change));
        }
    };
    let profile = link.map(|link| {
        let of = link.labelled(&format!("Profile of {name}"));
        let href = link.href().to_string();
        view! {
            " "
            <a href=href target="_blank" rel="noopener noreferrer" aria-label=of>
                {link.labelled("Profile")}
            </a>
        }
    });
    let who = source.as_ref().map(|(person, _, why)| {
        view! {
            <p class="pick__why">
                <a href=Route::of(Page::Person(*person)).to_string()>{why.clone()}</a>
            </p>
        }
    });
    let tick = ticks.map(|ticks| view! { <Tick id=id.0 name=name.clone() ticks=ticks /> });
    view! {
        <li class="pick pool__row" data-row="true">
            <span class="pool__face">
                {tick}
                <Avatar name=name.clone() class="avatar--s" />
            </span>
            <div>
                <p class="pick__who">{name.clone()}</p>
                <p class="pick__why">{work}</p>
                <p class="pick__why">{came} {profile}</p>
                {who}
            </div>
            <div class="pick__acts">
                <button class="button" type="button" aria-label=format!("Into the book: {name}") on:click=take>
                    <Icon name="follow" small=true />
                    "Into the book"
                </button>
                <Menu id=format!("more-{id}") label=format!("More for {name}") items=acts(state, id, &name, source) />
            </div>
        </li>
    }
}

/// What else can be done with somebody who waits.
fn acts(state: State, id: ConnectionId, name: &str, source: Option<(PersonId, String, String)>) -> Vec<MenuItem> {
    let item = |label: String, icon, run: Callback<()>| MenuItem { label, icon, act: "", run };
    let listed = format!("{name} stands on the Hundred.");
    let gone = format!("{name} is removed from the holding pool.");
    let list = move |()| {
        state.act_here(listed.clone(), |book, mint, _| from_pool(book, id, mint).map(|(_, change)| change));
    };
    let remove = move |()| {
        state.act_here(gone.clone(), |book, _, _| book.remove_from_pool(&[id]));
    };
    let ask = source.map(|(person, first, _)| {
        let run = Callback::new(move |()| ask_for::open_toward(state, person, id));
        item(format!("Ask {first} for an introduction"), "ask", run)
    });
    let others = [
        item("Put on the Hundred".into(), "hundred", Callback::new(list)),
        item("Remove from the pool".into(), "bin", Callback::new(remove)),
    ];
    ask.into_iter().chain(others).collect()
}
