//! Everyone's cards, found by what two cards of one person are likely to share.

use super::comparison::{ComparisonKeys, Phone};
use super::weigh::{Shared, weigh};
use super::{Likeness, Probably, Stranger};
use crate::domain::book::Book;
use crate::domain::country::Country;
use crate::domain::id::PersonId;
use crate::domain::id_map::IdMap;
use crate::domain::name_match::NameWord;
use crate::domain::steps::count;

/// How many people who share one thing are looked at, from each of them on: a switchboard, a name many bear.
const AROUND: usize = 40;
/// How many people one card is held against at most, whatever they share.
const NEAR_MAX: usize = 1_000;
/// Sharing one word of a name is looked at only where so few do.
const RARE: usize = 40;
/// A name that so few bear is a rare one: a family, some of it written twice.
const FEW: usize = 6;
/// How many people are in a small book: strangers of one name grow with the square of it, those written twice with it.
const SMALL: usize = 1_000;

/// Everyone's cards.
#[derive(Debug, Default)]
pub struct DuplicateIndex {
    /// Who still has no card, the last first.
    left: Vec<PersonId>,
    cards: Vec<(PersonId, ComparisonKeys)>,
    by_key: IdMap<u64, Vec<u32>>,
    bearers: IdMap<u64, usize>,
    home: Option<Country>,
}

impl DuplicateIndex {
    /// Of everyone in this book, none read yet: see [`DuplicateIndex::read`].
    pub fn begin(book: &Book) -> DuplicateIndex {
        let mut left: Vec<PersonId> = book.people().map(|person| person.id).collect();
        left.reverse();
        let home = book.setting("choices").and_then(|choices| choices.country);
        DuplicateIndex { left, home, ..DuplicateIndex::default() }
    }

    /// Of everyone in this book.
    pub fn of(book: &Book) -> DuplicateIndex {
        let mut faces = DuplicateIndex::begin(book);
        faces.read(book, usize::MAX);
        faces
    }

    /// Reads as many more; whether everyone is read.
    pub fn read(&mut self, book: &Book, upto: usize) -> bool {
        for _ in 0..upto {
            let Some(id) = self.left.pop() else { return true };
            if let Some(person) = book.live_person(id) {
                self.add(id, ComparisonKeys::of(book, person, self.home));
            }
        }
        self.left.is_empty()
    }

    /// How many are read, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.cards.len(), self.cards.len() + self.left.len())
    }

    fn add(&mut self, id: PersonId, card: ComparisonKeys) {
        let Ok(at) = u32::try_from(self.cards.len()) else { return };
        for key in keys(&card).chain(card.words.iter().map(alone)) {
            let there = self.by_key.entry(key).or_default();
            if there.last() != Some(&at) {
                there.push(at);
            }
        }
        // A host that many have an address at is no place where they work.
        let hosts = card.hosts.iter().filter(|host| card.place.as_ref() != Some(*host));
        let places = card.place.iter().chain(hosts).map(|place| place.key ^ PLACE);
        for key in card.words.iter().map(|word| word.key).chain(places) {
            *self.bearers.entry(key).or_default() += 1;
        }
        self.cards.push((id, card));
    }

    /// Who of the book somebody probably is; of several the one who was written first.
    pub fn probably(&self, stranger: &Stranger) -> Option<Probably> {
        let card = ComparisonKeys::new(stranger, self.home);
        let weighed = self.near(&card, 0).into_iter().filter_map(|at| {
            let (person, known) = self.cards.get(at)?;
            Some(Probably { person: *person, likeness: weigh(&card, known, || self.shared(&card, known))? })
        });
        weighed.reduce(|best, next| if next.likeness.points > best.likeness.points { next } else { best })
    }

    /// Everyone's card.
    pub(super) fn into_cards(self) -> impl Iterator<Item = (PersonId, ComparisonKeys)> {
        self.cards.into_iter()
    }

    /// Whoever the one at this place may be, of those behind them.
    pub fn like(&self, at: usize) -> Vec<(usize, Likeness)> {
        let Some((_, card)) = self.cards.get(at) else { return Vec::new() };
        let weighed = |other: usize| {
            let (_, known) = self.cards.get(other)?;
            Some((other, weigh(card, known, || self.shared(card, known))?))
        };
        self.near(card, at + 1).into_iter().filter_map(weighed).collect()
    }

    /// Who stands at this place.
    pub fn person(&self, at: usize) -> Option<PersonId> {
        self.cards.get(at).map(|(id, _)| *id)
    }

    /// The places, from this one on, of those who share something with this card.
    fn near(&self, card: &ComparisonKeys, from: usize) -> Vec<usize> {
        let first = u32::try_from(from).unwrap_or(u32::MAX);
        let of = |key: u64| self.by_key.get(&key).map(Vec::as_slice).unwrap_or_default();
        let rare = card.words.iter().map(alone).filter(|key| of(*key).len() <= RARE);
        let mut near: Vec<u32> = Vec::new();
        for key in keys(card).chain(rare) {
            let there = of(key);
            let behind = there.get(there.partition_point(|at| *at < first)..).unwrap_or_default();
            near.extend(behind.iter().take(AROUND));
        }
        near.sort_unstable();
        near.dedup();
        near.truncate(NEAR_MAX);
        count(near.len());
        near.into_iter().filter_map(|at| usize::try_from(at).ok()).collect()
    }

    /// How many people share what these two have in common.
    fn shared(&self, one: &ComparisonKeys, other: &ComparisonKeys) -> Shared {
        let rarest = |shared: &mut dyn Iterator<Item = u64>| {
            shared.map(|key| self.by_key.get(&key).map_or(0, Vec::len)).min().unwrap_or_default()
        };
        let ends = |phone: &&Phone| other.phones.iter().any(|theirs| theirs.end == phone.end);
        Shared {
            email: rarest(&mut one.emails.iter().filter(|email| other.emails.contains(email)).map(|email| email.key)),
            phone: rarest(&mut one.phones.iter().filter(ends).map(|phone| phone.end)),
            profile: rarest(&mut one.profiles.iter().filter(|key| other.profiles.contains(key)).copied()),
            place: one.same_place(other).and_then(|at| self.bearers.get(&(at ^ PLACE))).copied().unwrap_or_default(),
            house: rarest(&mut one.houses.iter().filter(|key| other.houses.contains(key)).copied()),
            bearers: self.bearers(one, other),
            few: FEW + self.cards.len() / 2_000,
            in_small: self.cards.len() <= SMALL,
        }
    }

    /// How many bear the rarest word that both names have. Of a family name on the list everybody knows somebody, and a short
    /// word is a syllable in too many names.
    fn bearers(&self, one: &ComparisonKeys, other: &ComparisonKeys) -> usize {
        let of_both = |word: &&NameWord| other.words.iter().any(|there| there.key == word.key);
        if one.words.iter().filter(of_both).any(NameWord::is_family) {
            return usize::MAX;
        }
        let rare = |word: &&NameWord| word.length() > 4 && !word.is_listed() && !word.is_unread();
        let bearers = |word: &NameWord| self.bearers.get(&word.key).copied().unwrap_or(1);
        one.words.iter().filter(of_both).filter(rare).map(bearers).min().unwrap_or(usize::MAX)
    }
}

