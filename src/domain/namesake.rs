//! Names held against each other: whether two are one name, half a name, or two, in any order, spelling and script.

mod kin;
mod roman;
mod word;
mod words;

pub use kin::{Kin, kin};
pub use word::{Alike, Word};
pub use words::{Called, LETTERS_MAX, compared};
