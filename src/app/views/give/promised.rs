//! What was promised: the next of it with its words, and the rest by day (R27, R66, R67).

use crate::app::state::{State, use_state};
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::menu::MenuItem;
use crate::app::ui::section::Section;
use crate::app::ui::signal::{Memo, derived, memo};
use crate::app::views::due_row::{DueRow, Main};
use kith::domain::book::Book;
use kith::domain::day::later;
use kith::domain::id::{GiveId, PersonId, PlanId};
use kith::domain::kind::Kind;
use kith::domain::person::Role;
use kith::message::duty::{button, done, reason, title};
use kith::message::giving::{day_mark, promise_kind, words_for};
use kith::route::{Dialog, Page, Route};
use kith::rules::duty::{Duty, Owed};
use kith::rules::promises::{kept, promises};
use kith::rules::settle::put_off;
use leptos::prelude::*;

/// A promise as it is told.
#[derive(Clone, PartialEq)]
struct Promise {
    owed: Owed,
    person: PersonId,
    name: String,
    client: bool,
    title: String,
    kind: (String, &'static str),
    why: String,
    words: String,
    when: (String, &'static str),
}

fn told(book: &Book, owed: Owed, today: chrono::NaiveDate) -> Promise {
    let person = owed.raised.person.unwrap_or_default();
    let known = book.person(person);
    let name = known.map(|p| p.name.to_string()).unwrap_or_default();
    Promise {
        person,
        client: known.is_some_and(|p| p.is(&Role::Client)),
        title: title(owed.raised.duty, &name),
        name,
        kind: promise_kind(book, &owed),
        why: reason(book, &owed, today),
        words: words_for(book, &owed),
        when: day_mark(owed.due, today),
        owed,
    }
}

fn key(one: &Promise) -> String {
    format!("{:?} {} {} {}", one.owed.raised.record, one.owed.due, one.why, one.when.0)
}

/// The next thing promised, and the rest.
#[component]
pub fn Promised() -> impl IntoView {
    let all: Memo<Vec<Promise>> = use_state()
        .select_on(|book, today| promises(book, today).into_iter().map(|owed| told(book, owed, today)).collect());
    let rest = memo(move || all.with(|all| all.iter().skip(1).cloned().collect::<Vec<_>>()));
    let first = memo(move || all.with(|all| all.first().cloned()));
    view! {
        {move || first.get().map(|one| view! { <First one=one /> }).views()}
        <Show
            when=move || all.with(Vec::is_empty)
            fallback=move || {
                view! {
                    <Show when=move || !rest.with(Vec::is_empty)>
                        <Section
                            id="promised"
                            title="Help you promised"
                            count=derived(move || rest.with(Vec::len))
                            nothing=""
                        >
                            <ol aria-labelledby="promised">
                                <For each=move || rest.get() key=key let:one>
                                    <PromiseRow one=one />
                                </For>
                            </ol>
                        </Section>
                    </Show>
                }
            }
        >
            <Section
                id="promised"
                title="Help you promised"
                count=0
                nothing="You have promised nothing that is not done. Ask somebody how you can help them."
            >
                ()
            </Section>
        </Show>
    }
}

#[component]
fn First(one: Promise) -> impl IntoView {
    let state = use_state();
    let Promise { owed, person, name, client, title, why, words, when, .. } = one;
    let (kept, later_on, settled) = (owed.clone(), owed.clone(), owed.raised.clone());
    view! {
        <section class="next" data-tone=when.1 aria-labelledby="give-next">
            <p class="next__label">
                <span>"Next"</span>
                <span class="mark">{when.0}</span>
            </p>
            <div class="next__who">
                <Avatar name=name.clone() client=client class="avatar--l" />
                <h2 class="next__what" id="give-next">
                    <a href=Route::of(Page::Person(person)).to_string()>{title}</a>
                </h2>
                <p class="next__why">{why}</p>
            </div>
            <blockquote class="next__words">
                <p>{words}</p>
            </blockquote>
            <div class="next__actions">
                <button
                    class="button button--primary"
                    type="button"
                    on:click=move |_| state.write_for(&settled)
                >
                    <Icon name="mail" small=true />
                    {button(owed.raised.duty)}
                </button>
                <button class="button button--plain" type="button" on:click=move |_| done_already(state, &kept)>
                    "Done already"
                </button>
                <button class="button button--plain" type="button" on:click=move |_| tomorrow(state, &later_on)>
                    "Tomorrow"
                </button>
            </div>
        </section>
    }
}

#[component]
fn PromiseRow(one: Promise) -> impl IntoView {
    let state = use_state();
    let Promise { owed, person, name, client, kind, why, when, .. } = one;
    let settled = owed.raised.clone();
    let run = Callback::new(move |()| state.write_for(&settled));
    let main = Main::of(button(owed.raised.duty).to_string(), &name, run);
    let menu = (menu_id(&owed), acts(state, &owed));
    view! { <DueRow person=person name=name client=client kind=kind why=why when=when main=main menu=menu /> }
}

fn menu_id(owed: &Owed) -> String {
    let record = owed.raised.record.map(|id| id.to_string()).unwrap_or_default();
    format!("promise-{record}-{}", owed.raised.due)
}

fn acts(state: State, owed: &Owed) -> Vec<MenuItem> {
    let item = |label: &str, icon, run: Callback<()>| MenuItem { label: label.into(), icon, act: "", run };
    let (kept, off) = (owed.clone(), owed.clone());
    let mut items = vec![
        item("Done already", "check", Callback::new(move |()| done_already(state, &kept))),
        item("Tomorrow", "clock", Callback::new(move |()| tomorrow(state, &off))),
    ];
    let Some(record) = owed.raised.record else { return items };
    if owed.raised.duty == Duty::Help {
        let edit = move |()| state.open_dialog(Dialog::Given(Some(GiveId(record)), None));
        let drop = move |()| {
            state.act_here("It is in the trash.", move |book, _, _| book.trash(&Kind::Give, record, true));
        };
        items.push(item("Edit…", "note", Callback::new(edit)));
        items.push(item("Put in the trash", "bin", Callback::new(drop)));
    } else {
        let open = move |()| state.go(Route::of(Page::Plan(PlanId(record))));
        items.push(item("Open the plan", "plan", Callback::new(open)));
    }
    items
}

fn done_already(state: State, owed: &Owed) {
    let said = state.peek(|book, today| done(book, &owed.raised, today));
    state.act_here(said, move |book, _, today| kept(book, owed, today));
}

fn tomorrow(state: State, owed: &Owed) {
    let owed = [owed.clone()];
    state.act_here("Put off until tomorrow.", move |_, mint, today| put_off(&owed, later(today, 1), today, mint));
}
