//! Five for this week: whom to contact next, each with a reason, nobody twice (B4).

use super::duty::{Duty, Owed, When, owed};
use super::hundred::hundred;
use super::last_contact::last_contact;
use super::tier::tier;
use super::week::{contacted_on, week_start};
use crate::domain::book::Book;
use crate::domain::change::Change;
use crate::domain::day::later;
use crate::domain::id::{Mint, PersonId, PutOffId};
use crate::domain::order::sort_by_key;
use crate::domain::person::{Consent, Person, Tier};
use crate::domain::put_off::PutOff;
use chrono::NaiveDate;
use std::collections::HashSet;

/// How many are proposed.
pub const FIVE: usize = 5;
/// The name under which a swap is kept until the week is over.
const SWAPPED: &str = "five";

/// Somebody proposed for this week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// Whom.
    pub person: PersonId,
    /// Why.
    pub because: FiveReason,
}

/// Why somebody is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FiveReason {
    /// A word is owed to them.
    Owed(Box<Owed>),
    /// An ask is ripe.
    Ripe(Box<Owed>),
    /// They are fading: the last word was on this day.
    Fading(Tier, NaiveDate),
    /// They stand at this place in the Hundred; the last word was on this day, if ever.
    InHundred(usize, Option<NaiveDate>),
}

/// The five of the week this day lies in: duties that call for a personal word first, then ripe asks, then fading people by
/// tier and rank, then the Hundred from the top. Nobody twice, nobody contacted this week already, nobody who wants no
/// messages, nobody swapped away this week.
pub fn five(book: &Book, today: NaiveDate) -> Vec<Proposed> {
    five_among(book, owed(book, today), today)
}

/// Like `five`, where it is known already what is owed, in the order of the list.
pub fn five_among(book: &Book, owed: impl IntoIterator<Item = Owed>, today: NaiveDate) -> Vec<Proposed> {
    let week = week_start(book, today);
    let mut taken: HashSet<PersonId> = swapped(book, today).collect();
    let mut list: Vec<Proposed> = Vec::new();
    for proposed in candidates(book, owed) {
        let person = book.live_person(proposed.person);
        let may = person.is_some_and(|person| person.consent != Some(Consent::DoNotContact));
        if list.len() < FIVE
            && may
            && contacted_on(book.ties(proposed.person), week).is_none()
            && taken.insert(proposed.person)
        {
            list.push(proposed);
        }
    }
    list
}

fn candidates(book: &Book, owed: impl IntoIterator<Item = Owed>) -> Vec<Proposed> {
    let mut due: Vec<Proposed> = Vec::new();
    let mut ripe: Vec<Proposed> = Vec::new();
    let mut fading: Vec<Proposed> = Vec::new();
    for owed in owed {
        let Some(person) = owed.raised.person else { continue };
        if owed.raised.duty == Duty::KeepInTouch {
            fading.extend(fades(book, person).filter(|_| owed.when != When::Soon));
        } else if owed.when == When::Ripe {
            ripe.push(Proposed { person, because: FiveReason::Ripe(Box::new(owed)) });
        } else {
            due.push(Proposed { person, because: FiveReason::Owed(Box::new(owed)) });
        }
    }
    let rank = |id: PersonId| book.person(id).and_then(|person| person.rank).unwrap_or(u32::MAX);
    sort_by_key(&mut ripe, |proposed| rank(proposed.person));
    sort_by_key(&mut fading, |proposed| match &proposed.because {
        FiveReason::Fading(tier, last) => (tier.clone(), rank(proposed.person), *last),
        _ => (Tier::C, u32::MAX, NaiveDate::MAX),
    });
    let listed = hundred(book).into_iter().zip(1..);
    let listed = listed
        .map(|(person, place)| Proposed { person, because: FiveReason::InHundred(place, last_contact(book, person)) });
    due.into_iter().chain(ripe).chain(fading).chain(listed).collect()
}

fn fades(book: &Book, id: PersonId) -> Option<Proposed> {
    let person: &Person = book.person(id)?;
    Some(Proposed { person: id, because: FiveReason::Fading(tier(book, person), last_contact(book, id)?) })
}

fn swapped(book: &Book, today: NaiveDate) -> impl Iterator<Item = PersonId> {
    let until = move |put_off: &&PutOff| put_off.until.is_some_and(|until| until > today);
    book.put_offs().filter(|put_off| put_off.duty == SWAPPED).filter(until).filter_map(|put_off| put_off.person)
}

