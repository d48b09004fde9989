//! Turns: long work is done a turn at a time, and between two the page answers.

use super::clock;
use leptos::prelude::{document, window};
use wasm_bindgen_futures::JsFuture;
use web_sys::VisibilityState;

/// How long one turn works, in milliseconds: shorter than anybody feels.
const TURN: f64 = 16.0;
/// The same while nobody looks: browsers let a hidden page rest for a second between two turns.
const HIDDEN: f64 = 400.0;

/// A turn of work.
pub struct TimeSlice {
    began: f64,
}

impl TimeSlice {
    /// A turn that begins now.
    pub fn begin() -> TimeSlice {
        TimeSlice { began: clock::ticks() }
    }

    /// Whether it is time to rest.
    pub fn is_over(&self) -> bool {
        let long = if document().visibility_state() == VisibilityState::Hidden { HIDDEN } else { TURN };
        clock::ticks() - self.began > long
    }

    /// Lets the page answer, where it is time to.
    pub async fn rest_if_over(&mut self) {
        if self.is_over() {
            self.rest().await;
        }
    }

    /// Lets the page answer; then the next turn begins.
    pub async fn rest(&mut self) {
        let mut wait = |resolve: js_sys::Function, _| {
            // Where no timer can be had there is no page either.
            let _ = window().set_timeout_with_callback(&resolve);
        };
        let _ = JsFuture::from(js_sys::Promise::new(&mut wait)).await;
        self.began = clock::ticks();
    }
}
