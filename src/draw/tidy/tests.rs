use super::*;
use proptest::prelude::*;

/// Parents in the order of a walk, from a list of how many generations to step down before each next node.
fn forest(steps: &[usize]) -> Vec<Option<usize>> {
    let (mut parents, mut path): (Vec<Option<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
    for step in steps {
        path.truncate(path.len().saturating_sub(*step));
        parents.push(path.last().copied());
        path.push(parents.len() - 1);
    }
    parents
}

/// The obviously right way: each branch knows all it covers, generation by generation, and is set beside those left of it
/// at the least distance at which nothing is nearer than one step. Where those between move does not change what is
/// covered. Gives the leftmost and the rightmost of each generation.
fn covered(parents: &[Option<usize>]) -> Vec<(f64, f64)> {
    let mut branches: Vec<Vec<(f64, f64)>> = vec![Vec::new(); parents.len() + 1];
    for at in (0..=parents.len()).rev() {
        let below = |node: usize| parents[node].map_or(0, |parent| parent + 1);
        let children: Vec<usize> = (1..=parents.len()).filter(|child| below(child - 1) == at).collect();
        let mut all: Vec<(f64, f64)> = Vec::new();
        let mut places: Vec<f64> = Vec::new();
        for child in children {
            let branch = branches[child].clone();
            let near = all.iter().zip(&branch).map(|(left, right)| left.1 - right.0 + 1.0);
            let move_by = if all.is_empty() { 0.0 } else { near.fold(f64::NEG_INFINITY, f64::max) };
            places.push(move_by);
            for (up, (from, to)) in branch.into_iter().enumerate() {
                let (from, to) = (from + move_by, to + move_by);
                match all.get_mut(up) {
                    Some(level) => *level = (level.0.min(from), level.1.max(to)),
                    None => all.push((from, to)),
                }
            }
        }
        let middle = places.first().zip(places.last()).map_or(0.0, |(first, last)| (first + last) / 2.0);
        let mut branch = vec![(0.0, 0.0)];
        branch.extend(all.into_iter().map(|(from, to)| (from - middle, to - middle)));
        branches[at] = branch;
    }
    let levels = branches[0].split_off(1);
    let least = levels.iter().map(|level| level.0).fold(f64::INFINITY, f64::min);
    levels.into_iter().map(|(from, to)| (from - least, to - least)).collect()
}

fn outline(tidy: &Tidy) -> Vec<(f64, f64)> {
    let at = |node: Option<&usize>| tidy.across[*node.unwrap()];
    tidy.levels.iter().map(|level| (at(level.first()), at(level.last()))).collect()
}

fn is_same(one: &[(f64, f64)], other: &[(f64, f64)]) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
    one.len() == other.len() && one.iter().zip(other).all(|(a, b)| near(a.0, b.0) && near(a.1, b.1))
}

#[test]
fn r57_a_parent_stands_in_the_middle_of_its_children() {
    let tidy = tidy(&forest(&[0, 0, 1, 1]));
    assert_eq!((tidy.across, tidy.up, tidy.width), (vec![1.0, 0.0, 1.0, 2.0], vec![0, 1, 1, 1], 2.0));
}

#[test]
fn a_small_branch_between_two_large_ones_stands_in_the_middle_of_the_room() {
    // 0 has three children: the first and the last with three of their own, the one between with none.
    let tidy = tidy(&[None, Some(0), Some(1), Some(1), Some(1), Some(0), Some(0), Some(6), Some(6), Some(6)]);
    assert_eq!([tidy.across[1], tidy.across[5], tidy.across[6]], [1.0, 2.5, 4.0]);
}

#[test]
fn nothing_and_one_are_drawn_too() {
    assert_eq!(tidy(&[]), Tidy { width: 0.0, ..Tidy::default() });
    let one = tidy(&[None]);
    assert_eq!((one.across, one.width, one.levels), (vec![0.0], 0.0, vec![vec![0]]));
}

#[test]
fn r58_a_chain_of_many_thousand_and_a_source_of_many_thousand_are_laid_out() {
    let chain: Vec<Option<usize>> = (0..100_000_usize).map(|at| at.checked_sub(1)).collect();
    let tidy_chain = tidy(&chain);
    assert_eq!((tidy_chain.width, tidy_chain.levels.len()), (0.0, 100_000));
    let star: Vec<Option<usize>> = (0..100_000).map(|at| (at > 0).then_some(0)).collect();
    let tidy = tidy(&star);
    assert_eq!((tidy.width, tidy.across[0]), (99_998.0, 49_999.0));
    assert_eq!(tidy.between(1, 10.0..12.5), [11, 12, 13]);
    assert!(tidy.between(7, 0.0..9.0).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn the_drawing_is_as_narrow_as_the_obviously_right_one(steps in prop::collection::vec(0_usize..5, 0..70)) {
        let parents = forest(&steps);
        let drawn = tidy(&parents);
        prop_assert!(is_same(&outline(&drawn), &covered(&parents)), "{:?}\n{:?}", outline(&drawn), covered(&parents));
        let widest = covered(&parents).iter().map(|level| level.1).fold(0.0, f64::max);
        prop_assert!((drawn.width - widest).abs() < 1e-6);
    }

    #[test]
    fn nobody_stands_nearer_than_a_step_and_children_stand_in_their_order(
        steps in prop::collection::vec(0_usize..6, 1..200),
    ) {
        let parents = forest(&steps);
        let drawn = tidy(&parents);
        for level in &drawn.levels {
            for pair in level.windows(2) {
                prop_assert!(drawn.across[pair[1]] - drawn.across[pair[0]] > 1.0 - 1e-6, "{pair:?}");
            }
        }
        for at in 0..parents.len() {
            let above: Vec<f64> =
                (0..parents.len()).filter(|one| parents[*one] == Some(at)).map(|one| drawn.across[one]).collect();
            if let (Some(first), Some(last)) = (above.first(), above.last()) {
                prop_assert!((drawn.across[at] - (first + last) / 2.0).abs() < 1e-6, "in the middle");
            }
            let up = parents[at].map_or(0, |below| drawn.up[below] + 1);
            prop_assert_eq!(drawn.up[at], up);
        }
        prop_assert!(drawn.across.iter().all(|across| (0.0..=drawn.width).contains(across)));
        prop_assert_eq!(tidy(&parents), drawn, "equal input, equal drawing");
    }

    #[test]
    fn equal_branches_are_drawn_alike(steps in prop::collection::vec(0_usize..4, 1..20)) {
        let one = forest(&steps);
        let (alone, own) = (tidy(&one), one.len());
        let moved = one.iter().map(|below| Some(below.map_or(0, |below| below + 1)));
        let again = one.iter().map(|below| Some(below.map_or(0, |below| below + 1 + own)));
        let both: Vec<Option<usize>> = std::iter::once(None).chain(moved).chain(again).collect();
        let single = steps.iter().skip(1).all(|step| *step == 0);
        let drawn = tidy(&both);
        if one.iter().filter(|below| below.is_none()).count() == 1 || single {
            for at in 0..own {
                let apart = |places: &[f64], from: usize| places[from + at] - places[from];
                prop_assert!((apart(&drawn.across, 1) - apart(&alone.across, 0)).abs() < 1e-6);
                prop_assert!((apart(&drawn.across, 1 + own) - apart(&alone.across, 0)).abs() < 1e-6);
            }
        }
    }
}
