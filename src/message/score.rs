//! The scoreboard in words: every drawing is also a sentence (R16–R18, R21).

mod plots;

use super::reason::{count, date};
use super::week::this_week;
use crate::domain::book::Book;
use crate::domain::day::earlier;
use crate::rules::score::{Month, ask_rate, closes_with_ask, months, review, weeks_back};
use crate::rules::week::Weeks;
use chrono::NaiveDate;

pub use plots::{Plot, PlotLink, PlotRow, at_this_strength};

/// The fewest points a drawing is made of; of fewer the sentence alone is told.
const FEWEST: usize = 3;

/// A sum of the week with what it was last week.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sum {
    /// What is counted.
    pub name: &'static str,
    /// How many this week.
    pub this: String,
    /// How many last week, and whether this is a record.
    pub beside: String,
}

/// A bar: a week against its goal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Bar {
    /// The week, by its first day.
    pub name: String,
    /// Its length in percent of the longest.
    pub percent: u32,
    /// How many of how many: `6 of 5`.
    pub said: String,
    /// Its tone: the running week, or a missed one.
    pub tone: Option<&'static str>,
}

/// A column: the referrals of a month.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct MonthColumn {
    /// The month in three letters.
    pub name: String,
    /// From clients.
    pub client: u32,
    /// From others.
    pub other: u32,
    /// Both as they are heard.
    pub said: String,
}

/// The scoreboard.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Score {
    /// The sums of this week.
    pub sums: Vec<Sum>,
    /// How many weeks reached their goal, and the streak.
    pub weeks: String,
    /// The weeks, the latest first; empty where there are too few.
    pub bars: Vec<Bar>,
    /// How many referrals came, and the trend.
    pub referrals: String,
    /// The months; empty where there are too few.
    pub columns: Vec<MonthColumn>,
    /// How often an ask was made in a meeting with a client.
    pub ask_rate: String,
    /// How often a sale was followed by an ask.
    pub closes: String,
    /// What came of the referrals: step by step, by source, by strength, by tree.
    pub plots: Vec<Plot>,
}

/// The scoreboard over so many weeks; `None` before anything is counted.
pub fn score(book: &Book, over: usize, today: NaiveDate) -> Option<Score> {
    let weeks = Weeks::of(book);
    let back = weeks_back(&weeks, over, today);
    if back.is_empty() && book.referrals().next().is_none() && book.asks().next().is_none() {
        return None;
    }
    let full = back.iter().filter(|week| week.start != weeks.start(today));
    let reached = full.clone().filter(|week| week.is_reached()).count();
    let streak = this_week(book, today).streak;
    let since = earlier(weeks.start(today), 7 * (over.saturating_sub(1)) as u64);
    let months = months(book, today);
    Some(Score {
        sums: sums(book, &weeks, today),
        weeks: format!("{reached} of {} before this one reached their goal. {streak}", count(full.count(), "week")),
        bars: bars(&back, weeks.start(today), today),
        referrals: referrals(&months),
        columns: columns(&months),
        ask_rate: asked(ask_rate(book, since)),
        closes: closed(closes_with_ask(book, since)),
        plots: plots::plots(book, since),
    })
}

fn sums(book: &Book, weeks: &Weeks, today: NaiveDate) -> Vec<Sum> {
    let names = ["People contacted", "Asks", "Introductions", "Follow-ups", "Sales", "Thank-yous"];
    let sum = |(name, one): (&'static str, crate::rules::score::Count)| {
        let record = if one.is_record { "; this is a record" } else { "" };
        Sum { name, this: one.this.to_string(), beside: format!("{} last week{record}", one.last) }
    };
    names.into_iter().zip(review(book, weeks, today)).map(sum).collect()
}

fn bars(back: &[crate::rules::week::Week], now: NaiveDate, today: NaiveDate) -> Vec<Bar> {
    if back.len() < FEWEST {
        return Vec::new();
    }
    let longest = back.iter().map(|week| week.people.max(week.goal)).max().unwrap_or(1).max(1);
    let bar = |week: &crate::rules::week::Week| Bar {
        name: date(week.start, today),
        percent: week.people * 100 / longest,
        said: format!("{} of {}", week.people, week.goal),
        tone: match week.is_reached() {
            _ if week.start == now => Some("news"),
            true => None,
            false => Some("owed"),
        },
    };
    back.iter().map(bar).collect()
}

