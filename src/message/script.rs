//! Scripts: our own words for each duty, in two tones, and in a neutral form where the referral is confidential.

use crate::domain::ask::AskAction;
use crate::domain::person::{Person, Role};
use crate::rules::duty::Duty;

/// How a message sounds (R3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tone {
    /// A few sentences.
    #[default]
    Warm,
    /// As short as it can be.
    Brief,
}

impl Tone {
    /// Every tone.
    pub const ALL: [Tone; 2] = [Tone::Warm, Tone::Brief];

    /// The tone for somebody: short and informal with friends and family, though they may be clients as well (R3).
    pub fn towards(person: &Person) -> Tone {
        let close = [Role::Friend, Role::Family].iter().any(|role| person.is(role));
        if close { Tone::Brief } else { Tone::Warm }
    }

    /// The label on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Tone::Warm => "Warm",
            Tone::Brief => "Brief",
        }
    }
}

/// Where a referral stands, as far as its source may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferralNews {
    /// Not introduced yet.
    Waiting,
    /// Introduced, not yet followed up.
    Introduced,
    /// Followed up, not yet talked.
    FollowedUp,
    /// Talking.
    Talking,
}

/// The paragraph for a duty. It may hold the merge fields `{prospect}`, `{prospect_first}`, `{source}` and `{promise}`;
/// for the chain `{next}` (whom the ancestor introduced) and `{fruit}`; for a promise `{promised}`.
pub fn paragraph(duty: Duty, tone: Tone, news: ReferralNews) -> &'static str {
    use Tone::{Brief, Warm};
    match (duty, tone) {
        (Duty::ThankAgreed, Warm) => {
            "Thank you for agreeing to introduce me to {prospect}. You are lending me your good name, and I will look after it.{promise}"
        }
        (Duty::ThankAgreed, Brief) => "Thank you for introducing me to {prospect}.{promise}",
        (Duty::ThankWon, Warm) => {
            "{prospect} has said yes, and it began with you. Thank you. I wanted you to be the first to hear it."
        }
        (Duty::ThankWon, Brief) => "{prospect} has said yes, and it began with you. Thank you.",
        (Duty::FollowUp, Warm) => {
            "{source} thought that the two of us should talk, and I trust {source}'s judgement. May I call you for ten minutes this week? I would like to hear what you are working on, and you can tell me whether I can be of use."
        }
        (Duty::FollowUp, Brief) => "{source} thought that we should talk. When would a ten-minute call suit you?",
        (Duty::Confirm, Warm) => {
            "Have you had a chance to speak with {prospect}? There is no hurry. I would only like to wait for your word before I get in touch, so that my name does not come out of the blue."
        }
        (Duty::Confirm, Brief) => "Have you had a chance to speak with {prospect}? I will wait for your word.",
        (Duty::ThankReport, Warm) => {
            "{prospect} and I have talked. You were right: it was well worth it. Thank you for bringing us together. I will let you know how it goes on."
        }
        (Duty::ThankReport, Brief) => "{prospect} and I have talked, and it was well worth it. Thank you.",
        (Duty::Update, _) => update(news),
        (Duty::LastWord, Warm) => {
            "A last word about {prospect}: nothing comes of it for now, and that takes nothing from what you did. Thank you for opening the door."
        }
        (Duty::LastWord, Brief) => "Nothing comes of it with {prospect} for now. Thank you for opening the door.",
        (Duty::ThankChain, Warm) => {
            "You once introduced me to {next}. That introduction is still bearing fruit: {fruit}. I have not forgotten where it began, and I wanted to thank you."
        }
        (Duty::ThankChain, Brief) => "You once introduced me to {next}, and {fruit}. Thank you for where it began.",
        (Duty::KeepInTouch, Warm) => "It has been a while, and I was thinking of you. How are things with you?",
        (Duty::KeepInTouch, Brief) => "It has been a while. How are things with you?",
        (Duty::Help, _) => "I promised you this: {promised}. Here it is.",
        (Duty::Plan, _) => "A word about our plan: {promised}. How is your side of it going?",
        (Duty::Event, _) => "{promised}",
        (Duty::AskNewClient | Duty::Ask | Duty::BackUp, _) => "",
    }
}

