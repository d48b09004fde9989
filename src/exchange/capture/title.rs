//! Finds a title among words: "CFO", "head of sales", "Senior Vice President Marketing".

use super::lexicon::{is_field, is_head, is_modifier, plain};

/// Where the first title at or after `from` begins and ends.
pub fn title_in(words: &[&str], from: usize) -> Option<(usize, usize)> {
    let folded: Vec<String> = words.iter().map(|word| plain(word)).collect();
    (from..words.len()).find_map(|start| title_at(&folded, start).map(|end| (start, end)))
}

/// Where the title that begins at `start` ends: words that lead up to it, the title, and what it is about.
fn title_at(words: &[String], start: usize) -> Option<usize> {
    let word = |at: usize| words.get(at).map_or("", String::as_str);
    let mut at = start;
    while is_modifier(word(at)) && !is_head_of(word(at), word(at + 1)) {
        at += 1;
    }
    if is_head_of(word(at), word(at + 1)) {
        at += 3;
    } else if is_head(word(at)) {
        at += 1;
    } else {
        return None;
    }
    loop {
        let joined = matches!(word(at), "of" | "for" | "&" | "and" | "the");
        let next = at + usize::from(joined);
        match word(next) {
            about if is_field(about) || is_head(about) => at = next + 1,
            about if !joined && is_modifier(about) && leads_to_head(words, next) => at = next + 1,
            _ => return Some(at.min(words.len())),
        }
    }
}

/// "head of" and "chief of" make a title only with what follows.
fn is_head_of(word: &str, next: &str) -> bool {
    matches!(word, "head" | "chief") && next == "of"
}

fn leads_to_head(words: &[String], at: usize) -> bool {
    let after = words.iter().skip(at).find(|word| !is_modifier(word));
    after.is_some_and(|word| is_head(word))
}
