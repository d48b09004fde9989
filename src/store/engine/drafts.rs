//! Drafts of forms: kept beside the book with every keystroke, so that closing the tab loses nothing (R54).

use super::Store;
use crate::domain::id::Id;
use crate::store::key_value::KeyValueStore;
use crate::store::stored_record::StoredRecord;
use serde_json::Value;

/// How the keys of drafts begin; the name of the form follows.
const DRAFTS: &str = "kith/draft/";

impl<S: KeyValueStore> Store<S> {
    /// Keeps a draft in place of the one before; whether the browser did. A draft that names by its id what has been erased
    /// is not kept, and counts as kept: there is nothing left to lose.
    pub fn keep_draft(&self, name: &str, text: &str) -> bool {
        if texts(name, text).iter().any(|text| self.names_erased(text)) {
            return self.storage.remove(&key(name)).is_ok();
        }
        self.storage.set(&key(name), text).is_ok()
    }

    /// Removes the drafts that name what has been erased: by its id, in their own name or in what is typed; or in a text of
    /// which `is_theirs` says so. How many went. To be called after an erase, and at each opening.
    pub fn drop_drafts(&self, is_theirs: impl Fn(&str) -> bool) -> usize {
        let keys = self.storage.keys().unwrap_or_default();
        let names = keys.iter().filter_map(|key| key.strip_prefix(DRAFTS));
        let gone = names.filter(|name| {
            let text = self.storage.get(&key(name)).ok().flatten().unwrap_or_default();
            texts(name, &text).iter().any(|text| self.names_erased(text) || is_theirs(text))
        });
        gone.filter(|name| self.storage.remove(&key(name)).is_ok()).count()
    }

    /// Whether the id of an erased record stands in a text.
    fn names_erased(&self, text: &str) -> bool {
        let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        // An id may stand at the end of a name made of parts: `won-k3f9a2mq7x-12`.
        let tails = words.flat_map(|word| {
            let parts = word.match_indices('-').map(move |(at, _)| word.get(at + 1..).unwrap_or_default());
            [word].into_iter().chain(parts)
        });
        let heads = tails.flat_map(|tail| {
            let ends = tail.match_indices('-').map(move |(at, _)| tail.get(..at).unwrap_or_default());
            [tail].into_iter().chain(ends)
        });
        heads.filter_map(|word| Id::parse(word).ok()).any(|id| {
            self.partial_book
                .kinds()
                .any(|(_, partial_book)| matches!(partial_book.get(&id), Some(StoredRecord::Erased(_))))
        })
    }
}

fn key(name: &str) -> String {
    format!("{DRAFTS}{name}")
}

/// The texts of a draft: its name, in which several ids stand side by side, and each string of what is typed.
fn texts(name: &str, text: &str) -> Vec<String> {
    let mut texts = vec![name.replace('~', " ")];
    match serde_json::from_str::<Value>(text) {
        Ok(value) => strings(value, &mut texts),
        Err(_) => texts.push(text.to_string()),
    }
    texts
}

fn strings(value: Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text),
        Value::Array(list) => list.into_iter().for_each(|value| strings(value, texts)),
        Value::Object(fields) => fields.into_iter().for_each(|(_, value)| strings(value, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
