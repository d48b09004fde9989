//! A list taken along, as the page shows it: the forms it can go out in, and what stays (R63).

use crate::app::state::{ExportFormat, List, use_state};
use crate::app::ui::dialog::{Dialog, DialogHead};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::menu::MenuItem;
use kith::route::{Dialog as Address, Page, Route};
use leptos::prelude::*;

/// The forms people go out in: what the button says, and for whom it is.
const CARDS: [(ExportFormat, &str, &str); 3] = [
    (ExportFormat::VCard3, "vCard 3.0", "For the address book of a phone or computer: Apple, Google, Outlook."),
    (ExportFormat::VCard4, "vCard 4.0", "The newer kind, for programs that take it."),
    (
        ExportFormat::Csv,
        "Table (CSV)",
        "For a spreadsheet or another program, and for Kith itself: nothing of a person is lost.",
    ),
];
/// The form of everything else.
const TABLE: [(ExportFormat, &str, &str); 1] =
    [(ExportFormat::Csv, "Table (CSV)", "For a spreadsheet or another program.")];

/// What opens the dialog, in a menu.
pub fn entry() -> MenuItem {
    let state = use_state();
    let run = Callback::new(move |()| state.open_dialog(Address::Take));
    MenuItem { label: "Take this list with you…".into(), icon: "download", act: "", run }
}

/// Shows the entry as a button at the head of a page.
#[component]
pub fn TakeThisList() -> impl IntoView {
    let state = use_state();
    view! {
        <button class="button" type="button" on:click=move |_| state.open_dialog(Address::Take)>
            <Icon name="download" small=true />
            "Take this list with you…"
        </button>
    }
}

/// The dialog over the list of this page.
#[component]
pub fn Take() -> impl IntoView {
    let state = use_state();
    let close = Callback::new(move |()| state.close_dialog());
    let forms = match state.list_here() {
        List::Referrals(..) => &TABLE[..],
        _ => &CARDS,
    };
    let form = move |(form, label, note): &(ExportFormat, &'static str, &'static str)| {
        let form = *form;
        let take = move |_| {
            state.hand_over_list(&state.list_here(), form);
            state.close_dialog();
        };
        view! {
            <li class="take__form">
                <button class="button button--wide" type="button" on:click=take>
                    <Icon name="download" small=true />
                    {*label}
                </button>
                <p class="small quiet">{*note}</p>
            </li>
        }
    };
    view! {
        <Dialog labelled_by="take-title" on_close=close>
            <div class="dialog__form">
                <DialogHead id="take-title" title="Take this list with you" sub=state.would_go_here() on_close=close />
                <div class="dialog__body stack">
                    <ul class="take">{forms.iter().map(form).views()}</ul>
                    <p class="small quiet">
                        "A list may be handed on, so nothing confidential is in it. "
                        <a href=Route::of(Page::Export).to_string()>"The full backup"</a> " has everything."
                    </p>
                </div>
            </div>
        </Dialog>
    }
}
