//! The head of "Events and news": one place of the navigation, with a page for each of its parts.

use crate::app::ui::list::Views;
use crate::app::ui::page_head::PageHead;
use kith::route::{Page, Route};
use leptos::prelude::*;

/// The parts, each with its page and what it is called.
const PARTS: [(Page, &str); 2] = [(Page::Events, "Events"), (Page::News, "News")];

/// The title, a sentence of sense, what can be done at the head, and the parts.
#[component]
pub fn EventsHeader(
    /// The part that is shown.
    part: Page,
    #[prop(into)] lead: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let tab = |(page, name): (Page, &'static str)| {
        let current = (page == part).then_some("page");
        view! {
            <a class="segment" href=Route::of(page).to_string() aria-current=current>
                {name}
            </a>
        }
    };
    view! {
        <PageHead title="Events and news" lead=move || lead.get()>
            {children.map(|children| children())}
        </PageHead>
        <nav class="segments events__parts" aria-label="Events and news">
            {PARTS.map(tab).views()}
        </nav>
    }
}
