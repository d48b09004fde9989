//! The part of a tidy tree that is in view, and the way from one node to the next by keys. Only this much is ever
//! drawn.

use super::tidy::Tidy;
use super::viewport::Area;
use std::ops::Range;

/// How far apart neighbours stand, in points of the drawing.
pub const STEP: f64 = 84.0;
/// How far apart generations stand.
pub const RISE: f64 = 138.0;
/// How much room a node has around its middle: to each side, above, and below for its name.
pub const ROOM: [f64; 3] = [44.0, 30.0, 84.0];
/// How far right of a node an edge swings that goes round.
const BOW: f64 = STEP * 0.8;

/// Where a node stands in the drawing.
pub fn point(tidy: &Tidy, node: usize) -> (f64, f64) {
    let across = tidy.across.get(node).copied().unwrap_or_default();
    let up = tidy.up.get(node).copied().unwrap_or_default();
    (across * STEP, -(up as f64) * RISE)
}

/// The way of an edge from below to above: out of the circle, and in under the name.
pub fn edge((from_x, from_y): (f64, f64), (to_x, to_y): (f64, f64)) -> String {
    let (start, end) = (from_y - 18.0, to_y + 70.0);
    let middle = (start + end) / 2.0;
    format!("M{from_x:.1} {start:.1}C{from_x:.1} {middle:.1} {to_x:.1} {middle:.1} {to_x:.1} {end:.1}")
}

/// The way of an edge that holds nobody: as any other where it goes up, in a bow beside them where it goes round.
pub fn bow((from_x, from_y): (f64, f64), (to_x, to_y): (f64, f64)) -> String {
    if to_y < from_y && (from_x - to_x).abs() > 1.0 {
        return edge((from_x, from_y), (to_x, to_y));
    }
    let side = from_x.max(to_x) + BOW;
    format!("M{:.1} {from_y:.1}C{side:.1} {from_y:.1} {side:.1} {to_y:.1} {:.1} {to_y:.1}", from_x + 18.0, to_x + 18.0)
}

/// The whole drawing, with room around it, for the names of the generations at its left, and for edges that go round at its
/// right.
pub fn drawing(tidy: &Tidy) -> Area {
    let [side, over, under] = ROOM;
    let high = tidy.levels.len().saturating_sub(1) as f64 * RISE;
    let names = 30.0;
    Area {
        left: -side - names,
        top: -high - over,
        width: tidy.width * STEP + names + side + BOW,
        height: high + over + under,
    }
}

/// A stretch of the drawing in whole steps: it changes seldom while the window moves, and with it what is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// From this many steps from the left, to this many.
    pub across: (i64, i64),
    /// From this generation, up to this one.
    pub up: (usize, usize),
}

impl Stretch {
    /// The stretch that covers what is in view, and a little more on each side.
    pub fn of(view: Area) -> Stretch {
        let wide = |at: f64, to_whole: fn(f64) -> f64| (to_whole(at / STEP / 4.0) * 4.0) as i64;
        let [_, over, under] = ROOM;
        let up = |at: f64| (-at / RISE).max(0.0) as usize;
        Stretch {
            across: (wide(view.left - 2.0 * STEP, f64::floor), wide(view.right() + 2.0 * STEP, f64::ceil)),
            up: (up(view.bottom() + under), up(view.top - over) + 1),
        }
    }

    /// Its upper left corner in the drawing. What is drawn is placed from there, so that no number gets large.
    pub fn corner(self) -> (f64, f64) {
        (self.across.0 as f64 * STEP, -((self.up.1 + 1) as f64) * RISE)
    }

    /// Its lower right corner, the ground under its lowest generation included.
    pub fn end(self) -> (f64, f64) {
        (self.across.1 as f64 * STEP, RISE - self.up.0 as f64 * RISE)
    }

    /// How wide and how high it is where the drawing is shown so large, in whole points of the screen.
    pub fn size(self, zoom: f64) -> (f64, f64) {
        let ((left, top), (right, bottom)) = (self.corner(), self.end());
        (((right - left) * zoom).ceil(), ((bottom - top) * zoom).ceil())
    }

    /// The generations in it, of so many that there are.
    pub fn levels(self, all: usize) -> Range<usize> {
        self.up.0..all.min(self.up.1 + 1)
    }
}

