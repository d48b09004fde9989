//! The notices that stand at the top of every page until what they tell is settled.

use crate::app::state::{StandingNotice, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use kith::route::{Page, Route};
use leptos::prelude::*;

/// All of them.
#[component]
pub fn Notices() -> impl IntoView {
    let state = use_state();
    let sample = state.has_sample();
    view! {
        <div class="standing no-print">
            {move || state.standing().into_iter().map(|one| view! { <Stands standing=one /> }).views()}
            <Show when=move || !state.unread().is_empty()>
                <Unread />
            </Show>
            <Show when=move || state.has_update()>
                <OneNotice
                    tone="news"
                    icon="update"
                    strong="A new version of Kith is here."
                    text="It takes over when you reload; your book stays as it is."
                    act="Reload for the new version"
                    on_act=move |()| state.take_over()
                />
            </Show>
            <Show when=move || sample.get()>
                <OneNotice
                    tone="news"
                    icon="tree"
                    strong="This is a sample book."
                    text="Its people are invented. What you add yourself stays when you remove them."
                    act="Remove the sample"
                    on_act=move |()| state.remove_sample()
                />
            </Show>
        </div>
    }
}

/// One notice with one act.
#[component]
fn OneNotice(
    tone: &'static str,
    icon: &'static str,
    strong: &'static str,
    text: &'static str,
    act: &'static str,
    #[prop(into)] on_act: Callback<()>,
    /// Something failed.
    #[prop(optional)]
    alert: bool,
) -> impl IntoView {
    view! {
        <div class="notice" data-tone=tone role=alert.then_some("alert")>
            <Icon name=icon />
            <p>
                <strong>{strong}</strong>
                " "
                {text}
            </p>
            <p class="row">
                <button class="button" type="button" on:click=move |_| on_act.run(())>
                    {act}
                </button>
            </p>
        </div>
    }
}

#[component]
fn Stands(standing: StandingNotice) -> impl IntoView {
    let state = use_state();
    let to_data = move |()| state.go(Route::of(Page::Data));
    match standing {
        StandingNotice::Blocked => view! {
            <OneNotice
                tone="late"
                icon="warn"
                alert=true
                strong="This browser keeps nothing for Kith."
                text="What you write is gone when you close this page. Allow this page to keep data and reload it, or take your book out as a file before you leave."
                act="Take it out as a file"
                on_act=to_data
            />
        }
        .into_any(),
        StandingNotice::Newer => view! {
            <OneNotice
                tone="owed"
                icon="copy"
                strong="This tab runs an older Kith."
                text="Reload it to go on. Nothing was changed."
                act="Reload"
                on_act=move |()| state.reload()
            />
        }
        .into_any(),
        StandingNotice::KeptAgain => view! {
            <OneNotice
                tone="owed"
                icon="warn"
                strong="The browser had lost part of your book. It has been kept again."
                text="Nothing is missing. A backup file would be safe from this."
                act="I have read this"
                on_act=move |()| state.settle(&StandingNotice::KeptAgain)
            />
        }
        .into_any(),
    }
}

/// What could not be read, to be taken out.
#[component]
fn Unread() -> impl IntoView {
    let state = use_state();
    view! {
        <OneNotice
            tone="late"
            icon="data"
            alert=true
            strong="A part of your book cannot be read."
            text="Nothing has been written over it, and the rest is here. Download the unreadable part and keep it: someone may be able to help."
            act="Download the part"
            on_act=move |()| state.hand_over_unread()
        />
    }
}
