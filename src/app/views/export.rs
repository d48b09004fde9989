//! Every way out of the book: the backup, people, tables, the calendar, the tree, and paper.

use crate::app::state::{ExportFormat, List, State, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::page_head::PageHead;
use kith::route::{Page, Playbook, Route};
use kith::rules::lists::{PeopleFilter, ReferralFilter};
use leptos::prelude::*;

/// A file that goes out by one press: its icon, what the button says, and what goes.
type ExportButton = (&'static str, &'static str, fn(State));

const PEOPLE: [ExportButton; 3] = [
    ("people", "Everyone, as vCard 3.0", |state| hand_over(state, &everyone(), ExportFormat::VCard3)),
    ("people", "Everyone, as vCard 4.0", |state| hand_over(state, &everyone(), ExportFormat::VCard4)),
    ("people", "Everyone, as a table (CSV)", |state| hand_over(state, &everyone(), ExportFormat::Csv)),
];
const TABLES: [ExportButton; 4] = [
    ("referral", "Referrals, as a table (CSV)", |state| hand_over(state, &referrals(), ExportFormat::Csv)),
    ("text", "Contacts you had, as a table (CSV)", |state| hand_over(state, &List::Touches, ExportFormat::Csv)),
    ("today", "What is owed, as a table (CSV)", |state| hand_over(state, &List::Owed, ExportFormat::Csv)),
    ("event", "What is owed, for your calendar", State::hand_over_reminders),
];

/// Every way out of the book.
#[component]
pub fn Export() -> impl IntoView {
    view! {
        <div class="page">
            <PageHead
                over=(Route::of(Page::Data).to_string(), "Your data")
                title="Take it with you"
                lead=|| "It is your book: all of it, or any list, in files that other programs read."
            />
            <div class="stack data">
                <Everything />
                <Files
                    id="people-out"
                    title="People"
                    files=&PEOPLE
                    note="Brought back into Kith, each comes as they went: roles, rating, what they love, how to reach them."
                />
                <Files
                    id="tables-out"
                    title="Referrals, contacts, what is owed"
                    files=&TABLES
                    note="A table opens in any spreadsheet. The calendar takes what is late, due or soon, with an alarm at nine."
                />
                <OneList />
                <Paper />
            </div>
        </div>
    }
}

fn hand_over(state: State, list: &List, form: ExportFormat) {
    state.hand_over_list(list, form);
}

fn everyone() -> List {
    List::People(PeopleFilter::default())
}

fn referrals() -> List {
    List::Referrals(ReferralFilter::All, String::new())
}

/// The whole book, which alone keeps what is confidential.
#[component]
fn Everything() -> impl IntoView {
    let state = use_state();
    view! {
        <section class="stack data__part" aria-labelledby="everything-out">
            <header class="section-head">
                <h2 id="everything-out">"Everything"</h2>
            </header>
            <p>
                "The backup is the whole book in one file, what is confidential included. Another device takes it in. The files below may be handed on, so they leave out whoever came to you in confidence, and what is confidential of a referral."
            </p>
            <p class="row">
                <button class="button button--primary" type="button" on:click=move |_| state.back_up()>
                    <Icon name="download" small=true />
                    "Back up now"
                </button>
            </p>
        </section>
    }
}

/// Files that go out by one press each.
#[component]
fn Files(id: &'static str, title: &'static str, files: &'static [ExportButton], note: &'static str) -> impl IntoView {
    let state = use_state();
    let file = move |(icon, label, take): &ExportButton| {
        let take = *take;
        view! {
            <li>
                <button class="button button--wide" type="button" on:click=move |_| take(state)>
                    <Icon name=*icon small=true />
                    {*label}
                </button>
            </li>
        }
    };
    view! {
        <section class="stack data__part" aria-labelledby=id>
            <header class="section-head">
                <h2 id=id>{title}</h2>
            </header>
            <ul class="data__exports">{files.iter().map(file).views()}</ul>
            <p class="small quiet">{note}</p>
        </section>
    }
}

/// Where a list as it is filtered goes out.
#[component]
fn OneList() -> impl IntoView {
    view! {
        <section class="stack data__part" aria-labelledby="list-out">
            <header class="section-head">
                <h2 id="list-out">"Any list, as you filter it"</h2>
            </header>
            <p>
                "Filter it where it stands, then choose “Take this list with you…”: "
                <Links
                    pages=vec![
                        ("People", Page::People),
                        ("The Hundred", Page::Hundred),
                        ("Referrals", Page::Referrals),
                        ("The holding pool", Page::Pool),
                    ]
                />
            </p>
        </section>
    }
}

/// What goes on paper, and the tree.
#[component]
fn Paper() -> impl IntoView {
    view! {
        <section class="stack data__part" aria-labelledby="paper-out">
            <header class="section-head">
                <h2 id="paper-out">"On paper, or as a drawing"</h2>
            </header>
            <p>
                "Each has a button of its own that prints it: "
                <Links
                    pages=vec![
                        ("The week", Page::Today),
                        ("The Hundred", Page::Hundred),
                        ("The tree, also as a drawing", Page::Tree(None)),
                        ("The ask card", Page::Words(Playbook::Card)),
                    ]
                />
            </p>
        </section>
    }
}

/// Pages in a row.
#[component]
fn Links(pages: Vec<(&'static str, Page)>) -> impl IntoView {
    let last = pages.len().saturating_sub(1);
    let link = move |(place, (label, page)): (usize, (&'static str, Page))| {
        view! {
            <a href=Route::of(page).to_string()>{label}</a>
            {if place == last { "." } else { ", " }}
        }
    };
    view! { <span>{pages.into_iter().enumerate().map(link).views()}</span> }
}
