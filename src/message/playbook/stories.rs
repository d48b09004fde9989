//! Success stories among your words: what each is called, what it says, and who is named in it.

use super::{PlaybookEntry, join};
use crate::domain::book::Book;
use crate::domain::id::{Id, PersonId, ReferralId};
use crate::domain::referral::Referral;
use crate::message::names::name;
use crate::message::reason::count;
use crate::message::story::{proposed, standing, story_words};
use crate::rules::disclosure::{Disclosure, WayOut};
use crate::rules::story::{named, people, stories, withheld};

/// The stories, the latest first: those kept, or those in the trash (R71).
pub fn listed(book: &Book, trashed: bool) -> Vec<Id> {
    stories(book, trashed).into_iter().map(|id| id.0).collect()
}

/// One story as the screen tells it; empty when its referral is gone.
pub fn told(book: &Book, id: ReferralId) -> PlaybookEntry {
    let Some(referral) = book.referral(id) else { return PlaybookEntry::default() };
    let disclosure = Disclosure::others(book, WayOut::Playbook);
    let name = |id: PersonId| disclosure.name(id).unwrap_or_default().to_string();
    let named = named(book, referral);
    let of = |is_named: bool| {
        let all = people(book, referral).into_iter().filter(|person| named.contains(person) == is_named);
        let all: Vec<String> = all.map(name).filter(|name| !name.is_empty()).collect();
        join(&all.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let (tone, tag) = standing(book, id);
    let won = referral.outcome.on.map(|day| format!("Won in {}", day.format("%B %Y")));
    let facts = [("Named", of(true)), ("Not named", of(false))];
    PlaybookEntry {
        title: title(book, id),
        line: won.unwrap_or_else(|| "Won".to_string()),
        tag: (tone, tag.to_string()),
        facts: facts.into_iter().filter(|(_, names)| !names.is_empty()).collect(),
        text: story_words(book, id).unwrap_or_else(|| proposed(book, id, &named)),
    }
}

/// What a story is called: `Fred Ito, through Connie Alvarez`.
pub fn title(book: &Book, id: ReferralId) -> String {
    let disclosure = Disclosure::others(book, WayOut::Playbook);
    let named = |id: PersonId| disclosure.name(id).map_or_else(|| name(book, id), str::to_string);
    let title = |r: &Referral| format!("{}, through {}", named(r.prospect), named(r.source));
    book.referral(id).map(title).unwrap_or_default()
}

/// How many won referrals have no story, in a sentence; empty where all have (R63).
pub fn not_told(book: &Book) -> String {
    match withheld(book) {
        0 => String::new(),
        1 => "One sale in confidence has no story.".to_string(),
        n => format!("{} in confidence have no story.", count(n, "sale")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Session;
    use crate::domain::sample::sample;

    fn book() -> Book {
        let mut book = Book::default();
        let change = sample("2026-11-21".parse().unwrap(), Session::of_bits(7));
        change.records.into_iter().for_each(|record| book.put(record));
        book
    }

    #[test]
    fn r71_the_stories_of_the_sample_are_listed_the_latest_first_and_say_who_is_named() {
        let book = book();
        let all = listed(&book, false);
        let told: Vec<PlaybookEntry> = all.iter().map(|id| told(&book, ReferralId(*id))).collect();
        assert_eq!(told[0].title, "Fred Ito, through Connie Alvarez");
        assert!(told.iter().all(|kept| kept.text.ends_with('.') && kept.line.starts_with("Won in ")), "{told:?}");
        assert!(told.iter().any(|kept| kept.tag.1 == "Your words"), "one is told in words of one's own");
        assert!(told.iter().any(|kept| kept.facts.iter().any(|(label, _)| *label == "Named")));
    }

    #[test]
    fn r71_r63_how_many_are_withheld_is_said() {
        let mut book = book();
        assert_eq!(not_told(&book), "");
        let first = ReferralId(listed(&book, false)[0]);
        let won = book.referral(first).unwrap().clone();
        let confidential = crate::domain::referral::Confidential::Whole;
        book.put(crate::domain::referral::Referral { confidential, ..won }.into());
        assert_eq!(not_told(&book), "One sale in confidence has no story.");
    }
}
