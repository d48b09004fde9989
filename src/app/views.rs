//! The screens, a file or folder each. They read the book with `select`, change it with `act`, and compute nothing.
//!
//! What Leptos makes anew for every type is made once here, and that is a third of the download: lists and conditions are
//! `ui::list` (`For`, `rows`, `Show`, `views()` in place of `collect_view()`), values that follow others are `memo` and
//! `derived` of `ui::signal`, and a form is a list of `form_field!`s. A closure in a view says a text or an `AnyView`.

pub mod after_meeting;
pub mod ask;
pub mod ask_for;
pub mod capture;
pub mod choose;
pub mod compose;
pub mod confirm_dialog;
pub mod data;
pub mod draft_form;
pub mod due_row;
pub mod erase;
pub mod event;
pub mod events;
pub mod events_header;
pub mod export;
pub mod find;
pub mod find_in_list;
pub mod form_field;
pub mod give;
pub mod hundred;
pub mod import;
pub mod inline_form;
pub mod keys;
pub mod links;
pub mod log;
pub mod news;
pub mod not_found;
pub mod organisation;
pub mod people;
pub mod person;
pub mod person_form;
pub mod plan;
pub mod pool;
pub mod put_off;
pub mod referral;
pub mod referral_end;
pub mod referrals;
pub mod scoreboard;
pub mod shell;
pub mod show_more;
pub mod suggestions;
pub mod take;
pub mod timeline;
pub mod today;
pub mod tree;
pub mod twice;
pub mod unknown_page;
pub mod welcome;
pub mod words;
