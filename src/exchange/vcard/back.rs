//! A card that could not be read, handed back: as it stood, with the reason in a property of its own, and whole, so that no
//! card behind it is swallowed.

use super::{Mark, mark};
use crate::exchange::content_line::{escaped, fold};

/// The property with the reason. Whoever does not know it passes it over (RFC 6350 §6.10).
const PROPERTY: &str = "X-KITH-NOT-READ";

/// A card as it stood, with this reason. A card that is cut ends with its last whole line.
pub fn handed_back(card: &str, is_cut: bool, reason: &str) -> String {
    let last = if is_cut { card.rfind('\n').map_or(0, |at| at + 1) } else { card.len() };
    let (mut text, mut open, mut is_old) = (String::new(), 0_usize, false);
    for line in card.get(..last).unwrap_or_default().lines() {
        // What was handed back once before has a reason already; what is folded into it goes with it.
        is_old = line.starts_with(PROPERTY) || is_old && line.starts_with([' ', '\t']);
        if is_old {
            continue;
        }
        text.push_str(line);
        text.push_str("\r\n");
        match mark(line) {
            Some(Mark::Begin) if text.len() == line.len() + 2 => {
                fold(&mut text, &format!("{PROPERTY}:{}", escaped(reason)));
                open += 1;
            }
            Some(Mark::Begin) => open += 1,
            Some(Mark::End) => open = open.saturating_sub(1),
            None => {}
        }
    }
    text.push_str(&"END:VCARD\r\n".repeat(open));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(card: &str, is_cut: bool, expected: &str) {
        let (card, expected) = (card.replace('\n', "\r\n"), expected.replace('\n', "\r\n"));
        assert_eq!(handed_back(&card, is_cut, "Row 7: no name, or so."), expected);
    }

    #[test]
    fn a_card_is_handed_back_as_it_stood_and_whole_with_its_reason() {
        let reason = "X-KITH-NOT-READ:Row 7: no name\\, or so.";
        check(
            "BEGIN:VCARD\nNOTE:a\n b\nEND:VCARD\n",
            false,
            &format!("BEGIN:VCARD\n{reason}\nNOTE:a\n b\nEND:VCARD\n"),
        );
        check("BEGIN:VCARD\nFN:Cut", false, &format!("BEGIN:VCARD\n{reason}\nFN:Cut\nEND:VCARD\n"));
        check("BEGIN:VCARD\nFN:Ann\nPHOTO:abc", true, &format!("BEGIN:VCARD\n{reason}\nFN:Ann\nEND:VCARD\n"));
        check(
            "BEGIN:VCARD\nAGENT:\nBEGIN:VCARD\nFN:In\n",
            false,
            &format!("BEGIN:VCARD\n{reason}\nAGENT:\nBEGIN:VCARD\nFN:In\nEND:VCARD\nEND:VCARD\n"),
        );
    }

    #[test]
    fn a_card_that_is_handed_back_again_has_one_reason() {
        let once = handed_back("BEGIN:VCARD\r\nNOTE:x\r\nEND:VCARD\r\n", false, &"a long reason ".repeat(9));
        let twice = handed_back(&once, false, "another");
        assert_eq!(twice, "BEGIN:VCARD\r\nX-KITH-NOT-READ:another\r\nNOTE:x\r\nEND:VCARD\r\n");
    }
}
