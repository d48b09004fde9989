//! Names held against each other: whether two are one name, half a name, or two, in any order, spelling and script.

mod compare;
mod name_word;
mod parsed_name;
mod roman;

pub use compare::{NameMatch, compare_names};
pub use name_word::{Alike, NameWord};
pub use parsed_name::{LETTERS_MAX, ParsedName, compared};
