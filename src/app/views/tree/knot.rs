//! One person in the drawing, and the edges that lead to them.

use super::grove::Grove;
use crate::app::ui::list::Views;
use crate::app::ui::signal::{Told, memo};
use kith::domain::id::PersonId;
use kith::draw::sight::{Sight, bow, edge, point};
use kith::message::tree::spoken;
use kith::route::{Page, Route};
use leptos::prelude::*;

/// How an edge is drawn: its way, whether it is a second one, and whether it is of the branch to thank.
type Way = (String, bool, bool);

/// How large a circle is.
const RADIUS: u32 = 17;

/// The edges that lead to this person: the one that holds them, and dashed the others.
#[component]
pub fn Edges(grove: Grove, person: PersonId) -> impl IntoView {
    let ways = memo(move || grove.ways(person));
    let way = |(d, is_other, is_lit): Way| {
        view! { <path class="tree__edge" d=d data-other=is_other.then_some("") data-lit=is_lit.then_some("") /> }
    };
    view! { {move || ways.get().into_iter().map(way).views()} }
}

/// One person in the drawing.
#[component]
pub fn KnotMark(grove: Grove, person: PersonId, choose: impl Fn() + Copy + Send + Sync + 'static) -> impl IntoView {
    let label = memo(move || grove.label(person));
    let tone = memo(move || grove.tone(person));
    let at = memo(move || grove.point(person).unwrap_or_default());
    let stands = memo(move || grove.stands(person));
    let said = move || label.with(|label| spoken(label, stands.get().0, tone.get()));
    let is_chosen = memo(move || grove.chosen.get() == Some(person));
    let expanded = move || {
        let is_folded = grove.folded.with(|folded| folded.binary_search(&person).is_ok());
        (stands.get().1 > 0).then_some(if is_folded { "false" } else { "true" })
    };
    let line = move |n: usize| label.with(|label| label.lines.get(n).cloned());
    view! {
        <g
            class="tree__node"
            id=format!("knot-{person}")
            role="treeitem"
            aria-level=move || stands.get().0 + 1
            aria-selected=move || is_chosen.get().to_string()
            aria-expanded=expanded
            data-state=move || label.with(|label| label.state)
            transform=move || {
                let (x, y) = at.get();
                format!("translate({x:.1} {y:.1})")
            }
            on:click=move |_| choose()
            on:dblclick=move |_| grove.state.go(Route::of(Page::Person(person)))
        >
            <text class="tree__said">{said}</text>
            // A circle without anything that changes would be wrapped.
            <circle r=RADIUS />
            <text class="tree__initials" y="4" aria-hidden="true">
                {move || label.with(|label| label.initials.clone())}
            </text>
            <text y="33" aria-hidden="true">
                {move || line(0)}
            </text>
            <text y="48" aria-hidden="true">
                {move || line(1)}
            </text>
            <text class="tree__value" y="63" aria-hidden="true">
                {move || label.with(|label| label.value.clone())}
            </text>
            {move || folded_count(expanded() == Some("false"), stands.get().1)}
            {move || due(tone)}
        </g>
    }
}

/// How many stand on somebody who is folded.
fn folded_count(is_folded: bool, people: usize) -> AnyView {
    let count =
        |people: usize| view! { <text class="tree__folded" y="-24" aria-hidden="true">{format!("+{people}")}</text> };
    is_folded.then(|| count(people)).views()
}

/// Whether they are thanked: a dot, and a tick in it.
fn due(tone: Told<&'static str>) -> AnyView {
    match tone.get() {
        "" => ().into_any(),
        "done" => [
            view! { <circle class="tree__due" data-tone="done" cx="13" cy="-13" r="7.5" /> }.into_any(),
            view! { <path class="tree__tick" d="m9.8 -12.8 2.2 2.2 4.2-4.6" /> }.into_any(),
        ]
        .views(),
        tone => view! { <circle class="tree__due" data-tone=tone cx="13" cy="-13" r="6.5" /> }.into_any(),
    }
}

impl Grove {
    /// Who is in view.
    pub fn in_view(self) -> Vec<PersonId> {
        let nodes = self.sight.with(|sight| sight.nodes.clone());
        nodes.into_iter().flat_map(|node| self.person(node)).collect()
    }

    /// Whose edges are in view.
    pub fn edges(self) -> Vec<PersonId> {
        self.sight.with(Sight::with_edges).into_iter().flat_map(|node| self.person(node)).collect()
    }

    /// The generation somebody stands in, and how many stand on them.
    pub fn stands(self, person: PersonId) -> (usize, usize) {
        self.forest.with(|forest| {
            let knot = forest.place(person).and_then(|place| forest.knot(place));
            knot.map_or((0, 0), |knot| (knot.generation, knot.people))
        })
    }

    fn ways(self, person: PersonId) -> Vec<Way> {
        let Some(here) = self.point(person) else { return Vec::new() };
        let below =
            self.node(person).and_then(|node| self.shown.with(|shown| shown.parents.get(node).copied().flatten()));
        let is_lit = |below: PersonId| self.is_lit(below, person);
        let held = below.into_iter().map(|below| {
            let from = self.tidy.with(|tidy| point(tidy, below));
            (edge(from, here), false, self.person(below).is_some_and(is_lit))
        });
        let others = self.others(person).into_iter().flat_map(|from| self.point(from));
        held.chain(others.map(|from| (bow(from, here), true, false))).collect()
    }

    /// Who else brought this person.
    fn others(self, person: PersonId) -> Vec<PersonId> {
        let also = self.forest.with(|forest| {
            let knot = forest.place(person).and_then(|place| forest.knot(place));
            knot.map(|knot| knot.also.clone()).unwrap_or_default()
        });
        self.state.select_now(|book| also.into_iter().flat_map(|id| book.referral(id)).map(|one| one.source).collect())
    }

    /// Whether an edge is of the branch to thank.
    fn is_lit(self, below: PersonId, above: PersonId) -> bool {
        self.branch.with(|branch| branch.as_ref().is_some_and(|branch| branch.has_edge(below, above)))
    }

    /// Folds or unfolds who is chosen.
    pub fn fold_chosen(self) {
        if let Some(person) = self.chosen.get_untracked() {
            self.turn(person);
        }
    }

    /// Goes to the page of who is chosen.
    pub fn open_chosen(self) {
        if let Some(person) = self.chosen.get_untracked() {
            self.state.go(Route::of(Page::Person(person)));
        }
    }
}
