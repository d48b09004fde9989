//! The room of an event: who is on its list and as what, how they are mixed, and who is proposed, with the reason (R69).
//!
//! An event brings the best sources and open prospects together, and some clients who can speak of the work: two sources
//! and two prospects to a client. Whoever is proposed next makes the room most like that. Where the practice leaves a choice
//! open, this is the one made here:
//!
//! * Nobody sits there twice: an open prospect counts as one, else who sent somebody or stands on the Hundred without being
//!   a client is a source, else a client is a client.
//! * A prospect is proposed once somebody introduced us, or they came by themselves: an invitation before that would be the
//!   first they hear of me. One of a referral held in confidence is never proposed, nor counted as a prospect.
//! * A client is proposed who said that they are satisfied, or whose relationship is rated 4 or 5. A source rated 1 or 2 is not.
//! * Who wants no messages is never proposed. Who cannot come leaves their place to another.

use super::duty::{Answers, Calendar, Owed, When, heard_since, word_to};
use super::introductions::{IntroductionProposal as Pair, meetings_among};
use super::matches::may_meet;
use super::tier::tier_of;
use crate::domain::book::{Book, Ties};
use crate::domain::day::later;
use crate::domain::event::{Event, Guest, Rsvp};
use crate::domain::id::{EventId, PersonId};
use crate::domain::id_map::IdSet;
use crate::domain::order::{collect_sorted, sort_by_key};
use crate::domain::person::{Person, Rating, Role};
use crate::domain::referral::{Origin, Referral};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// As what somebody sits in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Seat {
    /// They send people, or may.
    Source,
    /// They were sent, and have not bought yet.
    Prospect,
    /// They bought.
    Client,
    /// Anyone else.
    Other,
}

impl Seat {
    /// Those that are proposed, and how many of each there are in a room of five.
    const WANTED: [(Seat, usize); 3] = [(Seat::Source, 2), (Seat::Prospect, 2), (Seat::Client, 1)];
}

/// Why somebody is proposed, or is in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GuestReason {
    /// They sent so many people, and so many of them bought.
    Sent(usize, usize),
    /// They stand on this line of the Hundred.
    Hundred(u32),
    /// We have talked, since this day.
    Talked(NaiveDate),
    /// This person introduced us, on this day.
    Introduced(PersonId, NaiveDate),
    /// They came by themselves, or nothing more is known of them than that they are a prospect.
    NotYet,
    /// They told me on this day that they are satisfied.
    Satisfied(NaiveDate),
    /// They bought.
    Bought,
    /// I put them on the list.
    Chosen,
}

/// Somebody for the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct GuestProposal {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub seat: Seat,
    /// Why.
    pub because: GuestReason,
}

/// How many of each sit in a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Mix {
    /// Sources.
    pub sources: usize,
    /// Prospects.
    pub prospects: usize,
    /// Clients.
    pub clients: usize,
    /// Others.
    pub others: usize,
}

impl Mix {
    /// The mix of these people; who is gone or in the trash does not count.
    pub fn of(book: &Book, people: impl IntoIterator<Item = PersonId>) -> Mix {
        let mut mix = Mix::default();
        for (person, ties) in people.into_iter().filter_map(|id| Some((book.live_person(id)?, book.ties(id)))) {
            mix.add(seat(person, ties).0);
        }
        mix
    }

    /// Takes in one more.
    pub fn add(&mut self, seat: Seat) {
        match seat {
            Seat::Source => self.sources += 1,
            Seat::Prospect => self.prospects += 1,
            Seat::Client => self.clients += 1,
            Seat::Other => self.others += 1,
        }
    }

    fn count(&self, seat: Seat) -> usize {
        match seat {
            Seat::Source => self.sources,
            Seat::Prospect => self.prospects,
            Seat::Client => self.clients,
            Seat::Other => self.others,
        }
    }

    /// How many people that is.
    pub fn all(&self) -> usize {
        self.sources + self.prospects + self.clients + self.others
    }
}

/// As what somebody sits in a room, and why.
pub fn seat_of(book: &Book, person: PersonId) -> (Seat, GuestReason) {
    let known = book.person(person);
    known.map_or((Seat::Other, GuestReason::Chosen), |known| seat(known, book.ties(person)))
}

fn seat(person: &Person, ties: &Ties) -> (Seat, GuestReason) {
    if let Some(because) = prospect(person, ties) {
        return (Seat::Prospect, because);
    }
    let sent = ties.referrals_from().filter(|referral| referral.prospect != person.id);
    let (all, won) = sent.fold((0, 0), |(all, won), r| (all + 1, won + usize::from(r.won_on().is_some())));
    let client = person.is(&Role::Client) || person.is(&Role::PastClient);
    match (all, person.rank, person.satisfied_on) {
        (1.., ..) => (Seat::Source, GuestReason::Sent(all, won)),
        (_, Some(rank), _) if !client => (Seat::Source, GuestReason::Hundred(rank)),
        (_, _, Some(day)) if client => (Seat::Client, GuestReason::Satisfied(day)),
        _ if client => (Seat::Client, GuestReason::Bought),
        _ => (Seat::Other, GuestReason::Chosen),
    }
}

