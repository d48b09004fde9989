//! What the parts of the tree's page share: the forest, what of it is shown, the window over it, and who is chosen.

use crate::app::state::{Paper, State};
use crate::app::ui::signal::{Memo, memo};
use kith::domain::id::{PersonId, ReferralId};
use kith::domain::money::Money;
use kith::draw::tidy::{Tidy, tidy};
use kith::draw::viewport::Viewport;
use kith::draw::visible::{ArrowKey, Stretch, VisibleNodes, drawing, point, step, visible_nodes};
use kith::message::branch::{BranchWords, words};
use kith::message::tree::{Label, NameStyle, TreeTeller, tone};
use kith::rules::disclosure::Disclosure;
use kith::rules::duty::When;
use kith::rules::tree::Forest;
use kith::rules::tree::credit::{Credit, credited};
use kith::rules::tree::marks::{to_thank, unthanked};
use kith::rules::tree::shown::{ShownPlaces, turned, unfolded};
use leptos::prelude::*;
use std::ops::Range;

/// How much room is kept around who is chosen, in points of the drawing.
const ROOM: f64 = 90.0;

/// How small the drawing may be shown with names.
const READABLE: f64 = 0.45;

/// What the parts of the page share. Copy it freely: it holds only handles.
#[derive(Clone, Copy)]
pub struct TreeView {
    pub state: State,
    /// Whose tree it is; all trees without one.
    pub from: Option<PersonId>,
    pub forest: Memo<Forest>,
    /// The places of the tree, or of all trees.
    pub range: Memo<Range<usize>>,
    /// Who is folded, by id.
    pub folded: RwSignal<Vec<PersonId>>,
    pub shown: Memo<ShownPlaces>,
    pub tidy: Memo<Tidy>,
    pub chosen: Memo<Option<PersonId>>,
    picked: RwSignal<Option<PersonId>>,
    moved: RwSignal<Option<Viewport>>,
    /// The window as it lies over the drawing now.
    pub window: Memo<Viewport>,
    /// What of the drawing is on the sheet under the window.
    pub stretch: Memo<Stretch>,
    /// Whether it is seen from so far away that names cannot be read.
    pub is_far: Memo<bool>,
    pub sight: Memo<VisibleNodes>,
    credit: Memo<Option<Credit>>,
    credited: Memo<Vec<Vec<Money>>>,
    marks: Memo<Vec<(PersonId, When)>>,
    /// The branch to thank.
    pub branch: Memo<Option<BranchWords>>,
    /// How people are named in the outline and in what is handed on.
    pub names: RwSignal<NameStyle>,
    /// What is being printed.
    pub paper: RwSignal<Option<Paper>>,
    /// Whether the button was pressed that prints, and the picture is awaited.
    pub asked: StoredValue<bool>,
}

impl TreeView {
    pub fn new(state: State, from: Option<PersonId>) -> TreeView {
        let forest = state.select(Forest::of);
        let range = memo(move || forest.with(|forest| forest.tree_of(from)).unwrap_or_default());
        let folded = RwSignal::new(Vec::new());
        let shown = memo(move || forest.with(|forest| folded.with(|folded| forest.shown(range.get(), folded))));
        let tidy = memo(move || shown.with(|shown| tidy(&shown.parents)));
        let about = state.of_route(|route| route.asked("about").parse::<ReferralId>().ok());
        let picked = RwSignal::new(from);
        let chosen = memo(move || {
            let first = || forest.with(|forest| forest.knot(range.get().start).map(|knot| knot.person));
            let picked = picked.get().and_then(|one| forest.with(|forest| forest.place(one)).map(|_| one));
            picked.or_else(first)
        });
        let moved = RwSignal::new(None);
        let window = memo(move || {
            let area = tidy.with(drawing);
            let moved: Option<Viewport> = moved.get();
            moved.map_or_else(|| Viewport::over(area, 800.0, 520.0), |w| w.resized(area, w.width, w.height))
        });
        let stretch = memo(move || Stretch::of(window.get().area()));
        let sight = memo(move || {
            // Until its size is known, whatever is drawn is drawn in vain.
            let is_measured = moved.with(Option::is_some);
            let drawn = |tidy: &Tidy| shown.with(|shown| visible_nodes(tidy, &shown.parents, stretch.get()));
            if is_measured { tidy.with(drawn) } else { VisibleNodes::default() }
        });
        let credit = state.of_route(|route| Credit::of_name(route.asked("credit")));
        let credited = memo(move || {
            let shared = |credit| {
                forest.with(|forest| state.select_now(|book| credited(&Disclosure::owner(book), forest, credit)))
            };
            credit.get().map(shared).unwrap_or_default()
        });
        let rows = state.rows();
        let marks = memo(move || rows.with(|rows| unthanked(rows)));
        let branch = memo(move || {
            // A page that is about a referral begins with its branch.
            let about = about.get().and_then(|about| (picked.get() == from).then_some(about));
            let thank = |book: &_| {
                let place = |forest: &Forest| forest.place(chosen.get()?);
                forest.with(|forest| rows.with(|rows| to_thank(book, forest, place(forest)?, rows)))
            };
            let today = state.today();
            state.select_now(|book| words(book, about.or_else(|| thank(book))?, today))
        });
        let names = RwSignal::new(NameStyle::Shown);
        TreeView {
            state,
            from,
            forest,
            range,
            folded,
            shown,
            tidy,
            chosen,
            picked,
            moved,
            window,
            stretch,
            is_far: memo(move || window.with(|window| window.zoom) < READABLE),
            sight,
            credit,
            credited,
            marks,
            branch,
            names,
            paper: RwSignal::new(None),
            asked: StoredValue::new(false),
        }
    }

