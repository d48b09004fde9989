//! Files and lines from and for others: nothing in here trusts what it reads, and nothing in here fails because of it.

pub mod backup;
pub mod calendar;
pub mod capture;
pub mod chosen;
pub mod contacts;
mod csv;
mod day;
mod encoding;
mod line;
mod list;
mod monica;
pub mod safe;
mod table;
pub mod take;
pub mod tree;
mod vcard;
