//! The single next thing of a referral, with its button.

use crate::app::state::{State, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::signal::{Memo, memo};
use kith::domain::id::{PersonId, ReferralId};
use kith::message::step_text::{NewClient, Nine, new_client};
use kith::route::{Dialog, Page, Route};
use kith::rules::steps::NextStep;
use leptos::prelude::*;

/// The card with the next thing.
#[component]
pub fn NextThing(id: ReferralId, nine: Memo<Option<Nine>>) -> impl IntoView {
    let next = memo(move || nine.get().map_or(NextStep::Nothing, |nine| nine.next));
    view! {
        <section class="next" aria-label="Next" data-tone=move || if next.get() == NextStep::Nothing { "done" } else { "owed" }>
            <p class="next__label">
                <span>"Next"</span>
            </p>
            <div>
                <h2 class="next__what">{move || nine.get().map(|nine| nine.title)}</h2>
                <p class="next__why">{move || nine.get().map(|nine| nine.why)}</p>
            </div>
            <div class="next__actions">
                {move || buttons(use_state(), id, next.get())} <AfterTheSale id=id />
            </div>
        </section>
    }
}

/// After a sale, in one place: ask the new client, and write down whom they name (R51).
#[component]
fn AfterTheSale(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let client = state.select(move |book| new_client(book, id));
    let offer = move |client: NewClient| {
        let (person, first) = (client.person, client.first);
        let ask = client.may_be_asked.then(|| {
            view! {
                <a class="button" href=Route::of(Page::AskFor(person)).to_string()>
                    <Icon name="ask" small=true />
                    {format!("Ask {first} for a referral")}
                </a>
            }
        });
        view! {
            {ask.views()}
            <button class="button" type="button" on:click=move |_| state.open_dialog(Dialog::Capture(Some(person)))>
                <Icon name="plus" small=true />
                {format!("Who did {first} mention?")}
            </button>
        }
    };
    view! { {move || client.get().map(offer).views()} }
}

/// The buttons for the next thing: the first is the one thing to do.
fn buttons(state: State, id: ReferralId, next: NextStep) -> AnyView {
    match next {
        NextStep::ThankAgreed | NextStep::ThankReport | NextStep::ThankWon => {
            view! { <Write id=id label="Write thanks" primary=true /> }.into_any()
        }
        NextStep::Update(_) => view! { <Write id=id label="Send news" primary=true /> }.into_any(),
        NextStep::LastWord => view! { <Write id=id label="Write a last word" primary=true /> }.into_any(),
        NextStep::Confirm(_) => {
            view! { <Introduced id=id primary=true /> <Write id=id label="Ask gently" primary=false /> }.into_any()
        }
        NextStep::FollowUp => view! { <FollowedUp id=id primary=true /> <WriteFirst id=id /> }.into_any(),
        NextStep::Talk => view! { <Talked id=id primary=true /> }.into_any(),
        NextStep::Decide => {
            let won = move |_| state.open_dialog(Dialog::Won(id));
            view! {
                <button class="button button--primary" type="button" on:click=won>
                    "It is won…"
                </button>
            }
            .into_any()
        }
        NextStep::Nothing => ().into_any(),
    }
}

fn class(primary: bool) -> &'static str {
    if primary { "button button--primary" } else { "button" }
}

/// Opens the message to the source.
#[component]
pub fn Write(id: ReferralId, label: &'static str, primary: bool) -> impl IntoView {
    let state = use_state();
    let write = move |_| open_letter(state, id, |r| r.source);
    view! {
        <button class=class(primary) type="button" on:click=write>
            <Icon name="mail" small=true />
            {label}
        </button>
    }
}

/// Opens the message to the prospect.
#[component]
fn WriteFirst(id: ReferralId) -> impl IntoView {
    let state = use_state();
    let write = move |_| open_letter(state, id, |r| r.prospect);
    view! {
        <button class="button" type="button" on:click=write>
            <Icon name="mail" small=true />
            "Write to them"
        </button>
    }
}

fn open_letter(state: State, id: ReferralId, to: fn(&kith::domain::referral::Referral) -> PersonId) {
    if let Some(person) = state.peek(|book, _| book.referral(id).map(to)) {
        state.open_dialog(Dialog::Write(person, Some(id.0)));
    }
}

/// The introduction is confirmed.
#[component]
pub fn Introduced(id: ReferralId, primary: bool) -> impl IntoView {
    let state = use_state();
    let act = move |_| {
        state.act_here("Introduced. The follow-up is open.", move |book, _, today| book.introduced(id, "", today));
    };
    view! {
        <button class=class(primary) type="button" on:click=act>
            <Icon name="check" small=true />
            "They have introduced us"
        </button>
    }
}

/// The first word to the prospect.
#[component]
pub fn FollowedUp(id: ReferralId, primary: bool) -> impl IntoView {
    let state = use_state();
    let act = move |_| {
        state.act_here("Followed up.", move |book, mint, today| book.followed_up(id, "", today, mint));
    };
    view! {
        <button class=class(primary) type="button" on:click=act>
            <Icon name="check" small=true />
            "I have followed up"
        </button>
    }
}

/// The first real conversation.
#[component]
pub fn Talked(id: ReferralId, primary: bool) -> impl IntoView {
    let state = use_state();
    let act = move |_| {
        state.act_here("Talked. Thank the source and tell them.", move |book, _, today| book.talked(id, "", today));
    };
    view! {
        <button class=class(primary) type="button" on:click=act>
            <Icon name="check" small=true />
            "We have talked"
        </button>
    }
}
