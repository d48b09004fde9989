//! What the book holds: people, the referrals between them, the words exchanged, and every change to them.

pub mod ask;
pub mod book;
pub mod change;
pub mod day;
pub mod draft;
pub mod few;
pub(crate) mod fields;
pub mod fold;
pub mod id;
pub mod kind;
pub mod money;
pub mod order;
pub mod organisation;
pub mod person;
pub mod put_off;
pub mod record;
pub mod referral;
pub mod sample;
pub mod setting;
pub mod stamp;
pub mod touch;
pub mod undo;
mod words;
