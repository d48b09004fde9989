//! Reads files of contacts into a book: `bring FILE… [--book book] [--today D]` prints the book as a backup, and on
//! standard error what came of every file.

use kith::domain::book::Book;
use kith::domain::id::{Mint, Session};
use kith::domain::kind::Kind;
use kith::domain::stamp::Clock;
use kith::exchange::backup;
use kith::exchange::contact_reader::read;
use kith::exchange::contacts::{Arrival, Destination, arrive};
use kith::store::form::{self, Limits};
use kith::store::materialize;
use kith::store::partial_book::PartialBook;
use serde_json::{Value, json};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match Asked::read(&arguments).and_then(|asked| bring(&asked)) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
struct Asked {
    files: Vec<String>,
    book: Option<String>,
    today: chrono::NaiveDate,
}

impl Asked {
    fn read(arguments: &[String]) -> Result<Asked, String> {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default();
        let mut asked = Asked { files: Vec::new(), book: None, today };
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            let mut value = || rest.next().cloned().ok_or(format!("{argument} needs a value."));
            match argument.as_str() {
                "--book" => asked.book = Some(value()?),
                "--today" => asked.today = value()?.parse().map_err(|_| "--today needs a day such as 2026-11-21.")?,
                file => asked.files.push(file.into()),
            }
        }
        if asked.files.is_empty() {
            Err("Which file? bring FILE… [--book book] [--today D]".into())
        } else {
            Ok(asked)
        }
    }
}

fn bring(asked: &Asked) -> Result<String, String> {
    let mut partial_book = match &asked.book {
        Some(path) => backup::read(&bytes(path)?).map_err(|why| format!("{path}: {why}"))?.partial_book,
        None => PartialBook::default(),
    };
    let mut book = Book::default();
    for (kind, id, stored) in partial_book.iter() {
        materialize::show(&mut book, kind, id, Some(stored));
    }
    let session = Session::of_bits(session_bits(&asked.files, &partial_book));
    let (mut mint, mut clock) = (Mint::new(session), Clock::new(session));
    partial_book.iter().for_each(|(_, _, stored)| stored.each_stamp(|stamp| clock.see(stamp)));
    let noon = asked.today.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis() + 43_200_000;
    for path in &asked.files {
        let arrival = match read(&bytes(path)?) {
            Ok(reading) => arrive(&book, &reading, Destination::Book, file_name(path), asked.today, &mut mint),
            Err(why) => {
                eprintln!("{path}: {why} Nothing was taken.");
                continue;
            }
        };
        report(path, &arrival);
        let stamp = clock.tick(u64::try_from(noon).unwrap_or(0)).to_string();
        let more = form::read(&document(&arrival, &stamp), Limits::KEPT).map_err(|why| why.to_string())?.partial_book;
        arrival.change.records.into_iter().for_each(|record| book.put(record));
        partial_book.join(more, |_, _| {});
    }
    let moment = format!("{}T12:00:00Z", asked.today);
    backup::write(&partial_book, &moment, env!("CARGO_PKG_VERSION")).map_err(|why| why.to_string())
}

fn bytes(path: &str) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|why| format!("{path}: {why}"))
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn report(path: &str, arrival: &Arrival) {
    let rows = arrival.rows.len() + arrival.refused.len();
    let counts = arrival.counts();
    let (new, updated, same, refused) = (counts.new, counts.updated, counts.same, counts.refused);
    eprintln!("{path}: {rows} rows: {new} new, {updated} updated, {same} without news, {refused} refused.");
    for refused in &arrival.refused {
        eprintln!("  {refused} {}", refused.what);
    }
}

/// The arrival as a partial book.
fn document(arrival: &Arrival, stamp: &str) -> String {
    let of_kind = |kind: Kind| -> Value {
        let records = arrival.change.records.iter().filter(|record| record.kind() == kind);
        let written = records.map(|record| {
            let mut fields = record.fields();
            fields.insert("id".into(), record.id().to_string().into());
            fields.insert("_at".into(), stamp.into());
            Value::Object(fields)
        });
        written.collect()
    };
    let kinds = [Kind::Person, Kind::Organisation, Kind::Connection];
    let records: serde_json::Map<String, Value> =
        kinds.into_iter().map(|kind| (kind.word().to_string(), of_kind(kind))).collect();
    json!({ "format": "kith", "version": 1, "records": records }).to_string()
}

/// A session that depends on nothing but the arguments: the same files into the same book give the same bytes.
fn session_bits(files: &[String], partial_book: &PartialBook) -> u64 {
    let text = format!("{}{}", files.join("\n"), form::sha256(partial_book));
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
