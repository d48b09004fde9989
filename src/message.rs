//! The words that are ready to send, and the channels they go by.

pub mod census;
pub mod channel;
pub mod five;
pub mod letter;
pub mod moment;
pub mod nine;
pub mod outgoing;
pub mod place;
pub mod playbook;
pub mod profile;
pub mod reason;
pub mod script;
pub mod week;
