//! Bytes become text, whatever program wrote them: UTF-8, UTF-16 with its mark, or Windows-1252. It never fails.

use std::borrow::Cow;
use std::sync::Arc;

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
/// So many bytes become text at once; a line of more is read as if it ended here.
const PIECE: usize = 128 * 1024;

/// The text of these bytes, without byte order marks and without NUL characters.
///
/// Where a file is not UTF-8 the choice is made line by line, because programs of different ages append to one file:
/// the lines that are UTF-8 are read as such, the others as Windows-1252.
pub fn text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    let mut way = Decoding::of(bytes);
    while way.step(bytes, &mut text) {}
    text
}

/// The text of the first piece alone.
pub fn start(bytes: &[u8]) -> String {
    let mut text = String::new();
    Decoding::of(bytes).step(bytes, &mut text);
    text
}

/// Bytes that become text a piece at a time.
#[derive(Debug)]
pub struct Decoder {
    bytes: Arc<Vec<u8>>,
    way: Decoding,
    /// Whether its lines end as those of old Macs; known once the first piece is read.
    is_old_mac: Option<bool>,
}

impl Decoder {
    /// Of these bytes; how they are written is found out by how they begin.
    pub fn of(bytes: Arc<Vec<u8>>) -> Decoder {
        let way = Decoding::of(&bytes);
        Decoder { bytes, way, is_old_mac: None }
    }

    /// Adds the next piece, its lines ended as everywhere; whether there are others.
    pub fn step(&mut self, text: &mut String) -> bool {
        let from = text.len();
        let more = self.way.step(&self.bytes, text);
        let piece = text.get(from..).unwrap_or_default();
        if *self.is_old_mac.get_or_insert_with(|| piece.contains('\r') && !piece.contains('\n')) {
            let mended = piece.replace('\r', "\n");
            text.truncate(from);
            text.push_str(&mended);
        }
        more
    }

    /// How much of the bytes lies behind, in hundredths.
    pub fn percent(&self) -> usize {
        hundredths(self.way.at, self.bytes.len())
    }
}

/// How much so many bytes are of all, in hundredths. Where an address has 32 bits, a hundred times 50 MB is past counting.
pub fn hundredths(some: usize, all: usize) -> usize {
    usize::try_from(some as u128 * 100 / all.max(1) as u128).unwrap_or(100)
}

/// How two bytes make a unit of UTF-16.
type Unit = fn([u8; 2]) -> u16;

/// How far bytes are read, and how.
#[derive(Debug)]
struct Decoding {
    at: usize,
    /// How two bytes make a unit of UTF-16, where it is that.
    units: Option<Unit>,
}

impl Decoding {
    fn of(bytes: &[u8]) -> Decoding {
        let (at, units): (usize, Option<Unit>) = match bytes {
            [0xff, 0xfe, ..] => (2, Some(u16::from_le_bytes)),
            [0xfe, 0xff, ..] => (2, Some(u16::from_be_bytes)),
            [0xef, 0xbb, 0xbf, ..] => (3, None),
            _ => (0, order(bytes)),
        };
        Decoding { at, units }
    }

    /// Adds the next piece of these bytes to the text; whether there are others.
    fn step(&mut self, bytes: &[u8], text: &mut String) -> bool {
        let rest = bytes.get(self.at..).unwrap_or_default();
        let length = if self.units.is_some() { whole_units(rest, self.units) } else { whole_lines(rest) };
        let piece = rest.get(..length).unwrap_or_default();
        let read = match self.units {
            Some(unit) => Cow::Owned(utf_16(piece, unit)),
            None => match std::str::from_utf8(piece) {
                Ok(text) => Cow::Borrowed(text),
                Err(_) => piece.split_inclusive(|b| *b == b'\n').map(line).collect::<String>().into(),
            },
        };
        // A mark stands again in the middle where two files were put one behind the other.
        if read.bytes().any(|byte| byte == 0 || byte == 0xef) {
            text.extend(read.chars().filter(|c| !matches!(*c, '\0' | MARK)));
        } else {
            text.push_str(&read);
        }
        self.at += length;
        self.at < bytes.len() && length > 0
    }
}