/// Why somebody is an open prospect: the referral that is furthest. Nobody is whose referral is held in confidence.
fn prospect(person: &Person, ties: &Ties) -> Option<GuestReason> {
    let brought =
        || ties.referrals_to().filter(|referral| referral.source != person.id || referral.origin == Origin::Itself);
    if ties.referrals_to().any(is_secret) {
        return None;
    }
    let open = brought().filter(|referral| referral.is_open());
    let furthest = open.max_by_key(|r| (r.talked_on.is_some(), r.introduced_on.is_some(), r.agreed_on));
    match furthest {
        Some(referral) => Some(match (referral.talked_on, referral.introduced_on) {
            (Some(day), _) => GuestReason::Talked(day),
            (None, Some(day)) => GuestReason::Introduced(referral.source, day),
            (None, None) => GuestReason::NotYet,
        }),
        // A file that was closed is closed.
        None => (person.is(&Role::Prospect) && brought().next().is_none()).then_some(GuestReason::NotYet),
    }
}

/// Whether nobody else may learn that this referral goes on.
fn is_secret(referral: &Referral) -> bool {
    referral.confidential.hides_stage()
}

/// How many a room holds before nobody more is proposed by itself.
const TABLE: usize = 12;

/// How many are proposed to this event at first: a table of twelve, and never fewer than four.
pub fn places_left(book: &Book, event: &Event) -> usize {
    TABLE.saturating_sub(expected(book, event).count()).max(4)
}

/// Who of the list may be expected: everyone but those who cannot come.
pub fn expected<'a>(book: &'a Book, event: &'a Event) -> impl Iterator<Item = PersonId> + 'a {
    let cannot = |guest: &Guest| event.answer_of(guest) == Some(&Rsvp::No);
    here(book, event).filter(move |guest| !cannot(guest)).map(|guest| guest.person)
}

/// The guests who are in the book.
pub fn here<'a>(book: &'a Book, event: &'a Event) -> impl Iterator<Item = &'a Guest> {
    event.guests().filter(|guest| book.live_person(guest.person).is_some())
}

/// Who is in the room in the end: those who came, or before its day those who said that they come.
pub fn in_the_room<'a>(book: &'a Book, event: &'a Event, today: NaiveDate) -> impl Iterator<Item = PersonId> + 'a {
    let over = event.is_over(today);
    let is_in = move |guest: &&Guest| {
        if over { guest.came } else { event.answer_of(guest) == Some(&Rsvp::Yes) }
    };
    here(book, event).filter(is_in).map(|guest| guest.person)
}

/// Everyone who could still be put on the list, in the order that mixes the room best (R69).
pub fn proposed(book: &Book, event: &Event) -> Vec<GuestProposal> {
    let best = best(book, event);
    let of = |seat: Seat| best.iter().filter(move |one| one.seat == seat).copied().peekable();
    let mut waiting = Seat::WANTED.map(|(seat, wanted)| (seat, wanted, of(seat)));
    let mut room = Mix::of(book, expected(book, event));
    let mut all = Vec::new();
    loop {
        // The seat of which there are fewest for its share comes next; of equals the one that is wanted most.
        let open = waiting.iter_mut().filter_map(|(seat, wanted, list)| list.peek().map(|_| (*seat, *wanted)));
        let next = open.min_by_key(|(seat, wanted)| (room.count(*seat) * 2 / wanted, *seat));
        let list = next.and_then(|(next, _)| waiting.iter_mut().find(|(seat, ..)| *seat == next));
        let Some(proposal) = list.and_then(|(.., list)| list.next()) else { return all };
        room.add(proposal.seat);
        all.push(proposal);
    }
}

/// Those who could be proposed, the best first.
fn best(book: &Book, event: &Event) -> Vec<GuestProposal> {
    let listed: IdSet<PersonId> = collect_sorted(event.invited.iter().map(|guest| guest.person));
    let mut list = Vec::new();
    for (person, ties) in book.everyone() {
        let (seat, because) = seat(person, ties);
        if !listed.contains(&person.id) && may_meet(person) && is_good(person, ties, because) {
            let place =
                (place(because), tier_of(person, ties), person.rank.unwrap_or(u32::MAX), Reverse(person.rating));
            list.push((place, person.name.clone(), GuestProposal { person: person.id, seat, because }));
        }
    }
    sort_by_key(&mut list, |(place, name, proposal)| (place.clone(), name.clone(), proposal.person));
    list.into_iter().map(|(.., proposal)| proposal).collect()
}

