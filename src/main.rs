//! The app in the browser.
fn main() { leptos::mount::mount_to_body(|| leptos::view! { <h1>"Kith"</h1> }); }
