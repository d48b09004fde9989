//! Folding: the form of a text in which it is searched, without case and accents.

mod plain;

use plain::PLAIN;

/// The text in lower case, without accents, with one blank between words. `É` and `e`, `Łukasz` and `lukasz` fold alike.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return spaced(&text.to_ascii_lowercase());
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase).filter(|c| !is_mark(*c)) {
        match c {
            ' '..='~' => folded.push(c),
            '\u{ff01}'..='\u{ff5e}' => folded.extend(char::from_u32(u32::from(c) - 0xfee0)),
            '가'..='힣' => folded.extend(jamo(c)),
            c => match PLAIN.iter().find(|(_, marked)| marked.contains(c)) {
                Some((plain, _)) => folded.push_str(plain),
                None => folded.push(c),
            },
        }
    }
    spaced(&folded)
}

/// Whether it only adds to the letter before it: accents, vowel points, the marks of kana.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20f0}' | '\u{3099}' | '\u{309a}' | '\u{fe20}'..='\u{fe2f}')
}

/// The letters a syllable of Hangul is made of; some programs keep them apart.
fn jamo(syllable: char) -> impl Iterator<Item = char> {
    let at = u32::from(syllable) - 0xac00;
    let last = at % 28;
    let parts = [Some(0x1100 + at / 588), Some(0x1161 + at % 588 / 28), (last > 0).then_some(0x11a7 + last)];
    parts.into_iter().flatten().filter_map(char::from_u32)
}

/// Returns the digits of a text as ASCII, whatever script they are written in: `٠١٢` and `012` are the same number.
pub fn digits(text: &str) -> String {
    text.chars().map(ascii_digit).filter(char::is_ascii_digit).collect()
}

/// Returns an Arabic-Indic, Persian, Devanagari, Bengali, Thai or full-width digit as ASCII, and any other character as it is.
pub fn ascii_digit(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6f0}'..='\u{6f9}' => 0x6f0,
        '\u{966}'..='\u{96f}' => 0x966,
        '\u{9e6}'..='\u{9ef}' => 0x9e6,
        '\u{e50}'..='\u{e59}' => 0xe50,
        '\u{ff10}'..='\u{ff19}' => 0xff10,
        _ => return c,
    };
    char::from_digit(c as u32 - zero, 10).unwrap_or(c)
}

fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_count() {
        for (text, folded) in [
            ("Élise DUPONT", "elise dupont"),
            ("Łukasz  Straße", "lukasz strasse"),
            ("İstanbul", "istanbul"),
            ("Ngô Thị Hạnh", "ngo thi hanh"),
            ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
            ("Ｆｕｌｌ", "full"),
            ("田中", "田中"),
        ] {
            assert_eq!(fold(text), folded);
        }
        assert_eq!(fold("한글"), fold("\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af}"));
        assert_eq!(digits("+1 (555) 010-1"), "15550101");
        for ten in ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "๐๑๒๓๔๕๖๗๘๙", "０１２３４５６７８９"]
        {
            assert_eq!(digits(ten), "0123456789");
        }
    }

    #[test]
    fn every_letter_with_a_mark_folds_as_unicode_takes_it_apart() {
        use unicode_normalization::UnicodeNormalization;
        use unicode_normalization::char::is_combining_mark;

        let blocks = ['\u{c0}'..='\u{24f}', '\u{1e00}'..='\u{1eff}', '\u{370}'..='\u{3ff}', '\u{1f00}'..='\u{1ffc}'];
        let others = ['\u{400}'..='\u{52f}', '\u{620}'..='\u{6ff}', '\u{3041}'..='\u{30fa}', '\u{ff01}'..='\u{ff9d}'];
        for c in blocks.into_iter().chain(others).flatten().filter(|c| c.is_alphabetic() && *c != 'ͺ') {
            let apart: String = c.nfkd().filter(|c| !is_combining_mark(*c)).collect();
            assert_eq!(fold(&c.to_string()), fold(&apart), "{c} is {apart}");
            assert_eq!(fold(&c.nfd().to_string()), fold(&apart), "{c} in parts is {apart}");
        }
    }
}
