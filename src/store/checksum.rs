//! The checksum: every stored value begins with the checksum of what follows, and may be deflated.

use super::unreadable::Unreadable;
use crate::domain::steps::count;
use crc::{CRC_32_ISO_HDLC, Crc, Table};
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// The most bytes a value may have when it is inflated: a segment of an earlier version, or a receipt, may hold as much as the
/// largest file that is read.
const INFLATED_MAX: usize = 64 << 20;
/// How many times its own length a value may inflate to without drawing on the [`Allowance`]. A book's text is 5 to 6 times
/// what it takes deflated.
const OWN_RATIO: usize = 16;
/// How hard deflating tries, 1 to 10. A career's book takes 2.77, 2.70 and 2.69 million units at 5, 6 and 7; 6 takes not
/// quite twice the time of 5, and decides whether the book with the receipt of its import stays under 60 % of the room.
const EFFORT: u8 = 6;

/// Bounds the text that many values may inflate to together: the bytes that are left beyond [`OWN_RATIO`] times the length
/// of each. The room of a browser bounds the rest, so a book that any version wrote opens beside values that are refused.
#[derive(Debug)]
pub struct Allowance(usize);

impl Default for Allowance {
    fn default() -> Allowance {
        Allowance(INFLATED_MAX)
    }
}

impl Allowance {
    /// Returns how many bytes a value of this length may inflate to.
    fn limit(&self, length: usize) -> usize {
        length.saturating_mul(OWN_RATIO).saturating_add(self.0).min(INFLATED_MAX)
    }

    /// Takes off what a value of this length inflated to, whether or not it could be read.
    fn draw(&mut self, length: usize, inflated: usize) {
        self.0 = self.0.saturating_sub(inflated.saturating_sub(length.saturating_mul(OWN_RATIO)));
    }
}

/// The CRC-32 of an ASCII text as eight hexadecimal digits, a blank, the text.
pub fn add_checksum(text: &str) -> String {
    format!("{:08x} {text}", checksum(text.as_bytes()))
}

/// As [`add_checksum`], with the text deflated (raw, without a header), each byte one character of Latin-1: browsers store
/// such a character in one byte.
pub fn deflate_and_add_checksum(text: &str) -> String {
    let bytes = compress_to_vec(text.as_bytes(), EFFORT);
    let mut value = format!("{:08x} ", checksum(&bytes));
    value.reserve(bytes.len() * 3 / 2);
    value.extend(bytes.into_iter().map(char::from));
    value
}

/// The text under a seal made by [`add_checksum`].
///
/// # Errors
/// [`Unreadable`] when nothing is there, or the checksum does not fit.
pub fn verify(value: &str) -> Result<&str, Unreadable> {
    let (sum, text) = split(value)?;
    if checksum(text.as_bytes()) == sum { Ok(text) } else { Err(Unreadable::Damaged) }
}

/// The text under a seal made by [`deflate_and_add_checksum`].
///
/// # Errors
/// [`Unreadable`] when nothing is there, the checksum does not fit, or it does not inflate to text;
/// [`Unreadable::TooLarge`] when it inflates to more than 64 MiB.
pub fn verify_and_inflate(value: &str) -> Result<String, Unreadable> {
    verify_and_inflate_within(value, &mut Allowance::default())
}

/// As [`verify_and_inflate`], where several values share an allowance: a value of 250 kB may inflate to 250 MB.
///
/// # Errors
/// As [`verify_and_inflate`]; [`Unreadable::TooLarge`] when it inflates to more than is left of the allowance.
pub fn verify_and_inflate_within(value: &str, allowance: &mut Allowance) -> Result<String, Unreadable> {
    let (sum, text) = split(value)?;
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        bytes.push(u8::try_from(u32::from(c)).map_err(|_| Unreadable::Damaged)?);
    }
    if checksum(&bytes) != sum {
        return Err(Unreadable::Damaged);
    }
    let inflated = decompress_to_vec_with_limit(&bytes, allowance.limit(bytes.len()));
    allowance.draw(bytes.len(), inflated.as_ref().map_or_else(|why| why.output.len(), Vec::len));
    let text = inflated.map_err(|why| match why.status {
        TINFLStatus::HasMoreOutput => {
            count(why.output.len());
            Unreadable::TooLarge
        }
        _ => Unreadable::Damaged,
    })?;
    String::from_utf8(text).map_err(|_| Unreadable::Damaged)
}

fn split(value: &str) -> Result<(u32, &str), Unreadable> {
    if value.is_empty() {
        return Err(Unreadable::Empty);
    }
    let (sum, text) = value.split_once(' ').ok_or(Unreadable::Damaged)?;
    let digits = sum.len() == 8 && sum.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let sum = u32::from_str_radix(sum, 16).map_err(|_| Unreadable::Damaged)?;
    if digits { Ok((sum, text)) } else { Err(Unreadable::Damaged) }
}

/// The CRC-32 that zip files have.
pub fn checksum(bytes: &[u8]) -> u32 {
    static CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);
    CRC.checksum(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_reads_back() {
        for text in ["", "{}", "long long long long long long long long text"] {
            assert_eq!(verify(&add_checksum(text)), Ok(text));
            assert_eq!(verify_and_inflate(&deflate_and_add_checksum(text)).as_deref(), Ok(text));
        }
        assert!(deflate_and_add_checksum(&"kith ".repeat(1000)).chars().count() < 100);
    }

    #[test]
    fn inflating_stops_at_the_bound() {
        let bomb = deflate_and_add_checksum(&"a".repeat(1_000_000));
        assert!(bomb.len() < 4_000);
        let mut allowance = Allowance(1_500_000);
        let mut length = || verify_and_inflate_within(&bomb, &mut allowance).map(|text| text.len());
        assert_eq!((length(), length()), (Ok(1_000_000), Err(Unreadable::TooLarge)), "two share what is left");
        assert_eq!(allowance.0, 0);
        let letter = deflate_and_add_checksum("{}");
        assert_eq!(
            verify_and_inflate_within(&letter, &mut allowance).as_deref(),
            Ok("{}"),
            "others are read all the same"
        );
    }

    #[test]
    fn any_one_character_changed_breaks_the_seal() {
        for value in [add_checksum("{\"a\":1}"), deflate_and_add_checksum("{\"a\":1}")] {
            for at in 0..value.chars().count() {
                let other: String = value
                    .chars()
                    .enumerate()
                    .map(|(n, c)| if n == at { if c == 'x' { 'y' } else { 'x' } } else { c })
                    .collect();
                assert!(verify(&other).is_err() && verify_and_inflate(&other).is_err(), "{other}");
            }
        }
        assert_eq!(verify(""), Err(Unreadable::Empty));
    }
}
