//! How the book is kept: chunks on a key-value store, each a partial book, all joined by one function.
//!
//! A journal entry, a segment, what another tab wrote, an import and a backup are the same thing, a partial book
//! ([`partial_book::PartialBook`]), and [`partial_book::PartialBook::join`] puts any two together. Every field has a stamp;
//! the later value stands, whatever the order in which chunks are read. The rest is plumbing:
//!
//! | module | what it does |
//! |---|---|
//! | [`json`] | the one canonical text of a JSON value |
//! | [`stored_record`] | one record with its stamps, and the join of two versions |
//! | [`partial_book`] | the partial book, and the join |
//! | [`clock_skew`] | stamps of a file that lie ahead of the clock, moved before it is joined |
//! | [`form`] | its JSON text: entry, segment, backup; the only file that knows the version |
//! | [`checksum`] | checksum and deflation of a stored value |
//! | [`key_value`] | the trait of a key-value store, and the keys |
//! | [`chunk`] | a partial book as a stored value |
//! | [`materialize`] | typed records read from stored records |
//! | [`change_count`] | how many changes were made since the last backup |
//! | [`receipt`] | what an import overrode, and how to take it back |
//! | [`engine`] | the kept book of a session: open, act, audit, fold, clear, other tabs |
//!
//! What never happens: a key written twice; a chunk deleted before later ones hold what it held; a value thrown away
//! because it could not be read.

pub mod change_count;
pub mod checksum;
pub mod chunk;
pub mod clock_skew;
pub mod engine;
pub mod form;
pub mod json;
pub mod key_value;
pub mod materialize;
pub mod partial_book;
pub mod receipt;
pub mod stored_record;
mod unreadable;

pub use unreadable::Unreadable;
