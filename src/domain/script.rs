//! Scripts of one's own: words to say at a moment, with merge fields (R25).

mod draft;
pub mod merge;

pub use draft::ScriptDraft;

use super::fields::fields;
use super::id::ScriptId;
use serde::Serialize;

fields! {
    /// Words to say. They replace or stand beside those the app comes with.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Script {
        /// Names this script.
        pub id: ScriptId,
        /// What it is called.
        pub name: String,
        /// The moment it is for: the name of a duty, such as `thank-agreed`, or `ask`.
        pub moment: String,
        /// The subject of an e-mail.
        pub subject: String,
        /// The words, with merge fields such as `{first}`.
        pub text: String,
        /// In the trash.
        pub trashed: bool,
    }
}
