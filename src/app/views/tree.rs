//! The referral tree: who led to whom, drawn from the base upward, with everyone to thank along a branch (R57–R60, B1, B9).

mod chosen;
mod drawing;
mod head;
mod node;
mod outline;
mod thank;
mod tree_view;
mod waiting;

use crate::app::state::use_state;
use crate::app::ui::empty::Empty;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::memo;
use chosen::ChosenPanel;
use drawing::Drawing;
use head::{Head, Paper, Roots};
use kith::domain::id::PersonId;
use kith::route::{Dialog, Page, Route};
use leptos::prelude::*;
use outline::Outline;
use thank::ThankTheBranch;
use tree_view::TreeView;
use waiting::{WaitingLinks, is_looking};

/// The tree this person stands in; without one, all trees.
#[component]
pub fn Tree(from: Option<PersonId>) -> impl IntoView {
    let tree_view = TreeView::new(use_state(), from);
    let stands = memo(move || !tree_view.range.with(std::ops::Range::is_empty));
    view! {
        <div class="page" data-paper="yes">
            <Head tree_view=tree_view stands=stands />
            {from.is_none().then(|| view! { <WaitingLinks /> }).views()}
            <Show when=move || stands.get() fallback=move || view! { <Nothing from=from /> }>
                <Roots tree_view=tree_view />
                <div class="tree-view no-print">
                    <div class="tree-view__thank stack">
                        <ChosenPanel tree_view=tree_view />
                        <ThankTheBranch tree_view=tree_view />
                    </div>
                    <Drawing tree_view=tree_view />
                    <Outline tree_view=tree_view />
                </div>
                <Paper tree_view=tree_view />
            </Show>
        </div>
    }
}

#[component]
fn Nothing(from: Option<PersonId>) -> impl IntoView {
    let state = use_state();
    let name = state.select(move |book| from.and_then(|id| book.person(id)).map(|person| person.name.to_string()));
    let looks = is_looking(state);
    let alone = move |name: String| {
        let text = format!("{name} neither came to you by a referral nor gave you one yet.");
        view! {
            <Empty title="In no tree yet" text=text>
                <p class="row">
                    <a class="button button--primary" href=move || state.with_dialog(Dialog::Capture(from))>
                        "Whom did they mention?"
                    </a>
                    <a class="button" href=Route::of(Page::Tree(None)).to_string()>
                        "All trees"
                    </a>
                </p>
            </Empty>
        }
    };
    view! {
        {move || match name.get() {
            Some(name) => [alone(name)].views(),
            // The links that are looked at stand in its place.
            None if looks.get() => ().into_any(),
            None => {
                view! {
                    <Empty
                        title="No tree yet"
                        text="Write down who sent you your last good client. The first branch grows from there."
                    >
                        <p class="row">
                            <a class="button button--primary" href=move || state.with_dialog(Dialog::Capture(None))>
                                "Capture the first referral"
                            </a>
                        </p>
                    </Empty>
                }
                    .into_any()
            }
        }}
    }
}
