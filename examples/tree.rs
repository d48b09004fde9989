//! Prints the referral tree of a book as an outline, all of it or the branch of one person; nothing confidential is in it.
//!
//! `cargo run --release --no-default-features --example tree -- [--from ID] [--today 2026-11-21] < book.json`

use chrono::NaiveDate;
use kith::domain::id::PersonId;
use kith::exchange::tree::outline;
use kith::message::tree::NameStyle;
use kith::rules::lists::latest_day;
use kith::rules::tree::Forest;
use kith::store::change_count::ChangeCount;
use kith::store::materialize;
use std::error::Error;
use std::io::{Read, Write};

const USAGE: &str = "usage: tree [--from ID] [--today YYYY-MM-DD] < book.json";

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (mut from, mut today): (Option<PersonId>, Option<NaiveDate>) = (None, None);
    while let Some(name) = args.next() {
        match (name.as_str(), args.next()) {
            ("--from", Some(id)) => from = Some(id.parse().map_err(|_| USAGE)?),
            ("--today", Some(day)) => today = Some(day.parse().map_err(|_| USAGE)?),
            _ => return Err(USAGE.into()),
        }
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    let partial_book = kith::exchange::backup::read(&bytes)?.partial_book;
    let book = materialize::book(&partial_book, &ChangeCount::of(&partial_book));
    // Without a day, it is the last on which something happened.
    let today = today.or_else(|| book.referrals().filter_map(latest_day).max()).unwrap_or_default();
    let forest = Forest::of(&book);
    let places = match from {
        None => 0..forest.knots().len(),
        Some(id) => forest.branch(forest.place(id).ok_or("nobody of that id is in the tree")?),
    };
    std::io::stdout().lock().write_all(outline(&book, &forest, places, NameStyle::Shown, today).as_bytes())?;
    Ok(())
}
