//! Maps and sets by id, as quick as they can be.
//!
//! Ids are looked up all day and are nobody's secret, so they need no hasher that guards against keys chosen to collide.

use rustc_hash::{FxHashMap, FxHashSet};
use std::hash::{DefaultHasher, Hasher};

/// A map by id, or by another small thing nobody chose, such as a day.
pub type IdMap<K, V> = FxHashMap<K, V>;

/// A set of ids.
pub type IdSet<K> = FxHashSet<K>;

/// Returns a text as a number of 64 bits: two of one number are taken to be one text. It is never kept, as another version
/// of Rust may give another number.
pub fn text_hash(text: &str) -> u64 {
    // That of the maps has 32 bits in the browser, where two of 20,000 texts would share a number.
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}
