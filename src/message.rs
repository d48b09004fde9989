//! The words that are ready to send, and the channels they go by.

pub mod channel;
pub mod letter;
pub mod moment;
pub mod nine;
pub mod outgoing;
pub mod playbook;
pub mod profile;
pub mod reason;
pub mod script;
