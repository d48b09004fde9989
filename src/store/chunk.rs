//! A chunk: a partial book in the text in which it lies on the shelf.

use super::form::{self, Limits, Read};
use super::json;
use super::pages::Pages;
use super::seal::{seal, seal_deflated, unseal, unseal_deflated};
use super::shelf::Place;
use super::unreadable::Unreadable;

/// The largest JSON text, in bytes, that is kept in one journal entry; anything larger is staged.
pub const ENTRY_MAX: usize = 200_000;
/// The largest JSON text, in bytes, of one staged part, about a fifth of it when deflated: a fold takes in a
/// few.
const PART_MAX: usize = 80_000;

/// The value that keeps a partial book at a place: plain in the journal, deflated elsewhere.
pub fn encode(place: Place, pages: &Pages) -> String {
    let text = form::compact(pages);
    if matches!(place, Place::Journal(_)) { seal(&text) } else { seal_deflated(&text) }
}

/// The partial book in the value of a place.
///
/// # Errors
/// [`Unreadable`] when the value is damaged, or not of this version.
pub fn decode(place: Place, value: &str) -> Result<Read, Unreadable> {
    match place {
        Place::Journal(_) => form::read(unseal(value)?, Limits::KEPT),
        _ => form::read(&unseal_deflated(value)?, Limits::KEPT),
    }
}

/// Cuts a partial book into parts of which each fits one staged value.
pub fn parts(pages: &Pages) -> Vec<Pages> {
    let mut parts = Vec::new();
    let mut part = Pages::of_book(pages.book);
    let mut size = 0;
    for (kind, id, page) in pages.iter() {
        let length = page.text_length();
        if size > 0 && size + length > PART_MAX {
            parts.push(std::mem::replace(&mut part, Pages::of_book(pages.book)));
            size = 0;
        }
        size += length;
        part.put(kind, id, page.clone());
    }
    parts.push(part);
    parts
}

/// The value of the mark that so many parts make a whole import, and the file they came from, if from one.
pub fn mark(parts: usize, file: &str) -> String {
    let mut text = format!("{{\"parts\":{parts},\"file\":");
    json::quote(&mut text, file);
    text.push('}');
    seal(&text)
}

/// The file that a mark names; empty where it names none.
pub fn marked_file(mark: &str) -> String {
    let value = unseal(mark).ok().and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok());
    value.and_then(|value| Some(value.get("file")?.as_str()?.to_string())).unwrap_or_default()
}

/// The filler that keeps so many units of room free.
pub fn filler(units: usize) -> String {
    let mut text = String::with_capacity(units);
    json::quote(&mut text, "room kept free, so that work can go on when the store is full");
    while text.len() < units {
        text.push(' ');
    }
    text
}
