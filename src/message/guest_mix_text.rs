//! The room of an event in words: how it is mixed, who sits there and why, who is proposed, and the list as it is printed (R69).

use super::names::name;
use super::reason::{ago, count};
use crate::domain::book::Book;
use crate::domain::event::{Event, Guest, Rsvp};
use crate::domain::fold::fold;
use crate::domain::id::{EventId, PersonId};
use crate::domain::order::sort_by_key;
use crate::domain::person::{Person, Role};
use crate::rules::disclosure::{CONFIDENTIAL, Disclosure, WayOut};
use crate::rules::guest_mix::{
    GuestProposal, GuestReason, Mix, Seat, expected, here, in_the_room, places_left, proposed, seat_of, waiting,
};
use chrono::NaiveDate;

/// What a seat is called, and its icon.
pub fn seat_name(seat: Seat) -> (&'static str, &'static str) {
    match seat {
        Seat::Source => ("Source", "tree"),
        Seat::Prospect => ("Prospect", "referral"),
        Seat::Client => ("Client", "people"),
        Seat::Other => ("Guest", "people"),
    }
}

/// Why somebody is in the room, or could be, as a sentence (R69).
pub fn because(book: &Book, why: GuestReason, today: NaiveDate) -> String {
    match why {
        GuestReason::Sent(1, 0) => "Because they sent you 1 person.".into(),
        GuestReason::Sent(1, _) => "Because they sent you 1 person, who bought.".into(),
        GuestReason::Sent(sent, 0) => format!("Because they sent you {}.", count(sent, "person")),
        GuestReason::Sent(sent, won) => format!("Because they sent you {}; {won} bought.", count(sent, "person")),
        GuestReason::Hundred(line) => format!("Because they stand on line {line} of your Hundred."),
        GuestReason::Talked(day) => format!("Because you talked {}, and nothing is decided.", ago(day, today)),
        GuestReason::Introduced(source, day) => {
            format!("Because {} introduced you {}.", name(book, source), ago(day, today))
        }
        GuestReason::NotYet => "Because they are a prospect of yours.".into(),
        GuestReason::Satisfied(day) => format!("Because they told you {} that they are satisfied.", ago(day, today)),
        GuestReason::Bought => "Because they bought from you.".into(),
        GuestReason::Chosen => "Because you put them on the list.".into(),
    }
}

/// A mix in words: `5 sources, 4 prospects and 2 clients`.
pub fn mix_words(mix: Mix) -> String {
    let parts = [(mix.sources, "source"), (mix.prospects, "prospect"), (mix.clients, "client"), (mix.others, "other")];
    let parts: Vec<String> = parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, word)| count(n, word)).collect();
    match parts.split_last() {
        None => "nobody".into(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

/// What a mix means: how many of the room one hopes to work with, and whether anyone can speak for one.
fn finding(mix: Mix) -> String {
    match mix {
        _ if mix.all() == 0 => "Nobody is on the list yet.".into(),
        Mix { prospects: 0, .. } => "Nobody here is someone you hope to work with.".into(),
        Mix { sources: 0, .. } => "Nobody here has sent you anyone yet.".into(),
        Mix { prospects, .. } => match (mix.all() + prospects / 2) / prospects {
            0 | 1 => "Nearly everyone here is someone you hope to work with.".into(),
            n => format!("One in {n} is someone you hope to work with."),
        },
    }
}

/// One kind of guest as a bar: how many are asked, and how many are still to ask.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MixBar {
    /// What they are called.
    pub name: &'static str,
    /// How many are asked.
    pub asked: usize,
    /// How many are not.
    pub to_ask: usize,
    /// How long the bar is, of a hundred.
    pub long: usize,
}

/// The room in words: its bars, what they mean, and the mix of those who come; of an event that was, those who came (R69).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GuestMixWords {
    /// How many are in it.
    pub all: usize,
    /// What the mix means.
    pub finding: String,
    /// A bar for each kind there is.
    pub bars: Vec<MixBar>,
    /// How many of them are asked.
    pub asked: usize,
    /// How many are still to be asked.
    pub to_ask: usize,
    /// The mix of those who said yes, while it is to come; empty where nobody did.
    pub coming: String,
}

/// The room of an event in words.
pub fn room(book: &Book, id: EventId, today: NaiveDate) -> GuestMixWords {
    let Some(event) = book.event(id) else { return GuestMixWords::default() };
    let over = event.is_over(today);
    let in_it: Vec<PersonId> =
        if over { in_the_room(book, event, today).collect() } else { expected(book, event).collect() };
    let was_asked = |id: &&PersonId| over || event.guest(**id).is_some_and(|guest| event.has_asked(guest));
    let (mix, asked) = (Mix::of(book, in_it.iter().copied()), Mix::of(book, in_it.iter().filter(was_asked).copied()));
    let kinds = [
        ("Sources", mix.sources, asked.sources),
        ("Prospects", mix.prospects, asked.prospects),
        ("Clients", mix.clients, asked.clients),
        ("Others", mix.others, asked.others),
    ];
    let most = kinds.iter().map(|(_, all, _)| *all).max().unwrap_or(0).max(1);
    let bar = |(name, all, asked): (&'static str, usize, usize)| MixBar {
        name,
        asked,
        to_ask: all - asked,
        long: all * 100 / most,
    };
    let come = if over { Mix::default() } else { Mix::of(book, in_the_room(book, event, today)) };
    GuestMixWords {
        all: mix.all(),
        finding: if over && mix.all() == 0 { "Nobody is noted as having come.".into() } else { finding(mix) },
        bars: kinds.into_iter().filter(|(_, all, _)| *all > 0).map(bar).collect(),
        asked: asked.all(),
        to_ask: mix.all() - asked.all(),
        coming: if come.all() == 0 { String::new() } else { format!("Said yes: {}.", mix_words(come)) },
    }
}

