//! Thank the branch: everyone down to the base, each with a sentence of their own, one by one (R60, B1).

use super::tree_view::TreeView;
use crate::app::ui::avatar::Avatar;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::memo;
use kith::domain::id::{PersonId, ReferralId};
use kith::message::branch::{BranchWords, ThankWords};
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;

/// How many are shown at once; the others are folded.
const FIRST: usize = 8;

/// The branch to thank.
#[component]
pub fn ThankTheBranch(tree_view: TreeView) -> impl IntoView {
    let branch = memo(move || tree_view.branch.get().unwrap_or_default());
    view! {
        <Show when=move || tree_view.branch.with(Option::is_some)>
            <section class="panel tree-thank" aria-labelledby="tree-thank">
                <header>
                    <h2 id="tree-thank">"Thank the branch"</h2>
                    <p class="small quiet">{move || branch.get().sum}</p>
                </header>
                <ol class="stem">
                    {move || leaf(&branch.get())}
                    {move || everyone(tree_view, branch.get(), 0, FIRST)}
                </ol>
                <Show when=move || { branch.with(|branch| branch.people.len()).saturating_sub(FIRST) != 0 }>
                    <details class="tree-thank__rest">
                        <summary>{move || branch.with(|branch| branch.people.len() - FIRST)} " more down to the base"</summary>
                        <ol class="stem">{move || everyone(tree_view, branch.get(), FIRST, usize::MAX)}</ol>
                    </details>
                </Show>
                <p class="stem__base">"The base"</p>
                {move || all(tree_view, branch.get())}
            </section>
        </Show>
    }
}

/// Those of a branch from one to another.
fn everyone(tree_view: TreeView, branch: BranchWords, from: usize, most: usize) -> AnyView {
    let about = branch.referral;
    branch.people.into_iter().skip(from).take(most).map(|one| person(tree_view, about, one)).views()
}

/// The one who was brought.
fn leaf(BranchWords { prospect, name, role, referral, .. }: &BranchWords) -> AnyView {
    let (name, role) = (name.clone(), role.clone());
    let address = Route::of(Page::Person(*prospect)).to_string();
    let file = Route::of(Page::Referral(*referral)).to_string();
    view! {
        <li class="stem__person">
            <Avatar name=name.clone() />
            <div>
                <p class="stem__head">
                    <a class="stem__name" href=address>
                        {name}
                    </a>
                </p>
                <p class="stem__role">
                    <a href=file>{role}</a>
                </p>
            </div>
        </li>
    }
    .into_any()
}

/// One to thank.
fn person(tree_view: TreeView, about: ReferralId, one: ThankWords) -> AnyView {
    let ThankWords { person, name, role, state, mark, sentence } = one;
    let said = |sentence: String| view! { <p class="stem__words"><q>{sentence}</q></p> };
    let is_owed = matches!(state, "late" | "owed");
    let label = format!("Write thanks to {name}");
    let write = move || {
        view! {
            <a class="button" aria-label=label href=move || tree_view.state.with_dialog(Dialog::Write(person, Some(about.0)))>
                "Write thanks"
            </a>
        }
    };
    view! {
        <li class="stem__person" data-state=state>
            <Avatar name=name.clone() />
            <div>
                <p class="stem__head">
                    <a class="stem__name" href=Route::of(Page::Person(person)).to_string()>
                        {name}
                    </a>
                    <span class="mark" data-tone=if state.is_empty() { "calm" } else { state }>
                        {mark}
                    </span>
                </p>
                <p class="stem__role">{role}</p>
                {(!sentence.is_empty()).then(|| said(sentence)).views()}
                {is_owed.then(write).views()}
            </div>
        </li>
    }
    .into_any()
}

/// All who wait, one after the other.
fn all(tree_view: TreeView, branch: BranchWords) -> AnyView {
    let about = branch.referral;
    let button = branch.button;
    let go = |first: PersonId, button: String| {
        let address = tree_view.state.of_route(move |route| {
            route.filtered("thank", &about.to_string()).with(Dialog::Write(first, Some(about.0))).to_string()
        });
        view! {
            <a class="button button--primary" href=move || address.get()>
                <Icon name="mail" small=true />
                {button}
            </a>
        }
    };
    match branch.first {
        Some(first) => go(first, button).into_any(),
        None => view! { <p class="mark" data-tone="done">{button}</p> }.into_any(),
    }
}
