//! Giving back: what was promised and what is wanted, who should meet, and the balance with everyone (R62, R65–R68, B11).

mod dark;
pub mod forms;
mod ideas;
mod ledger;
pub mod pairs;
mod plans;
mod promised;
mod sent;
mod wanted;

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Show;
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::{Memo, memo};
use dark::InTheDark;
use ideas::Ideas;
use kith::message::giving::lead;
use kith::route::Dialog;
use kith::rules::balance::Since;
use kith::rules::introductions::{Meetings, meetings};
use ledger::Balances;
use leptos::prelude::*;
use pairs::Pairs;
use plans::Plans;
use promised::Promised;
use sent::Sent;
use wanted::Wanted;

/// Giving back.
#[component]
pub fn GivePage() -> impl IntoView {
    let state = use_state();
    let since = state.of_route(|route| Since::of_address(route.asked("since")));
    let said = state.select_on(|book, today| (lead(book, Since::Year, today), lead(book, Since::Ever, today)));
    let said = move || if since.get() == Since::Year { said.get().0 } else { said.get().1 };
    let meetings: Memo<Meetings> = state.select(meetings);
    let is_empty = memo(move || state.select_now(|book| book.people().next().is_none()));
    view! {
        <div class="page">
            <PageHead
                title="Giving back"
                lead=move || said()
            >
                <button
                    class="button"
                    type="button"
                    on:click=move |_| state.open_dialog(Dialog::Given(None, None))
                >
                    <Icon name="plus" small=true />
                    "Note something given"
                </button>
            </PageHead>
            <div class="columns">
                <div class="stack">
                    <Promised />
                    <Pairs meetings=meetings />
                    <Wanted meetings=meetings />
                    <Sent />
                    <InTheDark />
                </div>
                <div class="stack">
                    <Balances since=since />
                    <Show when=move || !is_empty.get()>
                        <Ideas since=since meetings=meetings />
                        <Plans />
                    </Show>
                </div>
            </div>
        </div>
    }
}
