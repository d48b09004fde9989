//! How the book is kept: chunks on a shelf, each a partial book, all joined by one function.
//!
//! A journal entry, a segment, what another tab wrote, an import and a backup are the same thing, a partial book
//! ([`pages::Pages`]), and [`pages::Pages::join`] puts any two together. Every field has a stamp; the later value
//! stands, whatever the order in which chunks are read. The rest is plumbing:
//!
//! | module | what it does |
//! |---|---|
//! | [`json`] | the one canonical text of a JSON value |
//! | [`page`] | one record with its stamps, and the join of two versions |
//! | [`pages`] | the partial book, and the join |
//! | [`clock_skew`] | stamps of a file that lie ahead of the clock, moved before it is joined |
//! | [`form`] | its JSON text: entry, segment, backup; the only file that knows the version |
//! | [`seal`] | checksum and deflation of a stored value |
//! | [`shelf`] | the trait of a key-value store, and the keys |
//! | [`chunk`] | a partial book as a stored value |
//! | [`view`] | typed records read from pages |
//! | [`tally`] | how many changes were made since the last backup |
//! | [`receipt`] | what an import overrode, and how to take it back |
//! | [`keep`] | the kept book of a session: open, act, audit, fold, clear, other tabs |
//!
//! What never happens: a key written twice; a chunk deleted before later ones hold what it held; a value thrown away
//! because it could not be read.

pub mod chunk;
pub mod clock_skew;
pub mod form;
pub mod json;
pub mod keep;
pub mod page;
pub mod pages;
pub mod receipt;
pub mod seal;
pub mod shelf;
pub mod tally;
mod unreadable;
pub mod view;

pub use unreadable::Unreadable;
