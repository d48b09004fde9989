//! Pages that are not there: an unknown address, and those that come later.

use crate::app::state::use_state;
use crate::app::ui::empty::Empty;
use crate::app::views::social::SocialHead;
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

/// What will be on a later page, and where the same can be done until then.
struct Promise {
    will: &'static str,
    until: &'static str,
    page: Page,
    link: &'static str,
}

/// A page that comes later.
#[component]
pub fn Later(later: LaterPage) -> impl IntoView {
    let Promise { will, until, page, link } = promise(later);
    let lead = "News for many at once.";
    view! {
        <div class="page">
            <SocialHead part=Page::Later(later) lead=lead />
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
    let promise = |will| Promise {
        will,
        until: "Until then, log each contact by itself.",
        page: Page::People,
        link: "Go to People",
    };
    match later {
        LaterPage::News => promise("News for many at once will be noted here, with who has it."),
    }
}
