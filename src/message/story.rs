//! A success story in one paragraph: true sentences from the facts there are, and nobody named who may not be (R71).

use super::reason::count;
use crate::domain::ask::AskAction;
use crate::domain::book::Book;
use crate::domain::draft::Problems;
use crate::domain::id::{PersonId, ReferralId};
use crate::domain::person::{Person, Role};
use crate::domain::referral::{Fruit, Origin, Referral};
use crate::domain::result::ResultStory;
use crate::domain::sorted_set::SortedSet;
use crate::domain::story::{Story, StoryDraft};
use crate::rules::disclosure::{Disclosure, WayOut};
use crate::rules::story::{Leave, is_told, leave, named, of_ticked, people, tells_of};
use chrono::NaiveDate;

/// How many links of the chain below the source are told one by one.
const LINKS: usize = 3;

/// The story of a referral as it goes out: the person's own words, as long as they name nobody who must not be named, else
/// what the book says. `None` where no story is told.
pub fn story_words(book: &Book, id: ReferralId) -> Option<String> {
    let referral = book.referral(id).filter(|referral| is_told(book, referral))?;
    let kept = book.story(id);
    if kept.is_some_and(|story| story.trashed) {
        return None;
    }
    let named = named(book, referral);
    let own = kept.filter(|story| is_own(story) && tells_of(book, referral, &named, &story.text).is_empty());
    Some(own.map_or_else(|| said(book, referral, &named), |story| story.text.clone()))
}

/// Whether the words of a story are the person's own.
fn is_own(story: &Story) -> bool {
    !story.text.is_empty()
}

/// What the book says with these people ticked as named; empty where no story is told (R71).
pub fn proposed(book: &Book, id: ReferralId, ticked: &SortedSet<PersonId>) -> String {
    let referral = book.referral(id).filter(|referral| is_told(book, referral));
    referral.map(|referral| said(book, referral, &of_ticked(book, referral, ticked))).unwrap_or_default()
}

/// The form of a story: the words as they go out, and who is named.
pub fn draft(book: &Book, id: ReferralId) -> StoryDraft {
    let named = book.referral(id).map(|referral| named(book, referral)).unwrap_or_default();
    let own = book.story(id).filter(|story| is_own(story)).map(|story| story.text.clone());
    StoryDraft { text: own.unwrap_or_else(|| proposed(book, id, &named)), named }
}

/// Ticks that somebody may be named, or takes that back. Words that are the book's follow at once; those of one's own stay.
pub fn ticked(book: &Book, id: ReferralId, typed: &mut StoryDraft, person: PersonId, on: bool) {
    let follows = typed.text == proposed(book, id, &typed.named);
    if on {
        typed.named.insert(person);
    } else {
        typed.named.remove(&person);
    }
    if follows {
        typed.text = proposed(book, id, &typed.named);
    }
}

/// What keeps a story from being kept as it was typed: it names somebody who may not be.
///
/// # Errors
/// A sentence at the text, with their names.
pub fn names_nobody_else(book: &Book, id: ReferralId, typed: &StoryDraft) -> Result<(), Problems> {
    let Some(referral) = book.referral(id) else { return Ok(()) };
    let named = of_ticked(book, referral, &typed.named);
    let told = tells_of(book, referral, &named, &typed.text);
    let Some(first) = told.first().and_then(|person| book.person(*person)) else { return Ok(()) };
    let why = match leave(book, first.id, Some(&typed.named)) {
        Leave::No => {
            format!("{} stands in it and is not ticked. Tick that they may be named, or leave them out.", first.name)
        }
        _ => format!("{} stands in it and may never be named. Leave them out.", first.name),
    };
    Err(Problems::one("text", why))
}

/// Who stands in the story of a referral, with why they may never be named, where that is so.
pub fn who_stands_in(book: &Book, id: ReferralId) -> Vec<(PersonId, String, &'static str)> {
    let Some(referral) = book.referral(id) else { return Vec::new() };
    let nobody = SortedSet::new();
    let told = |person: PersonId| {
        let why = match leave(book, person, Some(&nobody)) {
            Leave::InConfidence => "They came in confidence, so no story names them.",
            Leave::Unnamed => "Their result is told without a name.",
            Leave::Gone => "They are not in your book any more.",
            Leave::Yes | Leave::No => "",
        };
        Some((person, book.person(person)?.name.to_string(), why))
    };
    people(book, referral).into_iter().filter_map(told).collect()
}

