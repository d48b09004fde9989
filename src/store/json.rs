//! JSON in its one canonical text: no blanks outside strings, printable ASCII only, numbers byte for byte as they came.

use super::unreadable::Unreadable;
use crate::domain::order::sort_by_key;
use std::ops::Range;

/// The most levels of lists and objects a text may have.
const DEPTH: usize = 32;
/// The most characters of a string in a file.
pub const STRING_MAX: usize = 20_000;
/// How much longer a name may be, because a tag is also a name, after `tags.`.
const NAME_MORE: usize = 5;

/// Reads JSON from the left to the right and writes its canonical text as it goes.
///
/// Everything it hands on is canonical: the escapes `\" \\ \b \f \n \r \t`, other characters outside printable ASCII
/// as `\uXXXX` in lower case. Half a surrogate pair survives, because it is never decoded.
pub struct Scan<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    longest: usize,
}

impl<'a> Scan<'a> {
    /// At the start of a text of ours.
    pub fn new(text: &'a str) -> Scan<'a> {
        Scan { text, at: 0, depth: 0, longest: usize::MAX }
    }

    /// At the start of a text of which no string may have more than so many characters.
    pub fn with_strings_up_to(longest: usize, text: &'a str) -> Scan<'a> {
        Scan { longest, ..Scan::new(text) }
    }

    /// The next byte that is no blank.
    pub fn peek(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
        self.byte()
    }

    /// Returns how many hundredths of the text are read.
    pub fn percent(&self) -> usize {
        self.at * 100 / self.text.len().max(1)
    }

    /// Nothing but blanks may follow.
    ///
    /// # Errors
    /// [`Unreadable::NotJson`] when something does.
    pub fn end(&mut self) -> Result<(), Unreadable> {
        if self.peek().is_none() { Ok(()) } else { Err(Unreadable::NotJson) }
    }

    /// Reads an object; `each` is given every name (canonical, without quotes) and must read its value.
    ///
    /// # Errors
    /// [`Unreadable`] when it is no object, too deep, or whatever `each` finds.
    pub fn object(
        &mut self,
        mut each: impl FnMut(&mut Scan<'a>, &str) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        let mut name = String::new();
        let mut more = self.begin(b'{')?;
        while more {
            self.name(&mut name)?;
            each(self, inner(&name))?;
            more = self.has_next(b'}')?;
        }
        Ok(())
    }

    /// Reads a list; `each` must read every item.
    ///
    /// # Errors
    /// [`Unreadable`] when it is no list, too deep, or whatever `each` finds.
    pub fn list(&mut self, mut each: impl FnMut(&mut Scan<'a>) -> Result<(), Unreadable>) -> Result<(), Unreadable> {
        let mut more = self.begin(b'[')?;
        while more {
            each(self)?;
            more = self.has_next(b']')?;
        }
        Ok(())
    }

    /// Enters the object or list that begins with `open`; whether there is anything in it.
    ///
    /// # Errors
    /// [`Unreadable`] when none begins here, or it is too deep.
    pub fn begin(&mut self, open: u8) -> Result<bool, Unreadable> {
        self.take(open)?;
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Unreadable::TooDeep);
        }
        // In ASCII both brackets end two behind their beginnings.
        Ok(!self.leave(open + 2))
    }

    /// Returns, after an item, whether another follows; else the object or list that ends with `close` is left.
    ///
    /// # Errors
    /// [`Unreadable::NotJson`] when neither a comma nor `close` follows.
    pub fn has_next(&mut self, close: u8) -> Result<bool, Unreadable> {
        if self.leave(close) {
            return Ok(false);
        }
        self.take(b',')?;
        Ok(true)
    }

    /// Reads the name of a member, canonical and with its quotes, in place of what `out` held.
    ///
    /// # Errors
    /// [`Unreadable`] when there is none, or it is too long.
    pub fn name(&mut self, out: &mut String) -> Result<(), Unreadable> {
        out.clear();
        self.string_up_to(self.longest.saturating_add(NAME_MORE), out)?;
        self.take(b':')
    }

    /// Reads any value and appends its canonical text.
    ///
    /// # Errors
    /// [`Unreadable`] when it is not JSON, too deep, too long, or names something twice.
    pub fn value(&mut self, out: &mut String) -> Result<(), Unreadable> {
        match self.peek() {
            Some(b'"') => self.string(out),
            Some(b'{') => self.any_object(out),
            Some(b'[') => {
                out.push('[');
                let start = out.len();
                self.list(|scan| {
                    comma(out, start);
                    scan.value(out)
                })?;
                out.push(']');
                Ok(())
            }
            Some(b'-' | b'0'..=b'9') => self.number(out),
            _ => self.word(out),
        }
    }

    /// Reads a string and appends its canonical text with its quotes.
    ///
    /// # Errors
    /// [`Unreadable::NotJson`] when it is none, [`Unreadable::TooLong`] when it has too many characters.
    pub fn string(&mut self, out: &mut String) -> Result<(), Unreadable> {
        self.string_up_to(self.longest, out)
    }

    fn string_up_to(&mut self, longest: usize, out: &mut String) -> Result<(), Unreadable> {
        self.take(b'"')?;
        out.push('"');
        let mut length = 0;
        loop {
            let plain = self.plain_run();
            length += plain.len();
            out.push_str(plain);
            match self.byte() {
                Some(b'"') => break,
                Some(b'\\') => length += self.escape(out)?,
                Some(b) if b >= 0x7f => {
                    self.beyond_ascii(out)?;
                    length += 1;
                }
                _ => return Err(Unreadable::NotJson),
            }
        }
        self.at += 1;
        out.push('"');
        if length > longest { Err(Unreadable::TooLong) } else { Ok(()) }
    }

    fn any_object(&mut self, out: &mut String) -> Result<(), Unreadable> {
        let mut names: Vec<Range<usize>> = Vec::new();
        out.push('{');
        let start = out.len();
        self.object(|scan, name| {
            comma(out, start);
            out.push('"');
            names.push(out.len()..out.len() + name.len());
            out.push_str(name);
            out.push_str("\":");
            scan.value(out)
        })?;
        out.push('}');
        let name = |range: &Range<usize>| out.get(range.clone()).unwrap_or_default();
        sort_by_key(&mut names, |range| name(range));
        let twice = names.iter().zip(names.iter().skip(1)).any(|(a, b)| name(a) == name(b));
        if twice { Err(Unreadable::Twice) } else { Ok(()) }
    }

    /// The characters up to the next that needs a look.
    fn plain_run(&mut self) -> &'a str {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let plain = |b: &u8| matches!(b, 0x20..=0x7e) && *b != b'"' && *b != b'\\';
        let length = rest.iter().position(|b| !plain(b)).unwrap_or(rest.len());
        let run = self.text.get(self.at..self.at + length).unwrap_or_default();
        self.at += length;
        run
    }

    /// Reads one escape; how many characters it counts for: the second half of a pair counts nothing.
    fn escape(&mut self, out: &mut String) -> Result<usize, Unreadable> {
        let letter = self.text.as_bytes().get(self.at + 1).copied().ok_or(Unreadable::NotJson)?;
        self.at += 2;
        let unit = match letter {
            b'"' | b'\\' | b'/' => u16::from(letter),
            b'b' => 8,
            b't' => 9,
            b'n' => 10,
            b'f' => 12,
            b'r' => 13,
            b'u' => {
                let digits = self.text.get(self.at..self.at + 4).ok_or(Unreadable::NotJson)?;
                if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
                    return Err(Unreadable::NotJson);
                }
                self.at += 4;
                u16::from_str_radix(digits, 16).map_err(|_| Unreadable::NotJson)?
            }
            _ => return Err(Unreadable::NotJson),
        };
        push_unit(out, unit);
        Ok(usize::from(!(0xdc00..=0xdfff).contains(&unit)))
    }

