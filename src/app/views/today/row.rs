//! A row of Today: one person, why they are owed a word, the button that writes it, and the menu of other answers.

use super::{begin, tone};
use crate::app::state::{State, use_state};
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::For;
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::ui::signal::{Memo, derived, memo};
use kith::domain::day::later;
use kith::domain::id::PersonId;
use kith::domain::touch::TouchKind;
use kith::message::duty::{Telling, done, kind, telling};
use kith::message::reason::date;
use kith::route::{Dialog, Page, Route};
use kith::rules::duty::{Owed, When};
use kith::rules::settle::{self, SentMessage};
use kith::rules::today_rows::TodayRow;
use leptos::prelude::*;

/// One person's row; it looks itself up, because it may outlive what it tells.
#[component]
pub fn OwedRow(person: Option<PersonId>, place: ReadSignal<usize>, rows: Memo<Vec<TodayRow>>) -> impl IntoView {
    let state = use_state();
    // Its place is told a moment after the rows are, so it may be another's.
    let at = memo(move || {
        let (place, is_it) = (place.get(), |row: &TodayRow| row.person == person);
        rows.with(|rows| if rows.get(place).is_some_and(is_it) { Some(place) } else { rows.iter().position(is_it) })
    });
    let row = memo(move || rows.with(|rows| rows.get(at.get()?).cloned()));
    let told = state.select_on(move |book, today| {
        row.with(|row| row.as_ref().map(|row| telling(book, row, today))).unwrap_or_default()
    });
    let when = memo(move || row.with(|row| row.as_ref().map_or(When::Soon, TodayRow::when)));
    let first = memo(move || at.get() == Some(0) && !matches!(when.get(), When::Soon | When::Ripe));
    let heading = memo(move || rows.with(|rows| heading(rows, at.get()?)));
    view! {
        <li
            class=move || if first.get() { "today__first" } else { "today__row" }
            data-row="true"
            data-due=move || when.get().name()
            data-heading=move || heading.get()
        >
            {move || {
                if first.get() {
                    view! { <FirstRow person=person told=told when=when /> }.into_any()
                } else {
                    view! { <PlainRow person=person told=told when=when /> }.into_any()
                }
            }}
        </li>
    }
}

/// The heading above the first row of each group after the very first.
fn heading(rows: &[TodayRow], at: usize) -> Option<&'static str> {
    let when = rows.get(at)?.when();
    let before = at.checked_sub(1).and_then(|at| rows.get(at)).map(TodayRow::when);
    match (when, before) {
        (When::Late, None) | (When::Today, None) => None,
        (when, Some(before)) if when == before && at > 1 => None,
        (When::Late, _) => Some("Late"),
        (When::Today, _) => Some("Due today"),
        (When::Soon, _) => Some("Soon"),
        (When::Ripe, _) => Some("Good to ask"),
    }
}

#[component]
fn FirstRow(person: Option<PersonId>, told: Memo<Telling>, when: Memo<When>) -> impl IntoView {
    view! {
        <div class="next" data-tone=move || tone(when.get())>
            <p class="next__label">
                <span>"Start here"</span>
                <span class="mark">{move || told.get().when}</span>
            </p>
            <div class="next__who">
                <Face person=person large=true />
                <h2 class="next__what">
                    <Who person=person text=derived(move || told.get().title) />
                </h2>
                <For each=move || told.get().why key=String::clone let:why>
                    <p class="next__why">{why}</p>
                </For>
            </div>
            <div class="next__actions">
                <MainButton person=person told=told primary=true />
                <More person=person />
            </div>
        </div>
    }
}

#[component]
fn PlainRow(person: Option<PersonId>, told: Memo<Telling>, when: Memo<When>) -> impl IntoView {
    let name = use_state().select(move |book| {
        person.and_then(|id| book.person(id)).map_or_else(|| "Your book".to_string(), |p| p.name.to_string())
    });
    view! {
        <div class="due-row">
            <Face person=person large=false />
            <div class="due-row__text">
                <h3 class="due-row__who">
                    <Who person=person text=name />
                    " "
                    <span class="due-row__kind">
                        <Icon name=derived(move || told.get().icon) />
                        {move || told.get().kind}
                    </span>
                </h3>
                <For each=move || told.get().why key=String::clone let:why>
                    <p class="due-row__why">{why}</p>
                </For>
            </div>
            <span class="due-row__when mark" data-tone=move || tone(when.get())>
                {move || told.get().when}
            </span>
            <div class="due-row__do">
                <MainButton person=person told=told primary=false />
                <More person=person />
            </div>
        </div>
    }
}

