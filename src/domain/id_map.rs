//! Maps and sets by id, and texts as numbers: what is looked up all day, by keys that nobody chooses so that they collide.

use rustc_hash::{FxHashMap, FxHashSet};

/// A map by id, or by another small thing nobody chose, such as a day.
pub type IdMap<K, V> = FxHashMap<K, V>;

/// A set of ids.
pub type IdSet<K> = FxHashSet<K>;

/// Returns the 64-bit FNV-1a hash of a text. Two texts of one number are taken for one text.
///
/// Not `FxHasher`: in a browser that has 32 bits, and among a hundred thousand names two would share a number.
pub fn text_hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_hash_is_fnv_1a_of_64_bits_on_every_machine() {
        // The test vectors of the algorithm's authors.
        for (text, hash) in
            [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            assert_eq!(text_hash(text), hash, "{text}");
        }
    }
}