/// The way of the ground on which the bases stand, a double rule, as far as it lies in this stretch.
pub fn ground(tidy: &Tidy, stretch: Stretch) -> String {
    let all = drawing(tidy);
    let (from, to) = (all.left.max(stretch.corner().0), all.right().min(stretch.end().0));
    format!("M{from:.0} 76H{to:.0}M{from:.0} 79.5H{to:.0}")
}

/// The part of a tree that is in view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VisibleNodes {
    /// The nodes.
    pub nodes: Vec<usize>,
    /// The nodes whose edge down to their parent is in view.
    pub edges: Vec<usize>,
}

impl VisibleNodes {
    /// The nodes whose edges may be in view, each once: besides those down to their parents there may be second ones.
    pub fn with_edges(&self) -> Vec<usize> {
        let mut all: Vec<usize> = self.nodes.iter().chain(&self.edges).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// What of a tree is in this stretch: its nodes, the edges that end at one of them, and of what leaves it sideways the
/// nearest edge on each side, so that many thousand children do not draw as many lines through the view.
pub fn visible_nodes(tidy: &Tidy, parents: &[Option<usize>], stretch: Stretch) -> VisibleNodes {
    let mut sight = VisibleNodes::default();
    let range = stretch.across.0 as f64..stretch.across.1 as f64;
    for up in stretch.up.0..=stretch.up.1 {
        let nodes = tidy.between(up, range.clone());
        sight.nodes.extend(nodes);
        let level = tidy.levels.get(up).map_or(&[][..], Vec::as_slice);
        let from = level.partition_point(|node| across(tidy, *node) < range.start);
        let left = from.checked_sub(1).and_then(|at| level.get(at));
        let right = level.get(from + nodes.len());
        let is_near = |node: &&usize| {
            let parent = parents.get(**node).copied().flatten();
            parent.is_some_and(|parent| range.contains(&across(tidy, parent)))
        };
        let beside = [left, right].into_iter().flatten().filter(is_near);
        let edges = nodes.iter().chain(beside).filter(|node| parents.get(**node).is_some_and(Option::is_some));
        sight.edges.extend(edges);
    }
    sight
}

fn across(tidy: &Tidy, node: usize) -> f64 {
    tidy.across.get(node).copied().unwrap_or_default()
}

/// A step by key: along an edge, or to the neighbour in the same generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArrowKey {
    /// To the first of those above.
    Up,
    /// To the one below.
    Down,
    /// To the neighbour on the left.
    Left,
    /// To the neighbour on the right.
    Right,
    /// To the base.
    Home,
    /// To the last of those above, and from there on up.
    End,
}

/// Where a step leads from a node; `None` where the tree ends.
pub fn step(tidy: &Tidy, parents: &[Option<usize>], from: usize, key: ArrowKey) -> Option<usize> {
    let up = tidy.up.get(from).copied()?;
    let beside = |up: usize, way: fn(usize) -> Option<usize>| {
        let level = tidy.levels.get(up)?;
        let at = level.binary_search(&from).ok()?;
        level.get(way(at)?).copied()
    };
    match key {
        ArrowKey::Down => parents.get(from).copied().flatten(),
        // Whoever stands on this one and comes first in the walk follows directly.
        ArrowKey::Up => Some(from + 1).filter(|next| parents.get(*next).copied().flatten() == Some(from)),
        ArrowKey::Left => beside(up, |at| at.checked_sub(1)),
        ArrowKey::Right => beside(up, |at| Some(at + 1)),
        ArrowKey::Home => std::iter::successors(Some(from), |at| parents.get(*at).copied().flatten()).last(),
        ArrowKey::End => {
            let first = |at: usize| Some(at + 1).filter(|next| parents.get(*next).copied().flatten() == Some(at));
            std::iter::successors(Some(from), |at| first(*at)).last()
        }
    }
    .filter(|to| *to != from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::tidy::tidy;

    fn star(children: usize) -> Vec<Option<usize>> {
        std::iter::once(None).chain(std::iter::repeat_n(Some(0), children)).collect()
    }

    #[test]
    fn r57_of_a_source_with_three_thousand_only_what_is_in_view_is_drawn() {
        let parents = star(3_000);
        let tidy = tidy(&parents);
        let (x, y) = point(&tidy, 0);
        let view = Area { left: x - 400.0, top: y - 300.0, width: 800.0, height: 400.0 };
        let sight = visible_nodes(&tidy, &parents, Stretch::of(view));
        assert!(sight.nodes.contains(&0) && (10..40).contains(&sight.nodes.len()), "{}", sight.nodes.len());
        assert_eq!(sight.with_edges().len(), sight.nodes.len() + 2, "the base may have a second edge");
        assert_eq!(sight.edges.len(), sight.nodes.len() + 1, "an edge a node but the base, and one more on each side");
        let far = Area { left: 0.0, ..view };
        let sight = visible_nodes(&tidy, &parents, Stretch::of(far));
        assert!(!sight.nodes.contains(&0) && sight.edges == sight.nodes, "their edges lead out of the view");
    }

    #[test]
    fn every_node_is_in_sight_of_the_whole_drawing_and_a_small_move_changes_nothing() {
        let parents = [None, Some(0), Some(1), Some(1), Some(0), None, Some(5)];
        let tidy = tidy(&parents);
        let all = drawing(&tidy);
        let mut nodes = visible_nodes(&tidy, &parents, Stretch::of(all)).nodes;
        nodes.sort_unstable();
        assert_eq!(nodes, (0..parents.len()).collect::<Vec<_>>());
        assert_eq!(Stretch::of(all), Stretch::of(Area { left: all.left + 3.0, ..all }));
        for node in 0..parents.len() {
            let (x, y) = point(&tidy, node);
            assert!(x >= all.left && x <= all.right() && y >= all.top && y <= all.bottom());
        }
    }

    #[test]
    fn a_stretch_covers_what_is_in_view_from_corner_to_corner() {
        for view in [
            Area { left: -74.0, top: -300.0, width: 900.0, height: 384.0 },
            Area { left: 160_000.0, top: -9_000.0, width: 320.0, height: 2_000.0 },
        ] {
            let stretch = Stretch::of(view);
            let ((left, top), (right, bottom)) = (stretch.corner(), stretch.end());
            assert!(left <= view.left && top <= view.top && right >= view.right() && bottom >= view.bottom());
            assert!(
                right - left < view.width + 14.0 * STEP && bottom - top < view.height + 5.0 * RISE,
                "and little more"
            );
            assert_eq!(stretch.levels(3), stretch.up.0..3, "no generation is named that is not there");
            assert_eq!(stretch.size(0.5), (((right - left) / 2.0).ceil(), ((bottom - top) / 2.0).ceil()));
        }
    }

    #[test]
    fn the_ground_lies_under_the_trees_and_no_farther_than_is_drawn() {
        let tidy = tidy(&star(3_000));
        let whole = drawing(&tidy);
        let view = Area { left: whole.left - 500.0, width: 800.0, ..whole };
        let stretch = Stretch::of(view);
        let (from, to) = (whole.left, stretch.end().0);
        assert_eq!(ground(&tidy, stretch), format!("M{from:.0} 76H{to:.0}M{from:.0} 79.5H{to:.0}"));
        assert!(to < 2_000.0 && to < whole.right());
    }

    #[test]
    fn an_edge_that_goes_round_goes_beside_everybody() {
        assert_eq!(bow((0.0, 0.0), (84.0, -138.0)), edge((0.0, 0.0), (84.0, -138.0)));
        assert_eq!(bow((0.0, -276.0), (0.0, 0.0)), "M18.0 -276.0C67.2 -276.0 67.2 0.0 18.0 0.0");
    }

    #[test]
    fn keys_walk_along_the_edges_and_sideways_through_a_generation() {
        //  2 3   6
        //   1 4  5        0 is the base of the first tree, 5 of the second
        let parents = [None, Some(0), Some(1), Some(1), Some(0), None, Some(5)];
        let tidy = tidy(&parents);
        let go = |from, key| step(&tidy, &parents, from, key);
        assert_eq!([go(0, ArrowKey::Up), go(1, ArrowKey::Up), go(2, ArrowKey::Up)], [Some(1), Some(2), None]);
        assert_eq!([go(2, ArrowKey::Down), go(1, ArrowKey::Down), go(0, ArrowKey::Down)], [Some(1), Some(0), None]);
        assert_eq!([go(1, ArrowKey::Right), go(4, ArrowKey::Right), go(6, ArrowKey::Right)], [Some(4), Some(6), None]);
        assert_eq!([go(6, ArrowKey::Left), go(0, ArrowKey::Left), go(0, ArrowKey::Right)], [Some(4), None, Some(5)]);
        assert_eq!(
            [go(3, ArrowKey::Home), go(0, ArrowKey::Home), go(0, ArrowKey::End), go(3, ArrowKey::End)],
            [Some(0), None, Some(2), None]
        );
        assert_eq!(go(99, ArrowKey::Up), None);
    }
}
