//! The holding pool: who waits outside the book, found by a text or by an ideal client, and taken in (R12, R34, B10).

mod row;

use crate::app::state::{State, use_state};
use crate::app::ui::empty::Empty;
use crate::app::ui::field::SelectField;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show};
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::{Memo, derived, memo};
use crate::app::views::choose::{Bar, SELECTING, SelectSeveral, Ticks};
use crate::app::views::find_in_list::FindInList;
use crate::app::views::show_more::ShowMore;
use crate::app::views::take::TakeThisList;
use kith::domain::id::{ConnectionId, Id};
use kith::domain::selection::Selection;
use kith::message::ask_prep_text::kinds_of_client;
use kith::message::pool::{nobody, shown, wait};
use kith::message::reason::{count, number};
use kith::route::{Page, Playbook, Route};
use kith::rules::pool::{PoolFilter, sources, waiting};
use leptos::prelude::*;
pub use row::Row;

/// How many rows stand there at first, and how many more a tap brings.
const PAGE: usize = 50;

/// The holding pool.
#[component]
pub fn PoolPage() -> impl IntoView {
    let state = use_state();
    let filter = state.of_route(|route| PoolFilter::asked(|name| route.asked(name)));
    let list = memo(move || state.select_now(|book| filter.with(|filter| waiting(book, filter))));
    let all = state.select(|book| book.waiting());
    let ticks: Ticks = RwSignal::new(Selection::default());
    let selecting = state.of_route(|route| !route.asked(SELECTING).is_empty()).signal();
    let ids = derived(move || list.with(|list| list.iter().map(|id| id.0).collect::<Vec<Id>>()));
    let lead = move || match all.get() {
        0 => "Outside your book, and in no count of it.".to_string(),
        n => format!("{} outside your book. Nobody here is owed a word until you take them in.", wait(n)),
    };
    view! {
        <div class="page">
            <PageHead
                over=(Route::of(Page::People).to_string(), "People")
                title="The holding pool"
                lead=move || lead()
            >
                <Show when=move || all.get() != 0>
                    <a class="button" href=Route::of(Page::Import).to_string()>
                        <Icon name="upload" small=true />
                        "Import"
                    </a>
                    <TakeThisList />
                    <button class="button button--plain" type="button" on:click=move |_| empty(state)>
                        <Icon name="bin" small=true />
                        "Empty the pool"
                    </button>
                </Show>
            </PageHead>
            <Show when=move || all.get() != 0 fallback=|| view! { <Nobody /> }>
                <Tools filter=filter list=list />
                <Show when=move || !list.with(Vec::is_empty) fallback=move || view! { <NoMatch filter=filter /> }>
                    <SelectSeveral selecting=selecting list=ids ticks=ticks />
                    {move || {
                        let ticks = selecting.get().then_some(ticks);
                        view! { <List list=list ticks=ticks /> }
                    }}
                </Show>
                <Show when=move || selecting.get()>
                    <Acts list=ids ticks=ticks />
                </Show>
            </Show>
        </div>
    }
}

fn empty(state: State) {
    let said = state.peek(|book, _| format!("{} removed from the holding pool.", count(book.waiting(), "name")));
    state.act_here(said, |book, _, _| book.empty_pool());
}

/// What stands above the list: the text, the ideal client, and what can be done with all that is found.
#[component]
fn Tools(filter: Memo<PoolFilter>, list: Memo<Vec<ConnectionId>>) -> impl IntoView {
    let state = use_state();
    let said = memo(move || {
        let found = list.with(Vec::len);
        state.select_now(|book| filter.with(|filter| shown(book, filter, found)))
    });
    let several = move || filter.with(PoolFilter::narrows) && list.with(Vec::len).gt(&1);
    view! {
        <search class="people-tools" aria-label="The holding pool">
            <div class="people-tools__row">
                <FindInList label="Find in the pool" placeholder="Name, company or title" />
            </div>
            <Kinds />
            <div class="pool__found">
                <p role="status">{move || said.get()}</p>
                <Show when=several>
                    <TakeAll list=list />
                </Show>
            </div>
        </search>
    }
}

/// The ideal client whom those shown fit.
#[component]
fn Kinds() -> impl IntoView {
    let state = use_state();
    let kinds = state.select(kinds_of_client);
    let chosen = state.of_route(|route| route.asked("fits").to_string());
    let options = derived(move || {
        std::iter::once((String::new(), "Everyone who waits".to_string())).chain(kinds.get()).collect()
    });
    let choose = Callback::new(move |id: String| state.go_instead(state.peek_route().filtered("fits", &id)));
    view! {
        <Show
            when=move || !kinds.with(Vec::is_empty)
            fallback=|| {
                view! {
                    <p class="small quiet">
                        <a href=Route::of(Page::Words(Playbook::Clients)).to_string()>"Describe an ideal client"</a>
                        ", and see who fits."
                    </p>
                }
            }
        >
            <div class="pool__kinds">
                <SelectField
                    label="Who fits an ideal client"
                    name="pool-fits"
                    value=chosen
                    on_change=choose
                    options=options
                />
            </div>
        </Show>
    }
}