#[component]
fn Face(person: Option<PersonId>, large: bool) -> impl IntoView {
    let person = use_state().select(move |book| {
        let person = person.and_then(|id| book.person(id));
        person.map_or((String::new(), false), |p| (p.name.to_string(), p.is(&kith::domain::person::Role::Client)))
    });
    let class = if large { "avatar--l" } else { "due-row__face" };
    view! { <Avatar name=derived(move || person.get().0) client=derived(move || person.get().1) class=class /> }
}

#[component]
fn Who(person: Option<PersonId>, #[prop(into)] text: Signal<String>) -> impl IntoView {
    let page = person.map_or(Page::Data, Page::Person);
    view! { <a href=Route::of(page).to_string()>{text}</a> }
}

#[component]
fn MainButton(person: Option<PersonId>, told: Memo<Telling>, primary: bool) -> impl IntoView {
    let state = use_state();
    let class = if primary { "button button--primary" } else { "button" };
    view! {
        <button class=class type="button" data-act="main" on:click=move |_| begin(state, person)>
            {move || told.get().button}
        </button>
    }
}

#[component]
fn More(person: Option<PersonId>) -> impl IntoView {
    let state = use_state();
    let name = state.select(move |book| {
        let name = person.and_then(|id| book.person(id)).map(|p| p.name.to_string());
        format!("More for {}", name.unwrap_or_else(|| "your book".to_string()))
    });
    let id = format!("more-{}", person.map(|id| id.to_string()).unwrap_or_default());
    let item = |label: &str, icon, act, run: Callback<()>| MenuItem { label: label.into(), icon, act, run };
    let tomorrow = Callback::new(move |()| tomorrow(state, person));
    let another = Callback::new(move |()| state.open_dialog(Dialog::PutOff(person)));
    let mut items = vec![item("Tomorrow", "clock", "tomorrow", tomorrow), item("Another day…", "event", "", another)];
    if let Some(person) = person {
        let done = Callback::new(move |()| done_already(state, person));
        let drop = Callback::new(move |()| state.open_dialog(Dialog::Drop(person)));
        items.insert(0, item("Done already", "check", "done", done));
        items.push(item("Not owed, because…", "close", "", drop));
    }
    view! { <Menu id=id label=name items=items /> }
}

/// The strongest duty of the row was done outside the app, and so were the others of its day: they are settled as of
/// today. What is only due soon stays.
fn done_already(state: State, person: PersonId) {
    let owed = state.owed_to(Some(person));
    let said = state.peek(|book, today| owed.first().map(|owed| done(book, &owed.raised, today)));
    let now = settle::chosen(settle::proposed(owed));
    state.act_here(said.unwrap_or_default(), move |book, mint, today| {
        let sent = SentMessage { kind: TouchKind::Call, on: today, text: String::new() };
        Ok(settle::done(book, person, &now, &sent, mint))
    });
}

fn tomorrow(state: State, person: Option<PersonId>) {
    let owed = state.owed_to(person);
    state.act_here("Put off until tomorrow.", move |_, mint, today| {
        settle::put_off(&owed, later(today, 1), today, mint)
    });
}

/// A duty put off, with the way back.
#[component]
pub fn WaitingRow(owed: Owed) -> impl IntoView {
    let state = use_state();
    let (person, duty, due) = (owed.raised.person, owed.raised.duty, owed.due);
    let until = state.select_on(move |_, today| format!("Put off until {}", date(due, today)));
    let name = state.select(move |book| {
        person.and_then(|id| book.person(id)).map_or_else(|| "Your book".to_string(), |p| p.name.to_string())
    });
    let back = move |_| {
        let owed = owed.clone();
        state.act_here("Back on the list.", move |book, _, _| Ok(settle::brought_back(book, &owed)));
    };
    view! {
        <li class="due-row">
            <Face person=person large=false />
            <div class="due-row__text">
                <h3 class="due-row__who">
                    <Who person=person text=name />
                    " "
                    <span class="due-row__kind">{kind(duty)}</span>
                </h3>
                <p class="due-row__why">{move || until.get()}</p>
            </div>
            <div class="due-row__do">
                <button class="button" type="button" on:click=back>
                    "Bring back"
                </button>
            </div>
        </li>
    }
}
