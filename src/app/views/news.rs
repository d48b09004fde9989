//! News to many: the issues with who has them, and the lists they go to (R70).

pub mod form;
mod issue;
mod list;
mod lists;

use super::events_header::EventsHeader;
use crate::app::state::use_state;
use crate::app::ui::empty::Empty;
use crate::app::ui::field::Segments;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use issue::Issue;
use kith::domain::kind::Kind;
use kith::message::news::{Between as Separator, rhythm};
use kith::message::trash::{Thrown, thrown};
use kith::route::{Dialog, Page, Playbook, Route};
use kith::rules::news::issues;
use leptos::prelude::*;
use list::ListPage;
use lists::Lists;

/// News: one list where the address names it, else the issues.
#[component]
pub fn NewsPage() -> impl IntoView {
    let list = use_state().of_route(|route| route.asked("list").to_string());
    let page = move || match list.get() {
        list if list.is_empty() => view! { <Overview /> }.into_any(),
        list => view! { <ListPage list=list /> }.into_any(),
    };
    view! { {page} }
}

#[component]
fn Overview() -> impl IntoView {
    let state = use_state();
    let lead = "Keep those who speak for you in the picture: write once, send it to many, and see who has it.";
    view! {
        <div class="page">
            <EventsHeader part=Page::News lead=lead>
                <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Issue(None))>
                    <Icon name="plus" small=true />
                    "Log some news"
                </button>
            </EventsHeader>
            <div class="columns">
                <div class="stack">
                    <Issues />
                    <InTheTrash />
                </div>
                <div class="stack">
                    <Lists />
                    <Next />
                    <Between />
                </div>
            </div>
        </div>
    }
}

#[component]
fn Issues() -> impl IntoView {
    let ids = use_state().select(issues);
    view! {
        <section aria-labelledby="issues">
            <header class="section-head">
                <h2 id="issues">"What you sent"</h2>
                <span class="count">{move || ids.with(Vec::len)}</span>
            </header>
            <Show when=move || ids.with(Vec::is_empty)>
                <Empty
                    title="No news yet"
                    text="A page you wrote, an article, a letter: put those who like to hear from you on a list, log what you send, and paste their addresses as BCC."
                />
            </Show>
            <ul aria-label="What you sent">
                <For each=move || ids.get() key=|id| id.to_string() let:id>
                    <Issue id=id />
                </For>
            </ul>
        </section>
    }
}

/// Issues that were thrown away, and can be put back.
#[component]
fn InTheTrash() -> impl IntoView {
    let state = use_state();
    let all = state.select(|book| thrown(book, &Kind::Communication));
    let row = move |Thrown { id, name, .. }: Thrown| {
        let (label, said) = (format!("Put back: {name}"), format!("{name} is back."));
        let back = move |_| {
            state.act_here(said.clone(), move |book, _, _| book.trash(&Kind::Communication, id, false));
        };
        view! {
            <li class="data__row">
                <span class="name">{name}</span>
                <button
                    class="button button--plain"
                    type="button"
                    aria-label=label
                    on:click=back
                >
                    "Put back"
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <details class="fold">
                <summary>
                    <Icon name="right" small=true />
                    "In the trash "
                    <span class="count">{move || all.with(Vec::len)}</span>
                </summary>
                <ul aria-label="In the trash">{move || all.get().into_iter().map(row).views()}</ul>
            </details>
        </Show>
    }
}

/// What stands between the addresses that are copied: mail programs differ.
#[component]
fn Between() -> impl IntoView {
    let state = use_state();
    let value = state.of_route(|route| Separator::of_address(route.asked("between")).address().to_string());
    let options = Separator::ALL.map(|one| (one.address().to_string(), one.label().to_string())).to_vec();
    let choose = move |chosen: String| state.go_instead(state.peek_route().filtered("between", &chosen));
    view! {
        <section aria-labelledby="addresses">
            <header class="section-head">
                <h2 id="addresses">"Addresses"</h2>
            </header>
            <div class="events__news">
                <Segments label="Between them" name="between" value=value on_change=choose options=options />
                <p class="small faint">
                    "Paste them as BCC, so that nobody sees the others. News keeps people warm; it does not count towards five a week."
                </p>
            </div>
        </section>
    }
}

/// When the next would be due, and what it could begin with.
#[component]
fn Next() -> impl IntoView {
    let said = use_state().select_on(rhythm);
    view! {
        <section aria-labelledby="next-news">
            <header class="section-head">
                <h2 id="next-news">"Next news"</h2>
            </header>
            <div class="events__news">
                <p class="small quiet">{move || said.get()}</p>
                <p class="row">
                    <a class="button" href=Route::of(Page::Words(Playbook::Stories)).to_string()>
                        <Icon name="words" small=true />
                        "Begin with a story"
                    </a>
                </p>
            </div>
        </section>
    }
}
