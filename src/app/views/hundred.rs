//! The Hundred: the people known best in a strict order, moved by grip, by menu or by keys, with room for who is missing.

mod open_lines;
mod row;

use super::confirm_dialog::ConfirmDialog;
use super::draft_form::DraftForm;
use super::take::TakeThisList;
use crate::app::state::{State, use_state};
use crate::app::ui::field::{TextField, focus};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, rows};
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::derived;
use kith::domain::id::PersonId;
use kith::message::hundred::{moved, progress, reordered};
use kith::rules::hundred::{MOST, hundred, moved_to, ordered, placed};
use leptos::prelude::*;
use open_lines::{Add, Prompts};
use row::Row;

/// Which line is being dragged, and over which one it is.
type Dragged = RwSignal<Option<(PersonId, usize)>>;

/// The Hundred (R4, R5).
#[component]
pub fn Hundred() -> impl IntoView {
    let state = use_state();
    let list = state.select(hundred);
    let dragged: Dragged = RwSignal::new(None);
    let room = move || list.with(Vec::len) < MOST;
    view! {
        <div class="page" data-paper="yes">
            <PageHead
                title="The Hundred"
                lead=|| "The people you know best, the best first. With five minutes to spare, call from the top."
            >
                <Show when=move || !list.with(Vec::is_empty)>
                        <button class="button" type="button" on:click=move |_| state.print()>
                            <Icon name="print" small=true />
                            "Print"
                        </button>
                        <TakeThisList />
                </Show>
            </PageHead>
            <div class="columns">
                <section aria-labelledby="list">
                    <header class="section-head">
                        <h2 id="list">"Your list"</h2>
                        <span class="count" role="status">
                            {move || progress(list.with(Vec::len))}
                        </span>
                        <Show when=move || list.with(|list| list.len() > 1)>
                            <button
                                class="button button--plain"
                                type="button"
                                title="By tier, rating, business done, referrals given and the last word"
                                on:click=move |_| suggest(state)
                            >
                                "Suggest an order"
                            </button>
                        </Show>
                    </header>
                    <ol aria-labelledby="list">
                        {rows(
                            move || list.get(),
                            PersonId::to_string,
                            move |place, id| view! { <Row id=id place=place dragged=dragged /> },
                        )}
                    </ol>
                    <Show when=room fallback=|| view! { <p class="hundred__rest">"All hundred lines are written."</p> }>
                        <Add listed=list />
                    </Show>
                </section>
                <Show when=room>
                    <Prompts listed=list />
                </Show>
            </div>
        </div>
    }
}

/// Brings the list into the order Kith would suggest, in one step.
fn suggest(state: State) {
    let lines = state.peek(|book, _| ordered(book).0);
    if lines == 0 {
        state.say(reordered(0));
    } else {
        state.act_here(reordered(lines), |book, _, _| Ok(ordered(book).1));
    }
}

/// The id of the button that moves somebody; it has the focus after a move.
fn grip(id: PersonId) -> String {
    format!("grip-{id}")
}

/// Puts somebody on this line, 1 for the first, and keeps the focus with them.
fn put(state: State, id: PersonId, place: usize) {
    let last = state.peek(|book, _| hundred(book).len());
    let place = place.clamp(1, last.max(1));
    let said = state.peek(|book, _| moved(book, id, place));
    state.act_here(said, move |book, _, _| placed(book, id, place));
    focus(grip(id));
}

/// Asks for the line somebody is moved to.
#[component]
pub fn ToLine(id: PersonId) -> impl IntoView {
    let state = use_state();
    let name = state.peek(|book, _| book.person(id).map(|person| person.name.to_string())).unwrap_or_default();
    let form = DraftForm::open(format!("line-{id}"), String::new());
    let close = move |()| {
        form.forget();
        state.close_dialog();
        focus(grip(id));
    };
    let save = move |()| {
        let typed = form.peek();
        let said = state.peek(|book, _| moved(book, id, typed.trim().parse().unwrap_or(1)));
        form.finish(state.act(said, move |book, _, _| moved_to(book, id, &typed)));
        focus(grip(id));
    };
    view! {
        <ConfirmDialog
            id="line-title"
            title=format!("Move {name}")
            sub="Those below make room."
            verb="Move"
            on_save=save
            on_close=close
        >
            <TextField
                label="To line"
                name="line"
                kind="number"
                autofocus=true
                value=form.of(String::clone)
                on_input=form.input(|typed, text| *typed = text)
                error=form.problem_of("line", "form")
                hint=derived(|| "From 1 for the one you know best.".to_string())
            />
        </ConfirmDialog>
    }
}
