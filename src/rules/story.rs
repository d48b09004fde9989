//! Success stories: which won referrals are told of, who of their chain may be named, and what no story may hold (R71, R63).
//!
//! * A story is told of a won referral that is not confidential, nor its stage, to somebody no confidential referral brought.
//! * The chain goes from the source down. It ends before a link that is confidential, as if there were nothing below.
//! * Somebody is named where it was ticked, or, until anything was, where a result says that they may be. Never who came in
//!   confidence, who is gone, or of whom there are results and none says that they may be named.

use super::chain::brought_by;
use super::disclosure::{Disclosure, WayOut};
use super::names_in_text::{NamesInText, words};
use crate::domain::book::Book;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::order::sort_by_key;
use crate::domain::referral::{End, Referral};
use crate::domain::sorted_set::SortedSet;
use std::cmp::Reverse;

/// The won referrals that are told of, the latest first: those whose story is kept, or those whose story is in the trash.
pub fn stories(book: &Book, trashed: bool) -> Vec<ReferralId> {
    let is_there = |id| book.story(id).is_some_and(|story| story.trashed) == trashed;
    let mut all: Vec<&Referral> = book.referrals().filter(|r| is_told(book, r) && is_there(r.id)).collect();
    sort_by_key(&mut all, |r| (Reverse(r.outcome.on), r.id));
    all.into_iter().map(|r| r.id).collect()
}

/// How many won referrals have no story because they are confidential.
pub fn withheld(book: &Book) -> usize {
    let won = book.referrals().filter(|r| r.outcome.kind == End::Won);
    won.filter(|r| is_here(book, r) && is_secret(book, r)).count()
}

/// Whether a story is told of this referral.
pub fn is_told(book: &Book, referral: &Referral) -> bool {
    let is_won = referral.outcome.kind == End::Won && !referral.trashed && referral.source != referral.prospect;
    is_won && is_here(book, referral) && !is_secret(book, referral)
}

fn told(book: &Book) -> Disclosure<'_> {
    Disclosure::others(book, WayOut::Story)
}

fn is_here(book: &Book, referral: &Referral) -> bool {
    book.live_person(referral.source).is_some() && book.live_person(referral.prospect).is_some()
}

fn is_secret(book: &Book, referral: &Referral) -> bool {
    !told(book).tells_stage(referral)
}

/// Everyone who stands in the story of a referral: whom it brought, its source, and whoever stands below, the base last.
pub fn people(book: &Book, referral: &Referral) -> Vec<PersonId> {
    let mut all = vec![referral.prospect, referral.source];
    let mut at = referral.source;
    while let Some(link) = brought_by(book, at) {
        let is_open = told(book).tells_stage(link);
        if !is_open || all.contains(&link.source) {
            break;
        }
        all.push(link.source);
        at = link.source;
    }
    all
}

/// Whether somebody may be named in a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leave {
    /// They may.
    Yes,
    /// Not as long as it is not ticked.
    No,
    /// Never: they came in confidence.
    InConfidence,
    /// Never: their result is told without a name.
    Unnamed,
    /// Never: they are in the trash or gone.
    Gone,
}

/// Whether this person may be named in the story of this referral, where `named` were ticked; nothing ticked yet is `None`.
pub fn leave(book: &Book, person: PersonId, named: Option<&SortedSet<PersonId>>) -> Leave {
    let results = || book.results().filter(|result| result.person == Some(person));
    let may = results().any(|result| result.may_name);
    if book.live_person(person).is_none() {
        return Leave::Gone;
    }
    if !told(book).tells_person(person) {
        return Leave::InConfidence;
    }
    match named {
        _ if !may && results().next().is_some() => Leave::Unnamed,
        Some(named) if named.contains(&person) => Leave::Yes,
        None if may => Leave::Yes,
        _ => Leave::No,
    }
}

/// Who is named in the story of this referral, as it was chosen.
pub fn named(book: &Book, referral: &Referral) -> SortedSet<PersonId> {
    let ticked = book.story(referral.id).map(|story| &story.named);
    people(book, referral).into_iter().filter(|person| leave(book, *person, ticked) == Leave::Yes).collect()
}

/// Of those ticked, who may be named after all.
pub fn of_ticked(book: &Book, referral: &Referral, ticked: &SortedSet<PersonId>) -> SortedSet<PersonId> {
    people(book, referral).into_iter().filter(|person| leave(book, *person, Some(ticked)) == Leave::Yes).collect()
}

