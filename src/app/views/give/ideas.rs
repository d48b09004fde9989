//! Something for one who gave more than they got: what could be done, and why (R66).

use super::pairs::begin;
use crate::app::state::{State, use_state};
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::signal::{Memo, memo};
use kith::domain::id::{Id, PersonId};
use kith::message::giving::{between, idea};
use kith::route::Dialog;
use kith::rules::balance::Since;
use kith::rules::duty::help;
use kith::rules::ideas::{Idea, for_whom, ideas};
use kith::rules::introductions::Meetings;
use kith::rules::today_rows::THE_NEED;
use leptos::prelude::*;

/// What could be done for the one asked for, or for the first of those who gave far more than they got.
#[component]
pub fn Ideas(since: Memo<Since>, meetings: Memo<Meetings>) -> impl IntoView {
    let state = use_state();
    let asked = state.of_route(|route| route.asked("for").parse::<PersonId>().ok());
    let whom = memo(move || {
        let (asked, since, today) = (asked.get(), since.get(), state.today());
        state.select_now(|book| for_whom(book, asked, since, today))
    });
    let one = memo(move || whom.get().map(|(one, _)| one));
    let told = memo(move || {
        let (today, since) = (state.today(), since.get());
        let Some(one) = one.get() else { return (String::new(), String::new(), Vec::new()) };
        state.select_now(|book| {
            let list = meetings.with(|all| ideas(book, one, all, today));
            let list = list.into_iter().map(|each| (idea(book, one, &each, today), each)).collect::<Vec<_>>();
            let name = book.person(one).map(|p| p.name.first().to_string()).unwrap_or_default();
            (name, between(book, one, since, today), list)
        })
    });
    let next = memo(move || {
        let (_, next) = whom.get()?;
        let name = state.select_now(|book| book.person(next?).map(|p| p.name.first().to_string()));
        Some((next?, name?))
    });
    let after = move |(id, name): (PersonId, String)| {
        let to = state.of_route(move |route| route.filtered("for", &id.to_string()).to_string());
        view! {
            " "
            <a href=to.signal()>"Next: " {name}</a>
        }
    };
    view! {
        <Show when=move || one.get().is_some()>
            <section class="panel" aria-labelledby="ideas">
                <header class="panel__head">
                    <h2 id="ideas">{move || told.with(|told| format!("Something for {}", told.0))}</h2>
                </header>
                <ul aria-labelledby="ideas">
                    <For each=move || told.get().2 key=|one| format!("{one:?}") let:each>
                        <OneIdea person=one words=each.0 idea=each.1 />
                    </For>
                </ul>
                <p class="panel__foot">
                    {move || told.with(|told| told.1.clone())} {move || next.get().map(after).views()}
                </p>
            </section>
        </Show>
    }
}

#[component]
fn OneIdea(person: Memo<Option<PersonId>>, words: (String, String), idea: Idea) -> impl IntoView {
    let state = use_state();
    let take = move |_| {
        if let Some(person) = person.get_untracked() {
            take_up(state, person, &idea);
        }
    };
    view! {
        <li>
            <button class="give-idea" type="button" on:click=take>
                {words.0}
                <span class="check__note">{words.1}</span>
            </button>
        </li>
    }
}

/// Goes where the idea is carried out.
fn take_up(state: State, person: PersonId, idea: &Idea) {
    match idea {
        Idea::Keep(give) => {
            let help = state.peek(|book, _| book.give(*give).and_then(help));
            help.iter().for_each(|raised| state.write_for(raised));
        }
        Idea::GoOn(id) => state.open_dialog(Dialog::Introduce(*id)),
        Idea::Meet(proposal) => begin(state, proposal),
        Idea::Find(wish) => state.open_dialog(Dialog::Given(wish.give, None)),
        Idea::Testimonial => state.open_dialog(Dialog::Given(None, Some(person))),
        Idea::Invite(event) => state.open_dialog(Dialog::Write(person, Some(event.0))),
        Idea::AskWhatTheyNeed => state.open_dialog(Dialog::Write(person, Id::parse(THE_NEED).ok())),
    }
}
