//! One issue: when it went to how many, the addresses of those who do not have it, and who is left out (R70).

use crate::app::state::{State, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{Memo, memo};
use kith::domain::id::CommunicationId;
use kith::domain::kind::Kind;
use kith::message::news::{Between, IssueWords, blocks, issue};
use kith::message::reason::{count, number};
use kith::route::Dialog;
use kith::rules::news::{sent, still_to_send};
use leptos::prelude::*;

/// An issue: a line, and all of it on opening. One that waits to be sent stands open.
#[component]
pub fn Issue(id: CommunicationId) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| issue(book, id, today));
    let open = told.with_untracked(|told| !told.is_sent);
    let text = move || told.with(|told| told.text.clone());
    let link = move || {
        let link = told.with(|told| told.link.clone());
        link.map(|link| {
            let href = link.href().to_string();
            view! {
                <p>
                    <a href=href target="_blank" rel="noopener noreferrer">
                        {link.shown()}
                    </a>
                </p>
            }
        })
    };
    view! {
        <li>
            <details class="entry" open=open>
                <summary class="entry__head">
                    <Icon name="right" small=true />
                    <span>
                        <span class="entry__title">{move || told.with(|told| told.name.clone())}</span>
                        <span class="entry__sum">{move || told.with(|told| told.line.clone())}</span>
                    </span>
                    <span class="tag" data-tone=move || told.with(|told| told.tag.0)>
                        {move || told.with(|told| told.tag.1)}
                    </span>
                </summary>
                <div class="entry__body">
                    <p class="entry__text">{text}</p>
                    {move || link().views()}
                    <HaveIt told=told />
                    <Show when=move || told.with(|told| told.waiting != 0)>
                        <Addresses id=id told=told />
                    </Show>
                    <LeftOut told=told />
                    <Went told=told />
                    <Acts id=id told=told />
                </div>
            </details>
        </li>
    }
}

#[component]
fn HaveIt(told: Memo<IssueWords>) -> impl IntoView {
    view! {
        <div class="meter">
            <span>"Have it"</span>
            <span class="meter__value">
                {move || told.with(|told| format!("{} of {}", number(told.have.0), number(told.have.1)))}
            </span>
            <div class="meter__bar">
                <span class="meter__part" style=("--part", move || told.with(|told| told.percent.to_string()))></span>
            </div>
        </div>
    }
}

/// The addresses of those who do not have it, in blocks, and the press that says that it went out.
#[component]
fn Addresses(id: CommunicationId, told: Memo<IssueWords>) -> impl IntoView {
    let state = use_state();
    let between = state.of_route(|route| Between::of_address(route.asked("between")));
    let all = memo(move || {
        let between = between.get();
        state.select_now(|book| blocks(&still_to_send(book, id), between))
    });
    let block = move |(label, addresses): (String, String)| {
        view! {
            <button class="button" type="button" on:click=move |_| state.copy(addresses.clone())>
                <Icon name="copy" small=true />
                {label}
            </button>
        }
    };
    let called = move || told.with(|told| format!("I sent it: {}", told.name));
    view! {
        <p class="row">
            {move || all.get().into_iter().map(block).views()}
            <button
                class="button button--plain"
                type="button"
                aria-label=called
                on:click=move |_| went_out(state, id)
            >
                <Icon name="check" small=true />
                "I sent it"
            </button>
        </p>
    }
}

fn went_out(state: State, id: CommunicationId) {
    let people = state.peek(|book, _| count(still_to_send(book, id).to.len(), "person"));
    state.act_here(format!("Sent to {people}. Each has it in what has passed."), move |book, mint, today| {
        sent(book, id, today, mint)
    });
}

/// Who is on the list and not written to, by the reason.
#[component]
fn LeftOut(told: Memo<IssueWords>) -> impl IntoView {
    let row = |(why, names): (&'static str, String)| {
        view! {
            <dt>{why}</dt>
            <dd>{names}</dd>
        }
    };
    view! {
        <Show when=move || told.with(|told| !told.left_out.is_empty())>
            <section class="news__left">
                <h3 class="small">"Left out"</h3>
                <dl class="facts">
                    {move || told.with(|told| told.left_out.clone()).into_iter().map(row).views()}
                </dl>
            </section>
        </Show>
    }
}

/// Who has it, each time it went out.
#[component]
fn Went(told: Memo<IssueWords>) -> impl IntoView {
    let row = |(on, names): (String, String)| {
        view! {
            <dt>{on}</dt>
            <dd>{names}</dd>
        }
    };
    view! {
        <Show when=move || told.with(|told| told.is_sent)>
            <details class="fold">
                <summary>
                    <Icon name="right" small=true />
                    "Who has it"
                </summary>
                <dl class="facts">{move || told.with(|told| told.went.clone()).into_iter().map(row).views()}</dl>
            </details>
        </Show>
    }
}

#[component]
fn Acts(id: CommunicationId, told: Memo<IssueWords>) -> impl IntoView {
    let state = use_state();
    let called = move |act: &'static str| move || told.with(|told| format!("{act}: {}", told.name));
    let throw = move |_| {
        let said = told.with_untracked(|told| format!("{} is in the trash.", told.name));
        state.act_here(said, move |book, _, _| book.trash(&Kind::Communication, id.0, true));
    };
    let copy = move |_| state.copy(told.with_untracked(|told| told.text.clone()));
    view! {
        <p class="row">
            <button
                class="button"
                type="button"
                aria-label=called("Edit")
                on:click=move |_| state.open_dialog(Dialog::Issue(Some(id)))
            >
                <Icon name="note" small=true />
                "Edit"
            </button>
            <Show when=move || told.with(|told| !told.text.is_empty())>
                <button class="button" type="button" aria-label=called("Copy the words") on:click=copy>
                    <Icon name="copy" small=true />
                    "Copy the words"
                </button>
            </Show>
            <button
                class="button button--plain"
                type="button"
                aria-label=called("Put in the trash")
                on:click=throw
            >
                <Icon name="bin" small=true />
                "Put in the trash"
            </button>
        </p>
    }
}
