//! Who fits an ideal client: titles, kinds of company and named examples held against what is known of somebody (B10).

use crate::domain::connection::Connection;
use crate::domain::fold::fold;
use crate::domain::ideal_client::IdealClient;

/// An ideal client taken apart into the words that people are held against.
pub struct Fit {
    titles: Vec<Vec<String>>,
    companies: Vec<Vec<String>>,
    examples: Vec<Vec<String>>,
    not: Vec<Vec<String>>,
}

/// The short forms of titles.
const SHORT: [(&str, &str); 10] = [
    ("ceo", "chief executive officer"),
    ("cfo", "chief financial officer"),
    ("coo", "chief operating officer"),
    ("cto", "chief technology officer"),
    ("cmo", "chief marketing officer"),
    ("cio", "chief information officer"),
    ("cro", "chief revenue officer"),
    ("vp", "vice president"),
    ("md", "managing director"),
    ("hr", "human resources"),
];

/// Words that say nothing by themselves.
const SMALL: [&str; 20] = [
    "a",
    "an",
    "and",
    "at",
    "for",
    "in",
    "of",
    "on",
    "or",
    "the",
    "with",
    "to",
    "who",
    "any",
    "firm",
    "firms",
    "company",
    "companies",
    "business",
    "businesses",
];

impl Fit {
    /// The words of this ideal client.
    pub fn of(client: &IdealClient) -> Fit {
        Fit {
            titles: parts(&client.titles, &['\n', ',', ';', '/']),
            companies: parts(&client.company, &[',', ';', '/']),
            examples: parts(&client.examples, &['\n', ',', ';']),
            not: parts(&client.not_fit, &['\n', ',', ';']),
        }
    }

    /// Whether it names anything that somebody could be held against.
    pub fn says_something(&self) -> bool {
        !(self.titles.is_empty() && self.companies.is_empty() && self.examples.is_empty())
    }

    /// How well somebody fits, the best first when sorted; `None` when they do not. An example named outright counts
    /// most, then a title together with the kind of company, then the title, then the company alone where the ideal client names no
    /// titles.
    pub fn of_connection(&self, one: &Connection) -> Option<u8> {
        let title = words(&one.title);
        let place = words(&format!("{} {}", one.organisation, one.note));
        let all: Vec<String> = title.iter().chain(&place).cloned().collect();
        if self.not.iter().any(|part| has_all(&all, part)) {
            return None;
        }
        let (name, workplace) = (words(one.name.as_str()), words(&one.organisation));
        let named = |part: &Vec<String>| has_all(&name, part) || has_all(&workplace, part);
        let by_title = self.titles.iter().any(|part| has_all(&title, part));
        let by_place = self.companies.iter().any(|part| has_all(&place, part));
        match () {
            () if self.examples.iter().any(named) => Some(0),
            () if by_title && by_place => Some(1),
            () if by_title => Some(2),
            () if by_place && self.titles.is_empty() => Some(3),
            () => None,
        }
    }
}

/// Whether each of these words is among the others.
fn has_all(words: &[String], part: &[String]) -> bool {
    part.iter().all(|word| words.contains(word))
}

/// The parts between these marks, each in its words; empty ones are left out.
fn parts(text: &str, marks: &[char]) -> Vec<Vec<String>> {
    text.split(marks).map(words).filter(|part| !part.is_empty()).collect()
}

/// The words of a text as they are compared: folded, written out, without small words and the `s` of the many.
pub fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let plain = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let long = plain.flat_map(|word| {
        let written_out = SHORT.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| long);
        written_out.split(' ')
    });
    long.filter(|word| !SMALL.contains(word)).map(one_of_many).collect()
}

/// The word without the ending of the many: `owners` is `owner`, `bakeries` is `bakery`.
fn one_of_many(word: &str) -> String {
    if let Some(bare) = word.strip_suffix("ies").filter(|bare| bare.len() > 2) {
        return format!("{bare}y");
    }
    let bare = word.strip_suffix('s').filter(|bare| bare.len() > 3 && !bare.ends_with('s'));
    bare.unwrap_or(word).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Name;

    /// How well somebody of this name, title and company fits; 9 for not at all.
    fn fit(client: &IdealClient, name: &str, title: &str, organisation: &str) -> u8 {
        let name = Name::new(name).unwrap();
        let one = Connection { name, title: title.into(), organisation: organisation.into(), ..Connection::default() };
        Fit::of(client).of_connection(&one).unwrap_or(9)
    }

    fn client() -> IdealClient {
        IdealClient {
            titles: "Heads of operations\nCOO, Owners".into(),
            company: "Family bakeries; dairy".into(),
            examples: "Ana Ruiz, Brightside\nMo Ali".into(),
            not_fit: "Consultants\nHarbour Vale".into(),
            ..IdealClient::default()
        }
    }

    #[test]
    fn b10_a_title_fits_in_any_case_number_and_length() {
        let client = client();
        for (title, expected) in [
            ("Head of Operations, EMEA", 2),
            ("head, operations", 2),
            ("Chief Operating Officer", 2),
            ("COO & Partner", 2),
            ("Owner", 2),
            ("Head of Sales", 9),
            ("Operator", 9),
            ("", 9),
            ("Owner and consultant", 9),
        ] {
            assert_eq!(fit(&client, "Bo Ek", title, "Acme"), expected, "{title}");
        }
    }

    #[test]
    fn b10_who_is_named_or_of_the_right_company_comes_first_and_who_is_no_fit_does_not_come() {
        let client = client();
        assert_eq!(fit(&client, "Ana Ruiz", "Clerk", "Acme"), 0);
        assert_eq!(fit(&client, "Bo Ek", "Clerk", "Brightside Ltd"), 0);
        assert_eq!(fit(&client, "Bo Ek", "Owner", "Northern Dairy"), 1);
        assert_eq!(fit(&client, "Bo Ek", "Clerk", "Northern Dairy"), 9, "titles are named, and this is none");
        assert_eq!(fit(&client, "Bo Ek", "Owner", "Harbour Vale Bank"), 9);
        let by_company = IdealClient { titles: String::new(), ..client };
        assert_eq!(fit(&by_company, "Bo Ek", "Clerk", "Northern Dairy"), 3);
        let silent = IdealClient { name: "Owners".into(), titles: " \n".into(), ..IdealClient::default() };
        assert!(!Fit::of(&silent).says_something());
        assert_eq!(fit(&silent, "Bo Ek", "", ""), 9);
    }
}
