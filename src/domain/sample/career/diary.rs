//! The diary: the days of twenty years, and for each its own session, ids and stamps, as if the app had been opened once
//! a day.

use crate::domain::day::earlier;
use crate::domain::id::{Id, Mint, Session};
use crate::domain::sample::chance::Chance;
use crate::domain::stamp::Stamp;
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use std::collections::BTreeMap;

/// How many days back the book goes.
pub const SPAN: u64 = 20 * 365;

/// Gives ids and stamps, day by day.
pub struct Diary {
    today: NaiveDate,
    seed: u64,
    pages: BTreeMap<NaiveDate, DiaryPage>,
}

struct DiaryPage {
    mint: Mint,
    session: Session,
    millis: u64,
    chance: Chance,
}

impl Diary {
    /// A diary of the twenty years up to `today`.
    pub fn new(today: NaiveDate, seed: u64) -> Diary {
        Diary { today, seed, pages: BTreeMap::new() }
    }

    /// The last day.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The first day.
    pub fn first(&self) -> NaiveDate {
        self.ago(SPAN)
    }

    /// The day so many days ago; what would fall on a weekend fell on the Friday.
    pub fn ago(&self, days: u64) -> NaiveDate {
        at_work(earlier(self.today, days))
    }

    /// So many days after `day`, on a working day, but never after today.
    pub fn after(&self, day: NaiveDate, days: u64) -> NaiveDate {
        let wanted = day.checked_add_days(chrono::Days::new(days)).unwrap_or(self.today);
        at_work(wanted.min(self.today)).max(day)
    }

    /// The id and the stamp of something written on this day.
    pub fn next(&mut self, day: NaiveDate) -> (Id, Stamp) {
        let seed = self.seed;
        let page = self.pages.entry(day).or_insert_with(|| DiaryPage::new(day, seed));
        page.millis += 20_000 + page.chance.below(400_000);
        let stamp = Stamp { millis: page.millis, counter: 0, session: page.session };
        (page.mint.id(), stamp)
    }
}

impl DiaryPage {
    fn new(day: NaiveDate, seed: u64) -> DiaryPage {
        let mut chance = Chance::new(seed ^ (day.num_days_from_ce().unsigned_abs() as u64) << 20);
        let session = Session::of_bits(chance.bits());
        let seconds = day.and_time(NaiveTime::MIN).and_utc().timestamp() + 8 * 3600;
        let millis = u64::try_from(seconds).unwrap_or(0) * 1000 + chance.below(3_600_000);
        DiaryPage { mint: Mint::new(session), session, millis, chance }
    }
}

fn at_work(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => earlier(day, 1),
        Weekday::Sun => earlier(day, 2),
        _ => day,
    }
}
