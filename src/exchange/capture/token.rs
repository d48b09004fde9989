//! Cuts a line of capture into words, numbers, addresses and marks.

use super::lexicon::{follows_comma, is_by, is_label, is_referred, plain};
use crate::domain::fold::{ascii_digit, digits};

/// One piece of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A word of a name, title, company or anything else.
    Word(String),
    /// A phone number as it was written.
    Phone(String),
    /// An e-mail address.
    Email(String),
    /// A web address.
    Link(String),
    /// "via": the source follows.
    Via,
    /// "from": the source or a company follows.
    From,
    /// "at": a company follows.
    At,
    /// A comma, a line break or the like.
    Break,
}

/// Stands for a break while the line is cut.
const BREAK: &str = "\u{1}";

/// The pieces of a line, in order.
pub fn tokens(line: &str) -> Vec<Token> {
    let spaced = spaced(line);
    let chunks: Vec<&str> = spaced.split_whitespace().collect();
    let mut tokens = Vec::new();
    let mut rest = chunks.as_slice();
    while let Some((chunk, after)) = rest.split_first() {
        let used = if *chunk == BREAK || chunk.chars().all(|c| matches!(c, '-' | '–' | '—' | '/' | ',')) {
            tokens.push(Token::Break);
            1
        } else {
            address(chunk, after, &mut tokens)
                .or_else(|| number(rest, &mut tokens))
                .or_else(|| marker(chunk, after, &mut tokens))
                .unwrap_or_else(|| word(chunk, after, &mut tokens))
        };
        rest = rest.get(used..).unwrap_or_default();
    }
    tokens
}

/// The line with every mark that parts it set off by blanks. Digits of other scripts become those a phone dials.
fn spaced(line: &str) -> String {
    let line: Vec<char> = line.chars().map(ascii_digit).collect();
    let mut out = String::with_capacity(line.len() * 2);
    let mut keep_until = 0;
    for (n, c) in line.iter().copied().enumerate() {
        let digit = |at: Option<usize>| at.and_then(|at| line.get(at)).is_some_and(char::is_ascii_digit);
        match c {
            '\n' | '\r' | '\t' | ';' | '|' | '•' | '·' | '，' | '、' | '；' | '،' => out.push_str(" \u{1} "),
            ',' if digit(n.checked_sub(1)) && digit(Some(n + 1)) => out.push(c),
            ',' => out.push_str(", "),
            '(' | '[' => match number_in_brackets(line.get(n..).unwrap_or_default()) {
                Some(length) => {
                    keep_until = n + length;
                    out.push(c);
                }
                None => out.push_str(" \u{1} "),
            },
            ')' | ']' if n <= keep_until && keep_until > 0 => out.push(c),
            ')' | ']' => out.push_str(" \u{1} "),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// How far the bracket closes, where it holds a few digits only, such as `(555)` or `(0)`.
fn number_in_brackets(from: &[char]) -> Option<usize> {
    let close = from.iter().take(9).position(|c| matches!(c, ')' | ']'))?;
    let inside = from.get(1..close)?;
    let fits = inside.iter().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' '));
    (fits && inside.iter().any(char::is_ascii_digit)).then_some(close)
}

/// Without a label such as `tel:` in front.
fn unlabelled(chunk: &str) -> &str {
    match chunk.split_once(':') {
        Some((label, rest)) if !rest.is_empty() && is_label(&format!("{label}:")) => rest,
        _ => chunk,
    }
}

fn address(chunk: &str, after: &[&str], tokens: &mut Vec<Token>) -> Option<usize> {
    let bare = |chunk: &str| -> String {
        let marks = |c: char| matches!(c, '<' | '>' | ',' | '.' | '"' | '\'' | '(' | ')' | '“' | '”' | '!' | '?' | ':');
        unlabelled(chunk.trim_matches(marks)).trim_matches(marks).to_string()
    };
    if is_label(chunk) {
        let next = after.first()?;
        let address = bare(next);
        return address_token(&address).map(|token| {
            tokens.push(token);
            break_after(next, after.get(1..).unwrap_or_default(), tokens);
            2
        });
    }
    tokens.push(address_token(&bare(chunk))?);
    break_after(chunk, after, tokens);
    Some(1)
}

fn address_token(text: &str) -> Option<Token> {
    if let Some((local, domain)) = text.split_once('@') {
        let dots = domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty());
        let plain = !domain.contains(['@', '/', ':']) && !local.contains(['/', ':']);
        return (!local.is_empty() && dots && plain).then(|| Token::Email(text.to_string()));
    }
    let lower = text.to_ascii_lowercase();
    let begins =
        ["https://", "http://", "www."].iter().any(|start| lower.len() > start.len() && lower.starts_with(start));
    let host = lower.split('/').next().unwrap_or_default();
    const ENDS: [&str; 16] = [
        ".com", ".org", ".net", ".io", ".eu", ".uk", ".de", ".fr", ".es", ".it", ".nl", ".ch", ".at", ".example",
        ".co", ".biz",
    ];
    let is_host = host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    let ends = is_host && ENDS.iter().any(|end| host.len() > end.len() && host.ends_with(end));
    (begins || ends).then(|| Token::Link(text.to_string()))
}

