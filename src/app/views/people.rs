//! Everyone in the book: found, filtered, in an order of choice.

pub mod acts;
mod row;
mod tools;

use crate::app::state::use_state;
use crate::app::ui::empty::Empty;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views, rows};
use crate::app::ui::menu::Menu;
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::{Memo, derived, memo};
use crate::app::views::choose::{SELECTING, SelectSeveral, Ticks};
use crate::app::views::show_more::ShowMore;
use crate::app::views::take;
use acts::Acts;
use kith::domain::id::{Id, PersonId};
use kith::domain::selection::Selection;
use kith::message::pool::found_in_pool;
use kith::message::reason::{count, number};
use kith::route::{Dialog, Page, Route};
use kith::rules::lists::{PeopleFilter, people};
use kith::rules::pool::{PoolFilter, waiting};
use kith::rules::search::nearest;
use leptos::prelude::*;
use row::Row;
use tools::Tools;

/// How many rows stand there at first, and how many more a tap brings.
const PAGE: usize = 100;

/// Everyone in the book.
#[component]
pub fn People() -> impl IntoView {
    let state = use_state();
    let filter = state.of_route(|route| PeopleFilter::asked(|name| route.asked(name)));
    let list = memo(move || state.select_now(|book| filter.with(|filter| people(book, filter))));
    let all = state.select(|book| book.people().count());
    let ticks: Ticks = RwSignal::new(Selection::default());
    let selecting = state.of_route(|route| !route.asked(SELECTING).is_empty()).signal();
    let ids = derived(move || list.with(|list| list.iter().map(|id| id.0).collect::<Vec<Id>>()));
    let trash = derived(move || filter.with(|filter| filter.trash));
    view! {
        <div class="page">
            <PageHead
                title="People"
                lead=move || view! {
                    {move || count(all.get(), "person")} " in your book." <Outside /> " "
                    <a href=Route::of(Page::Twice).to_string()>"Look for people written twice"</a>
                }
            >
                <a class="button" href=Route::of(Page::Import).to_string()>
                    <Icon name="upload" small=true />
                    "Import"
                </a>
                <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Person(None))>
                    <Icon name="plus" small=true />
                    "Add a person"
                </button>
                <Menu id="list-acts".into() label="More for this list" items=vec![take::entry()] />
            </PageHead>
            <Tools filter=filter found=derived(move || list.with(Vec::len)) />
            <Show
                when=move || !list.with(Vec::is_empty)
                fallback=move || view! { <Nobody filter=filter all=all /> }
            >
                <SelectSeveral selecting=selecting list=ids ticks=ticks />
                <Table list=list trash=trash ticks=ticks selecting=selecting />
            </Show>
            <Show when=move || selecting.get()>
                <Acts list=ids ticks=ticks trash=trash />
            </Show>
        </div>
    }
}

/// How many wait outside the book.
#[component]
fn Outside() -> impl IntoView {
    let waiting = use_state().select(|book| book.waiting());
    view! {
        <Show when=move || waiting.get() != 0>
            " " {move || number(waiting.get())} " more in "
            <a href=Route::of(Page::Pool).to_string()>"the holding pool"</a> "."
        </Show>
    }
}

#[component]
fn Table(list: Memo<Vec<PersonId>>, trash: Signal<bool>, ticks: Ticks, selecting: Signal<bool>) -> impl IntoView {
    let shown = RwSignal::new(PAGE);
    let visible = move || list.get().into_iter().take(shown.get()).collect::<Vec<_>>();
    view! {
        <table class="table people-table" aria-rowcount=move || (list.with(Vec::len) + 1).to_string()>
            <caption class="visually-hidden">"People"</caption>
            <thead>
                <tr aria-rowindex="1">
                    {move || selecting.get().then(|| view! { <td class="people-table__tick"></td> }).views()}
                    <th scope="col">"Name"</th>
                    <th class="people-table__roles" scope="col" data-from="m">
                        "Is a"
                    </th>
                    <th class="people-table__tier" scope="col" data-from="l">
                        "Tier"
                    </th>
                    <th class="people-table__rating" scope="col" data-from="m">
                        "Relationship"
                    </th>
                    <th class="people-table__last" scope="col">
                        {move || if trash.get() { "" } else { "Last contact" }}
                    </th>
                </tr>
            </thead>
            <tbody>
                {rows(visible, PersonId::to_string, move |place, id| {
                    view! { <Row id=id place=place trash=trash ticks=ticks selecting=selecting /> }
                })}
            </tbody>
        </table>
        <ShowMore step=PAGE count=derived(move || list.with(Vec::len)) shown=shown />
    }
}

