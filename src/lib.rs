//! Kith is the book of a person who sells by referral: who brought whom, what is owed, and to whom.
//!
//! This library is the whole book: its records, the rules, the messages, the store and the files. The binary beside it
//! is the app, and shows the book in a browser. The library has no browser, no clock and no chance: `today` and new ids
//! are arguments, so a test, an example program or another front end can use it.
//!
//! # Bird's eye
//!
//! A [`Book`](domain::book::Book) holds records: people, referrals, asks, touches (one exchange each) and others.
//! Everything a person does is a [`Change`](domain::change::Change), the records as they shall be. The store writes it
//! as the fields that differ, each with a stamp, and only then puts it into the book. Whatever a screen shows follows
//! from the book and the day:
//!
//! ```text
//!   typed text --> draft --> Change --> store::keep::Keep::act --> Book --> rules --> message
//!                                        |            ^                (what is owed) (in words)
//!                                        v            |
//!                                     key-value     other tabs, imports,
//!                                     storage       the next opening
//! ```
//!
//! Everything stored is a *partial book* ([`store::partial_book::PartialBook`]): a journal entry, a segment, an import and
//! a backup have one form and are joined by one function, which gives the same in any order and any number of times.
//!
//! # Modules
//!
//! Each may use those above it, as far as `tests/tidy/imports.rs` allows.
//!
//! | module | holds |
//! |---|---|
//! | [`domain`] | the records, the book, and every change to it |
//! | [`rules`] | what follows from the book on a day: duties, steps, lists, the tree |
//! | [`message`] | the words: messages ready to send, reasons, labels |
//! | [`store`] | how the book is kept, joined and found again |
//! | [`draw`] | where things stand in a drawing |
//! | [`exchange`] | files from and for others |
//! | [`route`] | the addresses of the screens |
//!
//! # Where to start
//!
//! * What is owed today: [`rules::duty::owed`], and the choices in the head of [`rules::duty`].
//! * What a referral is: [`domain::referral::Referral`]; how one is captured from a line: [`exchange::capture`].
//! * How a message is written: [`message::letter::letter`].
//! * How a change is kept: [`store::engine::Store::act`]; how a book opens: [`store::engine::Store::open`].
//! * How a file of contacts is read: [`exchange::contact_reader::read`]; how a backup is: [`exchange::backup::read`].
//!
//! ```
//! use kith::domain::book::Book;
//! use kith::domain::person::{Name, Person};
//! use kith::domain::referral::Referral;
//! use kith::rules::duty::{Duty, owed};
//!
//! let mut book = Book::default();
//! for (id, name) in [("p1", "Connie Alvarez"), ("p2", "Fred Ito")] {
//!     book.put(Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }.into());
//! }
//! let (id, source, prospect) = ("r1".parse().unwrap(), "p1".parse().unwrap(), "p2".parse().unwrap());
//! let agreed_on = "2026-11-20".parse().ok();
//! book.put(Referral { id, source, prospect, agreed_on, ..Referral::default() }.into());
//!
//! let list = owed(&book, "2026-11-20".parse().unwrap());
//! assert_eq!(list[0].raised.duty, Duty::ThankAgreed);
//! ```
//!
//! `ARCHITECTURE.md` has the map of the whole tree and recipes for changes; `docs/practice.md` explains the row ids, such
//! as R40, that comments cite.
//!
//! # What never happens
//!
//! * Nothing in the library reads a clock, draws by lot, or touches a browser.
//! * Nothing is shown as saved that was not written and read back.
//! * Nothing is written over what could not be read; a record or field this version does not know is kept as it came.
//! * No key of the storage is written twice, and none goes before later ones hold what it held.
//! * What is owed is never stored.
//! * Nothing panics: what is wrong is an error with a sentence for the screen.
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