    fn beyond_ascii(&mut self, out: &mut String) -> Result<(), Unreadable> {
        let c = self.text.get(self.at..).and_then(|rest| rest.chars().next()).ok_or(Unreadable::NotJson)?;
        self.at += c.len_utf8();
        for unit in c.encode_utf16(&mut [0; 2]) {
            push_unit(out, *unit);
        }
        Ok(())
    }

    fn number(&mut self, out: &mut String) -> Result<(), Unreadable> {
        let start = self.at;
        self.accept(|b| b == b'-');
        match self.byte() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.accept(|b| b == b'.') {
            self.digits()?;
        }
        if self.accept(|b| matches!(b, b'e' | b'E')) {
            self.accept(|b| matches!(b, b'+' | b'-'));
            self.digits()?;
        }
        if self.at - start > self.longest {
            return Err(Unreadable::TooLong);
        }
        out.push_str(self.text.get(start..self.at).unwrap_or_default());
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Unreadable> {
        let start = self.at;
        while self.accept(|b| b.is_ascii_digit()) {}
        if self.at > start { Ok(()) } else { Err(Unreadable::NotJson) }
    }

    fn word(&mut self, out: &mut String) -> Result<(), Unreadable> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let word = ["true", "false", "null"].into_iter().find(|word| rest.starts_with(word));
        let word = word.ok_or(Unreadable::NotJson)?;
        self.at += word.len();
        out.push_str(word);
        Ok(())
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn accept(&mut self, fits: impl Fn(u8) -> bool) -> bool {
        let yes = self.byte().is_some_and(fits);
        self.at += usize::from(yes);
        yes
    }

    fn take(&mut self, byte: u8) -> Result<(), Unreadable> {
        if self.peek() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(Unreadable::NotJson)
    }

    fn leave(&mut self, close: u8) -> bool {
        let done = self.peek() == Some(close);
        if done {
            self.at += 1;
            self.depth -= 1;
        }
        done
    }
}

/// The text of a canonical string without its quotes.
pub fn inner(string: &str) -> &str {
    string.get(1..string.len().saturating_sub(1)).unwrap_or_default()
}

/// Appends the canonical text of a string, with its quotes.
pub fn quote(out: &mut String, text: &str) {
    out.push('"');
    for unit in text.encode_utf16() {
        push_unit(out, unit);
    }
    out.push('"');
}

/// A comma, unless nothing was written since `start`.
pub fn comma(out: &mut String, start: usize) {
    if out.len() > start {
        out.push(',');
    }
}

fn push_unit(out: &mut String, unit: u16) {
    let short = match unit {
        0x22 => "\\\"",
        0x5c => "\\\\",
        0x08 => "\\b",
        0x09 => "\\t",
        0x0a => "\\n",
        0x0c => "\\f",
        0x0d => "\\r",
        0x20..=0x7e => {
            out.push(char::from(unit as u8));
            return;
        }
        _ => {
            out.push_str("\\u");
            for shift in [12, 8, 4, 0] {
                out.push(char::from_digit(u32::from(unit >> shift) & 15, 16).unwrap_or('0'));
            }
            return;
        }
    };
    out.push_str(short);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn canonical(text: &str) -> Result<String, Unreadable> {
        let mut out = String::new();
        let mut scan = Scan::with_strings_up_to(STRING_MAX, text);
        scan.value(&mut out)?;
        scan.end()?;
        Ok(out)
    }

    #[test]
    fn a_value_has_one_text() {
        for (text, expected) in [
            (" { \"b\" : [ 1 , 2.50 ,-0e+9 ] , \"a\":null}\n", r#"{"b":[1,2.50,-0e+9],"a":null}"#),
            (r#""\u0041\/\u000A\u00E9""#, r#""A/\n\u00e9""#),
            ("\"é田🙂\u{7f}\"", r#""\u00e9\u7530\ud83d\ude42\u007f""#),
            (r#""half \uD83D of a pair""#, r#""half \ud83d of a pair""#),
            ("[]", "[]"),
            ("{}", "{}"),
            ("[[],{},\"\"]", "[[],{},\"\"]"),
        ] {
            assert_eq!(canonical(text).as_deref(), Ok(expected));
            assert_eq!(canonical(expected).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn what_is_not_json_is_not_read() {
        for bad in
            ["", "01", "1.", "+1", "[1,]", "{\"a\"}", "\"\n\"", "\"\\x\"", "\"\\u12\"", "nul", "1 2", "{a:1}", "'a'"]
        {
            assert_eq!(canonical(bad), Err(Unreadable::NotJson), "{bad}");
        }
        assert_eq!(canonical(r#"{"a":1,"\u0061":2}"#), Err(Unreadable::Twice));
        assert_eq!(canonical(&("[".repeat(33) + &"]".repeat(33))), Err(Unreadable::TooDeep));
        assert!(canonical(&("[".repeat(32) + &"]".repeat(32))).is_ok());
        assert_eq!(canonical(&format!("\"{}\"", "é".repeat(20_001))), Err(Unreadable::TooLong));
        let smiles = canonical(&format!("\"{}\"", "🙂".repeat(20_000))).unwrap();
        assert_eq!(canonical(&smiles), Ok(smiles.clone()), "what was written can be read");
    }

    #[test]
    fn every_byte_is_seen_wherever_it_stands() {
        for byte in 0..=0x7fu8 {
            for at in 0..24 {
                let mut text = vec![b'a'; 24];
                text[at] = byte;
                let mut quoted = String::new();
                quote(&mut quoted, std::str::from_utf8(&text).unwrap());
                assert_eq!(canonical(&quoted), Ok(quoted.clone()), "{byte} at {at}");
                let raw = format!("\"{}\"", String::from_utf8(text).unwrap());
                let expected = match byte {
                    0..0x20 | b'"' => Err(Unreadable::NotJson),
                    b'\\' => canonical(&raw), // an escape, good or bad, is looked at elsewhere
                    _ => Ok(quoted),
                };
                assert_eq!(canonical(&raw), expected, "{byte} at {at}");
            }
        }
    }

    #[test]
    fn a_string_is_quoted_as_it_is_read() {
        let mut out = String::new();
        quote(&mut out, "a\"\\\n\u{1}é");
        assert_eq!(canonical(&out), Ok(out.clone()));
        assert_eq!(out, r#""a\"\\\n\u0001\u00e9""#);
    }
}
