//! The tidy tree: parents in the middle above their children, subtrees as close as they may, equal ones drawn alike (R57).
//!
//! Reingold and Tilford, "Tidier Drawings of Trees", 1981, for any number of children as in Walker, "A Node-positioning
//! Algorithm for General Trees", 1990, in the linear time of Buchheim, Jünger and Leipert, "Improving Walker's Algorithm to
//! Run in Linear Time", 2002. It is written for nodes that stand in the order of a walk, parents first, so that two plain
//! passes, one backward and one forward, take the place of the recursion. (Of the crates, reingold-tilford is of 2019 and
//! recursive, tidy-tree of 2023, with raw pointers and three more crates for nodes of unequal height, which ours are not.)

use std::ops::Range;

/// Where every node of a forest stands. Sideways the unit is the distance between neighbours.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tidy {
    /// How far each node stands from the left edge.
    pub across: Vec<f64>,
    /// How many generations each node stands above the ground.
    pub up: Vec<usize>,
    /// How wide the drawing is, from the leftmost node to the rightmost.
    pub width: f64,
    /// The nodes of each generation, from left to right.
    pub levels: Vec<Vec<usize>>,
}

/// Lays out a forest: for each node its parent, parents before their children and branches without a gap.
pub fn tidy(parents: &[Option<usize>]) -> Tidy {
    let mut walk = LayoutWalk::new(parents);
    walk.backward();
    walk.forward(parents)
}

/// A node while the forest is being laid out. Node 0 is the ground on which the bases stand, so places are one higher.
#[derive(Debug, Clone, Default)]
struct Node {
    parent: usize,
    children: Vec<usize>,
    /// Which of its parent's children it is.
    number: usize,
    /// How far it stands from the first of its siblings' origin.
    preliminary: f64,
    /// How far everything above it moves with it.
    modifier: f64,
    /// The middle of its children.
    middle: f64,
    shift: f64,
    change: f64,
    /// Where the outline goes on, for a leaf beside a deeper tree.
    thread: Option<usize>,
    ancestor: usize,
}

struct LayoutWalk {
    nodes: Vec<Node>,
}

impl LayoutWalk {
    fn new(parents: &[Option<usize>]) -> LayoutWalk {
        let mut nodes = vec![Node::default(); parents.len() + 1];
        for (at, below) in parents.iter().enumerate() {
            let (at, parent) = (at + 1, below.map_or(0, |below| below + 1));
            let number = nodes.get(parent).map_or(0, |node| node.children.len());
            edit(&mut nodes, parent, |node| node.children.push(at));
            edit(&mut nodes, at, |node| (node.parent, node.number, node.ancestor) = (parent, number, at));
        }
        LayoutWalk { nodes }
    }

    /// From the last node to the ground: each sets its children side by side, when they have done the same.
    fn backward(&mut self) {
        for at in (0..self.nodes.len()).rev() {
            let children = self.of(at, |node| node.children.clone());
            let mut default = children.first().copied().unwrap_or_default();
            let mut left = None;
            for child in &children {
                self.set_beside(*child, left);
                if let Some(left) = left {
                    default = self.apportion(*child, left, default, &children);
                }
                left = Some(*child);
            }
            self.spread(&children);
            let ends = [children.first(), children.last()].map(|end| end.map_or(0.0, |end| self.preliminary(*end)));
            let [first, last] = ends;
            edit(&mut self.nodes, at, |node| node.middle = (first + last) / 2.0);
        }
    }

    /// Sets a child one step right of its left sibling.
    fn set_beside(&mut self, child: usize, left: Option<usize>) {
        let beside = left.map(|left| self.preliminary(left) + 1.0);
        edit(&mut self.nodes, child, |node| match (beside, node.children.is_empty()) {
            (None, true) => node.preliminary = 0.0,
            (None, false) => node.preliminary = node.middle,
            (Some(beside), true) => node.preliminary = beside,
            (Some(beside), false) => (node.preliminary, node.modifier) = (beside, beside - node.middle),
        });
    }

