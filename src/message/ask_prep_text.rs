//! An ask in words: how a source and I stand before it, and how far its preparation is (R28, R30–R38, B2, B14).

use super::duty::{Telling, kind, telling};
use super::profile::work;
use super::reason::{ago, count, short_date};
use crate::domain::ask::draft::{AskDraft, Gates, is_vague};
use crate::domain::ask::{Ask, AskAction, Comfort};
use crate::domain::book::Book;
use crate::domain::id::{AskId, IdealClientId, PersonId};
use crate::rules::source_standing::{SourceStanding, standing};
use crate::rules::today_rows::TodayRow;
use chrono::NaiveDate;

/// How a source and I stand before an ask, as the page says it (R28, R30, R31, B14).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Weighed {
    /// What they are called.
    pub name: String,
    /// What to call them in a sentence.
    pub first: String,
    /// What they do, and where.
    pub work: String,
    /// What they love about my work (R26).
    pub loves: String,
    /// What the next ask must answer.
    pub gates: Gates,
    /// They do not want to be asked.
    pub never: bool,
    /// What they have on the line, in a line.
    pub sum: String,
    /// The sum of it, fact by fact.
    pub facts: Vec<(&'static str, String)>,
    /// Their asks without an answer, each with its words.
    pub open_asks: Vec<(AskId, String)>,
    /// The words that close the loop first.
    pub first_owed: Option<Telling>,
    /// What I gave them lately, the latest first (R28).
    pub given: Vec<Given>,
    /// Why they can vouch for me, as a sentence; empty when nothing is known (R31).
    pub trust: String,
}

/// Something I gave.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Given {
    /// The day, for a machine.
    pub day: String,
    /// The day, as it is said.
    pub said: String,
    /// What it was.
    pub text: String,
}

/// How this person and I stand on this day; `None` when they are not in the book, or in the trash.
pub fn weighed(book: &Book, id: PersonId, today: NaiveDate) -> Option<Weighed> {
    let person = book.live_person(id)?;
    let stand = standing(book, id, today);
    let first = person.name.first().to_string();
    let row = TodayRow { person: Some(id), owed: stand.owed.clone() };
    Some(Weighed {
        name: person.name.to_string(),
        work: work(book, person),
        loves: person.loves.clone(),
        gates: stand.gates(),
        never: person.never_ask,
        sum: on_the_line(&stand, today),
        facts: facts(&stand, &first, today),
        open_asks: open_asks(book, &stand, today),
        first_owed: (!stand.owed.is_empty()).then(|| telling(book, &row, today)),
        given: given(book, &stand, today),
        trust: trust(&stand),
        first,
    })
}

/// What is said before an ask is written: what they have on the line, and whether help comes first (R28, R30).
pub fn before(told: &Weighed) -> String {
    let first = &told.first;
    match (told.never, told.given.is_empty()) {
        (true, _) => format!("{first} does not want to be asked for referrals. Go on only if they bring it up."),
        (false, true) => format!("{} Nothing from you to {first} in half a year: help first, if you can.", told.sum),
        (false, false) => told.sum.clone(),
    }
}

fn on_the_line(stand: &SourceStanding, today: NaiveDate) -> String {
    let open = match stand.open_asks.len() {
        0 => "Nothing open".to_string(),
        n => format!("{} open", count(n, "ask")),
    };
    let owed = match stand.owed.len() {
        0 => "nothing owed".to_string(),
        n => format!("{} owed", count(n, "word")),
    };
    let last = match &stand.last_ask {
        None => "Never asked.".to_string(),
        Some((day, _)) => format!("Last asked {}.", ago(*day, today)),
    };
    format!("{open}, {owed}. {last}")
}

fn facts(stand: &SourceStanding, first: &str, today: NaiveDate) -> Vec<(&'static str, String)> {
    let owed: Vec<&str> = stand.owed.iter().map(|owed| kind(owed.raised.duty)).collect();
    let last = match &stand.last_ask {
        None => "Never".to_string(),
        Some((day, end)) => format!("{}: {}", ago(*day, today), end.label().to_lowercase()),
    };
    let (gave, won) = stand.referred;
    let from_them = match (gave, won) {
        (0, _) => format!("No referral from {first} yet"),
        (gave, 0) => count(gave, "referral"),
        (gave, won) => format!("{}, {won} won", count(gave, "referral")),
    };
    let owed = if owed.is_empty() { "None".to_string() } else { owed.join("; ") };
    let mine = if stand.given.is_empty() { "Nothing lately".to_string() } else { count(stand.given.len(), "thing") };
    vec![("Words owed", owed), ("Last ask", last), ("From them", from_them), ("From you", mine)]
}