/// How many of these bytes are the next piece: it ends with a line; a line of more ends with a character.
fn whole_lines(rest: &[u8]) -> usize {
    let Some(piece) = rest.get(..PIECE).filter(|_| rest.len() > PIECE) else { return rest.len() };
    let last_line = || piece.iter().rposition(|byte| *byte == b'\n').map(|at| at + 1);
    let is_inside = |at: usize| rest.get(at).is_some_and(|byte| byte & 0xc0 == 0x80);
    let last_letter = || (PIECE - 3..=PIECE).rev().find(|at| !is_inside(*at));
    last_line().or_else(last_letter).unwrap_or(PIECE)
}

/// Like `whole_lines`, where two bytes are a unit: a pair of halves is not cut in two.
fn whole_units(rest: &[u8], units: Option<Unit>) -> usize {
    if rest.len() <= PIECE {
        return rest.len();
    }
    let last = rest.get(PIECE - 2..PIECE).and_then(|pair| <[u8; 2]>::try_from(pair).ok()).zip(units);
    let is_half = last.is_some_and(|(pair, unit)| (0xd800..0xdc00).contains(&unit(pair)));
    if is_half { PIECE - 2 } else { PIECE }
}

/// How bytes are read that are UTF-16 without its mark: every other one of the first is zero.
fn order(bytes: &[u8]) -> Option<Unit> {
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
fn utf_16(bytes: &[u8], read: Unit) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok()).map(read);
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
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
    fn how_far_a_file_is_read_is_told_however_large_it_is() {
        for (some, all, expected) in [(0, 0, 0), (1, 3, 33), (7, 7, 100), (usize::MAX / 2, usize::MAX, 49)] {
            assert_eq!(hundredths(some, all), expected, "{some} of {all}");
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

    /// Returns one text in the encodings of files, each longer than a piece.
    fn in_each(text: &str) -> [Vec<u8>; 4] {
        let units: Vec<u16> = text.encode_utf16().collect();
        let little = units.iter().flat_map(|unit| unit.to_le_bytes());
        let big = units.iter().flat_map(|unit| unit.to_be_bytes());
        [
            text.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            [0xff, 0xfe].into_iter().chain(little).collect(),
            [0xfe, 0xff].into_iter().chain(big).collect(),
        ]
    }

    #[test]
    fn no_letter_is_torn_where_one_piece_ends_and_the_next_begins() {
        // Letters of one to four bytes, in lines and in one line without end, moved on by a byte at a time.
        let letters = ["a", "é", "田", "😀", "\n"];
        for ends in [7, usize::MAX] {
            for shift in 0..5 {
                let many = (0..PIECE).map(|n| if n % ends == ends - 1 { "\n" } else { letters[n % 4] });
                let text: String = "x".repeat(shift + 16) + &many.collect::<String>();
                for bytes in in_each(&text) {
                    assert!(bytes.len() > 2 * PIECE);
                    assert!(super::text(&bytes) == text, "moved on by {shift}, a line of {ends}");
                }
            }
        }
    }

    #[test]
    fn two_encodings_in_one_file_are_told_apart_in_every_piece() {
        let (old, new) = (b"J\xf6rg Wei\xdf\n".as_slice(), "田中 由紀\n".as_bytes());
        let bytes = [old, new].concat().repeat(PIECE / 8);
        assert!(text(&bytes) == "Jörg Weiß\n田中 由紀\n".repeat(PIECE / 8));
    }

    #[test]
    fn the_lines_of_old_macs_and_marks_in_the_middle_are_mended_in_every_piece() {
        let mut decoder = Decoder::of("Name\u{feff}\rAnn\0 Lee\r".repeat(PIECE / 8).into_bytes().into());
        let mut text = String::new();
        while decoder.step(&mut text) {}
        assert!(text == "Name\nAnn Lee\n".repeat(PIECE / 8));
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
