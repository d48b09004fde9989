//! Finds the names of people in a text somebody wrote.

use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::person::Person;

/// Length of the shortest word that gives somebody away by itself, in characters.
const TELLING: usize = 3;

/// A text prepared for looking up names in it.
pub struct NamesInText {
    text: String,
    words: Vec<String>,
    /// The words with their case: `Will` gives somebody away, `will` does not.
    written: Vec<String>,
}

impl NamesInText {
    /// Prepares a text.
    pub fn of(text: &str) -> NamesInText {
        NamesInText { text: fold(text), words: words(text), written: split(text) }
    }

    /// Whether it holds the whole name, or a word of it that is not among `allowed`.
    pub fn names(&self, person: &Person, allowed: &[String]) -> bool {
        let name = fold(person.name.as_str());
        let is_told = |word: &String| word.chars().count() >= TELLING && self.words.contains(word);
        self.holds(&name) || words(&name).iter().any(|word| is_told(word) && !allowed.contains(word))
    }

    /// Whether it holds the whole name, the last word of it, another word of it as it is written, or where they work.
    pub fn tells_of(&self, book: &Book, person: &Person, allowed: &[String]) -> bool {
        let name = fold(person.name.as_str());
        let last = words(&name).pop().unwrap_or_default();
        let is_told = last.chars().count() > TELLING && self.words.contains(&last);
        let is_written = |word: &String| word.chars().count() >= TELLING && self.written.contains(word);
        let first =
            || split(person.name.as_str()).iter().any(|word| is_written(word) && !allowed.contains(&fold(word)));
        self.holds(&name) || is_told || first() || self.holds(&fold(book.workplace(person)))
    }

    fn holds(&self, folded: &str) -> bool {
        folded.chars().count() > 1 && self.text.contains(folded)
    }
}

/// Returns the words of a text, folded.
pub fn words(text: &str) -> Vec<String> {
    split(&fold(text))
}

fn split(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_string).collect()
}
