//! vCard 2.1, 3.0 and 4.0 as real programs write it, over the crate `vcard`, which cuts and unfolds the lines.
//!
//! A bad line costs the line, a bad card the card: the cards are told apart here, because the crate stops at the first
//! it cannot read.

mod card;
mod value;

use super::contacts::{Format, NotContacts, ROWS_MAX, Reading, Refused, Why};
use card::Card;
use vcard::tree::line::VcardLine;

/// Whether the text is one of cards.
pub fn is_vcard(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(20);
    lines.any(|line| mark(line) == Some(Mark::Begin))
}

/// Reads every card of a text.
///
/// # Errors
/// [`NotContacts`] when there are more than can be taken in, or none.
pub fn read(text: &str) -> Result<Reading, NotContacts> {
    let mut reading = Reading { format: Format::VCard, contacts: Vec::new(), refused: Vec::new() };
    let mut open: Option<Card> = None;
    let (mut begin, mut at) = (0, 0);
    for (number, line) in (1..).zip(text.split_inclusive('\n')) {
        at += line.len();
        let Some(mark) = mark(line) else { continue };
        if let Some(card) = &mut open {
            // Only now that the end is known: nothing can be folded into the marks.
            card.take(text.get(begin..at - line.len()).unwrap_or_default());
        }
        begin = at;
        match (mark, &mut open) {
            (Mark::Begin, Some(card)) if card.awaits_agent() => card.nest(),
            (Mark::Begin, _) => cut_short(&mut reading, open.replace(Card::new(number))),
            (Mark::End, Some(card)) if card.is_nested() => card.unnest(),
            (Mark::End, _) => finish(&mut reading, open.take()),
        }
        if reading.contacts.len() + reading.refused.len() > ROWS_MAX {
            return Err(NotContacts::TooMany);
        }
    }
    if let Some(card) = &mut open {
        card.take(text.get(begin..).unwrap_or_default());
    }
    cut_short(&mut reading, open);
    if reading.contacts.is_empty() && reading.refused.is_empty() { Err(NotContacts::Empty) } else { Ok(reading) }
}

fn cut_short(reading: &mut Reading, open: Option<Card>) {
    if let Some(card) = open {
        reading.refused.push(Refused::new(card.line(), &card.called(), Why::CutShort));
    }
}

fn finish(reading: &mut Reading, open: Option<Card>) {
    let Some(card) = open else { return };
    let (line, called) = (card.line(), card.called());
    match card.contact() {
        Ok(contact) => reading.contacts.push(contact),
        Err(why) => reading.refused.push(Refused::new(line, &called, why)),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Begin,
    End,
}

fn mark(line: &str) -> Option<Mark> {
    // What begins with a blank belongs to the line before it, whatever it says (RFC 6350 §3.2).
    let line = line.trim_end();
    if line.eq_ignore_ascii_case("BEGIN:VCARD") {
        Some(Mark::Begin)
    } else if line.eq_ignore_ascii_case("END:VCARD") {
        Some(Mark::End)
    } else {
        None
    }
}

/// The logical lines between two marks. What is no line of a card is passed over together with the lines folded into
/// it, so that no line is looked at twice.
struct Lines<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Lines<'a> {
    type Item = VcardLine<'a>;

    fn next(&mut self) -> Option<VcardLine<'a>> {
        loop {
            self.rest = self.rest.trim_start();
            if self.rest.is_empty() {
                return None;
            }
            match VcardLine::take(self.rest.as_bytes()) {
                Ok((line, after)) => {
                    self.rest = self.rest.get(self.rest.len() - after.len()..).unwrap_or_default();
                    return Some(line);
                }
                Err(_) => self.rest = after_bad(self.rest),
            }
        }
    }
}

fn after_bad(text: &str) -> &str {
    let mut length = text.find('\n').map_or(text.len(), |at| at + 1);
    while let Some(after) = text.get(length..).filter(|after| after.starts_with([' ', '\t'])) {
        length += after.find('\n').map_or(after.len(), |at| at + 1);
    }
    text.get(length..).unwrap_or_default()
}