/// The list is empty: nobody at all, nobody of that kind, or nobody in the trash.
#[component]
fn Nobody(filter: Memo<PeopleFilter>, all: Memo<usize>) -> impl IntoView {
    let why = move || {
        match filter.get() {
        PeopleFilter { trash: true, .. } => {
            view! { <Empty title="The trash is empty" text="Whom you put in the trash waits here, and can be put back." /> }
                .into_any()
        }
        _ if all.get() == 0 => view! { <FirstOne /> }.into_any(),
        filter if filter.searches() => view! { <NoMatch among=filter.is_of_a_kind() text=filter.text /> }.into_any(),
        _ => view! {
            <Empty title="Nobody of that kind" text="Show everyone, or give somebody this role, rating or tier.">
                <p class="row">
                    <a class="button" href=Route::of(Page::People).to_string()>
                        "Show everyone"
                    </a>
                </p>
            </Empty>
        }
            .into_any(),
    }
    };
    view! { {move || why()} }
}

#[component]
fn FirstOne() -> impl IntoView {
    let state = use_state();
    view! {
        <Empty
            title="Nobody is in your book yet"
            text="Begin with one person who would gladly speak for you. Or bring everyone from your other address book."
        >
            <p class="row">
                <button
                    class="button button--primary"
                    type="button"
                    on:click=move |_| state.open_dialog(Dialog::Person(None))
                >
                    "Write down the first name"
                </button>
                <a class="button" href=Route::of(Page::Import).to_string()>
                    "Bring your contacts"
                </a>
            </p>
        </Empty>
    }
}

/// Nobody is found; `among` those of some kind only.
#[component]
fn NoMatch(among: bool, text: String) -> impl IntoView {
    let state = use_state();
    let title =
        if among { format!("No one called “{text}” among these") } else { format!("No one called “{text}”") };
    let label = format!("Add “{text}” to your book");
    let (searched, pooled) = (text.clone(), text.clone());
    let near = state.select(move |book| {
        let id = nearest(book, &searched)?;
        Some((id, book.person(id)?.name.to_string()))
    });
    let everyone = Route::of(Page::People).filtered("q", if among { &text } else { "" }).to_string();
    let add = move |_| super::person_form::open_with_name(state, &text);
    view! {
        <Empty title=title text="Names, companies, titles, notes, tags and numbers were looked through.">
            {move || near.get().map(|(id, name)| view! { <Perhaps id=id name=name /> }).views()}
            <InThePool text=pooled />
            <p class="row">
                <button class="button" type="button" on:click=add>
                    <Icon name="plus" small=true />
                    {label}
                </button>
                <a class="button button--plain" href=everyone>
                    {if among { "Look among everyone" } else { "Show everyone" }}
                </a>
            </p>
        </Empty>
    }
}

/// How many of the holding pool the text finds.
#[component]
fn InThePool(text: String) -> impl IntoView {
    let href = Route::of(Page::Pool).filtered("q", &text).to_string();
    let filter = PoolFilter { text, fits: None };
    let found = use_state().select(move |book| waiting(book, &filter).len());
    view! {
        <Show when=move || found.get() != 0>
            <p>
                <a href=href.clone()>{move || found_in_pool(found.get())}</a>
            </p>
        </Show>
    }
}

#[component]
fn Perhaps(id: PersonId, name: String) -> impl IntoView {
    view! {
        <p>
            "Perhaps "
            <a class="name" href=Route::of(Page::Person(id)).to_string()>
                {name}
            </a>
            "?"
        </p>
    }
}
