//! The values of a card's lines as plain text: escapes, quoted-printable, labels, days.

use crate::exchange::encoding;
use vcard::tree::codec::mode::VcardEscaper;
use vcard::tree::line::VcardLine;

/// The whole value.
pub fn text(line: &VcardLine) -> String {
    plain(line, &line.value.decode())
}

/// The parts between semicolons, as `N`, `ORG` and `ADR` have them.
pub fn parts(line: &VcardLine) -> Vec<String> {
    let count = line.value.component_count().min(16);
    (0..count).map(|n| plain(line, &line.value.decode_component(n)).trim().to_string()).collect()
}

/// The items between commas.
pub fn items(line: &VcardLine) -> Vec<String> {
    line.value.decode_list().iter().take(64).map(|item| plain(line, item)).collect()
}

fn plain(line: &VcardLine, text: &str) -> String {
    let quoted = params(line).any(|(name, value)| {
        let encoding = name.eq_ignore_ascii_case("ENCODING") || value.is_empty();
        encoding && [name, value].iter().any(|word| word.eq_ignore_ascii_case("QUOTED-PRINTABLE"))
    });
    // Some programs escape colons too, although no version knows that escape: `https\://`. Since 3.0 it is read as any other.
    let is_old = matches!(line.value.escaper, VcardEscaper::V2_1);
    let text = if is_old && text.contains("\\:") { text.replace("\\:", ":") } else { text.to_string() };
    if quoted { encoding::text(&unquoted(&text)) } else { text }
}

/// Quoted-printable as RFC 2045 §6.7 has it: `=` and two digits are a byte; anything else stays.
fn unquoted(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.as_bytes();
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    while let Some((first, rest)) = bytes.split_first() {
        let coded = if let [high, low, ..] = rest { digit(*high).zip(digit(*low)) } else { None };
        match coded.filter(|_| *first == b'=') {
            Some((high, low)) => {
                out.push(high * 16 + low);
                bytes = rest.get(2..).unwrap_or_default();
            }
            None => {
                out.push(*first);
                bytes = rest;
            }
        }
    }
    out
}

/// The parameters as pairs; in 2.1 a type stands alone, without a name.
fn params<'a>(line: &'a VcardLine) -> impl Iterator<Item = (&'a str, &'a str)> {
    line.params.iter().flat_map(|param| {
        let alone = param.values.is_empty().then_some((param.name.get(), ""));
        alone.into_iter().chain(param.values.iter().map(|value| (param.name.get(), value.get().trim_matches('"'))))
    })
}

/// The types of a line in lower case: `TYPE=HOME,pref`, `TYPE="home,pref"`, and the bare `HOME` of 2.1.
pub fn types(line: &VcardLine) -> Vec<String> {
    let of_param = |(name, value): (&str, &str)| {
        let kinds = if value.is_empty() { name } else { value };
        (value.is_empty() || name.eq_ignore_ascii_case("TYPE")).then(|| kinds.to_ascii_lowercase())
    };
    let kinds = params(line).filter_map(of_param);
    kinds.flat_map(|kinds| kinds.split(',').map(|kind| kind.trim().to_string()).collect::<Vec<_>>()).collect()
}

/// Whether the line is marked as the preferred one.
pub fn is_preferred(line: &VcardLine) -> bool {
    let pref = |(name, value): (&str, &str)| name.eq_ignore_ascii_case("PREF") && value.trim() == "1";
    types(line).iter().any(|kind| kind == "pref") || params(line).any(pref)
}

/// What a line is for, by its types: "home", "work", "mobile".
pub fn label(line: &VcardLine) -> String {
    let types = types(line);
    let has = |kind: &str| types.iter().any(|t| t == kind);
    let first = [("cell", "mobile"), ("iphone", "mobile"), ("fax", "fax"), ("pager", "pager")]
        .into_iter()
        .find(|(kind, _)| has(kind));
    let place = ["work", "home", "school", "other"].into_iter().find(|kind| has(kind));
    match (first, place) {
        (Some((_, "fax")), Some(place)) => format!("{place} fax"),
        (Some((_, label)), _) => label.into(),
        (None, Some(place)) => place.into(),
        (None, None) => String::new(),
    }
}

/// A label of Apple's without its wrapping: `_$!<Home>!$_` is "home".
pub fn apple_label(text: &str) -> String {
    let text = text.trim();
    match text.strip_prefix("_$!<").and_then(|inner| inner.strip_suffix(">!$_")) {
        Some(inner) => inner.to_lowercase(),
        None => text.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_printable_is_bytes() {
        for (text, bytes) in [("=C3=89lise", "Élise".as_bytes()), ("a=3Db", b"a=b"), ("50=", b"50="), ("=zz", b"=zz")]
        {
            assert_eq!(unquoted(text), bytes, "{text}");
        }
    }

    #[test]
    fn the_labels_of_apple_lose_their_wrapping() {
        assert_eq!([apple_label("_$!<HomePage>!$_"), apple_label("Boat"), apple_label("")], ["homepage", "Boat", ""]);
    }
}
