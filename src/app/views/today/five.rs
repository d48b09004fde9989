//! Five for this week, each with a reason, the act that fits, and a way to swap them; and the census below (R1, R7, B4).

use crate::app::state::{State, use_state};
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Condition, For, Show, Views};
use crate::app::ui::signal::{Memo, derived, memo};
use kith::domain::id::{Id, PersonId};
use kith::domain::person::Role;
use kith::message::census::{Counted, connectors, counted, untold};
use kith::message::five::{Act, Pick, picks};
use kith::route::{Dialog, Page, Route};
use kith::rules::five::{FIVE, five_among, swap};
use kith::rules::today_rows::THE_ASK;
use leptos::prelude::*;

/// Whom to contact this week, and how many of whom there are.
#[component]
pub fn Five() -> impl IntoView {
    let state = use_state();
    let owed = state.rows();
    let list = state.select_on(move |book, today| {
        let owed = owed.with(|rows| rows.iter().flat_map(|row| row.owed.clone()).collect::<Vec<_>>());
        picks(book, &five_among(book, owed, today), today)
    });
    let anyone = state.select(|book| book.people().next().is_some());
    view! {
        <Show when=move || anyone.get()>
            <section aria-labelledby="five">
                <header class="section-head">
                    <h2 id="five">"Five for this week"</h2>
                </header>
                <ul aria-labelledby="five">
                    {(0..FIVE)
                        .map(|at| {
                            let pick = memo(move || list.with(|list| list.get(at).cloned()));
                            view! {
                                <Show when=move || pick.with(Option::is_some)>
                                    <Proposal pick=pick />
                                </Show>
                            }
                        })
                        .views()}
                </ul>
                <Show when=move || list.with(Vec::is_empty)>
                    <p class="panel__foot">
                        "Nobody is left to propose this week. "
                        <a href=Route::of(Page::People).to_string()>"Rate the people you know"</a>
                        ", and those who matter come up here."
                    </p>
                </Show>
                <Census />
            </section>
        </Show>
    }
}

/// One place of the list: whoever stands there now. The buttons stay when the person is swapped, and so does the focus.
#[component]
fn Proposal(pick: Memo<Option<Pick>>) -> impl IntoView {
    let state = use_state();
    let stands = move || pick.get();
    let name = derived(move || stands().map(|pick| pick.name).unwrap_or_default());
    let icon = derived(move || match stands().map(|pick| pick.act) {
        Some(Act::Ask) => "ask",
        Some(Act::Talk) => "meet",
        _ => "mail",
    });
    let act = move |_| {
        if let Some(pick) = pick.get_untracked() {
            match pick.act {
                Act::Talk => state.open_dialog(Dialog::Log(Some(pick.person))),
                Act::Ask => state.open_dialog(Dialog::Write(pick.person, Id::parse(THE_ASK).ok())),
                Act::Write => super::begin(state, Some(pick.person)),
            }
        }
    };
    let another = move |_| {
        if let Some(pick) = pick.get_untracked() {
            let said = format!("{} can wait until next week.", pick.name);
            state.act_here(said, move |book, mint, today| Ok(swap(book, pick.person, today, mint)));
        }
    };
    view! {
        <li class="pick" data-row="true">
            <Avatar name=name client=derived(move || stands().is_some_and(|pick| pick.client)) />
            <div>
                <h3 class="pick__who">
                    <a href=move || stands().map(|pick| Route::of(Page::Person(pick.person)).to_string())>{name}</a>
                </h3>
                <p class="pick__why">{move || stands().map(|pick| pick.why)}</p>
            </div>
            <span class="pick__acts">
                <button
                    class="button button--icon button--plain"
                    type="button"
                    data-act="main"
                    aria-label=move || stands().map(|pick| format!("{}: {}", pick.button, pick.name))
                    title=move || stands().map(|pick| pick.button)
                    on:click=act
                >
                    <Icon name=icon />
                </button>
                <button
                    class="button button--icon button--plain"
                    type="button"
                    aria-label=move || format!("Someone else instead of {}", name.get())
                    title="Someone else this week"
                    on:click=another
                >
                    <Icon name="swap" />
                </button>
            </span>
        </li>
    }
}

#[component]
fn Census() -> impl IntoView {
    let state = use_state();
    let counts = state.select(counted);
    let not_told = state.select(untold);
    let likely = state.select(connectors);
    view! {
        <div class="panel__foot today__census">
            <Show
                when=move || !counts.with(Vec::is_empty)
                fallback=|| "Nobody in your book is a client yet. Give those who buy from you that role."
            >
                <p>"You have " {move || linked(counts.get())} "."</p>
            </Show>
            <Show when=move || !not_told.with(Vec::is_empty)>
                <p>"Not told yet " {move || linked(not_told.get())} "."</p>
            </Show>
            <Show when=Condition::from(move || !likely.with(Vec::is_empty))>
                <ul aria-label="Likely connectors">
                    <For each=move || likely.get() key=|(id, ..)| id.to_string() let:one>
                        <Connector one=one />
                    </For>
                </ul>
            </Show>
        </div>
    }
}

/// Numbers as links, with a comma between them.
fn linked(list: Vec<Counted>) -> AnyView {
    let link = |(at, counted): (usize, Counted)| {
        let to = |route: Route, (name, value): &(&str, &str)| route.filtered(name, value);
        let mut route = Route::of(Page::People);
        for set in counted.list {
            route = to(route, set);
        }
        view! {
            {if at > 0 { ", " } else { "" }}
            <a href=route.to_string()>
                {counted.text}
            </a>
        }
    };
    list.into_iter().enumerate().map(link).views()
}

#[component]
fn Connector(one: (PersonId, String, String)) -> impl IntoView {
    let state = use_state();
    let (id, name, why) = one;
    let label = format!("{name} is a connector");
    let said = format!("{label}.");
    view! {
        <li>
            <a href=Route::of(Page::Person(id)).to_string()>{name}</a>
            " " {why}
            " "
            <button class="button" type="button" aria-label=label on:click=move |_| give(state, id, &said)>
                "Yes"
            </button>
        </li>
    }
}

fn give(state: State, id: PersonId, said: &str) {
    state.act_here(said, move |book, _, _| book.give_role(id, Role::Connector));
}
