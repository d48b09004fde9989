//! The goal of the week: five slots filled by those contacted, the pace, the streak; and the dialog that changes it.

use crate::app::state::use_state;
use crate::app::ui::avatar::Avatar;
use crate::app::ui::field::TextField;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::derived;
use crate::app::views::confirm_dialog::ConfirmDialog;
use crate::app::views::draft_form::DraftForm;
use crate::app::views::shell;
use kith::domain::setting::set_goal;
use kith::message::week::{Slot, this_week};
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;

/// The goal of this week (R13–R16).
#[component]
pub fn Goal() -> impl IntoView {
    let state = use_state();
    let week = state.select_on(this_week);
    view! {
        <section class="panel today__goal" aria-labelledby="goal">
            <h2 class="visually-hidden" id="goal">
                "This week’s goal"
            </h2>
            <div class="goal">
                <p class="goal__score">
                    {move || week.get().score} <small>", " {move || week.get().day}</small>
                </p>
                <ol class="goal__slots" aria-label="Contacted this week">
                    {move || week.get().slots.into_iter().map(|face| view! { <Face face=face /> }).views()}
                    <Show when=move || week.with(|week| !week.more.is_empty())>
                        <li class="goal__slot">
                            <span class="goal__more">{move || week.get().more}</span>
                        </li>
                    </Show>
                </ol>
                <p class="goal__pace">
                    {move || week.get().pace} " " {move || week.get().streak}
                </p>
                <div class="goal__acts">
                    <button class="button" type="button" on:click=move |_| shell::log(state)>
                        <Icon name="meet" small=true />
                        "Log a word"
                    </button>
                    <a class="small" href=Route::of(Page::Scoreboard).to_string()>
                        "Review the week"
                    </a>
                    <a class="small" href=move || state.with_dialog(Dialog::Goal)>
                        "Change the goal"
                    </a>
                </div>
            </div>
        </section>
    }
}

#[component]
fn Face(face: Slot) -> impl IntoView {
    let Slot { name, client, day, said } = face;
    let shown = if name.is_empty() {
        view! { <span class="avatar" data-empty="true" aria-hidden="true"></span> }.into_any()
    } else {
        view! { <Avatar name=name client=client /> }.into_any()
    };
    view! {
        <li class="goal__slot">
            {shown} <span aria-hidden="true">{day}</span> <span class="visually-hidden">{said}</span>
        </li>
    }
}

/// The dialog that changes the goal, from today on (R13, R14).
#[component]
pub fn GoalForm() -> impl IntoView {
    let state = use_state();
    let now = state.peek(this_week).goal;
    let form = DraftForm::open("goal".to_string(), now);
    let close = move |()| {
        form.forget();
        state.close_dialog();
    };
    let save = move |()| {
        let typed = form.peek();
        let said = format!("The goal is {} people a week, from this week on.", typed.trim());
        form.finish(state.act(said, move |book, _, today| set_goal(book, &typed, today)));
    };
    view! {
        <ConfirmDialog
            id="goal-title"
            title="Your goal for a week"
            sub="It counts from this week on; the weeks before keep theirs."
            verb="Set the goal"
            on_save=save
            on_close=close
        >
            <TextField
                label="People to contact in a week"
                name="goal-people"
                kind="number"
                autofocus=true
                value=form.of(String::clone)
                on_input=form.input(|typed, text| *typed = text)
                error=form.problem_of("people", "form")
                hint=derived(|| "At least five: one person a working day.".to_string())
            />
        </ConfirmDialog>
    }
}
