//! A line of the Hundred: its number, who stands there, when the last word was, and the grip that moves it.

use super::{Dragged, grip, put};
use crate::app::state::{State, use_state};
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::signal::derived;
use kith::domain::id::PersonId;
use kith::message::hundred::line;
use kith::route::{Dialog, Page, Route};
use kith::rules::hundred::taken_off;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

/// A line; `place` counts from 0.
#[component]
pub fn Row(id: PersonId, place: ReadSignal<usize>, dragged: Dragged) -> impl IntoView {
    let state = use_state();
    let line = state.select_on(move |book, today| line(book, id, today));
    let name = derived(move || line.get().name);
    let moving = move || dragged.get().is_some_and(|(one, over)| one == id || over == place.get() + 1);
    let key = move |event: KeyboardEvent| {
        let step = match (event.alt_key(), event.key().as_str()) {
            (true, "ArrowUp") => place.get_untracked(),
            (true, "ArrowDown") => place.get_untracked() + 2,
            _ => return,
        };
        event.prevent_default();
        put(state, id, step);
    };
    view! {
        <li
            class="rank"
            class:no-print=move || !line.get().on_paper
            data-row="true"
            data-line=move || (place.get() + 1).to_string()
            data-moved=move || moving().then_some("true")
            on:keydown=key
        >
            <span class="rank__number" aria-hidden="true">
                {move || (place.get() + 1).to_string()}
            </span>
            <Avatar name=name client=derived(move || line.get().client) class="avatar--s" />
            <p class="rank__who">
                <a href=Route::of(Page::Person(id)).to_string()>{name}</a>
                " "
                <span>{move || line.get().work}</span>
            </p>
            <span class="rank__last">{move || line.get().last}</span>
            <Grip id=id place=place name=name dragged=dragged />
        </li>
    }
}

/// The grip: dragged it moves the line, pressed it opens the other ways to move it.
#[component]
fn Grip(id: PersonId, place: ReadSignal<usize>, name: Signal<String>, dragged: Dragged) -> impl IntoView {
    let state = use_state();
    let menu = format!("move-{id}");
    // A drag ends with a click, which must not open the menu.
    let was_drag = StoredValue::new(false);
    let down = move |event: PointerEvent| {
        was_drag.set_value(false);
        if let Some(grip) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            let _ = grip.set_pointer_capture(event.pointer_id());
        }
        dragged.set(Some((id, place.get_untracked() + 1)));
    };
    let moves = move |event: PointerEvent| {
        let over = line_at(&event);
        if let (Some((one, before)), Some(over)) = (dragged.get_untracked(), over)
            && one == id
            && before != over
        {
            was_drag.set_value(true);
            dragged.set(Some((id, over)));
        }
    };
    let up = move |_| {
        if let Some((_, over)) = dragged.get_untracked()
            && over != place.get_untracked() + 1
        {
            put(state, id, over);
        }
        dragged.set(None);
    };
    let click = move |event: web_sys::MouseEvent| {
        if was_drag.get_value() {
            was_drag.set_value(false);
            event.prevent_default();
        }
    };
    view! {
        <button
            class="button button--plain button--icon rank__grip"
            type="button"
            id=grip(id)
            aria-label=move || format!("Move {}", name.get())
            popovertarget=menu.clone()
            on:pointerdown=down
            on:pointermove=moves
            on:pointerup=up
            on:pointercancel=move |_| dragged.set(None)
            on:click=click
        >
            <Icon name="grip" />
        </button>
        <div class="menu" id=menu.clone() popover="auto">
            {ways(state, id, place, &menu)}
        </div>
    }
}

/// The line under the pointer.
fn line_at(event: &PointerEvent) -> Option<usize> {
    let under = document().element_from_point(event.client_x() as f32, event.client_y() as f32)?;
    under.closest("[data-line]").ok()??.get_attribute("data-line")?.parse().ok()
}

/// The ways to move a line, as the items of its menu.
fn ways(state: State, id: PersonId, place: ReadSignal<usize>, menu: &str) -> AnyView {
    let line = move || place.get_untracked() + 1;
    let off = move || {
        let name = state.peek(|book, _| book.person(id).map(|person| person.name.to_string())).unwrap_or_default();
        state
            .act_here(format!("{name} is off the list, and stays in your book."), |book, _, _| Ok(taken_off(book, id)));
    };
    let items: [(&'static str, &'static str, Callback<()>); 4] = [
        ("Up", "up", Callback::new(move |()| put(state, id, line() - 1))),
        ("Down", "down", Callback::new(move |()| put(state, id, line() + 1))),
        ("Move to line…", "hundred", Callback::new(move |()| state.open_dialog(Dialog::Line(id)))),
        ("Take off the list", "close", Callback::new(move |()| off())),
    ];
    let item = |(label, icon, run): (&'static str, &'static str, Callback<()>)| {
        view! {
            <button
                class="menu__item"
                type="button"
                popovertarget=menu.to_string()
                popovertargetaction="hide"
                on:click=move |_| run.run(())
            >
                <Icon name=icon />
                {label}
            </button>
        }
    };
    items.into_iter().map(item).views()
}