/// Takes all that are found into the book, or out of the pool.
#[component]
fn TakeAll(list: Memo<Vec<ConnectionId>>) -> impl IntoView {
    let state = use_state();
    let many = move || list.with(Vec::len);
    let take = move |_| {
        let ids = list.get_untracked();
        let said = format!("{} came into your book.", count(ids.len(), "person"));
        state.act_here(said, |book, mint, _| book.take_in(&ids, mint).map(|(_, change)| change));
    };
    let remove = move |_| {
        let ids = list.get_untracked();
        let said = format!("{} removed from the holding pool.", count(ids.len(), "name"));
        state.act_here(said, |book, _, _| book.remove_from_pool(&ids));
    };
    view! {
        <span class="row">
            <button class="button" type="button" on:click=take>
                {move || format!("Take all {} into the book", number(many()))}
            </button>
            <button class="button button--plain" type="button" on:click=remove>
                {move || format!("Remove all {}", number(many()))}
            </button>
        </span>
    }
}

/// What can be done with those who are ticked.
#[component]
fn Acts(#[prop(into)] list: Signal<Vec<Id>>, ticks: Ticks) -> impl IntoView {
    let state = use_state();
    let ids = move || ticks.with_untracked(Selection::ids).into_iter().map(ConnectionId).collect::<Vec<_>>();
    let take = move |_| {
        let ids = ids();
        let said = format!("{} came into your book.", count(ids.len(), "person"));
        if state.act_here(said, |book, mint, _| book.take_in(&ids, mint).map(|(_, change)| change)) {
            ticks.update(Selection::clear);
        }
    };
    let remove = move |_| {
        let ids = ids();
        let said = format!("{} removed from the holding pool.", count(ids.len(), "name"));
        if state.act_here(said, |book, _, _| book.remove_from_pool(&ids)) {
            ticks.update(Selection::clear);
        }
    };
    view! {
        <Bar list=list ticks=ticks>
            <button class="button button--plain" type="button" on:click=take>
                <Icon name="follow" small=true />
                "Into the book"
            </button>
            <button class="button button--plain" type="button" on:click=remove>
                <Icon name="bin" small=true />
                "Remove"
            </button>
        </Bar>
    }
}

/// Those who are found, a window of them at a time.
#[component]
fn List(list: Memo<Vec<ConnectionId>>, ticks: Option<Ticks>) -> impl IntoView {
    let state = use_state();
    let most = RwSignal::new(PAGE);
    let window = memo(move || {
        let ids: Vec<ConnectionId> = list.with(|list| list.iter().take(most.get()).copied().collect());
        state.select_now(|book| sources(book, &ids))
    });
    view! {
        <ul aria-label="The holding pool">
            <For each=move || window.get() key=|(id, source)| format!("{id} {source:?}") let:one>
                {match ticks {
                    Some(ticks) => view! { <Row id=one.0 source=one.1 ticks=ticks /> }.into_any(),
                    None => view! { <Row id=one.0 source=one.1 /> }.into_any(),
                }}
            </For>
        </ul>
        <ShowMore step=PAGE count=derived(move || list.with(Vec::len)) shown=most />
    }
}

#[component]
fn Nobody() -> impl IntoView {
    view! {
        <Empty
            title="Nobody waits here"
            text="Your connections on LinkedIn, and any file of many hundreds, wait here: searchable, and nobody is owed a word until you take them into your book."
        >
            <p>
                "In LinkedIn: Settings, Data privacy, Get a copy of your data, Connections. Bring the file Connections.csv from the archive."
            </p>
            <p class="row">
                <a class="button button--primary" href=Route::of(Page::Import).to_string()>
                    "Bring a file in"
                </a>
            </p>
        </Empty>
    }
}

#[component]
fn NoMatch(filter: Memo<PoolFilter>) -> impl IntoView {
    let state = use_state();
    let said = memo(move || state.select_now(|book| filter.with(|filter| nobody(book, filter))));
    let fits = move || filter.with(|filter| filter.fits.is_some());
    let in_the_book = move || Route::of(Page::People).filtered("q", &filter.with(|f| f.text.clone())).to_string();
    view! {
        <Empty title=derived(move || said.get().0) text=derived(move || said.get().1)>
            <p class="row">
                <a class="button" href=Route::of(Page::Pool).to_string()>
                    "Show everyone who waits"
                </a>
                <Show
                    when=fits
                    fallback=move || {
                        view! {
                            <a class="button button--plain" href=in_the_book>
                                "Look in your book"
                            </a>
                        }
                    }
                >
                    <a class="button button--plain" href=Route::of(Page::Words(Playbook::Clients)).to_string()>
                        "See your ideal clients"
                    </a>
                </Show>
            </p>
        </Empty>
    }
}
