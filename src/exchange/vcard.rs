//! vCard 2.1, 3.0 and 4.0 as real programs write it, over the crate `vcard`, which cuts and unfolds the lines.
//!
//! A bad line costs the line, a bad card the card: the cards are told apart here, because the crate stops at the first
//! it cannot read.

mod back;
mod card;
mod uid;
mod value;

use super::contacts::{Reading, Refused, Why};
pub use back::handed_back;
use card::BegunCard;
use uid::Uids;
use vcard::tree::line::VcardLine;

/// Whether the text is one of cards.
pub fn is_vcard(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(20);
    lines.any(|line| mark(line) == Some(Mark::Begin))
}

/// Cards being read. Where some name others by their UID, all are looked through for those first.
#[derive(Debug, Default)]
pub struct Cards {
    sought: usize,
    has_references: bool,
    learning: CardWalk,
    uids: Uids,
    reading: CardWalk,
}

/// So many bytes are looked through for references in one step.
const BYTES: usize = 512 * 1024;

impl Cards {
    /// How many bytes of the text lie behind.
    pub fn at(&self) -> usize {
        self.reading.at
    }

    /// Reads so many more cards of the text; whether there may be others. It stops between two cards only.
    pub fn step(&mut self, text: &str, many: usize, reading: &mut Reading) -> bool {
        if self.sought < text.len() {
            self.seek(text);
            return true;
        }
        if self.has_references && self.learning.at < text.len() {
            let uids = &mut self.uids;
            self.learning.step(text, many, &mut |card, _, _| {
                let uid = card.uid();
                if let Ok(contact) = card.contact(&Uids::default()) {
                    uids.learn(&uid, contact);
                }
            });
            return true;
        }
        let uids = &self.uids;
        self.reading.step(text, many, &mut |card, is_whole, stood| {
            let (line, called) = (card.line(), card.called());
            match if is_whole { card.contact(uids) } else { Err(Why::CutShort) } {
                Ok(contact) => reading.contacts.push(contact),
                Err(why) => reading.refuse(Refused::new(line, &called, why), stood),
            }
        })
    }

    /// Looks whether a piece of the text names a card by its UID.
    fn seek(&mut self, text: &str) {
        let rest = text.get(self.sought..).unwrap_or_default();
        let most = rest.floor_char_boundary(BYTES);
        let line = rest.get(most..).and_then(|after| after.find('\n')).map_or(rest.len(), |at| most + at + 1);
        let piece = rest.get(..line).unwrap_or(rest);
        self.has_references |= piece.contains(uid::REFERENCE) || piece.contains("URN:UUID:");
        self.sought += piece.len();
    }
}

/// A walk from card to card.
#[derive(Debug, Default)]
struct CardWalk {
    at: usize,
    lines: usize,
}

/// Is given each card that ends, whether it is whole or cut short, and how it stands in the text.
type Each<'a> = &'a mut dyn FnMut(BegunCard, bool, &str);

impl CardWalk {
    /// Goes so many cards further; whether there may be others.
    fn step(&mut self, text: &str, many: usize, each: Each<'_>) -> bool {
        let rest = text.get(self.at..).unwrap_or_default();
        let mut open: Option<BegunCard> = None;
        let (mut from, mut begin, mut end, mut ended) = (0, 0, 0, 0);
        for (number, line) in (self.lines + 1..).zip(rest.split_inclusive('\n')) {
            let start = end;
            end += line.len();
            let Some(mark) = mark(line) else { continue };
            if let Some(card) = &mut open {
                // Only now that the end is known: nothing can be folded into the marks.
                card.take(rest.get(begin..start).unwrap_or_default());
            }
            begin = end;
            let (closed, next) = match (mark, &mut open) {
                (Mark::Begin, Some(card)) if card.awaits_agent() => {
                    card.nest();
                    continue;
                }
                (Mark::Begin, _) => {
                    let cut = open.replace(BegunCard::new(number)).map(|card| (card, false, from..start));
                    from = start;
                    (cut, (start, number - 1))
                }
                (Mark::End, Some(card)) if card.is_nested() => {
                    card.unnest();
                    continue;
                }
                (Mark::End, _) => (open.take().map(|card| (card, true, from..end)), (end, number)),
            };
            if let Some((card, is_whole, place)) = closed {
                each(card, is_whole, rest.get(place).unwrap_or_default());
                ended += 1;
                if ended >= many || end > BYTES {
                    (self.at, self.lines) = (self.at + next.0, next.1);
                    return true;
                }
            }
        }
        if let Some(mut card) = open {
            card.take(rest.get(begin..).unwrap_or_default());
            each(card, false, rest.get(from..).unwrap_or_default());
        }
        self.at = text.len();
        false
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
struct CardLines<'a> {
    rest: &'a str,
}

impl<'a> Iterator for CardLines<'a> {
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
