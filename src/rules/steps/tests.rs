//! The nine steps, as stories.
