//! One list of news: everyone of a role, a tier, a tag or found by a text, each with a tick (R70).

use crate::app::state::use_state;
use crate::app::ui::empty::Empty;
use crate::app::ui::field::{CheckField, SelectField};
use crate::app::ui::list::{For, Show};
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::{Memo, derived, memo};
use crate::app::views::find_in_list::FindInList;
use crate::app::views::show_more::ShowMore;
use kith::domain::person::{Role, Tier};
use kith::message::news::{beside, list_lead, shown as counted};
use kith::message::reason::number;
use kith::route::{Page, Route};
use kith::rules::news::choosing::{Candidate, Choosing, shown, tags};
use leptos::prelude::*;

/// How many rows stand there at first, and how many more a tap brings.
const PAGE: usize = 50;

/// A list.
#[component]
pub fn ListPage(list: String) -> impl IntoView {
    let state = use_state();
    let choosing = state.of_route(|route| Choosing::asked(|name| route.asked(name)));
    let all = memo(move || state.select_now(|book| choosing.with(|choosing| shown(book, choosing))));
    let name = list.clone();
    let lead = state.select(move |book| list_lead(book, &list));
    view! {
        <div class="page">
            <PageHead
                over=(Route::of(Page::News).to_string(), "News")
                title=name.clone()
                lead=move || lead.get()
            />
            <Tools all=all list=name.clone() />
            <Show when=move || !all.with(Vec::is_empty) fallback=|| view! { <NoMatch /> }>
                <Rows all=all list=name.clone() />
            </Show>
        </div>
    }
}

/// Who is shown, and what can be done with all of them.
#[component]
fn Tools(all: Memo<Vec<Candidate>>, list: String) -> impl IntoView {
    view! {
        <search class="people-tools" aria-label="Who is on the list">
            <div class="people-tools__row">
                <FindInList label="Find someone to put on the list" placeholder="Name, company, tag or note" />
            </div>
            <Choices />
            <div class="pool__found">
                <p role="status">{move || all.with(|all| counted(all))}</p>
                <All all=all list=list />
            </div>
        </search>
    }
}

#[component]
fn Choices() -> impl IntoView {
    let on = [("yes", "On the list"), ("no", "Not on the list")].map(|(value, label)| (value.into(), label.into()));
    let roles = Role::ALL.iter().map(|role| (role.word().to_string(), role.label().to_string()));
    let tiers = Tier::ALL.iter().map(|tier| (tier.word().to_string(), tier.label().to_string()));
    let tagged = use_state().select(|book| tags(book).into_iter().map(|tag| (tag.clone(), tag)).collect::<Vec<_>>());
    let tagged_options = derived(move || any("Any tag", tagged.get()));
    view! {
        <div class="fields people-tools__choices">
            <Choice label="Show" name="on" options=Signal::stored(any("Everyone", on)) />
            <Choice label="Role" name="is" options=Signal::stored(any("Any role", roles)) />
            <Choice label="Tier" name="tier" options=Signal::stored(any("Any tier", tiers)) />
            <Show when=move || !tagged.with(Vec::is_empty)>
                <Choice label="Tag" name="tag" options=tagged_options />
            </Show>
        </div>
    }
}

fn any(label: &str, options: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), label.to_string())).chain(options).collect()
}

#[component]
fn Choice(label: &'static str, name: &'static str, options: Signal<Vec<(String, String)>>) -> impl IntoView {
    let state = use_state();
    let value = state.of_route(move |route| route.asked(name).to_string());
    let choose = Callback::new(move |value: String| state.go_instead(state.peek_route().filtered(name, &value)));
    view! { <SelectField label=label name=name value=value on_change=choose options=options /> }
}

/// Puts all who are shown on the list, or takes them off it.
#[component]
fn All(all: Memo<Vec<Candidate>>, list: String) -> impl IntoView {
    let state = use_state();
    let list = StoredValue::new(list);
    let set = move |on: bool| {
        let people: Vec<_> = all.with_untracked(|all| all.iter().map(|one| one.person).collect());
        let list = list.get_value();
        let said = if on { "All who are shown are on the list." } else { "All who are shown are off the list." };
        state.act_here(said, move |book, _, _| book.put_on_list(&people, &list, on));
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <span class="row">
                <button class="button" type="button" on:click=move |_| set(true)>
                    {move || format!("Tick all {}", number(all.with(Vec::len)))}
                </button>
                <button class="button button--plain" type="button" on:click=move |_| set(false)>
                    "Untick them"
                </button>
            </span>
        </Show>
    }
}

/// Those who are shown, a window of them at a time.
#[component]
fn Rows(all: Memo<Vec<Candidate>>, list: String) -> impl IntoView {
    let most = RwSignal::new(PAGE);
    let window = move || all.with(|all| all.iter().take(most.get()).cloned().collect::<Vec<_>>());
    let list = StoredValue::new(list);
    view! {
        <ul aria-label="Who is on the list">
            <For each=window key=|one| format!("{one:?}") let:one>
                <Row one=one list=list.get_value() />
            </For>
        </ul>
        <ShowMore step=PAGE count=derived(move || all.with(Vec::len)) shown=most />
    }
}

#[component]
fn Row(one: Candidate, list: String) -> impl IntoView {
    let state = use_state();
    let (person, is_on) = (one.person, one.is_on);
    let told = state.select(move |book| beside(book, &one));
    let part = move |part: fn(&(String, String)) -> &String| derived(move || told.with(|told| part(told).clone()));
    let tick = move |on: bool| {
        let name = told.with_untracked(|told| told.0.clone());
        let said = if on { format!("{name} is on {list}.") } else { format!("{name} is off {list}.") };
        state.act_here(said, |book, _, _| book.put_on_list(&[person], &list, on));
    };
    view! {
        <li class="news__row">
            <CheckField
                label=part(|told| &told.0)
                name="on-list"
                checked=derived(move || is_on)
                on_change=Callback::new(tick)
                note=part(|told| &told.1)
            />
        </li>
    }
}

#[component]
fn NoMatch() -> impl IntoView {
    let state = use_state();
    let list = state.of_route(|route| route.asked("list").to_string());
    let everyone = move || super::lists::list_address(&list.get()).to_string();
    view! {
        <Empty title="Nobody fits" text="Nobody in your book is all of this at once.">
            <p class="row">
                <a class="button" href=everyone>
                    "Show everyone"
                </a>
            </p>
        </Empty>
    }
}
