//! Kith keeps the book of a person who sells by referral: who brought whom, what is owed, and to whom.
//!
//! The library is the book; the binary is the app. Everything here is plain Rust that a test, an example or another
//! front end can use: it has no clock, no chance, no browser. `today` and identifiers are arguments.
//!
//! Start reading at [`domain`] (what the book holds), then [`rules::duty`] (what is owed), then [`store`] (how it is kept).
//!
//! | room | what it is for |
//! |---|---|
//! | [`domain`] | what the book holds, and every change to it |
//! | [`rules`] | what follows from the book on a given day |
//! | [`message`] | the words that are ready to send |
//! | [`store`] | how the book is kept, joined and found again |
//! | [`exchange`] | files from and for others |
//! | [`draw`] | where things stand in a drawing |
//! | [`route`] | the addresses of the screens |
//!
//! What never happens: nothing is written over what could not be read; what is owed is never stored; no text is
//! built from markup; a field or a record this version does not know is kept as it came.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing))]

pub mod domain;
pub mod draw;
pub mod exchange;
pub mod message;
pub mod route;
pub mod rules;
pub mod store;

#[cfg(test)]
mod growth;
