//! The referral tree, drawn: each shape in `tests/trees/shapes.txt` is a book and the drawing that is expected of it.
//!
//! A shape begins with `= its sentence`. Then a line a record:
//!
//! ```text
//! ann>bea [2026-01-01] [introduced=DAY] [won=DAY] [closed=DAY] [found=DAY] [secret]    a referral, and the day the source agreed
//! thanked ann 2026-11-12 [ann>bea] [agreed|introduced|won]      a thank-you of mine
//! trash bea | trash ann>bea | erase bea | silent bea (wants no messages) | choose ann>bea | fold bea | from bea
//! ```
//!
//! The drawing stands behind `|`: the generations from the top, the base at the bottom, everyone where the layout puts them.
//! `!` stands beside who is owed thanks, `+` beside who was thanked along the branch to thank, `^` beside who is folded,
//! `~` beside who is gone; below it, who was brought by others too. Names are ids, and the day is 21 November 2026.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

use chrono::NaiveDate;
use kith::domain::book::Book;
use kith::domain::id::{Id, PersonId};
use kith::domain::kind::Kind;
use kith::domain::person::{Consent, Name, Person};
use kith::domain::referral::{Confidential, End, Outcome, Referral};
use kith::domain::touch::{Milestone, Purpose, Touch};
use kith::draw::tidy::tidy;
use kith::exchange::tree::picture;
use kith::message::tree::{NameStyle, generation};
use kith::rules::disclosure::Disclosure;
use kith::rules::duty::When;
use kith::rules::today_rows::rows;
use kith::rules::tree::Forest;
use kith::rules::tree::marks::{Branch, Thanked, to_thank, unthanked};
use kith::rules::tree::state::{TreeProgress, state};

/// How many letters a step takes.
const STEP: f64 = 6.0;

struct Shape {
    sentence: String,
    book: Book,
    folded: Vec<PersonId>,
    from: Option<PersonId>,
    drawing: String,
}

fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

fn shapes(text: &str) -> Vec<Shape> {
    let mut all: Vec<Shape> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if let Some(sentence) = line.strip_prefix("= ") {
            let (book, folded) = (Book::default(), Vec::new());
            all.push(Shape { sentence: sentence.into(), book, folded, from: None, drawing: String::new() });
        } else if let Some(row) = line.strip_prefix('|') {
            let shape = all.last_mut().unwrap();
            shape.drawing.push_str(row.trim_end());
            shape.drawing.push('\n');
        } else {
            tell(all.last_mut().unwrap(), line);
        }
    }
    all
}

fn tell(shape: &mut Shape, line: &str) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let book = &mut shape.book;
    match words.as_slice() {
        ["thanked", who, on, more @ ..] => {
            let about = more.iter().find(|word| word.contains('>')).map(|pair| id(&referral_id(pair)));
            let milestone = more.iter().find(|word| !word.contains('>')).map(|word| Milestone::of_word(word));
            let (number, purposes) = (book.touches().count(), [Purpose::Thank].into());
            let touch = Touch { id: id(&format!("t{number}")), person: id(who), on: id(on), ..Touch::default() };
            book.put(Touch { purposes, about, milestone, ..touch }.into());
        }
        ["trash", pair] if pair.contains('>') => {
            let referral = book.referral(id(&referral_id(pair))).unwrap().clone();
            book.put(Referral { trashed: true, ..referral }.into());
        }
        ["trash", who] => edit(book, who, |person| person.trashed = true),
        ["silent", who] => edit(book, who, |person| person.consent = Some(Consent::DoNotContact)),
        ["choose", pair] => {
            let (_, who) = pair.split_once('>').unwrap();
            edit(book, who, |person| person.brought_by = Some(id(&referral_id(pair))));
        }
        ["erase", who] => book.remove(&Kind::Person, Id::parse(who).unwrap()),
        ["fold", who] => shape.folded.push(id(who)),
        ["from", who] => shape.from = Some(id(who)),
        [pair, more @ ..] if pair.contains('>') => refer(book, pair, more),
        _ => panic!("what is “{line}”?"),
    }
}

fn edit(book: &mut Book, who: &str, change: impl FnOnce(&mut Person)) {
    let mut person = book.person(id(who)).unwrap().clone();
    change(&mut person);
    book.put(person.into());
}

fn referral_id(pair: &str) -> String {
    pair.replace('>', "-")
}

fn refer(book: &mut Book, pair: &str, more: &[&str]) {
    let (source, prospect) = pair.split_once('>').unwrap();
    for who in [source, prospect] {
        if book.person(id(who)).is_none() {
            book.put(Person { id: id(who), name: Name::new(who).unwrap(), ..Person::default() }.into());
        }
    }
    let mut referral =
        Referral { id: id(&referral_id(pair)), source: id(source), prospect: id(prospect), ..Referral::default() };
    for word in more {
        match word.split_once('=') {
            Some(("introduced", day)) => referral.introduced_on = Some(id(day)),
            Some(("won", day)) => {
                referral.outcome = Outcome { kind: End::Won, on: Some(id(day)), ..Outcome::default() }
            }
            Some(("found", day)) => {
                referral.outcome = Outcome { kind: End::Found, on: Some(id(day)), ..Outcome::default() }
            }
            Some(("closed", day)) => {
                referral.outcome = Outcome { kind: End::Closed, on: Some(id(day)), ..Outcome::default() }
            }
            None if *word == "secret" => referral.confidential = Confidential::Whole,
            None => referral.agreed_on = Some(id(word)),
            Some(_) => panic!("what is “{word}”?"),
        }
    }
    book.put(referral.into());
}

