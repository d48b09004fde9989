//! A key is pressed: what it does depends on where the focus is and on the key before it.

use crate::app::state::State;
use crate::app::views::{find, shell};
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlFormElement, KeyboardEvent};

/// How long `G` waits for the letter after it, in milliseconds.
const WAITS: f64 = 2_000.0;

thread_local! {
    /// When `G` was pressed, if that was the last key.
    static GOING: Cell<Option<f64>> = const { Cell::new(None) };
}

/// A key was pressed anywhere.
pub fn pressed(state: State, event: &KeyboardEvent) {
    let going = GOING.take().is_some_and(|at| event.time_stamp() - at < WAITS);
    if event.default_prevented() || event.is_composing() {
        return;
    }
    let done = if event.ctrl_key() || event.meta_key() {
        !event.alt_key() && with_control(state, event)
    } else {
        let busy = event.alt_key() || in_field(event) || state.peek_route().dialog.is_some();
        !busy && state.keys_on() && alone(state, event, going)
    };
    if done {
        event.prevent_default();
    }
}

fn with_control(state: State, event: &KeyboardEvent) -> bool {
    match event.key().as_str() {
        "Enter" => submit_dialog(),
        "z" | "Z" if !in_field(event) => {
            if event.shift_key() {
                state.redo();
            } else {
                state.undo();
            }
            true
        }
        _ => false,
    }
}

/// A key without Control or Alt, outside fields and dialogs.
fn alone(state: State, event: &KeyboardEvent, going: bool) -> bool {
    let key = event.key();
    if going {
        return go(state, &key);
    }
    match key.as_str() {
        "/" => find::open(state, String::new()),
        "c" => state.open_dialog(Dialog::Capture(None)),
        "l" => shell::log(state),
        "n" => state.open_dialog(Dialog::Person(None)),
        "?" => state.open_dialog(Dialog::Keys),
        "g" => GOING.set(Some(event.time_stamp())),
        "j" => return step(true),
        "k" => return step(false),
        "e" => return act("done"),
        "s" => return act("tomorrow"),
        "x" => return act("tick"),
        _ => return false,
    }
    true
}

fn go(state: State, key: &str) -> bool {
    let page = match key {
        "t" => Page::Today,
        "p" => Page::People,
        "h" => Page::Hundred,
        "r" => Page::Referrals,
        "e" => Page::Tree(None),
        "s" => Page::Scoreboard,
        "d" => Page::Data,
        _ => return false,
    };
    state.go(Route::of(page));
    true
}

/// Whether words are being typed.
fn in_field(event: &KeyboardEvent) -> bool {
    let field = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(field).ok().flatten().is_some())
}

fn submit_dialog() -> bool {
    let form = document().query_selector("dialog[open] form").ok().flatten();
    let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    form.is_some_and(|form| form.request_submit().is_ok())
}

/// The row of a list in which the focus is.
fn row() -> Option<Element> {
    document().active_element()?.closest("[data-row]").ok()?
}

/// Moves the focus to the main act of the next or the previous row.
fn step(down: bool) -> bool {
    let Ok(rows) = document().query_selector_all("#main [data-row]") else { return false };
    let element = |at: u32| rows.item(at).and_then(|node| node.dyn_into::<Element>().ok());
    let here = row();
    let at: Option<u32> = (0..rows.length()).find(|at| element(*at) == here && here.is_some());
    let next = match (at, down) {
        (None, _) => 0,
        (Some(at), true) => at + 1,
        (Some(at), false) => at.saturating_sub(1),
    };
    let Some(row) = element(next) else { return false };
    let main = ["[data-act=main]", "a, button"].into_iter().find_map(|acts| row.query_selector(acts).ok().flatten());
    let Some(main) = main.and_then(|main| main.dyn_into::<HtmlElement>().ok()) else { return false };
    row.scroll_into_view_with_bool(false);
    main.focus().is_ok()
}

/// Presses the button of the row that has this name for keys.
fn act(name: &str) -> bool {
    let button = row().and_then(|row| row.query_selector(&format!("[data-act={name}]")).ok().flatten());
    let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    button.is_some_and(|button| {
        button.click();
        true
    })
}
