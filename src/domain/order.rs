//! Order: sorting a list by a key, and gathering what keeps its own order.

use std::cmp::Ordering;

/// Sorts a list by the key of each item; equal ones keep their order. The sorting itself is made once for the whole
/// app and moves places, not items: the standard sort is made anew, at 4 kB, for every type of list.
pub fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, mut key: impl FnMut(&T) -> K) {
    if list.is_sorted_by_key(&mut key) {
        return;
    }
    let keys: Vec<K> = list.iter().map(key).collect();
    let mut places: Vec<usize> = (0..keys.len()).collect();
    sort_places(&mut places, &|a, b| keys.get(a).cmp(&keys.get(b)));
    let mut items: Vec<Option<T>> = list.drain(..).map(Some).collect();
    list.extend(places.into_iter().filter_map(|place| items.get_mut(place).and_then(Option::take)));
}

fn sort_places(places: &mut [usize], order: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_unstable_by(|a, b| order(*a, *b).then(a.cmp(b)));
}

/// Gathers a set or a map that keeps its own order, one by one: `collect` sorts first, which is made anew for every type.
pub fn collect_sorted<T, C: Default + Extend<T>>(all: impl IntoIterator<Item = T>) -> C {
    let mut kept = C::default();
    kept.extend(all);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_sorted_by_its_keys_and_equals_keep_their_order() {
        let mut list = vec!["pear", "fig", "apple", "kiwi", "plum"];
        sort_by_key(&mut list, |word| word.len());
        assert_eq!(list, ["fig", "pear", "kiwi", "plum", "apple"]);
    }
}
