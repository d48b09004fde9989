//! Files: one the person chose is read, one of ours is handed over to keep; and the clipboard.

use kith::rules::disclosure::Released;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, DomException, DragEvent, File, FileList, HtmlAnchorElement,
    HtmlCanvasElement,
};
use web_sys::{HtmlImageElement, ShareData, Url};

/// The bytes of a chosen file; `None` when the browser cannot read it.
pub async fn read(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// The files of a list.
pub fn all(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

/// The files that are dragged or dropped; `None` where something else is.
pub fn dropped(event: &DragEvent) -> Option<Vec<File>> {
    let held = event.data_transfer()?;
    let has_files = held.types().iter().any(|kind| kind == "Files");
    has_files.then(|| held.files().map(|list| all(&list)).unwrap_or_default())
}

/// The files that the installed app is opened with are handed to `take`, now and later; nothing happens where the
/// browser has no such thing.
pub fn opened_with(take: impl Fn(Vec<File>) + Copy + 'static) {
    let Some(window) = web_sys::window() else { return };
    let Some(queue) = part(&window, "launchQueue").filter(JsValue::is_object) else { return };
    let Some(consume) = function(&queue, "setConsumer") else { return };
    let opened = Closure::<dyn Fn(JsValue)>::new(move |params: JsValue| {
        let handles = part(&params, "files").map(|files| js_sys::Array::from(&files).to_vec()).unwrap_or_default();
        wasm_bindgen_futures::spawn_local(async move {
            let mut files = Vec::new();
            for handle in handles {
                files.extend(file_of(&handle).await);
            }
            take(files);
        });
    });
    let _ = consume.call1(&queue, opened.as_ref());
    opened.forget();
}

/// The file behind a handle of the file system.
async fn file_of(handle: &JsValue) -> Option<File> {
    let promise = function(handle, "getFile")?.call0(handle).ok()?.dyn_into::<js_sys::Promise>().ok()?;
    JsFuture::from(promise).await.ok()?.dyn_into::<File>().ok()
}

fn part(from: &JsValue, name: &str) -> Option<JsValue> {
    js_sys::Reflect::get(from, &name.into()).ok()
}

fn function(from: &JsValue, name: &str) -> Option<js_sys::Function> {
    part(from, name)?.dyn_into().ok()
}

/// Hands a text over as a file that others may read; whether the browser took it.
pub fn hand_over(name: &str, kind: &str, text: &Released) -> bool {
    try_hand_over(name, kind, text).is_some()
}

/// Hands a text over as a file for oneself: a backup, what could not be read, the report of an import; whether the browser
/// took it. It holds what is confidential.
pub fn hand_over_own(name: &str, kind: &str, text: &str) -> bool {
    try_hand_over(name, kind, text).is_some()
}

fn try_hand_over(name: &str, kind: &str, text: &str) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    // The bytes as they are: a text of the page's own would be decoded, and encoded again for the file.
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(text.as_bytes()));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
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

/// A picture as an address that an image takes.
pub fn picture_address(svg: &Released) -> String {
    format!("data:image/svg+xml;charset=utf-8,{}", String::from(js_sys::encode_uri_component(svg)))
}

/// Draws a picture and hands it over as a PNG of this many pixels; whether the browser could.
pub async fn hand_over_png(name: &str, svg: &Released, width: f64, height: f64) -> bool {
    try_hand_over_png(name, svg, width, height).await.is_some()
}

async fn try_hand_over_png(name: &str, svg: &Released, width: f64, height: f64) -> Option<()> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&picture_address(svg));
    JsFuture::from(image.decode()).await.ok()?;
    let document = web_sys::window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    pen.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    let url = canvas.to_data_url().ok().filter(|url| url.len() > "data:,".len())?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
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
