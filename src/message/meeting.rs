//! Bringing two people together in words: why they should meet, what each says, and the three messages of a double opt-in.
//!
//! Nobody is named to anybody before they said yes: the first is asked about somebody without a name, the second about the
//! first, who has agreed, and only the introduction itself names both. Of what is noted about a person nothing is told but
//! their title and where they work, and nothing at all where that is confidential (R63, R68, B8). Who may not be named to
//! the other is introduced by word of mouth.

use super::letter::Letter;
use super::names::{first, name};
use super::reason::{ago, count};
use super::script::Tone;
use crate::domain::book::Book;
use crate::domain::fold::fold;
use crate::domain::id::{IntroductionId, PersonId};
use crate::domain::introduction::{Introduction, NextWord, Says, Side};
use crate::domain::person::{Person, ReachKind, Role};
use crate::rules::disclosure::{Disclosure, WayOut};
use crate::rules::introductions::{IntroductionProposal, asked_with};
use crate::rules::matches::{Match, MatchReason, Wish};
use chrono::NaiveDate;

/// Why somebody may be right: `because Raj’s title is “Sales trainer”` (B11).
pub fn because(book: &Book, found: &Match) -> String {
    let who = first(book, found.who);
    let person = book.person(found.who);
    match &found.because {
        MatchReason::Tag(tag) => format!("because you tagged {who} “{tag}”"),
        MatchReason::Title => {
            format!("because {who}’s title is “{}”", person.map(|p| p.title.as_str()).unwrap_or_default())
        }
        MatchReason::Place => {
            format!("because {who} works at {}", person.map(|p| book.workplace(p)).unwrap_or_default())
        }
        MatchReason::Note(word) => format!("because your note on {who} speaks of “{word}”"),
    }
}

/// What somebody wants, as a sentence: `Sue looks for: a trainer.` (R66, B11)
pub fn wants(book: &Book, wish: &Wish, today: NaiveDate) -> String {
    let who = first(book, wish.who);
    let text = wish.text.trim().lines().collect::<Vec<_>>().join("; ");
    let end = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    match (wish.give, wish.since) {
        (Some(_), Some(day)) => format!("{who} asked for help {}: {text}{end}", ago(day, today)),
        (Some(_), None) => format!("{who} asked for help: {text}{end}"),
        _ => format!("{who} looks for: {text}{end}"),
    }
}

/// Why these two should meet, in a sentence or two; what stays with the introduction once it is under way.
pub fn why(book: &Book, proposal: &IntroductionProposal, today: NaiveDate) -> String {
    format!("{} They may help, {}.", wants(book, &proposal.wish, today), because(book, &proposal.found))
        .replace("They may help", &format!("{} may help", first(book, proposal.found.who)))
}

/// One of two people on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PairedPerson {
    /// Who.
    pub id: PersonId,
    /// The whole name.
    pub name: String,
    /// What to call them beside the other one.
    pub short: String,
    /// Whether they are a client.
    pub client: bool,
}

/// Two people who should meet, on the screen (R68).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PairWords {
    /// The one it is for.
    pub one: PairedPerson,
    /// Whom they should meet.
    pub other: PairedPerson,
    /// Why.
    pub why: String,
    /// What each says, with its tone.
    pub consent: Vec<(String, &'static str)>,
    /// What the button is called that takes the next step.
    pub button: String,
}

/// The faces of two people; full names where their first names are alike.
fn faces(book: &Book, one: PersonId, other: PersonId) -> Option<(PairedPerson, PairedPerson)> {
    let (a, b) = (book.person(one)?, book.person(other)?);
    let alike = fold(a.name.first()) == fold(b.name.first());
    let face = |p: &Person| PairedPerson {
        id: p.id,
        name: p.name.to_string(),
        short: if alike { p.name.to_string() } else { p.name.first().to_string() },
        client: p.is(&Role::Client),
    };
    Some((face(a), face(b)))
}

/// Two people who could be brought together; nobody was asked (R68, B11).
pub fn proposed(book: &Book, proposal: &IntroductionProposal, today: NaiveDate) -> Option<PairWords> {
    let (one, other) = faces(book, proposal.wish.who, proposal.found.who)?;
    let consent = [&one, &other].map(|face| (format!("{} not asked", face.short), "calm"));
    let button = format!("Ask {} first", one.short);
    Some(PairWords { why: why(book, proposal, today), consent: consent.to_vec(), button, one, other })
}

