//! The tree handed on: as a picture, as an outline, on paper. Nothing confidential leaves with it.

use super::State;
use crate::app::{clock, file};
use kith::domain::book::Book;
use kith::domain::id::PersonId;
use kith::exchange::tree::{Picture, outline, picture};
use kith::message::tree::{NameStyle, TOO_LARGE_FOR_PNG};
use kith::rules::disclosure::Released;
use kith::rules::tree::Forest;
use std::ops::Range;

/// The room for a picture on a printed page, in points: its width within the margins, and what a heading leaves of its height.
const PAGE: (f64, f64) = (680.0, 850.0);

/// What is printed of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The picture, as an address that an image takes; none where it would be too small to read.
    pub picture: Option<String>,
    /// The outline.
    pub outline: Released,
}

impl State {
    /// Hands over the picture of the tree this person stands in, or of all, as an SVG.
    pub fn hand_over_tree_svg(self, of: Option<PersonId>, names: NameStyle) {
        let name = tree_file("svg");
        let taken = file::hand_over(&name, "image/svg+xml", &self.tree_picture(of, names).svg);
        self.say_taken(&name, taken);
    }

    /// Hands the tree over as a PNG.
    pub fn hand_over_tree_png(self, of: Option<PersonId>, names: NameStyle) {
        let (name, picture) = (tree_file("png"), self.tree_picture(of, names));
        if !picture.is_legible_as_png() {
            self.say(TOO_LARGE_FOR_PNG);
            return;
        }
        leptos::task::spawn_local(async move {
            let sharpness = picture.sharpness();
            let (width, height) = (picture.width * sharpness, picture.height * sharpness);
            let taken = file::hand_over_png(&name, &picture.svg, width, height).await;
            self.say_taken(&name, taken);
        });
    }

    /// Hands over the outline of the tree this person stands in, or of all.
    pub fn hand_over_tree_outline(self, of: Option<PersonId>, names: NameStyle) {
        let name = tree_file("txt");
        let outline = self.peek(|book, today| {
            let (forest, places) = grown(book, of);
            outline(book, &forest, places, names, today)
        });
        let taken = file::hand_over(&name, "text/plain", &outline);
        self.say_taken(&name, taken);
    }

    /// What is printed of the tree this person stands in, or of all.
    pub fn tree_paper(self, of: Option<PersonId>, names: NameStyle) -> Paper {
        self.peek(|book, today| {
            let (forest, places) = grown(book, of);
            let picture = picture(book, &forest, places.clone(), names, today);
            let outline = outline(book, &forest, places, names, today);
            let is_legible = picture.is_legible_in(PAGE);
            Paper { picture: is_legible.then(|| file::picture_address(&picture.svg)), outline }
        })
    }

    fn tree_picture(self, of: Option<PersonId>, names: NameStyle) -> Picture {
        self.peek(|book, today| {
            let (forest, places) = grown(book, of);
            picture(book, &forest, places, names, today)
        })
    }

    fn say_taken(self, name: &str, taken: bool) {
        if taken {
            self.say(format!("Handed over as {name}. Nothing confidential is in it."));
        } else {
            self.say_not_taken();
        }
    }
}

fn tree_file(kind: &str) -> String {
    format!("kith-tree-{}.{kind}", clock::today())
}

/// The forest, and the places of the tree this person stands in, or of all.
fn grown(book: &Book, of: Option<PersonId>) -> (Forest, Range<usize>) {
    let forest = Forest::of(book);
    let places = forest.tree_of(of).unwrap_or_default();
    (forest, places)
}
