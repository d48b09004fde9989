//! The tree taken out: as an SVG picture and as an outline. Nothing confidential is in either, and names only where they are
//! shown (R59, R63, B8).

use crate::domain::book::Book;
use crate::draw::sheet::{TreeSheet, sheet};
use crate::draw::viewport::Area;
use crate::draw::visible::{bow, edge};
use crate::message::tree::{Label, NameStyle, TreeTeller, generation};
use crate::rules::disclosure::{Disclosure, Released, WayOut};
use crate::rules::tree::Forest;
use crate::rules::tree::shown::ShownPlaces;
use chrono::NaiveDate;
use std::fmt::Write;
use std::ops::Range;

// The colours of a picture, which has no style sheet.
const INK: &str = "#23261f";
const FAINT: &str = "#5d6155";
const LINE: &str = "#857c66";
const GREEN: &str = "#1d4b39";
const PAPER: &str = "#ffffff";

/// The longest side of a picture in pixels that every browser draws.
const LONGEST: f64 = 8_000.0;
/// The most pixels that every browser draws: Safari on a phone shows a larger canvas empty.
const MOST_PIXELS: f64 = 16_777_216.0;

/// How many generations step in: whoever stands higher has theirs written before the name, so that a long chain does not
/// run off the paper.
const STEPS_IN: usize = 8;

/// These places as indented text: everyone below whoever brought them.
pub fn outline(book: &Book, forest: &Forest, places: Range<usize>, names: NameStyle, today: NaiveDate) -> Released {
    let teller = TreeTeller::others(book, forest, WayOut::TreeOutline, names, today);
    let ground = forest.knot(places.start).map_or(0, |knot| knot.generation);
    let mut text = String::new();
    for (place, knot) in forest.knots().iter().enumerate().take(places.end).skip(places.start) {
        let Label { name, note, .. } = teller.label(place);
        let up = knot.generation.saturating_sub(ground);
        let indent = match up {
            0..=STEPS_IN => "  ".repeat(up),
            _ => format!("{}{}: ", "  ".repeat(STEPS_IN), generation(up)),
        };
        let grown = if knot.generation == ground { format!(" ({})", teller.totals(place)) } else { String::new() };
        let note = if note.is_empty() { note } else { format!(", {note}") };
        let _ = writeln!(text, "{indent}{name}{note}{grown}");
    }
    Disclosure::others(book, WayOut::TreeOutline).release(text)
}

/// How small a picture may be shown so that names can still be read.
const LEGIBLE: f64 = 0.36;

/// A picture of these places, and how large it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The SVG.
    pub svg: Released,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
}

impl Picture {
    /// How many pixels a point has as a PNG: two, fewer where the picture would be too large for a browser.
    pub fn sharpness(&self) -> f64 {
        let fits = LONGEST / self.width.max(self.height);
        fits.min((MOST_PIXELS / self.width / self.height).sqrt()).min(2.0)
    }

    /// Whether names can be read in it as a PNG.
    pub fn is_legible_as_png(&self) -> bool {
        self.sharpness() >= LEGIBLE
    }

    /// Whether names can be read where it is fitted into so much room.
    pub fn is_legible_in(&self, (width, height): (f64, f64)) -> bool {
        (width / self.width).min(height / self.height) >= LEGIBLE
    }
}

/// These places as a picture, drawn from the base upward, many trees in rows.
pub fn picture(book: &Book, forest: &Forest, places: Range<usize>, names: NameStyle, today: NaiveDate) -> Picture {
    let shown = forest.shown(places, &[]);
    let sheet = sheet(&shown.parents);
    let Area { left, top, width, height } = sheet.area;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{left:.0} {top:.0} {width:.0} {height:.0}\" width=\"{width:.0}\" \
         height=\"{height:.0}\" font-family=\"Georgia, serif\" font-size=\"13\" text-anchor=\"middle\" fill=\"{INK}\">\n\
         <title>Referral tree</title>\n\
         <rect x=\"{left:.0}\" y=\"{top:.0}\" width=\"{width:.0}\" height=\"{height:.0}\" fill=\"{PAPER}\"/>\n"
    );
    levels(&mut svg, &sheet);
    edges(&mut svg, book, forest, &shown, &sheet.points);
    let teller = TreeTeller::others(book, forest, WayOut::TreePicture, names, today);
    for (place, at) in shown.places.iter().zip(&sheet.points) {
        knot(&mut svg, &teller.label(*place), *at);
    }
    svg.push_str("</svg>\n");
    Picture { svg: Disclosure::others(book, WayOut::TreePicture).release(svg), width, height }
}

fn levels(svg: &mut String, sheet: &TreeSheet) {
    let x = sheet.area.left + 8.0;
    for (up, height) in &sheet.levels {
        let _ = writeln!(
            svg,
            "<text x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"start\" font-size=\"11\" fill=\"{FAINT}\">{}</text>",
            height + 4.0,
            generation(*up)
        );
    }
}

fn edges(svg: &mut String, book: &Book, forest: &Forest, shown: &ShownPlaces, points: &[(f64, f64)]) {
    let disclosure = Disclosure::others(book, WayOut::TreePicture);
    let point = |node: usize| points.get(node).copied().unwrap_or_default();
    let _ = writeln!(svg, "<g fill=\"none\" stroke=\"{LINE}\" stroke-width=\"1.25\">");
    for (node, parent) in shown.parents.iter().enumerate() {
        if let Some(parent) = parent {
            let _ = writeln!(svg, "<path d=\"{}\"/>", edge(point(*parent), point(node)));
        }
        let also = shown.places.get(node).and_then(|place| forest.knot(*place)).map_or(&[][..], |knot| &knot.also);
        for other in also.iter().filter_map(|id| book.referral(*id)) {
            let from = forest.place(other.source).and_then(|place| shown.at(place));
            if let Some(from) = from.filter(|_| disclosure.tells_prospect(other)) {
                let d = bow(point(from), point(node));
                let _ = writeln!(svg, "<path d=\"{d}\" stroke-dasharray=\"4 4\"/>");
            }
        }
    }
    svg.push_str("</g>\n");
}

fn knot(svg: &mut String, label: &Label, (x, y): (f64, f64)) {
    let (fill, ink, dash) = match label.state {
        "client" => (GREEN, PAPER, ""),
        "closed" => (PAPER, FAINT, " stroke-dasharray=\"3 3\""),
        _ => (PAPER, INK, ""),
    };
    let name = if label.state == "closed" || label.state == "gone" { FAINT } else { INK };
    let _ = write!(
        svg,
        "<g transform=\"translate({x:.1} {y:.1})\"><circle r=\"17\" fill=\"{fill}\" stroke=\"{LINE}\"{dash}/>\
         <text y=\"4\" font-size=\"11\" fill=\"{ink}\">{}</text>",
        escaped(&label.initials)
    );
    let [first, rest, value] = &label.lines;
    for (line, down) in [(first, 33), (rest, 48)] {
        let _ = write!(svg, "<text y=\"{down}\" fill=\"{name}\">{}</text>", escaped(line));
    }
    let _ = writeln!(svg, "<text y=\"63\" font-size=\"11\" fill=\"{FAINT}\">{}</text></g>", escaped(value));
}

/// Text that cannot be taken for markup.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            letter if letter.is_control() => safe.push(' '),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests;