/// The paragraph down the chain for somebody who did not begin it: between the base and the source (R60).
pub fn between(tone: Tone) -> &'static str {
    match tone {
        Tone::Warm => {
            "Because you introduced me to {next}, one thing led to another, and it still bears fruit: {fruit}. I have not forgotten your part in it, and I wanted to thank you."
        }
        Tone::Brief => {
            "Because you introduced me to {next}, one thing led to another: {fruit}. Thank you for your part in it."
        }
    }
}

fn update(news: ReferralNews) -> &'static str {
    match news {
        ReferralNews::Waiting => "A word about {prospect}: nothing new yet, and I have not forgotten what you offered.",
        ReferralNews::Introduced => {
            "A word about {prospect}: your introduction has arrived, and I am getting in touch now."
        }
        ReferralNews::FollowedUp => "A word about {prospect}: I have been in touch and am waiting to hear back.",
        ReferralNews::Talking => {
            "A word about {prospect}: we are still talking, and it goes well. I will keep you posted."
        }
    }
}

/// The paragraph for a duty that gives nothing away: neither the prospect, nor the stage, nor the value (R63).
pub fn neutral(duty: Duty) -> &'static str {
    match duty {
        Duty::Confirm => "Have you had a chance to do what we spoke about? There is no hurry.",
        Duty::ThankChain => "You once opened a door for me, and good things still come through it. Thank you.",
        Duty::FollowUp
        | Duty::Help
        | Duty::Plan
        | Duty::Event
        | Duty::AskNewClient
        | Duty::Ask
        | Duty::KeepInTouch
        | Duty::BackUp => "",
        Duty::ThankAgreed => {
            "Thank you for what you agreed to do for me. You are lending me your good name, and I will look after it."
        }
        Duty::ThankWon | Duty::ThankReport | Duty::Update | Duty::LastWord => {
            "I wanted to thank you once more for your help. I have not forgotten it."
        }
    }
}

/// The subject of an e-mail for a duty. It names nobody, because subjects are read over shoulders.
pub fn subject(duty: Duty) -> &'static str {
    match duty {
        Duty::ThankAgreed | Duty::ThankReport | Duty::LastWord => "Thank you",
        Duty::ThankChain => "A door you opened",
        Duty::Help => "What I promised you",
        Duty::Plan => "Our plan",
        Duty::Event => "{event}",
        Duty::KeepInTouch => "How are you?",
        Duty::ThankWon => "Thank you once more",
        Duty::FollowUp => "A word from a friend of {source}",
        Duty::Confirm => "A quick question",
        Duty::Update => "How it goes",
        Duty::AskNewClient | Duty::Ask => "Somebody you may know",
        Duty::BackUp => "",
    }
}

