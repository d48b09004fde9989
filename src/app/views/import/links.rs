//! Who brought whom, as the file has it: looked at before anything is written (B7).

use crate::app::ui::list::Show;
use crate::app::views::links::LinksFound;
use kith::rules::links::Links;
use leptos::prelude::*;

/// The links of a file, where it has any.
#[component]
pub fn LinksOfFile(links: RwSignal<Links>) -> impl IntoView {
    view! {
        <Show when=move || !links.with(Links::is_empty)>
            <LinksFound links=links />
            <p class="small quiet">
                "Both ends of a link that is ticked come into your book, wherever the others go. A link from an address book owes nobody a word."
            </p>
        </Show>
    }
}
