//! People who may be written twice: side by side, with the reason; made one, kept apart, or parted again.

mod again;
mod compare;

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::{Memo, derived};
use crate::app::views::show_more::ShowMore;
pub use again::AlsoWritten;
use again::MadeOne;
pub use compare::Compare;
use kith::domain::id::PersonId;
use kith::message::duplicate_text::{DuplicateEntry, found, row};
use kith::route::{Dialog, Page, Route};
use kith::rules::duplicate::Cluster;
use leptos::prelude::*;

/// How many rows stand there at first, and how many more a tap brings.
const PAGE: usize = 50;

/// People who may be written twice.
#[component]
pub fn TwicePage() -> impl IntoView {
    let state = use_state();
    let looking = state.look_for_twice();
    let clusters = state.clusters(looking);
    let lead = move || match clusters.with(|clusters| clusters.as_ref().map(Vec::len)) {
        Some(clusters) => found(clusters),
        None if looking.is_stopped() => format!("Stopped. {}% of your book was looked through.", looking.percent()),
        None => format!("Looking through your book: {} of 100.", looking.percent()),
    };
    let go_on = move |_| match looking.is_stopped() {
        true => state.look_further(looking),
        false => looking.stop(),
    };
    view! {
        <div class="page">
            <PageHead
                over=(Route::of(Page::People).to_string(), "People")
                title="Written twice"
                lead=move || view! { <span role="status">{move || lead()}</span> }
            />
            <div class="stack">
                <Show when=move || !looking.is_over()>
                    <p>
                        <button class="button" type="button" on:click=go_on>
                            {move || if looking.is_stopped() { "Continue" } else { "Cancel" }}
                        </button>
                    </p>
                </Show>
                <Rows clusters=clusters />
                <MadeOne />
            </div>
        </div>
    }
}

#[component]
fn Rows(clusters: Memo<Option<Vec<Cluster>>>) -> impl IntoView {
    let shown = RwSignal::new(PAGE);
    let all = derived(move || clusters.get().unwrap_or_default());
    let visible = move || all.get().into_iter().take(shown.get()).collect::<Vec<_>>();
    view! {
        <ul class="twice-list" aria-label="Perhaps one person">
            <For each=visible key=|cluster| format!("{:?}", cluster.people) let:cluster>
                <Row cluster=cluster />
            </For>
        </ul>
        <ShowMore step=PAGE count=derived(move || all.with(Vec::len)) shown=shown />
    }
}

#[component]
fn Row(cluster: Cluster) -> impl IntoView {
    let state = use_state();
    let people = StoredValue::new(cluster.people.clone());
    let told = state.select(move |book| row(book, &cluster));
    let names = move || told.with(|row| row.names.clone());
    let compare = move |_| state.open_dialog(Dialog::Merge(people.get_value()));
    let apart = move |_| not_the_same(people.get_value());
    view! {
        <li class="twice" data-row="true">
            <div class="twice__entries">
                {move || told.get().entries.into_iter().map(|entry| view! { <Side entry=entry /> }).views()}
            </div>
            <p class="twice__why">
                <span class="tag" data-tone=move || told.get().tone>
                    {move || told.get().sure}
                </span>
                <span class="small quiet">{move || told.get().why}</span>
            </p>
            <p class="twice__acts">
                <button
                    class="button"
                    type="button"
                    aria-label=move || format!("Compare {}", names())
                    on:click=compare
                >
                    <Icon name="people" small=true />
                    "Compare…"
                </button>
                <button
                    class="button button--plain"
                    type="button"
                    aria-label=move || format!("Not the same: {}", names())
                    on:click=apart
                >
                    "Not the same"
                </button>
            </p>
        </li>
    }
}

/// One entry of a row.
#[component]
fn Side(entry: DuplicateEntry) -> impl IntoView {
    let line = |fact: String| view! { <span>{fact}</span> };
    view! {
        <div class="match__side">
            <p class="match__name">
                <a href=Route::of(Page::Person(entry.id)).to_string()>{entry.name}</a>
            </p>
            <p class="match__facts twice__facts">{entry.facts.into_iter().map(line).views()}</p>
        </div>
    }
}

/// Says that these are all somebody else.
fn not_the_same(people: Vec<PersonId>) {
    let state = use_state();
    state
        .act_here("They stay two, and are not proposed again.", move |book, mint, _| Ok(book.say_apart(&people, mint)));
}
