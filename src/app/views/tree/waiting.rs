//! The links that wait in the book: said while the tree is nearly empty, and looked at in its place (B7).

use crate::app::state::{State, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Show;
use crate::app::ui::signal::{Memo, memo};
use crate::app::views::links::LinksFound;
use kith::message::links::{grown, put as put_them, refused as refused_links, wait};
use kith::route::{Page, Route};
use kith::rules::links::{Links, waiting, worth_a_look};
use leptos::prelude::*;

/// What the address says while they are looked at.
const LOOK: (&str, &str) = ("links", "look");

/// Whether they are being looked at.
pub fn is_looking(state: State) -> Memo<bool> {
    state.of_route(|route| route.asked(LOOK.0) == LOOK.1)
}

/// How many links wait; or, where the address says so, the links themselves.
#[component]
pub fn WaitingLinks() -> impl IntoView {
    let state = use_state();
    let waits = state.select(worth_a_look);
    let many = memo(move || waits.get().open);
    let refused = memo(move || waits.get().refused);
    let looks = is_looking(state);
    let look = Route::of(Page::Tree(None)).filtered(LOOK.0, LOOK.1).to_string();
    let look_too = look.clone();
    view! {
        <Show when=move || looks.get()>
            <Look />
        </Show>
        <Show when=move || !looks.get() && many.get() != 0>
            <div class="notice no-print tree-waiting" data-tone="news">
                <Icon name="tree" />
                <p>
                    <strong>{move || wait(many.get())}</strong>
                    " Who brought whom stands there already. Nothing is written before you have looked."
                </p>
                <p class="row">
                    <a class="button" href=look.clone()>
                        "Look at them"
                    </a>
                </p>
            </div>
        </Show>
        <Show when=move || !looks.get() && many.get() == 0 && refused.get() != 0>
            <p class="small quiet no-print tree-waiting">
                {move || refused_links(refused.get())} " for good. " <a href=look_too.clone()>"Look at them again"</a>
            </p>
        </Show>
    }
}

#[component]
fn Look() -> impl IntoView {
    let state = use_state();
    let links = RwSignal::new(state.peek(|book, _| waiting(book)));
    let ticked = memo(move || links.with(Links::ticked));
    let tree = Route::of(Page::Tree(None));
    let back = tree.to_string();
    let back_too = back.clone();
    view! {
        <Show
            when=move || !links.with(Links::is_empty)
            fallback=move || {
                view! {
                    <p>
                        "No link waits in your address book. " <a href=back_too.clone()>"See the tree"</a>
                    </p>
                }
            }
        >
            <div class="stack no-print tree-waiting">
                <LinksFound links=links />
                <div class="row">
                    <button
                        class="button button--primary"
                        type="button"
                        disabled=move || ticked.get() == 0
                        on:click=move |_| put(state, links)
                    >
                        {move || put_them(ticked.get())}
                    </button>
                    <a class="button button--plain" href=back.clone()>
                        "Not now"
                    </a>
                </div>
            </div>
        </Show>
    }
}

fn put(state: State, links: RwSignal<Links>) {
    let done = links.with_untracked(|links| {
        state.act_here(grown(links.ticked()), |book, mint, today| Ok(links.change(book, today, mint)))
    });
    if done {
        state.go_instead(Route::of(Page::Tree(None)));
    }
}
