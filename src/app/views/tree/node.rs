//! One person in the drawing, and the edges that lead to them.

use super::tree_view::TreeView;
use crate::app::ui::list::Views;
use crate::app::ui::signal::memo;
use kith::domain::id::PersonId;
use kith::draw::visible::{VisibleNodes, bow, edge, point};
use kith::message::tree::{Label, spoken};
use kith::route::{Page, Route};
use leptos::prelude::*;

/// How an edge is drawn: its way, whether it is a second one, and whether it is of the branch to thank.
type EdgePath = (String, bool, bool);

/// How large a circle is.
const RADIUS: u32 = 17;

/// The edges that lead to this person: the one that holds them, and dashed the others.
#[component]
pub fn Edges(tree_view: TreeView, person: PersonId) -> impl IntoView {
    let ways = memo(move || tree_view.ways(person));
    let way = |(d, is_other, is_lit): EdgePath| {
        view! { <path class="tree__edge" d=d data-other=is_other.then_some("") data-lit=is_lit.then_some("") /> }
    };
    view! { {move || ways.get().into_iter().map(way).views()} }
}

/// What stands at a person's place, but for the place itself and whether they are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct NodeContent {
    label: Label,
    tone: &'static str,
    generation: usize,
    people: usize,
    is_folded: bool,
    /// It is seen from so far away that nothing can be read.
    is_far: bool,
}

/// One person in the drawing. Their face is made at once, not part by part: it seldom changes, and there are many.
#[component]
pub fn NodeMark(
    tree_view: TreeView,
    person: PersonId,
    choose: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let face = memo(move || tree_view.face(person));
    let at = memo(move || tree_view.point(person).unwrap_or_default());
    let is_chosen = memo(move || tree_view.chosen.get() == Some(person));
    let expanded = |face: &NodeContent| (face.people > 0).then_some(if face.is_folded { "false" } else { "true" });
    view! {
        <g
            class="tree__node"
            id=format!("knot-{person}")
            role="treeitem"
            aria-label=move || face.with(|face| face.is_far.then(|| said(face)))
            aria-level=move || face.with(|face| face.generation + 1)
            aria-selected=move || is_chosen.get().to_string()
            aria-expanded=move || face.with(expanded)
            data-state=move || face.with(|face| face.label.state)
            transform=move || {
                let (x, y) = at.get();
                format!("translate({x:.1} {y:.1})")
            }
            on:click=move |_| choose()
            on:dblclick=move |_| tree_view.state.go(Route::of(Page::Person(person)))
        >
            {move || face.with(shown)}
        </g>
    }
}

/// What is heard of them.
fn said(face: &NodeContent) -> String {
    spoken(&face.label, face.generation, face.tone)
}

/// A face: the circle with the initials, the name on two lines, the value, and the marks. From far away it is the circle
/// and the mark of thanks: laying out text is what takes longest.
fn shown(face: &NodeContent) -> AnyView {
    let NodeContent { label, tone, people, is_folded, is_far, .. } = face;
    let line = |(class, y, text): (&'static str, &'static str, &str)| {
        let text = text.to_string();
        view! { <text class=class y=y aria-hidden="true">{text}</text> }
    };
    let count = if *is_folded { format!("+{people}") } else { String::new() };
    let [first, second, value] = &label.lines;
    let lines: [(_, _, &str); 5] = [
        ("tree__initials", "4", &label.initials),
        ("", "33", first),
        ("", "48", second),
        ("tree__value", "63", value),
        ("tree__folded", "-24", &count),
    ];
    let lines = if *is_far { &[][..] } else { &lines[..] };
    // Where words are seen the name is a text too, so that it is what is seen.
    let said = (!is_far).then(|| view! { <text class="tree__said">{said(face)}</text> });
    view! {
        {said.views()}
        // A circle without anything that changes would be wrapped.
        <circle r=RADIUS />
        {lines.iter().flat_map(|one| (!one.2.is_empty()).then(|| line(*one))).views()}
        {due(tone)}
    }
    .into_any()
}

/// Whether they are thanked: a dot, and a tick in it.
fn due(tone: &'static str) -> AnyView {
    match tone {
        "" => ().into_any(),
        "done" => [
            view! { <circle class="tree__due" data-tone="done" cx="13" cy="-13" r="7.5" /> }.into_any(),
            view! { <path class="tree__tick" d="m9.8 -12.8 2.2 2.2 4.2-4.6" /> }.into_any(),
        ]
        .views(),
        tone => view! { <circle class="tree__due" data-tone=tone cx="13" cy="-13" r="6.5" /> }.into_any(),
    }
}

impl TreeView {
    /// Who is in view.
    pub fn in_view(self) -> Vec<PersonId> {
        let nodes = self.sight.with(|sight| sight.nodes.clone());
        nodes.into_iter().flat_map(|node| self.person(node)).collect()
    }

    /// Whose edges are in view.
    pub fn edges(self) -> Vec<PersonId> {
        self.sight.with(VisibleNodes::with_edges).into_iter().flat_map(|node| self.person(node)).collect()
    }

    fn face(self, person: PersonId) -> NodeContent {
        let (generation, people) = self.stands(person);
        let is_folded = people > 0 && self.folded.with(|folded| folded.binary_search(&person).is_ok());
        let is_far = self.is_far.get();
        NodeContent { label: self.label(person), tone: self.tone(person), generation, people, is_folded, is_far }
    }

    /// The generation somebody stands in, and how many stand on them.
    pub fn stands(self, person: PersonId) -> (usize, usize) {
        self.forest.with(|forest| {
            let knot = forest.place(person).and_then(|place| forest.knot(place));
            knot.map_or((0, 0), |knot| (knot.generation, knot.people))
        })
    }

    fn ways(self, person: PersonId) -> Vec<EdgePath> {
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
