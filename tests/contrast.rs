//! The promised contrasts, measured from the one sheet that names colours, by day and by night (WCAG 2.2, 1.4.3 and 1.4.11).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

const TEXT: f64 = 4.5;
const SHAPE: f64 = 3.0;
const PAPERS: [&str; 3] = ["paper", "sheet", "well"];

/// A colour by day and by night, each as red, green and blue.
type Pair = [[u8; 3]; 2];

#[test]
fn all_ink_is_read_on_all_paper() {
    check(TEXT, &["ink", "ink-2", "ink-3", "green"], &PAPERS);
}

#[test]
fn the_faintest_ink_keeps_a_margin_on_the_darkest_paper() {
    check(4.75, &["ink-3"], &["well"]);
}

#[test]
fn the_words_of_a_promise_are_read_on_paper_and_on_their_wash() {
    for tone in ["owed", "late", "news"] {
        check(TEXT, &[tone], &["paper", "sheet", &format!("{tone}-wash")]);
    }
    check(TEXT, &["green"], &["green-wash"]);
}

#[test]
fn reasons_are_read_on_every_wash() {
    check(TEXT, &["ink", "ink-2"], &["green-wash", "owed-wash", "late-wash", "news-wash"]);
}

#[test]
fn buttons_are_read_at_rest_and_under_the_pointer() {
    check(TEXT, &["on-green"], &["green-fill", "green-fill-2"]);
}

#[test]
fn a_toast_is_read() {
    check(TEXT, &["paper"], &["ink"]);
}

#[test]
fn the_edge_of_a_control_is_found_on_all_paper() {
    check(SHAPE, &["edge"], &PAPERS);
}

#[test]
fn marks_are_seen_on_paper() {
    check(SHAPE, &["green-mark", "owed-mark", "late-mark", "news-mark"], &["paper", "sheet"]);
}

/// Each of `above` stands out from each of `below` by at least `least`, in both themes.
fn check(least: f64, above: &[&str], below: &[&str]) {
    let tokens = colours();
    let mut faults = vec![];
    for (over, under) in above.iter().flat_map(|over| below.iter().map(move |under| (over, under))) {
        for (theme, name) in ["day", "night"].iter().enumerate() {
            let ratio = contrast(tokens[*over][theme], tokens[*under][theme]);
            if ratio < least {
                faults
                    .push(format!("style/tokens.css: --{over} on --{under} by {name} is {ratio:.2}, promised {least}"));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn colours() -> BTreeMap<String, Pair> {
    let sheet = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/style/tokens.css")).unwrap();
    let found: BTreeMap<String, Pair> = sheet.lines().filter_map(colour).collect();
    assert!(found.len() > 20, "the tokens were not found");
    found
}

/// `--ink: light-dark(#1f231d, #ede8db);`
fn colour(line: &str) -> Option<(String, Pair)> {
    let (name, value) = line.trim().strip_prefix("--")?.split_once(": light-dark(")?;
    let (day, night) = value.strip_suffix(");")?.split_once(", ")?;
    Some((name.to_owned(), [hex(day)?, hex(night)?]))
}

fn hex(value: &str) -> Option<[u8; 3]> {
    let digits = value.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    Some([part(0)?, part(2)?, part(4)?])
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

#[test]
fn contrast_is_measured_as_the_guidelines_do() {
    let black_on_white = contrast([0; 3], [255; 3]);
    assert!((black_on_white - 21.0).abs() < 0.001, "{black_on_white}");
    let grey = contrast([0x77; 3], [255; 3]);
    assert!((grey - 4.48).abs() < 0.005, "{grey}");
}