/// How a story stands, in a tone and a word or two.
pub fn standing(book: &Book, id: ReferralId) -> (&'static str, &'static str) {
    let kept = book.story(id).filter(|story| is_own(story));
    let (Some(story), Some(referral)) = (kept, book.referral(id)) else { return ("calm", "From your book") };
    let named = named(book, referral);
    match () {
        () if !tells_of(book, referral, &named, &story.text).is_empty() => ("late", "Your words name too much"),
        // A story written by hand, or by another program, does not say what it was written from.
        () if !story.from.is_empty() && said(book, referral, &named) != story.from => {
            ("owed", "The facts have changed")
        }
        () => ("done", "Your words"),
    }
}

/// The paragraph.
fn said(book: &Book, referral: &Referral, named: &SortedSet<PersonId>) -> String {
    let mut cast = MentionedPeople { book, named, told: Vec::new() };
    let mut sentences = vec![beginning(&mut cast, referral), ending(referral)];
    let results = book.results().filter(|result| result.person == Some(referral.prospect));
    let disclosure = Disclosure::others(book, WayOut::Story);
    let results = results.filter(|result| disclosure.tells_result(result));
    let told = results.map(outcome).find(|words| tells_of(book, referral, named, words).is_empty());
    sentences.extend(told);
    sentences.extend(roots(&mut cast, referral));
    sentences.join(" ")
}

/// `In March 2025 Connie Alvarez introduced me by e-mail to Fred Ito.`
fn beginning(cast: &mut MentionedPeople, referral: &Referral) -> String {
    let when = referral.introduced_on.or(referral.agreed_on).map(month).unwrap_or_default();
    let source = cast.first(referral.source);
    let prospect = cast.prospect(referral);
    let words = match (&referral.origin, referral.introduced_on) {
        (Origin::Itself, _) => format!("{prospect} came to me on the word of {source}"),
        (_, Some(_)) => {
            let (way, more) = how(referral.action.as_ref());
            format!("{source} introduced me{way} to {prospect}{more}")
        }
        (_, None) => format!("{source} led me to {prospect}"),
    };
    match when.is_empty() {
        true => format!("{}.", capital(&words)),
        false => format!("In {when} {words}."),
    }
}

/// In which way, and what they did besides.
fn how(action: Option<&AskAction>) -> (&'static str, &'static str) {
    match action {
        Some(AskAction::Email) => (" by e-mail", ""),
        Some(AskAction::Call) => (" over the phone", ""),
        Some(AskAction::InPerson) => (" in person", ""),
        Some(AskAction::Meeting) => ("", " and brought the three of us together"),
        Some(AskAction::Forward) => ("", " and passed my note on"),
        _ => ("", ""),
    }
}

/// `Six weeks later they entries_found_as a client of mine.`
fn ending(referral: &Referral) -> String {
    let came = match referral.outcome.what {
        Some(Fruit::Sale) => "they became a client of mine",
        Some(Fruit::Speaking) => "it led to a talk",
        Some(Fruit::Partnership) => "it led to a partnership",
        Some(Fruit::Supplier) => "they became a supplier of mine",
        Some(Fruit::Hire) => "it led to a hire",
        Some(Fruit::Information) => "they told me what I needed to know",
        _ => "they said yes",
    };
    let began = referral.introduced_on.or(referral.agreed_on);
    match (began, referral.outcome.on) {
        (Some(began), Some(won)) if won >= began => {
            format!("{} {came}.", after(usize::try_from((won - began).num_days()).unwrap_or_default()))
        }
        (_, Some(won)) => format!("In {} {came}.", month(won)),
        _ => format!("{}.", capital(came)),
    }
}

/// How long something took, at the head of a sentence.
fn after(days: usize) -> String {
    let said = |n: usize, word: &str| match n {
        1 => format!("One {word} later"),
        n => match SMALL.get(n) {
            Some(small) => format!("{} {word}s later", capital(small)),
            None => format!("{} later", count(n, word)),
        },
    };
    match days {
        0 => "The same day".to_string(),
        1 => "The next day".to_string(),
        2..=13 => said(days, "day"),
        14..=69 => said(days / 7, "week"),
        70..=729 => said((days + 15) / 30, "month"),
        _ => said(days / 365, "year"),
    }
}

