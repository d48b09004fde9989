//! What is owed on a day, as stories.
