//! The people of a generated book: when each came in, where they work, who they are.

use super::diary::{Diary, SPAN};
use super::{GeneratedRecord, Size, names, talk, words};
use crate::domain::fold::fold;
use crate::domain::id::{OrganisationId, PersonId};
use crate::domain::organisation::Organisation;
use crate::domain::person::{Consent, Mention, Name, Person, Rating, Reach, ReachKind, Role, ToldEntry};
use crate::domain::sample::chance::Chance;
use crate::domain::stamp::Stamp;
use chrono::NaiveDate;

/// Within so many days a referral may still be open.
pub const RECENT: u64 = 120;
/// So rarely, in days, somebody wants to hear from people of long ago.
const DORMANT: u32 = 7_300;

/// Everyone, in the order in which they came in.
pub struct Crowd {
    /// The people.
    pub people: Vec<Member>,
    organisations: Vec<(Organisation, Stamp)>,
}

/// One person, with what the story has to know.
pub struct Member {
    /// The record.
    pub person: Person,
    /// The day they came into the book.
    pub day: NaiveDate,
    /// Whether that was within the last [`RECENT`] days.
    pub recent: bool,
    /// Whether they come in as the prospect of a referral.
    pub referred: bool,
    /// Their chain down to the base, the source first: places in the crowd.
    pub chain: Vec<usize>,
    /// Whether a referral is from or to them.
    pub in_file: bool,
    /// The day of the last personal word.
    pub last_word: Option<NaiveDate>,
    at: Stamp,
}

impl Crowd {
    /// Gathers as many people as wanted, over twenty years.
    pub fn gather(size: &Size, chance: &mut Chance, diary: &mut Diary) -> Crowd {
        let recent = (size.referrals / 100).max(36).min(size.referrals / 3).min(size.people / 2);
        let old = size.people - recent;
        let bases = (old / 8).max(1);
        let mut ages: Vec<u64> = (0..old).map(|_| chance.between(RECENT + 1, SPAN - 1)).collect();
        ages.sort_unstable_by(|a, b| b.cmp(a));
        let mut late: Vec<u64> = (0..recent).map(|_| chance.below(RECENT)).collect();
        late.sort_unstable_by(|a, b| b.cmp(a));
        let mut crowd = Crowd { people: Vec::with_capacity(size.people), organisations: Vec::new() };
        // As many of the others are prospects as there are referrals left, each equally likely.
        let mut wanted = size.referrals - recent;
        for (number, age) in ages.into_iter().enumerate() {
            let left = old - number;
            let referred = number >= bases && chance.below(left as u64) < wanted as u64;
            wanted -= usize::from(referred);
            crowd.add(number, age, referred, chance, diary);
        }
        for (number, age) in late.into_iter().enumerate() {
            crowd.add(old + number, age, true, chance, diary);
        }
        crowd
    }

    fn add(&mut self, number: usize, age: u64, referred: bool, chance: &mut Chance, diary: &mut Diary) {
        let day = diary.ago(age);
        let organisation = chance.percent(85).then(|| self.place(day, chance, diary));
        let (id, at) = diary.next(day);
        let mut person = person(PersonId(id), day, referred, chance);
        let domain = organisation.as_ref().map_or("mail".into(), |(_, name)| letters(name));
        person.reach = reach(&person.name, &domain, chance);
        person.organisation = organisation.map(|(mention, _)| mention);
        person.rank = u32::try_from(number + 1).ok().filter(|rank| !referred && *rank <= 100);
        let recent = age < RECENT;
        let chain = Vec::new();
        self.people.push(Member { person, day, recent, referred, chain, in_file: false, last_word: None, at });
    }

    /// A place of before, or a new one.
    fn place(&mut self, day: NaiveDate, chance: &mut Chance, diary: &mut Diary) -> (Mention, String) {
        let known = self.organisations.len() as u64;
        if known > 0 && chance.percent(60) {
            let at = chance.below(known) as usize;
            if let Some((place, _)) = self.organisations.get(at) {
                return (Mention::of(place.id.0), place.name.clone());
            }
        }
        let name = names::place(chance);
        let (id, at) = diary.next(day);
        let place = Organisation { id: OrganisationId(id), name: name.clone(), ..Organisation::default() };
        self.organisations.push((place, at));
        (Mention::of(id), name)
    }