/// An introduction on the screen (R68); `None` when it, or one of the two, is gone.
pub fn pair(book: &Book, id: IntroductionId, today: NaiveDate) -> Option<PairWords> {
    let introduction = book.introduction(id).filter(|i| !i.trashed)?;
    let (one, other) = faces(book, introduction.one, introduction.other)?;
    let called = |side: Side| if side == Side::One { &one.short } else { &other.short };
    let says = |side: Side| {
        let says = &introduction.says(side).says;
        let tone = match says {
            Says::Yes => "done",
            Says::Asked => "owed",
            _ => "calm",
        };
        (format!("{} {}", called(side), says.label()), tone)
    };
    let button = match introduction.next() {
        NextWord::Ask(Side::One) => format!("Ask {} first", one.short),
        NextWord::Ask(Side::Other) => format!("Ask {}", other.short),
        NextWord::Wait(side) => format!("Ask {} again", called(side)),
        NextWord::Introduce => "Introduce them".into(),
        NextWord::Made | NextWord::Declined => String::new(),
    };
    let made = introduction.made_on.map(|day| format!("You introduced them {}.", ago(day, today)));
    let parts = [introduction.why.clone(), made.unwrap_or_default(), introduction.outcome.clone()];
    let why = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let consent = vec![says(Side::One), says(Side::Other)];
    Some(PairWords { why, consent, button, one, other })
}

/// To whom the next word of an introduction goes; `None` where there is none.
pub fn next_to(introduction: &Introduction) -> Option<Side> {
    match introduction.next() {
        NextWord::Ask(side) | NextWord::Wait(side) => Some(side),
        NextWord::Introduce => Some(Side::One),
        NextWord::Made | NextWord::Declined => None,
    }
}

/// What the composer is called for the next word of an introduction, and what stands below: for me alone.
pub fn head(book: &Book, id: IntroductionId, today: NaiveDate) -> (String, String) {
    let Some(words) = pair(book, id, today) else { return (String::new(), String::new()) };
    let next = book.introduction(id).map(Introduction::next);
    let title = match next {
        Some(NextWord::Ask(Side::One) | NextWord::Wait(Side::One)) => {
            format!("Ask {} about meeting {}", words.one.short, words.other.short)
        }
        Some(NextWord::Ask(Side::Other) | NextWord::Wait(Side::Other)) => {
            format!("Ask {} about meeting {}", words.other.short, words.one.short)
        }
        _ => format!("Introduce {} and {}", words.one.short, words.other.short),
    };
    (title, words.why)
}

/// The next message of an introduction (R68): to one of the two, or to both. Empty when there is none.
pub fn letter(book: &Book, id: IntroductionId, tone: Tone, my_name: &str) -> Letter {
    let Some(introduction) = book.introduction(id).filter(|i| !i.trashed) else { return Letter::default() };
    let Some(to) = next_to(introduction).and_then(|side| book.live_person(introduction.person(side))) else {
        return Letter::default();
    };
    let next = introduction.next();
    let reach = |person: &Person, kind| person.first_reach(&kind).unwrap_or_default().to_string();
    let dear = if tone == Tone::Warm { "Dear" } else { "Hi" };
    let may_meet = are_named(book, introduction);
    let other = book.live_person(introduction.other).filter(|_| next == NextWord::Introduce && may_meet);
    Letter {
        email: reach(to, ReachKind::Email),
        copy: other.map(|other| reach(other, ReachKind::Email)).unwrap_or_default(),
        phone: reach(to, ReachKind::Phone),
        subject: subject(book, introduction),
        greeting: match other {
            Some(other) => format!("{dear} {} and {},", to.name.first(), other.name.first()),
            None => format!("{dear} {},", to.name.first()),
        },
        body: body(book, introduction, tone),
        signature: my_name.to_string(),
        ..Letter::default()
    }
}

/// Whether both may be named to others. Who introduced the other needs no introduction, so that is no exception here.
fn are_named(book: &Book, introduction: &Introduction) -> bool {
    [introduction.one, introduction.other].iter().all(|id| may_be_named(book, *id))
}

fn subject(book: &Book, introduction: &Introduction) -> String {
    match introduction.next() {
        _ if !are_named(book, introduction) => "May I introduce you to somebody?".into(),
        NextWord::Introduce => format!("{}, meet {}", name(book, introduction.one), name(book, introduction.other)),
        NextWord::Ask(Side::Other) | NextWord::Wait(Side::Other) if introduction.one_says.says == Says::Yes => {
            format!("May I introduce you to {}?", name(book, introduction.one))
        }
        _ => "May I introduce you to somebody?".into(),
    }
}

