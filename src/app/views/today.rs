//! Today: what is owed, to whom and why, each with its words ready.

mod five;
mod goal;
mod row;
mod sheet;

pub use goal::GoalForm;

use crate::app::state::{State, use_state};
use crate::app::ui::empty::Empty;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{self, For, Show};
use crate::app::ui::signal::derived;
use five::Five;
use goal::Goal;
use kith::domain::id::PersonId;
use kith::message::reason::{lead, long_date};
use kith::route::{Dialog, Page, Route};
use kith::rules::duty::{Owed, Subject, When};
use kith::rules::today_rows::waiting;
use leptos::prelude::*;
use row::{OwedRow, WaitingRow};
use sheet::WeekSheet;

/// How many rows stand there at first: more than anybody answers in a day.
const PAGE: usize = 50;

/// What is owed today.
#[component]
pub fn Today() -> impl IntoView {
    let state = use_state();
    let rows = state.rows();
    let shown = RwSignal::new(PAGE);
    let people = move || rows.with(|rows| rows.iter().take(shown.get()).map(|row| row.person).collect());
    let more = move || rows.with(Vec::len) > shown.get();
    view! {
        <div class="page" data-paper="yes">
            <header class="page-head no-print">
                <div>
                    <p class="page-head__over">{move || long_date(state.today())}</p>
                    <h1>"Today"</h1>
                    <p class="page-head__lead">{move || rows.with(|rows| lead(rows, state.today()))}</p>
                </div>
            </header>
            <div class="columns today no-print">
                <div class="stack today__list">
                    <Show when=move || rows.with(Vec::is_empty)>
                        <NothingOwed />
                    </Show>
                    <ol class="today__owed" aria-label="Owed">
                        {list::rows(
                            people,
                            key,
                            move |place, person| view! { <OwedRow person=person place=place rows=rows /> },
                        )}
                    </ol>
                    <Show when=more>
                        <p class="row">
                            <button class="button" type="button" on:click=move |_| shown.update(|n| *n += 4 * PAGE)>
                                "Show more"
                            </button>
                            <span class="small faint">
                                {move || shown.get().to_string()} " of " {move || rows.with(Vec::len).to_string()}
                            </span>
                        </p>
                    </Show>
                    <PutOffRows />
                    <Show when=move || !rows.with(Vec::is_empty)>
                        <p class="row">
                            <button
                                class="button button--plain"
                                type="button"
                                on:click=move |_| state.hand_over_reminders()
                            >
                                <Icon name="event" small=true />
                                "Put these days in my calendar"
                            </button>
                            <button class="button button--plain" type="button" on:click=move |_| state.print()>
                                <Icon name="print" small=true />
                                "Print the week"
                            </button>
                        </p>
                    </Show>
                </div>
                <Goal />
                <Five />
            </div>
            <WeekSheet />
        </div>
    }
}

fn key(person: &Option<PersonId>) -> String {
    person.map(|id| id.to_string()).unwrap_or_default()
}

fn waiting_key(owed: &Owed) -> String {
    let (person, referral) =
        (owed.raised.person.map(|id| id.to_string()), owed.raised.referral.map(|id| id.to_string()));
    [person, referral, Some(owed.raised.duty.name().to_string()), Some(owed.due.to_string())]
        .map(Option::unwrap_or_default)
        .join(" ")
}

#[component]
fn NothingOwed() -> impl IntoView {
    let state = use_state();
    let nobody = state.select(|book| book.people().next().is_none());
    let text = move || {
        if nobody.get() {
            "Write down who sent you your last good client. What you owe them will stand here, on its day."
        } else {
            "Log a contact, or capture a referral while it is fresh. What it makes you owe will stand here, on its day."
        }
    };
    view! {
        <Empty title="You owe nobody a word" text=derived(move || text().to_string())>
            <p class="row">
                <a class="button button--primary" href=move || state.with_dialog(Dialog::Capture(None))>
                    <Icon name="plus" small=true />
                    "Write down a referral"
                </a>
                <Show when=move || nobody.get()>
                    <a class="button" href=Route::of(Page::Import).to_string()>
                        "Bring your contacts"
                    </a>
                </Show>
            </p>
        </Empty>
    }
}

/// What was put off to a later day, folded.
#[component]
fn PutOffRows() -> impl IntoView {
    let state = use_state();
    let list = state.select_on(waiting);
    view! {
        <Show when=move || !list.with(Vec::is_empty)>
            <details class="fold">
                <summary>{move || format!("Put off ({})", list.with(Vec::len))}</summary>
                <ul aria-label="Put off">
                    <For each=move || list.get() key=waiting_key let:one>
                        <WaitingRow owed=one />
                    </For>
                </ul>
            </details>
        </Show>
    }
}

/// The main act of a row: the ask is prepared on its page, every other word is written; the book itself is backed up.
pub fn begin(state: State, person: Option<PersonId>) {
    let asks = |owed: &Owed| owed.raised.duty.subject() == Subject::Ask;
    match person {
        None => state.go(Route::of(Page::Data)),
        Some(id) if state.owed_to(person).first().is_some_and(asks) => state.go(Route::of(Page::AskFor(id))),
        Some(id) => state.open_dialog(Dialog::Write(id, None)),
    }
}

/// The tone of a row.
pub fn tone(when: When) -> &'static str {
    match when {
        When::Late => "late",
        When::Today => "owed",
        When::Soon => "calm",
        When::Ripe => "news",
    }
}
