//! The ask card: what it asks and whom it is about.

use crate::domain::book::Book;
use crate::domain::id::IdealClientId;
use crate::rules::disclosure::{Disclosure, WayOut};

/// The ask card as it is printed (R52).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskCard {
    /// How many lines to fill in: 1, 3 or 5.
    pub lines: usize,
    /// The question.
    pub title: &'static str,
    /// Whom it is about; may be empty.
    pub who: String,
    /// My name; may be empty.
    pub from: String,
}

/// The ask card with so many lines (3 unless 1 or 5 are asked for), about this ideal client, else the first by name.
pub fn ask_card(book: &Book, lines: &str, client: &str) -> AskCard {
    let (lines, title) = match lines {
        "1" => (1, "Who is the one person I should help next?"),
        "5" => (5, "Who are five people I could do this for?"),
        _ => (3, "Who else should I be looking after?"),
    };
    let chosen = client.parse::<IdealClientId>().ok().and_then(|id| book.ideal_client(id)).filter(|c| !c.trashed);
    let first = || {
        let id = super::listed(book, &crate::domain::kind::Kind::IdealClient, false).first().copied();
        id.and_then(|id| book.ideal_client(IdealClientId(id)))
    };
    let disclosure = Disclosure::others(book, WayOut::AskCard);
    let who = chosen.or_else(first).map(|client| match client.problem.lines().next() {
        None => sentence(&client.name),
        Some(problem) => format!("{} {}", sentence(&client.name), sentence(problem)),
    });
    let from = book.setting("choices").map(|s| s.my_name.clone()).unwrap_or_default();
    AskCard { lines, title, who: who.filter(|who| disclosure.may_say(who)).unwrap_or_default(), from }
}

fn sentence(text: &str) -> String {
    format!("{}.", text.trim().trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ideal_client::IdealClient;

    #[test]
    fn r52_the_card_has_one_three_or_five_lines_and_says_whom_it_is_about() {
        let mut book = Book::default();
        assert_eq!(ask_card(&book, "", "").who, "");
        for (id, name, problem) in [("c1", "Owners", "Fees above 1%.\nMore"), ("c2", "Chiefs", "")] {
            let (name, problem) = (name.to_string(), problem.to_string());
            book.put(IdealClient { id: id.parse().unwrap(), name, problem, ..IdealClient::default() }.into());
        }
        for (lines, client, expected, who) in [
            ("1", "c1", 1, "Owners. Fees above 1%."),
            ("5", "c2", 5, "Chiefs."),
            ("", "", 3, "Chiefs."),
            ("7", "gone", 3, "Chiefs."),
        ] {
            let card = ask_card(&book, lines, client);
            assert_eq!((card.lines, card.who.as_str()), (expected, who));
        }
    }
}