/// What two cards of one person are likely to share: an address, a number, a profile, a house, two words of the name as
/// they are heard or as the names they stand for, a word and the first letter of another.
fn keys(card: &ComparisonKeys) -> impl Iterator<Item = u64> + '_ {
    let emails = card.emails.iter().map(|email| email.key);
    let phones = card.phones.iter().map(|phone| phone.end);
    let ways = emails.chain(phones).chain(card.profiles.iter().copied()).chain(card.houses.iter().copied());
    ways.chain(pairs(&card.words)).chain(begun(&card.words))
}

/// Each word of a name with the first letter of each other one.
fn begun(words: &[NameWord]) -> impl Iterator<Item = u64> + '_ {
    let others = |n: usize| words.iter().enumerate().filter(move |(m, _)| *m != n).map(|(_, word)| word);
    let letter = |word: &NameWord| word.first().map_or(0, u64::from);
    let of = move |(n, word): (usize, &'_ NameWord)| {
        let key = word.key;
        others(n).map(move |other| pair(key, letter(other)).rotate_left(7))
    };
    words.iter().enumerate().flat_map(of)
}

/// Each two words of a name, as they are heard or as the names they stand for.
fn pairs(words: &[NameWord]) -> impl Iterator<Item = u64> + '_ {
    let two = words.iter().enumerate().flat_map(|(n, one)| words.iter().skip(n + 1).map(move |other| (one, other)));
    two.flat_map(|(one, other)| forms(one).flat_map(move |a| forms(other).map(move |b| pair(a, b))))
}

/// Marks a place, to tell it from a word of the same letters.
const PLACE: u64 = 0x70_6c_61_63_65;
/// Marks a word by itself, to tell it from all else.
const ALONE: u64 = 0x61_6c_6f_6e_65;

/// As it is heard, and the names it stands for; a short form may stand for many.
fn forms(word: &NameWord) -> impl Iterator<Item = u64> + '_ {
    std::iter::once(word.sound).chain(word.names().iter().take(3).map(|name| u64::from(*name) + 1))
}

fn alone(word: &NameWord) -> u64 {
    word.sound.rotate_left(11) ^ ALONE
}

/// The two in whichever order.
fn pair(one: u64, other: u64) -> u64 {
    let (a, b) = if one < other { (one, other) } else { (other, one) };
    a.wrapping_mul(0x9e_37_79_b9_7f_4a_7c_15) ^ b.rotate_left(29)
}
