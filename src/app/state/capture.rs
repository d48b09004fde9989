//! Capturing: what the one line says, read with the help of the book.

use super::State;
use kith::domain::id::AskId;
use kith::domain::referral::capture::CaptureDraft;
use kith::exchange::capture::{fill, fill_target, name_source};

impl State {
    /// Takes the line as it is now into the draft.
    pub fn read_line(self, draft: &mut CaptureDraft, line: String) {
        self.peek(|book, _| fill(draft, line, book));
    }

    /// Begins with whom the ask was for.
    pub fn read_target(self, draft: &mut CaptureDraft, ask: AskId) {
        self.peek(|book, _| fill_target(draft, ask, book));
    }

    /// Takes a source's name as it is typed by hand.
    pub fn name_source(self, draft: &mut CaptureDraft, typed: String) {
        self.peek(|book, _| name_source(draft, typed, book));
    }
}