fn open_asks(book: &Book, stand: &SourceStanding, today: NaiveDate) -> Vec<(AskId, String)> {
    let open = stand.open_asks.iter().filter_map(|id| book.ask(*id));
    open.map(|ask| (ask.id, format!("Asked {} for {}, no answer yet", ago(ask.on, today), whom(book, ask)))).collect()
}

fn given(book: &Book, stand: &SourceStanding, today: NaiveDate) -> Vec<Given> {
    let gives = stand.given.iter().filter_map(|id| book.give(*id));
    let given = gives.filter_map(|give| {
        let on = give.done_on?;
        let text = if give.text.is_empty() { give.what.label().to_string() } else { give.text.clone() };
        Some(Given { day: on.to_string(), said: short_date(on, today), text })
    });
    given.collect()
}

fn trust(stand: &SourceStanding) -> String {
    let facts: Vec<&str> = stand.trust.iter().map(|fact| fact.label()).collect();
    let mut letters = facts.join(", ");
    if let Some(first) = letters.get_mut(..1) {
        first.make_ascii_uppercase();
        letters.push('.');
    }
    letters
}

/// Whom an ask is about: the individual, else the kind of client, else nobody in particular (R33, R34).
pub fn whom(book: &Book, ask: &Ask) -> String {
    let target = ask.target.as_ref().map(|target| [target.name.clone(), target.link.clone()]);
    let named = target.into_iter().flatten().find(|text| !text.is_empty());
    let profile = || ask.profile.and_then(|id| book.ideal_client(IdealClientId(id))).map(|kind| kind.name.clone());
    named.or_else(profile).unwrap_or_else(|| "an introduction".to_string())
}

/// The ideal clients of the book, as (id, name), for a choice (R24, R33).
pub fn kinds_of_client(book: &Book) -> Vec<(String, String)> {
    book.ideal_clients().map(|kind| (kind.id.to_string(), kind.name.clone())).collect()
}

/// What is known of a chosen ideal client, in a line; empty when nothing is (R24).
pub fn kind_in_words(book: &Book, profile: &str) -> String {
    let kind = profile.parse().ok().and_then(|id: IdealClientId| book.ideal_client(id));
    let parts = kind.map(|kind| [&kind.titles, &kind.company, &kind.size, &kind.place, &kind.trigger, &kind.examples]);
    let lines = parts.into_iter().flatten().flat_map(|part| part.lines());
    let lines: Vec<&str> = lines.map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("; ")
}

/// How far a step of the preparation is: its name in the style sheet.
pub type StepClass = &'static str;

/// How far the five steps are: what is on the line, trust, whom, the action and the words, the day (B2). The first that is
/// not answered is `now`.
pub fn progress(draft: &AskDraft, gates: Gates) -> [StepClass; 5] {
    let named = !draft.name.trim().is_empty() || !draft.link.trim().is_empty();
    let done = [
        !gates.open_loop || !draft.loop_note.trim().is_empty(),
        !gates.no_trust || !draft.trust_note.trim().is_empty(),
        (named && !is_vague(&draft.name)) || (!named && !draft.profile.is_empty()),
        !draft.action.is_empty() && matches!(draft.comfortable.as_str(), "yes" | "with changes"),
        !draft.confirm_how.is_empty() && !draft.confirm_by.is_empty(),
    ];
    let now = done.iter().position(|is_done| !is_done);
    let mut states = ["later"; 5];
    for (n, (state, is_done)) in states.iter_mut().zip(done).enumerate() {
        *state = if is_done { "done" } else { "later" };
        if Some(n) == now {
            *state = "now";
        }
    }
    states
}

/// What to say below the choice of the action: how strong it is (R35).
pub fn strength(action: &str) -> String {
    let of = AskAction::BY_STRENGTH.len();
    match AskAction::BY_STRENGTH.iter().position(|known| known.word() == action) {
        None => "An action, not a contact: the more they do, the warmer it is.".to_string(),
        Some(at) if at + 1 == of => "Weak: without a word from them, you call as a stranger.".to_string(),
        Some(at) => format!("{} of {of} on the ladder.", of - at),
    }
}

/// What to do about how comfortable they are; empty when nothing is to do (R37).
pub fn comfort(word: &str, first: &str) -> String {
    match Comfort::of_word(word) {
        Comfort::No => {
            format!("Then choose a lighter action together above, or other words. Do not press {first}.")
        }
        Comfort::WithChanges => format!("Change the words above until they are {first}’s own."),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
