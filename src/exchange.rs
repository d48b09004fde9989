//! Files and lines from and for others: nothing in here trusts what it reads, and nothing in here fails because of it.

pub mod backup;
pub mod calendar;
pub mod capture;
pub mod contacts;
mod content_line;
mod csv;
mod day;
pub mod detect;
mod encoding;
pub mod export;
mod list;
mod monica;
pub mod safe;
mod table;
pub mod tree;
mod vcard;
