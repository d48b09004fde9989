//! Your words: whom you mean, what you did for people like them, how you say it, and the card you leave.

mod card;
mod entries;
mod forms;
mod story;
mod told;
mod waiting;

use crate::app::state::use_state;
use crate::app::ui::list::Views;
use card::Card;
use entries::{BuiltIn, Entries, InTheTrash};
pub use forms::{ClientForm, ResultForm, ScriptForm, Sheet};
use kith::domain::kind::Kind;
use kith::message::playbook::listed;
use kith::route::{Page, Playbook, Route};
use leptos::prelude::*;
pub use story::StoryForm;
use told::Told;

/// Your words: one of their parts.
#[component]
pub fn Words(part: Playbook) -> impl IntoView {
    view! {
        <div class="page" data-paper=(part == Playbook::Card).then_some("yes")>
            <header class="page-head no-print">
                <div>
                    <h1>"Your words"</h1>
                    <p class="page-head__lead">
                        "Whom you mean, what you did for people like them, and how you say it. Every message draws on these."
                    </p>
                </div>
            </header>
            <nav class="chips words-parts no-print" aria-label="Your words">
                {Playbook::ALL.map(|one| view! { <Part one=one part=part /> }).views()}
            </nav>
            {match kind(part) {
                None => view! { <Card /> }.into_any(),
                Some(kind) => view! { <Kept part=part kind=kind /> }.into_any(),
            }}
        </div>
    }
}

/// The kind of record a part is made of; the card is made of the others.
fn kind(part: Playbook) -> Option<Kind> {
    match part {
        Playbook::Clients => Some(Kind::IdealClient),
        Playbook::Results => Some(Kind::Result),
        Playbook::Scripts => Some(Kind::Script),
        Playbook::Stories => Some(Kind::Story),
        Playbook::Card => None,
    }
}

fn name(part: Playbook) -> &'static str {
    match part {
        Playbook::Clients => "Ideal clients",
        Playbook::Results => "Results",
        Playbook::Scripts => "Scripts",
        Playbook::Stories => "Stories",
        Playbook::Card => "My card",
    }
}

#[component]
fn Part(one: Playbook, part: Playbook) -> impl IntoView {
    let count = use_state().select(move |book| kind(one).map(|kind| listed(book, &kind, false).len()));
    let counted = |count: usize| view! { <span class="count">{count}</span> };
    view! {
        <a class="chip" href=Route::of(Page::Words(one)).to_string() aria-current=(one == part).then_some("true")>
            {name(one)}
            " "
            {move || count.get().map(counted).views()}
        </a>
    }
}

#[component]
fn Kept(part: Playbook, kind: Kind) -> impl IntoView {
    let built_in = part == Playbook::Scripts;
    view! {
        <div class="columns">
            <div class="stack">
                <Entries part=part kind=kind.clone() />
                {built_in.then(|| view! { <BuiltIn /> })}
                <InTheTrash kind=kind />
            </div>
            <div class="stack">
                <Told />
            </div>
        </div>
    }
}
