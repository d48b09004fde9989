//! The plots of the scoreboard in words: a title, a finding, and a row of numbers for each bar (R18, R40, B9, B12).

use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::referral::Strength;
use crate::message::reason::{count, number};
use crate::rules::score::sources::sources;
use crate::rules::score::steps::{leak, steps};
use crate::rules::score::strength::{Rung, rungs};
use crate::rules::score::thanked::thanked;
use crate::rules::score::worth::{Worth, trees};
use crate::rules::tree::Forest;
use chrono::NaiveDate;

/// The fewest cases from which a finding is drawn.
const CASES: usize = 5;

/// One plot: a question, its answer in a sentence, and the numbers behind it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Plot {
    /// What it is about.
    pub title: &'static str,
    /// What it shows, in a sentence.
    pub finding: String,
    /// What its columns hold, the name of a row first; for who listens rather than looks.
    pub heads: &'static [&'static str],
    /// The rows; empty where nothing is counted.
    pub rows: Vec<PlotRow>,
    /// What the parts of its bars mean: the part, and its name.
    pub key: &'static [(&'static str, &'static str)],
}

/// Where a row of a plot leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlotLink {
    /// Nowhere.
    Nowhere,
    /// To somebody's page.
    Person(PersonId),
    /// To the tree somebody stands in.
    Tree(PersonId),
}

/// A row of a plot.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PlotRow {
    /// What is counted.
    pub name: String,
    /// Where it leads.
    pub leads_to: PlotLink,
    /// The length of its bar, in percent of the longest.
    pub percent: usize,
    /// The parts of its bar, each with its share; a bar of one piece has none.
    pub parts: Vec<(&'static str, usize)>,
    /// Its tone, where it is not as it should be.
    pub tone: Option<&'static str>,
    /// Its numbers.
    pub numbers: Vec<String>,
}

/// The plots over the time since this day; a plot without a case is left out.
pub fn plots(book: &Book, since: NaiveDate) -> Vec<Plot> {
    let all =
        [step_by_step(book, since), who_sends(book, since), how_soon(book, since), by_strength(book), worth(book)];
    all.into_iter().filter(|plot| !plot.rows.is_empty()).collect()
}

fn share(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or_default()
}

fn line(name: &str, n: usize, most: usize) -> PlotRow {
    let (name, numbers) = (name.to_string(), vec![number(n)]);
    PlotRow { name, leads_to: PlotLink::Nowhere, percent: share(n, most), parts: Vec::new(), tone: None, numbers }
}

fn step_by_step(book: &Book, since: NaiveDate) -> Plot {
    const NAMES: [&str; 6] = ["Asked or offered", "Agreed", "Introduced", "Followed up", "Spoke", "Won"];
    let reached = steps(book, since);
    let leak = leak(&reached).filter(|_| reached[0] >= CASES);
    let mut before = reached[0];
    let row = |(step, (name, n)): (usize, (&str, usize))| {
        let of_before = if step > 0 { format!("{}%", share(n, before)) } else { String::new() };
        before = n;
        let whole = line(name, n, reached[0]);
        let tone = (leak == Some(step)).then_some("owed");
        PlotRow { numbers: vec![number(n), of_before], tone, ..whole }
    };
    let rows: Vec<PlotRow> = NAMES.into_iter().zip(reached).enumerate().map(row).collect();
    Plot {
        title: "Step by step",
        finding: lost(&reached, leak),
        heads: &["Step", "Number", "Share"],
        rows: if reached[0] == 0 { Vec::new() } else { rows },
        key: &[],
    }
}

fn lost(reached: &[usize; 6], leak: Option<usize>) -> String {
    if reached[0] < CASES {
        return "From five cases up it says where most are lost.".to_string();
    }
    let Some((step, [before, after])) =
        leak.and_then(|step| Some((step, reached.get(step - 1..=step)?.first_chunk()?)))
    else {
        return "Nobody was lost between the ask and the talk.".to_string();
    };
    let (lost, before) = (number(before - after), number(*before));
    match step {
        1 => format!(
            "{lost} of {before} asks and offers brought no yes. Ask whom you have served well, and for one person."
        ),
        2 => format!("{lost} of {before} who agreed have not introduced you. Nudge on the day it falls due."),
        3 => format!("{lost} of {before} introductions were not followed up. The next working day is best."),
        _ => format!("{lost} of {before} you wrote to have not talked with you yet. Try another way than the first."),
    }
}

