//! Lines as vCard and iCalendar have them: values escaped, long lines folded.
//!
//! The crate `vcard` writes its lines unfolded, and with it comes its whole model of properties; what is written here is a
//! page.

/// The most octets of a line, without its end (RFC 6350 §3.2, RFC 5545 §3.1).
const LINE_MAX: usize = 75;

/// A text as a value (RFC 6350 §3.4, RFC 2426 §5, RFC 5545 §3.3.11): what would end the value, the line or the entry says
/// no more than itself.
pub fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => value.push_str("\\n"),
            '\t' => value.push(c),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// Adds a line, folded so that no part has more than 75 octets and no letter is torn.
pub fn fold(text: &mut String, line: &str) {
    let mut room = LINE_MAX;
    for c in line.chars() {
        if c.len_utf8() > room {
            text.push_str("\r\n ");
            room = LINE_MAX - 1;
        }
        room -= c.len_utf8();
        text.push(c);
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_would_end_a_value_or_a_line_is_escaped_and_what_cannot_be_seen_is_left_out() {
        for (text, value) in [
            ("a;b,c\\d", "a\\;b\\,c\\\\d"),
            ("a\r\nb\nc\u{2028}d", "a\\nb\\nc\\nd"),
            ("a\u{0}b\u{7}\r\tc", "ab\tc"),
            ("x\r\nEND:VCARD", "x\\nEND:VCARD"),
        ] {
            assert_eq!(escaped(text), value);
        }
    }

    proptest! {
        #[test]
        fn a_folded_line_has_short_parts_and_unfolds_to_itself(line in "[ -~é漢😀\t]{0,300}") {
            let mut text = String::new();
            fold(&mut text, &line);
            let parts: Vec<&str> = text.strip_suffix("\r\n").unwrap().split("\r\n").collect();
            prop_assert!(parts.iter().all(|part| part.len() <= 75));
            prop_assert_eq!(parts.join("\r\n").replace("\r\n ", ""), line);
        }
    }
}
