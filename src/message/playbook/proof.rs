//! Proof, ready to be put into a message: a result in a sentence, or a story in a paragraph.

use super::stories::title;
use super::{choices, listed};
use crate::domain::book::Book;
use crate::domain::id::{Id, PersonId, ReferralId, ResultId};
use crate::domain::kind::Kind;
use crate::domain::result::ResultStory;
use crate::message::story::story_words;
use crate::rules::disclosure::Disclosure;

/// What can be told this person as proof, as (id, name): nothing first, under this label, then the results by name, then the
/// stories (R23, R71).
pub fn proofs(book: &Book, to: PersonId, none: &str) -> Vec<(String, String)> {
    let disclosure = Disclosure::to(book, to);
    let result = |id: &str| id.parse().ok().and_then(|id: ResultId| book.result(id));
    let is_told = |id: &str| result(id).is_none_or(|result| disclosure.tells_result(result));
    let results = choices(book, &Kind::Result, none).into_iter().filter(|(id, _)| is_told(id));
    results.chain(stories_to_tell(book)).collect()
}

/// The stories that can be told, as (id, name) (R71).
pub fn stories_to_tell(book: &Book) -> Vec<(String, String)> {
    let all = listed(book, &Kind::Story, false).into_iter();
    all.map(|id| (id.to_string(), format!("Story: {}", title(book, ReferralId(id))))).collect()
}

/// The words of a result, or of the story of a referral; `None` where there is neither, or it may not be told.
pub fn proof_words(disclosure: &Disclosure, id: Id) -> Option<String> {
    match disclosure.book().result(ResultId(id)) {
        Some(result) => result_words(disclosure, result),
        None => story_words(disclosure.book(), ReferralId(id)),
    }
}

/// A result in a sentence (R23). The client is named only where they may be. `None` where it may not be told at all, because
/// they came in confidence, or with a stage that is confidential (R63).
pub fn result_words(disclosure: &Disclosure, result: &ResultStory) -> Option<String> {
    if !disclosure.tells_result(result) {
        return None;
    }
    let named = result.person.filter(|_| result.may_name).and_then(|id| disclosure.told_name(id)).map(str::to_string);
    let who = named.unwrap_or_else(|| match bare(&result.who) {
        "" => "a client of mine".to_string(),
        who => who.to_string(),
    });
    let number = match bare(&result.number) {
        "" => String::new(),
        number => format!(" ({number})"),
    };
    Some(match (bare(&result.before), bare(&result.after)) {
        ("", after) => format!("What it came to for {who}: {after}{number}."),
        (before, after) => format!("What it came to for {who}: before, {before}; now, {after}{number}."),
    })
}

/// A text on one line, without the full stop at its end.
fn bare(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Name, Person};
    use crate::domain::referral::{Confidential, Referral, SecretPart};
    use crate::rules::disclosure::WayOut;

    fn book(confidential: Confidential) -> Book {
        let mut book = Book::default();
        for (id, name) in [("p1", "Connie Alvarez"), ("p2", "Fred Ito")] {
            book.put(Person { id: id.parse().unwrap(), name: Name::new(name).unwrap(), ..Person::default() }.into());
        }
        let (source, prospect) = ("p1".parse().unwrap(), "p2".parse().unwrap());
        book.put(Referral { id: "r1".parse().unwrap(), source, prospect, confidential, ..Referral::default() }.into());
        book
    }

    fn words(book: &Book, result: &ResultStory) -> Option<String> {
        result_words(&Disclosure::others(book, WayOut::Message), result)
    }

    fn check(book: &Book, who: &str, may_name: bool, before: &str, expected: &str) {
        let text = |text: &str| text.to_string();
        let (person, who, before) = ("p2".parse().ok(), text(who), text(before));
        let (after, number) = (text("4 days."), text("8 fewer"));
        let result = ResultStory { person, who, before, after, number, may_name, ..ResultStory::default() };
        assert_eq!(words(book, &result).unwrap_or_default(), expected);
    }

    #[test]
    fn r23_a_result_names_only_who_may_be_named() {
        let open = book(Confidential::No);
        check(
            &open,
            "a grower",
            true,
            "12 days",
            "What it came to for Fred Ito: before, 12 days; now, 4 days (8 fewer).",
        );
        check(&open, "a grower", false, "", "What it came to for a grower: 4 days (8 fewer).");
        check(&open, "", false, "", "What it came to for a client of mine: 4 days (8 fewer).");
    }

    #[test]
    fn r63_a_result_does_not_name_who_came_by_a_confidential_referral() {
        let secret = book(Confidential::Whole);
        check(&secret, "a grower", true, "", "");
        let stage = book(Confidential::Parts([SecretPart::Stage].into()));
        check(&stage, "a grower", true, "", "");
        let person = "p2".parse().ok();
        let result = ResultStory { person, after: "4 days".into(), ..ResultStory::default() };
        let to_themselves = Disclosure::to(&secret, "p2".parse().unwrap());
        assert!(result_words(&to_themselves, &result).is_some(), "they know it");
    }
}