fn body(book: &Book, introduction: &Introduction, tone: Tone) -> String {
    let warm = tone == Tone::Warm;
    match introduction.next() {
        NextWord::Ask(Side::Other) if !are_named(book, introduction) => UNNAMED.into(),
        NextWord::Wait(_) if !are_named(book, introduction) => REMINDED.into(),
        NextWord::Introduce if !are_named(book, introduction) => BY_WORD_OF_MOUTH.into(),
        NextWord::Ask(Side::One) => about_somebody(book, introduction, warm),
        // The first has agreed to being named.
        NextWord::Ask(Side::Other) => {
            let one = card(book, introduction.one);
            match warm {
                true => format!(
                    "{one} would like to meet you, and I think it would be good for both of you. May I introduce you? \
                     A short yes is enough, and a no is no trouble at all."
                ),
                false => format!("{one} would like to meet you. May I introduce you? A short yes or no is enough."),
            }
        }
        NextWord::Wait(Side::Other) if introduction.one_says.says == Says::Yes => {
            let one = name(book, introduction.one);
            format!("May I still introduce you to {one}? A short yes or no is enough, and either is fine.")
        }
        NextWord::Wait(_) => REMINDED.into(),
        NextWord::Introduce => {
            let (one, other) = (introduction.one, introduction.other);
            let met = format!(
                "{}, meet {}. {}, meet {}.",
                first(book, one),
                card(book, other),
                first(book, other),
                card(book, one)
            );
            let close = match warm {
                true => {
                    "You both told me that you would like to meet. I leave it to you from here, and I am glad to \
                         have brought you together."
                }
                false => "You both said yes. I leave it to you from here.",
            };
            format!("{met}\n\n{close}")
        }
        NextWord::Made | NextWord::Declined => String::new(),
    }
}

/// Asks the second about a first who may not be named to them.
const UNNAMED: &str =
    "I know somebody who would like to meet you. May I introduce you? A short yes or no is enough, and either is fine.";
/// Said again where somebody has not answered.
const REMINDED: &str =
    "Did you have a moment to think about the introduction I offered? A short yes or no is enough, and either is fine.";
/// Said in place of an introduction that may name nobody.
const BY_WORD_OF_MOUTH: &str = "When do you have five minutes for a call about the introduction I offered?";

/// Asks the first about one or several people who are not named, because nobody asked them yet.
fn about_somebody(book: &Book, introduction: &Introduction, warm: bool) -> String {
    let ids = asked_with(book, introduction);
    let others: Vec<PersonId> = ids.iter().filter_map(|id| book.introduction(*id)).map(|i| i.other).collect();
    let titles: Vec<String> = others.iter().filter_map(|id| work_of(book, *id)).collect();
    let whom = match others.len() {
        1 => "somebody".to_string(),
        n => count(n, "person"),
    };
    let work = match (titles.as_slice(), others.len()) {
        ([], _) => String::new(),
        ([one], 1) => format!(" Their title is “{one}”."),
        (some, _) => format!(" Among their titles: {}.", some.join("; ")),
    };
    let them = if others.len() == 1 { "the two of you" } else { "you" };
    match warm {
        true => format!(
            "I know {whom} you might like to meet.{work} May I bring {them} together? I would ask them too, and give your \
             name to nobody before you say yes."
        ),
        false => {
            format!("I know {whom} you might like to meet.{work} May I introduce you? A short yes or no is enough.")
        }
    }
}

/// What somebody does, without a word that tells who they are; nothing where a referral of theirs is confidential.
fn work_of(book: &Book, id: PersonId) -> Option<String> {
    let person = book.person(id).filter(|p| !p.title.trim().is_empty() && may_be_named(book, id))?;
    let title = fold(&person.title);
    let telling = [fold(person.name.as_str()), fold(book.workplace(person))];
    let tells = telling.iter().flat_map(|text| text.split(' ')).any(|word| word.len() > 2 && title.contains(word));
    (!tells).then(|| person.title.clone())
}

/// Somebody who agreed to be named: the name, and what they do and where unless a referral of theirs is confidential.
fn card(book: &Book, id: PersonId) -> String {
    let Some(person) = book.person(id) else { return String::new() };
    let parts = [person.title.as_str(), book.workplace(person)];
    let work: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    match work.is_empty() || !may_be_named(book, id) {
        true => person.name.to_string(),
        false => format!("{} ({})", person.name, work.join(", ")),
    }
}

fn may_be_named(book: &Book, id: PersonId) -> bool {
    Disclosure::others(book, WayOut::Introduction).tells_person(id)
}

#[cfg(test)]
mod tests;
