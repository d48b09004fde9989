//! Letters: the message for a row of Today, written from the book and ready for the line only the person can write.

mod promised;

pub use promised::may_be_named;

use super::ask_text::request;
use super::duty::event_of;
use super::merge::{ChosenParts, FilledField, Merging};
use super::playbook::proof_words;
use super::reason::long_date;
use super::script::{self, ReferralNews, Tone};
use crate::domain::ask::draft::AskDraft;
use crate::domain::book::Book;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, ReachKind};
use crate::domain::referral::Referral;
use crate::domain::script::Script;
use crate::domain::script::merge::{MergeField, names};
use crate::domain::touch::Milestone;
use crate::rules::chain::brought_by;
use crate::rules::disclosure::Disclosure;
use crate::rules::duty::{Duty, Raised, Subject};

/// A message to one person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letter {
    /// The person's first e-mail address, or empty.
    pub email: String,
    /// The address it goes to in copy: of the other one, where two are introduced (R68). Mostly empty.
    pub copy: String,
    /// The person's first phone number, or empty.
    pub phone: String,
    /// The subject.
    pub subject: String,
    /// "Dear …" or "Hi …", a line of its own.
    pub greeting: String,
    /// One paragraph a duty.
    pub body: String,
    /// The name at the end; empty when the person has not given theirs.
    pub signature: String,
    /// What became of the merge fields of a script of one's own.
    pub merged: Vec<FilledField>,
}

