//! What holds on this device: how full the browser's store is, how safe the book is here, and the offline copy.

use crate::app::state::Offline;
use crate::app::state::use_state;
use crate::app::ui::list::Show;
use crate::app::ui::signal::derived;
use leptos::prelude::*;

/// How full the store is.
#[component]
pub fn Room() -> impl IntoView {
    let state = use_state();
    let room = state.storage_fill();
    let shown = move || {
        let Some(room) = room.get() else {
            return view! { <p class="small quiet">"This browser keeps nothing for Kith."</p> }.into_any();
        };
        let percent = room.percent;
        view! {
            <div class="meter" data-tone=room.tone>
                <span>{room.used}</span>
                <span class="meter__value">{percent} "% used"</span>
                <meter class="meter__gauge" aria-label="Room" min="0" max="100" value=percent>
                    {percent}
                    "%"
                </meter>
            </div>
        }
        .into_any()
    };
    view! {
        <section class="panel" aria-labelledby="room">
            <header class="panel__head">
                <h2 id="room">"Room"</h2>
            </header>
            {move || shown()}
            <p class="panel__foot">"A browser gives about 5 MB. Twenty busy years of a book take three fifths of that."</p>
        </section>
    }
}

/// How safe the book is here, and what can be done about it.
#[component]
pub fn Safety() -> impl IntoView {
    let state = use_state();
    let protected = state.is_protected();
    view! {
        <section class="panel" aria-labelledby="safe">
            <header class="panel__head">
                <h2 id="safe">"How safe is it?"</h2>
            </header>
            <ul class="data__safe">
                {if protected {
                    view! {
                        <Fact tone="done" word="Protected" text="The browser promised not to clear it when the disk is full." />
                    }
                } else {
                    view! {
                        <Fact
                            tone="owed"
                            word="Not promised"
                            text="When the disk is full, or Kith is not opened for weeks, this browser may throw the book away without asking."
                        />
                    }
                }}
                <Fact
                    tone="owed"
                    word="Clearing"
                    text="Clearing this browser’s history and site data, or leaving a private window, erases the book."
                />
                <Fact tone="owed" word="One device" text="Your phone has its own book. A backup file carries one into the other." />
                <Fact
                    tone="owed"
                    word="Not locked"
                    text="Whoever opens this browser profile can read the book, and so can extensions you allow on this page."
                />
            </ul>
            <OfflineCopy />
        </section>
        <Unread />
    }
}

#[component]
fn Fact(tone: &'static str, word: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <li>
            <span class="mark" data-tone=tone>
                {word}
            </span>
            {text}
        </li>
    }
}

/// Whether the app opens without a connection.
#[component]
fn OfflineCopy() -> impl IntoView {
    let state = use_state();
    let on = derived(move || matches!(state.offline(), Offline::On | Offline::Update));
    let possible = move || state.offline() != Offline::Impossible;
    let said = move || match state.offline() {
        Offline::On => "Kith opens without a connection.",
        Offline::Update => "Kith opens without a connection. A new version waits for your reload.",
        Offline::Off => "Without a connection Kith does not open. Your book is kept all the same.",
        Offline::Impossible => "This browser, or this address, cannot keep Kith for use without a connection.",
        Offline::Unknown => "Looking whether Kith opens without a connection.",
    };
    view! {
        <div class="panel__foot">
            <label class="switch">
                <span>
                    <strong>"Open without a connection"</strong>
                    <span class="check__note">{move || said()}</span>
                </span>
                <input
                    type="checkbox"
                    role="switch"
                    prop:checked=on
                    disabled=move || !possible()
                    on:change=move |event| state.switch_offline(event_target_checked(&event))
                />
            </label>
        </div>
    }
}

/// The parts of the book that could not be read.
#[component]
fn Unread() -> impl IntoView {
    let state = use_state();
    let parts = move || format!("{} of the book could not be read and lie untouched.", state.unread().len());
    view! {
        <Show when=move || !state.unread().is_empty()>
            <section class="panel" aria-labelledby="unread">
                <header class="panel__head">
                    <h2 id="unread">"Parts set aside"</h2>
                </header>
                <p class="small quiet">{move || parts()}</p>
                <p class="row">
                    <button class="button" type="button" on:click=move |_| state.hand_over_unread()>
                        "Download them"
                    </button>
                </p>
            </section>
        </Show>
    }
}
