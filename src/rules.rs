//! What follows from the book on a given day: pure functions of the book and of `today`; nothing here is stored.

pub mod census;
pub mod chain;
pub mod closing;
pub mod coach;
pub mod duty;
pub mod fit;
pub mod five;
pub mod gift;
pub mod hundred;
pub mod lists;
pub mod organisation;
pub mod pool;
pub mod put_off;
pub mod rows;
pub mod score;
pub mod search;
pub mod settle;
pub mod standing;
pub mod steps;
pub mod tier;
pub mod timeline;
pub mod tree;
pub mod trust;
pub mod week;
