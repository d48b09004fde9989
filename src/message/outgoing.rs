//! A message about to go out: what is in its fields, and the link that opens it in its channel.

use super::channel::{Channel, mailto_with_copy, sms, tel};
use super::letter::Letter;
use super::merge::{ChosenParts, all_filled};
use super::playbook::proof_words;
use super::script::Tone;
use crate::domain::book::Book;
use crate::domain::draft::{Problems, is_email};
use crate::domain::fields::fields;
use crate::domain::fold::digits;
use crate::domain::id::{Id, PersonId, ScriptId};
use crate::domain::touch::TouchKind;
use crate::rules::disclosure::Disclosure;
use crate::rules::today_rows::THE_NEED;
use serde::Serialize;

/// The question what somebody needs (R66).
const WHAT_THEY_NEED: &str =
    "Is there anybody you would like to meet just now, or anything you are looking for? I may know someone.";

fields! {
    /// What stands in the fields of the composer.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Outgoing {
        /// The channel's label.
        pub channel: String,
        /// The tone's label.
        pub tone: String,
        /// The script of one's own; its id, or empty.
        pub script: String,
        /// The result to tell, or the referral whose story is; its id, or empty.
        pub result: String,
        /// The ideal client it is about; its id, or empty.
        pub ideal_client: String,
        /// The address or number, where it was typed here.
        pub to: Option<String>,
        /// The subject, where it was typed here.
        pub subject: Option<String>,
        /// The line only the person could write.
        pub own_line: String,
        /// The message, where it was edited here.
        pub message: Option<String>,
    }
}

impl Outgoing {
    /// What the composer begins with: the tone for this person (R3), and the script it was opened by, if it was (R25); or
    /// the question what they need (R66).
    pub fn by(book: &Book, to: PersonId, by: Option<Id>) -> Outgoing {
        let tone = book.person(to).map(Tone::towards).unwrap_or_default().label().to_string();
        let script = by.and_then(|id| book.script(ScriptId(id))).map(|script| script.id.to_string());
        let asks_need = by.is_some_and(|id| id.as_str() == THE_NEED);
        let own_line = if asks_need { WHAT_THEY_NEED.to_string() } else { String::new() };
        Outgoing { tone, script: script.unwrap_or_default(), own_line, ..Outgoing::default() }
    }

    /// The channel chosen; e-mail, or text where there is only a number.
    pub fn channel(&self, letter: &Letter) -> Channel {
        let chosen = Channel::ALL.into_iter().find(|c| c.label() == self.channel);
        chosen.unwrap_or(match (letter.email.is_empty(), letter.phone.is_empty()) {
            (false, _) => Channel::Email,
            (true, false) => Channel::Text,
            (true, true) => Channel::Copy,
        })
    }

    /// The tone chosen.
    pub fn tone(&self) -> Tone {
        Tone::ALL.into_iter().find(|t| t.label() == self.tone).unwrap_or_default()
    }

    /// What it is said with.
    pub fn chosen(&self) -> ChosenParts {
        ChosenParts {
            script: self.script.parse().ok(),
            result: Id::parse(&self.result).ok(),
            ideal_client: self.ideal_client.parse().ok(),
        }
    }

    /// What stands in the choice of script: the id of one's own, or the label of the tone.
    pub fn said_with(&self) -> &str {
        if self.script.is_empty() { self.tone().label() } else { &self.script }
    }

    /// Takes a choice of script: the label of a tone, or the id of one of one's own. The words written over those go (R25).
    pub fn say_it_with(&mut self, choice: String) {
        if Tone::ALL.iter().any(|tone| tone.label() == choice) {
            (self.tone, self.script) = (choice, String::new());
        } else {
            self.script = choice;
        }
        self.message = None;
    }

    /// Takes a choice of result or story; where the message was written here, its words come at the end (R23).
    pub fn tell(&mut self, result: String, book: &Book, to: PersonId) {
        let disclosure = Disclosure::to(book, to);
        let words = Id::parse(&result).ok().and_then(|id| proof_words(&disclosure, id));
        if let (Some(message), Some(words)) = (&mut self.message, words) {
            message.push_str(&format!("\n\n{words}"));
        }
        self.result = result;
    }

    /// The address or number it goes to.
    pub fn to(&self, letter: &Letter) -> String {
        self.to.clone().unwrap_or_else(|| match self.channel(letter) {
            Channel::Email => letter.email.clone(),
            Channel::Text | Channel::Call => letter.phone.clone(),
            Channel::Copy | Channel::Share => String::new(),
        })
    }

    /// The subject.
    pub fn subject(&self, letter: &Letter) -> String {
        self.subject.clone().unwrap_or_else(|| letter.subject.clone())
    }

    /// The message without the own line, as it stands in its field.
    pub fn message(&self, letter: &Letter) -> String {
        self.message.clone().unwrap_or_else(|| letter.body.clone())
    }

    /// The whole text that goes out.
    pub fn text(&self, letter: &Letter) -> String {
        Letter { body: self.message(letter), ..letter.clone() }.text(&self.own_line)
    }

    /// The kind of touch it makes when it is sent.
    pub fn kind(&self, letter: &Letter) -> TouchKind {
        match self.channel(letter) {
            Channel::Email | Channel::Copy => TouchKind::Email,
            Channel::Text | Channel::Share => TouchKind::Text,
            Channel::Call => TouchKind::Call,
        }
    }

