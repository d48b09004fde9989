//! Pages that are not there: an unknown address.

use crate::app::state::use_state;
use crate::app::ui::empty::Empty;
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;

/// An unknown address.
#[component]
pub fn UnknownPage(path: String) -> impl IntoView {
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
