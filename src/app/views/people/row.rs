//! A row of the list: who, what they are, how well we know each other, and when we last spoke.

use crate::app::state::use_state;
use crate::app::ui::avatar::Avatar;
use crate::app::ui::list::Views;
use crate::app::ui::rating::Dots;
use crate::app::ui::signal::derived;
use crate::app::views::choose::{Tick, Ticks};
use kith::domain::id::PersonId;
use kith::message::profile::{Profile, profile};
use kith::route::{Page, Route};
use leptos::prelude::*;

/// A person of the list; it looks itself up, because it may outlive them.
#[component]
pub fn Row(
    id: PersonId,
    place: ReadSignal<usize>,
    trash: Signal<bool>,
    ticks: Ticks,
    selecting: Signal<bool>,
) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| profile(book, id, today));
    let name = derived(move || told.with(|told| told.as_ref().map(|told| told.name.clone()).unwrap_or_default()));
    let tick = move || {
        view! {
            <td class="people-table__tick">
                <Tick id=id.0 name=name ticks=ticks />
            </td>
        }
    };
    view! {
        <tr aria-rowindex=move || (place.get() + 2).to_string() data-row="true">
            {move || selecting.get().then(tick).views()}
            {move || told.get().map(|told| view! { <Cells id=id told=told trash=trash.get() /> }).views()}
        </tr>
    }
}

#[component]
fn Cells(id: PersonId, told: Profile, trash: bool) -> impl IntoView {
    let name = told.name.clone();
    view! {
        <th class="people-table__name" scope="row">
            <Avatar name=told.name.clone() client=told.client class="avatar--s" />
            <span class="people-table__who">
                <a href=Route::of(Page::Person(id)).to_string()>{told.name}</a>
                " "
                <small>{told.work}</small>
            </span>
        </th>
        <td class="people-table__roles" data-from="m">
            {told.roles.join(", ")}
        </td>
        <td data-from="l">{told.tier}</td>
        <td data-from="m">{told.rating.map(|rating| view! { <Dots rating=rating /> }).views()}</td>
        <td class="people-table__last">
            {if trash { view! { <PutBack id=id name=name /> }.into_any() } else { told.last.into_any() }}
        </td>
    }
}

#[component]
fn PutBack(id: PersonId, name: String) -> impl IntoView {
    let state = use_state();
    let label = format!("Put back {name}");
    let back = move |_| {
        state.act_here(format!("{name} is back in your book."), |book, _, _| book.trash_person(id, false));
    };
    view! {
        <button class="button" type="button" aria-label=label on:click=back>
            "Put back"
        </button>
    }
}
