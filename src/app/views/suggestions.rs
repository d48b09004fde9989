//! Lists of what may be meant by what is being typed: people and organisations of the book.

use crate::app::state::use_state;
use crate::app::ui::list::Views;
use crate::app::ui::signal::{Memo, memo};
use kith::rules::pool::names;
use kith::rules::search::{find_called, find_organisations, find_people};
use leptos::prelude::*;

/// How many names are offered.
const OFFERED: usize = 8;

/// The names of people who may be meant, for a field with this `list`.
#[component]
pub fn PeopleSuggestions(id: &'static str, #[prop(into)] typed: Signal<String>) -> impl IntoView {
    let state = use_state();
    let names = memo(move || {
        state.select_now(|book| {
            let found = find_people(book, &typed.get(), OFFERED);
            found.into_iter().flat_map(|id| book.person(id)).map(|p| p.name.to_string()).collect::<Vec<_>>()
        })
    });
    view! { <Names id=id names=names /> }
}

/// Like `PeopleSuggestions`, with the names of those who wait in the holding pool.
#[component]
pub fn AnyoneSuggestions(id: &'static str, #[prop(into)] typed: Signal<String>) -> impl IntoView {
    let state = use_state();
    let names = memo(move || state.select_now(|book| names(book, &typed.get(), OFFERED)));
    view! { <Names id=id names=names /> }
}

/// Like `PeopleSuggestions`, where nobody else may be meant: with the place where several bear the name.
#[component]
pub fn NameSuggestions(id: &'static str, #[prop(into)] typed: Signal<String>) -> impl IntoView {
    let state = use_state();
    let names = memo(move || state.select_now(|book| find_called(book, &typed.get(), OFFERED)));
    view! { <Names id=id names=names /> }
}

/// The names of organisations that may be meant, for a field with this `list`.
#[component]
pub fn OrganisationSuggestions(id: &'static str, #[prop(into)] typed: Signal<String>) -> impl IntoView {
    let state = use_state();
    let names = memo(move || state.select_now(|book| find_organisations(book, &typed.get(), OFFERED)));
    view! { <Names id=id names=names /> }
}

#[component]
fn Names(id: &'static str, names: Memo<Vec<String>>) -> impl IntoView {
    let option = |name: String| view! { <option value=name></option> };
    view! { <datalist id=id>{move || names.get().into_iter().map(option).views()}</datalist> }
}
