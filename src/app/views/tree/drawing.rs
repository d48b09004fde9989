//! The drawing: a window over the tree that is dragged, wheeled, pinched, zoomed by buttons, and walked with the keys.

use super::node::{Edges, NodeMark};
use super::tree_view::TreeView;
use crate::app::ui::icon::Icon;
use crate::app::ui::list::{For, Views};
use crate::app::ui::signal::memo;
use kith::draw::visible::{ArrowKey, RISE, ground};
use kith::message::tree::generation;
use kith::rules::tree::shown::found;
use leptos::html::Div;
use leptos::prelude::*;

/// How much a button or a key zooms.
const ZOOM: f64 = 1.25;
/// How far a key moves the paper, in points of the screen.
const PAN: f64 = 80.0;
/// How many are offered where somebody is searched for.
const OFFERED: usize = 6;

/// The drawing with what stands around it.
#[component]
pub fn Drawing(tree_view: TreeView) -> impl IntoView {
    let key = |(state, tone, label): (Option<&'static str>, Option<&'static str>, &'static str)| {
        view! {
            <span class="key__item" data-state=state data-tone=tone>
                {label}
            </span>
        }
    };
    let keys = [
        (Some("client"), None, "Client"),
        (None, None, "Open, or never a prospect"),
        (Some("closed"), None, "File closed"),
        (None, Some("late"), "Not yet thanked"),
        (None, Some("done"), "Thanked"),
    ];
    view! {
        <figure class="tree-view__drawing" aria-label="Drawing of the tree">
            <Tools tree_view=tree_view />
            <Map tree_view=tree_view />
            <figcaption class="key">{keys.map(key).views()}</figcaption>
        </figure>
    }
}

#[component]
fn Tools(tree_view: TreeView) -> impl IntoView {
    let button = |label: &'static str, sign: &'static str, go: Callback<()>| {
        view! {
            <button class="button button--icon" type="button" aria-label=label on:click=move |_| go.run(())>
                <span aria-hidden="true">{sign}</span>
            </button>
        }
    };
    let look = move |go: fn(kith::draw::viewport::Viewport) -> kith::draw::viewport::Viewport| {
        Callback::new(move |()| {
            tree_view.look(go);
        })
    };
    view! {
        <div class="tree-tools">
            <FindInTree tree_view=tree_view />
            <div class="row" role="group" aria-label="Zoom">
                {button("Zoom out", "−", look(|window| window.nearer(1.0 / ZOOM)))}
                {button("Zoom in", "+", look(|window| window.nearer(ZOOM)))}
                <button class="button" type="button" on:click=move |_| look(|window| window.fitted()).run(())>
                    "Fit"
                </button>
            </div>
        </div>
    }
}

#[component]
fn FindInTree(tree_view: TreeView) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let people = memo(move || {
        let text = typed.get();
        tree_view.forest.with(|forest| {
            tree_view.state.select_now(|book| found(book, forest, &tree_view.range.get(), &text, OFFERED))
        })
    });
    let go = move |person| {
        tree_view.centre(person);
        typed.set(String::new());
    };
    let first = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some(person) = people.get_untracked().first() {
            go(*person);
        }
    };
    let offer = move |person| {
        view! {
            <button class="chip" type="button" on:click=move |_| go(person)>
                {tree_view.called(person)}
            </button>
        }
    };
    let nobody =
        move || (people.with(Vec::is_empty) && !typed.with(String::is_empty)).then_some("No one here is called so.");
    view! {
        <form class="tree-find" role="search" aria-label="This tree" on:submit=first>
            <label class="find">
                <Icon name="search" small=true />
                <span class="visually-hidden">"Find in the tree"</span>
                <input
                    type="search"
                    placeholder="Find in the tree"
                    autocomplete="off"
                    prop:value=move || typed.get()
                    on:input=move |event| typed.set(event_target_value(&event))
                />
            </label>
            <p class="small quiet" role="status">{nobody}</p>
            <div class="chips">{move || people.get().into_iter().map(offer).views()}</div>
        </form>
    }
}

/// The fingers on the drawing, and whether they have moved: then the click that follows chooses nobody.
#[derive(Clone, Copy)]
struct Hand {
    fingers: StoredValue<Vec<(i32, f64, f64)>>,
    moved: StoredValue<bool>,
}

