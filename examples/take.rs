//! Takes a list of a book out: `take people|hundred|pool|referrals|contacts|owed [--as vcard3|vcard4|csv|calendar]
//! [--find TEXT] [--today D] < book` prints the file, and on standard error how much of the list it holds.

use chrono::NaiveDate;
use kith::exchange::export::{ExportFormat, List, take};
use kith::exchange::{backup, calendar};
use kith::message::export_text::went;
use kith::rules::lists::{PeopleFilter, ReferralFilter};
use kith::rules::pool::PoolFilter;
use kith::store::change_count::ChangeCount;
use kith::store::materialize;
use std::error::Error;
use std::io::{Read, Write};

const USAGE: &str = "usage: take people|hundred|pool|referrals|contacts|owed [--as vcard3|vcard4|csv|calendar] \
    [--find TEXT] [--today YYYY-MM-DD] < book.json";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = Asked::read(&arguments).ok_or(USAGE)?;
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    let partial_book = backup::read(&bytes)?.partial_book;
    let book = materialize::book(&partial_book, &ChangeCount::of(&partial_book));
    let text = match asked.form {
        None => {
            let (text, entries) = calendar::reminders(&book, asked.today, &format!("{}T12:00:00Z", asked.today));
            eprintln!("{entries} entries");
            text
        }
        Some(form) => {
            let taken = take(&book, &asked.list, form, asked.today);
            eprintln!("{}", went(&taken.name, asked.list.noun(), taken.count, taken.left_out));
            taken.text
        }
    };
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(())
}

/// What the command line asks for.
struct Asked {
    list: List,
    /// `None` for a calendar.
    form: Option<ExportFormat>,
    today: NaiveDate,
}

impl Asked {
    fn read(arguments: &[String]) -> Option<Asked> {
        let mut form = Some(ExportFormat::Csv);
        let mut today = NaiveDate::from_ymd_opt(2026, 11, 21)?;
        let mut text = String::new();
        let (list, mut rest) = (arguments.first()?, arguments.get(1..)?.iter());
        while let Some(argument) = rest.next() {
            let value = rest.next()?;
            match (argument.as_str(), value.as_str()) {
                ("--as", "vcard3") => form = Some(ExportFormat::VCard3),
                ("--as", "vcard4") => form = Some(ExportFormat::VCard4),
                ("--as", "csv") => form = Some(ExportFormat::Csv),
                ("--as", "calendar") => form = None,
                ("--find", _) => text.clone_from(value),
                ("--today", day) => today = day.parse().ok()?,
                _ => return None,
            }
        }
        let list = match list.as_str() {
            "people" => List::People(PeopleFilter { text, ..PeopleFilter::default() }),
            "hundred" => List::Hundred,
            "pool" => List::Pool(PoolFilter { text, fits: None }),
            "referrals" => List::Referrals(ReferralFilter::All, text),
            "contacts" => List::Touches,
            "owed" => List::Owed,
            _ => return None,
        };
        Some(Asked { list, form, today })
    }
}
