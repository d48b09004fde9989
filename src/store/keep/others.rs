//! Other tabs: what they wrote is joined when an event tells of it, and again when everything is looked through.

use super::open::counts;
use super::{Chunk, Keep, SetAside};
use crate::domain::book::Book;
use crate::store::shelf::{Place, Shelf};
use crate::store::unreadable::Unreadable;

/// What came from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heard {
    /// Whether the book on the screen changed.
    pub changed: bool,
    /// Whether something that is or was here has been erased, so that its text must leave the shelf.
    pub erased: bool,
    /// What could not be read, each told once.
    pub set_aside: Vec<SetAside>,
    /// Whether a newer version of the app has written here.
    pub newer: bool,
    /// Whether everything this session knew is gone from the shelf; the next audit writes it again.
    pub wiped: bool,
}

impl<S: Shelf> Keep<S> {
    /// Another tab wrote this key, says the browser. Events may come late, twice, never, or about our own keys.
    pub fn heard(&mut self, book: &mut Book, key: &str) -> Heard {
        match Place::of(key) {
            Some(Place::Complete(_)) => self.rescan(book),
            Some(place @ (Place::Journal(_) | Place::Segment(_))) => {
                let mut heard = Heard::default();
                self.hear(book, place, &mut heard);
                heard
            }
            _ => Heard::default(),
        }
    }

    /// Looks the shelf through for what is not in memory yet: on focus, when the page is shown, when in doubt.
    pub fn rescan(&mut self, book: &mut Book) -> Heard {
        let mut heard = Heard::default();
        let Ok(keys) = self.shelf.keys() else { return heard };
        let places = Place::all_of(&keys);
        heard.wiped = !self.chunks.is_empty() && !self.chunks.keys().any(|place| places.contains(place));
        for place in places.iter().filter(|place| counts(place, &places)) {
            self.hear(book, *place, &mut heard);
        }
        heard
    }

    fn hear(&mut self, book: &mut Book, place: Place, heard: &mut Heard) {
        if self.chunks.contains_key(&place) {
            return;
        }
        match self.fetch(place) {
            Ok(None) => {}
            Ok(Some((read, units))) => {
                self.chunks.insert(place, Chunk { units, whole: read.whole, folded: false, stale: false });
                self.note_erased_in(place, &read.pages);
                heard.erased |= self.holds_remains();
                self.clock.see(place.stamp());
                heard.changed |= !self.take(book, read.pages).is_empty();
            }
            Err(trouble) => {
                self.note_oversized(place, &trouble);
                heard.newer |= matches!(trouble.why, Unreadable::Newer(_));
                if self.set_aside.insert(trouble.key.clone()) {
                    heard.set_aside.push(trouble);
                }
            }
        }
    }
}
