//! Giving back in words: the balances, what could be done for somebody, and what was promised, wanted and sent (R65, R66).

use super::duty::kind;
use super::letter::letter;
use super::meeting::{because, wants};
use super::names::{first, name};
use super::reason::{ago, count, date, short_date};
use super::script::Tone;
use crate::domain::book::Book;
use crate::domain::day::later;
use crate::domain::draft::mentioned;
use crate::domain::give::moves::GiveStep;
use crate::domain::give::{Give, GiveKind};
use crate::domain::id::{GiveId, PersonId};
use crate::domain::referral::End;
use crate::rules::balance::{Balance, Since, balance, ledger};
use crate::rules::duty::{Duty, Owed};
use crate::rules::ideas::Idea;
use crate::rules::matches::Wish;
use chrono::NaiveDate;

/// What the head of the page says of the balance (R65).
pub fn lead(book: &Book, since: Since, today: NaiveDate) -> String {
    let ledger = ledger(book, since, today, true);
    let begun = if since == Since::Year { "Since January you have" } else { "In all you have" };
    let far = match ledger.owed.len() {
        0 => String::new(),
        1 => " One person has given far more than they got.".to_string(),
        n => format!(" {} have given far more than they got.", capital(&people(n))),
    };
    match ledger.total {
        (0, 0) => "Referrals keep coming to those who give. Note here what you give, and what you promise.".to_string(),
        (had, gave) => format!("{begun} had {} and returned {gave}.{far}", kindnesses(had)),
    }
}

fn kindnesses(many: usize) -> String {
    if many == 1 { "1 kindness".to_string() } else { format!("{many} kindnesses") }
}

fn people(many: usize) -> String {
    const SMALL: [&str; 8] = ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let word = many.checked_sub(2).and_then(|at| SMALL.get(at)).map(|word| (*word).to_string());
    format!("{} people", word.unwrap_or_else(|| many.to_string()))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A line of the balances.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LedgerLine {
    /// Whose it is; nobody's for the others together.
    pub person: Option<PersonId>,
    /// What it is called.
    pub name: String,
    /// From them.
    pub from: usize,
    /// To them.
    pub to: usize,
}

/// The balances as the table shows them (R65).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LedgerWords {
    /// Those who gave far more than they got.
    pub owed: Vec<LedgerLine>,
    /// The others, and the rest together.
    pub others: Vec<LedgerLine>,
    /// All of them.
    pub total: LedgerLine,
}

/// The balances in words; `all` shows each by themselves.
pub fn ledger_words(book: &Book, since: Since, today: NaiveDate, all: bool) -> LedgerWords {
    let ledger = ledger(book, since, today, all);
    let line =
        |b: Balance| LedgerLine { person: Some(b.person), name: name(book, b.person), from: b.received, to: b.given };
    let rest = ledger.rest.map(|(many, from, to)| LedgerLine { person: None, name: others(many), from, to });
    let (from, to) = ledger.total;
    let called = if since == Since::Year { "This year" } else { "In all" };
    LedgerWords {
        owed: ledger.owed.into_iter().map(line).collect(),
        others: ledger.others.into_iter().map(line).chain(rest).collect(),
        total: LedgerLine { person: None, name: called.into(), from, to },
    }
}

fn others(many: usize) -> String {
    if many == 1 { "1 other".into() } else { format!("{many} others") }
}

/// The balance with one person in a line: `4 from Ken, 1 from you this year.` (R65); empty where there is nothing.
pub fn between(book: &Book, person: PersonId, since: Since, today: NaiveDate) -> String {
    let Balance { received, given, .. } = balance(book, person, since, today);
    let this_year = if since == Since::Year { " this year" } else { " in all" };
    match (received, given) {
        (0, 0) => String::new(),
        _ => format!("{received} from {}, {given} from you{this_year}.", first(book, person)),
    }
}

/// An idea in words: what to do, and why (R66).
pub fn idea(book: &Book, person: PersonId, idea: &Idea, today: NaiveDate) -> (String, String) {
    let who = first(book, person);
    match idea {
        Idea::Keep(id) => {
            let give = book.give(*id);
            let by = give.and_then(|give| give.promised_by).map(|by| format!("Promised by {}", date(by, today)));
            (give.map(what).unwrap_or_default(), by.unwrap_or_default())
        }
        Idea::GoOn(id) => {
            let other = book.introduction(*id).and_then(|i| Some(i.person(i.side_of(person)?.opposite())));
            let other = other.map(|id| name(book, id)).unwrap_or_default();
            (format!("The introduction to {other}"), "It is under way; see what is next".into())
        }
        Idea::Meet(proposal) => {
            let text = proposal.wish.text.lines().next().unwrap_or_default();
            let why = because(book, &proposal.found);
            (format!("{} for “{text}”", name(book, proposal.found.who)), capital(&why))
        }
        Idea::Find(wish) => (wish.text.clone(), format!("{who} asked for it, and nobody is found yet")),
        Idea::Testimonial => {
            (format!("A good word about {who}’s work in public"), "There is none from you on record".into())
        }
        Idea::Invite(id) => {
            let event = book.event(*id);
            let on = event.and_then(|e| e.on).map(|on| format!(" on {}", date(on, today))).unwrap_or_default();
            let called = event.map(|event| event.name.clone()).unwrap_or_default();
            (format!("A seat at {called}{on}"), format!("{who} is not on the list yet"))
        }
        Idea::AskWhatTheyNeed => (format!("Ask {who} whom they look for"), "Nothing is on record to match".into()),
    }
}