    /// The link that opens it in its channel; `None` to copy or share it.
    ///
    /// # Errors
    /// The problems, field by field: no address, no line of one's own (R11), a merge field that is not filled in (R25),
    /// too long for a link.
    pub fn link(&self, letter: &Letter) -> Result<Option<String>, Problems> {
        let mut wrong = Problems::default();
        let channel = self.channel(letter);
        let to = self.to(letter);
        if self.own_line.trim().is_empty() && channel != Channel::Call {
            wrong.add("own_line", "Write one line only you could write: it is what makes it personal.");
        }
        match channel {
            Channel::Email if !is_email(&to) => {
                wrong.add("to", "There is no e-mail address yet. Write it here, or choose another way.");
            }
            Channel::Text | Channel::Call if digits(&to).is_empty() => {
                wrong.add("to", "There is no phone number yet. Write it here, or choose another way.");
            }
            _ => {}
        }
        if channel != Channel::Call {
            wrong.take("message", all_filled(&self.message(letter)));
        }
        if channel == Channel::Email {
            wrong.take("subject", all_filled(&self.subject(letter)));
        }
        wrong.or(())?;
        let link = match channel {
            Channel::Email => mailto_with_copy(&to, &letter.copy, &self.subject(letter), &self.text(letter)),
            Channel::Text => sms(&to, &self.text(letter)),
            Channel::Call => tel(&to),
            Channel::Copy | Channel::Share => return Ok(None),
        };
        link.map(Some).map_err(|why| Problems::one("message", why))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            email: "connie@example.com".into(),
            phone: "555-0101".into(),
            subject: "Thank you".into(),
            greeting: "Dear Connie,".into(),
            body: "Thank you.".into(),
            signature: "Ann".into(),
            ..Letter::default()
        }
    }

    #[test]
    fn r11_a_message_needs_a_line_of_ones_own() {
        let wrong = Outgoing::default().link(&letter()).unwrap_err();
        assert!(wrong.of("own_line").is_some());
        let call = Outgoing { channel: "Call".into(), ..Outgoing::default() };
        assert_eq!(call.link(&letter()), Ok(Some("tel:5550101".into())));
    }

    #[test]
    fn r25_the_edited_text_goes_out_by_the_chosen_channel() {
        let typed = Outgoing { own_line: "How was it?".into(), message: Some("Thanks!".into()), ..Outgoing::default() };
        let link = typed.link(&letter()).unwrap().unwrap();
        assert!(link.starts_with("mailto:connie@example.com?subject=Thank%20you&body=Dear%20Connie%2C"), "{link}");
        assert_eq!(typed.text(&letter()), "Dear Connie,\n\nHow was it?\n\nThanks!\n\nAnn");
        let copied = Outgoing { channel: "Copy".into(), ..typed };
        assert_eq!(copied.link(&letter()), Ok(None));
    }

    #[test]
    fn without_an_address_it_says_so_at_the_field() {
        let nobody = Letter { email: String::new(), phone: String::new(), ..letter() };
        let typed = Outgoing { own_line: "Hi".into(), channel: "E-mail".into(), ..Outgoing::default() };
        assert!(typed.link(&nobody).unwrap_err().of("to").is_some());
        assert_eq!(Outgoing::default().channel(&nobody), Channel::Copy);
    }

    #[test]
    fn r25_a_merge_field_that_is_not_filled_in_keeps_a_message_from_going_out() {
        let letter = Letter { body: "Is {target} well?".into(), ..letter() };
        let typed = Outgoing { own_line: "Hi".into(), ..Outgoing::default() };
        assert!(typed.link(&letter).unwrap_err().of("message").is_some_and(|why| why.starts_with("{target}")));
        let filled = Outgoing { message: Some("Is Naomi well?".into()), ..typed.clone() };
        assert!(filled.link(&letter).is_ok());
        let subject = Outgoing { subject: Some("{first}".into()), ..filled };
        assert!(subject.link(&letter).unwrap_err().of("subject").is_some());
        let call = Outgoing { channel: "Call".into(), ..typed };
        assert!(call.link(&letter).is_ok(), "what is said aloud is filled in while saying it");
    }

    #[test]
    fn r25_a_tone_or_a_script_of_ones_own_is_chosen_and_a_shared_message_has_no_link() {
        let mut typed = Outgoing { message: Some("Mine".into()), ..Outgoing::default() };
        typed.say_it_with("s1".into());
        assert_eq!((typed.chosen().script, typed.message.is_none()), ("s1".parse().ok(), true));
        typed.say_it_with("Brief".into());
        assert_eq!((typed.tone(), typed.chosen().script), (Tone::Brief, None));
        let shared = Outgoing { own_line: "Hi".into(), channel: "Share".into(), ..typed };
        assert_eq!(shared.link(&letter()), Ok(None));
    }

    #[test]
    fn r23_a_result_comes_at_the_end_of_what_was_written() {
        let mut book = Book::default();
        let (id, after): (crate::domain::id::ResultId, _) = ("x1".parse().unwrap(), "4 days".to_string());
        book.put(crate::domain::result::ResultStory { id, after, ..Default::default() }.into());
        let mut typed = Outgoing { message: Some("Thanks.".into()), ..Outgoing::default() };
        typed.tell("x1".into(), &book, PersonId::default());
        assert_eq!(typed.message.as_deref(), Some("Thanks.\n\nWhat it came to for a client of mine: 4 days."));
        assert_eq!(typed.chosen().result, Some(id.0));
    }
}
