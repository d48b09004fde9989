//! The shelf: where values are kept by key, and the keys of the book on it. Every key is written once.

use crate::domain::stamp::Stamp;
use std::collections::BTreeSet;
use std::fmt;

/// All that the book needs of a browser's storage. Each call stands by itself: none is undone by a later one.
pub trait Shelf {
    /// Every key there is, also those of others.
    ///
    /// # Errors
    /// [`ShelfError`] when the storage cannot be reached.
    fn keys(&self) -> Result<Vec<String>, ShelfError>;
    /// The value of a key.
    ///
    /// # Errors
    /// [`ShelfError`] when the storage cannot be reached.
    fn get(&self, key: &str) -> Result<Option<String>, ShelfError>;
    /// Keeps a value under a key.
    ///
    /// # Errors
    /// [`ShelfError::Full`] when there is no room for it; nothing is changed then.
    fn set(&self, key: &str, value: &str) -> Result<(), ShelfError>;
    /// Takes a key away.
    ///
    /// # Errors
    /// [`ShelfError`] when the storage cannot be reached.
    fn remove(&self, key: &str) -> Result<(), ShelfError>;
}

/// The storage did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShelfError {
    /// The browser allows no storage here.
    Blocked,
    /// There is no room left.
    Full,
    /// Something else, in the browser's words.
    Other(String),
}

impl fmt::Display for ShelfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ShelfError::Blocked => f.write_str("This browser lets nothing be kept here."),
            ShelfError::Full => f.write_str("The browser has no room left for the book."),
            ShelfError::Other(why) => write!(f, "The browser could not keep it: {why}"),
        }
    }
}

impl std::error::Error for ShelfError {}

/// What a key of ours holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// One act.
    Journal(Stamp),
    /// A fold of earlier chunks.
    Segment(Stamp),
    /// A part of something too large for one value; it counts once its mark is there.
    Import(Stamp, u32),
    /// The mark that an import is whole.
    Complete(Stamp),
    /// What an import overrode.
    Receipt(Stamp),
    /// Filler, given up when the store is full, so that work can go on.
    Reserve,
}

/// How the keys of this version begin.
pub const ROOT: &str = "kith/1/";

impl Place {
    /// The places of these keys.
    pub fn all_of(keys: &[String]) -> BTreeSet<Place> {
        let mut places = BTreeSet::new();
        places.extend(keys.iter().filter_map(|key| Place::of(key)));
        places
    }

    /// What the key holds; `None` for keys that are not ours.
    pub fn of(key: &str) -> Option<Place> {
        let mut parts = key.strip_prefix(ROOT)?.split('/');
        let (room, name, part, end) = (parts.next()?, parts.next(), parts.next(), parts.next());
        if end.is_some() {
            return None;
        }
        let stamp = name.and_then(|text| Stamp::parse(text).ok());
        let place = match (room, stamp, part) {
            ("journal", Some(stamp), None) => Place::Journal(stamp),
            ("segment", Some(stamp), None) => Place::Segment(stamp),
            ("receipt", Some(stamp), None) => Place::Receipt(stamp),
            ("import", Some(stamp), Some("complete")) => Place::Complete(stamp),
            ("import", Some(stamp), Some(n)) => Place::Import(stamp, n.parse().ok()?),
            ("reserve", None, None) if name.is_none() => Place::Reserve,
            _ => return None,
        };
        // A number written otherwise (`01`) would be another key of the same place.
        (place.key() == key).then_some(place)
    }

    /// The key.
    pub fn key(&self) -> String {
        match self {
            Place::Journal(stamp) => format!("{ROOT}journal/{stamp}"),
            Place::Segment(stamp) => format!("{ROOT}segment/{stamp}"),
            Place::Import(stamp, n) => format!("{ROOT}import/{stamp}/{n}"),
            Place::Complete(stamp) => format!("{ROOT}import/{stamp}/complete"),
            Place::Receipt(stamp) => format!("{ROOT}receipt/{stamp}"),
            Place::Reserve => format!("{ROOT}reserve"),
        }
    }

    /// The stamp it was written at.
    pub fn stamp(&self) -> Stamp {
        match self {
            Place::Journal(s) | Place::Segment(s) | Place::Import(s, _) | Place::Complete(s) | Place::Receipt(s) => *s,
            Place::Reserve => Stamp::NEVER,
        }
    }

    /// Whether a partial book is kept there.
    pub fn is_chunk(&self) -> bool {
        matches!(self, Place::Journal(_) | Place::Segment(_) | Place::Import(..))
    }
}

/// How much room a text takes in the browser's account: its UTF-16 units.
pub fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_its_place() {
        let stamp = "1795253400123-0-k3f9a2mq7x";
        for key in [
            format!("kith/1/journal/{stamp}"),
            format!("kith/1/segment/{stamp}"),
            format!("kith/1/import/{stamp}/7"),
            format!("kith/1/import/{stamp}/complete"),
            format!("kith/1/receipt/{stamp}"),
            "kith/1/reserve".into(),
        ] {
            assert_eq!(Place::of(&key).map(|place| place.key()), Some(key));
        }
        for other in ["kith/theme", "kith/1/journal/x", "kith/1/import/1795253400123-0-k3f9a2mq7x/07", "kith/2/journal"]
        {
            assert_eq!(Place::of(other), None, "{other}");
        }
    }
}