/// What is given, in a few words: the text, or the kind.
pub fn what(give: &Give) -> String {
    if give.text.is_empty() { give.what.label().to_string() } else { give.text.clone() }
}

/// The kind of a promise in a word or two, and its icon (R27, R67).
pub fn promise_kind(book: &Book, owed: &Owed) -> (String, &'static str) {
    if owed.raised.duty != Duty::Help {
        return ("Your plan together".into(), "plan");
    }
    let give = owed.raised.record.and_then(|id| book.give(GiveId(id)));
    match give.map(|give| give.what.clone()) {
        None | Some(GiveKind::Help) => (kind(Duty::Help).into(), "help"),
        Some(what) => (what.label().into(), icon(&what)),
    }
}

/// The words that keep a promise, as the composer begins with them.
pub fn words_for(book: &Book, owed: &Owed) -> String {
    let person = owed.raised.person.unwrap_or_default();
    letter(book, person, std::slice::from_ref(&owed.raised), Tone::Warm, "").body
}

/// The icon of a kind of give.
pub fn icon(what: &GiveKind) -> &'static str {
    match what {
        GiveKind::Referral => "referral",
        GiveKind::Introduction => "people",
        GiveKind::Article | GiveKind::Testimonial => "note",
        GiveKind::Gift => "gift",
        _ => "help",
    }
}

/// How a day lies to today in a narrow column, with its tone: `6 days` late, `Today`, `Fri`, `4 Dec`.
pub fn day_mark(day: NaiveDate, today: NaiveDate) -> (String, &'static str) {
    match day {
        day if day < today => (count((today - day).num_days().unsigned_abs() as usize, "day") + " late", "late"),
        day if day == today => ("Today".into(), "owed"),
        day if day < later(today, 7) => (day.format("%a").to_string(), "owed"),
        day => (short_date(day, today), "calm"),
    }
}

/// Help somebody asked for and nobody is found for (B11): since when it waits, and what to do.
pub fn wanted(book: &Book, wish: &Wish, today: NaiveDate) -> (String, String) {
    let waits = wish.since.map(|day| count((today - day).num_days().unsigned_abs() as usize, "day"));
    let nobody = "Nobody in your book has it in a tag, a title, or where they work.";
    (format!("{} {nobody}", wants(book, wish, today)), waits.unwrap_or_default())
}

/// A referral I gave, in words (R65).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SentWords {
    /// To whom.
    pub to: PersonId,
    /// What they are called.
    pub name: String,
    /// Whom I sent.
    pub sent: String,
    /// How far it is.
    pub stage: String,
    /// The steps that may come next, with what each is called.
    pub steps: Vec<(GiveStep, String)>,
    /// Whether it goes on.
    pub goes_on: bool,
}

/// A referral I gave, in words; `None` when it is gone.
pub fn sent(book: &Book, id: GiveId, today: NaiveDate) -> Option<SentWords> {
    let give = book.give(id).filter(|give| !give.trashed)?;
    let prospect = give.prospect.as_ref().map(|who| mentioned(book, who).to_string()).unwrap_or_default();
    let sent = if prospect.is_empty() { what(give) } else { prospect };
    let steps = give.steps().into_iter().map(|step| (step, step_label(step, give, book))).collect();
    let name = name(book, give.to);
    Some(SentWords { to: give.to, name, sent, stage: stage(give, today), steps, goes_on: give.goes_on() })
}

fn step_label(step: GiveStep, give: &Give, book: &Book) -> String {
    match step {
        GiveStep::Done => "I introduced them".into(),
        GiveStep::FollowedUp => "They are in touch".into(),
        GiveStep::Talked => "They have talked".into(),
        GiveStep::Won => format!("{} made a sale", first(book, give.to)),
        GiveStep::Closed => "Nothing came of it".into(),
    }
}

fn stage(give: &Give, today: NaiveDate) -> String {
    let on = |day: Option<NaiveDate>| day.map(|day| format!(" {}", ago(day, today))).unwrap_or_default();
    let came = if give.outcome.is_empty() { String::new() } else { format!(": {}", give.outcome) };
    match (&give.end, give.done_on) {
        (Some(End::Won), _) => format!("It became a sale{}{came}", on(give.ended_on)),
        (Some(End::Closed), _) => format!("Nothing came of it{}{came}", on(give.ended_on)),
        (_, None) => match give.promised_by {
            Some(by) => format!("Promised by {}", date(by, today)),
            None => "Not promised, not done".into(),
        },
        _ if give.talked_on.is_some() => format!("They talked{}{came}", on(give.talked_on)),
        _ if give.followed_up_on.is_some() => {
            format!("They are in touch since {}{came}", since(give.followed_up_on, today))
        }
        (_, done) => format!("You introduced them{}{came}", on(done)),
    }
}

fn since(day: Option<NaiveDate>, today: NaiveDate) -> String {
    day.map(|day| date(day, today)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