    /// Somebody was spoken with.
    pub fn spoke(&mut self, who: usize, on: NaiveDate) {
        if let Some(member) = self.people.get_mut(who) {
            member.last_word = member.last_word.max(Some(on));
        }
    }

    /// The records. A few whom nobody asked for are in the trash; most of those not heard from for long need no word,
    /// or the book would ask for thousands.
    pub fn written(mut self, diary: &mut Diary) -> Vec<GeneratedRecord> {
        let today = diary.today();
        let mut missed = 0;
        for (number, member) in self.people.iter_mut().enumerate() {
            let person = &mut member.person;
            let wanted = person.rank.is_some() || person.rating.is_some() || member.in_file;
            let cadence = match person.rating.map(u8::from) {
                Some(5) => 30,
                Some(4) => 60,
                _ => 120,
            };
            let silent = member.last_word.map_or(100_000, |day| (today - day).num_days().unsigned_abs());
            if wanted && silent + 7 > cadence {
                missed += usize::from(person.rank.is_some());
                if person.rank.is_none() || missed > 6 {
                    person.cadence_days = Some(DORMANT);
                }
            }
            person.trashed = !member.in_file && person.rank.is_none() && number % 40 == 39;
        }
        let people = self.people.into_iter().map(|member| GeneratedRecord::of(member.person, member.at));
        self.organisations.into_iter().map(|(place, at)| GeneratedRecord::of(place, at)).chain(people).collect()
    }
}

fn person(id: PersonId, day: NaiveDate, referred: bool, chance: &mut Chance) -> Person {
    let (given, family) = names::person(chance);
    let roles = if referred {
        "prospect"
    } else {
        chance.of(&["client", "client", "peer", "vendor", "friend", "colleague", "client,friend"])
    };
    let mut roles: crate::domain::sorted_set::SortedSet<Role> = roles.split(',').map(Role::of_word).collect();
    if chance.percent(5) {
        roles.insert(Role::Connector);
    }
    let rating = if referred { 0 } else { chance.of(&[0, 2, 3, 3, 4, 4, 5]) };
    let told = chance.percent(20).then_some(day);
    Person {
        id,
        name: Name::new(&format!("{given} {family}")).unwrap_or_default(),
        title: names::title(chance).into(),
        roles,
        rating: Rating::try_from(rating).ok(),
        known_since: chance.percent(40).then_some(day),
        facts: facts(chance),
        note: if chance.percent(20) { talk::note(chance) } else { String::new() },
        loves: talk::maybe(chance, 8, words::NEWS),
        provenance: if referred {
            String::new()
        } else {
            chance.of(&["", "met at the trade fair", "from my old firm", "neighbour"]).into()
        },
        consent: chance.percent(50).then_some(Consent::Given),
        told: ToldEntry { referral: told, ..ToldEntry::default() },
        satisfied_on: (rating == 5).then_some(day),
        ..Person::default()
    }
}

fn facts(chance: &mut Chance) -> String {
    let first = talk::maybe(chance, 35, words::FACTS);
    if first.is_empty() || chance.percent(60) { first } else { format!("{first} {}", chance.of(words::FACTS)) }
}

/// The letters and digits of a name, for an address that can never exist (RFC 2606 §2).
fn letters(name: &str) -> String {
    fold(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

fn reach(name: &Name, domain: &str, chance: &mut Chance) -> Vec<Reach> {
    let mut reach = Vec::new();
    let local = letters(name.first());
    if chance.percent(80) && !local.is_empty() {
        let value = format!("{local}@{domain}.example");
        reach.push(Reach { kind: ReachKind::Email, label: String::new(), value });
    }
    if chance.percent(70) {
        let value = format!("+1 {} 555 01{:02}", chance.between(201, 989), chance.below(100));
        reach.push(Reach { kind: ReachKind::Phone, label: chance.of(&["", "mobile", "work"]).into(), value });
    }
    reach
}
