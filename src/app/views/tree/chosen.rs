//! Who is chosen: where they stand, what has grown on their branch, and what can be done with it.

use super::tree_view::TreeView;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::memo;
use kith::domain::id::ReferralId;
use kith::message::tree::ChosenPerson;
use kith::route::{Page, Route};
use kith::rules::tree::credit::Credit;
use leptos::prelude::*;

/// Who is chosen.
#[component]
pub fn ChosenPanel(tree_view: TreeView) -> impl IntoView {
    let chosen = memo(move || {
        let person = tree_view.chosen.get()?;
        tree_view.tell(person, |teller, place| teller.chosen(place)).flatten()
    });
    let one = memo(move || chosen.get().unwrap_or_default());
    view! {
        <Show when=move || chosen.with(Option::is_some)>
            <section class="panel tree-chosen" aria-labelledby="tree-chosen">
                <h2 id="tree-chosen" aria-live="polite">
                    <a class="name" href=move || Route::of(Page::Person(one.get().person)).to_string()>
                        {move || one.get().name}
                    </a>
                </h2>
                <p class="small quiet">{move || one.get().stands}</p>
                <p class="small">{move || one.get().totals}</p>
                {move || one.get().others.into_iter().map(|other| also(tree_view, &one.get(), other)).views()}
                <div class="row">
                    <Show when=move || { one.with(|one| one.carries) != 0 }>
                        <Fold tree_view=tree_view />
                    </Show>
                    <Show when=move || tree_view.from.is_none()>
                        <a class="button" href=move || Route::of(Page::Tree(Some(one.get().person))).to_string()>
                            "Only this tree"
                        </a>
                    </Show>
                </div>
            </section>
        </Show>
        <Credits tree_view=tree_view />
    }
}

#[component]
fn Fold(tree_view: TreeView) -> impl IntoView {
    let is_folded = move || {
        let chosen = tree_view.chosen.get();
        tree_view.folded.with(|folded| chosen.is_some_and(|person| folded.binary_search(&person).is_ok()))
    };
    let label = move || if is_folded() { "Unfold the branch" } else { "Fold the branch" };
    view! {
        <button class="button" type="button" on:click=move |_| tree_view.fold_chosen()>
            {move || label()}
        </button>
    }
}

/// Somebody else who brought them, and the choice to count that (R58).
fn also(tree_view: TreeView, one: &ChosenPerson, (by, name): (ReferralId, String)) -> AnyView {
    let person = one.person;
    let count = move |_| {
        tree_view.state.act_here("Noted. The tree stands on that referral now.", move |book, _, _| {
            book.choose_who_brought(person, by)
        });
        tree_view.choose(person);
    };
    view! {
        <p class="small tree-chosen__also">
            "Also brought by "
            {name.clone()}
            ". "
            <button class="button" type="button" on:click=count>
                "Count "
                {name}
                " as the one"
            </button>
        </p>
    }
    .into_any()
}

/// To whom what was won is credited (B9).
#[component]
fn Credits(tree_view: TreeView) -> impl IntoView {
    let chosen = tree_view.state.of_route(|route| Credit::of_name(route.asked("credit")));
    let way = move |credit: Option<Credit>| {
        let name = credit.map_or("", Credit::name);
        let label = credit.map_or("Their own", Credit::label);
        let address = tree_view.state.of_route(move |route| route.closed().filtered("credit", name).to_string());
        view! {
            <a
                class="chip"
                href=move || address.get()
                aria-current=move || (chosen.get() == credit).then_some("true")
            >
                {label}
            </a>
        }
    };
    let all = [None, Some(Credit::Source), Some(Credit::Base), Some(Credit::Halves)];
    view! {
        <nav class="tree-credit" aria-label="Whose is what was won">
            <p class="small quiet">
                "What was won counts for"
            </p>
            <div class="chips">{all.map(way).views()}</div>
        </nav>
    }
}