impl Letter {
    /// The whole message, with the line only the person could write after the greeting.
    pub fn text(&self, own_line: &str) -> String {
        let own_line = own_line.trim();
        let parts = [self.greeting.as_str(), own_line, self.body.as_str(), self.signature.as_str()];
        parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    fn take_subject(&mut self, subject: String) {
        if !subject.is_empty() {
            self.subject = subject;
        }
    }
}

/// The letter to `to` that settles these duties, in this tone; `my_name` ends it.
pub fn letter(book: &Book, to: PersonId, duties: &[Raised], tone: Tone, my_name: &str) -> Letter {
    letter_with(book, to, duties, tone, ChosenParts::default(), None, my_name)
}

/// Like `letter`, with a script of one's own in place of the words that come with Kith, and a result (R23, R25);
/// `asking` is the ask being prepared, where these are its words (R24).
pub fn letter_with(
    book: &Book,
    to: PersonId,
    duties: &[Raised],
    tone: Tone,
    chosen: ChosenParts,
    asking: Option<&AskDraft>,
    my_name: &str,
) -> Letter {
    let Some(person) = book.person(to) else { return Letter::default() };
    let disclosure = Disclosure::to(book, to);
    let reach = |kind| person.first_reach(&kind).unwrap_or_default().to_string();
    let mut letter = Letter {
        email: reach(ReachKind::Email),
        phone: reach(ReachKind::Phone),
        subject: duties.first().map(|raised| subject(&disclosure, raised)).unwrap_or_default(),
        greeting: greeting(person, tone),
        signature: my_name.to_string(),
        ..Letter::default()
    };
    let answered = if duties.is_empty() { vec![None] } else { duties.iter().map(Some).collect() };
    let mut paragraphs: Vec<String> = Vec::new();
    let mut tells_result = false;
    for raised in answered {
        let merging = Merging { disclosure: &disclosure, to, raised, chosen, asking, my_name };
        let script = merging.script();
        for merged in script.into_iter().flat_map(|script| merging.merged(&script.text)) {
            if !letter.merged.contains(&merged) {
                letter.merged.push(merged);
            }
        }
        let says_it = |script: &&Script| !merging.is_secret() && disclosure.may_say(&merging.fill(&script.text));
        let text = match script.filter(says_it) {
            Some(script) => {
                tells_result |= names(&script.text).contains(&MergeField::Result.name());
                letter.take_subject(merging.fill(&script.subject));
                merging.fill(&script.text)
            }
            // Also where only the prospect may hear what the script says: these are the neutral words then.
            None => raised.map(|raised| paragraph(&disclosure, raised, asking, tone)).unwrap_or_default(),
        };
        if !text.is_empty() && !paragraphs.contains(&text) {
            paragraphs.push(text);
        }
    }
    paragraphs.extend(chosen.result.filter(|_| !tells_result).and_then(|id| proof_words(&disclosure, id)));
    letter.body = paragraphs.join("\n\n");
    letter
}

fn greeting(person: &Person, tone: Tone) -> String {
    match tone {
        Tone::Warm => format!("Dear {},", person.name.first()),
        Tone::Brief => format!("Hi {},", person.name.first()),
    }
}

fn subject(disclosure: &Disclosure, raised: &Raised) -> String {
    let book = disclosure.book();
    if raised.duty == Duty::Event {
        return event_of(book, raised).map(|event| event.name.clone()).unwrap_or_default();
    }
    let source = raised.referral.and_then(|id| book.referral(id)).and_then(|r| disclosure.told_name(r.source));
    match (script::subject(raised.duty), source) {
        (words, None) if words.contains("{source}") => script::subject(Duty::KeepInTouch).to_string(),
        (words, source) => words.replace("{source}", source.unwrap_or_default()),
    }
}

fn paragraph(disclosure: &Disclosure, raised: &Raised, asking: Option<&AskDraft>, tone: Tone) -> String {
    let asked = |person| request(disclosure, person, asking.unwrap_or(&AskDraft::default()), tone);
    match raised.duty.subject() {
        Subject::Book => String::new(),
        Subject::Ask => raised.person.map(asked).unwrap_or_default(),
        Subject::Person => promised::paragraph(disclosure.book(), raised, tone),
        Subject::Referral => about_referral(disclosure, raised, tone),
    }
}

fn about_referral(disclosure: &Disclosure, raised: &Raised, tone: Tone) -> String {
    let book = disclosure.book();
    let Some(referral) = raised.referral.and_then(|id| book.referral(id)) else { return String::new() };
    // Only the prospect may hear what is confidential; everyone else gets the neutral words.
    if !disclosure.tells_stage(referral) {
        return script::neutral(raised.duty).to_string();
    }
    let name = |id: PersonId| disclosure.told_name(id).unwrap_or_default();
    if raised.duty == Duty::ThankChain {
        let Some(next) = promised::may_be_named(disclosure, referral, raised) else {
            return script::neutral(raised.duty).to_string();
        };
        let won = raised.milestone == Some(Milestone::Won);
        let fruit = if won { "it has led to a sale" } else { "it has led me to somebody new" };
        let began = raised.person.is_some_and(|person| brought_by(book, person).is_none());
        let words = if began { script::paragraph(raised.duty, tone, news(referral)) } else { script::between(tone) };
        return words.replace("{next}", name(next)).replace("{fruit}", fruit);
    }
    script::paragraph(raised.duty, tone, news(referral))
        .replace("{promise}", &promise(book, referral))
        .replace("{prospect}", name(referral.prospect))
        .replace("{source}", name(referral.source))
}

/// The sentence that restates what was agreed and until when (R41); empty when nothing is on record.
pub fn promise(book: &Book, referral: &Referral) -> String {
    let ask = referral.ask.and_then(|id| book.ask(id));
    let action = referral.action.as_ref().or(ask.and_then(|a| a.action.as_ref()));
    let by = ask.and_then(|a| a.confirm_by);
    match (action, by) {
        (None, _) => String::new(),
        (Some(action), None) => format!(" As we said, you will {}.", script::promise(action)),
        (Some(action), Some(by)) => format!(" As we said, you will {} by {}.", script::promise(action), long_date(by)),
    }
}

fn news(referral: &Referral) -> ReferralNews {
    match referral {
        r if r.talked_on.is_some() => ReferralNews::Talking,
        r if r.followed_up_on.is_some() => ReferralNews::FollowedUp,
        r if r.introduced_on.is_some() => ReferralNews::Introduced,
        _ => ReferralNews::Waiting,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ask::{Ask, AskAction};
    use crate::domain::person::Name;
    use crate::domain::referral::Confidential;

    fn book(confidential: Confidential) -> Book {
        let mut book = Book::default();
        for (id, name) in [("p1", "Connie Alvarez"), ("p2", "Fred Ito")] {
            book.put(Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }.into());
        }
        let ask = Ask {
            id: "a1".parse().unwrap(),
            action: Some(AskAction::Email),
            confirm_by: "2026-11-27".parse().ok(),
            ..Ask::default()
        };
        book.put(
            Referral {
                id: "r1".parse().unwrap(),
                source: "p1".parse().unwrap(),
                prospect: "p2".parse().unwrap(),
                ask: Some(ask.id),
                confidential,
                ..Referral::default()
            }
            .into(),
        );
        book.put(ask.into());
        book
    }

    fn write(book: &Book, to: &str, duties: &[Duty], tone: Tone) -> String {
        let due = "2026-11-21".parse().unwrap();
        let to = to.parse().unwrap();
        let raised: Vec<Raised> =
            duties.iter().map(|duty| Raised { referral: "r1".parse().ok(), ..Raised::to(to, *duty, due) }).collect();
        letter(book, to, &raised, tone, "Ann").text("How was the regatta?")
    }

    #[test]
    fn r41_the_first_thank_you_restates_the_action_and_the_day() {
        assert_eq!(
            write(&book(Confidential::No), "p1", &[Duty::ThankAgreed], Tone::Brief),
            "Hi Connie,\n\nHow was the regatta?\n\nThank you for introducing me to Fred Ito. As we said, you will write \
             to them with me in copy by Friday 27 November.\n\nAnn"
        );
    }

    #[test]
    fn r42_the_follow_up_opens_with_the_source() {
        let text = write(&book(Confidential::No), "p2", &[Duty::FollowUp], Tone::Warm);
        assert!(text.starts_with("Dear Fred,\n\nHow was the regatta?\n\nConnie Alvarez thought"), "{text}");
    }

    #[test]
    fn several_duties_are_one_message_with_a_paragraph_each() {
        let text = write(&book(Confidential::No), "p1", &[Duty::ThankWon, Duty::ThankReport], Tone::Warm);
        assert!(text.contains("has said yes") && text.contains("have talked"), "{text}");
    }

    #[test]
    fn r63_a_confidential_referral_shows_nothing_to_its_source() {
        for duty in Duty::ALL.iter().copied() {
            if duty == Duty::FollowUp {
                continue;
            }
            for tone in Tone::ALL {
                let text = write(&book(Confidential::Whole), "p1", &[duty], tone);
                assert!(!text.contains("Fred") && !text.contains("Ito"), "{duty:?}: {text}");
                assert!(!text.contains("said yes") && !text.contains("talked"), "{duty:?}: {text}");
            }
        }
    }

    #[test]
    fn no_merge_field_is_left_in_any_message() {
        for duty in Duty::ALL.iter().copied() {
            for tone in Tone::ALL {
                let to = if duty == Duty::FollowUp { "p2" } else { "p1" };
                let text = write(&book(Confidential::No), to, &[duty], tone);
                assert!(!text.contains(['{', '}']), "{duty:?}: {text}");
            }
        }
    }
}
