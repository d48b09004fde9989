//! The dialogs of a plan: a new one, its days, and a line of it (R67).

use crate::app::state::use_state;
use crate::app::ui::entry::InputSpec;
use crate::app::ui::field::TextField;
use crate::app::views::confirm_dialog::ConfirmDialog;
use crate::app::views::draft_form::DraftForm;
use crate::app::views::form_field::{FormField, form_field};
use crate::app::views::suggestions::NameSuggestions;
use kith::domain::id::{PersonId, PlanId};
use kith::domain::plan::PlanSide;
use kith::domain::plan::draft::{PlanDraft, PlanLineDraft};
use kith::route::{Page, Route};
use leptos::prelude::*;

const FIRST: [FormField<PlanDraft>; 6] = [
    form_field!(PlanDraft, mine, InputSpec::line("What you do", "plan-mine-what")),
    form_field!(PlanDraft, mine_by, InputSpec::line("By", "plan-mine-by").of_kind("date")),
    form_field!(PlanDraft, theirs, InputSpec::line("What they do", "plan-theirs-what")),
    form_field!(PlanDraft, theirs_by, InputSpec::line("By when they do it", "plan-theirs-by").of_kind("date")),
    form_field!(PlanDraft, next_meeting, InputSpec::line("Next meeting", "plan-meeting").of_kind("date")),
    form_field!(PlanDraft, review_on, InputSpec::line("Look at it again", "plan-review").of_kind("date")),
];

const DAYS: [FormField<PlanDraft>; 2] = [
    form_field!(PlanDraft, next_meeting, InputSpec::line("Next meeting", "plan-meeting").of_kind("date").first()),
    form_field!(PlanDraft, review_on, InputSpec::line("Look at it again", "plan-review").of_kind("date")),
];

const LINE: [FormField<PlanLineDraft>; 2] = [
    form_field!(PlanLineDraft, what, InputSpec::line("What", "line-what").wide().first()),
    form_field!(PlanLineDraft, on, InputSpec::line("By", "line-on").of_kind("date").hint("May stay empty.")),
];

/// A new plan, with the first thing of each side.
#[component]
pub fn NewPlan(person: Option<PersonId>) -> impl IntoView {
    let state = use_state();
    let fresh = state.peek(|book, today| PlanDraft::with(book, person, today));
    let form = DraftForm::open(format!("plan-{}", person.map(|id| id.to_string()).unwrap_or_default()), fresh);
    let save = move |()| {
        let typed = form.peek();
        let mut made = None;
        let kept = state.act("Agreed. It comes up on its days.", |book, mint, today| {
            let (id, change) = typed.change(book, today, mint)?;
            made = Some(id);
            Ok(change)
        });
        match (kept, made) {
            (Ok(()), Some(id)) => {
                form.forget();
                state.go_instead(Route::of(Page::Plan(id)));
            }
            (kept, _) => form.finish(kept),
        }
    };
    let with = form.of(|d| d.with.clone());
    view! {
        <ConfirmDialog
            id="plan-title"
            title="Plan together"
            sub="What each of you does for the other, and by when."
            verb="Agree on it"
            on_save=save
            wrong=form.problem("form")
        >
            <div class="fields">
                <TextField
                    label="With whom"
                    name="plan-with"
                    wide=true
                    value=with
                    on_input=form.input(|d, text| d.with = text)
                    error=form.problem("with")
                    list="plan-people"
                />
                <NameSuggestions id="plan-people" typed=with />
                {form.fields(&FIRST)}
            </div>
        </ConfirmDialog>
    }
}

/// The next meeting and the review.
#[component]
pub fn PlanDays(id: PlanId) -> impl IntoView {
    let state = use_state();
    let fresh = state.peek(|book, _| book.plan(id).map(PlanDraft::of)).unwrap_or_default();
    let form = DraftForm::open(format!("plan-days-{id}"), fresh);
    let save = move |()| {
        let typed = form.peek();
        form.finish(state.act("Noted.", move |book, _, today| typed.days(book, id, today)));
    };
    view! {
        <ConfirmDialog
            id="plan-days-title"
            title="The days of this plan"
            sub="The review comes up on Today."
            verb="Keep them"
            on_save=save
            wrong=form.problem("form")
        >
            <div class="fields">{form.fields(&DAYS)}</div>
        </ConfirmDialog>
    }
}

/// A line of a plan: another one, or the one at this place.
#[component]
pub fn PlanLine(id: PlanId, mine: bool, at: Option<usize>) -> impl IntoView {
    let state = use_state();
    let side = if mine { PlanSide::Mine } else { PlanSide::Theirs };
    let fresh = state.peek(|book, _| {
        let line = book.plan(id).and_then(|plan| plan.lines(side).get(at?).cloned());
        PlanLineDraft::of(line.as_ref())
    });
    let place = at.map(|at| at.to_string()).unwrap_or_default();
    let form = DraftForm::open(format!("plan-line-{id}-{}-{place}", side.name()), fresh);
    let save = move |()| {
        let typed = form.peek();
        form.finish(state.act("Noted.", move |book, _, today| typed.change(book, id, side, at, today)));
    };
    view! {
        <ConfirmDialog
            id="plan-line-title"
            title=if mine { "What you do" } else { "What they do" }
            sub="With a day it comes up when it is due."
            verb="Keep it"
            on_save=save
            wrong=form.problem("form")
        >
            <div class="fields">{form.fields(&LINE)}</div>
        </ConfirmDialog>
    }
}
