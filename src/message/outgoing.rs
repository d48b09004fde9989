//! A message about to go out: what is in its fields, and the link that opens it in its channel.

use super::channel::{Channel, mailto, sms, tel};
use super::letter::Letter;
use super::script::Tone;
use crate::domain::draft::{Problems, is_email};
use crate::domain::fields::fields;
use crate::domain::touch::TouchKind;
use serde::Serialize;

fields! {
    /// What stands in the fields of the composer.
    #[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
    pub struct Outgoing {
        /// The channel's label.
        pub channel: String,
        /// The tone's label.
        pub tone: String,
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

    /// The address or number it goes to.
    pub fn to(&self, letter: &Letter) -> String {
        self.to.clone().unwrap_or_else(|| match self.channel(letter) {
            Channel::Email => letter.email.clone(),
            Channel::Text | Channel::Call => letter.phone.clone(),
            Channel::Copy => String::new(),
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
            Channel::Text => TouchKind::Text,
            Channel::Call => TouchKind::Call,
        }
    }

    /// The link that opens it in its channel; `None` to copy it.
    ///
    /// # Errors
    /// The problems, field by field: no address, no line of one's own (R11), too long for a link.
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
            Channel::Text | Channel::Call if !to.bytes().any(|b| b.is_ascii_digit()) => {
                wrong.add("to", "There is no phone number yet. Write it here, or choose another way.");
            }
            _ => {}
        }
        wrong.or(())?;
        let link = match channel {
            Channel::Email => mailto(&to, &self.subject(letter), &self.text(letter)),
            Channel::Text => sms(&to, &self.text(letter)),
            Channel::Call => tel(&to),
            Channel::Copy => return Ok(None),
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
}