fn columns(months: &[Month]) -> Vec<MonthColumn> {
    let some = months.iter().filter(|month| month.client + month.other > 0).count();
    if some < FEWEST {
        return Vec::new();
    }
    let column = |month: &Month| MonthColumn {
        name: month.start.format("%b").to_string(),
        client: month.client,
        other: month.other,
        said: format!("{}: {} from clients, {} from others", month.start.format("%B"), month.client, month.other),
    };
    months.iter().map(column).collect()
}

/// How many came in twelve months and from whom, and the last three months beside the three before.
fn referrals(months: &[Month]) -> String {
    let all = |of: &[Month]| of.iter().map(|month| month.client + month.other).sum::<u32>();
    let (total, clients) = (all(months), months.iter().map(|month| month.client).sum::<u32>());
    if total == 0 {
        return "No referral came in the last twelve months.".to_string();
    }
    let (earlier, late) = months.split_at(months.len().saturating_sub(3));
    let before = all(earlier.split_at(earlier.len().saturating_sub(3)).1);
    let trend = match all(late) {
        late if late > before => format!("{} more in the last three months than in the three before.", late - before),
        late if late < before => format!("{} fewer in the last three months than in the three before.", before - late),
        _ => "As many in the last three months as in the three before.".to_string(),
    };
    format!("{} in twelve months, {clients} of them from clients. {trend}", count(total as usize, "referral"))
}

fn asked((meetings, asked): (usize, usize)) -> String {
    match (asked * 100).checked_div(meetings) {
        None => "No meeting with a client was logged in this time.".to_string(),
        Some(percent) => {
            format!("You asked in {asked} of {} with clients: {percent} in a hundred.", count(meetings, "meeting"))
        }
    }
}

fn closed((sales, asked): (usize, usize)) -> String {
    match sales {
        0 => "Nothing was sold through a referral in this time.".to_string(),
        sales => format!("After {asked} of {} the new client was asked whom else they know.", count(sales, "sale")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record;
    use crate::domain::sample::career::{Size, career};

    fn today() -> NaiveDate {
        "2026-11-18".parse().unwrap()
    }

    #[test]
    fn r17_nothing_is_scored_before_anything_happened() {
        assert_eq!(score(&Book::default(), 52, today()), None);
    }

    #[test]
    fn r18_r21_every_drawing_of_a_generated_book_is_told_in_a_sentence() {
        let mut book = Book::default();
        for written in career(Size { people: 80, referrals: 60, touches: 900, pool: 0 }, today(), 3) {
            let json = serde_json::Value::Object(written.fields).to_string();
            book.put(Record::read(&written.kind, written.id, &json).unwrap());
        }
        let score = score(&book, 52, today()).unwrap();
        for said in [&score.weeks, &score.referrals, &score.ask_rate, &score.closes] {
            assert!(said.trim_end().ends_with('.'), "{said}");
        }
        assert_eq!((score.sums.len(), score.columns.len(), score.bars.len()), (6, 12, 52));
        assert!(score.bars.iter().all(|bar| bar.percent <= 100));
    }

    #[test]
    fn r18_the_trend_is_told_in_words() {
        let months = |counts: [u32; 6]| {
            let month =
                |(n, client): (usize, u32)| Month { start: earlier(today(), 180 - 30 * n as u64), client, other: 0 };
            referrals(&counts.into_iter().enumerate().map(month).collect::<Vec<_>>())
        };
        assert_eq!(months([0; 6]), "No referral came in the last twelve months.");
        assert!(months([0, 0, 1, 1, 1, 1]).ends_with("2 more in the last three months than in the three before."));
        assert!(months([2, 0, 0, 0, 0, 1]).ends_with("1 fewer in the last three months than in the three before."));
        assert!(months([1, 0, 0, 0, 0, 1]).ends_with("As many in the last three months as in the three before."));
    }

    #[test]
    fn r21_r51_the_rates_are_told_with_their_counts() {
        assert_eq!(asked((12, 5)), "You asked in 5 of 12 meetings with clients: 41 in a hundred.");
        assert_eq!(asked((0, 0)), "No meeting with a client was logged in this time.");
        assert_eq!(closed((1, 1)), "After 1 of 1 sale the new client was asked whom else they know.");
        assert_eq!(closed((0, 0)), "Nothing was sold through a referral in this time.");
    }
}
