//! The laws of the kept book, each a property: of the join, of the store under a browser that misbehaves, of backups, and
//! of what is told to many.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "laws/backup.rs"]
mod backup;
#[path = "laws/browser.rs"]
mod browser;
#[path = "laws/clock.rs"]
mod clock;
#[path = "laws/confidential.rs"]
mod confidential;
#[path = "laws/controls.rs"]
mod controls;
#[path = "laws/days.rs"]
mod days;
#[path = "laws/disclosure.rs"]
mod disclosure;
#[path = "laws/erase.rs"]
mod erase;
#[path = "laws/erased.rs"]
mod erased;
#[path = "laws/given.rs"]
mod given;
#[path = "laws/import.rs"]
mod import;
#[path = "laws/join.rs"]
mod join;
#[path = "laws/merge.rs"]
mod merge;
#[path = "laws/parts.rs"]
mod parts;
#[path = "laws/pool.rs"]
mod pool;
#[path = "laws/quota.rs"]
mod quota;
#[path = "laws/reading.rs"]
mod reading;
#[path = "laws/room.rs"]
mod room;
#[path = "laws/store.rs"]
mod store;
#[path = "laws/told.rs"]
mod told;
