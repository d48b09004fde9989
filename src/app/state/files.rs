//! Files: the book goes out as a backup, and what could not be read goes out as it lies.

use super::State;
use crate::app::file;

impl State {
    /// Hands over what could not be read, a file for each part.
    pub fn hand_over_unread(self) {
        for (name, text) in self.unread() {
            file::hand_over(&name, "text/plain", &text);
        }
    }
}
