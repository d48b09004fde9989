//! The shape of a table: the same for every file with the same heads, in whatever order and case, so that what was said of
//! one is found again for the next.

use super::column::{REASON_KEY, key};
use std::collections::HashMap;

/// What the settings begin with in which the words about tables are kept.
const PREFIX: &str = "columns-";

/// The shape of a table with columns of these keys. FNV-1a over the sorted keys: a name to find things by, no secret.
pub fn of_heads<'a>(keys: impl Iterator<Item = &'a str>) -> String {
    // What was handed back with its reasons is read as the file it comes from.
    let mut keys: Vec<&str> = keys.filter(|key| *key != REASON_KEY).collect();
    keys.sort_unstable();
    let bytes = keys.iter().flat_map(|key| key.bytes().chain(Some(b'\n')));
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{PREFIX}{hash:016x}")
}

/// The shape of a table of so many columns without a heading.
pub fn of_bare(columns: usize) -> String {
    format!("{PREFIX}none-{columns}")
}

/// What each column is known by: its head as heads are compared; one that stands there again has its number beside it.
pub fn keys<'a>(heads: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let numbered = |head: &str| {
        let key = key(head);
        let count = counts.entry(key.clone()).or_default();
        *count += 1;
        if *count == 1 { key } else { format!("{key}~{count}") }
    };
    heads.map(numbered).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use proptest::prelude::*;

    fn shape(heads: &str) -> String {
        of_heads(keys(heads.split(',')).iter().map(String::as_str))
    }

    #[test]
    fn r12_a_shape_is_the_same_in_any_order_and_case_and_no_other_head_has_it() {
        assert_eq!(shape("Name,E-mail,Shoe size"), shape("SHOE SIZE,name, e mail"));
        for other in ["Name,E-mail", "Name,E-mail,Hat size", "Name,E-mail,Shoe size,Shoe size", ""] {
            assert_ne!(shape("Name,E-mail,Shoe size"), shape(other), "{other}");
        }
        assert_ne!(of_bare(3), of_bare(4));
        assert_eq!(shape("Name,E-mail,Shoe size"), shape("Name,E-mail,Shoe size,Why it was not read"), "handed back");
    }

    #[test]
    fn columns_of_one_head_are_told_apart() {
        assert_eq!(keys(["Phone", "phone", "", " ", "Name"].into_iter()), ["phone", "phone~2", "", "~2", "name"]);
    }

    proptest! {
        #[test]
        fn a_shape_can_name_a_setting(heads in ".{0,40}", columns in 0usize..1_000_000) {
            prop_assert!(Id::parse(&shape(&heads)).is_ok() && Id::parse(&of_bare(columns)).is_ok());
        }
    }
}
