//! All of a drawing on one sheet: the trees of a forest in rows, so that many small ones are no endless strip (R59).

use super::tidy::{Tidy, tidy};
use super::viewport::Area;
use super::visible::{RISE, STEP, drawing, point};
use std::ops::Range;

/// How wide a row is at least, in steps: what can be read on a sheet of paper.
const ROW: f64 = 18.0;
/// The room between two rows.
const BETWEEN: f64 = 24.0;

/// Where everything stands on a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TreeSheet {
    /// Where each node stands.
    pub points: Vec<(f64, f64)>,
    /// The generations of each row, each with how high it stands.
    pub levels: Vec<(usize, f64)>,
    /// The size of all of it.
    pub area: Area,
}

/// Sets a forest in rows, the first on top: for each node its parent, as [`tidy`] takes them. No row is wider than the
/// widest tree or than makes the sheet a square, whichever is more.
pub fn sheet(parents: &[Option<usize>]) -> TreeSheet {
    let mut sheet = TreeSheet::default();
    let mut ground = None;
    for row in rows(parents) {
        let tidy = tidy(&own(parents, &row));
        let area = drawing(&tidy);
        let down = ground.map_or(0.0, |last: f64| last + BETWEEN - area.top);
        sheet.levels.extend((0..tidy.levels.len()).map(|up| (up, down - up as f64 * RISE)));
        sheet.points.extend((0..row.len()).map(|node| {
            let (x, y) = point(&tidy, node);
            (x, y + down)
        }));
        let (left, top) = (area.left, if ground.is_none() { area.top } else { sheet.area.top });
        let (width, height) = (area.width.max(sheet.area.width), down + area.bottom() - top);
        sheet.area = Area { left, top, width, height };
        ground = Some(down + area.bottom());
    }
    if ground.is_none() {
        sheet.area = drawing(&Tidy::default());
    }
    sheet
}

/// The nodes of each row.
fn rows(parents: &[Option<usize>]) -> Vec<Range<usize>> {
    let starts: Vec<usize> = (0..parents.len()).filter(|at| parents.get(*at) == Some(&None)).collect();
    let ends = starts.iter().skip(1).copied().chain([parents.len()]);
    let trees: Vec<(Range<usize>, f64, f64)> =
        starts.iter().zip(ends).map(|(start, end)| sized(parents, *start..end)).collect();
    let takes: f64 = trees.iter().map(|(_, wide, high)| wide * STEP * high).sum();
    let widest = trees.iter().map(|(_, wide, _)| *wide).fold(takes.sqrt() / STEP, f64::max).max(ROW);
    let mut rows: Vec<(Range<usize>, f64)> = Vec::new();
    for (tree, wide, _) in trees {
        match rows.last_mut().filter(|(_, taken)| taken + wide <= widest) {
            Some((row, taken)) => {
                row.end = tree.end;
                *taken += wide;
            }
            None => rows.push((tree, wide)),
        }
    }
    rows.into_iter().map(|(row, _)| row).collect()
}

/// A tree with how many steps it takes beside others, and how high it is.
fn sized(parents: &[Option<usize>], tree: Range<usize>) -> (Range<usize>, f64, f64) {
    let laid = tidy(&own(parents, &tree));
    (tree, laid.width + 1.0, laid.levels.len() as f64 * RISE)
}

/// The parents of these nodes among themselves.
fn own(parents: &[Option<usize>], nodes: &Range<usize>) -> Vec<Option<usize>> {
    let all = parents.iter().take(nodes.end).skip(nodes.start);
    all.map(|parent| parent.and_then(|parent| parent.checked_sub(nodes.start))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many bases with so many children each.
    fn forest(bases: usize, children: usize) -> Vec<Option<usize>> {
        let tree = |base: usize| {
            let ground = base * (children + 1);
            std::iter::once(None).chain(std::iter::repeat_n(Some(ground), children))
        };
        (0..bases).flat_map(tree).collect()
    }

    #[test]
    fn r59_what_fits_into_a_row_is_drawn_as_on_the_screen() {
        for parents in [vec![], forest(1, 0), forest(3, 2), forest(1, 400)] {
            let (sheet, tidy) = (sheet(&parents), tidy(&parents));
            assert_eq!(sheet.area, drawing(&tidy));
            let points: Vec<_> = (0..parents.len()).map(|node| point(&tidy, node)).collect();
            assert_eq!(sheet.points, points);
        }
    }

    #[test]
    fn r59_a_forest_of_five_thousand_bases_is_a_sheet_and_no_strip() {
        for (parents, most) in [(forest(5_000, 0), 10_000.0), (forest(5_000, 1), 12_000.0), (forest(40, 1), 2_000.0)] {
            let TreeSheet { points, area, .. } = sheet(&parents);
            assert!(area.width < most && area.height < most, "{area:?}");
            assert_eq!(points.len(), parents.len());
            let mut places: Vec<(i64, i64)> = points.iter().map(|(x, y)| (*x as i64, *y as i64)).collect();
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len(), points.len(), "nobody stands on another");
            let inside = |(x, y): &(f64, f64)| {
                (area.left + 44.0..=area.right() - 44.0).contains(x)
                    && (area.top + 30.0..=area.bottom() - 84.0).contains(y)
            };
            assert!(points.iter().all(inside));
        }
    }

    #[test]
    fn r59_the_first_tree_is_on_top_and_each_row_names_its_generations() {
        let mut parents = vec![None];
        parents.extend((0..30).map(Some));
        parents.extend(forest(1, 400).into_iter().map(|parent| parent.map(|at| at + 31)));
        let TreeSheet { points, levels, .. } = sheet(&parents);
        assert_eq!(levels.len(), 31 + 2);
        assert!(points[31].1 > points[0].1, "its base is above that of the second row");
        assert!(levels.contains(&(1, points[32].1)) && levels.contains(&(30, points[30].1)));
    }
}
