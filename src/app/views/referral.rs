//! One referral: its nine steps, the single next thing, and what was said.

mod detail;
mod next;
mod steps;

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Show;
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::ui::signal::derived;
use crate::app::views::not_found::NotFound;
use crate::app::views::timeline::Timeline;
pub use detail::origins;
use detail::{Detail, Promise};
use kith::domain::id::ReferralId;
use kith::message::step_text::{Heading, heading, nine};
use kith::route::{Dialog, Page, Route};
use kith::rules::timeline::of_referral;
use leptos::prelude::*;
use next::NextThing;
use steps::NineSteps;

/// One referral.
#[component]
pub fn ReferralPage(id: ReferralId) -> impl IntoView {
    let is_here = use_state().select(move |book| book.referral(id).is_some());
    let page = move || match is_here.get() {
        true => view! { <Here id=id /> }.into_any(),
        false => view! { <NotFound what="referral" back=Page::Referrals /> }.into_any(),
    };
    view! { {move || page()} }
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
    let head = state.select_on(move |book, today| heading(book, id, today));
    let part = move |part: fn(Heading) -> String| derived(move || head.get().map(part).unwrap_or_default());
    let prospect = part(|head| Route::of(Page::Person(head.prospect)).to_string());
    let source = part(|head| Route::of(Page::Person(head.source)).to_string());
    view! {
        <header class="page-head">
            <div>
                <p class="page-head__over">
                    <a href=Route::of(Page::Referrals).to_string()>"Referrals"</a>
                    " · "
                    {part(|head| head.stage.to_string())}
                </p>
                <h1>
                    <a class="referral__title" href=prospect>
                        {part(|head| head.name)}
                    </a>
                </h1>
                <p class="page-head__lead">
                    {part(|head| head.work)} "Through "
                    <a class="name" href=source>
                        {part(|head| head.source_name)}
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
    let branch = state.select(move |book| {
        let prospect = book.referral(id).map(|referral| referral.prospect);
        Route::of(Page::Tree(prospect)).filtered("about", &id.to_string()).to_string()
    });
    view! {
        <div class="page-head__actions">
            <Show when=move || !trashed.get()>
                <a class="button" href=move || branch.get()>
                    <Icon name="tree" small=true />
                    "Thank the branch"
                </a>
            </Show>
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