/// What the source agreed to do, in the second person, for the sentence that reminds them of it (R41).
pub fn promise(action: &AskAction) -> &'static str {
    match action {
        AskAction::Email => "write to them with me in copy",
        AskAction::Call => "call them",
        AskAction::Meeting => "bring the three of us together",
        AskAction::InPerson => "introduce us in person",
        AskAction::Forward => "pass my note on",
        AskAction::NameOnly | AskAction::Other(_) => "let them know that I will call",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DUTIES: [Duty; 8] = [
        Duty::ThankAgreed,
        Duty::ThankWon,
        Duty::FollowUp,
        Duty::Confirm,
        Duty::ThankReport,
        Duty::Update,
        Duty::LastWord,
        Duty::BackUp,
    ];
    const NEWS: [ReferralNews; 4] =
        [ReferralNews::Waiting, ReferralNews::Introduced, ReferralNews::FollowedUp, ReferralNews::Talking];

    /// The merge fields of a text, in their order.
    fn fields(text: &str) -> Vec<&str> {
        text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()).collect()
    }

    fn check(duty: Duty, expected: &[&str]) {
        for tone in Tone::ALL {
            for news in NEWS {
                let text = paragraph(duty, tone, news);
                let mut found = fields(text);
                found.dedup();
                assert_eq!(found, expected, "{duty:?} {tone:?} {news:?}: {text}");
            }
        }
    }

    #[test]
    fn r3_a_friend_is_written_to_as_a_friend_though_they_are_a_client() {
        for (roles, tone) in [
            (&[Role::Client][..], Tone::Warm),
            (&[Role::Client, Role::Friend], Tone::Brief),
            (&[Role::Family], Tone::Brief),
            (&[], Tone::Warm),
        ] {
            let person = Person { roles: roles.iter().cloned().collect(), ..Person::default() };
            assert_eq!(Tone::towards(&person), tone, "{roles:?}");
        }
    }

    #[test]
    fn every_duty_has_its_merge_fields_and_no_other() {
        for (duty, expected) in [
            (Duty::ThankAgreed, &["prospect", "promise"][..]),
            (Duty::ThankWon, &["prospect"]),
            (Duty::FollowUp, &["source"]),
            (Duty::Confirm, &["prospect"]),
            (Duty::ThankReport, &["prospect"]),
            (Duty::Update, &["prospect"]),
            (Duty::LastWord, &["prospect"]),
            (Duty::BackUp, &[]),
        ] {
            check(duty, expected);
        }
    }

    #[test]
    fn r63_the_neutral_words_name_nobody_no_stage_and_no_value() {
        for duty in DUTIES {
            let text = neutral(duty);
            assert!(fields(text).is_empty(), "{duty:?}: {text}");
            for word in ["introduc", "talked", "said yes", "follow", "sale", "prospect"] {
                assert!(!text.to_lowercase().contains(word), "{duty:?} gives away {word:?}: {text}");
            }
        }
        // What is told of each stage is one sentence, or its difference would tell.
        let told = [Duty::ThankWon, Duty::ThankReport, Duty::Update, Duty::LastWord].map(neutral);
        assert!(told.iter().all(|text| *text == told[0] && !text.is_empty()));
    }

    #[test]
    fn a_subject_names_nobody_but_the_friend_who_sent_me() {
        for duty in DUTIES {
            let expected: &[&str] = if duty == Duty::FollowUp { &["source"] } else { &[] };
            assert_eq!(fields(subject(duty)), expected, "{duty:?}");
            assert_eq!(subject(duty).is_empty(), duty == Duty::BackUp);
        }
    }

    #[test]
    fn brief_is_shorter_than_warm_and_no_words_shout() {
        for duty in DUTIES {
            let [warm, brief] = Tone::ALL.map(|tone| paragraph(duty, tone, ReferralNews::Talking));
            assert!(brief.len() <= warm.len(), "{duty:?}");
            for text in [warm, brief, neutral(duty), subject(duty)] {
                assert!(!text.contains('!') && !text.contains("  "), "{text}");
            }
        }
        assert_eq!(Tone::ALL.map(Tone::label), ["Warm", "Brief"]);
        assert_eq!(Tone::default(), Tone::Warm);
    }

    #[test]
    fn the_news_differ_from_stage_to_stage() {
        let told: std::collections::BTreeSet<&str> = NEWS.map(|news| paragraph(Duty::Update, Tone::Warm, news)).into();
        assert_eq!(told.len(), NEWS.len());
    }

    #[test]
    fn r41_a_promise_goes_on_after_you_said_that_you_would() {
        for (action, expected) in [
            (AskAction::Email, "write to them with me in copy"),
            (AskAction::Call, "call them"),
            (AskAction::Forward, "pass my note on"),
            (AskAction::NameOnly, "let them know that I will call"),
            (AskAction::of_word("by pigeon"), "let them know that I will call"),
        ] {
            assert_eq!(promise(&action), expected);
        }
    }
}
