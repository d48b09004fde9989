//! Files that come in: chosen, read, shown as what they would change, and brought in after a yes.

pub(super) mod columns;
pub(super) mod incoming;
mod merging;
pub(super) mod preview;
pub(super) mod queue;
pub(super) mod reader;
pub(super) mod report;
pub(super) mod room;
