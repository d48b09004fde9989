//! The head of a page: the way back, what it is called, a sentence of sense, and what can be done there.

use leptos::prelude::*;

/// The head of a page.
#[component]
pub fn PageHead(
    /// The address and the name of the page it belongs to, where it has one of its own above it.
    #[prop(optional)]
    over: Option<(String, &'static str)>,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] lead: ViewFn,
    /// What can be done with all of the page.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let back = |(address, name): (String, &'static str)| {
        view! {
            <p class="page-head__over no-print">
                <a href=address>{name}</a>
            </p>
        }
    };
    view! {
        <header class="page-head">
            <div>
                {over.map(back)}
                <h1>{title}</h1>
                <p class="page-head__lead">{move || lead.run()}</p>
            </div>
            {children.map(|acts| view! { <div class="page-head__actions no-print">{acts()}</div> })}
        </header>
    }
}
