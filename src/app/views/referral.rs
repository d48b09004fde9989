//! One referral: its nine steps, the single next thing, and what was said.

mod detail;
mod next;
mod steps;

use crate::app::state::use_state;
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::views::gone::Gone;
use crate::app::views::timeline::Timeline;
use detail::{Detail, Promise};
use kith::domain::id::ReferralId;
use kith::message::nine::nine;
use kith::route::{Dialog, Page, Route};
use kith::rules::lists::stage;
use kith::rules::timeline::of_referral;
use leptos::prelude::*;
use next::NextThing;
use steps::NineSteps;

/// One referral.
#[component]
pub fn ReferralPage(id: ReferralId) -> impl IntoView {
    let is_here = use_state().select(move |book| book.referral(id).is_some());
    move || match is_here.get() {
        true => view! { <Here id=id /> }.into_any(),
        false => view! { <Gone what="referral" back=Page::Referrals /> }.into_any(),
    }
}

#[component]
fn Here(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let nine = state.select_on(move |book, today| nine(book, id, today));
    let moments = state.select(move |book| book.referral(id).map(|r| of_referral(book, r)).unwrap_or_default());
    view! {
        <div class="page">
            <Head id=id />
            <div class="columns">
                <div class="stack">
                    <NextThing id=id nine=nine />
                    <NineSteps id=id nine=nine />
                </div>
                <div class="stack">
                    <Detail id=id />
                    <Promise id=id />
                    <Timeline moments=moments />
                </div>
            </div>
        </div>
    }
}

#[component]
fn Head(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let head = state.select_on(move |book, today| {
        let referral = book.referral(id)?;
        let prospect = book.person(referral.prospect)?;
        let source = book.person(referral.source)?;
        let work: Vec<&str> =
            [prospect.title.as_str(), book.workplace(prospect)].into_iter().filter(|t| !t.is_empty()).collect();
        let name = prospect.name.to_string();
        Some((
            name,
            work.join(", "),
            referral.prospect,
            referral.source,
            source.name.to_string(),
            stage(book, id, today),
        ))
    });
    let page = |id: Option<_>| id.map_or(String::new(), |id| Route::of(Page::Person(id)).to_string());
    view! {
        <header class="page-head">
            <div>
                <p class="page-head__over">
                    <a href=Route::of(Page::Referrals).to_string()>"Referrals"</a>
                    " · "
                    {move || head.get().map(|h| h.5)}
                </p>
                <h1>
                    <a class="referral__title" href=move || page(head.get().map(|h| h.2))>
                        {move || head.get().map_or_else(|| "Someone who was erased".to_string(), |h| h.0)}
                    </a>
                </h1>
                <p class="page-head__lead">
                    {move || head.get().map(|h| h.1).filter(|w| !w.is_empty()).map(|w| format!("{w}. "))} "Through "
                    <a class="name" href=move || page(head.get().map(|h| h.3))>
                        {move || head.get().map(|h| h.4)}
                    </a> "."
                </p>
            </div>
            <Actions id=id />
        </header>
    }
}

#[component]
fn Actions(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let open = state.select(move |book| book.referral(id).is_some_and(|r| r.is_open() && !r.trashed));
    let trashed = state.select(move |book| book.referral(id).is_some_and(|r| r.trashed));
    let ended = state.select(move |book| book.referral(id).is_some_and(|r| !r.is_open()));
    let dialog = move |dialog: Dialog| move |_| state.open_dialog(dialog.clone());
    let reopen = move |_| {
        state.act_here("Reopened.", move |book, _, _| book.reopen(id));
    };
    let back = move |_| {
        state.act_here("Put back.", move |book, _, _| book.trash_referral(id, false));
    };
    let trash = Callback::new(move |()| {
        state.act_here("In the trash.", move |book, _, _| book.trash_referral(id, true));
    });
    let items = vec![MenuItem { label: "Put in the trash".into(), icon: "bin", act: "", run: trash }];
    view! {
        <div class="page-head__actions">
            <Show when=move || open.get()>
                <button class="button" type="button" on:click=dialog(Dialog::Won(id))>
                    "Won…"
                </button>
                <button class="button" type="button" on:click=dialog(Dialog::Close(id))>
                    "Close the file…"
                </button>
            </Show>
            <Show when=move || ended.get()>
                <button class="button" type="button" on:click=reopen>
                    "Reopen"
                </button>
            </Show>
            <Show
                when=move || trashed.get()
                fallback=move || view! { <Menu id="more-referral".into() label="More for this referral" items=items.clone() /> }
            >
                <button class="button" type="button" on:click=back>
                    "Put back"
                </button>
            </Show>
        </div>
    }
}