/// Whom a text names who must not be: somebody of the chain who is not `named`, or somebody who came in confidence, by
/// themselves or by where they work (R63, R71).
pub fn tells_of(book: &Book, referral: &Referral, named: &SortedSet<PersonId>, text: &str) -> Vec<PersonId> {
    let heard = NamesInText::of(text);
    let known = named.iter().filter_map(|id| book.person(*id));
    let allowed: Vec<String> = known.flat_map(|person| words(person.name.as_str())).collect();
    let unnamed = people(book, referral).into_iter().filter(|id| !named.contains(id)).filter_map(|id| book.person(id));
    let mut all: Vec<PersonId> =
        unnamed.filter(|person| heard.names(person, &allowed)).map(|person| person.id).collect();
    let named_already = all.clone();
    let secrets = told(book).named_in(text, &allowed);
    all.extend(secrets.into_iter().filter(|id| !named_already.contains(id)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{Mention, Name, Person};
    use crate::domain::referral::{Confidential, Outcome, SecretPart};
    use crate::domain::result::ResultStory;
    use crate::domain::story::Story;

    /// Ann brought Bea, Bea brought Cy, Cy brought Dee, who said yes.
    fn book() -> Book {
        let mut book = Book::default();
        for name in ["Ann Abel", "Bea Berg", "Cy Crane", "Dee Dorn"] {
            let id = name.split(' ').next().unwrap().to_lowercase().parse().unwrap();
            book.put(Person { id, name: Name::new(name).unwrap(), ..Person::default() }.into());
        }
        for (id, source, prospect) in [("r1", "ann", "bea"), ("r2", "bea", "cy"), ("r3", "cy", "dee")] {
            let (source, prospect) = (source.parse().unwrap(), prospect.parse().unwrap());
            let outcome = Outcome { kind: End::Won, on: "2026-11-02".parse().ok(), ..Outcome::default() };
            let id = id.parse().unwrap();
            book.put(Referral { id, source, prospect, outcome, ..Referral::default() }.into());
        }
        book
    }

    fn hide(book: &mut Book, id: &str, confidential: Confidential) {
        let referral = book.referral(id.parse().unwrap()).unwrap().clone();
        book.put(Referral { confidential, ..referral }.into());
    }

    fn told(book: &Book, id: &str) -> String {
        let all = people(book, book.referral(id.parse().unwrap()).unwrap());
        all.iter().map(PersonId::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn r71_a_story_reaches_down_to_the_base() {
        assert_eq!(told(&book(), "r3"), "dee cy bea ann");
        assert_eq!(stories(&book(), false).len(), 3);
    }

    #[test]
    fn r71_r63_a_confidential_link_ends_the_chain_and_has_no_story_of_its_own() {
        for confidential in [Confidential::Whole, Confidential::Parts([SecretPart::Stage].into())] {
            let mut book = book();
            hide(&mut book, "r1", confidential);
            assert_eq!(told(&book, "r3"), "dee cy bea");
            let all: Vec<String> = stories(&book, false).iter().map(ReferralId::to_string).collect();
            assert_eq!((all.join(" "), withheld(&book)), ("r2 r3".into(), 1));
        }
        let mut book = book();
        hide(&mut book, "r1", Confidential::Parts([SecretPart::Amount].into()));
        assert_eq!((told(&book, "r3").as_str(), withheld(&book)), ("dee cy bea ann", 0));
    }

    #[test]
    fn r71_only_who_may_be_named_is() {
        let mut book = book();
        let [r3, cy, dee] = ["r3", "cy", "dee"];
        let (cy, dee): (PersonId, PersonId) = (cy.parse().unwrap(), dee.parse().unwrap());
        let names = |book: &Book| {
            let named = named(book, book.referral(r3.parse().unwrap()).unwrap());
            named.iter().map(PersonId::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names(&book), "");
        let result = ResultStory { id: "x1".parse().unwrap(), person: Some(dee), may_name: true, ..Default::default() };
        book.put(result.clone().into());
        assert_eq!(names(&book), "dee", "a result says so");
        let story = |named: &[PersonId]| Story {
            id: r3.parse().unwrap(),
            named: named.iter().copied().collect(),
            ..Default::default()
        };
        book.put(story(&[cy]).into());
        assert_eq!(names(&book), "cy", "what was ticked stands in its place");
        book.put(story(&[cy, dee]).into());
        book.put(ResultStory { may_name: false, ..result }.into());
        assert_eq!(names(&book), "cy", "leave was taken back");
        hide(&mut book, "r2", Confidential::Whole);
        assert_eq!(names(&book), "", "they came in confidence");
        assert_eq!(leave(&book, "nobody".parse().unwrap(), None), Leave::Gone);
    }

    #[test]
    fn r71_r63_a_text_that_names_somebody_who_must_not_be_is_found_out() {
        let mut book = book();
        let secret = Person {
            id: "zeb".parse().unwrap(),
            name: Name::new("Zebulon Quillfeather").unwrap(),
            organisation: Some(Mention("Nimbusworks".into())),
            ..Person::default()
        };
        book.put(secret.into());
        let (source, prospect) = ("ann".parse().unwrap(), "zeb".parse().unwrap());
        let confidential = Confidential::Whole;
        book.put(Referral { id: "r9".parse().unwrap(), source, prospect, confidential, ..Default::default() }.into());
        let check = |text: &str, expected: &str| {
            let named = ["dee".parse().unwrap()].into();
            let found = tells_of(&book, book.referral("r3".parse().unwrap()).unwrap(), &named, text);
            let found: Vec<String> = found.iter().map(PersonId::to_string).collect();
            assert_eq!(found.join(" "), expected, "{text}");
        };
        check("Dee Dorn is glad.", "");
        check("DEE came through BEA’s word.", "bea");
        check("The Cranes of this world.", "");
        check("It was Crane.", "cy");
        check("Nimbusworks, and Mr Quillfeather", "zeb");
        check("Zebulon alone", "zeb");
        check("A zebulon in small letters is a word", "");
    }
}