    /// Something told of where this person stands; `None` for somebody who stands nowhere any more.
    pub fn tell<T>(self, person: PersonId, tell: impl FnOnce(&TreeTeller, usize) -> T) -> Option<T> {
        let today = self.state.today();
        self.forest.with(|forest| {
            let place = forest.place(person)?;
            self.credited.with(|credited| {
                let credit = self.credit.get().map(|_| credited.as_slice());
                Some(
                    self.state.select_now(|book| tell(&TreeTeller::mine(book, forest, today).crediting(credit), place)),
                )
            })
        })
    }

    /// What stands beside this person, named as was chosen.
    pub fn label(self, person: PersonId) -> Label {
        let names = self.names.get();
        self.tell(person, |teller, place| teller.named(place, names)).unwrap_or_default()
    }

    /// Returns the name by which they are chosen: one of several who bear it is told apart.
    pub fn called(self, person: PersonId) -> String {
        let names = self.names.get_untracked();
        self.tell(person, |teller, place| teller.called(place, names)).unwrap_or_default()
    }

    /// How this person stands with thanks.
    pub fn tone(self, person: PersonId) -> &'static str {
        self.marks.with(|marks| self.branch.with(|branch| tone(marks, branch.as_ref(), person)))
    }

    /// Which of the nodes drawn this person is.
    pub fn node(self, person: PersonId) -> Option<usize> {
        let place = self.forest.with(|forest| forest.place(person))?;
        self.shown.with(|shown| shown.at(place))
    }

    /// Who stands at a node that is drawn.
    pub fn person(self, node: usize) -> Option<PersonId> {
        let place = self.shown.with(|shown| shown.places.get(node).copied())?;
        self.forest.with(|forest| forest.knot(place).map(|knot| knot.person))
    }

    /// Where a person stands in the drawing.
    pub fn point(self, person: PersonId) -> Option<(f64, f64)> {
        self.node(person).map(|node| self.tidy.with(|tidy| point(tidy, node)))
    }

    /// Chooses somebody, and brings them into view.
    pub fn choose(self, person: PersonId) {
        let folded = untrack(|| self.forest.with(|forest| self.folded.with(|folded| unfolded(forest, folded, person))));
        self.folded.set(folded);
        self.picked.set(Some(person));
        self.move_to(person, |window, x, y| window.showing(x, y, ROOM));
    }

    /// Chooses somebody, and puts them in the middle, near enough to read.
    pub fn centre(self, person: PersonId) {
        self.choose(person);
        self.move_to(person, |window, x, y| Viewport { zoom: window.zoom.max(0.8), ..window }.centred(x, y));
    }

    fn move_to(self, person: PersonId, go: fn(Viewport, f64, f64) -> Viewport) {
        if let Some((x, y)) = untrack(|| self.point(person)) {
            self.look(|window| go(window, x, y));
        }
    }

    /// A step by key from who is chosen.
    pub fn step(self, key: ArrowKey) {
        let to = untrack(|| {
            let from = self.node(self.chosen.get()?)?;
            let to = self.tidy.with(|tidy| self.shown.with(|shown| step(tidy, &shown.parents, from, key)));
            self.person(to?)
        });
        if let Some(person) = to {
            self.choose(person);
        }
    }

    /// Folds a branch, or unfolds it.
    pub fn turn(self, person: PersonId) {
        self.folded.update(|folded| *folded = turned(folded, person));
        self.move_to(person, |window, x, y| window.showing(x, y, ROOM));
    }

    /// Moves the window; whether it moved.
    pub fn look(self, go: impl FnOnce(Viewport) -> Viewport) -> bool {
        let from = self.window.get_untracked();
        let to = go(from);
        if to != from {
            self.moved.set(Some(to));
        }
        to != from
    }

    /// The window has this size on the screen. The first time it shows all it can, and whoever the page is about.
    pub fn measured(self, width: i32, height: i32) {
        let (width, height) = (f64::from(width), f64::from(height));
        if self.moved.get_untracked().is_some() {
            self.look(|window| window.resized(window.drawing, width, height));
            return;
        }
        let window = Viewport::over(self.window.get_untracked().drawing, width, height);
        let (x, y) = untrack(|| self.chosen.get().and_then(|person| self.point(person))).unwrap_or_default();
        self.moved.set(Some(window.beginning(x, y)));
    }
}
