//! Pages that are not there: an unknown address, and those that come later.

use crate::app::state::use_state;
use crate::app::ui::empty::Empty;
use kith::route::{Dialog, Later as LaterPage, Page, Route};
use leptos::prelude::*;

/// An unknown address.
#[component]
pub fn Unknown(path: String) -> impl IntoView {
    let state = use_state();
    let text =
        format!("No page of Kith is called {path}. The address may have been cut short, or come from a newer Kith.");
    view! {
        <div class="page">
            <header class="page-head">
                <h1>"Nothing here"</h1>
            </header>
            <Empty title="No such page" text=text>
                <p class="row">
                    <a class="button button--primary" href=Route::of(Page::Today).to_string()>
                        "Go to Today"
                    </a>
                    <a class="button" href=move || state.with_dialog(Dialog::Find(String::new()))>
                        "Look for someone"
                    </a>
                </p>
            </Empty>
        </div>
    }
}

/// What a later page is called, what will be there, and where the same can be done until then.
struct Promise {
    name: &'static str,
    will: &'static str,
    until: &'static str,
    page: Page,
    link: &'static str,
}

/// A page that comes later.
#[component]
pub fn Later(later: LaterPage) -> impl IntoView {
    let Promise { name, will, until, page, link } = promise(later);
    view! {
        <div class="page">
            <header class="page-head">
                <h1>{name}</h1>
            </header>
            <Empty title="Not in this version yet" text=will>
                <p>{until}</p>
                <p class="row">
                    <a class="button" href=Route::of(page).to_string()>
                        {link}
                    </a>
                </p>
            </Empty>
        </div>
    }
}

fn promise(later: LaterPage) -> Promise {
    let promise = |name, will, until, page, link| Promise { name, will, until, page, link };
    match later {
        LaterPage::Events => promise(
            "Events and news",
            "Gatherings and news for many at once will be planned here, and followed up one by one.",
            "Until then, log each contact by itself.",
            Page::People,
            "Go to People",
        ),
    }
}
