//! Traces: by what those who are erased can be told in texts outside the book, such as the draft of a form.

use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::{Id, PersonId};
use crate::domain::kind::Kind;

/// The ids of erased records, and the names and addresses of the people among them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Traces {
    ids: Vec<Id>,
    /// Folded, each of one letter or more.
    words: Vec<String>,
}

impl Traces {
    /// Of these records, which must still be in the book.
    pub fn of(book: &Book, gone: &[(Kind, Id)]) -> Traces {
        let people = gone.iter().filter(|(kind, _)| *kind == Kind::Person);
        let people = people.filter_map(|(_, id)| book.entry(PersonId(*id)));
        let words = people.flat_map(|person| {
            let reached = person.reach.iter().map(|reach| reach.value.as_str());
            reached.chain([person.name.as_str()]).map(fold).collect::<Vec<_>>()
        });
        let mut words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        words.dedup();
        Traces { ids: gone.iter().map(|(_, id)| *id).collect(), words }
    }

    /// Whether a text names one of them: has an id, a name or an address of theirs, whole. Case and accents do not matter.
    pub fn are_in(&self, text: &str) -> bool {
        let folded = fold(text);
        self.ids.iter().any(|id| stands_in(text, id.as_str(), is_of_id))
            || self.words.iter().any(|word| stands_in(&folded, word, char::is_alphanumeric))
    }
}

/// Whether the word stands in the text with no letter of the same kind on either side.
fn stands_in(text: &str, word: &str, is_letter: fn(char) -> bool) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + word.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(is_letter) && !after.is_some_and(is_letter)
    })
}

fn is_of_id(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record;
    use serde_json::json;

    fn traces() -> Traces {
        let mut book = Book::default();
        let reach = json!([{"kind": "email", "value": "Zoe@Example.org"}]);
        for (id, fields) in [
            ("k3f9-1", json!({"name": "Zoë Marsh", "reach": reach})),
            ("k3f9-2", json!({"name": "Al", "trashed": true})),
        ] {
            book.put(Record::read(&Kind::Person, Id::parse(id).unwrap(), &fields.to_string()).unwrap());
        }
        let gone = ["k3f9-1", "k3f9-2"].map(|id| (Kind::Person, Id::parse(id).unwrap()));
        Traces::of(&book, &gone)
    }

    #[test]
    fn a_text_names_somebody_by_id_name_or_address_each_whole() {
        for (text, expected) in [
            ("k3f9-1", true),
            ("about k3f9-1, yesterday", true),
            ("k3f9-12", false),
            ("ak3f9-1", false),
            ("Lunch with ZOE  MARSH.", true),
            ("Zoë Marshall", false),
            ("Zoë", false),
            ("write to zoe@example.org", true),
            ("Al said so", true),
            ("also", false),
            ("", false),
        ] {
            assert_eq!(traces().are_in(text), expected, "{text}");
        }
        assert!(!Traces::default().are_in("anything"));
    }
}
