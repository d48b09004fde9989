//! The week on a sheet of paper, made when the browser is about to print, by whichever way.

use crate::app::state::use_state;
use crate::app::ui::list::Views;
use kith::message::week_sheet::{SheetLine, WeekSheet, sheet};
use leptos::prelude::*;

/// What is printed of Today. On the screen it is not to be seen.
#[component]
pub fn WeekSheet() -> impl IntoView {
    let state = use_state();
    let paper = RwSignal::new(None);
    let before = window_event_listener_untyped("beforeprint", move |_| paper.set(Some(state.peek(sheet))));
    on_cleanup(move || before.remove());
    let printed = |WeekSheet { title, goal, owed, more, five }: WeekSheet| {
        view! {
            <h1>{title}</h1>
            <p>{goal}</p>
            <Lines title="Owed" lines=owed none="Nothing is owed." />
            <p>{more}</p>
            <Lines title="Also to contact" lines=five none="Nobody else this week." />
        }
    };
    view! { <div class="week-sheet" aria-hidden="true">{move || paper.get().map(printed).views()}</div> }
}

/// A part of the sheet, with a box to tick before each line.
#[component]
fn Lines(title: &'static str, lines: Vec<SheetLine>, none: &'static str) -> impl IntoView {
    let empty = lines.is_empty().then_some(none);
    let row = |SheetLine { what, why, day }: SheetLine| {
        view! {
            <tr>
                <td class="week-sheet__box"></td>
                <td>
                    <strong>{what}</strong>
                    <span class="week-sheet__why">{why}</span>
                </td>
                <td class="week-sheet__day">{day}</td>
            </tr>
        }
    };
    view! {
        <h2>{title}</h2>
        <p>{empty}</p>
        <table class="week-sheet__lines">
            <tbody>{lines.into_iter().map(row).views()}</tbody>
        </table>
    }
}
