//! Channels: the link that opens the mail program, the text message or the phone with the words in it.

use crate::domain::country::dial_string;
use crate::domain::draft::is_email;

/// How a message goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Channel {
    /// By e-mail.
    Email,
    /// By text message.
    Text,
    /// By phone: the words are what to say.
    Call,
    /// Copied, to be pasted anywhere.
    Copy,
    /// Handed to whatever the device shares with, where the browser can.
    Share,
}

impl Channel {
    /// Every channel, in the order the screen offers them.
    pub const ALL: [Channel; 5] = [Channel::Email, Channel::Text, Channel::Call, Channel::Copy, Channel::Share];

    /// The channels of this device (R25).
    pub fn offered(can_share: bool) -> impl Iterator<Item = Channel> {
        Channel::ALL.into_iter().filter(move |channel| can_share || *channel != Channel::Share)
    }

    /// The label on the screen.
    pub fn label(self) -> &'static str {
        match self {
            Channel::Email => "E-mail",
            Channel::Text => "Text",
            Channel::Call => "Call",
            Channel::Copy => "Copy",
            Channel::Share => "Share",
        }
    }
}

/// The longest link that mail programs and phones were seen to take whole, in characters.
pub const LINK_MAX: usize = 2_000;

/// Why a message cannot be opened in a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoLink {
    /// The address is not one.
    BadAddress,
    /// The text does not fit into a link.
    TooLong,
}

impl std::fmt::Display for NoLink {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            NoLink::BadAddress => "This address cannot be used. Correct it, or copy the words.",
            NoLink::TooLong => "This is too long to hand over to another program. Copy the words instead.",
        })
    }
}

impl std::error::Error for NoLink {}

/// A `mailto:` link (RFC 6068): everything percent-encoded, line breaks as CR LF, no line break in the address.
///
/// # Errors
/// [`NoLink`] when the address is none, or the link is longer than [`LINK_MAX`].
pub fn mailto(to: &str, subject: &str, body: &str) -> Result<String, NoLink> {
    mailto_with_copy(to, "", subject, body)
}

/// Like `mailto`, with one more address in copy, unless it is empty (R68).
///
/// # Errors
/// As [`mailto`], of either address.
pub fn mailto_with_copy(to: &str, copy: &str, subject: &str, body: &str) -> Result<String, NoLink> {
    if !is_email(to) || !(copy.is_empty() || is_email(copy)) {
        return Err(NoLink::BadAddress);
    }
    // An address keeps its one `@`; everything else that could begin a header or another address is encoded.
    let address = |text: &str| encode(text).replacen("%40", "@", 1);
    let copy = if copy.is_empty() { String::new() } else { format!("cc={}&", address(copy)) };
    let (to, body) = (address(to), encode(&body.replace('\n', "\r\n")));
    within(format!("mailto:{to}?{copy}subject={}&body={body}", encode(subject)))
}

/// An `sms:` link with the text in it (RFC 5724, `body` as phones read it).
///
/// # Errors
/// [`NoLink`] when the number has no digit, or the link is longer than [`LINK_MAX`].
pub fn sms(number: &str, body: &str) -> Result<String, NoLink> {
    let number = dial_string(number).ok_or(NoLink::BadAddress)?;
    within(format!("sms:{number}?&body={}", encode(body)))
}

/// A `tel:` link (RFC 3966): a leading `+` and digits only.
///
/// # Errors
/// [`NoLink::BadAddress`] when the number has no digit.
pub fn tel(number: &str) -> Result<String, NoLink> {
    dial_string(number).map(|number| format!("tel:{number}")).ok_or(NoLink::BadAddress)
}

fn within(link: String) -> Result<String, NoLink> {
    if link.len() <= LINK_MAX { Ok(link) } else { Err(NoLink::TooLong) }
}

fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            b if b.is_ascii_alphanumeric() => out.push(char::from(b)),
            b => out.push_str(&format!("%{b:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r68_a_second_address_is_in_copy_and_brings_nothing_else_in() {
        let link = mailto_with_copy("a@x.example", "b@y.example", "Hi", "Meet").unwrap();
        assert_eq!(link, "mailto:a@x.example?cc=b@y.example&subject=Hi&body=Meet");
        let sly = mailto_with_copy("a@x.example", "b@y.example?bcc=c%40z", "Hi", "").unwrap();
        assert!(!sly.contains("bcc=") && sly.contains("%3Fbcc%3D"), "{sly}");
        assert!(mailto_with_copy("a@x.example", "b", "", "").is_err());
        assert!(mailto_with_copy("a@x.example", "b@y.example,c@z.example", "", "").is_err());
    }

    #[test]
    fn a_mail_link_carries_the_words_and_nothing_else() {
        assert_eq!(
            mailto("fred@acme.com", "Thank you & more", "Dear Élise,\nyes?"),
            Ok("mailto:fred@acme.com?subject=Thank%20you%20%26%20more&body=Dear%20%C3%89lise%2C%0D%0Ayes%3F".into())
        );
    }

    #[test]
    fn an_address_cannot_smuggle_a_header_in() {
        assert_eq!(mailto("a@b.c\r\nBcc: x@y.z", "", ""), Err(NoLink::BadAddress));
        assert_eq!(mailto("a@b.c?bcc=x", "", ""), Ok("mailto:a@b.c%3Fbcc%3Dx?subject=&body=".into()));
        assert_eq!(mailto("no address", "", ""), Err(NoLink::BadAddress));
    }

    #[test]
    fn a_number_keeps_its_plus_and_digits() {
        assert_eq!(tel(" +1 (555) 010-1"), Ok("tel:+15550101".into()));
        assert_eq!(tel("javascript:alert(1)"), Ok("tel:1".into()));
        assert_eq!(tel("none"), Err(NoLink::BadAddress));
        assert_eq!(tel("+44 (0)20 7946 0101 ext. 22"), Ok("tel:+442079460101".into()));
        assert_eq!(sms("555-0101", "Hi & bye"), Ok("sms:5550101?&body=Hi%20%26%20bye".into()));
    }

    #[test]
    fn a_message_too_long_for_a_link_is_copied_instead() {
        assert_eq!(mailto("a@b.c", "", &"é".repeat(400)), Err(NoLink::TooLong));
    }
}
