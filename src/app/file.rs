//! Files: one the person chose is read, one of ours is handed over to keep; and the clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, DomException, File, HtmlAnchorElement, ShareData, Url};

/// The bytes of a chosen file; `None` when the browser cannot read it.
pub async fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Hands a text over as a file to keep; whether the browser took it.
pub fn hand_over(name: &str, kind: &str, text: &str) -> bool {
    try_hand_over(name, kind, text).is_some()
}

fn try_hand_over(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser needs the address until the download has begun.
    leptos::prelude::set_timeout(move || drop(Url::revoke_object_url(&url)), std::time::Duration::from_secs(60));
    Some(())
}

/// Copies a text; whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Whether the browser hands words to other programs of the device.
pub fn can_share() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| js_sys::Reflect::has(&navigator, &"share".into()).unwrap_or(false))
}

/// Hands a text to another program of the device; whether one took it, or the person thought better of it.
pub async fn share(title: &str, text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    match JsFuture::from(window.navigator().share_with_data(&data)).await {
        Ok(_) => true,
        Err(error) => error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "AbortError"),
    }
}

/// Asks the browser not to throw the book away when room is short; whether it promised.
pub async fn ask_to_persist() -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Only a page of a secure origin has a storage manager at all.
    if !window.is_secure_context() {
        return false;
    }
    match window.navigator().storage().persist() {
        Ok(promise) => JsFuture::from(promise).await.is_ok_and(|v| v.as_bool() == Some(true)),
        Err(_) => false,
    }
}
