//! Books of any size: twenty years of people, referrals and words, for tests and measures.
//!
//! Everything old is settled, so that what such a book owes today is what a diligent person would owe: a few dozen things.

mod crowd;
mod diary;
mod files;
mod names;
mod talk;
mod words;

use super::chance::Chance;
use crate::domain::connection::Connection;
use crate::domain::day::earlier;
use crate::domain::id::{ConnectionId, Id};
use crate::domain::kind::Kind;
use crate::domain::money::Currency;
use crate::domain::person::{Name, Reach, ReachKind};
use crate::domain::record::{Fields, Record};
use crate::domain::setting::Setting;
use crate::domain::stamp::Stamp;
use chrono::NaiveDate;
use crowd::Crowd;
use diary::Diary;

/// How much a generated book holds. Organisations, asks and settings come on top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// People.
    pub people: usize,
    /// Referrals; none where there are fewer than two people.
    pub referrals: usize,
    /// Touches; none where there are no people.
    pub touches: usize,
    /// Connections in the pool.
    pub pool: usize,
}

/// A record of a generated book, as a file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct GeneratedRecord {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// Its fields.
    pub fields: Fields,
    /// When it was written.
    pub at: Stamp,
}

/// A book of this size, as it stands on `today`. The same arguments give the same book.
pub fn career(size: Size, today: NaiveDate, seed: u64) -> Vec<GeneratedRecord> {
    let mut chance = Chance::new(seed);
    let mut diary = Diary::new(today, seed);
    let mut crowd = Crowd::gather(&size, &mut chance, &mut diary);
    let told = files::tell(&size, &mut crowd, &mut chance, &mut diary);
    let mut written = crowd.written(&mut diary);
    written.extend(told);
    written.extend(settings(today, &mut diary));
    written.extend((0..size.pool).map(|number| connection(number, &mut chance, &mut diary)));
    written
}

impl GeneratedRecord {
    fn of(record: impl Into<Record>, at: Stamp) -> GeneratedRecord {
        let record = record.into();
        GeneratedRecord { kind: record.kind(), id: record.id(), fields: record.fields(), at }
    }
}

/// The choices, and the last backup, a few days ago.
fn settings(today: NaiveDate, diary: &mut Diary) -> [GeneratedRecord; 2] {
    let choices = Setting { my_name: "Ann Lee".into(), currency: Some(Currency::USD), ..Setting::named("choices") };
    let backup = Setting { on: Some(earlier(today, 4)), ..Setting::named("backup") };
    let first = diary.first();
    let (_, begun) = diary.next(first);
    let (_, backed_up) = diary.next(earlier(today, 4));
    [GeneratedRecord::of(choices, begun), GeneratedRecord::of(backup, backed_up)]
}

/// Somebody of a network, in the pool outside the book; they came with one of a few imports.
fn connection(number: usize, chance: &mut Chance, diary: &mut Diary) -> GeneratedRecord {
    let imported = earlier(diary.today(), 30 + 700 * (number as u64 * 4 / 10_000));
    let (id, at) = diary.next(imported);
    let (given, family) = names::person(chance);
    let slug = format!("{}-{}", given, family).to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    let link = format!("https://www.linkedin.com/in/{slug}-{}", chance.below(1_000_000));
    let connected = earlier(imported, chance.below(5_000));
    let profile = |kind, value| Reach { kind, label: String::new(), value };
    let mut reach = vec![profile(ReachKind::Profile, link)];
    if chance.percent(5) {
        reach.push(profile(ReachKind::Email, format!("{slug}@mail.example")));
    }
    let one = Connection {
        id: ConnectionId(id),
        name: Name::new(&format!("{given} {family}")).unwrap_or_default(),
        title: names::title(chance).to_string(),
        organisation: names::place(chance).to_string(),
        reach,
        connected_on: Some(connected),
        provenance: format!("from Connections.csv, {imported}"),
        ..Connection::default()
    };
    GeneratedRecord::of(one, at)
}

#[cfg(test)]
mod tests;
