//! The balances: what came from each and what went to them, those who gave most and got least first (R65, R66).

use crate::app::state::use_state;
use crate::app::ui::field::Segments;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{Memo, derived, memo};
use kith::message::giving::{LedgerLine, LedgerWords, ledger_words};
use kith::route::{Page, Route};
use kith::rules::balance::Since;
use leptos::prelude::*;

/// The table of balances, of this year or of all.
#[component]
pub fn Balances(since: Memo<Since>) -> impl IntoView {
    let state = use_state();
    let all = state.of_route(|route| route.asked("everyone") == "yes");
    let words: Memo<LedgerWords> = memo(move || {
        let (since, all, today) = (since.get(), all.get(), state.today());
        state.select_now(|book| ledger_words(book, since, today, all))
    });
    let is_empty = move || words.with(|words| words.owed.is_empty() && words.others.is_empty());
    let everyone = move || {
        let (label, value) = if all.get() { ("Fewer", "") } else { ("Everyone", "yes") };
        view! { <a href=state.of_route(move |route| route.filtered("everyone", value).to_string()).signal()>{label}</a> }
    };
    let choose = Callback::new(move |address: String| state.go_instead(state.peek_route().filtered("since", &address)));
    let options = Since::ALL.map(|since| (since.address().to_string(), said(since).to_string())).to_vec();
    view! {
        <section class="panel" aria-labelledby="balances">
            <header class="panel__head">
                <h2 id="balances">"Balances"</h2>
                <p class="small">{everyone}</p>
            </header>
            <Segments
                label="Since when"
                quiet=true
                name="since"
                value=derived(move || since.get().address().to_string())
                on_change=choose
                options=options
            />
            <Show
                when=move || !is_empty()
                fallback=|| {
                    view! {
                        <p class="small quiet section-none">
                            "Nothing came and nothing went yet. Referrals, introductions, help, gifts and articles stand here side by side."
                        </p>
                    }
                }
            >
                <Table words=words />
            </Show>
            <p class="panel__foot">"Introductions, help, gifts, articles and testimonials count alike."</p>
        </section>
    }
}

fn said(since: Since) -> &'static str {
    if since == Since::Year { "This year" } else { "Since ever" }
}

#[component]
fn Table(words: Memo<LedgerWords>) -> impl IntoView {
    view! {
        <table class="table give-ledger">
            <caption class="visually-hidden">"Those who gave you most and got least, then the others"</caption>
            <thead>
                <tr>
                    <th scope="col">"Gave most, got least"</th>
                    <th class="number" scope="col">
                        "From"
                    </th>
                    <th class="number" scope="col">
                        "To"
                    </th>
                </tr>
            </thead>
            <tbody>{move || words.get().owed.into_iter().map(line).views()}</tbody>
            <tbody>
                {move || words.get().others.into_iter().map(line).views()}
                {move || {
                    let total = words.get().total;
                    view! {
                        <tr class="table__total">
                            <th scope="row">{total.name}</th>
                            <td class="number">{total.from}</td>
                            <td class="number">{total.to}</td>
                        </tr>
                    }
                }}
            </tbody>
        </table>
    }
}

fn line(line: LedgerLine) -> impl IntoView {
    let LedgerLine { person, name, from, to } = line;
    let who = match person {
        Some(id) => view! { <a href=Route::of(Page::Person(id)).to_string()>{name}</a> }.into_any(),
        None => view! { <span class="quiet">{name}</span> }.into_any(),
    };
    view! {
        <tr>
            <th scope="row">{who}</th>
            <td class="number">{from}</td>
            <td class="number">{to}</td>
        </tr>
    }
}
