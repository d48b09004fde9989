//! The words that are ready to send, and the channels they go by.

pub mod asked;
pub mod asking;
pub mod branch;
pub mod census;
pub mod channel;
pub mod closing;
pub mod coach;
pub mod five;
pub mod forward;
pub mod gift;
pub mod hundred;
pub mod letter;
pub mod merge;
pub mod moment;
pub mod nine;
pub mod outgoing;
pub mod place;
pub mod playbook;
pub mod profile;
pub mod prompts;
pub mod reason;
pub mod reminder;
pub mod score;
pub mod script;
pub mod tree;
pub mod week;
