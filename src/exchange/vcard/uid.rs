//! Cards that are named by others: a reference to a UID becomes the words by which its card is found (RFC 6350 §6.6.6).

use crate::domain::fold::fold;
use crate::domain::person::ReachKind;
use crate::exchange::contacts::Contact;
use std::collections::HashMap;

/// How a reference begins.
pub const REFERENCE: &str = "urn:uuid:";

/// The cards of a file by their UIDs.
#[derive(Debug, Default)]
pub struct Uids {
    cards: HashMap<String, CardIdentity>,
    /// How many bear a name.
    names: HashMap<String, usize>,
}

/// What tells a card from others.
#[derive(Debug)]
struct CardIdentity {
    name: String,
    place: String,
    email: String,
}

impl Uids {
    /// Learns a card: its UID, and the contact it makes.
    pub fn learn(&mut self, uid: &str, contact: Contact) {
        let uid = key(uid);
        *self.names.entry(fold(contact.name.as_str())).or_default() += 1;
        let email = contact.reach.iter().find(|way| way.kind == ReachKind::Email);
        let email = email.map(|way| way.value.clone()).unwrap_or_default();
        if !uid.is_empty() {
            self.cards.insert(uid, CardIdentity { name: contact.name.to_string(), place: contact.organisation, email });
        }
    }

    /// The words for the card of this reference: its name; where others bear the same, its address, or where it works.
    pub fn words(&self, reference: &str) -> Option<String> {
        let CardIdentity { name, place, email } = self.cards.get(&key(reference))?;
        Some(match self.names.get(&fold(name)) {
            Some(2..) if !email.is_empty() => email.clone(),
            Some(2..) if !place.is_empty() => format!("{name} ({place})"),
            _ => name.clone(),
        })
    }
}

fn key(uid: &str) -> String {
    let low = uid.trim().to_ascii_lowercase();
    low.strip_prefix(REFERENCE).unwrap_or(&low).to_string()
}
