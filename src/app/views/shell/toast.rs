//! The toast: the sentence that passes, with Undo; and the one that stays because something failed.

use crate::app::state::{Notice, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::memo;
use leptos::prelude::*;

/// The place where sentences are said. It is always in the page, so that they are heard.
#[component]
pub fn Toast() -> impl IntoView {
    let state = use_state();
    let passing = move || match state.notice() {
        Some(notice) if !notice.failed => view! { <Said notice=notice /> }.into_any(),
        _ => ().into_any(),
    };
    // An alert is heard when it comes; an empty one need not wait for it.
    let failed = move || match state.notice() {
        Some(notice) if notice.failed => {
            view! { <div class="toasts__said" role="alert"><Said notice=notice /></div> }.into_any()
        }
        _ => ().into_any(),
    };
    let doing = memo(move || state.under_way().map(|one| one.doing));
    view! {
        <div class="toasts">
            <div class="toasts__said" role="status">
                {move || passing()}
                {move || doing.get().map(|doing| view! { <Doing doing=doing /> }).views()}
            </div>
            {move || failed()}
        </div>
    }
}

/// An act too large for one task: how far it is, and a way to leave it.
#[component]
fn Doing(doing: &'static str) -> impl IntoView {
    let state = use_state();
    let percent = move || state.under_way().map(|one| one.percent);
    let can_stop = move || state.under_way().is_some_and(|one| one.can_stop);
    view! {
        <p class="toast toast--busy">
            {doing}
            " …"
            <progress class="toast__gauge" aria-label=doing max="100" value=percent></progress>
            <Show when=can_stop>
                <button class="button" type="button" on:click=move |_| state.stop()>
                    "Cancel"
                </button>
            </Show>
        </p>
    }
}

#[component]
fn Said(notice: Notice) -> impl IntoView {
    let state = use_state();
    let number = notice.number;
    let undo = move |_| {
        state.hush(number);
        state.undo();
    };
    view! {
        <p
            class="toast"
            on:mouseenter=move |_| state.hold(true)
            on:mouseleave=move |_| state.hold(false)
            on:focusin=move |_| state.hold(true)
            on:focusout=move |_| state.hold(false)
        >
            {notice.text}
            {notice
                .undo
                .then(|| {
                    view! {
                        <button class="button" type="button" on:click=undo>
                            "Undo"
                        </button>
                    }
                })
                .views()}
            {notice
                .failed
                .then(|| {
                    view! {
                        <button
                            class="button button--icon"
                            type="button"
                            aria-label="Close"
                            on:click=move |_| state.hush(number)
                        >
                            <Icon name="close" small=true />
                        </button>
                    }
                })
                .views()}
        </p>
    }
}
