//! The plans made together, the one with the nearest day first (R67).

use crate::app::state::use_state;
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Views};
use crate::app::ui::section::{Section, ShowAll};
use crate::app::ui::signal::{derived, memo};
use kith::domain::id::PlanId;
use kith::message::plan_text::{PlanRow, row};
use kith::route::{Dialog, Page, Route};
use kith::rules::promises::plans;
use leptos::prelude::*;

/// How many stand there at first.
const SOME: usize = 4;

/// The plans made together.
#[component]
pub fn Plans() -> impl IntoView {
    let state = use_state();
    let list = state.select_on(plans);
    let all = RwSignal::new(false);
    let shown = memo(move || {
        let most = if all.get() { usize::MAX } else { SOME };
        list.with(|list| list.iter().take(most).copied().collect::<Vec<_>>())
    });
    let head = move || {
        view! {
            <button class="button button--plain" type="button" on:click=move |_| state.open_dialog(Dialog::Plan(None))>
                <Icon name="plus" small=true />
                "Plan together"
            </button>
        }
    };
    let count = derived(move || list.with(Vec::len));
    view! {
        <Section
            id="plans"
            title="Plans together"
            count=count
            uncounted=true
            nothing="Agree with somebody who sends you business what each of you does for the other, and by when."
            head=head
        >
            <ul aria-labelledby="plans">
                <For each=move || shown.get() key=|id| id.to_string() let:id>
                    <Line id=id />
                </For>
            </ul>
            <ShowAll some=SOME count=count all=all />
        </Section>
    }
}

#[component]
fn Line(id: PlanId) -> impl IntoView {
    let told = use_state().select_on(move |book, today| row(book, id, today));
    let shown = move |row: PlanRow| {
        let PlanRow { name, client, why, when, .. } = row;
        view! {
            <li class="pick">
                <Avatar name=name.clone() client=client />
                <div>
                    <h3 class="pick__who">
                        <a href=Route::of(Page::Plan(id)).to_string()>{name}</a>
                    </h3>
                    <p class="pick__why">{why}</p>
                </div>
                <span class="mark" data-tone=when.1>
                    {when.0}
                </span>
            </li>
        }
    };
    view! { {move || told.get().map(shown).views()} }
}
