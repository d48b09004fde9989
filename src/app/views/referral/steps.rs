//! The list of the nine steps; each act that is possible now stands at its step.

use super::next::{FollowedUp, Introduced, Talked};
use crate::app::state::use_state;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::Views;
use crate::app::ui::signal::{Memo, derived, memo};
use kith::domain::id::ReferralId;
use kith::message::step_text::{Nine, StepWords};
use kith::route::Dialog;
use kith::rules::steps::{NextStep, StepState};
use leptos::prelude::*;

/// The nine steps.
#[component]
pub fn NineSteps(id: ReferralId, nine: Memo<Option<Nine>>) -> impl IntoView {
    let step = move |number: usize| {
        memo(move || nine.with(|nine| nine.as_ref().and_then(|n| n.steps.get(number - 1).cloned())))
    };
    let next = memo(move || nine.get().map_or(NextStep::Nothing, |nine| nine.next));
    view! {
        <section aria-labelledby="steps">
            <h2 class="visually-hidden" id="steps">
                "How far it is"
            </h2>
            <ol aria-label="Nine steps">
                {(1..=9_usize).map(|n| view! { <Step id=id words=step(n) number=n next=next /> }).views()}
            </ol>
        </section>
    }
}

#[component]
fn Step(id: ReferralId, words: Memo<Option<StepWords>>, number: usize, next: Memo<NextStep>) -> impl IntoView {
    let state = memo(move || words.get().map_or(StepState::Later, |w| w.state));
    // The design's sheets know a skipped step as one that comes later: a number in a faint ring.
    let look = derived(move || if state.get() == StepState::Skipped { "later" } else { state.get().name() });
    let text = move |part: fn(StepWords) -> String| derived(move || words.get().map(part).unwrap_or_default());
    view! {
        <li
            class="step"
            data-step=move || state.get().name()
            data-state=look
            aria-current=move || (state.get() == StepState::Now).then_some("step")
        >
            <span class="step__mark">{move || mark(state.get(), number)}</span>
            <div class="step__main">
                <p class="step__head">
                    <span class="step__title">{text(|w| w.title.to_string())}</span>
                    " "
                    <span class="step__sum">{text(|w| if w.state == StepState::Locked { String::new() } else { w.sum })}</span>
                    <span class="step__date">{text(|w| w.day)}</span>
                </p>
                {move || (state.get() == StepState::Locked).then(|| view! { <Gate id=id words=words /> }).views()}
                <p class="row step__acts">{move || act(id, number, state.get(), next.get()).views()}</p>
            </div>
        </li>
    }
}

fn mark(state: StepState, number: usize) -> AnyView {
    match state {
        StepState::Done => view! {
            <Icon name="check" />
            <span class="visually-hidden">"Done"</span>
        }
        .into_any(),
        StepState::Locked => view! {
            <Icon name="lock" />
            <span class="visually-hidden">"Locked"</span>
        }
        .into_any(),
        StepState::Skipped => view! {
            <span aria-hidden="true">"–"</span>
            <span class="visually-hidden">"Passed over"</span>
        }
        .into_any(),
        _ => number.to_string().into_any(),
    }
}

#[component]
fn Gate(id: ReferralId, words: Memo<Option<StepWords>>) -> impl IntoView {
    let state = use_state();
    view! {
        <div class="gate">
            <p>{move || words.get().map(|w| w.sum)}</p>
            <button
                class="button button--plain gate__way"
                type="button"
                on:click=move |_| state.open_dialog(Dialog::Anyway(id))
            >
                "Follow up anyway…"
            </button>
        </div>
    }
}

/// What can be said at a step although it is not the next thing: life does not keep to the order.
fn act(id: ReferralId, number: usize, state: StepState, next: NextStep) -> Option<AnyView> {
    let open = matches!(state, StepState::Now | StepState::Later | StepState::Skipped);
    let going = !matches!(next, NextStep::Nothing | NextStep::ThankWon | NextStep::LastWord);
    match number {
        5 if open
            && going
            && !matches!(next, NextStep::Confirm(_))
            && before_talk(next)
            && next != NextStep::FollowUp =>
        {
            Some(view! { <Introduced id=id primary=false /> }.into_any())
        }
        7 if open && going && next != NextStep::FollowUp && before_talk(next) && state != StepState::Skipped => {
            Some(view! { <FollowedUp id=id primary=false /> }.into_any())
        }
        8 if open && going && next == NextStep::FollowUp => Some(view! { <Talked id=id primary=false /> }.into_any()),
        _ => None,
    }
}

fn before_talk(next: NextStep) -> bool {
    matches!(next, NextStep::ThankAgreed | NextStep::Confirm(_) | NextStep::FollowUp | NextStep::Talk)
}
