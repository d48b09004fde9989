//! Your data: backups, room, what came in, what was thrown away, and the choices of the person.

mod choices;
mod device;
mod trash;

use crate::app::state::{Report, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::derived;
use crate::app::views::import::{ChooseFile, SaveReport, SaveRest};
pub use choices::CHOICES;
use choices::Choices;
use device::{Room, Safety};
use kith::message::reason::{ago, count};
use kith::route::{Page, Route};
use leptos::prelude::*;
use trash::Trash;

/// Your data.
#[component]
pub fn Data() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead
                title="Your data"
                lead=|| "The book lives in this browser on this device and nowhere else. A backup file is the only copy that survives losing it."
            />
            <div class="columns">
                <div class="stack data">
                    <Backup />
                    <section class="stack data__part" aria-labelledby="bring">
                        <header class="section-head">
                            <h2 id="bring">"Bring something in"</h2>
                        </header>
                        <ChooseFile />
                        <p class="small">
                            <a href=Route::of(Page::Twice).to_string()>"Look for people written twice"</a>
                            ", and make one of them."
                        </p>
                    </section>
                    <Out />
                    <Imports />
                    <Reminders />
                    <Choices />
                    <Trash />
                </div>
                <aside class="stack" aria-label="This device">
                    <Room />
                    <Safety />
                </aside>
            </div>
        </div>
    }
}

/// The age of the last backup, and the next one.
#[component]
fn Backup() -> impl IntoView {
    let state = use_state();
    let last = state.select_on(|book, today| {
        let day = book.setting("backup").and_then(|setting| setting.on);
        day.map(|day| ago(day, today))
    });
    let since = state.select(|book| book.changes_since_backup);
    let tone = derived(move || if since.get() > 0 { "owed" } else { "done" });
    let changes = move || match (since.get(), last.with(Option::is_some)) {
        (0, true) => "Nothing has changed since".to_string(),
        (0, false) => "Nothing to lose yet".to_string(),
        (n, true) => format!("{} since", count(n, "change")),
        (n, false) => format!("{} not backed up", count(n, "change")),
    };
    let title = move || match last.get() {
        Some(ago) => format!("Backed up {ago}"),
        None => "Never backed up".to_string(),
    };
    view! {
        <section class="next" data-tone=tone aria-labelledby="backup-title">
            <p class="next__label">
                <span>"Last backup"</span>
                <span class="mark">{move || changes()}</span>
            </p>
            <div>
                <h2 class="next__what" id="backup-title">
                    {move || title()}
                </h2>
                <p class="next__why">
                    "Everything goes into one file, which is read back and compared before you get it. Keep it where this device’s loss does not reach it."
                </p>
            </div>
            <div class="next__actions">
                <button class="button button--primary" type="button" on:click=move |_| state.back_up()>
                    <Icon name="download" small=true />
                    "Back up now"
                </button>
            </div>
        </section>
    }
}

/// What is owed, for a calendar (B3).
#[component]
fn Reminders() -> impl IntoView {
    let state = use_state();
    view! {
        <section class="stack data__part" aria-labelledby="reminders">
            <header class="section-head">
                <h2 id="reminders">"Reminders in your calendar"</h2>
            </header>
            <p class="small quiet">
                "What is late, due today or in the next seven days, as a calendar file with an alarm at nine on each day. Taken in again, the entries change and are not doubled. Of confidential referrals it says nothing."
            </p>
            <p class="row">
                <button class="button" type="button" on:click=move |_| state.hand_over_reminders()>
                    <Icon name="download" small=true />
                    "Download the reminders"
                </button>
            </p>
        </section>
    }
}

/// Where everything that can be taken along is.
#[component]
fn Out() -> impl IntoView {
    view! {
        <section class="stack data__part" aria-labelledby="out">
            <header class="section-head">
                <h2 id="out">"Take something out"</h2>
            </header>
            <p class="small quiet">
                "People as vCards or a table, referrals, contacts, what is owed, the tree, paper: in files that other programs read."
            </p>
            <p class="row">
                <a class="button" href=Route::of(Page::Export).to_string()>
                    <Icon name="upload" small=true />
                    "Choose what to take"
                </a>
            </p>
        </section>
    }
}

/// What came in and can be taken back.
#[component]
fn Imports() -> impl IntoView {
    let state = use_state();
    let imports = state.imports();
    let row = move |(number, report): (usize, Report)| {
        let other = (number > 0).then(|| format!("Take back: {}", report.said));
        let (reports, of) = (vec![report.clone()], (number > 0).then(|| report.said.clone()));
        view! {
            <li class="data__end">
                <span>{report.said.clone()}</span>
                <span class="row">
                    <SaveReport reports=reports of=of is_listed=true />
                    <SaveRest rest=report.rest() is_listed=true />
                    <button
                        class="button button--plain"
                        type="button"
                        aria-label=other
                        on:click=move |_| state.take_back(&report)
                    >
                        {if number > 0 { "Take back" } else { "Undo this import" }}
                    </button>
                </span>
            </li>
        }
    };
    view! {
        <Show when=move || !imports.with(Vec::is_empty)>
            <section aria-labelledby="imports">
                <header class="section-head">
                    <h2 id="imports">"What came in"</h2>
                </header>
                <ul>{move || imports.get().into_iter().enumerate().map(row).views()}</ul>
            </section>
        </Show>
    }
}
