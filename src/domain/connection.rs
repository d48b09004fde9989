//! Connections: people who came in by the hundred and wait in the holding pool, outside the book (R12, R34).

pub mod moves;

use super::ask::draft::AskDraft;
use super::fields::fields;
use super::id::ConnectionId;
use super::person::{Name, Reach, ReachKind};
use super::sorted_set::SortedSet;
use chrono::NaiveDate;
use serde::Serialize;

fields! {
    /// Somebody in the holding pool: found by searching, never owed anything, and in no count of the book (R12).
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Connection {
        /// Names this connection.
        pub id: ConnectionId,
        /// What they are called.
        pub name: Name,
        /// Where they work.
        pub organisation: String,
        /// What they do there.
        pub title: String,
        /// How to reach them, and their profile on a network.
        pub reach: Vec<Reach>,
        /// Since when we are connected.
        pub connected_on: Option<NaiveDate>,
        /// Who referred them, in words.
        pub met_through: String,
        /// Who did not bring them, though an address book has it so, as of a person (B7).
        pub not_through: SortedSet<String>,
        /// Birthday, family and the like, as the file has them.
        pub facts: String,
        /// Anything else the file says.
        pub note: String,
        /// The labels they carry there.
        pub tags: SortedSet<String>,
        /// How I came by this entry: which file, and when (R12).
        pub provenance: String,
        /// Out of the pool: taken into the book, or removed.
        pub trashed: bool,
    }
}

impl Connection {
    /// Makes them the target of an ask (R34).
    pub fn aim(&self, ask: &mut AskDraft) {
        ask.name = self.name.as_str().to_string();
        ask.title.clone_from(&self.title);
        ask.organisation.clone_from(&self.organisation);
        ask.link = self.first_reach(&ReachKind::Profile).to_string();
    }

    /// The first value of this kind of reach; empty where there is none.
    pub fn first_reach(&self, kind: &ReachKind) -> &str {
        self.reach.iter().find(|reach| reach.kind == *kind).map_or("", |reach| &reach.value)
    }
}
