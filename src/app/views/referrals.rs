//! Every referral: who, through whom, how far, and what is next.

use crate::app::state::use_state;
use crate::app::ui::avatar::Avatar;
use crate::app::ui::empty::Empty;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show, Views};
use crate::app::ui::page_head::PageHead;
use crate::app::ui::signal::{Memo, derived, memo};
use crate::app::views::find_in_list::FindInList;
use crate::app::views::show_more::ShowMore;
use crate::app::views::take::TakeThisList;
use kith::domain::id::ReferralId;
use kith::message::names::alone;
use kith::message::reason::count;
use kith::message::step_text::nine;
use kith::route::{Dialog, Page, Route};
use kith::rules::lists::{ReferralFilter, referrals, stage};
use leptos::prelude::*;

/// How many rows stand there at first, and how many more a tap brings.
const PAGE: usize = 100;

/// Every referral.
#[component]
pub fn Referrals() -> impl IntoView {
    let state = use_state();
    let filter = state.of_route(|route| ReferralFilter::of_name(route.asked("is")));
    let text = state.of_route(|route| route.asked("q").to_string());
    let list = memo(move || state.select_now(|book| referrals(book, filter.get(), &text.get())));
    let shown = RwSignal::new(PAGE);
    let none = state.select(|book| book.referrals().next().is_none());
    let visible = move || list.get().into_iter().take(shown.get()).collect::<Vec<_>>();
    view! {
        <div class="page">
            <PageHead
                title="Referrals"
                lead=move || list.with(|list| count(list.len(), "referral"))
            >
                <Show when=move || !list.with(Vec::is_empty)>
                        <TakeThisList />
                </Show>
            </PageHead>
            <div class="stack referrals">
                <Tools filter=filter />
                <Show when=move || list.with(Vec::is_empty)>
                    <NoReferrals none=none />
                </Show>
                <ul class="referral-list" aria-label="Referrals">
                    <For
                        each=visible
                        key=|id| id.to_string()
                        let:id
                    >
                        <Row id=id />
                    </For>
                </ul>
                <ShowMore step=PAGE count=derived(move || list.with(Vec::len)) shown=shown />
            </div>
        </div>
    }
}

#[component]
fn Tools(filter: Memo<ReferralFilter>) -> impl IntoView {
    let state = use_state();
    let chip = move |one: ReferralFilter| {
        let address = state.of_route(move |route| route.filtered("is", one.address()).to_string());
        view! {
            <a class="chip" href=move || address.get() aria-current=move || (filter.get() == one).then_some("true")>
                {one.label()}
            </a>
        }
    };
    view! {
        <search class="people-tools" aria-label="This list">
            <div class="chips" role="group" aria-label="Show">
                {ReferralFilter::ALL.map(chip).views()}
            </div>
            <div class="people-tools__row">
                <FindInList label="Find in this list" placeholder="Name, source or company" />
            </div>
        </search>
    }
}

#[component]
fn NoReferrals(none: Memo<bool>) -> impl IntoView {
    let state = use_state();
    let why = move || match none.get() {
        true => view! {
            <Empty
                title="No referral yet"
                text="Write down who sent you your last good client. A name and a source are enough."
            >
                <p class="row">
                    <a class="button button--primary" href=move || state.with_dialog(Dialog::Capture(None))>
                        <Icon name="plus" small=true />
                        "Write down a referral"
                    </a>
                </p>
            </Empty>
        },
        false => view! { <Empty title="None of these" text="Choose another list above, or search for less." /> },
    };
    view! { {move || why()} }
}

#[component]
fn Row(id: ReferralId) -> impl IntoView {
    let told = use_state().select_on(move |book, today| {
        let referral = book.referral(id)?;
        let place = book.person(referral.prospect).map(|prospect| book.workplace(prospect).to_string());
        let next = nine(book, id, today).map(|nine| nine.title).unwrap_or_default();
        let [prospect, source] = [referral.prospect, referral.source].map(|id| alone(book, id));
        Some((prospect, place.unwrap_or_default(), source, stage(book, id, today), next))
    });
    let part = move |part: fn((String, String, String, &'static str, String)) -> String| {
        derived(move || told.get().map(part).unwrap_or_default())
    };
    view! {
        <li class="due-row" data-row="true">
            <Avatar name=part(|t| t.0) class="due-row__face" />
            <div class="due-row__text">
                <h2 class="due-row__who">
                    <a href=Route::of(Page::Referral(id)).to_string()>{part(|t| t.0)}</a>
                    " "
                    <span class="due-row__kind">{part(|t| t.1)}</span>
                </h2>
                <p class="due-row__why">"Through " {part(|t| t.2)} ". " {part(|t| t.4)} "."</p>
            </div>
            <span class="due-row__when tag">{part(|t| t.3.to_string())}</span>
        </li>
    }
}
