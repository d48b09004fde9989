//! Widgets that know nothing of the book: a dialog, fields, an icon, a menu; and lists and values that follow others.

pub mod avatar;
pub mod dialog;
pub mod empty;
pub mod entry;
pub mod field;
pub mod icon;
pub mod list;
pub mod menu;
pub mod page_head;
pub mod rating;
pub mod section;
pub mod signal;
