//! The browser's storage as the shelf the book is kept on, and the small things kept beside the book.

use gloo_storage::{LocalStorage, Storage};
use kith::store::key_value::{KeyValueStore, StorageError};
use wasm_bindgen::JsValue;

/// The localStorage of this page. Asking for it panics where the browser allows none, so it is asked for once.
#[derive(Debug, Clone, Copy)]
pub struct BrowserStorage {
    allowed: bool,
}

impl BrowserStorage {
    /// The storage of this page, allowed or not.
    pub fn open() -> BrowserStorage {
        let allowed = web_sys::window().is_some_and(|w| matches!(w.local_storage(), Ok(Some(_))));
        BrowserStorage { allowed }
    }

    fn raw(self) -> Result<web_sys::Storage, StorageError> {
        if self.allowed { Ok(LocalStorage::raw()) } else { Err(StorageError::Blocked) }
    }

    /// The text kept beside the book under `kith/<name>`: a draft, the theme.
    pub fn aside(self, name: &str) -> Option<String> {
        self.raw().ok()?.get_item(&format!("kith/{name}")).ok()?
    }

    /// Keeps a text beside the book, or takes it away; whether that was done. A failure costs the draft of a form, never
    /// the book.
    pub fn keep_aside(self, name: &str, text: Option<&str>) -> bool {
        let Ok(storage) = self.raw() else { return false };
        let key = format!("kith/{name}");
        match text {
            Some(text) => storage.set_item(&key, text),
            None => storage.remove_item(&key),
        }
        .is_ok()
    }
}

impl KeyValueStore for BrowserStorage {
    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let storage = self.raw()?;
        let count = storage.length().map_err(refused)?;
        Ok((0..count).filter_map(|n| storage.key(n).ok().flatten()).collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.raw()?.get_item(key).map_err(refused)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.raw()?.set_item(key, value).map_err(refused)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.raw()?.remove_item(key).map_err(refused)
    }
}

fn refused(error: JsValue) -> StorageError {
    let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|n| n.as_string()).unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StorageError::Full,
        "SecurityError" => StorageError::Blocked,
        other => StorageError::Other(other.to_string()),
    }
}