/// Whether this is reason enough to propose somebody.
fn is_good(person: &Person, ties: &Ties, because: GuestReason) -> bool {
    let rated = |least: u8| person.rating >= Rating::try_from(least).ok();
    match because {
        GuestReason::Sent(..) | GuestReason::Hundred(_) => person.rating.is_none() || rated(3),
        GuestReason::Bought => rated(4),
        GuestReason::NotYet => ties.referrals_to().any(|r| r.is_open() && r.origin == Origin::Itself),
        GuestReason::Talked(_) | GuestReason::Introduced(..) | GuestReason::Satisfied(_) => true,
        GuestReason::Chosen => false,
    }
}

/// Where a reason stands among its like: who sent most buyers, whom I know best, who is furthest.
fn place(because: GuestReason) -> (u8, Reverse<usize>, Reverse<usize>, Reverse<Option<NaiveDate>>) {
    let at = |kind, won, sent, day| (kind, Reverse(won), Reverse(sent), Reverse(day));
    match because {
        GuestReason::Sent(sent, won) => at(0, won, sent, None),
        GuestReason::Talked(day) | GuestReason::Satisfied(day) => at(0, 0, 0, Some(day)),
        GuestReason::Introduced(_, day) => at(1, 0, 0, Some(day)),
        GuestReason::Hundred(_) | GuestReason::Bought => at(1, 0, 0, None),
        GuestReason::NotYet | GuestReason::Chosen => at(2, 0, 0, None),
    }
}

/// Two of the guests who should meet each other: one looks for something, and the other may be right for it (R68, R69).
pub fn should_meet(book: &Book, event: &Event, today: NaiveDate) -> Vec<Pair> {
    let over = event.is_over(today);
    let people: IdSet<PersonId> =
        if over { collect_sorted(in_the_room(book, event, today)) } else { collect_sorted(expected(book, event)) };
    if people.len() < 2 { Vec::new() } else { meetings_among(book, &people) }
}

/// The word to this person about an event, whether it is due or not: an invitation, or the word after it. None where the
/// event has no day, or the person wants no messages.
pub fn word_to_guest(book: &Book, event: &Event, person: PersonId, today: NaiveDate) -> Option<Owed> {
    book.live_person(person).filter(|person| may_meet(person))?;
    let raised = word_to(&Calendar::of(book), event, person, event.on?, today);
    Some(Owed { due: raised.due, when: When::of(raised.due, today).unwrap_or(When::Soon), raised })
}

/// Who of an event waits for a word, and is written to when all are, one after the other: before its day those who were
/// not asked, after it those who came and have not heard since. Whoever is not owed one any more does not wait.
pub fn waiting(book: &Book, event: &Event, today: NaiveDate) -> Vec<PersonId> {
    let Some(on) = event.on else { return Vec::new() };
    let (answers, calendar) = (Answers::of(book), Calendar::of(book));
    let waits = |guest: &&Guest| match event.is_over(today) {
        true => guest.came && !heard_since(book, guest.person, on),
        false => !event.has_asked(guest),
    };
    let is_owed = |id: &PersonId| {
        let may = book.live_person(*id).is_some_and(may_meet);
        may && !answers.is_dropped(&word_to(&calendar, event, *id, on, today))
    };
    here(book, event).filter(waits).map(|guest| guest.person).filter(is_owed).collect()
}

/// Whom to write to after this one: the next who waits further down the list, else the first who waits at all.
pub fn next_after(book: &Book, event: &Event, person: PersonId, today: NaiveDate) -> Option<PersonId> {
    let waiting = waiting(book, event, today);
    let place = |id: PersonId| event.invited.iter().position(|guest| guest.person == id);
    let further = waiting.iter().find(|one| place(**one) > place(person));
    further.or_else(|| waiting.iter().find(|one| **one != person)).copied()
}

/// What grew from an event that was: the referrals from those who came, agreed in the ninety days after it, and how many of
/// them bought.
pub fn grew(book: &Book, event: &Event) -> (usize, usize) {
    let Some(on) = event.on else { return (0, 0) };
    let after = on..=later(on, GROWS_DAYS);
    let came = here(book, event).filter(|guest| guest.came);
    let sent = came.flat_map(|guest| book.referrals_from(guest.person).filter(|r| r.prospect != guest.person));
    let since = sent.filter(|referral| referral.agreed_on.is_some_and(|day| day > on && after.contains(&day)));
    since.fold((0, 0), |(all, won), referral| (all + 1, won + usize::from(referral.won_on().is_some())))
}

/// How many days something may take to grow from an event.
const GROWS_DAYS: u64 = 90;

/// The events to come, the next first, those without a day last; and those that were, the latest first.
pub fn events(book: &Book, today: NaiveDate) -> (Vec<EventId>, Vec<EventId>) {
    let ordered = |over: bool| {
        let mut list: Vec<&Event> = book.events().filter(|event| event.is_over(today) == over).collect();
        if over {
            sort_by_key(&mut list, |event| (Reverse(event.on), event.id));
        } else {
            sort_by_key(&mut list, |event| (event.on.is_none(), event.on, event.id));
        }
        list.into_iter().map(|event| event.id).collect()
    };
    (ordered(false), ordered(true))
}

#[cfg(test)]
mod tests;
