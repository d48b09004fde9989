//! A record that is not in the book: erased meanwhile, or an address from another book.

use crate::app::ui::empty::Empty;
use kith::route::{Page, Route};
use leptos::prelude::*;

/// Says that there is no such record, and where to go.
#[component]
pub fn NotFound(what: &'static str, back: Page) -> impl IntoView {
    let address = Route::of(back).to_string();
    view! {
        <div class="page">
            <header class="page-head">
                <h1>"Not in this book"</h1>
            </header>
            <Empty
                title=format!("There is no such {what} here")
                text="It may have been erased, or the address came from another book. Nothing else is missing."
            >
                <p class="row">
                    <a class="button button--primary" href=address>
                        "Go to the list"
                    </a>
                </p>
            </Empty>
        </div>
    }
}
