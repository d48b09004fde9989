//! The news of the sample's owner: a letter that goes out now and then, and a success story in words of their own (R70, R71).

use super::readers::{ENOUGH, LETTER, READERS};
use super::teller::SampleTeller;
use crate::domain::communication::Communication;
use crate::domain::id::{CommunicationId, ReferralId, StoryId};
use crate::domain::story::Story;

/// Who came onto the list after the last issue.
const SINCE: &[&str] = &["tane", "marco", "liam"];

/// How many days ago, what it was called, and what it said.
const ISSUES: &[(u64, &str, &str)] = &[
    (84, "What the autumn does to your invoices", "Three lines to send before the holidays, and whom to call first."),
    (35, "Paid on time: four ways that worked", "Four firms around the harbour, and what each of them changed."),
];

/// Writes the issues down, with whom they reached.
pub fn write(teller: &mut SampleTeller) {
    for &(days, name, text) in ISSUES {
        let readers = READERS.iter().filter(|key| !SINCE.contains(key) && **key != ENOUGH);
        let to = readers.map(|key| teller.person(key)).collect();
        let (id, on) = (CommunicationId(teller.id()), Some(teller.ago(days)));
        let (name, text, list) = (name.to_string(), text.to_string(), LETTER.to_string());
        teller.record(Communication { id, name, text, list, on, to, ..Communication::default() }.into());
    }
}

/// The story of one sale, in words of their own; both may be named.
pub fn story(teller: &mut SampleTeller, sale: ReferralId) {
    let text = "Ken Adeyemi told me about four pharmacies whose suppliers were paid on the day and whose own bills were \
                not. Six weeks after that e-mail Maya Patel and I began. Maya’s customers paid after 61 days then; they \
                pay after 29 now.";
    let named = ["maya", "ken"].map(|key| teller.person(key)).into();
    teller.record(Story { id: StoryId(sale.0), text: text.into(), named, ..Story::default() }.into());
}