/// A phone number: as many chunks of digits as belong together, seven to fifteen digits (ITU-T E.164), an extension.
fn number(chunks: &[&str], tokens: &mut Vec<Token>) -> Option<usize> {
    let labelled = chunks.first().is_some_and(|first| is_label(first));
    let start = usize::from(labelled);
    let mut used = start;
    let mut parts: Vec<&str> = Vec::new();
    let mut count = 0;
    while let Some(chunk) = chunks.get(used) {
        let chunk = if parts.is_empty() { unlabelled(chunk) } else { chunk };
        let part = chunk.trim_end_matches(',');
        let more = digits(part).len();
        if !is_dialled(part) || more == 0 || count + more > 15 {
            break;
        }
        parts.push(part);
        count += more;
        used += 1;
        if chunk.ends_with(',') {
            break;
        }
    }
    let last = chunks.get(used.checked_sub(1)?)?;
    if parts.len() == 1 && is_date(parts.first()?) || count < if labelled { 3 } else { 7 } {
        return None;
    }
    let (extension, more) = extension(chunks.get(used..).unwrap_or_default());
    let number = parts.join(" ") + &extension;
    tokens.push(Token::Phone(number));
    let end = used + more;
    let last = if more > 0 { chunks.get(end - 1)? } else { last };
    break_after(last, chunks.get(end..).unwrap_or_default(), tokens);
    Some(end)
}

fn is_dialled(part: &str) -> bool {
    part.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '.' | '-' | '–' | '/' | '[' | ']'))
}

/// `2026-11-20` and `20.11.2026` have eight digits too.
fn is_date(part: &str) -> bool {
    let lengths: Vec<usize> = part.split(['-', '.', '/']).map(str::len).collect();
    matches!(lengths.as_slice(), [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4])
}

/// ` x12` or ` ext. 12` behind a number, and how many chunks it takes.
fn extension(chunks: &[&str]) -> (String, usize) {
    let is_number = |text: &str| !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit());
    let Some(first) = chunks.first() else { return (String::new(), 0) };
    let low = first.trim_end_matches([',', '.']).to_ascii_lowercase();
    let behind = low.strip_prefix("ext").or_else(|| low.strip_prefix('x')).map(|t| t.trim_start_matches(['.', ':']));
    match (behind, chunks.get(1).map(|next| next.trim_end_matches([',', '.']))) {
        (Some(number), _) if is_number(number) => (format!(" {}", first.trim_end_matches(',')), 1),
        (Some(""), Some(number)) if is_number(number) => (format!(" {first} {number}"), 2),
        _ => (String::new(), 0),
    }
}

fn marker(chunk: &str, after: &[&str], tokens: &mut Vec<Token>) -> Option<usize> {
    let follows = |n: usize| after.get(n).is_some_and(|next| *next != BREAK);
    let low = |chunk: &str| chunk.trim_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    let next = after.first().map(|next| low(next)).unwrap_or_default();
    let word = low(chunk);
    let (token, used) = match word.as_str() {
        "via" | "thru" | "through" if follows(0) => (Token::Via, 1),
        "source" | "src" | "ref" if chunk.ends_with(':') && follows(0) => (Token::Via, 1),
        "thanks" if next == "to" && follows(1) => (Token::Via, 2),
        referred if is_referred(referred) && is_by(&next) && follows(1) => (Token::Via, 2),
        "from" if follows(0) => (Token::From, 1),
        "at" if follows(0) => (Token::At, 1),
        _ if chunk == "@" && follows(0) => (Token::At, 1),
        _ if chunk.starts_with('@') && chunk.len() > 1 => {
            tokens.push(Token::At);
            return Some(self::word(chunk.get(1..)?, after, tokens));
        }
        _ => return None,
    };
    tokens.push(token);
    Some(used)
}

fn word(chunk: &str, after: &[&str], tokens: &mut Vec<Token>) -> usize {
    let mut text = chunk.trim_matches(['"', '“', '”', '«', '»', '<', '>']).trim_end_matches([',', '!', '?', ':']);
    let unpointed = text.trim_end_matches('.');
    if unpointed.chars().count() > 3 && !unpointed.contains('.') {
        text = unpointed;
    }
    let glued = chunk.ends_with(',') && after.first().is_some_and(|next| follows_comma(&plain(next)));
    if !text.is_empty() {
        tokens.push(Token::Word(if glued { format!("{text},") } else { text.to_string() }));
    }
    break_after(chunk, after, tokens);
    1
}

fn break_after(chunk: &str, after: &[&str], tokens: &mut Vec<Token>) {
    let glued = after.first().is_some_and(|next| follows_comma(&plain(next)));
    if chunk.ends_with(',') && !glued {
        tokens.push(Token::Break);
    }
}
