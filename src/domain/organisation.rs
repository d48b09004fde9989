//! Organisations: where people work. Who works there and what was dealt is found through people.

use super::fields::fields;
use super::id::OrganisationId;
use serde::Serialize;

fields! {
    /// Where people work.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Organisation {
        /// Names this organisation.
        pub id: OrganisationId,
        /// What it is called.
        pub name: String,
        /// In the trash.
        pub trashed: bool,
    }
}
