//! Files and lines from and for others: nothing in here trusts what it reads, and nothing in here fails because of it.

pub mod backup;
pub mod calendar;
pub mod capture;
pub mod contact_reader;
pub mod contacts;
mod content_line;
pub mod csv;
mod day;
pub mod detect;
mod encoding;
pub mod export;
mod list;
mod monica;
mod rejected;
pub mod safe;
mod table;
pub mod tree;
mod vcard;