fn who_sends(book: &Book, since: NaiveDate) -> Plot {
    let all = sources(book, since);
    let most = all.first().map_or(0, |one| one.sent);
    let row = |one: &crate::rules::score::sources::SourceScore| {
        let name = book.person(one.source).map(|p| p.name.to_string()).unwrap_or_default();
        let numbers = vec![number(one.sent), number(one.won)];
        let leads_to = PlotLink::Person(one.source);
        let parts = vec![("won", one.won), ("offered", one.sent - one.won)];
        PlotRow { leads_to, numbers, parts, ..line(&name, one.sent, most) }
    };
    let finding = match all.as_slice() {
        [_] => "One person sent you somebody in this time.".to_string(),
        all => format!("The {} who sent the most in this time.", number(all.len())),
    };
    Plot {
        title: "Who sends people",
        finding,
        heads: &["Source", "Sent", "Won"],
        rows: all.iter().map(row).collect(),
        key: &[("won", "Won"), ("offered", "Not won, or not yet")],
    }
}

fn how_soon(book: &Book, since: NaiveDate) -> Plot {
    const NAMES: [&str; 6] = ["Same day", "Next day", "2 to 3 days", "4 to 7 days", "Longer", "Not yet"];
    const TONES: [Option<&str>; 6] = [None, None, None, Some("owed"), Some("late"), Some("late")];
    let counts = thanked(book, since);
    let (all, most) = (counts.iter().sum::<usize>(), counts.into_iter().max().unwrap_or_default());
    let row = |((name, n), tone): ((&str, usize), Option<&'static str>)| PlotRow { tone, ..line(name, n, most) };
    let rows: Vec<PlotRow> = NAMES.into_iter().zip(counts).zip(TONES).map(row).collect();
    let soon = counts[0] + counts[1];
    let finding = match counts[5] {
        0 => format!("{} of {} within a day of the yes; nobody waits.", number(soon), number(all)),
        waiting => {
            format!("{} of {} within a day of the yes; {} not thanked yet.", number(soon), number(all), number(waiting))
        }
    };
    Plot {
        title: "How soon you said thank you",
        finding,
        heads: &["After the yes", "Number"],
        rows: if all == 0 { Vec::new() } else { rows },
        key: &[],
    }
}

fn by_strength(book: &Book) -> Plot {
    const NAMES: [&str; 6] =
        ["A name only", "Their name used", "Passed on", "Spoke for me", "Call or meeting", "In person"];
    let row = |(name, rung): (&str, Rung)| {
        let days = rung.days.map(|days| days.to_string()).unwrap_or_default();
        let numbers = vec![number(rung.introduced), number(rung.talked), number(rung.won), days];
        PlotRow { numbers, ..line(name, rung.talked, rung.introduced) }
    };
    let all = NAMES.into_iter().zip(rungs(book)).rev().filter(|(_, rung)| rung.introduced > 0);
    Plot {
        title: "By the strength of the introduction",
        finding: "The bar is the share that became a first talk, in all your years; the days are those until it."
            .to_string(),
        heads: &["Introduction", "Made", "Talked", "Won", "Days"],
        rows: all.map(row).collect(),
        key: &[],
    }
}

/// What introductions of this strength came to, for a screen on which one is chosen (B12).
pub fn at_this_strength(book: &Book, strength: Option<Strength>) -> String {
    let rung = strength.and_then(|strength| rungs(book).get(usize::from(u8::from(strength))).copied());
    match rung {
        None => String::new(),
        Some(Rung { introduced: 0, .. }) => "None of yours stood at this strength yet.".to_string(),
        Some(Rung { introduced, talked, days, .. }) => {
            let became =
                format!("Yours at this strength: {} of {} became a first talk", number(talked), number(introduced));
            let soon = days.map(|days| format!(", {} on average", count(days.unsigned_abs() as usize, "day")));
            format!("{became}{}.", soon.unwrap_or_default())
        }
    }
}

fn worth(book: &Book) -> Plot {
    let (trees, others) = trees(book, &Forest::of(book));
    let most = trees.first().map_or(0, |tree| tree.value.minor);
    let row = |tree: &Worth| {
        let name = book.person(tree.base).map(|p| p.name.to_string()).unwrap_or_default();
        let percent = (tree.value.minor.saturating_mul(100)).checked_div(most).unwrap_or_default();
        let parts = ["1", "2", "3"].into_iter().zip(tree.by_distance.map(|part| part.unsigned_abs() as usize));
        PlotRow {
            leads_to: PlotLink::Tree(tree.base),
            percent: percent.unsigned_abs() as usize,
            parts: parts.filter(|(_, part)| *part > 0).collect(),
            numbers: vec![tree.value.to_string()],
            ..line(&name, 0, 0)
        }
    };
    let left_out = if others { " What was won in another currency is left out." } else { "" };
    Plot {
        title: "What each tree has been worth",
        finding: format!("The sales of all your years, by the base they grew from.{left_out}"),
        heads: &["Base", "Won"],
        rows: trees.iter().map(row).collect(),
        key: &[("1", "First from the base"), ("2", "Second"), ("3", "Further up")],
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

    fn generated() -> Book {
        let mut book = Book::default();
        for written in career(Size { people: 80, referrals: 60, touches: 900, pool: 0 }, today(), 3) {
            let json = serde_json::Value::Object(written.fields).to_string();
            book.put(Record::read(&written.kind, written.id, &json).unwrap());
        }
        book
    }

    #[test]
    fn r18_every_plot_has_a_finding_and_as_many_numbers_in_each_row_as_it_has_heads() {
        let plots = plots(&generated(), "2000-01-01".parse().unwrap());
        assert_eq!(plots.len(), 5);
        for plot in plots {
            assert!(plot.finding.ends_with('.'), "{}", plot.finding);
            for line in plot.rows {
                assert_eq!(line.numbers.len() + 1, plot.heads.len(), "{}: {}", plot.title, line.name);
                assert!(line.percent <= 100 && !line.name.is_empty(), "{}: {line:?}", plot.title);
            }
        }
        assert_eq!(super::plots(&Book::default(), today()), []);
    }

    #[test]
    fn b12_the_strength_one_chooses_says_what_it_came_to() {
        let book = generated();
        let all: Vec<String> = Strength::all().into_iter().map(|s| at_this_strength(&book, Some(s))).collect();
        assert!(all.iter().any(|said| said.starts_with("Yours at this strength: ")), "{all:?}");
        assert_eq!(
            at_this_strength(&Book::default(), Strength::all().last().copied()),
            "None of yours stood at this strength yet."
        );
        assert_eq!(at_this_strength(&book, None), "");
    }

    #[test]
    fn b13_the_step_at_which_most_are_lost_is_named_with_its_counts() {
        let told = |reached: [usize; 6]| lost(&reached, leak(&reached));
        assert!(told([55, 47, 38, 37, 33, 14]).starts_with("9 of 47 who agreed have not introduced you."));
        assert!(told([9, 5, 5, 5, 5, 5]).starts_with("4 of 9 asks and offers brought no yes."));
        assert!(told([9, 9, 9, 6, 6, 6]).starts_with("3 of 9 introductions were not followed up."));
        assert!(told([9, 9, 9, 9, 2, 2]).starts_with("7 of 9 you wrote to have not talked"));
        assert_eq!(told([9, 9, 9, 9, 9, 2]), "Nobody was lost between the ask and the talk.");
        assert_eq!(told([4, 1, 0, 0, 0, 0]), "From five cases up it says where most are lost.");
    }
}