const SMALL: [&str; 13] =
    ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// `Before, customers paid after 61 days; now they pay after 29 (32 days sooner).`
fn outcome(result: &ResultStory) -> String {
    let bare = |text: &str| text.trim().trim_end_matches('.').to_string();
    let number = match bare(&result.number) {
        number if number.is_empty() => String::new(),
        number => format!(" ({number})"),
    };
    match (bare(&result.before), bare(&result.after)) {
        (before, after) if before.is_empty() => format!("What came of it: {after}{number}."),
        (before, after) => format!("What came of it: before, {before}; now, {after}{number}."),
    }
}

/// `I know Connie through Jim Halloran, and Jim through Ken Adeyemi.` Nothing where the source is the base.
fn roots(cast: &mut MentionedPeople, referral: &Referral) -> Option<String> {
    let all = people(cast.book, referral);
    let chain = all.get(1..).filter(|chain| chain.len() > 1)?;
    let mut parts: Vec<String> = Vec::new();
    for pair in chain.windows(2).take(LINKS) {
        if let [above, below] = pair {
            let above = cast.again(*above);
            parts.push(format!("{above} through {}", cast.first(*below)));
        }
    }
    let more = (chain.len() - 1).saturating_sub(LINKS);
    if more > 0 {
        parts.push(format!("so on through {} more, down to the first", count(more, "introduction")));
    }
    Some(format!("I know {}.", parts.join(", and ")))
}

/// Whoever was mentioned already is not introduced again, and of two of a kind the second is another.
struct MentionedPeople<'a> {
    book: &'a Book,
    named: &'a SortedSet<PersonId>,
    told: Vec<&'static str>,
}

impl MentionedPeople<'_> {
    /// What somebody is called where they come in.
    fn first(&mut self, id: PersonId) -> String {
        match self.known(id) {
            Some(person) => person.name.to_string(),
            None => {
                let (kind, _) = kind(self.book, id);
                let is_known = self.told.contains(&kind);
                self.told.push(kind);
                match is_known {
                    true => format!("another {kind}"),
                    false => format!("a {kind}"),
                }
            }
        }
    }

    /// What they are called from then on.
    fn again(&self, id: PersonId) -> String {
        match self.known(id) {
            Some(person) => person.name.first().to_string(),
            None => format!("that {}", kind(self.book, id).1),
        }
    }

    /// What the one who was brought is called: by name, or as their result calls them.
    fn prospect(&self, referral: &Referral) -> String {
        if let Some(person) = self.known(referral.prospect) {
            return person.name.to_string();
        }
        let disclosure = Disclosure::others(self.book, WayOut::Story);
        let of_them = |result: &&ResultStory| result.person == Some(referral.prospect);
        let results = self.book.results().filter(of_them).filter(|result| disclosure.tells_result(result));
        let mut who = results.map(|result| result.who.trim().trim_end_matches('.')).filter(|who| !who.is_empty());
        let sound = who.find(|who| tells_of(self.book, referral, self.named, who).is_empty());
        sound.map_or_else(|| "somebody new".to_string(), str::to_string)
    }

    fn known(&self, id: PersonId) -> Option<&Person> {
        self.book.live_person(id).filter(|_| self.named.contains(&id))
    }
}

/// What somebody is to me, at first and from then on, after "a" and "that".
fn kind(book: &Book, id: PersonId) -> (&'static str, &'static str) {
    const KINDS: [(Role, &str, &str); 9] = [
        (Role::Client, "client of mine", "client"),
        (Role::PastClient, "former client of mine", "client"),
        (Role::Friend, "friend of mine", "friend"),
        (Role::Family, "relative of mine", "relative"),
        (Role::Colleague, "colleague of mine", "colleague"),
        (Role::Vendor, "supplier of mine", "supplier"),
        (Role::Peer, "peer of mine", "peer"),
        (Role::Connector, "person I know well", "person"),
        (Role::Prospect, "person I met through business", "person"),
    ];
    let person = Disclosure::others(book, WayOut::Story).person(id);
    let found = KINDS.iter().find(|(role, ..)| person.as_ref().is_some_and(|person| person.is(role)));
    found.map_or(("person I know", "person"), |(_, first, again)| (first, again))
}

fn month(day: NaiveDate) -> String {
    day.format("%B %Y").to_string()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests;
