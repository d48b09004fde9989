//! Prints a backup of a generated book: `make_book --people N --referrals N --touches N --pool N --seed S [--today D]`.
//! One set of arguments gives one file, byte for byte.

use kith::domain::id::{Id, Session};
use kith::domain::record::Fields;
use kith::domain::sample::Chance;
use kith::domain::sample::career::{GeneratedRecord, Size, career};
use kith::exchange::backup;
use kith::store::form::{self, Limits};
use std::collections::BTreeMap;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let book = Asked::read(&arguments).and_then(|asked| backup_of(&asked));
    let printed = book.and_then(|text| std::io::stdout().write_all(text.as_bytes()).map_err(|e| e.to_string()));
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
struct Asked {
    size: Size,
    seed: u64,
    today: chrono::NaiveDate,
}

impl Asked {
    fn read(arguments: &[String]) -> Result<Asked, String> {
        let mut asked = Asked {
            size: Size { people: 100, referrals: 60, touches: 600, pool: 0 },
            seed: 1,
            today: chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
        };
        for pair in arguments.chunks(2) {
            let [name, value] = pair else { return Err(format!("{} needs a value.", pair.concat())) };
            let number =
                || value.replace('_', "").parse::<usize>().map_err(|_| format!("{name} needs a number, not {value}."));
            match name.as_str() {
                "--people" => asked.size.people = number()?,
                "--referrals" => asked.size.referrals = number()?,
                "--touches" => asked.size.touches = number()?,
                "--pool" => asked.size.pool = number()?,
                "--seed" => asked.seed = number()? as u64,
                "--today" => {
                    asked.today =
                        value.parse().map_err(|_| format!("--today needs a day such as 2026-11-21, not {value}."))?
                }
                _ => {
                    return Err(format!(
                        "There is no {name}: use --people, --referrals, --touches, --pool, --seed, --today."
                    ));
                }
            }
        }
        Ok(asked)
    }
}

fn backup_of(asked: &Asked) -> Result<String, String> {
    let written = career(asked.size, asked.today, asked.seed);
    let partial_book =
        form::read(&document(&written, asked.seed), Limits::KEPT).map_err(|why| why.to_string())?.partial_book;
    let moment = format!("{}T09:30:00Z", asked.today);
    backup::write(&partial_book, &moment, env!("CARGO_PKG_VERSION")).or_else(|_| {
        // More than a file from outside may hold: still a backup for measures, only not one to bring in.
        Ok(form::backup(&partial_book, &moment, env!("CARGO_PKG_VERSION")))
    })
}

/// The book as a file written by hand would have it; the store gives it its canonical form.
fn document(written: &[GeneratedRecord], seed: u64) -> String {
    let mut kinds: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for GeneratedRecord { kind, id, fields, at } in written {
        let mut fields: Fields = fields.clone();
        fields.insert("id".into(), id.to_string().into());
        fields.insert("_at".into(), at.to_string().into());
        kinds.entry(kind.word()).or_default().push(serde_json::Value::Object(fields).to_string());
    }
    let records: Vec<String> = kinds.iter().map(|(kind, list)| format!("\"{kind}\":[{}]", list.join(","))).collect();
    let book = Id::parse(Session::of_bits(Chance::new(seed).bits()).as_str()).unwrap_or_default();
    format!(
        "{{\"format\":\"kith\",\"version\":1,\"book\":\"{book}\",\"records\":{{{}}},\"erased\":[]}}",
        records.join(",")
    )
}
