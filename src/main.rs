//! Kith in the browser.

mod app;

fn main() {
    app::start();
}
