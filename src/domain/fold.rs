//! Folding: the form of a text in which it is searched, without case and accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case, without accents, with one blank between words. `É` and `e`, `Łukasz` and `lukasz` fold alike.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return spaced(&text.to_ascii_lowercase());
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'þ' => folded.push_str("th"),
            'ς' => folded.push('σ'),
            c if is_combining_mark(c) => {}
            c => folded.push(c),
        }
    }
    spaced(&folded)
}

/// The digits of a phone number, by which it is found however it is written.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
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
        assert_eq!(digits("+1 (555) 010-1"), "15550101");
    }
}
