//! Ticks in a list, and the bar with what can be done with all that are ticked.

use crate::app::state::{State, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Show;
use crate::app::ui::signal::derived;
use kith::domain::id::Id;
use kith::domain::selection::Selection;
use kith::message::bulk::selected;
use kith::message::reason::number;
use leptos::prelude::*;

/// Who is ticked in a list.
pub type Ticks = RwSignal<Selection>;

/// The tick of one row.
#[component]
pub fn Tick(id: Id, #[prop(into)] name: Signal<String>, ticks: Ticks) -> impl IntoView {
    view! {
        <input
            class="tick"
            type="checkbox"
            data-act="tick"
            aria-label=move || format!("Select {}", name.get())
            prop:checked=move || ticks.with(|ticks| ticks.has(id))
            on:change=move |event| ticks.update(|ticks| ticks.tick(id, event_target_checked(&event)))
        />
    }
}

/// What stands in the address while rows are being ticked.
pub const SELECTING: &str = "select";

/// Ticks the rows of this list, or with nothing of none.
fn select(state: State, list: &str) {
    state.go_instead(state.peek_route().filtered(SELECTING, list));
}

/// The line above a list whose rows can be ticked: it begins it, ticks all, and ends it.
#[component]
pub fn SelectSeveral(
    selecting: Signal<bool>,
    #[prop(into)] list: Signal<Vec<Id>>,
    ticks: Ticks,
    /// What the address calls the list, and what it is called, where a page has several.
    #[prop(optional)]
    which: Option<(String, &'static str)>,
) -> impl IntoView {
    let state = use_state();
    let (word, called) = which.unwrap_or(("yes".into(), ""));
    let begin = move || {
        let word = word.clone();
        let label = (!called.is_empty()).then(|| format!("Select several: {called}"));
        view! {
            <button
                class="button button--plain"
                type="button"
                aria-label=label
                on:click=move |_| select(state, &word)
            >
                <Icon name="check" small=true />
                "Select several"
            </button>
        }
    };
    view! {
        <p class="select-several">
            <Show when=move || selecting.get() fallback=begin>
                <TickAll list=list ticks=ticks />
                <button class="button button--plain" type="button" on:click=move |_| select(state, "")>
                    "Done selecting"
                </button>
            </Show>
        </p>
    }
}

/// The tick of the whole list, shown or not yet shown.
#[component]
fn TickAll(#[prop(into)] list: Signal<Vec<Id>>, ticks: Ticks) -> impl IntoView {
    let all = move || list.with(|list| ticks.with(|ticks| ticks.has_all(list)));
    let tick = move |event| {
        let on = event_target_checked(&event);
        list.with_untracked(|list| ticks.update(|ticks| ticks.tick_all(list, on)));
    };
    view! {
        <label class="check">
            <input class="tick" type="checkbox" prop:checked=all on:change=tick />
            <span>{move || format!("Select all {} shown", number(list.with(Vec::len)))}</span>
        </label>
    }
}

/// The bar, while any are ticked: how many, and the acts.
#[component]
pub fn Bar(#[prop(into)] list: Signal<Vec<Id>>, ticks: Ticks, children: ChildrenFn) -> impl IntoView {
    let children = StoredValue::new(children);
    let said = move || list.with(|list| ticks.with(|ticks| selected(ticks.len(), ticks.elsewhere(list))));
    view! {
        <Show when=move || !ticks.with(Selection::is_empty)>
            <div class="bulk no-print" role="group" aria-label="With those selected">
                <button
                    class="button button--plain button--icon"
                    type="button"
                    aria-label="Select nobody"
                    on:click=move |_| ticks.update(Selection::clear)
                >
                    <Icon name="close" />
                </button>
                <p class="bulk__count" role="status">
                    {derived(said)}
                </p>
                {children.with_value(|children| children())}
            </div>
        </Show>
    }
}
