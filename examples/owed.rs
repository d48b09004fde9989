//! Prints what a book owes on a day, in Today's order, one JSON object a line.
//!
//! `cargo run --release --no-default-features --example owed -- --today 2026-11-21 < book.json`

use chrono::NaiveDate;
use kith::rules::duty::{Owed, When, owed};
use kith::store::change_count::ChangeCount;
use kith::store::materialize;
use std::error::Error;
use std::io::{Read, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let today = today(std::env::args().skip(1))?;
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    let partial_book = kith::exchange::backup::read(&bytes)?.partial_book;
    let book = materialize::book(&partial_book, &ChangeCount::of(&partial_book));
    let mut out = std::io::stdout().lock();
    for owed in owed(&book, today) {
        writeln!(out, "{}", line(&owed))?;
    }
    Ok(())
}

fn today(mut args: impl Iterator<Item = String>) -> Result<NaiveDate, Box<dyn Error>> {
    match (args.next().as_deref(), args.next(), args.next()) {
        (Some("--today"), Some(day), None) => day.parse().map_err(|_| format!("{day} is not a day").into()),
        _ => Err("usage: owed --today YYYY-MM-DD < book.json".into()),
    }
}

fn line(owed: &Owed) -> String {
    let raised = &owed.raised;
    let text = |text: Option<String>| text.map_or("null".to_string(), |t| format!("\"{t}\""));
    format!(
        r#"{{"state":"{}","due":{},"duty":"{}","person":{},"referral":{},"milestone":{}}}"#,
        owed.when.name(),
        text((owed.when != When::Ripe).then(|| owed.due.to_string())),
        raised.duty.name(),
        text(raised.person.map(|id| id.to_string())),
        text(raised.referral.map(|id| id.to_string())),
        text(raised.milestone.as_ref().map(|m| m.word().to_string())),
    )
}