/// A guest of the list in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GuestWords {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// What to call them.
    pub first: String,
    /// Where they work; may be empty.
    pub work: String,
    /// Whether they are a client.
    pub client: bool,
    /// As what they sit there, and its icon.
    pub seat: (&'static str, &'static str),
    /// Why.
    pub why: String,
    /// How they stand: asked, coming, there; with its tone.
    pub mark: (&'static str, &'static str),
    /// What the button is called that writes to them; empty where nothing is to be written.
    pub button: &'static str,
    /// Whether they came.
    pub came: bool,
}

/// The guests of an event in words, those not asked first.
pub fn guests(book: &Book, id: EventId, today: NaiveDate) -> Vec<GuestWords> {
    let Some(event) = book.event(id) else { return Vec::new() };
    let waiting = waiting(book, event, today);
    let mut list: Vec<&Guest> = here(book, event).collect();
    sort_by_key(&mut list, |guest| !event.is_over(today) && event.has_asked(guest));
    let told = |guest: &Guest| {
        let waits = waiting.contains(&guest.person);
        guest_words(book, event, guest, waits, today)
    };
    list.into_iter().filter_map(told).collect()
}

fn guest_words(book: &Book, event: &Event, guest: &Guest, waits: bool, today: NaiveDate) -> Option<GuestWords> {
    let person = book.live_person(guest.person)?;
    let (seat, why) = seat_of(book, guest.person);
    let over = event.is_over(today);
    let answer = event.answer_of(guest);
    let button = match (over, waits, answer) {
        (true, true, _) => "Write to them",
        (true, false, _) => "",
        (false, true, _) => "Invite",
        // Who was asked and has not said may be asked again; who wants no messages is written nothing.
        (false, false, None) if event.has_asked(guest) => "Ask again",
        (false, false, _) => "",
    };
    Some(GuestWords {
        person: guest.person,
        name: person.name.to_string(),
        first: person.name.first().to_string(),
        work: book.workplace(person).to_string(),
        client: person.is(&Role::Client),
        seat: seat_name(seat),
        why: because(book, why, today),
        mark: if over && guest.came { ("Came", "done") } else { mark(event, guest) },
        button,
        came: guest.came,
    })
}

/// How a guest stands before the event, with its tone.
pub(super) fn mark(event: &Event, guest: &Guest) -> (&'static str, &'static str) {
    match event.answer_of(guest) {
        Some(Rsvp::Yes) => ("Comes", "done"),
        Some(Rsvp::Maybe) => ("May come", "owed"),
        Some(Rsvp::No) => ("Cannot", "calm"),
        Some(Rsvp::Other(_)) => ("Answered", "calm"),
        None if event.moved_since(guest) => ("Another day", "late"),
        None if event.has_asked(guest) => ("No answer", "owed"),
        None => ("Not asked", "calm"),
    }
}

/// Somebody who could be put on the list, in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProposalWords {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Where they work; may be empty.
    pub work: String,
    /// Whether they are a client.
    pub client: bool,
    /// As what, and its icon.
    pub seat: (&'static str, &'static str),
    /// Why.
    pub why: String,
}

/// Who is proposed for an event: so many as fill a table, and `more`; their mix in a sentence, and how many others there are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProposedWords {
    /// They themselves.
    pub people: Vec<ProposalWords>,
    /// Their mix.
    pub mix: String,
    /// How many more could be proposed.
    pub others: usize,
}

/// Who is proposed for an event, in words (R69).
pub fn proposals(book: &Book, id: EventId, more: usize, today: NaiveDate) -> ProposedWords {
    let Some(event) = book.event(id).filter(|event| !event.is_over(today)) else { return ProposedWords::default() };
    let all = proposed(book, event);
    let shown = all.get(..places_left(book, event) + more).unwrap_or(&all);
    let mut mix = Mix::default();
    shown.iter().for_each(|one| mix.add(one.seat));
    let told = |one: &GuestProposal| {
        let person: &Person = book.live_person(one.person)?;
        Some(ProposalWords {
            person: one.person,
            name: person.name.to_string(),
            work: book.workplace(person).to_string(),
            client: person.is(&Role::Client),
            seat: seat_name(one.seat),
            why: because(book, one.because, today),
        })
    };
    ProposedWords {
        people: shown.iter().filter_map(told).collect(),
        mix: format!("{}.", mix_words(mix)),
        others: all.len() - shown.len(),
    }
}

/// A line of the printed list. Nobody is named who was brought in confidence, and nothing is said of why anyone is there (R63).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PaperLine {
    /// Who.
    pub name: String,
    /// Where they work; may be empty.
    pub work: String,
    /// What they answered.
    pub says: &'static str,
}

/// The list as it is printed, by name (R69).
pub fn paper(book: &Book, id: EventId, today: NaiveDate) -> Vec<PaperLine> {
    let Some(event) = book.event(id) else { return Vec::new() };
    let disclosure = Disclosure::others(book, WayOut::GuestPaper);
    let line = |guest: &Guest| {
        let person = book.live_person(guest.person)?;
        let says = if event.is_over(today) && guest.came { "Came" } else { mark(event, guest).0 };
        Some(match disclosure.told_name(guest.person) {
            None => PaperLine { name: CONFIDENTIAL.into(), work: String::new(), says },
            Some(name) => PaperLine { name: name.into(), work: book.workplace(person).to_string(), says },
        })
    };
    let mut lines: Vec<PaperLine> = here(book, event).filter_map(line).collect();
    sort_by_key(&mut lines, |line| (fold(&line.name), line.work.clone()));
    lines
}

#[cfg(test)]
mod tests;