/// The change that takes this person out of the proposal until the week is over, so that the next one stands there.
pub fn swap(book: &Book, person: PersonId, today: NaiveDate, mint: &mut Mint) -> Change {
    let until = later(week_start(book, today), 7);
    let duty = SWAPPED.to_string();
    let id = PutOffId(mint.id());
    Change::of(PutOff { id, duty, person: Some(person), until: Some(until), ..PutOff::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::give::Give;
    use crate::domain::id::{Session, TouchId};
    use crate::domain::person::{Rating, Role};
    use crate::domain::touch::{Touch, TouchKind};

    const TODAY: &str = "2026-11-18";

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn told(book: &Book) -> Vec<String> {
        let one = |proposed: &Proposed| match &proposed.because {
            FiveReason::Owed(owed) => format!("{} {}", proposed.person, owed.raised.duty.name()),
            FiveReason::Ripe(_) => format!("{} ripe", proposed.person),
            FiveReason::Fading(tier, _) => format!("{} fading {}", proposed.person, tier.word()),
            FiveReason::InHundred(place, _) => format!("{} at {place}", proposed.person),
        };
        five(book, day(TODAY)).iter().map(one).collect()
    }

    fn person(id: &str, rating: u8, rank: Option<u32>) -> Person {
        Person { id: id.parse().unwrap(), rating: Rating::try_from(rating).ok(), rank, ..Person::default() }
    }

    fn word(mint: &mut Mint, to: &str, on: &str) -> Touch {
        let (id, person) = (TouchId(mint.id()), to.parse().unwrap());
        Touch { id, person, on: day(on), kind: TouchKind::Call, ..Touch::default() }
    }

    /// `help` is owed, `ripe` can be asked, `old` and `cold` fade, and six are in the Hundred.
    fn book() -> Book {
        let mut mint = Mint::new(Session::of_bits(1));
        let mut book = Book::default();
        book.put(person("help", 0, None).into());
        book.put(person("ripe", 5, None).into());
        book.put(Person { never_ask: true, ..person("cold", 3, None) }.into());
        book.put(Person { never_ask: true, ..person("old", 5, None) }.into());
        for (n, id) in ["h1", "h2", "h3"].into_iter().enumerate() {
            book.put(person(id, 0, Some(n as u32 + 1)).into());
        }
        let to = "help".parse().unwrap();
        book.put(Give { id: "g1".parse().unwrap(), to, promised_by: Some(day(TODAY)), ..Give::default() }.into());
        for (to, on) in [("cold", "2026-01-05"), ("old", "2026-09-01")] {
            book.put(word(&mut mint, to, on).into());
        }
        book
    }

    #[test]
    fn b4_duties_come_first_then_ripe_asks_then_the_fading_by_tier_then_the_hundred() {
        assert_eq!(told(&book()), ["help help", "ripe ripe", "old fading A", "cold fading C", "h1 at 1"]);
    }

    #[test]
    fn b4_nobody_contacted_this_week_and_nobody_who_wants_no_messages_is_proposed() {
        let mut book = book();
        let mut mint = Mint::new(Session::of_bits(2));
        book.put(word(&mut mint, "h1", "2026-11-16").into());
        book.put(word(&mut mint, "h2", "2026-11-15").into());
        let silent =
            Person { consent: Some(Consent::DoNotContact), roles: [Role::Client].into(), ..person("old", 5, None) };
        book.put(silent.into());
        assert_eq!(told(&book), ["help help", "ripe ripe", "cold fading C", "h2 at 2", "h3 at 3"]);
    }

    #[test]
    fn b4_who_is_swapped_away_stays_away_this_week_and_the_next_one_stands_there() {
        let mut book = book();
        let change = swap(&book, "ripe".parse().unwrap(), day(TODAY), &mut Mint::new(Session::of_bits(3)));
        change.records.into_iter().for_each(|record| book.put(record));
        assert_eq!(told(&book), ["help help", "old fading A", "cold fading C", "h1 at 1", "h2 at 2"]);
        let next_week: Vec<PersonId> = five(&book, day("2026-11-23")).into_iter().map(|p| p.person).collect();
        assert!(next_week.contains(&"ripe".parse().unwrap()));
    }
}
