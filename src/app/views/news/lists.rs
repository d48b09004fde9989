//! The lists of news, and the way to another one (R70).

use crate::app::state::use_state;
use crate::app::ui::field::TextField;
use crate::app::ui::list::{For, Show};
use kith::domain::communication::moves::list_named;
use kith::message::news::lists;
use kith::route::{Page, Route};
use leptos::prelude::*;

/// The address of a list.
pub fn list_address(list: &str) -> Route {
    Route::of(Page::News).filtered("list", list)
}

/// Every list with how many are on it.
#[component]
pub fn Lists() -> impl IntoView {
    let all = use_state().select(lists);
    view! {
        <section class="panel" aria-labelledby="lists">
            <header class="panel__head">
                <h2 id="lists">"Lists"</h2>
                <span class="count">{move || all.with(Vec::len)}</span>
            </header>
            <Show when=move || all.with(Vec::is_empty)>
                <p class="small quiet">"No list yet. Name one, then tick who is on it."</p>
            </Show>
            <ul aria-labelledby="lists">
                <For each=move || all.get() key=|(list, people)| [list.as_str(), people].join(": ") let:one>
                    <li class="brought__line">
                        <a class="name" href=list_address(&one.0).to_string()>
                            {one.0.clone()}
                        </a>
                        <span class="small quiet">{one.1}</span>
                    </li>
                </For>
            </ul>
            <Another />
        </section>
    }
}

/// The name of another list; it stands as soon as somebody is on it.
#[component]
fn Another() -> impl IntoView {
    let state = use_state();
    let (name, wrong) = (RwSignal::new(String::new()), RwSignal::new(None));
    let make = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match state.peek(|book, _| list_named(book, &name.get_untracked())) {
            Ok(list) => state.go(list_address(&list)),
            Err(why) => {
                wrong.set(Some(why));
                crate::app::ui::field::focus_what_is_wrong();
            }
        }
    };
    let input = move |text| {
        name.set(text);
        wrong.set(None);
    };
    view! {
        <form class="news__another" novalidate on:submit=make>
            <TextField label="Another list" name="news-another" value=name on_input=input error=wrong />
            <button class="button" type="submit">
                "Choose who is on it"
            </button>
        </form>
    }
}
