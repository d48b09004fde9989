//! What somebody is found by: all that is written of them, folded, a line each.

use super::fold::{digits, fold};
use super::person::{Reach, ReachKind};
use super::sorted_set::SortedSet;

/// Writes these parts, the tags, and every way to reach them below `text`, folded; phones also as bare digits, and nothing
/// for a part that is empty.
pub fn write_below(text: &mut String, parts: &[&str], tags: &SortedSet<String>, reach: &[Reach]) {
    let mut add = |more: &str| {
        if !more.is_empty() {
            text.push('\n');
            text.push_str(more);
        }
    };
    parts.iter().for_each(|part| add(&fold(part)));
    tags.iter().for_each(|tag| add(&fold(tag)));
    for reach in reach {
        add(&fold(&reach.value));
        if reach.kind == ReachKind::Phone {
            add(&digits(&reach.value));
        }
    }
}
