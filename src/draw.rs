//! Geometry without a browser: where things stand in a drawing, and what of it is in view.

pub mod sheet;
pub mod tidy;
pub mod viewport;
pub mod visible;
