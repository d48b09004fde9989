//! The receipt of an import: what stood where it wrote, so that it can be taken back.

use super::page::{Line, Lines, Page, is_trashed};
use super::pages::Pages;
use crate::domain::stamp::Stamp;

/// Whether this page can be seen: neither erased nor in the trash.
pub fn is_seen(kind: &str, page: &Page) -> bool {
    match page {
        Page::Erased(_) => false,
        Page::Kept(text) => !is_trashed(kind, text),
    }
}

/// What stood where joining `more` into `ours` writes. Every line has the stamp `at`, the import's, and `trashed` says
/// how the record was seen. A record that was not there is listed as erased. Where the import erases, nothing is kept.
pub fn of_import(ours: &Pages, more: &Pages, at: Stamp) -> Pages {
    let mut receipt = Pages::of_book(None);
    for (kind, id, page) in more.iter() {
        let old = match (ours.get(kind, id), page) {
            (Some(Page::Erased(_)), _) | (_, Page::Erased(_)) => continue,
            (None, Page::Kept(_)) => Page::Erased(at),
            (Some(before), Page::Kept(text)) => Page::Kept(overridden(kind, before, text, at).text(kind, id).into()),
        };
        receipt.put(kind, id, old);
    }
    receipt
}

fn overridden(kind: &str, before: &Page, theirs: &str, at: Stamp) -> Lines {
    let Page::Kept(text) = before else { return Lines::default() };
    let ours = Lines::of(kind, text);
    let mut old = Lines::default();
    for (name, line) in Lines::of(kind, theirs).0 {
        let there = ours.0.get(&name);
        if there.is_none_or(|there| line > *there && line.value != there.value) {
            let value = there.map_or("null".into(), |there| there.value.clone());
            old.put(name, Line { stamp: at, value });
        }
    }
    // Whether it was in the trash is a matter of several stamps, so it is written down as it was seen.
    let value = if is_seen(kind, before) { "false" } else { "true" };
    old.0.insert("trashed".into(), Line { stamp: at, value: value.into() });
    old
}

/// What to write now, under the stamp `now`, to take the import of this receipt back in `book`. Fields written since
/// the import stay as they are; a record it brought goes into the trash in any case. Empty when all is back already.
pub fn undo(book: &Pages, receipt: &Pages, imported: Stamp, now: Stamp) -> Pages {
    let mut back = Pages::of_book(book.book);
    for (kind, id, old) in receipt.iter() {
        let Some(there @ Page::Kept(text)) = book.get(kind, id) else { continue };
        let ours = Lines::of(kind, text);
        let seen = is_seen(kind, there);
        let (mut lines, trashed) = match old {
            Page::Erased(_) => (Lines::default(), true),
            Page::Kept(old) => taken_back(&ours, Lines::of(kind, old), seen, imported, now),
        };
        // Whatever is written after the trash brings a record back, so what stays in the trash is put there again.
        if seen == trashed || trashed && !lines.0.is_empty() {
            let value = if trashed { "true" } else { "false" };
            lines.put("trashed".into(), Line { stamp: now, value: value.into() });
        }
        if !lines.0.is_empty() {
            back.put(kind, id, Page::Kept(lines.text(kind, id).into()));
        }
    }
    back
}

/// The old values where nothing was written since, and whether the record shall be in the trash.
fn taken_back(ours: &Lines, old: Lines, seen: bool, imported: Stamp, now: Stamp) -> (Lines, bool) {
    let since = ours.0.values().any(|line| line.stamp > imported);
    let was_trashed = old.0.get("trashed").is_some_and(|line| &*line.value == "true");
    let mut lines = Lines::default();
    for (name, line) in old.0.into_iter().filter(|(name, _)| &**name != "trashed") {
        let differs = match ours.0.get(&name) {
            Some(there) => there.value != line.value && there.stamp <= imported,
            None => !line.is_cleared(),
        };
        if differs {
            lines.put(name, Line { stamp: now, value: line.value });
        }
    }
    (lines, if since { !seen } else { was_trashed })
}
