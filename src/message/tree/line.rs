//! What fits below a circle of the tree: a name on two short lines, a value on one.

use super::sums;
use crate::domain::money::Money;
use crate::message::reason::number;

/// How much fits on a line, in quarters of a common letter.
const LINE: usize = 44;
/// How much fits on the line of the value, whose letters are smaller.
const VALUE: usize = 50;

/// A name on two short lines: the first word, and the rest; what does not fit ends in an ellipsis.
pub fn in_two(name: &str) -> [String; 2] {
    match name.split_once(' ') {
        Some((first, rest)) => [cut(first), cut(rest)],
        // A script that is written without blanks goes on below.
        None if name.chars().any(is_wide) && wide(name) > LINE => {
            let first = fitting(name, LINE);
            [first.to_string(), cut(name.strip_prefix(first).unwrap_or_default())]
        }
        None => [cut(name), String::new()],
    }
}

/// Sums on a line: the first with an ellipsis where there are more, in millions where it would be too long.
pub fn in_short(all: &[Money]) -> String {
    let whole = sums(all);
    let [first, more @ ..] = all else { return whole };
    if wide(&whole) <= VALUE {
        return whole;
    }
    let more = if more.is_empty() { "" } else { "…" };
    let first_whole = format!("{first}{more}");
    if wide(&first_whole) <= VALUE {
        return first_whole;
    }
    let tenths = first.minor / 10_i64.pow(first.currency.digits()) / 100_000;
    let millions = number(usize::try_from(tenths.abs() / 10).unwrap_or(usize::MAX));
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{} {sign}{millions}.{}M{more}", first.currency, tenths.abs() % 10)
}

/// As much of a text as fits on a line, with an ellipsis where it does not.
fn cut(text: &str) -> String {
    if wide(text) <= LINE { text.to_string() } else { format!("{}…", fitting(text, LINE - 4)) }
}

/// The beginning of a text that is no wider than this. No letter is parted from its marks.
fn fitting(text: &str, most: usize) -> &str {
    let mut taken = 0;
    let past = text.char_indices().find(|(_, letter)| {
        taken += width(*letter);
        taken > most
    });
    past.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

fn wide(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// About how wide a letter is, in quarters of a common one.
fn width(letter: char) -> usize {
    match letter {
        // Marks that stand on the letter before.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | ' ' | '.' | ',' | '-' | '\'' | '’' => 2,
        'M' | 'W' => 7,
        'm' | 'w' | '@' | 'Щ' | 'Ш' | 'Ж' | 'щ' | 'ш' | 'ж' => 6,
        _ if is_wide(letter) => 8,
        _ if letter.is_uppercase() => 5,
        _ => 4,
    }
}

/// Whether a letter takes a square: Chinese, Japanese, Korean, or a picture.
fn is_wide(letter: char) -> bool {
    matches!(letter,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;

    #[test]
    fn a_long_name_is_cut_below_the_circle_and_no_letter_is_broken() {
        assert_eq!(in_two("Connie Alvarez"), ["Connie", "Alvarez"]);
        assert_eq!(in_two("Wolfgang-Maximilian von der Hohenstaufen"), ["Wolfgang-M…", "von der Ho…"]);
        assert_eq!(in_two("Ĳssel"), ["Ĳssel", ""]);
        assert_eq!(in_two(&"e\u{301}".repeat(13)), ["e\u{301}".repeat(10) + "…", String::new()]);
    }

    #[test]
    fn a_name_in_wide_letters_takes_no_more_room_than_any_other() {
        assert_eq!(in_two("WWWWWWWWWWWW MMMMMMMM"), ["WWWWW…", "MMMMM…"]);
        assert_eq!(in_two("上海国际贸易有限公司负责人欧阳"), ["上海国际贸", "易有限公司…"]);
        assert_eq!(in_two("欧阳修"), ["欧阳修", ""]);
    }

    #[test]
    fn a_value_is_whole_where_it_fits_and_never_a_wrong_number() {
        let eur = |minor| Money { minor, currency: Currency::parse("EUR").unwrap() };
        let usd = |minor| Money { minor, currency: Currency::USD };
        assert_eq!(in_short(&[]), "");
        assert_eq!(in_short(&[usd(123_456_700)]), "USD 1,234,567");
        assert_eq!(in_short(&[usd(500), eur(500)]), "USD 5 + EUR 5");
        assert_eq!(in_short(&[usd(12_345_600), eur(500)]), "USD 123,456…");
        assert_eq!(in_short(&[usd(99_999_999_900)]), "USD 999.9M");
        assert_eq!(in_short(&[usd(-99_999_999_900), eur(1)]), "USD -999.9M…");
    }
}
