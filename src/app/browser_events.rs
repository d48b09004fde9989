//! The world outside the screens: the address bar, the keys, midnight, other tabs, and the marks for measuring.

use super::clock;
use super::file;
use super::scroll;
use super::state::State;
use super::views::keys;
use kith::route::Route;
use kith::rules::disclosure::Released;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// Leaves a mark for measuring, such as `kith:open`.
pub fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}

/// Says that the first screen is painted and answers.
pub fn ready() {
    // Two frames on, the first screen has been painted.
    request_animation_frame(|| {
        request_animation_frame(|| {
            mark("kith:ready");
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("data-ready", "true");
            }
        });
    });
}

/// Names the window, and with it the PDF, the print and the bookmark of its page.
pub fn name_window(title: &Released) {
    document().set_title(title);
}

/// Shows a number on the icon of the installed app, or none for 0; does nothing where the browser has no such thing.
pub fn badge(count: usize) {
    let navigator = window().navigator();
    let (name, given) = match count {
        0 => ("clearAppBadge", js_sys::Array::new()),
        count => ("setAppBadge", js_sys::Array::of1(&(count as f64).into())),
    };
    let call = js_sys::Reflect::get(&navigator, &name.into()).ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    let answer = call.and_then(|call| call.apply(&navigator, &given).ok());
    if let Some(promise) = answer.and_then(|answer| answer.dyn_into::<js_sys::Promise>().ok()) {
        // A browser may refuse, as it does while the app is not installed.
        leptos::task::spawn_local(async move { drop(wasm_bindgen_futures::JsFuture::from(promise).await) });
    }
}

/// Listens to everything outside for as long as the app lives.
pub fn listen(state: State) {
    scroll::take_charge();
    window_event_listener(leptos::ev::click, move |event| clicked(state, &event));
    window_event_listener_untyped("hashchange", move |_| state.address_changed());
    window_event_listener_untyped("popstate", move |_| state.address_changed());
    window_event_listener_untyped("storage", move |event| {
        let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
        state.heard(key);
    });
    for name in ["focus", "pageshow"] {
        window_event_listener_untyped(name, move |_| state.shown());
    }
    window_event_listener_untyped("pagehide", move |_| state.hidden());
    let visible = move || document().visibility_state() == web_sys::VisibilityState::Visible;
    let seen =
        wasm_bindgen::closure::Closure::<dyn Fn()>::new(move || if visible() { state.shown() } else { state.hidden() });
    let _ = document().add_event_listener_with_callback("visibilitychange", seen.as_ref().unchecked_ref());
    seen.forget();
    window_event_listener_untyped("kith:offline", move |_| state.offline_changed());
    window_event_listener(leptos::ev::keydown, move |event| keys::pressed(state, &event));
    window_event_listener(leptos::ev::dragover, move |event| dragged(state, &event));
    window_event_listener(leptos::ev::dragleave, move |event| {
        if event.related_target().is_none() {
            state.hover(false); // it left the window
        }
    });
    window_event_listener(leptos::ev::drop, move |event| dropped(state, &event));
    file::opened_with(move |files| state.take_files(files));
    at_midnight(state);
}

/// Files over the page are taken anywhere on it, or the browser would leave the app for them; what else is dragged is the
/// browser's.
fn dragged(state: State, event: &web_sys::DragEvent) {
    if file::dropped(event).is_some() {
        event.prevent_default();
        state.hover(true);
    }
}

fn dropped(state: State, event: &web_sys::DragEvent) {
    state.hover(false);
    if let Some(files) = file::dropped(event) {
        event.prevent_default();
        state.take_files(files);
    }
}

/// A plain click on a link of ours goes there without the browser, which would jump down the page first.
fn clicked(state: State, event: &web_sys::MouseEvent) {
    let changed = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || changed {
        return;
    }
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let link = target.and_then(|target| target.closest("a[href^='#/']").ok().flatten());
    if let Some(address) = link.and_then(|link| link.get_attribute("href")) {
        event.prevent_default();
        state.go(Route::parse(&address));
    }
}

fn at_midnight(state: State) {
    // A long wait may be late after sleep; the page being shown again turns the day as well.
    let wait = Duration::from_millis(clock::until_midnight().min(3_600_000));
    set_timeout(
        move || {
            state.turn_the_day();
            at_midnight(state);
        },
        wait,
    );
}
