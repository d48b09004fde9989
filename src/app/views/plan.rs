//! A mutual plan: what I do, what they do, when we meet, and when to look at it again (R67).

pub mod forms;

use super::not_found::NotFound;
use crate::app::state::{State, use_state};
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Show};
use crate::app::ui::menu::{Menu, MenuItem};
use crate::app::ui::signal::{derived, memo};
use kith::domain::id::PlanId;
use kith::domain::kind::Kind;
use kith::domain::plan::PlanSide;
use kith::message::plan_text::{LineWords, PlanWords, lines, plan};
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;

/// A mutual plan.
#[component]
pub fn PlanPage(id: PlanId) -> impl IntoView {
    let state = use_state();
    let told = state.select_on(move |book, today| plan(book, id, today));
    let is_here = memo(move || told.with(Option::is_some));
    let known = derived(move || told.get().unwrap_or_default());
    let page = move || match is_here.get() {
        true => view! { <Known id=id told=known /> }.into_any(),
        false => view! { <NotFound what="plan" back=Page::Give /> }.into_any(),
    };
    view! { {move || page()} }
}

#[component]
fn Known(id: PlanId, told: Signal<PlanWords>) -> impl IntoView {
    let state = use_state();
    let theirs = derived(move || told.with(|told| format!("What {} does", told.first)));
    view! {
        <div class="page">
            <Head id=id told=told />
            <Show when=move || told.with(|told| told.stale)>
                <p class="notice" data-tone="late">
                    <Icon name="clock" />
                    <span>"Every day of this plan is past. Agree on the next things, or say that you looked at it."</span>
                    <span class="row">
                        <button class="button" type="button" on:click=move |_| reviewed(state, id)>
                            "We looked at it"
                        </button>
                    </span>
                </p>
            </Show>
            <div class="columns">
                <div class="stack plan__sides">
                    <Side id=id side=PlanSide::Mine title="What you do" />
                    <Side id=id side=PlanSide::Theirs title=theirs />
                </div>
                <Days id=id told=told />
            </div>
        </div>
    }
}

#[component]
fn Head(id: PlanId, told: Signal<PlanWords>) -> impl IntoView {
    let state = use_state();
    let with = move || {
        let PlanWords { person, name, is_here, .. } = told.get();
        match is_here {
            true => view! { <a href=Route::of(Page::Person(person)).to_string()>{name}</a> }.into_any(),
            false => view! { <span>{name} ", not in your book any more"</span> }.into_any(),
        }
    };
    let title = move || told.with(|told| format!("Your plan with {}", told.first));
    let drop = move |()| {
        state.act_here("The plan is in the trash.", move |book, _, _| book.trash(&Kind::Plan, id.0, true));
    };
    let items = vec![MenuItem { label: "Put in the trash".into(), icon: "bin", act: "", run: Callback::new(drop) }];
    view! {
        <header class="page-head">
            <div>
                <p class="page-head__over">
                    <a href=Route::of(Page::Give).to_string()>"Giving back"</a>
                    <span aria-hidden="true">"·"</span>
                    {with}
                </p>
                <h1>{title}</h1>
                <p class="page-head__lead">{move || told.with(|told| told.lead.clone())}</p>
            </div>
            <div class="page-head__actions">
                <button class="button" type="button" on:click=move |_| reviewed(state, id)>
                    <Icon name="check" small=true />
                    "We looked at it"
                </button>
                <Menu id="plan-more".to_string() label="More for this plan" items=items />
            </div>
        </header>
    }
}

fn reviewed(state: State, id: PlanId) {
    state.act_here("Looked at. It comes up again in 90 days.", move |book, _, today| book.plan_reviewed(id, today));
}

#[component]
fn Side(id: PlanId, side: PlanSide, #[prop(into)] title: Signal<String>) -> impl IntoView {
    let state = use_state();
    let list = state.select_on(move |book, today| lines(book, id, side, today));
    let is_mine = side == PlanSide::Mine;
    let label = if is_mine { "plan-mine" } else { "plan-theirs" };
    let nothing = if is_mine { "Nothing from you yet." } else { "Nothing from them yet." };
    let add = if is_mine { "Add what you do" } else { "Add what they do" };
    view! {
        <section aria-labelledby=label>
            <header class="section-head">
                <h2 id=label>{title}</h2>
                <button
                    class="button button--plain"
                    type="button"
                    aria-label=add
                    on:click=move |_| state.open_dialog(Dialog::PlanLine(id, is_mine, None))
                >
                    <Icon name="plus" small=true />
                    "Add"
                </button>
            </header>
            <Show
                when=move || !list.with(Vec::is_empty)
                fallback=move || view! { <p class="small quiet section-none">{nothing}</p> }
            >
                <ul aria-labelledby=label>
                    <For each=move || list.get() key=|line| format!("{line:?}") let:line>
                        <Line id=id side=side line=line />
                    </For>
                </ul>
            </Show>
        </section>
    }
}

#[component]
fn Line(id: PlanId, side: PlanSide, line: LineWords) -> impl IntoView {
    let state = use_state();
    let LineWords { at, item, when } = line;
    let (what, done) = (item.what.clone(), item.done);
    let (ticked, dropped) = (item.clone(), item.clone());
    let tick = move |event: web_sys::Event| {
        let on = event_target_checked(&event);
        let said = if on { "Done." } else { "Open again." };
        state.act_here(said, |book, _, _| book.tick_plan(id, side, &ticked, on));
    };
    let edit = move |()| state.open_dialog(Dialog::PlanLine(id, side == PlanSide::Mine, Some(at)));
    let drop = move |()| {
        state.act_here("Taken out of the plan.", |book, _, _| book.drop_plan_line(id, side, &dropped));
    };
    let item = |label: &str, icon, run: Callback<()>| MenuItem { label: label.into(), icon, act: "", run };
    let items = vec![item("Edit…", "note", Callback::new(edit)), item("Take it out", "bin", Callback::new(drop))];
    view! {
        <li class="plan__line" data-row="true">
            <label class="check">
                <input type="checkbox" prop:checked=done on:change=tick />
                <span>{what.clone()}</span>
            </label>
            <span class="mark" data-tone=when.1>
                {when.0}
            </span>
            <Menu id=format!("line-{}-{at}", side.name()) label=format!("More for {what}") items=items />
        </li>
    }
}

/// The two days of a plan.
#[component]
fn Days(id: PlanId, told: Signal<PlanWords>) -> impl IntoView {
    let state = use_state();
    let review = move || {
        let (text, tone) = told.with(|told| told.review.clone());
        view! {
            <span class="mark" data-tone=tone>
                {text}
            </span>
        }
    };
    view! {
        <section class="panel" aria-labelledby="plan-days">
            <header class="panel__head">
                <h2 id="plan-days">"When"</h2>
                <button
                    class="button button--plain"
                    type="button"
                    on:click=move |_| state.open_dialog(Dialog::PlanDays(id))
                >
                    "Change the days"
                </button>
            </header>
            <dl class="facts">
                <dt>"Next meeting"</dt>
                <dd>{move || told.with(|told| told.meeting.clone())}</dd>
                <dt>"Look at it again"</dt>
                <dd>{review}</dd>
            </dl>
            <p class="panel__foot">"What you promised here comes up on Today, on its day."</p>
        </section>
    }
}
