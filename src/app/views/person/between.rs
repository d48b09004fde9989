//! What came from this person and what went to them, and what can be done for them: note it, plan together, introduce (R65–R68).

use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use kith::domain::id::{PersonId, PlanId};
use kith::message::giving::between;
use kith::message::plan_text::plan_with;
use kith::route::{Dialog, Page, Route};
use kith::rules::balance::Since;
use leptos::prelude::*;

/// The balance with this person, and what can be done for them.
#[component]
pub fn Between(id: PersonId) -> impl IntoView {
    let state = use_state();
    let said = state.select_on(move |book, today| between(book, id, Since::Ever, today));
    let plan = state.select(move |book| plan_with(book, id));
    let said = move || match said.get() {
        said if said.is_empty() => "Nothing came and nothing went yet.".to_string(),
        said => said,
    };
    let together = move |plan: Option<PlanId>| match plan {
        Some(plan) => view! { <a href=Route::of(Page::Plan(plan)).to_string()>"Your plan together"</a> }.into_any(),
        None => view! { <a href=move || state.with_dialog(Dialog::Plan(Some(id)))>"Plan together"</a> }.into_any(),
    };
    view! {
        <section aria-labelledby="between">
            <header class="section-head">
                <h2 id="between">"Giving back"</h2>
                <button
                    class="button button--plain"
                    type="button"
                    aria-label="Note something given"
                    on:click=move |_| state.open_dialog(Dialog::Given(None, Some(id)))
                >
                    <Icon name="plus" small=true />
                    "Note"
                </button>
            </header>
            <p class="about">{said}</p>
            <p class="row small">
                {move || [together(plan.get())].views()}
                <a href=move || state.with_dialog(Dialog::Meet(Some(id)))>"Introduce them to somebody"</a>
            </p>
        </section>
    }
}