#[component]
fn Map(tree_view: TreeView) -> impl IntoView {
    let node = NodeRef::<Div>::new();
    let measure = move |div: &web_sys::HtmlDivElement| tree_view.measured(div.client_width(), div.client_height());
    node.on_load(move |div| {
        // It has its size only once it is in the document.
        request_animation_frame(move || measure(&div));
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| {
        if let Some(div) = node.get_untracked() {
            measure(&div);
        }
    });
    on_cleanup(move || resized.remove());
    let hand = Hand { fingers: StoredValue::new(Vec::new()), moved: StoredValue::new(false) };
    let wheel = move |event: web_sys::WheelEvent| {
        let (right, down) = (event.delta_x(), event.delta_y());
        let moved = if event.ctrl_key() || event.meta_key() {
            let at = place(&node, f64::from(event.client_x()), f64::from(event.client_y()));
            always(tree_view.look(|window| window.zoomed((-down / 300.0).exp(), at.0, at.1)))
        } else {
            tree_view.look(|window| window.scrolled(right, down))
        };
        if moved {
            event.prevent_default();
        }
    };
    let active = move || tree_view.chosen.get().map(|person| format!("knot-{person}"));
    view! {
        <div
            class="tree tree--map"
            tabindex="0"
            role="tree"
            aria-label="The tree, from the base upward. Arrow keys walk along its branches."
            aria-activedescendant=active
            node_ref=node
            data-far=move || tree_view.is_far.get().then_some("")
            on:keydown=move |event| pressed(tree_view, &event)
            on:wheel=wheel
            on:pointerdown=move |event| hand.down(&event)
            on:pointermove=move |event| hand.go(tree_view, &node, &event)
            on:pointerup=move |event| hand.up(&event)
            on:pointercancel=move |event| hand.up(&event)
        >
            <Sheet tree_view=tree_view hand=hand />
            <Levels tree_view=tree_view />
        </div>
    }
}

/// What is drawn: a sheet of paper that is larger than the window. While the window moves over it, it is only shifted; it is
/// drawn anew where the window leaves it, or comes nearer.
#[component]
fn Sheet(tree_view: TreeView, hand: Hand) -> impl IntoView {
    let scale = memo(move || {
        let (left, top) = tree_view.stretch.get().corner();
        format!("scale({}) translate({:.0} {:.0})", tree_view.window.get().zoom, -left, -top)
    });
    let size = memo(move || tree_view.stretch.get().size(tree_view.window.get().zoom));
    view! {
        <svg
            class="tree__sheet"
            role="presentation"
            width=move || size.get().0.to_string()
            height=move || size.get().1.to_string()
            style:transform=move || tree_view.shift(|(x, y)| (x, y))
        >
            <g transform=move || scale.get()>
                <Ground tree_view=tree_view />
                <g>
                    <For each=move || tree_view.edges() key=|person| person.to_string() let:person>
                        <Edges tree_view=tree_view person=person />
                    </For>
                </g>
                <For each=move || tree_view.in_view() key=|person| person.to_string() let:person>
                    <NodeMark tree_view=tree_view person=person choose=move || hand.chose(tree_view, person) />
                </For>
            </g>
        </svg>
    }
}

/// The ground on which the bases stand, as far as it is drawn.
#[component]
fn Ground(tree_view: TreeView) -> impl IntoView {
    let way = memo(move || tree_view.tidy.with(|tidy| ground(tidy, tree_view.stretch.get())));
    view! { <path class="tree__ground" d=move || way.get() /> }
}

/// The names of the generations: they stay at the edge of the window, however far it is moved sideways.
#[component]
fn Levels(tree_view: TreeView) -> impl IntoView {
    let levels = memo(move || tree_view.tidy.with(|tidy| tidy.levels.len()));
    let least = memo(move || {
        let first = tree_view.range.get().start;
        tree_view.forest.with(|forest| forest.knot(first).map_or(0, |knot| knot.generation))
    });
    let scale = memo(move || {
        let (_, top) = tree_view.stretch.get().corner();
        format!("scale({}) translate(0 {:.0})", tree_view.window.get().zoom, -top)
    });
    let names = move || tree_view.stretch.get().levels(levels.get()).map(|up| (up, up + least.get())).collect();
    let level = |(up, named): (usize, usize)| {
        view! {
            <text class="tree__level-name" y=4 - (up as i64) * (RISE as i64)>
                {generation(named)}
            </text>
        }
    };
    view! {
        <svg class="tree__levels" aria-hidden="true" style:transform=move || tree_view.shift(|(_, y)| (6.0, y))>
            <g transform=move || scale.get()>
                <For each=names key=|level| format!("{level:?}") children=level />
            </g>
        </svg>
    }
}

impl TreeView {
    /// How far the sheet is shifted under the window.
    fn shift(self, to: fn((f64, f64)) -> (f64, f64)) -> String {
        let corner = self.stretch.get().corner();
        let (x, y) = to(self.window.with(|window| window.place(corner)));
        format!("translate({x}px, {y}px)")
    }
}

/// The point of the window that lies at this point of the page.
fn place(node: &NodeRef<Div>, x: f64, y: f64) -> (f64, f64) {
    let Some(div) = node.get_untracked() else { return (x, y) };
    let edge = div.get_bounding_client_rect();
    (x - edge.left(), y - edge.top())
}

/// Whether the window moved or not, the key or the wheel was for the drawing.
fn always(_moved: bool) -> bool {
    true
}

fn pressed(tree_view: TreeView, event: &web_sys::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    let done = match (key.as_str(), event.shift_key()) {
        ("ArrowLeft", true) => always(tree_view.look(|window| window.dragged(PAN, 0.0))),
        ("ArrowRight", true) => always(tree_view.look(|window| window.dragged(-PAN, 0.0))),
        ("ArrowUp", true) => always(tree_view.look(|window| window.dragged(0.0, PAN))),
        ("ArrowDown", true) => always(tree_view.look(|window| window.dragged(0.0, -PAN))),
        ("+" | "=", _) => always(tree_view.look(|window| window.nearer(ZOOM))),
        ("-", _) => always(tree_view.look(|window| window.nearer(1.0 / ZOOM))),
        ("0", _) => always(tree_view.look(|window| window.fitted())),
        (" ", _) => {
            tree_view.fold_chosen();
            true
        }
        ("Enter", _) => {
            tree_view.open_chosen();
            true
        }
        (key, false) => tree_view.walk(key),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

impl TreeView {
    /// A step along the branches, for a key of the keyboard; whether it is one.
    fn walk(self, key: &str) -> bool {
        let key = match key {
            "ArrowUp" => ArrowKey::Up,
            "ArrowDown" => ArrowKey::Down,
            "ArrowLeft" => ArrowKey::Left,
            "ArrowRight" => ArrowKey::Right,
            "Home" => ArrowKey::Home,
            "End" => ArrowKey::End,
            _ => return false,
        };
        self.step(key);
        true
    }
}

impl Hand {
    fn down(self, event: &web_sys::PointerEvent) {
        if event.button() == 0 {
            self.moved.set_value(false);
            let finger = (event.pointer_id(), f64::from(event.client_x()), f64::from(event.client_y()));
            self.fingers.update_value(|fingers| fingers.push(finger));
        }
    }

    fn up(self, event: &web_sys::PointerEvent) {
        self.fingers.update_value(|fingers| fingers.retain(|(id, ..)| *id != event.pointer_id()));
    }

    fn go(self, tree_view: TreeView, node: &NodeRef<Div>, event: &web_sys::PointerEvent) {
        let before = self.fingers.get_value();
        let to = (event.pointer_id(), f64::from(event.client_x()), f64::from(event.client_y()));
        let Some(from) = before.iter().find(|(id, ..)| *id == to.0) else { return };
        let far = (to.1 - from.1).abs() + (to.2 - from.2).abs();
        // A finger trembles: a little is a tap, not a drag.
        if !self.moved.get_value() && far < 4.0 {
            return;
        }
        if !self.moved.get_value() {
            self.moved.set_value(true);
            if let Some(div) = node.get_untracked() {
                let _ = div.set_pointer_capture(to.0);
            }
        }
        let after: Vec<_> = before.iter().map(|finger| if finger.0 == to.0 { to } else { *finger }).collect();
        let at = |finger: &(i32, f64, f64)| place(node, finger.1, finger.2);
        match (before.as_slice(), after.as_slice()) {
            ([_], _) => tree_view.look(|window| window.dragged(to.1 - from.1, to.2 - from.2)),
            ([a, b, ..], [c, d, ..]) => tree_view.look(|window| window.pinched([at(a), at(b)], [at(c), at(d)])),
            _ => false,
        };
        self.fingers.set_value(after);
    }

    /// Somebody was clicked on, unless the paper was dragged.
    fn chose(self, tree_view: TreeView, person: kith::domain::id::PersonId) {
        if !self.moved.get_value() {
            tree_view.choose(person);
        }
    }
}