fn drawn(shape: &Shape) -> String {
    let (book, forest) = (&shape.book, Forest::of(&shape.book));
    let range = shape.from.map_or(0..forest.knots().len(), |who| forest.branch(forest.place(who).unwrap()));
    let mut folded = shape.folded.clone();
    folded.sort();
    let shown = forest.shown(range.clone(), &folded);
    let tidy = tidy(&shown.parents);
    let rows = rows(book, today());
    let owed = unthanked(&rows);
    let focus = forest.bases().filter_map(|base| to_thank(book, &forest, base, &rows));
    let branches: Vec<Branch> = focus.filter_map(|referral| Branch::of(book, referral, today())).collect();
    let was_thanked = |who: PersonId| {
        let mut all = branches.iter().flat_map(|branch| &branch.thanks);
        all.any(|thank| thank.person == who && matches!(thank.thanked, Thanked::On(_)))
    };
    let mut lines = Vec::new();
    for level in tidy.levels.iter().rev() {
        let mut line = format!("{:<5}", generation(forest.knot(shown.places[level[0]]).unwrap().generation));
        for node in level {
            let knot = forest.knot(shown.places[*node]).unwrap();
            let column = 5 + (tidy.across[*node] * STEP).round() as usize;
            line.push_str(&" ".repeat(column.saturating_sub(line.chars().count())));
            line.push_str(&knot.person.to_string());
            let late = owed.iter().find(|(who, _)| *who == knot.person);
            let marks = [
                (late.is_some_and(|(_, when)| *when != When::Ripe), '!'),
                (late.is_none() && was_thanked(knot.person), '+'),
                (folded.contains(&knot.person), '^'),
                (state(&Disclosure::owner(book), knot) == TreeProgress::Gone, '~'),
            ];
            line.extend(marks.iter().filter(|(stands, _)| *stands).map(|(_, mark)| *mark));
        }
        lines.push(line);
    }
    for place in &shown.places {
        let knot = forest.knot(*place).unwrap();
        for other in knot.also.iter().map(|id| book.referral(*id).unwrap()) {
            lines.push(format!("also {}>{}", other.source, other.prospect));
        }
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

#[test]
fn r57_r58_r60_every_shape_is_drawn_as_expected() {
    let all = shapes(include_str!("trees/shapes.txt"));
    assert!(all.len() >= 40, "{} shapes", all.len());
    let wrong: Vec<String> = all
        .iter()
        .filter(|shape| drawn(shape) != shape.drawing)
        .map(|shape| {
            format!("= {}\n{}", shape.sentence, drawn(shape).lines().map(|l| format!("|{l}\n")).collect::<String>())
        })
        .collect();
    assert!(wrong.is_empty(), "drawn otherwise:\n{}", wrong.join("\n"));
}

/// Every point of every line of a picture, ends and middles, and its four edges.
fn points(svg: &str) -> (Vec<(f64, f64)>, [f64; 4]) {
    let between = |text: &str, from: &str, to: char| {
        text[text.find(from).unwrap() + from.len()..].split(to).next().unwrap().to_string()
    };
    let numbers = |text: &str| -> Vec<f64> {
        text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
            .filter_map(|word| word.parse().ok())
            .collect()
    };
    let edges: [f64; 4] = numbers(&between(svg, "viewBox=\"", '"')).try_into().unwrap();
    let mut points = Vec::new();
    for way in svg.split("<path d=\"").skip(1).map(|rest| numbers(rest.split('"').next().unwrap())) {
        for step in 0..=20 {
            let (t, f) = (f64::from(step) / 20.0, 1.0 - f64::from(step) / 20.0);
            let on = |at: usize| {
                way[at] * f * f * f
                    + way[at + 2] * 3.0 * f * f * t
                    + way[at + 4] * 3.0 * f * t * t
                    + way[at + 6] * t * t * t
            };
            points.push((on(0), on(1)));
        }
    }
    for place in svg.split("<g transform=\"translate(").skip(1).map(|rest| numbers(rest.split(')').next().unwrap())) {
        points.extend([(place[0] - 18.0, place[1] - 18.0), (place[0] + 18.0, place[1] + 70.0)]);
    }
    (points, edges)
}

#[test]
fn r59_a_picture_holds_everything_that_is_drawn_in_it() {
    let mut dashed = 0;
    for shape in shapes(include_str!("trees/shapes.txt")) {
        let forest = Forest::of(&shape.book);
        let picture = picture(&shape.book, &forest, 0..forest.knots().len(), NameStyle::Shown, today());
        let (points, [left, top, width, height]) = points(&picture.svg);
        dashed += picture.svg.matches("stroke-dasharray=\"4 4\"").count();
        for (x, y) in points {
            let inside = x - 1.0 >= left && x + 1.0 <= left + width && y - 1.0 >= top && y + 1.0 <= top + height;
            assert!(inside, "{}: ({x}, {y}) lies outside {left} {top} {width} {height}", shape.sentence);
        }
    }
    assert!(dashed > 5, "among the shapes are edges that go round");
}
