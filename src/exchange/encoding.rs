//! Bytes become text, whatever program wrote them: UTF-8, UTF-16 with its mark, or Windows-1252. It never fails.

use std::borrow::Cow;

/// The characters of Windows-1252 from 0x80 to 0x9f; the five without a meaning stay as the control characters of
/// Latin-1, as in the WHATWG Encoding Standard, "index windows-1252".
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte order mark as a character.
const MARK: char = '\u{feff}';

/// So many bytes are looked at to tell how a file is written.
const SEEN: usize = 2_000;

/// The text of these bytes, without byte order marks and without NUL characters.
///
/// Where a file is not UTF-8 the choice is made line by line, because programs of different ages append to one file:
/// the lines that are UTF-8 are read as such, the others as Windows-1252.
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        _ => match (order(bytes), std::str::from_utf8(bytes)) {
            (Some(read), _) => utf_16(bytes, read),
            (None, Ok(text)) => Cow::Borrowed(text),
            (None, Err(_)) => bytes.split_inclusive(|b| *b == b'\n').map(line).collect::<String>().into(),
        },
    };
    // A mark stands again in the middle where two files were put one behind the other.
    if text.contains(['\0', MARK]) { Cow::Owned(text.replace(['\0', MARK], "")) } else { text }
}

/// How bytes are read that are UTF-16 without its mark: every other one of the first is zero.
fn order(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let start = bytes.get(..SEEN).unwrap_or(bytes);
    let zeros = |first: usize| start.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), start.len() / 2);
    match () {
        () if pairs < 8 => None,
        () if odd * 2 > pairs && even * 8 < pairs => Some(u16::from_le_bytes),
        () if even * 2 > pairs && odd * 8 < pairs => Some(u16::from_be_bytes),
        () => None,
    }
}

fn line(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => bytes.iter().map(|b| windows_1252(*b)).collect(),
    }
}

fn windows_1252(byte: u8) -> char {
    let high = usize::from(byte).checked_sub(0x80).and_then(|n| HIGH.get(n));
    high.copied().unwrap_or(char::from(byte))
}

/// A half of a pair that stands alone becomes U+FFFD; a last odd byte is dropped.
fn utf_16(bytes: &[u8], read: fn([u8; 2]) -> u16) -> Cow<'static, str> {
    let units = bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(read);
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(text(bytes), expected, "{bytes:?}");
    }

    #[test]
    fn bytes_are_read_as_the_program_meant_them() {
        for (bytes, expected) in [
            (&b"plain"[..], "plain"),
            ("Élise 田中".as_bytes(), "Élise 田中"),
            (b"\xef\xbb\xbfwith a mark", "with a mark"),
            (b"\xff\xfe\xc9\x00l\x00", "Él"),
            (b"\xfe\xff\x00\xc9\x00l", "Él"),
            (b"\xff\xfe\x3d\xd8\x00\xde", "😀"),
            (b"\xff\xfe\x3d\xd8l\x00", "\u{fffd}l"),
            (b"Soci\xe9t\xe9 \x80 5 \x96 \x81", "Société € 5 – \u{81}"),
            (b"Soci\xe9t\xe9\nMus\xc3\xa9e\n", "Société\nMusée\n"),
            (b"a\0b", "ab"),
            (b"", ""),
            (b"\xff\xfe", ""),
        ] {
            check(bytes, expected);
        }
    }

    #[test]
    fn utf_16_is_known_without_its_mark() {
        let text = "Name,Email\nÉlise,e@x.example\n田中,t@x.example\n";
        let units: Vec<u16> = text.encode_utf16().collect();
        check(&units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<_>>(), text);
        check(&units.iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<_>>(), text);
        check(b"a\0b\0,c\0\0\0\0\0\0\0\0\0\0\0\0\0", "ab,c");
    }

    proptest! {
        #[test]
        fn any_bytes_are_some_text(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(!text(&bytes).contains('\0'));
        }

        #[test]
        fn utf_8_stays_as_it_is(words in "[^\\x00\u{feff}]{0,60}") {
            prop_assert_eq!(text(words.as_bytes()), words.as_str());
        }
    }
}
