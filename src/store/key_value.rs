//! The storage: where values are kept by key, and the keys of the book on it. Every key is written once.

use crate::domain::stamp::Stamp;
use std::collections::BTreeSet;
use std::fmt;

/// All that the book needs of a browser's storage. Each call stands by itself: none is undone by a later one.
pub trait KeyValueStore {
    /// Every key there is, also those of others.
    ///
    /// # Errors
    /// [`StorageError`] when the storage cannot be reached.
    fn keys(&self) -> Result<Vec<String>, StorageError>;
    /// The value of a key.
    ///
    /// # Errors
    /// [`StorageError`] when the storage cannot be reached.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;
    /// Keeps a value under a key.
    ///
    /// # Errors
    /// [`StorageError::Full`] when there is no room for it; nothing is changed then.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;
    /// Takes a key away.
    ///
    /// # Errors
    /// [`StorageError`] when the storage cannot be reached.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
}

/// The storage did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageError {
    /// The browser allows no storage here.
    Blocked,
    /// There is no room left.
    Full,
    /// Something else, in the browser's words.
    Other(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StorageError::Blocked => f.write_str("This browser lets nothing be kept here."),
            StorageError::Full => f.write_str("The browser has no room left for the book."),
            StorageError::Other(why) => write!(f, "The browser could not keep it: {why}"),
        }
    }
}

impl std::error::Error for StorageError {}

/// What a key of ours holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StorageKey {
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
pub const KEY_PREFIX: &str = "kith/1/";

impl StorageKey {
    /// The places of these keys.
    pub fn all_of(keys: &[String]) -> BTreeSet<StorageKey> {
        let mut storage_keys = BTreeSet::new();
        storage_keys.extend(keys.iter().filter_map(|key| StorageKey::of(key)));
        storage_keys
    }

    /// What the key holds; `None` for keys that are not ours.
    pub fn of(key: &str) -> Option<StorageKey> {
        let mut parts = key.strip_prefix(KEY_PREFIX)?.split('/');
        let (room, name, part, end) = (parts.next()?, parts.next(), parts.next(), parts.next());
        if end.is_some() {
            return None;
        }
        let stamp = name.and_then(|text| Stamp::parse(text).ok());
        let storage_key = match (room, stamp, part) {
            ("journal", Some(stamp), None) => StorageKey::Journal(stamp),
            ("segment", Some(stamp), None) => StorageKey::Segment(stamp),
            ("receipt", Some(stamp), None) => StorageKey::Receipt(stamp),
            ("import", Some(stamp), Some("complete")) => StorageKey::Complete(stamp),
            ("import", Some(stamp), Some(n)) => StorageKey::Import(stamp, n.parse().ok()?),
            ("reserve", None, None) if name.is_none() => StorageKey::Reserve,
            _ => return None,
        };
        // A number written otherwise (`01`) would be another key of the same place.
        (storage_key.key() == key).then_some(storage_key)
    }

    /// The key.
    pub fn key(&self) -> String {
        match self {
            StorageKey::Journal(stamp) => format!("{KEY_PREFIX}journal/{stamp}"),
            StorageKey::Segment(stamp) => format!("{KEY_PREFIX}segment/{stamp}"),
            StorageKey::Import(stamp, n) => format!("{KEY_PREFIX}import/{stamp}/{n}"),
            StorageKey::Complete(stamp) => format!("{KEY_PREFIX}import/{stamp}/complete"),
            StorageKey::Receipt(stamp) => format!("{KEY_PREFIX}receipt/{stamp}"),
            StorageKey::Reserve => format!("{KEY_PREFIX}reserve"),
        }
    }

    /// The stamp it was written at.
    pub fn stamp(&self) -> Stamp {
        match self {
            StorageKey::Journal(s)
            | StorageKey::Segment(s)
            | StorageKey::Import(s, _)
            | StorageKey::Complete(s)
            | StorageKey::Receipt(s) => *s,
            StorageKey::Reserve => Stamp::NEVER,
        }
    }

    /// Whether a partial book is kept there.
    pub fn is_chunk(&self) -> bool {
        matches!(self, StorageKey::Journal(_) | StorageKey::Segment(_) | StorageKey::Import(..))
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
            assert_eq!(StorageKey::of(&key).map(|storage_key| storage_key.key()), Some(key));
        }
        for other in ["kith/theme", "kith/1/journal/x", "kith/1/import/1795253400123-0-k3f9a2mq7x/07", "kith/2/journal"]
        {
            assert_eq!(StorageKey::of(other), None, "{other}");
        }
    }
}
