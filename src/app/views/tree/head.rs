//! The head of the page: what has grown, what can be handed on, which trees there are; and what is printed.

use super::tree_view::TreeView;
use crate::app::ui::field::Segments;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{Show, Views};
use crate::app::ui::signal::{Memo, derived, memo};
use kith::message::reason::number;
use kith::message::tree::{NameStyle, TOO_LARGE_FOR_PAPER};
use kith::route::{Page, Route};
use leptos::prelude::*;

/// How many trees have a chip of their own at first.
const CHIPS: usize = 5;
/// How many more a tap brings.
const MORE: usize = 20;

/// The title, the sentence below it, and what can be handed on.
#[component]
pub fn Head(tree_view: TreeView, stands: Memo<bool>) -> impl IntoView {
    let lead = memo(move || {
        let base = tree_view.forest.with(|forest| forest.knot(tree_view.range.get().start).map(|knot| knot.person))?;
        tree_view.tell(base, |teller, place| if tree_view.from.is_some() { teller.lead(place) } else { teller.all() })
    });
    view! {
        <header class="page-head">
            <div>
                <h1>"Tree"</h1>
                <p class="page-head__lead no-print">{move || lead.get()}</p>
            </div>
            <Show when=move || stands.get()>
                <TakeOut tree_view=tree_view />
            </Show>
        </header>
    }
}

#[component]
fn TakeOut(tree_view: TreeView) -> impl IntoView {
    let TreeView { state, from, names, .. } = tree_view;
    let hand_over = move |label: &'static str, run: Callback<()>| {
        view! {
            <button
                class="menu__item"
                type="button"
                popovertarget="tree-download"
                popovertargetaction="hide"
                on:click=move |_| run.run(())
            >
                <Icon name="download" />
                {label}
            </button>
        }
    };
    let ways = [
        ("Picture (SVG)", Callback::new(move |()| state.hand_over_tree_svg(from, names.get_untracked()))),
        ("Picture (PNG)", Callback::new(move |()| state.hand_over_tree_png(from, names.get_untracked()))),
        ("Outline (text)", Callback::new(move |()| state.hand_over_tree_outline(from, names.get_untracked()))),
    ];
    let chosen = derived(move || names.get().name().to_string());
    let options = NameStyle::ALL.map(|names| (names.name().to_string(), names.label().to_string()));
    view! {
        <div class="page-head__actions no-print">
            <Segments
                label="People in the tree"
                name="names"
                value=chosen
                on_change=move |name: String| names.set(NameStyle::of_name(&name))
                options=options.to_vec()
                quiet=true
            />
            <button class="button" type="button" popovertarget="tree-download">
                <Icon name="download" small=true />
                "Download"
            </button>
            <div class="menu" id="tree-download" popover="auto">
                {ways.map(|(label, run)| hand_over(label, run)).views()}
            </div>
            <button class="button" type="button" on:click=move |_| tree_view.print()>
                <Icon name="print" small=true />
                "Print"
            </button>
        </div>
    }
}

/// The trees, the largest first.
#[component]
pub fn Roots(tree_view: TreeView) -> impl IntoView {
    let most = RwSignal::new(CHIPS);
    let trees = memo(move || {
        let bases = tree_view.forest.with(|forest| {
            let bases =
                forest.bases().take(most.get()).map(|place| (place, forest.knot(place).map(|knot| knot.person)));
            bases.collect::<Vec<_>>()
        });
        let chip = |(_, base): (usize, Option<_>)| {
            let base = base?;
            let people = tree_view.tell(base, |teller, place| (teller.label(place).name, teller.people(place)));
            people.map(|(name, people)| (base, name, people))
        };
        bases.into_iter().flat_map(chip).collect::<Vec<_>>()
    });
    let all = memo(move || tree_view.forest.with(|forest| forest.bases().count()));
    let left = move || all.get().saturating_sub(most.get());
    let here =
        memo(move || tree_view.forest.with(|forest| forest.knot(tree_view.range.get().start).map(|knot| knot.person)));
    let current = move |is_current: bool| is_current.then_some("page");
    let chip = move |(base, name, people): (kith::domain::id::PersonId, String, usize)| {
        view! {
            <a
                class="chip"
                href=Route::of(Page::Tree(Some(base))).to_string()
                aria-current=move || current(tree_view.from.is_some() && here.get() == Some(base))
            >
                <span class="tree-roots__name">{name}</span>
                <span class="count">{number(people)}</span>
            </a>
        }
    };
    view! {
        <nav class="chips tree-roots no-print" aria-label="Trees">
            <a class="chip" href=Route::of(Page::Tree(None)).to_string() aria-current=current(tree_view.from.is_none())>
                "All trees"
                <span class="count">{move || number(all.get())}</span>
            </a>
            {move || trees.get().into_iter().map(chip).views()}
            <Show when=move || left() != 0>
                <button class="chip" type="button" on:click=move |_| most.update(|most| *most += MORE)>
                    "and "
                    {move || number(left())}
                    " more"
                </button>
            </Show>
        </nav>
    }
}

/// What is printed: the picture and the outline as they are handed on, and nothing of what is on the screen. They are made
/// when the browser is about to print, by whichever way.
#[component]
pub fn Paper(tree_view: TreeView) -> impl IntoView {
    let before = window_event_listener_untyped("beforeprint", move |_| {
        tree_view.lay_out_paper();
    });
    on_cleanup(move || before.remove());
    // The button waits for the picture; a browser that prints by itself does not.
    let loaded = move |_| {
        if tree_view.asked.get_value() {
            tree_view.asked.set_value(false);
            tree_view.state.print();
        }
    };
    let paper = move || {
        let drawn = move |picture: Option<String>| match picture {
            Some(picture) => view! {
                <img
                    class="tree-paper__picture"
                    src=picture
                    alt="The tree, drawn from the base upward"
                    on:load=loaded
                />
            }
            .into_any(),
            None => view! { <p class="small quiet">{TOO_LARGE_FOR_PAPER}</p> }.into_any(),
        };
        let printed = move |paper: crate::app::state::Paper| {
            view! {
                {drawn(paper.picture)}
                <pre class="tree-paper__outline">{paper.outline.to_string()}</pre>
            }
        };
        tree_view.paper.get().map(printed).views()
    };
    view! { <div class="tree-paper" aria-hidden="true">{paper}</div> }
}

impl TreeView {
    /// Prints as soon as the picture is there: it is loaded anew only where it is another than the last.
    fn print(self) {
        self.asked.set_value(true);
        let has_changed = self.lay_out_paper();
        let has_picture =
            self.paper.with_untracked(|paper| paper.as_ref().is_some_and(|paper| paper.picture.is_some()));
        if !(has_changed && has_picture) {
            self.asked.set_value(false);
            self.state.print();
        }
    }

    /// Makes what is printed; whether it is another than the last.
    fn lay_out_paper(self) -> bool {
        let paper = Some(self.state.tree_paper(self.from, self.names.get_untracked()));
        let is_another = self.paper.with_untracked(|last| *last != paper);
        if is_another {
            self.paper.set(paper);
        }
        is_another
    }
}