    /// Moves a child's branch right until nothing of it is nearer than one step to those left of it, following the inner
    /// outlines up; then joins the outer outlines.
    fn apportion(&mut self, child: usize, sibling: usize, mut default: usize, children: &[usize]) -> usize {
        let first = children.first().copied().unwrap_or(sibling);
        let (mut inner_right, mut outer_right) = (child, child);
        let (mut inner_left, mut outer_left) = (sibling, first);
        let modifier = |walk: &LayoutWalk, at| walk.of(at, |node| node.modifier);
        let mut sums = [inner_right, outer_right, inner_left, outer_left].map(|at| modifier(self, at));
        while let (Some(next_left), Some(next_right)) = (self.last_above(inner_left), self.first_above(inner_right)) {
            (inner_left, inner_right) = (next_left, next_right);
            outer_left = self.first_above(outer_left).unwrap_or(outer_left);
            outer_right = self.last_above(outer_right).unwrap_or(outer_right);
            edit(&mut self.nodes, outer_right, |node| node.ancestor = child);
            let [right, _, left, _] = sums;
            let near = self.preliminary(inner_left) + left - self.preliminary(inner_right) - right + 1.0;
            if near > 0.0 {
                let from = self.own_sibling(inner_left, child, default);
                self.move_branch(from, child, near);
                sums = [sums[0] + near, sums[1] + near, sums[2], sums[3]];
            }
            let more = [inner_right, outer_right, inner_left, outer_left].map(|at| modifier(self, at));
            for (sum, more) in sums.iter_mut().zip(more) {
                *sum += more;
            }
        }
        let [right, far_right, left, far_left] = sums;
        if let (Some(on), None) = (self.last_above(inner_left), self.last_above(outer_right)) {
            edit(&mut self.nodes, outer_right, |node| {
                node.thread = Some(on);
                node.modifier += left - far_right;
            });
        }
        if let (Some(on), None) = (self.first_above(inner_right), self.first_above(outer_left)) {
            edit(&mut self.nodes, outer_left, |node| {
                node.thread = Some(on);
                node.modifier += right - far_left;
            });
            default = child;
        }
        default
    }

    /// The sibling of `child` whose branch this node is of.
    fn own_sibling(&self, at: usize, child: usize, default: usize) -> usize {
        let ancestor = self.of(at, |node| node.ancestor);
        let is_sibling = self.of(ancestor, |node| node.parent) == self.of(child, |node| node.parent);
        if is_sibling { ancestor } else { default }
    }

    /// Moves the branch of `to`, and notes that those between share the distance.
    fn move_branch(&mut self, from: usize, to: usize, distance: f64) {
        let between = self.of(to, |node| node.number).saturating_sub(self.of(from, |node| node.number)).max(1);
        let share = distance / between as f64;
        edit(&mut self.nodes, from, |node| node.change += share);
        edit(&mut self.nodes, to, |node| {
            node.change -= share;
            node.shift += distance;
            node.preliminary += distance;
            node.modifier += distance;
        });
    }

    /// Moves those between by their shares, in one pass from the right.
    fn spread(&mut self, children: &[usize]) {
        let (mut shift, mut change) = (0.0, 0.0);
        for child in children.iter().rev() {
            edit(&mut self.nodes, *child, |node| {
                node.preliminary += shift;
                node.modifier += shift;
                change += node.change;
                shift += node.shift + change;
            });
        }
    }

    /// From the ground to the last node: each adds what moves everything above it.
    fn forward(&self, parents: &[Option<usize>]) -> Tidy {
        let mut moved = vec![0.0; self.nodes.len()];
        let mut tidy = Tidy::default();
        for (at, node) in self.nodes.iter().enumerate().skip(1) {
            let below = moved.get(node.parent).copied().unwrap_or_default();
            if let Some(moved) = moved.get_mut(at) {
                *moved = below + node.modifier;
            }
            let up = parents.get(at - 1).copied().flatten().and_then(|below| tidy.up.get(below)).map_or(0, |up| up + 1);
            tidy.across.push(node.preliminary + below);
            tidy.up.push(up);
            if tidy.levels.len() <= up {
                tidy.levels.push(Vec::new());
            }
            if let Some(level) = tidy.levels.get_mut(up) {
                level.push(at - 1);
            }
        }
        let least = tidy.across.iter().copied().fold(f64::INFINITY, f64::min);
        tidy.across.iter_mut().for_each(|across| *across -= least);
        tidy.width = tidy.across.iter().copied().fold(0.0, f64::max);
        tidy
    }

    /// Where the left outline goes on above this node.
    fn first_above(&self, at: usize) -> Option<usize> {
        self.of(at, |node| node.children.first().copied().or(node.thread))
    }

    /// Where the right outline goes on above this node.
    fn last_above(&self, at: usize) -> Option<usize> {
        self.of(at, |node| node.children.last().copied().or(node.thread))
    }

    fn preliminary(&self, at: usize) -> f64 {
        self.of(at, |node| node.preliminary)
    }

    fn of<T: Default>(&self, at: usize, part: impl FnOnce(&Node) -> T) -> T {
        self.nodes.get(at).map(part).unwrap_or_default()
    }
}

fn edit(nodes: &mut [Node], at: usize, change: impl FnOnce(&mut Node)) {
    if let Some(node) = nodes.get_mut(at) {
        change(node);
    }
}

impl Tidy {
    /// The nodes of a generation whose distance from the left edge lies in a range, from left to right.
    pub fn between(&self, up: usize, across: Range<f64>) -> &[usize] {
        let Some(level) = self.levels.get(up) else { return &[] };
        let at = |node: &usize| self.across.get(*node).copied().unwrap_or_default();
        let from = level.partition_point(|node| at(node) < across.start);
        let to = level.partition_point(|node| at(node) < across.end);
        level.get(from..to).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
