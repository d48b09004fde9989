//! vCard 2.1, 3.0 and 4.0 as real programs write it, over the crate `vcard`, which cuts and unfolds the lines.
//!
//! A bad line costs the line, a bad card the card: the cards are told apart here, because the crate stops at the first
//! it cannot read.

mod card;
mod value;

use super::contacts::{Reading, Refused, Why};
use card::Card;
use vcard::tree::line::VcardLine;

/// Whether the text is one of cards.
pub fn is_vcard(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(20);
    lines.any(|line| mark(line) == Some(Mark::Begin))
}

/// Cards being read.
#[derive(Debug, Default)]
pub struct Cards {
    at: usize,
    lines: usize,
}

impl Cards {
    /// How many bytes of the text lie behind.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Reads so many more cards of the text; whether there may be others. It stops between two cards only.
    pub fn step(&mut self, text: &str, many: usize, reading: &mut Reading) -> bool {
        let most = many.saturating_add(reading.contacts.len() + reading.refused.len());
        let is_full = |reading: &Reading| reading.contacts.len() + reading.refused.len() >= most;
        let rest = text.get(self.at..).unwrap_or_default();
        let mut open: Option<Card> = None;
        let (mut begin, mut end) = (0, 0);
        for (number, line) in (self.lines + 1..).zip(rest.split_inclusive('\n')) {
            let start = end;
            end += line.len();
            let Some(mark) = mark(line) else { continue };
            if let Some(card) = &mut open {
                // Only now that the end is known: nothing can be folded into the marks.
                card.take(rest.get(begin..start).unwrap_or_default());
            }
            begin = end;
            match (mark, &mut open) {
                (Mark::Begin, Some(card)) if card.awaits_agent() => card.nest(),
                (Mark::Begin, _) => {
                    cut_short(reading, open.replace(Card::new(number)));
                    if is_full(reading) {
                        return self.rest_at(start, number - 1);
                    }
                }
                (Mark::End, Some(card)) if card.is_nested() => card.unnest(),
                (Mark::End, _) => {
                    finish(reading, open.take());
                    if is_full(reading) {
                        return self.rest_at(end, number);
                    }
                }
            }
        }
        if let Some(card) = &mut open {
            card.take(rest.get(begin..).unwrap_or_default());
        }
        cut_short(reading, open);
        self.at = text.len();
        false
    }

    /// The next step begins so many bytes further, behind so many lines.
    fn rest_at(&mut self, bytes: usize, lines: usize) -> bool {
        self.at += bytes;
        self.lines = lines;
        true
    }
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
