//! What stands above the list: whom it shows, what is searched for, and in which order.

use crate::app::state::use_state;
use crate::app::ui::field::SelectField;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::signal::{Memo, memo};
use crate::app::views::find_in_list::FindInList;
use kith::domain::person::{Rating, Role, Tier};
use kith::message::reason::count;
use kith::rules::census::Untold;
use kith::rules::lists::{PeopleFilter, PeopleSort};
use leptos::prelude::*;

/// The lists that are asked for most: label, and what stands in the address.
const LISTS: [(&str, &[(&str, &str)]); 5] = [
    ("Everyone", &[]),
    ("Clients", &[("is", "client")]),
    ("Excellent", &[("rating", "5")]),
    ("Never asked", &[("rating", "5"), ("asked", "never"), ("sort", "hundred")]),
    ("Trash", &[("trash", "yes")]),
];

/// The filters that stand only among the finer choices.
const CHOICES: [&str; 4] = ["tier", "asked", "told", "sort"];

/// The names of all filters that a list of [`LISTS`] sets or takes away.
const FILTERS: [&str; 7] = ["is", "rating", "tier", "asked", "told", "trash", "sort"];

/// What stands above the list.
#[component]
pub fn Tools(filter: Memo<PeopleFilter>, found: Signal<usize>) -> impl IntoView {
    let said = move || {
        let people = count(found.get(), "person");
        filter.with(|filter| format!("{people}, by {}", filter.order()))
    };
    view! {
        <search class="people-tools" aria-label="This list">
            <div class="chips" role="group" aria-label="Show">
                {LISTS.map(|(label, sets)| view! { <Chip label=label sets=sets /> }).views()}
            </div>
            <div class="people-tools__row">
                <FindInList label="Find in this list" placeholder="Name, company, tag or note" />
                <p class="people-tools__count" role="status">
                    {move || said()}
                </p>
            </div>
            <Choices />
        </search>
    }
}

#[component]
fn Chip(label: &'static str, sets: &'static [(&'static str, &'static str)]) -> impl IntoView {
    let state = use_state();
    let address = state.of_route(move |route| {
        let mut route = route.closed();
        for name in FILTERS {
            route = route.filtered(name, wanted(sets, name));
        }
        route.to_string()
    });
    let current = state.of_route(move |route| FILTERS.iter().all(|name| route.asked(name) == wanted(sets, name)));
    view! {
        <a class="chip" href=move || address.get() aria-current=move || current.get().then_some("true")>
            {label}
        </a>
    }
}

fn wanted(sets: &[(&'static str, &'static str)], name: &str) -> &'static str {
    sets.iter().find(|(set, _)| *set == name).map_or("", |(_, value)| value)
}

/// The finer choices, folded away until they are wanted.
#[component]
fn Choices() -> impl IntoView {
    let route = use_state().of_route(Clone::clone);
    // Once it was opened for a choice it stays open.
    let opened = StoredValue::new(false);
    let open = memo(move || {
        let chosen = route.with(|route| route.query.iter().any(|(name, _)| CHOICES.contains(&name.as_str())));
        opened.update_value(|opened| *opened |= chosen);
        opened.get_value()
    });
    let roles = Role::ALL.iter().map(|role| (role.word().to_string(), role.label().to_string()));
    let ratings = Rating::all().into_iter().map(|r| (u8::from(r).to_string(), r.label().to_string()));
    let tiers = Tier::ALL.iter().map(|tier| (tier.word().to_string(), tier.label().to_string()));
    let asked = [("never".to_string(), "Never asked".to_string())];
    let told = Untold::ALL.iter().map(|what| (what.address().to_string(), what.label().to_string()));
    let sorts = PeopleSort::ALL.map(|sort| {
        let address = if sort == PeopleSort::default() { "" } else { sort.name() };
        (address.to_string(), sort.label().to_string())
    });
    view! {
        <details class="fold" open=move || open.get()>
            <summary>
                <Icon name="right" small=true />
                "Filter and order"
            </summary>
            <div class="fields people-tools__choices">
                <Choice label="Role" name="is" options=any("Any role", roles) />
                <Choice label="Relationship" name="rating" options=any("Any", ratings) />
                <Choice label="Tier" name="tier" options=any("Any tier", tiers) />
                <Choice label="Asked for a referral" name="asked" options=any("Either way", asked.into_iter()) />
                <Choice label="Not told yet" name="told" options=any("Either way", told) />
                <Choice label="Order by" name="sort" options=sorts.to_vec() />
            </div>
        </details>
    }
}

fn any(label: &str, options: impl Iterator<Item = (String, String)>) -> Vec<(String, String)> {
    std::iter::once((String::new(), label.to_string())).chain(options).collect()
}

#[component]
fn Choice(label: &'static str, name: &'static str, options: Vec<(String, String)>) -> impl IntoView {
    let state = use_state();
    let value = state.of_route(move |route| route.asked(name).to_string());
    let choose = move |value: String| {
        let route = state.peek_route().filtered(name, &value);
        state.go_instead(route);
    };
    view! { <SelectField label=label name=name value=value on_change=choose options=Signal::stored(options) /> }
}
