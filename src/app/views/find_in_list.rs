//! The field above a list in which what is sought is typed; it stands in the address.

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use leptos::prelude::*;

/// The field "Find in this list", by what its list calls it.
#[component]
pub fn FindInList(label: &'static str, placeholder: &'static str) -> impl IntoView {
    let state = use_state();
    let text = state.of_route(|route| route.asked("q").to_string());
    let find = move |event| state.go_instead(state.peek_route().filtered("q", &event_target_value(&event)));
    view! {
        <label class="find">
            <Icon name="search" small=true />
            <span class="visually-hidden">{label}</span>
            <input
                type="search"
                placeholder=placeholder
                autocomplete="off"
                prop:value=move || text.get()
                on:input=find
            />
        </label>
    }
}
