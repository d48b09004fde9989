//! The app in the browser.
use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <main><h1>"Kith"</h1></main> });
}
