//! The moments words are for, and the words that come with Kith, to begin from.

use super::PlaybookEntry;
use crate::domain::script::ScriptDraft;
use crate::domain::script::merge::check;
use crate::message::duty;
use crate::message::script::{ReferralNews, Tone, paragraph, subject};
use crate::rules::duty::{Duty, Subject};

/// What the ask begins from: what they love, whom I look for, and the question how to help them (R25, R26, R27).
const ASK: &str = "You told me what you value in my work: {loves}. Most of my clients come through people like you, and I would like to find more of them.\n\nThese are the people I can do most for: {ideal_client}. Who comes to mind? If it is somebody you know well, would you write to them with me in copy?\n\nAnd what can I do for you at the moment?";

/// The moments a script can be for, as (name, label): every duty that is answered with words (R25).
pub fn moments() -> Vec<(String, String)> {
    let all = Duty::ALL.iter().filter_map(|duty| Some((duty.name(), duty::moment(*duty)?)));
    all.map(|(name, label)| (name.to_string(), label.to_string())).collect()
}

/// The moment of a name in words; the name itself where this version does not know it.
pub fn moment(name: &str) -> &str {
    Duty::of_name(name).map_or(name, |known| duty::moment(known).unwrap_or(duty::kind(known)))
}

/// A script to begin from: the words that come with Kith for this moment; an empty one for no moment (R25).
pub fn start(moment: &str) -> ScriptDraft {
    let Some(duty) = Duty::of_name(moment) else { return ScriptDraft::default() };
    let text = match duty.subject() {
        Subject::Book => return ScriptDraft::default(),
        Subject::Ask => ASK,
        Subject::Referral | Subject::Person => paragraph(duty, Tone::Warm, ReferralNews::Talking),
    };
    let subject = Some(subject(duty)).filter(|subject| check(subject).is_ok()).unwrap_or_default();
    ScriptDraft {
        name: String::new(),
        moment: moment.to_string(),
        subject: subject.to_string(),
        text: text.to_string(),
    }
}

/// The words that come with Kith, by the name of their moment.
pub fn built_in() -> Vec<(&'static str, PlaybookEntry)> {
    let all = Duty::ALL.iter().map(|duty| (duty.name(), start(duty.name())));
    let said = all.filter(|(_, start)| start.text.contains(' '));
    said.map(|(name, start)| {
        let facts = if start.subject.is_empty() { Vec::new() } else { vec![("Subject", start.subject)] };
        (name, PlaybookEntry { title: moment(name).to_string(), facts, text: start.text, ..PlaybookEntry::default() })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::Book;
    use crate::domain::id::{Mint, Session};

    #[test]
    fn r25_the_words_that_come_with_kith_can_be_kept_as_ones_own() {
        let all = built_in();
        assert_eq!(all.len(), 13, "an event’s words are written for the occasion");
        for (name, kept) in all {
            let draft = ScriptDraft { name: "Mine".into(), ..start(name) };
            let change = draft.change(&Book::default(), None, &mut Mint::new(Session::of_bits(1)));
            assert!(change.is_ok(), "{name}: {change:?}");
            assert!(!kept.title.is_empty() && !kept.text.is_empty());
        }
        assert_eq!(start(""), ScriptDraft::default());
        assert_eq!(start("back-up"), ScriptDraft::default());
    }

    #[test]
    fn r26_the_ask_quotes_what_they_love() {
        assert!(start("ask").text.contains("{loves}"));
    }

    #[test]
    fn r25_every_moment_has_a_name_of_its_own() {
        let all = moments();
        let mut labels: Vec<&str> = all.iter().map(|(_, label)| label.as_str()).collect();
        labels.sort_unstable();
        labels.dedup();
        assert_eq!((labels.len(), all.len()), (Duty::ALL.len() - 1, Duty::ALL.len() - 1));
        assert_eq!(moment("pigeon"), "pigeon");
    }
}
